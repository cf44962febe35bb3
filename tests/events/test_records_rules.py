"""What is recorded in a meeting: from its day on, set right or taken back, until it is approved."""

from datetime import date
from typing import Any

import pytest

from alliance.events import meetings_rules as meetings
from alliance.events import records_rules as words
from alliance.events.actions import ActionAgreed, ActionWithdrawn
from alliance.events.advice import AdviceGiven, AdviceWithdrawn
from alliance.events.agenda_rules import NO_STATEMENT, TOO_SOON
from alliance.events.base import Event
from alliance.events.meetings import (
    DecisionCorrected,
    DecisionTaken,
    DecisionWithdrawn,
    MeetingCancelled,
    MeetingPlanned,
)
from alliance.events.outcomes import OutcomeRecorded, OutcomeWithdrawn
from alliance.events.patterns import PatternRaised, PatternWithdrawn
from alliance.events.records import (
    Minutes,
    MinutesApproved,
    NoteTaken,
    NoteWithdrawn,
    PointRecorded,
)
from alliance.events.state import UNCHANGED
from tests.refusals import faults

SUNDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (22, 26, 27))
PLANNED = MeetingPlanned(meeting="m1", group="kerngroep", on=THURSDAY)
CANCELLED = MeetingCancelled(meeting="m1", reason="Ziek.")
TOLD = Minutes(title="Kerngroep", group="kerngroep", on=THURSDAY)
APPROVED = MinutesApproved(record="m1", told=TOLD, digest="a" * 64)
TAKEN = DecisionTaken(decision="d1", meeting="m1", group="kerngroep", statement="Ja.")
NOTED = NoteTaken(record="m1", note="n1", statement="Goed.", about="item:a")


def noted(*record: Event, today: date = THURSDAY, statement: str = " Goed. ") -> Event:
    return words.take_note(
        [PLANNED], record, note="n1", statement=statement, about="item:a", today=today
    )


def test_a_note_is_taken_at_a_point_from_the_day_itself() -> None:
    assert noted() == NOTED
    assert noted(today=FRIDAY) == NOTED
    early = "Deze bijeenkomst is pas op 26-11-2026. Leg het daarna vast."
    assert faults(lambda: noted(today=SUNDAY)) == {"form": early}
    assert faults(lambda: noted(statement=" ")) == {"statement": words.NO_NOTE}


def test_whatever_is_made_is_kept_with_its_point() -> None:
    made = words.record_at([PLANNED], [], [TAKEN], about="item:a", today=THURSDAY)

    assert made == (PointRecorded(record="m1", of="decision:d1", about="item:a"), TAKEN)


@pytest.mark.parametrize(
    ("meeting", "record", "why"),
    [
        ([], [], meetings.UNKNOWN),
        ([PLANNED, CANCELLED], [], meetings.CANCELLED),
        ([PLANNED], [APPROVED], words.APPROVED),
    ],
)
def test_nothing_is_recorded_where_no_meeting_stands_or_the_minutes_are_approved(
    meeting: list[Event], record: list[Event], why: str
) -> None:
    told = faults(lambda: words.record_at(meeting, record, [TAKEN], about=None, today=FRIDAY))
    assert told == {"form": why}


def corrected(*past: Event, record: tuple[Event, ...] = (), **said: Any) -> Event:
    known: dict[str, Any] = {"statement": "Nee.", "held_on": THURSDAY} | said
    return words.correct_decision(record, past, **known)


def test_a_decision_is_set_right_until_the_minutes_are_approved() -> None:
    right = DecisionCorrected(
        decision="d1", statement="Nee.", review_on=date(2027, 1, 1), mandate="college"
    )
    said: dict[str, Any] = {"review_on": date(2027, 1, 1), "mandate": "college"}
    assert corrected(TAKEN, statement=" Nee. ", **said) == right
    assert faults(lambda: corrected(TAKEN, right, **said)) == {"form": UNCHANGED}
    assert faults(lambda: corrected(TAKEN, record=(APPROVED,))) == {"form": words.APPROVED}


def test_a_decision_set_right_wrongly_is_refused_with_every_fault() -> None:
    told = faults(lambda: corrected(TAKEN, statement=" ", review_on=THURSDAY))
    assert told == {"statement": NO_STATEMENT, "review_on": TOO_SOON}
    assert faults(lambda: corrected()) == {"form": words.NOT_THERE}
    gone = DecisionWithdrawn(decision="d1")
    assert faults(lambda: corrected(TAKEN, gone)) == {"form": words.NOT_THERE}


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        (TAKEN, DecisionWithdrawn(decision="d1")),
        (
            ActionAgreed(action="a1", title="Bel"),
            ActionWithdrawn(action="a1", reason=words.MISTAKEN),
        ),
        (
            AdviceGiven(advice="v1", group="g", to="h", statement="Korter."),
            AdviceWithdrawn(advice="v1"),
        ),
        (PatternRaised(pattern="s1", statement="Zij komen."), PatternWithdrawn(pattern="s1")),
        (
            OutcomeRecorded(outcome="o1", statement="Het hielp.", on=THURSDAY),
            OutcomeWithdrawn(outcome="o1", reason=words.MISTAKEN),
        ),
    ],
)
def test_what_was_recorded_wrongly_is_taken_back(said: Event, gone: Event) -> None:
    assert words.take_back([], [said], of=said.stream) == gone
    assert faults(lambda: words.take_back([APPROVED], [said], of=said.stream)) == {
        "form": words.APPROVED
    }


def test_a_note_is_taken_back_once() -> None:
    gone = NoteWithdrawn(record="m1", note="n1")
    assert words.take_back([NOTED], [], of="note:n1") == gone
    assert faults(lambda: words.take_back([NOTED, gone], [], of="note:n1")) == {
        "form": words.NOT_THERE
    }
    assert faults(lambda: words.take_back([], [], of="persona:hans")) == {"form": words.NOT_THERE}


def test_minutes_are_approved_once_and_after_the_meeting() -> None:
    said: dict[str, Any] = {"told": TOLD, "digest": "a" * 64, "today": FRIDAY}
    made = words.approve_minutes([PLANNED], [NOTED], approved_in="m2", **said)
    assert (made.record, made.told, made.approved_in) == ("m1", TOLD, "m2")
    told = faults(lambda: words.approve_minutes([PLANNED], [APPROVED], **said))
    assert told == {"form": words.APPROVED}
