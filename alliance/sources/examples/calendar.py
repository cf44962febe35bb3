"""The calendar of the examples: which group meets on which days, and who leads it then."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from alliance.holidays import is_free
from alliance.sources.examples.cast import (
    KERN,
    KLANK,
    LIFE,
    NEAR,
    SCHENKEL,
    SCHOLLEVAAR,
    YOUNG,
)
from alliance.sources.examples.pen import Pen

Calendar = dict[tuple[str, int], str]
"""The meetings by group and number: 0 comes next, 1 was the last one, and so on back."""
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = range(4)


@dataclass(frozen=True)
class Series:
    """How a group meets: on which weekday, first how soon after the story, how often, how many."""

    group: str
    chair: str
    weekday: int
    soonest: int
    every: int
    held: int
    start: time
    minutes: int
    place: str


CALENDAR = (
    Series(KERN, "karim", THURSDAY, 4, 42, 8, time(14), 120, "Gemeentehuis, zaal 2"),
    Series(LIFE, "lotte", TUESDAY, 9, 42, 8, time(10), 120, "Inloophuis de IJssel"),
    Series(YOUNG, "sander", TUESDAY, 16, 42, 8, time(15), 120, "Comenius College, kamer 12"),
    Series(NEAR, "marijke", TUESDAY, 2, 42, 8, time(13), 120, "Huis van de Wijk Schollevaar"),
    Series(KLANK, "noor", WEDNESDAY, 20, 84, 4, time(15, 30), 90, "Huis van de Wijk De Wel"),
    Series(SCHENKEL, "greet", MONDAY, 12, 56, 6, time(19, 30), 90, "Huis van de Wijk De Wel"),
    Series(SCHOLLEVAAR, "saida", MONDAY, 5, 49, 2, time(19), 90, "Huis van de Wijk Schollevaar"),
)
NEW_CHAIR = 203
"""Days before the end: from then on someone else leads the group for young people."""


def chair_on(series: Series, before: int) -> str:
    """Who leads a group, so many days before the end of the story."""
    return "hetty" if series.group == YOUNG and before > NEW_CHAIR else series.chair


def next_day(until: date, series: Series) -> date:
    """The first day on which this group meets after the story ends."""
    soonest = until + timedelta(days=series.soonest)
    return soonest + timedelta(days=(series.weekday - soonest.weekday()) % 7)


def held_before(pen: Pen, series: Series, number: int) -> int:
    """How many days before the end of the story a meeting is; never on a public holiday."""
    before = (pen.until - next_day(pen.until, series)).days + number * series.every
    while is_free(pen.exact(before)):
        before += 7 if number else -7
    return before
