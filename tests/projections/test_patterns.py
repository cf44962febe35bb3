"""Signals from the wijk: listed with their answer, and on the agenda of the group concerned."""

from datetime import date

import pytest

from alliance.events.patterns import (
    PatternAnswered,
    PatternLinked,
    PatternRaised,
    PatternWithdrawn,
)
from alliance.projections.agenda_patterns import concerned
from alliance.projections.patterns import Filter, listed, one
from tests.projections.agendas import (
    BEFORE,
    CORE,
    IMPORTED,
    MEETING,
    SOUNDING,
    WIJK,
    YOUNG,
    Asked,
    points,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan

RAISED = PatternRaised(pattern="s1", statement="Zij kennen het huis niet.", group=SOUNDING)
LINKED = PatternLinked(pattern="s1", persona="hans", area="schenkel")
TOLD = PatternAnswered(pattern="s1", group=WIJK, statement="We hangen een bord op.")
ON = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)
    given(MEETING, RAISED, at=BEFORE)


def test_a_signal_stands_in_the_list_with_its_answer(given: Given, asked: Asked) -> None:
    given(LINKED)
    given(TOLD, at=ON)
    found = asked(one, "s1")
    assert (found.persona, found.area, found.raised_on) == ("hans", "schenkel", BEFORE)
    assert (found.answer, found.answered_by) == ("We hangen een bord op.", WIJK)
    assert asked(listed, Filter(waiting=True)).rows == ()
    assert asked(listed, Filter(persona="hans", areas=("schenkel",))).rows == (found,)
    given(PatternWithdrawn(pattern="s1"))
    assert asked(one, "s1") is None


def test_what_is_of_no_group_waits_for_the_core_group_with_its_reason(asked: Asked) -> None:
    point = points(asked)["pattern:s1"]
    assert point.title == "Signaal uit de wijk: Zij kennen het huis niet."
    assert point.reason == (
        "Klankbordgroep gaf dit signaal op 5 november 2026. Wat doen jullie ermee? Het wacht nog op"
        " een antwoord."
    )
    assert "pattern:s1" not in points(asked, WIJK)


def test_once_it_has_a_place_it_waits_for_those_who_know_that_wijk(
    given: Given, asked: Asked
) -> None:
    given(LINKED)
    assert "pattern:s1" in points(asked, WIJK)
    assert "pattern:s1" not in points(asked)
    assert asked(concerned, None, "schenkel") == [WIJK]
    assert asked(concerned, "T3", None) == [YOUNG]
    assert asked(concerned, None, None) == [CORE]


def test_who_gave_it_hears_what_is_done_with_it(given: Given, asked: Asked) -> None:
    given(LINKED)
    given(TOLD, at=ON)
    assert "pattern:s1" not in points(asked, WIJK)
    told = points(asked, SOUNDING)["seen:s1"]
    assert told.title == "Dit gebeurt er met jullie signaal: Zij kennen het huis niet."
    assert told.reason.startswith("We hangen een bord op. (")
    given(PatternWithdrawn(pattern="s1"))
    assert "seen:s1" not in points(asked, SOUNDING)


def test_what_a_group_saw_itself_comes_back_to_it(given: Given, asked: Asked) -> None:
    given(PatternRaised(pattern="s2", statement="Zij appen niet.", group=YOUNG, theme="T3"))
    assert points(asked, YOUNG)["pattern:s2"].reason.startswith("Jullie gaven dit signaal op")
