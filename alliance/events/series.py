"""Series: the days a group may meet on in a year, proposed first, then planned all at once."""

from calendar import monthrange
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypedDict, Unpack

from alliance.events.base import Event, Refused, refuse
from alliance.events.meetings import GuestsInvited
from alliance.events.meetings_rules import NO_GROUP, plan_meeting, unfit_guests

Free = Callable[[date], str | None]
"""Says why nobody meets on a day: the name of a holiday, or None."""
YEAR, WEEK = timedelta(days=365), timedelta(weeks=1)
MONTHS, WEEKS = 12, 52
SPREAD, LAST = "verspreid", "laatste"
WHICH = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, LAST: 5, SPREAD: 0}
"""Which of the same weekdays in a month it is; the last one, or spread over the year."""
WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MOST = 26
NEARBY = timedelta(days=10)
SHIFTS = (0, 1, -1, 2, -2, 3, -3)
"""By how many weeks a day may shift when nobody meets on it, the nearest first."""

NO_WEEKDAY = "Kies op welke dag van de week de groep bij elkaar komt."
NO_WHICH = "Kies de hoeveelste van de maand het is, of kies gelijk verdeeld."
NUMBER = f"Schrijf hoe vaak de groep in een jaar bij elkaar komt: 1 tot {MOST} keer."
ONCE_A_MONTH = f"Op een vaste dag van de maand past hoogstens {MONTHS} keer. Kies gelijk verdeeld."
NOTHING = "Vink minstens één dag aan, of vul er een in."
TWICE = "Deze dag staat er al. Kies een andere dag of haal het vinkje weg."
THERE_ALREADY = "De groep komt die dag al bij elkaar. Kies een andere dag of haal het vinkje weg."


@dataclass(frozen=True)
class Wish:
    """How often a group wants to meet in a year, and on which day of the week or month."""

    weekday: str
    which: str
    number: int
    first: date  # from which day on


@dataclass(frozen=True)
class Proposed:
    """A day on which a group may meet."""

    on: date
    wanted: date  # the day it would have been
    why: str | None = None  # why it is another day
    near: date | None = None  # when the group meets around that day already


@dataclass(frozen=True)
class Proposal:
    """The days of a year, and those on which nobody meets."""

    days: tuple[Proposed, ...]
    skipped: tuple[tuple[date, str], ...]


class Common(TypedDict, total=False):
    """What every meeting of a series has."""

    group: str
    start: time | None
    minutes: int
    place: str | None
    link: str | None


def wish_for(*, weekday: str | None, which: str | None, number: int | None, first: date) -> Wish:
    """What a chair wants for a year; refuses with every fault at once."""
    monthly = number is not None and number > MONTHS and which not in (None, SPREAD)
    fits = number is not None and 0 < number <= MOST
    refuse(
        weekday=weekday not in WEEKDAYS and NO_WEEKDAY,
        which=which not in WHICH and NO_WHICH,
        number=(not fits and NUMBER) or (monthly and ONCE_A_MONTH),
    )
    assert weekday is not None and which is not None and number is not None  # or it was refused
    return Wish(weekday, which, number, first)


def propose_days(wish: Wish, free: Free, planned: Collection[date] = ()) -> Proposal:
    """The days of a year, none of them on a holiday; `planned` are those already agreed on."""
    wanted = spread(wish) if wish.which == SPREAD else monthly(wish)
    found: list[Proposed] = []
    skipped: list[tuple[date, str]] = []
    for day in wanted:
        why = free(day)
        taken = {one.on for one in found}
        on = next((on for on in around(day, wish) if not free(on) and on not in taken), None)
        if on is None:
            skipped.append((day, why or ""))
        else:
            near = min((one for one in planned if abs(one - on) <= NEARBY), default=None)
            found.append(Proposed(on, day, why, near))
    kept = evenly(sorted(found, key=lambda one: one.on), wish)
    return Proposal(tuple(kept), tuple(skipped))


