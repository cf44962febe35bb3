"""On which days mail leaves: once a week, on the day someone chose, never on a quiet one."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from alliance.holidays import is_quiet
from alliance.preferences import Preference

WEEK = timedelta(days=7)
MONTH = timedelta(days=28)
"""How long it takes at least before someone who never signs in gets the next mail."""
WAITS = timedelta(minutes=15)
"""How long the aanjager can still stop a letter that leaves outside the round."""
LOOK_AHEAD = 60
"""Longer than any quiet time, in days."""


def week_of(day: date) -> str:
    """The week of a day: 2026-W10."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def days_of_week(day: date, chosen: int) -> Iterator[date]:
    """The days of a week in order of liking: the one chosen, earlier ones, later ones."""
    monday = monday_of(day)
    for number in (chosen, *reversed(range(chosen)), *range(chosen + 1, 5)):
        yield monday + timedelta(days=number)


def mail_day(day: date, chosen: int) -> date | None:
    """The day on which mail leaves in the week of a day; None when the whole week is quiet."""
    return next((one for one in days_of_week(day, chosen) if not is_quiet(one)), None)


def has_turn(liked: Preference, on: date) -> bool:
    """Whether a mail with everything in it may leave on this day."""
    if mail_day(on, liked.day) != on:
        return False
    last = liked.mailed_on
    if last is None:
        return True
    if liked.signs_in:
        return week_of(last) != week_of(on)
    return on - last >= MONTH and (last.year, last.month) != (on.year, on.month)


def next_turn(liked: Preference, on: date) -> date:
    """The day of the mail after the one of this day."""
    return turn_after(liked.day, liked.signs_in, on)


@lru_cache(maxsize=1024)
def turn_after(chosen: int, signs_in: bool, on: date) -> date:
    """The day of the next mail for all who chose this day and were mailed on that one."""
    mailed = Preference(day=chosen, signs_in=signs_in, mailed_on=on)
    days = (on + timedelta(days=number) for number in range(1, LOOK_AHEAD))
    return next(day for day in days if has_turn(mailed, day))


def since(liked: Preference, on: date) -> date:
    """From which day on a mail of this day looks back: from the one before it."""
    return liked.mailed_on or on - (WEEK if liked.signs_in else MONTH)


def until(liked: Preference, on: date) -> date:
    """Up to which day a mail of this day looks ahead: a week, and until the next one."""
    return max(on + WEEK, next_turn(liked, on))


def working_day(day: date, *, step: int) -> date:
    """This day, or the first one before (-1) or after (1) it that is not quiet."""
    while is_quiet(day):
        day += timedelta(days=step)
    return day
