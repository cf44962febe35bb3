"""What a group still has to speak of: its own items, and those that were passed on to it."""

import pytest

from alliance.events.meetings import AgendaItemForwarded, AgendaItemRaised
from alliance.projections.agenda_waiting import one, waiting
from tests.projections.agendas import BEFORE, CORE, IMPORTED, MEETING, THURSDAY, TODAY, YOUNG, Asked
from tests.projections.agendas import on_agenda as set_on
from tests.projections.conftest import Given
from tests.projections.plan import plan


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)
    given(
        AgendaItemRaised(item="i1", group=YOUNG, title="Sportclubs"),
        AgendaItemForwarded(item="i1", to=CORE),
        AgendaItemRaised(item="i2", group=CORE, title="Vervoer"),
        MEETING,
        at=BEFORE,
    )


def test_an_item_waits_for_both_its_groups(asked: Asked) -> None:
    assert [each.title for each in asked(waiting, YOUNG, TODAY)] == ["Sportclubs"]
    found = {each.title: each.by for each in asked(waiting, CORE, TODAY)}
    assert found == {"Sportclubs": YOUNG, "Vervoer": CORE}


def test_on_an_agenda_it_waits_until_that_day_has_been(given: Given, asked: Asked) -> None:
    given(set_on("m2", "item:i1", "item:i2"))
    assert len(asked(waiting, CORE, THURSDAY)) == 2
    assert asked(waiting, CORE, THURSDAY.replace(day=27)) == []
    assert [each.title for each in asked(waiting, YOUNG, THURSDAY.replace(day=27))] == [
        "Sportclubs"
    ]


def test_an_item_of_neither_is_not_found(asked: Asked) -> None:
    assert asked(one, YOUNG, "i1").title == "Sportclubs"
    assert asked(one, YOUNG, "i2") is None
