"""Days: a plan lies ahead, a memory behind, and a mistyped year is caught."""

from datetime import date

import pytest

from alliance.events.days import (
    MISSING,
    NOT_YET,
    TOO_EARLY,
    TOO_FAR,
    unfit_memory,
    unfit_plan,
    written,
)

TODAY = date(2026, 11, 22)
PAST = "Deze dag is al geweest."


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (TODAY, None),
        (date(2036, 12, 31), None),
        (None, "Kies een dag."),
        (date(2026, 11, 21), PAST),
        (date(2062, 11, 22), TOO_FAR),
    ],
)
def test_a_plan_lies_today_or_ahead(day: date | None, why: str | None) -> None:
    assert unfit_plan(day, today=TODAY, past=PAST, missing="Kies een dag.") == why


def test_a_day_may_be_left_open_when_nobody_needs_it() -> None:
    assert unfit_plan(None, today=TODAY, past=PAST, missing=None) is None


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (TODAY, None),
        (date(2006, 1, 1), None),
        (date(2005, 12, 31), TOO_EARLY),
        (None, MISSING),
        (date(2026, 11, 23), NOT_YET),
        (date(206, 11, 22), TOO_EARLY),
    ],
)
def test_a_memory_lies_today_or_behind(day: date | None, why: str | None) -> None:
    assert unfit_memory(day, today=TODAY) == why


def test_a_day_is_written_as_people_type_it() -> None:
    assert written(date(2026, 3, 2)) == "02-03-2026"
