"""What the chair chose for an agenda is kept until it is set."""

from alliance.events.agendas import AgendaChoice, AgendaPrepared
from alliance.projections.agenda_drafts import Prepared, prepared
from tests.projections.agendas import MEETING, TODAY, Asked, on_agenda
from tests.projections.conftest import Given

CHOSEN = AgendaChoice(key="item:a", pinned=True, title="Vervoer", minutes=10, kind="besluiten")


def test_of_an_agenda_that_nobody_touched_nothing_was_chosen(given: Given, asked: Asked) -> None:
    given(MEETING, at=TODAY)

    assert asked(prepared, "m2") == Prepared()


def test_the_last_choice_counts(given: Given, asked: Asked) -> None:
    given(MEETING, AgendaPrepared(agenda="m2", choices=()), at=TODAY)
    given(AgendaPrepared(agenda="m2", choices=(CHOSEN,), dropped=("item:b",)))

    assert asked(prepared, "m2") == Prepared((CHOSEN,), ("item:b",))


def test_once_an_agenda_is_set_only_what_was_dropped_stays(given: Given, asked: Asked) -> None:
    given(MEETING, AgendaPrepared(agenda="m2", choices=(CHOSEN,), dropped=("item:b",)), at=TODAY)
    given(on_agenda("m2", "item:a"))

    assert asked(prepared, "m2") == Prepared(None, ("item:b",))
