"""Advice: given, answered once, with what was done and why."""

from alliance.events import advice as words
from alliance.events.advice import (
    AdviceAnswered,
    AdviceGiven,
    AdviceWithdrawn,
    answer_advice,
    give_advice,
    withdraw_advice,
)
from alliance.events.base import Event
from tests.refusals import faults

GIVEN = AdviceGiven(
    advice="v1", group="klankbordgroep", to="kerngroep", statement="Schrijf korter.", meeting="m1"
)
GONE = AdviceWithdrawn(advice="v1")
DONE = AdviceAnswered(advice="v1", uptake="deels", reason="Eén kantje.", meeting="m2")


def answered(*past: Event, uptake: str | None = "deels", reason: str = " Eén kantje. ") -> Event:
    return answer_advice(past, uptake=uptake, reason=reason, meeting="m2")


def test_a_group_gives_advice_to_another() -> None:
    given = give_advice(
        advice="v1",
        group="klankbordgroep",
        to="kerngroep",
        statement=" Schrijf korter. ",
        meeting="m1",
    )
    assert given == GIVEN
    told = faults(lambda: give_advice(advice="v1", group="g", to="h", statement=" "))
    assert told == {"statement": words.NO_STATEMENT}


def test_advice_is_answered_with_what_was_done_and_why() -> None:
    assert answered(GIVEN) == DONE
    told = faults(lambda: answered(GIVEN, uptake="misschien", reason=""))
    assert told == {"uptake": words.NO_UPTAKE, "reason": words.NO_REASON}


def test_advice_that_does_not_wait_is_not_answered() -> None:
    assert faults(answered) == {"form": words.UNKNOWN}
    assert faults(lambda: answered(GIVEN, GONE)) == {"form": words.WITHDRAWN}
    assert faults(lambda: answered(GIVEN, DONE)) == {"form": words.ANSWERED}


def test_advice_is_taken_back_before_it_was_answered() -> None:
    assert withdraw_advice([GIVEN]) == GONE
    assert faults(lambda: withdraw_advice([GIVEN, DONE])) == {"form": words.ANSWERED}
