"""Rules of milestones: what may be said of a moment the plan names, and when."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.events import milestones as words
from alliance.events.base import Refused
from alliance.events.days import NOT_YET
from alliance.events.milestones import (
    MilestoneAdopted,
    MilestoneDropped,
    MilestoneReached,
    MilestoneReopened,
    settle_milestone,
)
from alliance.events.state import UNCHANGED, WHY, WHY_NOT

TODAY, TOMORROW, THEN = date(2026, 3, 2), date(2026, 3, 3), date(2020, 12, 1)
PLAN = MilestoneAdopted(milestone="M7", statement="Eindevaluatie", year=2020, source="plan")
REACHED = MilestoneReached(milestone="M7", on=THEN)
DROPPED = MilestoneDropped(milestone="M7", reason="Er was geen tijd.")


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_a_milestone_is_reached_on_a_day() -> None:
    said = settle_milestone([PLAN], state="gehaald", on=THEN, note=None, today=TODAY)
    assert said == REACHED


def test_a_milestone_may_be_reached_on_a_day_nobody_knows() -> None:
    said = settle_milestone([PLAN], state="gehaald", on=None, note=" Lang geleden. ", today=TODAY)
    assert said == MilestoneReached(milestone="M7", note="Lang geleden.")


def test_a_milestone_is_dropped_and_opened_again_with_a_reason() -> None:
    dropped = settle_milestone(
        [PLAN], state="niet_doorgegaan", on=None, note="Er was geen tijd.", today=TODAY
    )
    assert dropped == DROPPED
    again = settle_milestone([PLAN, DROPPED], state="open", on=None, note="Toch wel.", today=TODAY)
    assert again == MilestoneReopened(milestone="M7", reason="Toch wel.")


def test_the_last_word_counts_and_may_set_the_day_right() -> None:
    said = settle_milestone([PLAN, REACHED], state="gehaald", on=TODAY, note=None, today=TODAY)
    assert said == MilestoneReached(milestone="M7", on=TODAY)


@pytest.mark.parametrize(
    ("state", "on", "note", "why"),
    [
        (None, None, None, {"state": words.NO_STATE}),
        ("gehaald", TOMORROW, None, {"on": NOT_YET}),
        ("niet_doorgegaan", THEN, " ", {"on": words.NO_DAY, "note": WHY_NOT}),
        ("open", None, None, {"note": WHY}),
        ("open", None, "Zomaar.", {"form": UNCHANGED}),
    ],
)
def test_settling_is_refused_with_every_fault_at_once(
    state: str | None, on: date | None, note: str | None, why: dict[str, str]
) -> None:
    assert why == faults(
        lambda: settle_milestone([PLAN], state=state, on=on, note=note, today=TODAY)
    )


def test_saying_the_same_twice_is_refused() -> None:
    told = faults(
        lambda: settle_milestone([PLAN, REACHED], state="gehaald", on=THEN, note="", today=TODAY)
    )
    assert told == {"form": UNCHANGED}


def test_a_milestone_nobody_named_is_left_alone() -> None:
    told = faults(lambda: settle_milestone([], state="gehaald", on=None, note=None, today=TODAY))
    assert told == {"form": words.UNKNOWN}
