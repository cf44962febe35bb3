"""The minutes of a meeting: they draft themselves, and stay as they were once approved."""

from collections.abc import Sequence

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.documents.minutes_told import Told
from alliance.dutch import day
from alliance.events.base import Event, Refused, refuse
from alliance.events.records_rules import approve_minutes, take_note
from alliance.projections import meetings, records
from alliance.projections.meetings import Meeting
from alliance.seals import seal
from alliance.web.agenda import the_meeting
from alliance.web.forms import Typed
from alliance.web.inside import is_inside
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
    told = told_of(found).drafted
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
    minutes = told_of(found)
    whole, approval, inside = minutes.whole, minutes.approval, is_inside(found.group)
    stands = ask(records.approval, found.meeting)
    return page(
        "minutes/show.html",
        f"Verslag: {title_of(found)}",
        [*here(), (show_url(found.meeting), title_of(found))],
        why=why,
        it=it,
        found=found,
        told=whole if inside else minutes.outward,
        text=minutes.text,
        approved=minutes.approved,
        held_in=stands and stands.approved_in and ask(meetings.title, stands.approved_in),
        digest=seal(whole),
        kept=approval is None or approval.digest == seal(approval.told),
        inside=inside,
        left_out=any(item.confidential for item in whole.items),
    )


def told_of(found: Meeting) -> Told:
    """What the minutes of a meeting say at the moment this page shows."""
    return Told(reading(), found)
