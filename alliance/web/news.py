"""Take it home: one page for an organisation after a meeting, and two taps that say it was told."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.events.news import share_news
from alliance.projections import decisions, meetings, news, records
from alliance.projections.meetings import Meeting
from alliance.web import names
from alliance.web.agenda import the_meeting
from alliance.web.forms import Typed
from alliance.web.inside import asks_late
from alliance.web.meetings import here, show_url, title_of
from alliance.web.pages import ask, page, person, reading, record, today
from alliance.web.roles import needs
from alliance.web.writing import allow

bp = Blueprint("news", __name__, url_prefix="/bijeenkomsten")
FRESH = timedelta(days=42)
"""So long after a meeting the start page asks whether it was told."""


@bp.get("/<meeting>/thuis")
@needs("take_home")
def show(meeting: str) -> ResponseReturnValue:
    """What was decided, what we agreed, what to tell: nothing that stays within the group."""
    _, found = the_meeting(meeting)
    ours = person().organisation
    if ours is None or found.status != "gepland" or found.on > today():
        abort(404)
    name = names.name_of("organisation", ours)
    title = f"Om thuis te vertellen: {title_of(found)}"
    crumbs = [*here(), (show_url(meeting), title_of(found))]
    context: dict[str, Any] = {"found": found, "name": name, **told_at_home(meeting, ours)}
    return page("news/show.html", title, crumbs, **context)


@bp.post("/<meeting>/thuis")
@needs("take_home")
def tell(meeting: str) -> ResponseReturnValue:
    """It was told at home."""
    it, _ = the_meeting(meeting)
    ours, typed = person().organisation, Typed()
    allow("take_home", organisation=ours)
    past = [entry.event for entry in reading().history(f"news:{meeting}")]
    event = typed.decide(share_news, it.events, past, organisation=ours, today=today())
    shown = url_for(".show", meeting=meeting)
    then = url_for("start.show") if typed.yes("start") else shown
    return record(event, then=then, said="Mooi. Het staat erin als verteld.")


def told_at_home(meeting: str, ours: str) -> dict[str, Any]:
    """What an organisation may tell of a meeting, and whether it did."""
    lines = ask(meetings.agenda_of, meeting)
    open_points = [one for one in lines if not (one.confidential or asks_late(one))]
    return {
        "decided": [one for one in ask(decisions.of_meeting, meeting) if not one.confidential],
        "agreed": [
            one
            for one in ask(records.of_meeting, meeting)
            if one.kind == "afspraak" and one.organisation == ours
        ],
        "heard": [one.title for one in open_points if one.kind == "ter_informatie"],
        "told_on": ask(news.told_on, meeting, ours),
    }


def to_tell() -> Meeting | None:
    """The last meeting of the groups of who is looking, when their organisation did not tell it."""
    ours = person().organisation
    if ours is None or not person().groups:
        return None
    for one in ask(meetings.past, today(), of=person().groups).rows:
        if one.status == "gepland":
            fresh = one.on >= today() - FRESH
            return one if fresh and not ask(news.told_on, one.meeting, ours) else None
    return None
