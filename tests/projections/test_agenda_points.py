"""What was raised, decided or learned comes on an agenda, with its reason."""

from datetime import date, timedelta
from typing import Any

import pytest

from alliance.events.meetings import (
    AgendaItemRaised,
    DecisionTaken,
    MeetingCancelled,
    MeetingWithdrawn,
)
from alliance.events.outcomes import (
    LessonCorrected,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeCorrected,
    OutcomeLinked,
    OutcomeRecorded,
    OutcomeWithdrawn,
)
from tests.projections.agendas import (
    BEFORE,
    CORE,
    HELD,
    IMPORTED,
    MEETING,
    THURSDAY,
    TODAY,
    YOUNG,
    Asked,
    on_agenda,
    points,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def test_a_raised_point_waits_until_it_was_on_an_agenda(given: Given, asked: Asked) -> None:
    raised = AgendaItemRaised(
        item="i1", group=CORE, title="Vervoer", reason="Veel vragen.", minutes=20
    )
    given(raised, at=BEFORE)
    given(HELD, MEETING)
    point = points(asked)["item:i1"]
    assert point.reason == "Veel vragen. Aangedragen op 5 november 2026."
    assert point.minutes == 20

    given(on_agenda("m2", "item:i1"))
    assert "item:i1" in points(asked), "it still stands on the agenda of the next meeting"
    assert "item:i1" not in points(asked, today=THURSDAY + timedelta(1))


def test_a_raised_point_says_for_which_organisation_it_was_raised(
    given: Given, asked: Asked
) -> None:
    given(AgendaItemRaised(item="i1", group=CORE, title="Vervoer"), at=BEFORE, by="kim")
    given(HELD, MEETING)
    point = points(asked, who=(("kim", "Havensteder"),))["item:i1"]
    assert point.reason == "Aangedragen op 5 november 2026 door Havensteder."


def test_a_reason_without_a_stop_gets_one(given: Given, asked: Asked) -> None:
    given(AgendaItemRaised(item="i1", group=CORE, title="Bus", reason="Veel vragen"), at=BEFORE)
    given(HELD, MEETING)
    assert points(asked)["item:i1"].reason.startswith("Veel vragen. Aangedragen op")


@pytest.mark.parametrize(
    "fell_through",
    [
        MeetingCancelled(meeting="m1", reason="Ziek."),
        MeetingWithdrawn(meeting="m1", reason="Dubbel."),
    ],
)
def test_what_stood_on_a_cancelled_agenda_comes_back(
    given: Given, asked: Asked, fell_through: Any
) -> None:
    given(AgendaItemRaised(item="i1", group=CORE, title="Vervoer"), HELD, MEETING)
    given(on_agenda("m1", "item:i1", "results:open"), fell_through)

    assert points(asked)["item:i1"].is_new
    assert points(asked)["results:open"].is_new


def test_a_raised_point_of_another_group_stays_there(given: Given, asked: Asked) -> None:
    given(AgendaItemRaised(item="i1", group=YOUNG, title="Vervoer"))

    assert "item:i1" not in points(asked)


def test_a_raised_point_takes_the_place_of_the_proposal(given: Given, asked: Asked) -> None:
    raised = AgendaItemRaised(item="i1", group=CORE, title="Eigenaren", about="results:open")
    given(raised, HELD, MEETING)
    assert "results:open" not in points(asked)

    given(on_agenda("m1", "item:i1"))
    assert not points(asked)["results:open"].is_new, "the raised point was about it"


def test_an_agenda_set_again_lets_go_of_what_it_dropped(given: Given, asked: Asked) -> None:
    given(AgendaItemRaised(item="i1", group=CORE, title="Vervoer"), HELD, MEETING)
    given(on_agenda("m1", "item:i1"), on_agenda("m1", "results:open"))

    assert "item:i1" in points(asked)
    assert not points(asked)["results:open"].is_new


def test_a_decision_to_look_at_again_comes_when_it_is_time(given: Given, asked: Asked) -> None:
    taken = DecisionTaken(
        decision="d1", meeting="m1", group=CORE, statement="Wij bellen zelf.", review_on=THURSDAY
    )
    given(HELD, taken, at=BEFORE)
    assert "decision:d1" not in points(asked), "no meeting was planned on or after that day"

    given(MEETING)
    point = points(asked)["decision:d1"]
    assert point.title == "Opnieuw bekijken: Wij bellen zelf."
    assert point.reason == (
        "Jullie besloten dit op 5 november 2026 en wilden het vanaf 26 november 2026 opnieuw"
        " bekijken. Klopt het besluit nog?"
    )


def test_older_decisions_are_gone_through_together(given: Given, asked: Asked) -> None:
    given(HELD, MEETING)
    given(
        *(
            DecisionTaken(
                decision=f"d{n}",
                meeting="m1",
                group=CORE,
                statement="Wij bellen zelf.",
                review_on=BEFORE + timedelta(n),
            )
            for n in range(5)
        )
    )
    found = points(asked)

    assert "decision:d2" in found
    assert found["decisions:review"].title == "Loop 2 oudere besluiten na"
    assert found["decisions:review"].streams == ("decision:d1", "decision:d0")


def test_a_decision_about_a_decision_is_its_review(given: Given, asked: Asked) -> None:
    first = DecisionTaken(
        decision="d1", meeting="m1", group=CORE, statement="Wij bellen.", review_on=BEFORE
    )
    second = DecisionTaken(
        decision="d2", meeting="m1", group=CORE, statement="Blijft.", about="decision:d1"
    )
    given(HELD, first, second)

    assert "decision:d1" not in points(asked)


def test_bycatch_and_lessons_since_the_last_meeting_are_shared(given: Given, asked: Asked) -> None:
    old = LessonRecorded(lesson="l0", statement="Begin klein.", on=IMPORTED, theme="T3")
    given(old, at=IMPORTED)
    given(
        HELD,
        LessonRecorded(lesson="l1", statement="Ga langs.", on=TODAY, theme="T3"),
        OutcomeRecorded(outcome="o1", statement="Buren koken.", on=TODAY, unplanned=True),
        OutcomeRecorded(outcome="o2", statement="Zoals gepland.", on=TODAY),
        at=TODAY,
    )
    found = points(asked)

    assert found["lesson:l1"].title == "Les: Ga langs."
    assert found["lesson:l1"].reason == (
        "Wie iets soortgelijks begint, heeft hier iets aan. Vastgelegd op 22 november 2026."
    )
    assert found["outcome:o1"].title == "Onverwachte opbrengst: Buren koken."
    assert not {"lesson:l0", "outcome:o2"} & found.keys()


def test_a_group_that_never_met_hears_of_the_last_ninety_days(given: Given, asked: Asked) -> None:
    given(LessonRecorded(lesson="l1", statement="Ga langs.", on=IMPORTED, theme="T3"), at=IMPORTED)

    assert "lesson:l1" in points(asked, YOUNG)
    assert "lesson:l1" not in points(asked, "themagroep_t4"), "not its theme"
    assert "lesson:l1" not in points(asked, YOUNG, today=date(2027, 3, 1))


def test_a_lesson_is_shared_once(given: Given, asked: Asked) -> None:
    given(LessonRecorded(lesson="l1", statement="Ga langs.", on=TODAY, theme="T3"), at=TODAY)
    given(HELD, MEETING, on_agenda("m1", "lesson:l1"))

    assert "lesson:l1" not in points(asked)


def test_a_lesson_on_the_agenda_follows_what_was_set_right(given: Given, asked: Asked) -> None:
    given(LessonRecorded(lesson="l1", statement="Ga langs.", on=TODAY, theme="T3"), at=TODAY)
    given(LessonCorrected(lesson="l1", statement="Bel eerst.", on=TODAY, theme="T3"))
    assert "Bel eerst." in points(asked, YOUNG)["lesson:l1"].title

    given(LessonWithdrawn(lesson="l1", reason="Dubbel."))
    assert "lesson:l1" not in points(asked, YOUNG)


def test_an_outcome_may_turn_out_to_be_bycatch_or_not(given: Given, asked: Asked) -> None:
    planned = OutcomeRecorded(outcome="o1", statement="Buren koken.", on=TODAY)
    given(planned, OutcomeCorrected(outcome="o1", statement="Koken.", on=TODAY, unplanned=True))
    assert points(asked)["outcome:o1"].title == "Onverwachte opbrengst: Koken."

    given(OutcomeLinked(outcome="o1", theme="T3"))
    assert "outcome:o1" in points(asked, YOUNG)

    given(OutcomeWithdrawn(outcome="o1", reason="Dubbel."))
    assert "outcome:o1" not in points(asked)
