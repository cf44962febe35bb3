"""Dates, numbers and lists as people in Capelle write them."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
UNKNOWN = "onbekend"
WORDS_A_MINUTE = 180
SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+(?=[A-ZÉ0-9])")


def day(on: date | None) -> str:
    """A date in words: 22 november 2026."""
    return format_date(on, "d MMMM y", locale="nl") if on else UNKNOWN


@lru_cache(maxsize=64)  # every projection asks it of the same entry
def day_of(at: datetime) -> date:
    """The date in Amsterdam at this moment."""
    return at.astimezone(AMSTERDAM).date()


def weekday(on: date | None) -> str:
    """A date in words with its weekday: zondag 22 november 2026."""
    return format_date(on, "EEEE d MMMM y", locale="nl") if on else UNKNOWN


def month(on: date) -> str:
    """The month of a date: november 2026."""
    return format_date(on, "MMMM y", locale="nl")


def span(on: date, until: date | None = None) -> str:
    """Days in words: "24 september tot en met 30 september 2026", or one with its weekday."""
    if until is None or until == on:
        return weekday(on)
    first = format_date(on, "d MMMM", locale="nl") if on.year == until.year else day(on)
    return f"{first} tot en met {day(until)}"


def hour(at: time | None) -> str:
    """A time of day: 14.00 uur; nothing when it is left open."""
    return f"{at:%H.%M} uur" if at else ""


def moment(at: datetime) -> str:
    """A day and time in Amsterdam: 22 november 2026, 14.00 uur."""
    here = at.astimezone(AMSTERDAM)
    return f"{day(here.date())}, {hour(here.time())}"


def number(amount: int | float | None) -> str:
    """A number in figures, with points between thousands: 1.284. Unknown is never zero."""
    return UNKNOWN if amount is None else format_decimal(amount, locale="nl")


def several(amount: int, one: str, more: str) -> str:
    """How many of what: "één afspraak", "3 afspraken", "geen afspraken"."""
    if amount == 1:
        return f"één {one}"
    return f"{number(amount) if amount else 'geen'} {more}"


def listed(names: Iterable[str]) -> str:
    """A list in words: a, b en c."""
    *first, last = [*names] or [""]
    return f"{', '.join(first)} en {last}" if first else last


def capital(sentence: str) -> str:
    """The same sentence, beginning with a capital; one is written Eén, not Één."""
    return sentence[:1].upper().replace("É", "E") + sentence[1:]


def shortened(line: str, longest: int) -> str:
    """A line of at most this many characters; what was cut off shows as an ellipsis."""
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def opening(told: str) -> tuple[str, str]:
    """The first sentence, and what comes after it."""
    first, *rest = SENTENCE_ENDS.split(told.strip(), maxsplit=1)
    return first, "".join(rest)


def reading_minutes(*texts: str | None) -> int:
    """In how many minutes this is read, quietly; at least one."""
    return max(1, round(sum(len((text or "").split()) for text in texts) / WORDS_A_MINUTE))


FILTERS = {
    "day": day,
    "weekday": weekday,
    "span": span,
    "hour": hour,
    "moment": moment,
    "number": number,
    "listed": listed,
    "several": several,
    "capital": capital,
    "opening": opening,
}
"""What templates call these by."""
