"""Pages of meetings: when a group meets and where, what is on its agenda, what it decided."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.meetings_rules import (
    cancel_meeting,
    correct_meeting,
    meeting_now,
    move_meeting,
    plan_meeting,
    withdraw_meeting,
)
from alliance.projections import decisions, meetings
from alliance.projections.meetings_guests import guests_of
from alliance.projections.news import how_many
from alliance.web import days, names
from alliance.web.attendance import expected, mine
from alliance.web.filtering import picked
from alliance.web.forms import Typed
from alliance.web.group_choice import group_of, group_question
from alliance.web.inside import is_inside
from alliance.web.names import name_of
from alliance.web.pages import ask, number_of_page, page, record, today
from alliance.web.points import shown
from alliance.web.roles import needs
from alliance.web.sectors import missing_in_words
from alliance.web.writing import (
    WHY,
    WHY_OR_NOT,
    Decide,
    Field,
    Form,
    Subject,
    add_to,
    allow,
    because,
    fill_in,
    new_id,
    subject,
)

bp = Blueprint("meetings", __name__, url_prefix="/bijeenkomsten")
LIST = "Bijeenkomsten"
WHEN = Field("line", "on", "Wanneer?", "Dag-maand-jaar, met de tijd erachter: 27-11-2026 om 14.00.")
WHERE = Field("line", "place", "Waar?", optional=True)
ONLINE = Field("line", "link", "Online meedoen via welke link?", "Begint met https://.", True)
LENGTH = Field("number", "minutes", "Hoeveel minuten duurt het?")


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Meetings to come, and those that were, of all groups or of the one in the address."""
    group = picked("groep", names.of("group"))
    of = [group] if group else None
    coming = ask(meetings.coming, today(), of=of)
    gone = ask(meetings.past, today(), of=of, page=number_of_page())
    title = f"{LIST}: {name_of('group', group)}" if group else LIST
    context: dict[str, Any] = {"coming": coming, "gone": gone, "group": group}
    return page("meetings/index.html", title, here() if group else (), **context)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("plan_meeting")
def new() -> ResponseReturnValue:
    """Plan a meeting: when and where, and of which group when that does not go without saying."""
    asked = group_question("plan_meeting", "Welke groep komt bij elkaar?")
    form = asked.form("Plan een bijeenkomst", "Bijeenkomst plannen", (WHEN, WHERE), here())
    if asked.group and (missing := missing_in_words(asked.group)):
        form = replace(form, lead=f"{form.lead} {missing}")

    def write(typed: Typed) -> ResponseReturnValue:
        group, meeting = group_of(typed, asked), new_id()
        on, start = typed.day_and_time("on")
        event = typed.decide(
            plan_meeting,
            meeting=meeting,
            group=group,
            on=on,
            start=start,
            place=typed.optional("place"),
            today=today(),
        )
        return record(event, then=show_url(meeting), said="De bijeenkomst staat gepland.")

    return fill_in(form, write)


@bp.get("/<meeting>")
@needs("read_inside")
def show(meeting: str) -> ResponseReturnValue:
    """One meeting: when and where, its agenda, and what was decided."""
    it = subject("meeting", meeting)
    found = ask(meetings.one, meeting)
    assert found is not None  # it has a history
    lines = ask(meetings.agenda_of, meeting)
    inside = is_inside(found.group)
    decided = [one for one in ask(decisions.of_meeting, meeting) if inside or not one.confidential]
    return page(
        "meetings/show.html",
        title_of(found),
        here(),
        found=found,
        it=it,
        lines=lines,
        points=shown(lines, found.group),
        decisions=decided,
        guests=ask(guests_of, meeting),
        expected=expected(meeting, found.group),
        mine=mine(meeting),
        told=ask(how_many, meeting),
        inside=inside,
        ahead=found.on >= today(),
        begun=found.on <= today(),
    )


