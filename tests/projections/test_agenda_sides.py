"""One item on two agendas: what one side decides shows on the other."""

import pytest

from alliance.events.meetings import AgendaItemForwarded, AgendaItemRaised, DecisionTaken
from tests.projections.agendas import (
    BEFORE,
    CORE,
    IMPORTED,
    MEETING,
    YOUNG,
    Asked,
    on_agenda,
    points,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan

RAISED = AgendaItemRaised(item="i1", group=YOUNG, title="Sportclubs", reason="Zij zien het.")
PASSED = AgendaItemForwarded(item="i1", to=CORE)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)
    given(RAISED, PASSED, MEETING, at=BEFORE)


def test_the_same_item_stands_on_both_agendas(asked: Asked) -> None:
    mine, theirs = points(asked, YOUNG)["item:i1"], points(asked)["item:i1"]
    assert mine.title == theirs.title == "Sportclubs"
    assert mine.streams == theirs.streams
    assert theirs.reason == (
        "Zij zien het. Doorgegeven door Themagroep Eenzaamheid onder jongeren op 5 november 2026."
    )


def test_on_the_agenda_of_one_side_it_still_waits_for_the_other(given: Given, asked: Asked) -> None:
    given(on_agenda("m2", "item:i1"))
    assert "item:i1" in points(asked, YOUNG)
    assert "item:i1" in points(asked)


def test_what_one_side_decides_shows_on_the_other(given: Given, asked: Asked) -> None:
    taken = DecisionTaken(
        decision="d1", meeting="m2", group=CORE, statement="We vragen drie clubs.", about="item:i1"
    )
    given(taken)
    point = points(asked, YOUNG)["back:d1"]
    assert point.title == "Kerngroep besloot: We vragen drie clubs."
    assert point.reason == "Dit gaat over een punt van jullie beide: Sportclubs"
    assert "back:d1" not in points(asked)
