"""Which actions someone asks for: all that stands in the address, so that a view can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from flask import request, url_for

from alliance.projections import actions
from alliance.projections.action_rows import FIRST, SILENT, Missing, Status
from alliance.web import doubts, names, neighbourhoods
from alliance.web.filtering import picked
from alliance.web.pages import ask, person, today
from alliance.web.pillars import serving
from alliance.web.roles import has_any
from alliance.web.sight import asked_here, eyes

STATUSES: dict[Status, str] = {
    "open": "open",
    "gedaan": "nagekomen",
    "niet_doorgegaan": "niet doorgegaan",
    "teruggenomen": "teruggenomen",
}
PAST, WAITING, ANSWERED, ANYONE, QUIET = "voorbij", "wacht", "antwoord", "iedereen", "stil"
STANDS = [
    ("open", STATUSES["open"]),
    (PAST, "over de datum"),
    (WAITING, "wacht op antwoord"),
    (ANSWERED, "andere datum of nee"),
    *[*STATUSES.items()][1:],
]
"""How an action may stand; some of these are no single status."""
WHOSE = {"mij": "Van mij", "aan-mij": "Aan mij gevraagd", "gevraagd": "Wat ik vroeg"}
MISSING: dict[Missing, str] = {
    "owner": "wie het doet",
    "by_when": "een dag",
    "result": "een resultaat",
}
assert {*MISSING} == {*get_args(Missing)}


VIEWS = (
    ("Van mij", {"van": "mij", "stand": "open"}),
    ("Aan mij gevraagd", {"van": "aan-mij"}),
    ("Wat ik vroeg", {"van": "gevraagd"}),
    ("Lukt het nog?", {"stand": PAST}),
    ("Wacht op antwoord", {"stand": WAITING}),
    ("Klopt dit nog?", {"stand": QUIET}),
    ("Wie kan dit?", {"stand": ANYONE}),
    ("Niemand doet het nog", {"mist": "owner"}),
    ("Zonder dag", {"mist": "by_when"}),
    ("Zonder resultaat", {"mist": "result"}),
)
"""What people look for most: its name, and what stands in its address."""


@dataclass(frozen=True)
class View:
    """A list that someone may ask for, and how many it holds for who is looking."""

    name: str
    address: str
    number: int
    is_here: bool


def wanted() -> actions.Filter:
    """What stands in the address; what is unknown there asks for nothing."""
    asked, places = request.args, neighbourhoods.everywhere()
    return replace(
        asked_for(asked),
        group=picked("groep", names.of("group")),
        organisation=picked("organisatie", names.of("organisation")),
        theme=asked.get("thema") or None,
        result=picked("resultaat", names.of("result")),
        serves=serving(asked.get("pijler")),
        areas=neighbourhoods.near(picked("waar", places)),
    )


def asked_for(asked: Mapping[str, str]) -> actions.Filter:
    """Whose, how it stands and what it misses, as far as who is looking may see it."""
    me, whose, stand = person().member, asked.get("van"), asked.get("stand")
    quiet = silent_here() if stand == QUIET else {}
    return actions.Filter(
        status=next((one for one in STATUSES if one == stand), None),
        mine=me if whose == "mij" else None,
        asker=me if whose == "gevraagd" else None,
        asked=asked_here() if whose == "aan-mij" else None,
        past_date=stand == PAST,
        waiting=stand == WAITING,
        anyone=stand == ANYONE,
        to_settle=stand == ANSWERED,
        missing=next((one for one in MISSING if one == asked.get("mist")), None),
        seen_by=eyes(),
        **quiet,
    )


def silent_here() -> dict[str, Any]:
    """What is silent or looks odd: one's own, and after whoever does it was asked, the rest."""
    odd = doubts.listed()
    if has_any(person(), "link"):
        return {"silent": SILENT + FIRST, "odd": odd}
    return {"silent": SILENT, "done_by": asked_here(), "odd": odd}


def views() -> list[View]:
    """What people look for most, each with its number; an empty one only when it is shown."""
    found = [view(name, about) for name, about in VIEWS]
    return [one for one in found if one.number or one.is_here]


def view(name: str, about: Mapping[str, str]) -> View:
    """One list, with how many it holds now."""
    here = {key: typed for key, typed in request.args.items() if typed and key != "bladzijde"}
    number = ask(actions.number, asked_for(about), today())
    address = url_for("actions.index", _external=False, **about)
    return View(name, address, number, here == about)


def choices() -> dict[str, Any]:
    """What can be asked for, for the fields of the filter."""
    return {
        "statuses": STANDS,
        "whose": [*WHOSE.items()],
        "missing": [*MISSING.items()],
        "views": views(),
        "areas": [*neighbourhoods.everywhere().items()],
    }