@bp.route("/<meeting>/verplaatsen", methods=["GET", "POST"])
@needs("plan_meeting")
def move(meeting: str) -> ResponseReturnValue:
    """Another day for a meeting still to come."""
    it = subject("meeting", meeting)
    help = "Dag-maand-jaar. Een andere tijd mag erachter: 27-11-2026 om 14.00."
    near = days.later(meeting_now(it.events).on)
    when = Field("date", "on", "Welke dag wordt het?", help, options=near)
    form = Form("Verplaatsen", "Nieuwe dag vastleggen", (when, WHY_OR_NOT))

    def decide(typed: Typed, past: list[Event]) -> Event:
        on, start = typed.day_and_time("on")
        reason = typed.text("reason")
        return typed.decide(move_meeting, past, on=on, start=start, reason=reason, today=today())

    return answer(it, "plan_meeting", form, decide, "De nieuwe dag staat erin.")


@bp.route("/<meeting>/afzeggen", methods=["GET", "POST"])
@needs("plan_meeting")
def cancel(meeting: str) -> ResponseReturnValue:
    """It will not be held, and why."""
    it = subject("meeting", meeting)
    form = Form("Afzeggen", "Bijeenkomst afzeggen", (WHY,))
    return answer(it, "plan_meeting", form, because(cancel_meeting), "De bijeenkomst is afgezegd.")


@bp.route("/<meeting>/verbeteren", methods=["GET", "POST"])
@needs("correct")
def correct(meeting: str) -> ResponseReturnValue:
    """Set right what was written down; the earlier wording stays readable."""
    it = subject("meeting", meeting)
    now = meeting_now(it.events)
    fields = (WHEN, WHERE, ONLINE, LENGTH)
    form = Form("Bijeenkomst verbeteren", "Verbetering vastleggen", fields)

    def decide(typed: Typed, past: list[Event]) -> Event:
        on, start = typed.day_and_time("on")
        changes: dict[str, Any] = {"on": on, "start": start, "place": typed.optional("place")}
        changes |= {"link": typed.optional("link"), "minutes": typed.number("minutes") or 0}
        return typed.decide(correct_meeting, past, today=today(), **changes)

    at = f" om {now.start:%H.%M}" if now.start else ""
    start = {"on": f"{now.on:%d-%m-%Y}{at}", "place": now.place}
    start |= {"link": now.link, "minutes": str(now.minutes)}
    return answer(it, "correct", form, decide, "De verbetering staat erin.", start)


@bp.route("/<meeting>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(meeting: str) -> ResponseReturnValue:
    """Take back what should not have been planned; it stays readable on the timeline."""
    it = subject("meeting", meeting)
    form = Form("Bijeenkomst terugnemen", "Bijeenkomst terugnemen", (WHY,))
    return answer(it, "correct", form, because(withdraw_meeting), "De bijeenkomst is teruggenomen.")


def answer(
    it: Subject,
    act: str,
    form: Form,
    decide: Decide,
    said: str,
    start: Mapping[str, Any] | None = None,
) -> ResponseReturnValue:
    """A form that adds to one meeting, for who may do this act with it."""
    now = meeting_now(it.events)
    allow(act, **({"author": it.author} if act == "correct" else {"group": now.group}))
    found = ask(meetings.one, now.meeting)
    assert found is not None  # it has a history
    back = show_url(now.meeting)
    return add_to(it, form.below(here(), title_of(found), back), decide, back, said, start)


def title_of(found: meetings.Meeting) -> str:
    """What a meeting is called: its group and its day."""
    return f"{found.group_name}, {dutch.weekday(found.on)}"


def show_url(meeting: str) -> str:
    """The page of one meeting."""
    return url_for("meetings.show", meeting=meeting)


def here() -> list[tuple[str, str]]:
    """The way from home to the list of meetings."""
    return [(url_for("start.show"), "Start"), (url_for("meetings.index"), LIST)]
