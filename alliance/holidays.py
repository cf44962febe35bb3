"""Public holidays: days on which no group meets, and days on which no mail is sent."""

from datetime import date, timedelta

SATURDAY, SUNDAY = 5, 6
FIXED = {
    (1, 1): "Nieuwjaarsdag",
    (5, 5): "Bevrijdingsdag",
    (12, 25): "Eerste Kerstdag",
    (12, 26): "Tweede Kerstdag",
}
"""By month and day."""
AROUND_EASTER = {
    -2: "Goede Vrijdag",
    0: "Eerste Paasdag",
    1: "Tweede Paasdag",
    39: "Hemelvaartsdag",
    49: "Eerste Pinksterdag",
    50: "Tweede Pinksterdag",
}
"""By days from Easter."""


def holiday(day: date) -> str | None:
    """Which public holiday of the Netherlands a day is, or None."""
    if day == kings_day(day.year):
        return "Koningsdag"
    return FIXED.get((day.month, day.day)) or AROUND_EASTER.get((day - easter(day.year)).days)


def is_free(day: date) -> bool:
    """Whether a day is a public holiday in the Netherlands."""
    return holiday(day) is not None


def kings_day(year: int) -> date:
    """The 27th of April, or the day before when that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == SUNDAY else day


def is_quiet(day: date) -> bool:
    """Whether nobody should find mail of ours: weekends, holidays, and Christmas to New Year."""
    between_the_years = day.month == 12 and day.day >= 24
    return day.weekday() >= SATURDAY or between_the_years or is_free(day)


def easter(year: int) -> date:
    """Easter Sunday; Gauss's rule as it holds from 1900 to 2099."""
    moon = (19 * (year % 19) + 24) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    days = moon + sunday
    late = days == 35 or (days == 34 and moon == 28 and year % 19 > 10)
    return date(year, 3, 22) + timedelta(days=days - 7 * late)
