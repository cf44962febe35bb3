"""The register of decisions: by which group, with which mandate, and when to look again."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.meetings import (
    AgendaLine,
    AgendaSet,
    DecisionCorrected,
    DecisionTaken,
    DecisionWithdrawn,
    MeetingMoved,
    MeetingPlanned,
)
from alliance.projections.decisions import Filter, listed, of_meeting, one, statement
from tests.projections.conftest import Given

Asked = Callable[..., Any]
OCTOBER, NOVEMBER, MARCH = date(2026, 10, 8), date(2026, 11, 26), date(2027, 3, 1)
HELD = MeetingPlanned(meeting="m1", group="kerngroep", on=OCTOBER)
OTHER = MeetingPlanned(meeting="m2", group="klankbordgroep", on=NOVEMBER)


def taken(decision: str, meeting: str = "m1", **said: Any) -> DecisionTaken:
    group = "kerngroep" if meeting == "m1" else "klankbordgroep"
    known: dict[str, Any] = {"statement": f"Besluit {decision}."} | said
    return DecisionTaken(decision=decision, meeting=meeting, group=group, **known)


def keys(page: Any) -> list[str]:
    return [decision.decision for decision in page.rows]


@pytest.fixture(autouse=True)
def two_meetings(given: Given) -> None:
    given(HELD, OTHER, at=date(2026, 9, 1))


def test_decisions_stand_with_their_meeting_and_group(given: Given, asked: Asked) -> None:
    given(taken("d1", mandate="college"), taken("d2"), taken("d3", "m2"))

    assert keys(asked(listed, Filter())) == ["d3", "d2", "d1"]
    assert keys(asked(listed, Filter(group="kerngroep"))) == ["d2", "d1"]
    assert keys(asked(listed, Filter(mandate="college"))) == ["d1"]
    assert [decision.decision for decision in asked(of_meeting, "m1")] == ["d1", "d2"]
    assert (asked(one, "d1").on, asked(one, "d1").mandate) == (OCTOBER, "college")
    assert (asked(statement, "d1"), asked(statement, "d9")) == ("Besluit d1.", None)


def test_a_decision_carries_the_day_its_meeting_was_held(given: Given, asked: Asked) -> None:
    given(MeetingMoved(meeting="m1", on=NOVEMBER), taken("d1"))
    assert asked(one, "d1").on == NOVEMBER


def test_what_must_be_looked_at_again_comes_first_by_its_day(given: Given, asked: Asked) -> None:
    given(taken("d1", review_on=MARCH), taken("d2", review_on=NOVEMBER), taken("d3"))
    assert keys(asked(listed, Filter(due=MARCH))) == ["d2", "d1"]
    assert keys(asked(listed, Filter(due=NOVEMBER))) == ["d2"]


def test_a_later_decision_about_one_is_its_review(given: Given, asked: Asked) -> None:
    given(taken("d1", review_on=NOVEMBER), taken("d2", about="decision:d1"))
    assert asked(one, "d1").reviewed_by == "d2"
    assert keys(asked(listed, Filter(due=MARCH))) == []

    given(DecisionWithdrawn(decision="d2"))
    assert asked(one, "d2") is None
    assert keys(asked(listed, Filter(due=MARCH))) == ["d1"]


def test_a_decision_set_right_says_what_is_right(given: Given, asked: Asked) -> None:
    given(taken("d1", review_on=MARCH))
    given(DecisionCorrected(decision="d1", statement="Nee.", mandate="groep"))
    found = asked(one, "d1")
    assert (found.statement, found.review_on, found.mandate) == ("Nee.", None, "groep")


def test_a_confidential_decision_is_for_its_group(given: Given, asked: Asked) -> None:
    closed = AgendaLine(
        key="item:a",
        title="Klacht",
        kind="besluiten",
        minutes=5,
        reason="X.",
        confidential=True,
    )
    given(AgendaSet(meeting="m1", lines=(closed,)))
    given(taken("d1", about="item:a"), taken("d2", about="item:b"))

    assert asked(one, "d1").confidential and not asked(one, "d2").confidential
    assert asked(statement, "d1") == "Een besluit dat binnen de groep blijft"
    assert asked(statement, "d2") == asked(one, "d2").statement
    assert keys(asked(listed, Filter())) == ["d2"]
    assert keys(asked(listed, Filter(inside=["kerngroep"]))) == ["d2", "d1"]
    assert keys(asked(listed, Filter(inside=None))) == ["d2", "d1"]
