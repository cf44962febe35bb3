"""What was counted for a result, never more than is known."""

import pytest

from alliance.counting import in_words
from alliance.events.activities import ActivityHeld
from alliance.events.counts import Count
from alliance.events.outcomes import OutcomeCorrected, OutcomeWithdrawn
from alliance.projections.progress_overview import overview
from tests.projections import plan as real
from tests.projections.conftest import Given
from tests.projections.counted import (
    IMPORTED,
    PLANNED,
    TODAY,
    Asked,
    brought,
    counts,
    many,
)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*real.plan(), by="import", at=IMPORTED)


def test_counts_are_added_by_unit(given: Given, asked: Asked) -> None:
    given(
        PLANNED,
        ActivityHeld(activity="w1", counts=(many(12), many(9, "getraind", unique=True))),
        brought(count=many(95), result="T3.R1"),
    )

    assert counts(asked) == ["107 deelnames", "9 personen getraind"]
    assert [in_words(count) for count in asked(overview).total.counts] == counts(asked)


def test_a_count_nobody_made_leaves_a_lower_bound(given: Given, asked: Asked) -> None:
    unknown = Count(known="onbekend", unit="deelnames")
    given(brought("o1", many(107), result="T3.R1"), brought("o2", unknown, result="T3.R1"))

    assert counts(asked) == ["minstens 107 deelnames"]


def test_people_are_not_counted_twice_over_two_days(given: Given, asked: Asked) -> None:
    people = {"result": "T3.R1"}
    given(
        brought("o1", many(12, "personen", unique=True), **people),
        brought("o2", many(30, "personen", unique=True), **people),
    )
    assert counts(asked) == ["minstens 42 deelnames", "minstens 30 personen"]

    given(OutcomeWithdrawn(outcome="o2", reason="Dubbel."))
    assert counts(asked) == ["minstens 12 deelnames", "12 personen"]


def test_an_activity_and_its_outcome_do_not_count_the_same_twice(
    given: Given, asked: Asked
) -> None:
    given(
        PLANNED,
        ActivityHeld(activity="w1", counts=(many(12),)),
        brought("o1", many(12, "personen"), activity="w1", result="T3.R1"),
        brought("o2", many(7, "gesprekken"), activity="w1", result="T3.R1"),
    )

    assert counts(asked) == ["12 deelnames", "7 gesprekken"]


def test_a_small_count_cannot_be_subtracted(given: Given, asked: Asked) -> None:
    given(brought("o1", many(20), result="T3.R1"), brought("o2", many(3), result="T3.R1"))

    assert counts(asked) == ["minstens 20 deelnames"]


def test_a_corrected_count_takes_the_place_of_the_first(given: Given, asked: Asked) -> None:
    recorded = brought(count=many(12), result="T3.R1")
    set_right = OutcomeCorrected(
        outcome="o1", statement="Zij durven.", on=TODAY, count=many(21), result="T3.R1"
    )
    given(recorded, set_right)

    assert counts(asked) == ["21 deelnames"]


def test_a_count_of_nothing_left_is_gone(given: Given, asked: Asked) -> None:
    given(brought(count=many(12), result="T3.R1"), OutcomeWithdrawn(outcome="o1", reason="Nee."))

    assert counts(asked) == []
