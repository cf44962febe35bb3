"""Hours: what members note of the time their role takes; nobody sees what one person noted.

A quarter closes four weeks after it ended. Only then is a sum of it shown, and it never changes
again: a sum that moved would give away who noted or corrected something in between.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from alliance.events.base import Event, Id, event, refuse
from alliance.events.days import quarter_after, written
from alliance.events.state import UNCHANGED

OPEN_FOR = timedelta(days=28)
"""So long after a quarter hours can still be noted for it."""
HALF = 30
"""Minutes: nobody is asked to be more precise than half an hour."""
MOST = 200 * 60

NO_ROLE = "Kies een rol die jij hebt. Ze staan op de pagina met jouw uren."
NO_MONTH = "Kies over welke maand het gaat."
NOT_YET = "Deze maand moet nog komen. Kies een maand die al begonnen is."
NO_HOURS = (
    "Schrijf hele of halve uren, zoals 2 of 1,5. Weet je het niet? Noteer dan niets: dat is"
    " onbekend, geen nul."
)
TOO_MANY = "Dit is meer dan 200 uur in één maand. Kijk het na en vul het opnieuw in."
GONE = "Deze uren nam je terug. Ga naar de pagina met jouw uren en noteer ze opnieuw."


class HoursFacts(Event):
    """What one member noted of one role in one month."""

    hours: Id
    member: Id
    role: Id  # of the plan
    since: date  # the first day of the month
    until: date
    minutes: int


@event("hours_noted", "hours", "Uren genoteerd")
class HoursNoted(HoursFacts):
    """A member noted how long a role took in a month."""


@event("hours_corrected", "hours", "Uren verbeterd")
class HoursCorrected(HoursFacts):
    """The same, set right by who noted it."""


@event("hours_withdrawn", "hours", "Uren teruggenomen")
class HoursWithdrawn(Event):
    """Who noted it takes it back."""

    hours: Id


def note_hours(
    *,
    hours: str,
    member: str,
    role: str,
    of: Collection[str],
    month: date | None,
    minutes: int | None,
    today: date,
) -> HoursNoted:
    """Note how long a role took in a month; `of` are the roles of the plan this member has."""
    refuse(
        form=role not in of and NO_ROLE,
        month=unfit_month(month, today),
        hours=unfit_minutes(minutes),
    )
    assert month is not None and minutes is not None  # what is missing was refused
    return HoursNoted(
        hours=hours,
        member=member,
        role=role,
        since=month,
        until=last_of(month),
        minutes=minutes,
    )


def correct_hours(history: Sequence[Event], *, minutes: int | None) -> HoursCorrected:
    """Set right how long it took; the sum of a quarter that closed stays as it was."""
    now = noted(history)
    refuse(hours=unfit_minutes(minutes), form=minutes == now.minutes and UNCHANGED)
    assert minutes is not None  # what is missing was refused
    return HoursCorrected(
        hours=now.hours,
        member=now.member,
        role=now.role,
        since=now.since,
        until=now.until,
        minutes=minutes,
    )


def withdraw_hours(history: Sequence[Event]) -> HoursWithdrawn:
    """Take back what was noted."""
    return HoursWithdrawn(hours=noted(history).hours)


def noted(history: Sequence[Event]) -> HoursFacts:
    """What is noted now; refused when it was taken back."""
    last = history[-1]
    refuse(form=isinstance(last, HoursWithdrawn) and GONE)
    assert isinstance(last, HoursFacts)
    return last


def unfit_month(month: date | None, today: date) -> str | None:
    """What is wrong with the month that hours are noted for, or None."""
    if month is None:
        return NO_MONTH
    if month > today:
        return NOT_YET
    closed = closes_on(month)
    late = f"Dit kwartaal is gesloten sinds {written(closed)}. Kies een latere maand."
    return late if today > closed else None


def unfit_minutes(minutes: int | None) -> str | None:
    """What is wrong with how long it took, or None; nothing is unknown, never zero."""
    if not minutes or minutes < 0 or minutes % HALF:
        return NO_HOURS
    return TOO_MANY if minutes > MOST else None


def closes_on(day: date) -> date:
    """The last day on which hours count for the quarter of a day."""
    return quarter_after(day) - timedelta(days=1) + OPEN_FOR


def last_of(month: date) -> date:
    """The last day of a month."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def open_months(today: date) -> list[date]:
    """The first days of the months that hours can be noted for, the last one first."""
    found, month = [], today.replace(day=1)
    while today <= closes_on(month):
        found.append(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return found
