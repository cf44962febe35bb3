"""The minutes of a meeting: they draft themselves, and stay as they were once approved."""

from collections.abc import Sequence

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue
from msgspec.structs import replace

from alliance.documents.minutes import minutes_text
from alliance.dutch import day, weekday
from alliance.events.base import Event, Refused, refuse
from alliance.events.minutes_drafts import draft_minutes, outward
from alliance.events.records import Minutes, MinutesApproved, MinutesLine
from alliance.events.records_rules import approve_minutes, take_note
from alliance.projections import attendance, meetings, people, records
from alliance.projections.meetings import Meeting
from alliance.seals import seal
from alliance.web import names
from alliance.web.agenda import the_meeting
from alliance.web.forms import Typed
from alliance.web.inside import is_inside, stays_inside
from alliance.web.meetings import here, show_url, title_of
from alliance.web.pages import ask, page, reading, record, refused, today
from alliance.web.roles import needs
from alliance.web.writing import Subject, allow, new_id

bp = Blueprint("minutes", __name__, url_prefix="/bijeenkomsten")
CHANGED = "Er is net iets bij het verslag gekomen. Kijk wat er nu staat en stel het dan vast."


@bp.get("/<meeting>/verslag")
@needs("read_inside")
def show(meeting: str) -> ResponseReturnValue:
    """The minutes as they stand, or as they were approved; others than the group read less."""
    it, found = the_meeting(meeting)
    if found.status != "gepland" or found.on > today():
        abort(404)
    return draw(it, found)


@bp.post("/<meeting>/verslag/vaststellen")
@needs("record_meeting")
def approve(meeting: str) -> ResponseReturnValue:
    """The group found them right: from now on nothing in them changes."""
    it, found = the_meeting(meeting)
    allow("record_meeting", group=found.group)
    try:
        return put_down(it, found, Typed())
    except Refused as why:
        return refused(draw(it, found, why), why)


def put_down(it: Subject, found: Meeting, typed: Typed) -> ResponseReturnValue:
    """The minutes as they were read, with their seal; refuses when something came since."""
    said = {kind: reading().history(f"{kind}:{found.meeting}") for kind in ("record", "attendance")}
    told = drafted(found)
    digest = seal(told)
    refuse(form=typed.text("digest") != digest and CHANGED)
    held_in = typed.optional("in")
    meets = ask(meetings.one, held_in) if held_in else None
    if held_in and (meets is None or meets.group != found.group):
        abort(404)  # minutes are approved by the group itself
    event = typed.decide(
        approve_minutes,
        it.events,
        [entry.event for entry in said["record"]],
        told=told,
        digest=digest,
        today=today(),
        approved_in=held_in,
    )
    point = f"punt-minutes-{found.meeting}"
    then = (
        url_for("gathering.show", meeting=held_in, _anchor=point)
        if held_in
        else url_for(".show", meeting=found.meeting)
    )
    seen = {f"{kind}:{found.meeting}": len(entries) for kind, entries in said.items()}
    events = [event, *noted(found, held_in)]
    return record(events, then=then, said="Het verslag is vastgesteld.", seen=seen)


def noted(found: Meeting, held_in: str | None) -> Sequence[Event]:
    """That the minutes were approved, for the minutes of the meeting in which that was said."""
    if held_in is None:
        return []
    note = take_note(
        [entry.event for entry in reading().history(f"meeting:{held_in}")],
        [entry.event for entry in reading().history(f"record:{held_in}")],
        note=new_id(),
        statement=f"Het verslag van {day(found.on)} is vastgesteld.",
        about=f"minutes:{found.meeting}",
        today=today(),
    )
    return [note]


def draw(it: Subject, found: Meeting, why: Refused | None = None) -> str:
    """The page of the minutes."""
    approved = approval_of(found.meeting)
    whole = told_of(found)
    inside = is_inside(found.group)
    told = whole if inside else outward_of(found)
    stands = ask(records.approval, found.meeting)
    words = approved_words(stands)
    return page(
        "minutes/show.html",
        f"Verslag: {title_of(found)}",
        [*here(), (show_url(found.meeting), title_of(found))],
        why=why,
        it=it,
        found=found,
        told=told,
        text=text_of(found),
        approved=words,
        held_in=stands and stands.approved_in and ask(meetings.title, stands.approved_in),
        digest=seal(whole),
        kept=approved is None or approved.digest == seal(approved.told),
        inside=inside,
        left_out=any(item.confidential for item in whole.items),
    )


def approval_of(meeting: str) -> MinutesApproved | None:
    """The approval of minutes, which holds them as they were; None while they are a draft."""
    said = [entry.event for entry in reading().history(f"record:{meeting}")]
    return next((event for event in said if isinstance(event, MinutesApproved)), None)


def told_of(found: Meeting) -> Minutes:
    """The minutes as they were approved, or as they stand."""
    approved = approval_of(found.meeting)
    return approved.told if approved else drafted(found)


def outward_of(found: Meeting) -> Minutes:
    """The minutes as they may leave the group; also what was said at no point stays inside."""
    told = outward(told_of(found))
    items = (
        replace(item, lines=tuple(line for line in item.lines if not stays_inside(line.of)))
        for item in told.items
    )
    return replace(told, items=tuple(items))


def text_of(found: Meeting) -> str:
    """The minutes as plain text, to mail: as everyone may read them."""
    approved = approved_words(ask(records.approval, found.meeting))
    return minutes_text(outward_of(found), approved=approved)


def approved_words(stands: records.Approval | None) -> str | None:
    """When minutes were approved, as a sentence."""
    return f"Vastgesteld op {day(stands.on)}." if stands else None


def drafted(found: Meeting) -> Minutes:
    """The minutes as they follow from what was recorded so far."""
    return draft_minutes(
        title=f"{found.group_name}, {weekday(found.on)}",
        group=found.group,
        on=found.on,
        start=found.start,
        place=found.place,
        seats=[
            (seat_of(one.member, one.on_behalf_of), one.presence)
            for one in ask(attendance.of_meeting, found.meeting)
        ],
        agenda=ask(meetings.agenda_of, found.meeting),
        recorded=[(one.about, line_of(one)) for one in ask(records.of_meeting, found.meeting)],
    )


def seat_of(member: str | None, guest_of: str | None) -> str:
    """Who was there, as an organisation; a name is not for minutes, which outlive it."""
    theirs = guest_of or (ask(people.organisation_of, member) if member else None)
    return names.name_of("organisation", theirs) if theirs else "lid"


def line_of(one: records.Line) -> MinutesLine:
    """One thing that was recorded, as the minutes tell it."""
    return MinutesLine(
        kind=one.kind,
        statement=one.statement,
        of=one.of,
        organisation=one.organisation,
        name=names.name_of("organisation", one.organisation) if one.organisation else None,
        day=one.day,
    )
