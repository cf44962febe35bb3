"""Rules of meetings: when a group may meet, and what may change about it."""

from collections.abc import Sequence
from datetime import date, time
from typing import TypedDict, Unpack

from alliance.events.base import (
    TITLE_LENGTH,
    Event,
    Refused,
    refuse,
    unfit_address,
    unfit_line,
    unfit_text,
)
from alliance.events.days import GONE, unfit_plan
from alliance.events.meetings import (
    GuestsInvited,
    MeetingCancelled,
    MeetingCorrected,
    MeetingFacts,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.state import UNCHANGED, WHY, WHY_NOT, changed, fold, tidy

MOST_GUESTS = 500
SHORTEST, LONGEST = 15, 480  # minutes of a meeting
TWO_HOURS = 120

NO_GROUP = "Kies welke groep bij elkaar komt."
NO_DAY = "Kies de dag van de bijeenkomst."
LENGTH = f"Een bijeenkomst duurt {SHORTEST} tot {LONGEST} minuten. Kies een andere duur."
NUMBER_OF_GUESTS = f"Schrijf een aantal van 1 tot {MOST_GUESTS}, of laat het leeg."
SAME_MOMENT = "Dit is al de dag en de tijd. Kies een ander moment."
UNKNOWN = "Deze bijeenkomst bestaat niet. Kies er een uit de lijst met bijeenkomsten."
WITHDRAWN = "Deze bijeenkomst is teruggenomen. Plan een nieuwe als dat nodig is."
CANCELLED = "Deze bijeenkomst is afgezegd. Plan een nieuwe als zij er toch komt."
PAST = "Deze bijeenkomst is al geweest. Kies de volgende bijeenkomst, of plan er een."


class MeetingChanges(TypedDict, total=False):
    """What a correction may set right; what is not named stays as it is."""

    group: str
    on: date | None
    start: time | None
    minutes: int
    place: str | None
    link: str | None


def plan_meeting(
    *,
    meeting: str,
    group: str,
    on: date | None,
    today: date,
    start: time | None = None,
    place: str | None = None,
    minutes: int = TWO_HOURS,
    link: str | None = None,
) -> MeetingPlanned:
    """A group will meet; time and place may follow later, so that a year can be planned ahead."""
    refuse(
        group=not group and NO_GROUP,
        on=unfit_plan(on, today=today, past=GONE, missing=NO_DAY),
        place=unfit_line(place or "", None, TITLE_LENGTH),
        minutes=unfit_length(minutes),
        link=unfit_address(link),
    )
    assert on is not None  # an empty day was refused
    return MeetingPlanned(
        meeting=meeting,
        group=group,
        on=on,
        start=start,
        minutes=minutes,
        place=tidy(place),
        link=tidy(link),
    )


def correct_meeting(
    history: Sequence[Event], *, today: date, **changes: Unpack[MeetingChanges]
) -> MeetingCorrected:
    """What was written down is set right; the day of a meeting that has been stays in the past."""
    now = meeting_now(history)
    new = changed(now, changes)
    refuse(
        group=not new.group and NO_GROUP,
        on=unfit_day(changes.get("on", now.on), now.on, today),
        place=unfit_line(new.place or "", None, TITLE_LENGTH),
        minutes=unfit_length(new.minutes),
        link=unfit_address(new.link),
    )
    refuse(form=new == now and UNCHANGED)
    return new


def move_meeting(
    history: Sequence[Event],
    *,
    on: date | None,
    today: date,
    start: time | None = None,
    reason: str | None = None,
) -> MeetingMoved:
    """Another day for a meeting still to come; without a time it begins at the same hour."""
    now = awaited_meeting(history, today)
    same = on == now.on and start in (None, now.start)
    refuse(
        on=(same and SAME_MOMENT) or unfit_plan(on, today=today, past=GONE, missing=NO_DAY),
        reason=unfit_text(reason),
    )
    assert on is not None  # an empty day was refused
    return MeetingMoved(meeting=now.meeting, on=on, start=start, reason=tidy(reason))


def invite_guests(
    history: Sequence[Event], *, organisations: Sequence[str], others: int | None, today: date
) -> GuestsInvited:
    """Who else is asked to come, without an account; nobody is written about by name."""
    now = awaited_meeting(history, today)
    refuse(others=unfit_guests(others))
    said = GuestsInvited(
        meeting=now.meeting, organisations=tuple(dict.fromkeys(organisations)), others=others
    )
    before = next((one for one in reversed(history) if isinstance(one, GuestsInvited)), None)
    refuse(form=said == (before or GuestsInvited(meeting=now.meeting)) and UNCHANGED)
    return said


def cancel_meeting(history: Sequence[Event], *, reason: str) -> MeetingCancelled:
    """It will not be held, or was not; what stood on its agenda comes back."""
    now = planned_meeting(history)
    refuse(reason=unfit_text(reason, WHY_NOT))
    return MeetingCancelled(meeting=now.meeting, reason=reason.strip())


def withdraw_meeting(history: Sequence[Event], *, reason: str) -> MeetingWithdrawn:
    """Take back what should not have been planned."""
    now = meeting_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return MeetingWithdrawn(meeting=now.meeting, reason=reason.strip())


def meeting_now(history: Sequence[Event]) -> MeetingCorrected:
    """What a meeting says now; refuses when there is none or it was taken back."""
    now = fold(history, MeetingFacts, MeetingCorrected)
    refuse(form=now is None and UNKNOWN)
    refuse(form=isinstance(ending(history), MeetingWithdrawn) and WITHDRAWN)
    assert now is not None  # an unknown meeting was refused
    return now


def planned_meeting(history: Sequence[Event]) -> MeetingCorrected:
    """What a meeting says now; refuses when it was cancelled."""
    now = meeting_now(history)
    if isinstance(ending(history), MeetingCancelled):
        raise Refused(form=CANCELLED)
    return now


def awaited_meeting(history: Sequence[Event], today: date) -> MeetingCorrected:
    """What a meeting says now; refuses when its day has been."""
    now = planned_meeting(history)
    refuse(form=now.on < today and PAST)
    return now


def ending(history: Sequence[Event]) -> Event | None:
    """The event that ended a meeting before it was held; None when it stands."""
    ends = MeetingCancelled | MeetingWithdrawn
    return next((event for event in reversed(history) if isinstance(event, ends)), None)


def unfit_day(on: date | None, before: date, today: date) -> str | None:
    """What is wrong with another day for a meeting, or None; one that has been may stay so."""
    if on is None or (on != before and before >= today):
        return unfit_plan(on, today=today, past=GONE, missing=NO_DAY)
    return None


def unfit_length(minutes: int) -> str | None:
    """What is wrong with how long a meeting is, or None."""
    return None if SHORTEST <= minutes <= LONGEST else LENGTH


def unfit_guests(others: int | None) -> str | None:
    """What is wrong with a number of guests, or None; it may be unknown."""
    return None if others is None or 0 < others <= MOST_GUESTS else NUMBER_OF_GUESTS
