"""Attendance: who says to come to a meeting, and who was there."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from alliance.events.base import Event, Id, event, refuse
from alliance.events.days import written
from alliance.events.meetings_rules import awaited_meeting, planned_meeting

Coming = Literal["ja", "nee"]
Presence = Literal["aanwezig", "afgemeld", "afwezig"]

SAID = "Dat stond er al zo. Kies iets anders, of laat het zo."
NO_ANSWER = "Kies of je komt."
NOBODY = "Kies wie er is: iemand van de groep, of een organisatie die erbij kwam."


@event("attendance_announced", "attendance", "Komst gemeld")
class AttendanceAnnounced(Event):
    """A member, or the guest of an organisation, said beforehand whether they come."""

    attendance: Id  # the key of the meeting
    answer: Coming
    member: Id | None = None  # None: a guest
    on_behalf_of: Id | None = None  # the organisation that was asked as a guest


@event("attendance_recorded", "attendance", "Aanwezigheid vastgelegd")
class AttendanceRecorded(Event):
    """Who was there: a member, or a guest for an organisation, known by the organisation only."""

    attendance: Id  # the key of the meeting
    presence: Presence
    member: Id | None = None  # None: a guest
    on_behalf_of: Id | None = None  # the organisation they spoke for


Said = AttendanceAnnounced | AttendanceRecorded


def announce_attendance(
    meeting: Sequence[Event],
    past: Sequence[Event],
    *,
    answer: Coming | None,
    today: date,
    member: str | None = None,
    on_behalf_of: str | None = None,
) -> AttendanceAnnounced:
    """A member or a guest says whether they come to a meeting; what was said last counts."""
    now = awaited_meeting(meeting, today)
    said = said_last(past, member, on_behalf_of)
    same = isinstance(said, AttendanceAnnounced) and said.answer == answer
    refuse(form=(answer is None and NO_ANSWER) or (same and SAID))
    assert answer is not None  # nothing was refused
    return AttendanceAnnounced(
        attendance=now.meeting, member=member, on_behalf_of=on_behalf_of, answer=answer
    )


def record_attendance(
    meeting: Sequence[Event],
    past: Sequence[Event],
    *,
    presence: Presence,
    today: date,
    member: str | None = None,
    on_behalf_of: str | None = None,
) -> AttendanceRecorded:
    """Who is there, from the day of the meeting on; what was recorded last counts."""
    now = planned_meeting(meeting)
    early = f"Deze bijeenkomst is pas op {written(now.on)}. Leg daarna vast wie er was."
    said = said_last(past, member, on_behalf_of)
    refuse(
        form=(now.on > today and early)
        or (not (member or on_behalf_of) and NOBODY)
        or (isinstance(said, AttendanceRecorded) and said.presence == presence and SAID)
    )
    return AttendanceRecorded(
        attendance=now.meeting, presence=presence, member=member, on_behalf_of=on_behalf_of
    )


def said_last(past: Sequence[Event], member: str | None, guest_of: str | None) -> Event | None:
    """What was said last of one member, or of the guest of one organisation."""
    said = (event for event in reversed(past) if isinstance(event, Said))
    if member:
        return next((event for event in said if event.member == member), None)
    return next(
        (event for event in said if not event.member and event.on_behalf_of == guest_of), None
    )
