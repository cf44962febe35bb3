"""Which actions someone asks for: all that stands in the address, so that a view can be shared."""

from typing import Any, get_args

from flask import request

from alliance.projections import actions
from alliance.projections.action_rows import Missing, Status
from alliance.web import names, neighbourhoods
from alliance.web.filtering import picked
from alliance.web.pages import person
from alliance.web.sight import asked_here, eyes

STATUSES: dict[Status, str] = {
    "open": "open",
    "gedaan": "nagekomen",
    "niet_doorgegaan": "niet doorgegaan",
    "teruggenomen": "teruggenomen",
}
PAST, WAITING, ANSWERED = "voorbij", "wacht", "antwoord"
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


def wanted() -> actions.Filter:
    """What stands in the address; what is unknown there asks for nothing."""
    asked, me, places = request.args, person().member, neighbourhoods.everywhere()
    whose, stand = asked.get("van"), asked.get("stand")
    return actions.Filter(
        status=next((one for one in STATUSES if one == stand), None),
        mine=me if whose == "mij" else None,
        asker=me if whose == "gevraagd" else None,
        asked=asked_here() if whose == "aan-mij" else None,
        group=picked("groep", names.of("group")),
        organisation=picked("organisatie", names.of("organisation")),
        theme=asked.get("thema") or None,
        result=asked.get("resultaat") or None,
        areas=neighbourhoods.near(picked("waar", places)),
        past_date=stand == PAST,
        waiting=stand == WAITING,
        to_settle=stand == ANSWERED,
        missing=next((one for one in MISSING if one == asked.get("mist")), None),
        seen_by=eyes(),
    )


def choices() -> dict[str, Any]:
    """What can be asked for, for the fields of the filter."""
    return {
        "statuses": STANDS,
        "whose": [*WHOSE.items()],
        "missing": [*MISSING.items()],
        "areas": [*neighbourhoods.everywhere().items()],
    }
