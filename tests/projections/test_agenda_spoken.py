"""What was said in a meeting comes back: minutes, advice, and what was done with it."""

from datetime import timedelta

import pytest

from alliance.events.advice import AdviceAnswered, AdviceGiven, AdviceWithdrawn
from alliance.events.meetings import DecisionCorrected, DecisionTaken, DecisionWithdrawn
from alliance.events.records import Minutes, MinutesApproved
from tests.projections.agendas import (
    BEFORE,
    CORE,
    HELD,
    IMPORTED,
    MEETING,
    SOUNDING,
    THURSDAY,
    TODAY,
    Asked,
    on_agenda,
    points,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan

MINUTES = Minutes(title="Kerngroep", group=CORE, on=BEFORE)
APPROVED = MinutesApproved(record="m1", told=MINUTES, digest="a" * 64)
GIVEN = AdviceGiven(advice="v1", group=SOUNDING, to=CORE, statement="Schrijf korter.")
DONE = AdviceAnswered(advice="v1", uptake="deels", reason="Eén kantje.")


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def test_minutes_wait_first_on_the_next_agenda_until_they_are_approved(
    given: Given, asked: Asked
) -> None:
    given(HELD, on_agenda("m1", "item:a"), MEETING, at=BEFORE)
    point = next(iter(points(asked).values()))
    assert point.key == "minutes:m1"
    assert point.title == "Verslag vaststellen: donderdag 5 november 2026"
    assert (point.kind, point.minutes, point.streams) == ("besluiten", 5, ("meeting:m1",))
    assert "minutes:m1" not in points(asked, SOUNDING)

    given(APPROVED)
    assert "minutes:m1" not in points(asked)


def test_a_meeting_without_an_agenda_or_still_to_come_asks_for_no_minutes(
    given: Given, asked: Asked
) -> None:
    given(HELD, MEETING, on_agenda("m2", "item:a"), at=BEFORE)
    assert not [key for key in points(asked) if key.startswith("minutes:")]
    after = points(asked, today=THURSDAY + timedelta(1))
    assert "minutes:m2" in after


def test_minutes_that_were_not_reached_come_back(given: Given, asked: Asked) -> None:
    given(HELD, on_agenda("m1", "item:a"), MEETING, at=BEFORE)
    given(on_agenda("m2", "minutes:m1"))
    later = points(asked, today=THURSDAY + timedelta(1))["minutes:m1"]
    assert later.reason.endswith("Dit stond ook op de agenda van 26 november 2026.")


def test_advice_waits_for_the_group_that_must_answer_it(given: Given, asked: Asked) -> None:
    given(GIVEN, at=BEFORE)
    point = points(asked)["advice:v1"]
    assert point.title == "Antwoord op advies: Schrijf korter."
    assert point.reason.startswith("Klankbordgroep gaf dit advies op 5 november 2026")
    assert "advice:v1" not in points(asked, SOUNDING)

    given(AdviceWithdrawn(advice="v1"))
    assert "advice:v1" not in points(asked)


def test_who_gave_advice_hears_what_was_done_with_it(given: Given, asked: Asked) -> None:
    given(GIVEN, DONE, at=BEFORE)
    assert "advice:v1" not in points(asked)
    point = points(asked, SOUNDING)["answered:v1"]
    assert point.title == "Dit deden we met jullie advies: Schrijf korter."
    assert point.reason == "Dit is deels overgenomen. Eén kantje. (Kerngroep)"
    assert point.kind == "meedenken"


def test_a_decision_set_right_is_looked_at_again_on_its_new_day(given: Given, asked: Asked) -> None:
    taken = DecisionTaken(decision="d1", meeting="m1", group=CORE, statement="Ja.", review_on=TODAY)
    given(HELD, taken, at=BEFORE)
    assert "decision:d1" in points(asked)
    given(DecisionCorrected(decision="d1", statement="Toch niet.", review_on=TODAY))
    assert points(asked)["decision:d1"].title == "Opnieuw bekijken: Toch niet."
    given(DecisionCorrected(decision="d1", statement="Toch niet."))
    assert "decision:d1" not in points(asked)


def test_a_decision_taken_back_is_not_looked_at_again(given: Given, asked: Asked) -> None:
    taken = DecisionTaken(decision="d1", meeting="m1", group=CORE, statement="Ja.", review_on=TODAY)
    given(HELD, taken, DecisionWithdrawn(decision="d1"), at=BEFORE)
    assert "decision:d1" not in points(asked)
