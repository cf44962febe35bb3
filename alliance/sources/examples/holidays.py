"""Public holidays: days on which no group meets."""

from datetime import date, timedelta

FIXED = frozenset({(1, 1), (4, 27), (5, 5), (12, 25), (12, 26)})
"""By month and day: New Year, King's Day, Liberation Day, Christmas."""
AROUND_EASTER = frozenset({-2, 0, 1, 39, 49, 50})
"""By days from Easter: Good Friday, Easter, Ascension, Whitsun."""


def is_free(day: date) -> bool:
    """Whether a day is a public holiday in the Netherlands."""
    return (day.month, day.day) in FIXED or (day - easter(day.year)).days in AROUND_EASTER


def easter(year: int) -> date:
    """Easter Sunday; Gauss's rule as it holds from 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    days = moon + sunday
    late = days == 35 or (days == 34 and moon == 28 and year % 19 > 10)
    return date(year, 3, 22) + timedelta(days=days - 7 * late)
