"""Public holidays: which days they are, and what they are called."""

from datetime import date

import pytest

from alliance.holidays import holiday


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
