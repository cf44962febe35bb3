"""Stand van zaken: half a page for any day, ready to copy, each sentence with its source."""

from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance.documents.standing import Standing, standing
from alliance.events.organisations import GroupKind
from alliance.projections import coverage_matrix, coverage_start, meetings, people, personas
from alliance.projections.progress_overview import overview
from alliance.projections.progress_period import period
from alliance.readers import read_date
from alliance.web.pages import ask, page, today
from alliance.web.roles import needs

bp = Blueprint("standing", __name__, url_prefix="/stand-van-zaken")
HALF_A_YEAR = timedelta(days=182)
CORE: GroupKind = "kerngroep"
PAGES = {
    "progress": "progress.index",
    "actions": "actions.index",
    "activities": "activities.index",
    "coverage": "coverage.matrix",
    "meetings": "meetings.index",
}
"""Where each sentence comes from."""


@bp.get("/")
@needs("read_inside")
def show() -> ResponseReturnValue:
    """How things stand, over half a year or since the day in the address."""
    found = standing_since(since())
    sources = {name: url_for(endpoint) for name, endpoint in PAGES.items()}
    crumbs = [(url_for("start.show"), "Start"), (url_for("progress.index"), "Voortgang")]
    context: dict[str, Any] = {"found": found, "sources": sources, "since": since()}
    return page("standing/show.html", found.title, crumbs, plan=True, **context)


def since() -> date:
    """The day from which is told; half a year before the day shown when none is asked for."""
    asked = request.args.get("sinds")
    if not asked:
        return today() - HALF_A_YEAR
    try:
        day = read_date(asked)
    except ValueError as why:
        abort(400, str(why))
    if day > today():
        abort(400, "Kies een dag vóór de dag waarover je leest.")
    return day


def standing_since(day: date) -> Standing:
    """How things stand, with what happened since a day."""
    start = ask(coverage_start.after_import, today())
    sheets = {one.persona: one for one in ask(personas.listed)}
    bare = [outward(sheets[one.persona.persona]) for one in start.nothing_first]
    wijken = ask(coverage_matrix.matrix, today()).areas
    return standing(
        ask(overview),
        ask(period, day, today()),
        bare=[*dict.fromkeys(bare)],
        unseen=[one.name for one in wijken if one.unseen],
        next_meeting=next_core_meeting(),
    )


def outward(sheet: personas.Sheet) -> str:
    """How an outward text speaks of people like a persona: as a group, never by its name."""
    return sheet.facts.public_group or sheet.facts.kind_label


def next_core_meeting() -> date | None:
    """The day on which the core group meets again, when that is planned."""
    core = (one.group for one in ask(people.all_groups) if one.kind == CORE)
    coming = (ask(meetings.next_of, group, today()) for group in core)
    return min((one.on for one in coming if one), default=None)
