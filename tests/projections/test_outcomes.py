"""What actions and activities brought and taught, after these things happened."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.counts import Count
from alliance.events.outcomes import (
    LessonCorrected,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeCorrected,
    OutcomeLinked,
    OutcomeRecorded,
    OutcomeWithdrawn,
)
from alliance.projections import outcomes
from alliance.projections.outcomes import Filter, LessonRow, OutcomeRow
from alliance.projections.paging import Page
from tests.projections.conftest import Given

Asked = Callable[..., Any]
FRIDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 22)
TWELVE = Count(known="minstens", number=12, unit="personen", unique=True)
TALK = OutcomeRecorded(outcome="o1", statement="Fijn.", on=FRIDAY, count=TWELVE, theme="t1")
STORY = OutcomeRecorded(
    outcome="o2",
    statement="Een nieuwe vrijwilliger.",
    on=SUNDAY,
    evidence="professionals",
    activity="v1",
    action="a1",
    result="r1",
    persona="hans",
    area="WK050202",
    unplanned=True,
)
LESSON = LessonRecorded(lesson="l1", statement="Bel eerst.", on=FRIDAY, activity="v1", theme="t1")


def ids(page: Page[OutcomeRow]) -> list[str]:
    return [row.outcome for row in page.rows]


def test_an_outcome_is_as_it_was_recorded(given: Given, asked: Asked) -> None:
    given(TALK, by="fatima", at=SUNDAY)
    row = asked(outcomes.one, "o1")
    assert (row.statement, row.on, row.count, row.evidence) == ("Fijn.", FRIDAY, TWELVE, "verhaal")
    assert (row.author, row.recorded_on, row.withdrawn) == ("fatima", SUNDAY, False)


def test_without_a_count_there_was_nothing_to_count(given: Given, asked: Asked) -> None:
    given(STORY)
    assert asked(outcomes.one, "o2").count is None


def test_a_correction_changes_the_wording_and_nothing_else(given: Given, asked: Asked) -> None:
    given(TALK, by="fatima", at=FRIDAY)
    given(OutcomeCorrected(outcome="o1", statement="Heel fijn.", on=FRIDAY), by="jan", at=SUNDAY)
    row = asked(outcomes.one, "o1")
    assert (row.statement, row.count, row.theme) == ("Heel fijn.", None, None)
    assert (row.author, row.recorded_on) == ("fatima", FRIDAY)


def test_an_outcome_taken_back_is_on_no_list_but_still_there(given: Given, asked: Asked) -> None:
    given(TALK, OutcomeWithdrawn(outcome="o1", reason="Dubbel."))
    row = asked(outcomes.one, "o1")
    assert (row.withdrawn, row.reason) == (True, "Dubbel.")
    assert ids(asked(outcomes.page, Filter())) == []
    assert ids(asked(outcomes.to_link)) == []


def test_an_unknown_outcome_is_none(given: Given, asked: Asked) -> None:
    given(OutcomeLinked(outcome="o9", result="r1"))
    assert asked(outcomes.one, "o9") is None


def test_what_misses_a_link_waits_until_it_is_linked(given: Given, asked: Asked) -> None:
    given(TALK, OutcomeLinked(outcome="o1", result="r1"))
    row = asked(outcomes.one, "o1")
    assert (row.theme, row.result) == ("t1", "r1")
    assert ids(asked(outcomes.to_link)) == ["o1"]
    given(OutcomeLinked(outcome="o1", persona="hans", area="WK050202"))
    assert ids(asked(outcomes.to_link)) == []


def test_what_is_for_everyone_misses_no_persona(given: Given, asked: Asked) -> None:
    given(TALK, OutcomeLinked(outcome="o1", persona="hans"))
    given(OutcomeLinked(outcome="o1", without=("result", "persona")))
    row = asked(outcomes.one, "o1")
    assert (row.theme, row.persona, row.without) == ("t1", None, ("result", "persona"))
    assert ids(asked(outcomes.to_link)) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ["o2", "o1"]),
        (Filter(theme="t1"), ["o1"]),
        (Filter(activity="v1"), ["o2"]),
        (Filter(action="a1"), ["o2"]),
        (Filter(result="r1"), ["o2"]),
        (Filter(persona="hans"), ["o2"]),
        (Filter(evidence="verhaal"), ["o1"]),
        (Filter(areas=("WK050202", "WK050203")), ["o2"]),
        (Filter(unplanned=True), ["o2"]),
    ],
)
def test_a_filter_leaves_only_what_is_asked(
    given: Given, asked: Asked, wanted: Filter, found: list[str]
) -> None:
    given(TALK, STORY)
    assert ids(asked(outcomes.page, wanted)) == found


def test_a_lesson_is_found_by_where_it_was_learned(given: Given, asked: Asked) -> None:
    given(LESSON, by="fatima")
    given(LessonRecorded(lesson="l2", statement="Begin klein.", on=SUNDAY, action="a1"))
    found = LessonRow("l1", "Bel eerst.", FRIDAY, "v1", None, "t1", None, "fatima", False, None)
    assert asked(outcomes.lesson, "l1") == found
    assert asked(outcomes.lesson, "l9") is None
    assert [row.lesson for row in asked(outcomes.learned).rows] == ["l2", "l1"]
    assert asked(outcomes.learned, theme="t1").rows == (found,)
    assert asked(outcomes.learned, activity="v1").rows == (found,)
    assert [row.lesson for row in asked(outcomes.learned, action="a1").rows] == ["l2"]


def test_a_lesson_reads_as_it_was_set_right_and_leaves_when_taken_back(
    given: Given, asked: Asked
) -> None:
    given(LESSON, by="fatima")
    given(LessonCorrected(lesson="l1", statement="Bel twee keer.", on=FRIDAY, theme="t1"))
    row = asked(outcomes.lesson, "l1")
    assert (row.statement, row.author, row.withdrawn) == ("Bel twee keer.", "fatima", False)
    given(LessonWithdrawn(lesson="l1", reason="Dubbel."))
    assert asked(outcomes.learned).rows == ()
    assert asked(outcomes.lesson, "l1").reason == "Dubbel."
