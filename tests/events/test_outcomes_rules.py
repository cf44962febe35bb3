"""Rules of outcomes: how many of what and one sentence, or honestly not counted."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from alliance.events import activities_rules, outcomes_rules
from alliance.events.actions import ActionAgreed, ActionLogged
from alliance.events.actions_rules import UNKNOWN as NO_ACTION
from alliance.events.activities import ActivityCancelled, ActivityHeld, ActivityPlanned
from alliance.events.base import Event
from alliance.events.counts import NEGATIVE, NO_NUMBER, Count
from alliance.events.days import MISSING, NOT_YET
from alliance.events.outcomes import (
    LessonCorrected,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeCorrected,
    OutcomeLinked,
    OutcomeRecorded,
    OutcomeWithdrawn,
)
from alliance.events.outcomes_rules import (
    correct_lesson,
    correct_outcome,
    link_outcome,
    record_lesson,
    record_outcome,
    withdraw_lesson,
    withdraw_outcome,
)
from alliance.events.state import NO_LINK, UNCHANGED, WHY
from tests.refusals import faults

SATURDAY, SUNDAY, MONDAY = (date(2026, 11, day) for day in (21, 22, 23))
SOUP = ActivityPlanned(
    activity="v1", title="Soep", on=SATURDAY, result="r1", theme="t1", action="a1"
)
HELD = ActivityHeld(activity="v1", counts=())
LOGGED = ActionLogged(action="a2", title="Gebeld", on=SATURDAY, persona="hans")
TWELVE = Count(known="getal", number=12)
NOT_COUNTED = Count(known="onbekend")
RECORDED = OutcomeRecorded(outcome="o1", statement="Twee maakten een afspraak.", on=SATURDAY)
WITHDRAWN = OutcomeWithdrawn(outcome="o1", reason="Stond er dubbel.")


def record(**changes: object) -> tuple[Event, ...]:
    """Record the usual outcome, with some of it changed."""
    usual = {"outcome": "o1", "statement": " Fijn. ", "count": TWELVE, "today": SUNDAY}
    return record_outcome(**(usual | changes))  # type: ignore[arg-type]


def test_what_an_activity_brought_says_that_it_was_held() -> None:
    assert record(activity=[SOUP]) == (
        HELD,
        OutcomeRecorded(
            outcome="o1",
            statement="Fijn.",
            on=SATURDAY,
            count=TWELVE,
            evidence="telling",
            activity="v1",
            action="a1",
            theme="t1",
            result="r1",
        ),
    )


def test_a_second_outcome_does_not_hold_the_activity_again() -> None:
    (recorded,) = record(activity=[SOUP, HELD])
    assert isinstance(recorded, OutcomeRecorded)


def test_an_outcome_without_a_number_is_a_story_not_a_zero() -> None:
    _, recorded = record(activity=[SOUP], count=NOT_COUNTED)
    assert isinstance(recorded, OutcomeRecorded)
    assert (recorded.count, recorded.evidence) == (NOT_COUNTED, "verhaal")


def test_an_outcome_of_an_action_takes_over_its_day_and_links() -> None:
    made = record(action=[LOGGED], count=None, evidence="deelnemers", unplanned=True)
    assert made == (
        OutcomeRecorded(
            outcome="o1",
            statement="Fijn.",
            on=SATURDAY,
            evidence="deelnemers",
            unplanned=True,
            action="a2",
            persona="hans",
        ),
    )


def test_what_is_named_goes_before_what_is_taken_over() -> None:
    _, recorded = record(activity=[SOUP], on=SUNDAY, result="r2", theme=None)
    assert isinstance(recorded, OutcomeRecorded)
    assert (recorded.on, recorded.result, recorded.theme) == (SUNDAY, "r2", "t1")


def test_an_outcome_is_refused_with_every_fault_at_once() -> None:
    told = faults(lambda: record(statement=" ", count=Count(known="getal")))
    assert told == {"statement": outcomes_rules.NO_STATEMENT, "on": MISSING, "number": NO_NUMBER}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"on": MONDAY}, {"on": NOT_YET}),
        ({"on": SUNDAY, "count": Count(known="minstens", number=-2)}, {"number": NEGATIVE}),
        ({"activity": []}, {"form": activities_rules.UNKNOWN}),
        ({"action": []}, {"form": NO_ACTION}),
        (
            {"activity": [SOUP, ActivityCancelled(activity="v1", reason="Ziek.")]},
            {"form": activities_rules.CANCELLED},
        ),
        ({"action": [ActionAgreed(action="a3", title="Bel")]}, {"on": MISSING}),
    ],
)
def test_an_outcome_is_refused_when(changes: dict[str, object], why: dict[str, str]) -> None:
    assert faults(lambda: record(**changes)) == why


def test_a_correction_gives_the_whole_new_wording_with_its_count() -> None:
    made = correct_outcome([RECORDED], count=TWELVE, today=SUNDAY)
    assert made == OutcomeCorrected(
        outcome="o1", statement="Twee maakten een afspraak.", on=SATURDAY, count=TWELVE
    )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, {"form": UNCHANGED}),
        ({"statement": " "}, {"statement": outcomes_rules.NO_STATEMENT}),
        ({"on": None}, {"on": MISSING}),
        ({"count": Count(known="getal")}, {"number": NO_NUMBER}),
    ],
)
def test_a_correction_is_refused_when(
    changes: outcomes_rules.OutcomeChanges, why: dict[str, str]
) -> None:
    assert faults(lambda: correct_outcome([RECORDED], today=SUNDAY, **changes)) == why


def test_an_outcome_is_linked_to_a_result() -> None:
    assert link_outcome([RECORDED], result="r1") == OutcomeLinked(outcome="o1", result="r1")
    assert faults(lambda: link_outcome([RECORDED])) == {"form": NO_LINK}


def test_an_outcome_is_taken_back_with_its_reason() -> None:
    assert withdraw_outcome([RECORDED], reason="Stond er dubbel.") == WITHDRAWN
    assert faults(lambda: withdraw_outcome([RECORDED], reason="")) == {"reason": WHY}


@pytest.mark.parametrize(
    ("given", "why"),
    [([], outcomes_rules.UNKNOWN), ([RECORDED, WITHDRAWN], outcomes_rules.WITHDRAWN)],
)
@pytest.mark.parametrize(
    "act",
    [
        lambda given: correct_outcome(given, statement="Anders", today=SUNDAY),
        lambda given: link_outcome(given, result="r1"),
        lambda given: withdraw_outcome(given, reason="Dubbel."),
    ],
    ids=["correct", "link", "withdraw"],
)
def test_an_outcome_that_is_not_there_is_left_alone(
    act: Callable[[Sequence[Event]], Event], given: Sequence[Event], why: str
) -> None:
    assert faults(lambda: act(given)) == {"form": why}


def test_a_lesson_takes_over_where_it_was_learned() -> None:
    made = record_lesson(lesson="l1", statement=" Bel eerst.", today=SUNDAY, activity=[SOUP])
    assert made == LessonRecorded(
        lesson="l1", statement="Bel eerst.", on=SUNDAY, activity="v1", action="a1", theme="t1"
    )


def test_a_lesson_is_refused_without_words_or_ahead_of_time() -> None:
    told = faults(lambda: record_lesson(lesson="l1", statement="", on=MONDAY, today=SUNDAY))
    assert told == {"statement": outcomes_rules.NO_LESSON, "on": NOT_YET}


LESSON = LessonRecorded(lesson="l1", statement="Bel eerst.", on=SATURDAY, theme="t1")
GONE = LessonWithdrawn(lesson="l1", reason="Dubbel.")


def test_a_lesson_is_set_right_and_keeps_what_it_is_about() -> None:
    made = correct_lesson([LESSON], statement=" Bel twee keer. ", on=SUNDAY, today=SUNDAY)
    assert made == LessonCorrected(lesson="l1", statement="Bel twee keer.", on=SUNDAY, theme="t1")
    told = faults(lambda: correct_lesson([LESSON], statement="", on=MONDAY, today=SUNDAY))
    assert told == {"statement": outcomes_rules.NO_LESSON, "on": NOT_YET}
    same = {"statement": "Bel eerst.", "on": SATURDAY, "today": SUNDAY}
    assert faults(lambda: correct_lesson([LESSON], **same)) == {"form": UNCHANGED}  # type: ignore[arg-type]


def test_a_lesson_is_taken_back_once_and_with_a_reason() -> None:
    assert withdraw_lesson([LESSON], reason=" Dubbel. ") == GONE
    assert faults(lambda: withdraw_lesson([LESSON], reason="")) == {"reason": WHY}
    told = faults(lambda: withdraw_lesson([LESSON, GONE], reason="Nog eens."))
    assert told == {"form": outcomes_rules.LESSON_WITHDRAWN}
    assert faults(lambda: withdraw_lesson([], reason="Dubbel.")) == {
        "form": outcomes_rules.NO_SUCH_LESSON
    }
