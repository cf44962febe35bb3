"""Agreements on an agenda: past their day, coming soon, and of other groups."""

from datetime import date, timedelta
from typing import Any

import pytest

from alliance.events.actions import (
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionLinked,
    ActionMoved,
    ActionWithdrawn,
)
from alliance.events.meetings import (
    MeetingPlanned,
)
from alliance.events.words import GebiedNamed
from tests.projections.agendas import (
    BEFORE,
    CORE,
    IMPORTED,
    LATER,
    MEETING,
    TODAY,
    WIJK,
    YOUNG,
    Asked,
    agreed,
    points,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def test_an_agreement_past_its_day_is_asked_after(given: Given, asked: Asked) -> None:
    given(agreed("a1", date(2026, 11, 1), group=CORE), at=date(2026, 10, 1))
    given(ActionMoved(action="a1", by_when=date(2026, 11, 12)), at=BEFORE)
    point = points(asked)["action:a1"]

    assert point.title == "Lukt het nog? Bel De Wel"
    assert point.reason == (
        "Dit zou op 12 november 2026 klaar zijn. Dat is 10 dagen geleden."
        " De dag is al één keer verschoven."
    )
    assert point.streams == ("action:a1",)


def test_an_agreement_without_a_move_says_only_how_long_ago(given: Given, asked: Asked) -> None:
    given(agreed("a1", TODAY - timedelta(1), group=CORE))

    assert points(asked)["action:a1"].reason.endswith("Dat is één dag geleden.")


@pytest.mark.parametrize(
    "end",
    [
        ActionDone(action="a1", on=TODAY),
        ActionDropped(action="a1", reason="Gesloten."),
        ActionWithdrawn(action="a1", reason="Dubbel."),
        ActionMoved(action="a1", by_when=date(2028, 1, 1)),
    ],
)
def test_an_agreement_that_ended_or_moved_is_not_asked_after(
    given: Given, asked: Asked, end: Any
) -> None:
    given(agreed("a1", BEFORE, group=CORE), end)

    assert not {"action:a1", "actions:soon"} & points(asked).keys()


def test_the_longest_waiting_come_apart_and_the_rest_together(given: Given, asked: Asked) -> None:
    given(*(agreed(f"a{n}", BEFORE + timedelta(n), group=CORE) for n in range(6)))
    found = points(asked)

    assert [key for key in found if key.startswith("action:")] == [
        "action:a0",
        "action:a1",
        "action:a2",
    ]
    assert found["actions:late"].title == "Lukt het nog? Loop 3 afspraken na"
    assert found["actions:late"].since == BEFORE + timedelta(3)


def test_what_is_due_before_they_meet_again_is_announced(given: Given, asked: Asked) -> None:
    next_but_one = MeetingPlanned(meeting="m3", group=CORE, on=LATER)
    given(MEETING, next_but_one, agreed("a1", LATER, group=CORE), agreed("a2", None, group=CORE))
    point = points(asked)["actions:soon"]

    assert point.title == "Dit komt eraan: één afspraak"
    assert point.reason == (
        "Klaar vóór of op 14 januari 2027, als jullie elkaar daarna weer zien."
        " De eerste is op 14 januari 2027."
    )
    assert point.kind == "ter_informatie"


def test_an_agreement_of_a_theme_belongs_to_its_theme_group(given: Given, asked: Asked) -> None:
    given(agreed("a1", BEFORE), ActionLinked(action="a1", result="T3.R2"))

    assert "action:a1" in points(asked, YOUNG)
    assert "action:a1" not in points(asked)


def test_the_core_group_hears_how_many_wait_elsewhere(given: Given, asked: Asked) -> None:
    given(agreed("a1", BEFORE, group=YOUNG), agreed("a2", BEFORE, theme="T4"))
    point = points(asked)["actions:elsewhere"]

    assert point.title == "Andere groepen: van 2 afspraken is de dag voorbij"
    assert point.reason == (
        "Het gaat om: Themagroep Eenzaamheid onder jongeren 1 en Verbuurzamen 1."
        " Vraag de voorzitters wat zij nodig hebben."
    )
    assert "actions:elsewhere" not in points(asked, YOUNG)


def test_an_agreement_in_a_wijk_belongs_to_its_wijk_group(given: Given, asked: Asked) -> None:
    named = GebiedNamed(gebied="schenkel", name="Schenkel", areas=("WK050206",), source="plan")
    given(named, agreed("a1", BEFORE, area="BU05020612"), agreed("a2", BEFORE, area="WK050207"))

    assert "action:a1" in points(asked, WIJK)
    assert "action:a2" not in points(asked, WIJK)


def test_an_agreement_is_asked_after_as_it_reads_now(given: Given, asked: Asked) -> None:
    set_right = ActionCorrected(action="a1", title="Bel de buurt", by_when=BEFORE, group=YOUNG)
    given(agreed("a1", LATER, group=CORE), set_right)

    assert points(asked, YOUNG)["action:a1"].title == "Lukt het nog? Bel de buurt"


def test_a_correction_does_not_open_what_was_done(given: Given, asked: Asked) -> None:
    given(agreed("a1", BEFORE, group=CORE), ActionDone(action="a1", on=TODAY))
    given(ActionCorrected(action="a1", title="Bel de buurt", by_when=BEFORE, group=CORE))

    assert "action:a1" not in points(asked)