def monthly(wish: Wish) -> list[date]:
    """The same weekday of each month, twelve times."""
    months = (divmod(wish.first.month - 1 + number, MONTHS) for number in range(MONTHS + 1))
    days = [of_month(wish.first.year + years, month + 1, wish) for years, month in months]
    return [day for day in days if day >= wish.first][:MONTHS]


def of_month(year: int, month: int, wish: Wish) -> date:
    """The day of a month that is wished for: the first Tuesday, the last Thursday."""
    weekday = WEEKDAYS.index(wish.weekday)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    weeks = WHICH[wish.which] - 1
    if wish.which == LAST:
        weeks = (monthrange(year, month)[1] - day.day) // 7
    return day + weeks * WEEK


def spread(wish: Wish) -> list[date]:
    """The same weekday, spread evenly over a year."""
    ahead = timedelta(days=(WEEKDAYS.index(wish.weekday) - wish.first.weekday()) % 7)
    weeks = (number * WEEKS // wish.number for number in range(wish.number))
    return [wish.first + ahead + week * WEEK for week in weeks]


def around(day: date, wish: Wish) -> Iterator[date]:
    """The day itself, and the same weekday of weeks around it, nearest first."""
    shifts = SHIFTS if wish.which == SPREAD else SHIFTS[:3]
    return (on for weeks in shifts if (on := day + weeks * WEEK) >= wish.first)


def evenly(days: Sequence[Proposed], wish: Wish) -> list[Proposed]:
    """As many days as are wished for, spread over the year; a day that had to shift goes first."""
    left = [*days]
    while len(left) > wish.number:
        left.remove(min(left, key=lambda one: (one.why is None, room_around(one, left))))
    return left


def room_around(one: Proposed, days: Sequence[Proposed]) -> timedelta:
    """How far apart the days before and after this one are: little, when it can be missed.

    After the last day comes the first one of the year after, so that the ends are no exception.
    """
    place = days.index(one)
    before = days[place - 1].on if place else days[-1].on - YEAR
    after = days[place + 1].on if place + 1 < len(days) else days[0].on + YEAR
    return after - before


def plan_series(
    days: Sequence[tuple[str, str, date | None, time | None]],
    *,
    today: date,
    planned: Collection[date] = (),
    organisations: Sequence[str] = (),
    others: int | None = None,
    **common: Unpack[Common],
) -> tuple[Event, ...]:
    """All meetings of a year at once: per day its form field, a key, the day, and its own hour.

    Raises Refused with every fault, each at the field of its day.
    """
    refuse(form=not days and NOTHING, group=not common.get("group") and NO_GROUP)
    wrong = unfit_guests(others)
    faults: dict[str, str] = {"others": wrong} if wrong else {}
    events: list[Event] = []
    taken: set[date] = set()
    for field, key, on, start in days:
        try:
            refuse(on=twice(on, taken, planned))
            taken |= {on} if on else set()
            facts = common | {"start": start or common.get("start")}
            meeting = plan_meeting(meeting=key, on=on, today=today, **facts)
            events += [meeting, *guests_of(meeting.meeting, organisations, others)]
        except Refused as why:
            faults |= {field if name == "on" else name: said for name, said in why.faults.items()}
    refuse(**faults)
    return tuple(events)


def twice(on: date | None, taken: Collection[date], planned: Collection[date]) -> str | None:
    """What is wrong with a day that stands there already, or None."""
    if on in taken:
        return TWICE
    return THERE_ALREADY if on in planned else None


def guests_of(
    meeting: str, organisations: Sequence[str], others: int | None
) -> list[GuestsInvited]:
    """The guests of one meeting of a series, when there are any."""
    there = bool(organisations) or others is not None
    said = GuestsInvited(meeting=meeting, organisations=tuple(organisations), others=others)
    return [said] if there else []
