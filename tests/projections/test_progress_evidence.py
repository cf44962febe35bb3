"""What lies under a result: what was done, held, brought and learned."""

import pytest

from alliance.events.actions import (
    ActionAgreed,
    ActionDone,
    ActionWithdrawn,
)
from alliance.events.activities import ActivityHeld
from alliance.events.outcomes import LessonCorrected, LessonRecorded, LessonWithdrawn
from alliance.projections.progress_evidence import (
    evidence,
    items_of,
    shared,
)
from tests.projections import plan as real
from tests.projections.conftest import Given
from tests.projections.counted import (
    AGREED,
    BEFORE,
    IMPORTED,
    PLANNED,
    TODAY,
    Asked,
    brought,
    many,
    result,
    sums,
)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*real.plan(), by="import", at=IMPORTED)


def test_bycatch_and_lessons_stand_together(given: Given, asked: Asked) -> None:
    lesson = LessonRecorded(lesson="l1", statement="Begin klein.", on=TODAY, action="a1")
    given(AGREED, lesson, at=BEFORE)
    given(brought(unplanned=True, result="T3.R1", count=many(12)), at=TODAY)
    outcome, learned = asked(shared).rows

    assert (outcome.unplanned, outcome.counts) == (True, (many(12),))
    assert (learned.kind, learned.result) == ("lesson", "T3.R1")
    assert (sums(asked).unplanned, sums(asked).lessons) == (1, 1)
    assert result(asked).news_on == TODAY, "an outcome is news, a lesson is not"


def test_a_lesson_that_was_taken_back_counts_no_more(given: Given, asked: Asked) -> None:
    given(LessonRecorded(lesson="l1", statement="Begin klein.", on=TODAY, action="a1"))
    given(LessonCorrected(lesson="l1", statement="Begin met soep.", on=TODAY, action="a1"))
    assert [one.title for one in asked(shared).rows] == ["Begin met soep."]
    given(LessonWithdrawn(lesson="l1", reason="Dubbel."))
    assert asked(shared).rows == ()


def test_evidence_is_what_was_done_held_and_brought(given: Given, asked: Asked) -> None:
    given(AGREED, PLANNED, ActivityHeld(activity="w1", counts=()))
    given(brought(evidence="deelnemers", activity="w1"))
    outcome, activity = asked(evidence, "T3.R1").rows

    assert (outcome.kind, outcome.evidence, outcome.parent) == (
        "outcome",
        "deelnemers",
        "activity:w1",
    )
    assert activity.kind == "activity"


def test_a_result_lists_its_agreements_open_ones_first(given: Given, asked: Asked) -> None:
    other = ActionAgreed(action="a2", title="Bel mentoren", result="T3.R1")
    gone = ActionAgreed(action="a3", title="Dubbel", result="T3.R1")
    given(AGREED, ActionDone(action="a1", on=TODAY), other, gone)
    given(ActionWithdrawn(action="a3", reason="Dubbel."))

    assert [item.key for item in asked(items_of, "T3.R1", "action").rows] == ["a2", "a1"]
    assert asked(items_of, "T3.R1", "activity").total == 0
