"""Counts: unknown is never zero, and a number without a unit says nothing."""

import pytest

from alliance.events.counts import (
    BOTH,
    NEGATIVE,
    NO_NUMBER,
    NO_UNIT,
    NOT_UNIQUE,
    TOO_MANY,
    Count,
    count_faults,
)


@pytest.mark.parametrize(
    "count",
    [
        Count(known="getal", number=12),
        Count(known="getal", number=0, unit="personen", unique=True),
        Count(known="minstens", number=107),
        Count(known="onbekend"),
        Count(known="niet_aangeboden", unit="bezoeken"),
    ],
)
def test_an_honest_count_has_no_faults(count: Count) -> None:
    assert count_faults([count]) == {"number": None, "unit": None, "unique": None}


@pytest.mark.parametrize(
    ("count", "why"),
    [
        (Count(known="getal"), NO_NUMBER),
        (Count(known="minstens"), NO_NUMBER),
        (Count(known="getal", number=-1), NEGATIVE),
        (Count(known="getal", number=10_000_000), TOO_MANY),
        (Count(known="onbekend", number=3), BOTH),
        (Count(known="niet_aangeboden", number=0), BOTH),
    ],
)
def test_a_count_is_refused_for_its_number(count: Count, why: str) -> None:
    assert count_faults([count])["number"] == why


@pytest.mark.parametrize("unit", ["", "stuks"])
def test_a_count_is_refused_without_a_unit_we_know(unit: str) -> None:
    assert count_faults([Count(known="getal", number=3, unit=unit)])["unit"] == NO_UNIT


def test_of_several_counts_the_first_fault_is_told() -> None:
    counts = [Count(known="getal", number=3), Count(known="getal"), Count(known="getal", number=-1)]
    assert count_faults(counts)["number"] == NO_NUMBER


def test_only_people_are_counted_once() -> None:
    visits = Count(known="getal", number=3, unit="bezoeken", unique=True)
    assert count_faults([visits])["unique"] == NOT_UNIQUE
