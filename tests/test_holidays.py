"""Public holidays: which days they are, and what they are called."""

from datetime import date

import pytest

from alliance.holidays import holiday, is_quiet


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Nieuwjaarsdag"),
        (date(2026, 4, 3), "Goede Vrijdag"),
        (date(2026, 4, 6), "Tweede Paasdag"),
        (date(2026, 4, 27), "Koningsdag"),
        (date(2026, 5, 5), "Bevrijdingsdag"),
        (date(2026, 5, 14), "Hemelvaartsdag"),
        (date(2026, 5, 25), "Tweede Pinksterdag"),
        (date(2026, 12, 26), "Tweede Kerstdag"),
        (date(2026, 12, 24), None),
    ],
)
def test_a_public_holiday_has_a_name(day: date, name: str | None) -> None:
    assert holiday(day) == name


def test_kings_day_is_a_day_earlier_when_it_falls_on_a_sunday() -> None:
    assert holiday(date(2025, 4, 26)) == "Koningsdag"
    assert holiday(date(2025, 4, 27)) is None


@pytest.mark.parametrize("day", ["2026-03-07", "2026-04-27", "2026-12-24", "2026-12-31"])
def test_mail_stays_away_in_weekends_on_holidays_and_between_the_years(day: str) -> None:
    assert is_quiet(date.fromisoformat(day))


def test_mail_comes_on_an_ordinary_friday() -> None:
    assert not is_quiet(date(2026, 3, 6))
