"""Where something computed comes from: the pages of what happened, each with its name."""

from collections.abc import Iterable

from flask import url_for

from alliance import dutch
from alliance.web import names, pages, subjects
from alliance.web.facts import title_of

Link = tuple[str, str]
LISTS = {
    "actions": ("actions.index", "Afspraken"),
    "coverage": ("coverage.matrix", "Wie mist wat?"),
    "gaps": ("coverage.matrix", "Wie mist wat?"),
    "offers": ("offers.index", "Aanbod"),
    "personas": ("coverage.matrix", "Wie mist wat?"),
    "planned:open": ("progress.index", "Voortgang"),
    "results": ("progress.index", "Voortgang"),
}
"""What something may follow from as a whole."""
OVERVIEWS = {"action": "actions", "gap": "gaps", "offer": "offers", "result": "results"}
"""Which list has all of a kind."""
AT_ONCE = 7
"""So many are named one by one; the rest stands on its own list."""
LONGEST = 100
NAMED = frozenset({"action", "activity", "offer", "persona", "result"})
"""Subjects with a page of their own, whose name is known without reading what happened."""


def links_to(streams: Iterable[str]) -> list[Link]:
    """The page of each stream, or its last entry on the timeline; unknown ones are left out.

    Of many only the first stand here; then comes the page that has them all.
    """
    every = list(dict.fromkeys(streams))
    found = [link for stream in every[:AT_ONCE] if (link := link_to(stream))]
    rest = every[AT_ONCE:]
    overview = OVERVIEWS.get(rest[0].partition(":")[0]) if rest else None
    if overview is None:
        return [*found, *(link for stream in rest if (link := link_to(stream)))]
    endpoint, label = LISTS[overview]
    return [*found, (url_for(endpoint), f"En nog {len(rest)}: {label}")]


def link_to(stream: str) -> Link | None:
    """The address and the name of what a stream is about."""
    kind, _, key = stream.partition(":")
    if found := LISTS.get(stream) or LISTS.get(kind):
        return url_for(found[0]), found[1]
    if kind == "gap":
        return gap_link(key)
    if kind == "confirm":
        return link_to(f"offer:{key}")
    if kind in NAMED and (address := subjects.address_of(stream)):
        return address, named(kind, key)
    return told(stream)


def gap_link(key: str) -> Link:
    """The page that says why nothing fits: persona, need and place."""
    persona, need, area = key.split(":")
    label = (
        f"Iemand als {names.name_of('persona', persona)}, in {names.name_of('area', area)}:"
        f" “{names.name_of('needs', need)}”"
    )
    return url_for("coverage.cell", place=area, persona=persona), label


def named(kind: str, key: str) -> str:
    """What something is called."""
    name = dutch.shortened(names.name_of(kind, key), LONGEST)
    return f"Iemand als {name}" if kind == "persona" else name


def told(stream: str) -> Link | None:
    """The page of a subject, or its last entry on the timeline, by what was said last."""
    history = pages.reading().history(stream)
    if not history:
        return None
    last = history[-1]
    address = subjects.address_of(stream)
    said = dutch.shortened(title_of(last.event), LONGEST)
    words = f"{last.event.label}: {said}" if said else last.event.label
    return address or url_for("timeline.show", position=last.position), words
