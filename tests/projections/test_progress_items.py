"""What came of something counts for what that works towards."""

import pytest

from alliance.counting import in_words
from alliance.events.actions import (
    ActionLinked,
)
from alliance.events.activities import ActivityCorrected, ActivityLinked, ActivityPlanned
from alliance.events.outcomes import OutcomeLinked
from alliance.projections.progress_evidence import (
    of_theme,
)
from alliance.projections.progress_overview import overview
from alliance.projections.progress_sums import Sums
from tests.projections import plan as real
from tests.projections.conftest import Given
from tests.projections.counted import (
    AGREED,
    BEFORE,
    IMPORTED,
    PLANNED,
    Asked,
    brought,
    counts,
    many,
    sums,
)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*real.plan(), by="import", at=IMPORTED)


def test_what_came_from_an_agreement_counts_for_its_result(given: Given, asked: Asked) -> None:
    activity = ActivityPlanned(activity="w1", title="Training", on=BEFORE, action="a1")
    given(AGREED, activity, brought(count=many(12), activity="w1"))
    assert sums(asked).outcomes == 1

    given(ActionLinked(action="a1", result="T4.R4"))
    assert sums(asked) == Sums()
    assert sums(asked, "T4.R4").activities_open == 1
    assert counts(asked, "T4.R4") == ["12 deelnames"]


def test_an_own_link_weighs_more_than_where_it_came_from(given: Given, asked: Asked) -> None:
    given(
        PLANNED,
        brought("o1", activity="w1"),
        brought("o2", activity="w1"),
        OutcomeLinked(outcome="o1", result="T3.R2"),
        ActivityLinked(activity="w1", result="T4.R4"),
    )

    assert sums(asked, "T3.R2").outcomes == 1
    assert sums(asked, "T4.R4").outcomes == 1


def test_what_belongs_to_no_result_counts_for_none_wherever_it_came_from(
    given: Given, asked: Asked
) -> None:
    none = OutcomeLinked(outcome="o1", without=("theme", "result"))
    given(PLANNED, brought("o1", activity="w1"), none)
    given(ActivityLinked(activity="w1", result="T4.R4"))

    assert sums(asked, "T4.R4").outcomes == 0
    assert asked(overview).unlinked.outcomes == 1


def test_an_activity_may_turn_out_to_come_from_an_agreement(given: Given, asked: Asked) -> None:
    loose = ActivityPlanned(activity="w1", title="Training", on=BEFORE)
    set_right = ActivityCorrected(activity="w1", title="Training", on=BEFORE, action="a1")
    given(AGREED, loose, set_right)
    assert sums(asked).activities_open == 1

    given(ActionLinked(action="a1", result="T3.R2"))
    assert sums(asked, "T3.R2").activities_open == 1


def test_what_has_only_a_theme_counts_for_the_theme(given: Given, asked: Asked) -> None:
    given(brought("o1", many(12), theme="T3"), brought("o2", many(8), result="T3.R1"))
    theme = asked(overview).themes[2]

    assert theme.unlinked.outcomes == 1
    assert theme.total.outcomes == 2
    assert [in_words(count) for count in theme.total.counts] == ["20 deelnames"]
    assert [item.stream for item in asked(of_theme, "T3").rows] == ["outcome:o1"]


def test_what_has_no_theme_is_still_counted(given: Given, asked: Asked) -> None:
    given(brought())

    assert asked(overview).unlinked.outcomes == 1
