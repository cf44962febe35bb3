"""Days that stand ready beside the field in which a day is typed: one tap is enough."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

from alliance import dutch
from alliance.events.days import written
from alliance.projections import meetings
from alliance.projections.meetings import Meeting
from alliance.web.pages import ask, person, today

WEEK = timedelta(weeks=1)
Choices = list[tuple[str, str]]


def soon(group: str | None = None) -> Choices:
    """Today, and then as ahead: for what may be done already."""
    return [choice(today(), "vandaag"), *ahead(group)]


def ahead(group: str | None = None) -> Choices:
    """Days to have something done: soon, or when the group, or one of the reader's, meets."""
    now = today()
    days = {now + WEEK: "over een week", now + 2 * WEEK: "over twee weken"}
    days[months_after(now, 1)] = "over een maand"
    if meeting := first_of([group] if group else person().groups):
        days[meeting.on] = f"als {meeting.group_name} bij elkaar komt"
    return [choice(day, days[day]) for day in sorted(days)]


def first_of(groups: Collection[str]) -> Meeting | None:
    """The first meeting to come of these groups, not today's."""
    tomorrow = today() + timedelta(days=1)
    found = [ask(meetings.next_of, group, tomorrow) for group in sorted(groups)]
    return min(filter(None, found), key=lambda one: one.on, default=None)


def later(than: date) -> Choices:
    """The same day of a later week, for what was to be on a day; never one that has been."""
    weeks = {1: "een week later", 2: "twee weken later", 4: "vier weken later"}
    days = [(than + many * WEEK, words) for many, words in weeks.items()]
    return [choice(day, words) for day, words in days if day >= today()]


def behind(agreed: date | None = None) -> Choices:
    """Days on which something was: today, yesterday, or when it was to be done."""
    days = {today(): "vandaag", today() - timedelta(days=1): "gisteren"}
    if agreed and agreed < today():
        days.setdefault(agreed, "op de afgesproken dag")
    return [choice(day, words) for day, words in days.items()]


def far_ahead() -> Choices:
    """Days to look at something again: not soon."""
    months = {3: "over drie maanden", 6: "over een half jaar", 12: "over een jaar"}
    return [choice(months_after(today(), many), words) for many, words in months.items()]


def choice(day: date, words: str) -> tuple[str, str]:
    """A day as a form sends it, and in words with its weekday."""
    named = dutch.weekday(day).removesuffix(f" {today().year}")
    return written(day), f"{words}: {named}"


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
