"""Noting hours: of an own role, for a month whose quarter is open; nothing is never zero."""

from datetime import date
from typing import Any

import pytest

from alliance.events.base import Refused
from alliance.events.hours import (
    HoursNoted,
    closes_on,
    correct_hours,
    last_of,
    note_hours,
    open_months,
    withdraw_hours,
)

JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
TODAY = date(2026, 3, 2)
NOTED = HoursNoted(
    hours="u1",
    member="fatima",
    role="themagroeplid",
    since=FEBRUARY,
    until=date(2026, 2, 28),
    minutes=150,
)


def note(**other: Any) -> HoursNoted:
    facts: dict[str, Any] = {"hours": "u1", "member": "fatima", "role": "themagroeplid"}
    facts |= {"of": ("themagroeplid",), "month": FEBRUARY, "minutes": 150, "today": TODAY}
    return note_hours(**facts | other)


def refusal(field: str, **other: Any) -> str:
    with pytest.raises(Refused) as why:
        note(**other)
    assert [*why.value.faults] == [field]
    return why.value.faults[field]


def test_a_member_notes_the_hours_of_a_role_in_a_month() -> None:
    assert note() == NOTED


@pytest.mark.parametrize("minutes", [None, 0, -30, 10, 95])
def test_nothing_or_something_odd_is_no_number_of_hours(minutes: int | None) -> None:
    assert "onbekend, geen nul" in refusal("hours", minutes=minutes)


def test_more_than_fits_in_a_month_is_a_mistake() -> None:
    assert "200 uur" in refusal("hours", minutes=201 * 60)


def test_only_an_own_role_can_be_noted() -> None:
    assert "die jij hebt" in refusal("form", role="aanjager")


def test_a_month_is_chosen_has_begun_and_its_quarter_is_open() -> None:
    assert "welke maand" in refusal("month", month=None)
    assert "nog komen" in refusal("month", month=date(2026, 4, 1))
    late = refusal("month", month=date(2025, 12, 1))
    assert "gesloten sinds 28-01-2026" in late


def test_a_quarter_closes_four_weeks_after_it_ended() -> None:
    assert closes_on(date(2025, 11, 5)) == date(2026, 1, 28)
    assert closes_on(MARCH) == date(2026, 4, 28)
    assert open_months(TODAY) == [MARCH, FEBRUARY, JANUARY]
    assert open_months(date(2026, 1, 28))[-1] == date(2025, 10, 1)
    assert last_of(date(2028, 2, 1)) == date(2028, 2, 29)


def test_who_noted_it_sets_it_right_or_takes_it_back() -> None:
    better = correct_hours([NOTED], minutes=120)
    assert (better.minutes, better.since, better.member) == (120, FEBRUARY, "fatima")
    with pytest.raises(Refused, match="verander"):
        correct_hours([NOTED, better], minutes=120)
    gone = withdraw_hours([NOTED, better])
    with pytest.raises(Refused, match="opnieuw"):
        correct_hours([NOTED, better, gone], minutes=60)
