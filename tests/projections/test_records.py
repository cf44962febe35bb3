"""What was recorded in a meeting, point by point, and whether its minutes were approved."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.actions import ActionAgreed, ActionCorrected, ActionWithdrawn
from alliance.events.advice import AdviceGiven, AdviceWithdrawn
from alliance.events.base import Event
from alliance.events.meetings import DecisionCorrected, DecisionTaken, DecisionWithdrawn
from alliance.events.outcomes import OutcomeCorrected, OutcomeRecorded, OutcomeWithdrawn
from alliance.events.patterns import PatternRaised, PatternWithdrawn
from alliance.events.records import (
    Minutes,
    MinutesApproved,
    NoteTaken,
    NoteWithdrawn,
    PointRecorded,
)
from alliance.projections.records import Approval, Line, approval, of_meeting
from tests.projections.conftest import Given

Asked = Callable[..., Any]
DAY, LATER = date(2026, 11, 26), date(2027, 1, 14)
ACTION = ActionAgreed(
    action="a1", title="Bel", organisation="cjg", by_when=LATER, meeting="m1", group="kerngroep"
)
DECISION = DecisionTaken(
    decision="d1",
    meeting="m1",
    group="kerngroep",
    statement="Ja.",
    about="item:a",
    review_on=LATER,
    mandate="groep",
)
ADVICE = AdviceGiven(advice="v1", group="g", to="h", statement="Korter.", meeting="m1")
PATTERN = PatternRaised(pattern="s1", statement="Zij komen.")
OUTCOME = OutcomeRecorded(outcome="o1", statement="Het hielp.", on=DAY)
NOTE = NoteTaken(record="m1", note="n1", statement="Goed.", about="item:a")


def at(of: str) -> PointRecorded:
    return PointRecorded(record="m1", of=of, about="item:a")


def told(asked: Asked) -> list[tuple[str, str, str | None]]:
    return [(line.kind, line.statement, line.about) for line in asked(of_meeting, "m1")]


def test_every_kind_of_thing_stands_at_its_point_in_order(given: Given, asked: Asked) -> None:
    given(at("decision:d1"), DECISION, at("action:a1"), ACTION, at("advice:v1"), ADVICE)
    given(at("pattern:s1"), PATTERN, at("outcome:o1"), OUTCOME, NOTE)

    assert told(asked) == [
        ("besluit", "Ja.", "item:a"),
        ("afspraak", "Bel", "item:a"),
        ("advies", "Korter.", "item:a"),
        ("signaal", "Zij komen.", "item:a"),
        ("opbrengst", "Het hielp.", "item:a"),
        ("notitie", "Goed.", "item:a"),
    ]
    first, second = asked(of_meeting, "m1")[:2]
    assert first == Line("decision:d1", "besluit", "item:a", "Ja.", None, LATER, "groep")
    assert (second.organisation, second.day, second.key) == ("cjg", LATER, "a1")


def test_what_names_its_meeting_stands_there_without_a_point_too(
    given: Given, asked: Asked
) -> None:
    given(ACTION, DECISION, ADVICE)
    assert told(asked) == [
        ("afspraak", "Bel", None),
        ("besluit", "Ja.", "item:a"),
        ("advies", "Korter.", None),
    ]


def test_what_was_recorded_in_no_meeting_stands_in_no_minutes(given: Given, asked: Asked) -> None:
    given(PATTERN, OUTCOME, ActionAgreed(action="a2", title="Bel"))
    assert told(asked) == []


def test_what_is_set_right_reads_as_it_should(given: Given, asked: Asked) -> None:
    given(at("decision:d1"), DECISION, at("outcome:o1"), OUTCOME, ACTION)
    given(
        DecisionCorrected(decision="d1", statement="Nee."),
        OutcomeCorrected(outcome="o1", statement="Het hielp echt.", on=DAY),
        ActionCorrected(action="a1", title="Bel nu", meeting="m1"),
    )
    assert [line[1] for line in told(asked)] == ["Nee.", "Het hielp echt.", "Bel nu"]


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        (DECISION, DecisionWithdrawn(decision="d1")),
        (ACTION, ActionWithdrawn(action="a1", reason="Fout.")),
        (ADVICE, AdviceWithdrawn(advice="v1")),
        (PATTERN, PatternWithdrawn(pattern="s1")),
        (OUTCOME, OutcomeWithdrawn(outcome="o1", reason="Fout.")),
        (NOTE, NoteWithdrawn(record="m1", note="n1")),
    ],
)
def test_what_was_taken_back_is_gone(given: Given, asked: Asked, said: Event, gone: Event) -> None:
    of = f"note:{said.note}" if isinstance(said, NoteTaken) else said.stream
    given(at(of), said)
    assert len(told(asked)) == 1
    given(gone)
    assert told(asked) == []


def test_minutes_that_were_approved_say_when_and_where(given: Given, asked: Asked) -> None:
    given(NOTE, at=DAY)
    assert asked(approval, "m1") is None
    minutes = Minutes(title="Kerngroep", group="kerngroep", on=DAY)
    given(MinutesApproved(record="m1", told=minutes, digest="a" * 64, approved_in="m2"), at=LATER)
    assert asked(approval, "m1") == Approval(LATER, "m2", "a" * 64)
