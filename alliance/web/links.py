"""What the aanjager links: the fields that choose a result, theme, persona and wijk."""

from collections.abc import Mapping
from typing import Any, get_args

from flask import request, url_for

from alliance.events.state import Linked, LinkKind
from alliance.projections import personas
from alliance.projections.progress_overview import results_by_theme
from alliance.web import names, neighbourhoods
from alliance.web.forms import Typed
from alliance.web.pages import ask
from alliance.web.picking import NONE
from alliance.web.writing import Field

LINKS = {
    "result": "Aan welk resultaat werkt dit?",
    "theme": "Bij welk thema hoort het?",
    "persona": "Voor iemand als wie is het?",
    "area": "Voor welke wijk of welk gebied?",
}
NONE_OF = {
    "result": "Aan geen van deze resultaten",
    "theme": "Bij geen van deze thema's",
    "persona": "Voor iedereen, of voor iemand anders",
}
"""What can be said instead of a link, so that nobody has to look for it any more."""
WITHOUT = {"result": "geen resultaat", "theme": "geen thema", "persona": "voor iedereen"}
"""The same on the page of what has none."""

LISTS = {"lijst": "linking.index", "bellen": "start.show"}
"""The lists to go back to, by how the address names them."""


def link_fields() -> tuple[Field, ...]:
    """What to pick for each link; the results stand below their themes."""
    return tuple(
        Field(
            "pick",
            kind,
            label,
            optional=True,
            options=[*known(kind).items()],
            none=NONE_OF.get(kind, ""),
            parts=results() if kind == "result" else (),
        )
        for kind, label in LINKS.items()
    )


def known(kind: str) -> Mapping[str, str]:
    """The names of what can be picked, by key; not a persona that was retired."""
    if kind == "area":
        return neighbourhoods.everywhere()
    if kind == "persona":
        return {one.persona: one.name for one in ask(personas.listed)}
    return names.of(kind)


def results() -> list[tuple[str, list[tuple[str, str]]]]:
    """The agreed results, by the name of their theme."""
    by_theme = ask(results_by_theme).items()
    return [(names.name_of("theme", theme), [*found.items()]) for theme, found in by_theme]


def links_typed(typed: Typed) -> dict[str, Any]:
    """What was picked, as the rules for linking take it; a result brings its theme along."""
    none = {kind: {NONE: words} for kind, words in NONE_OF.items()}
    picked = {kind: typed.pick(kind, {**known(kind), **none.get(kind, {})}) for kind in LINKS}
    without = tuple(kind for kind in get_args(LinkKind) if picked[kind] == NONE)
    links: dict[str, Any] = {kind: code for kind, code in picked.items() if code != NONE}
    if not picked["theme"]:
        links["theme"] = theme_of(links.get("result"))
    return links | {"without": without}


def theme_of(result: str | None) -> str | None:
    """The theme that an agreed result belongs to; None without a result."""
    by_theme = ask(results_by_theme).items() if result else ()
    return next((theme for theme, found in by_theme if result in found), None)


def links_now(now: Linked) -> dict[str, Any]:
    """What is linked already, as the form begins with it."""
    return {kind: NONE if kind in now.without else getattr(now, kind) for kind in LINKS}


def linked_words(kind: str, one: Any) -> str:
    """What something is linked to, in words; also that it is linked to nothing."""
    if key := getattr(one, kind):
        return names.name_of(kind, key)
    return WITHOUT[kind] if kind in getattr(one, "without", ()) else "nog niet gekoppeld"


def back_to(show: str) -> str:
    """Where someone goes after this: the list it was opened from, or the thing's own page."""
    opened_from = LISTS.get(request.args.get("van", ""))
    return url_for(opened_from) if opened_from else show
