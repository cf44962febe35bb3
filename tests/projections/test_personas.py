"""Personas: whom the alliance has in mind, and where people recognise them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.personas import Need, PersonaDescribed, PersonaRecognised, PersonaRetired
from alliance.projections import personas
from tests.projections.conftest import Given

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
NEED = Need(rank=1, statement="Onder de mensen zijn", codes=("ontmoeting",))
HANS = PersonaDescribed(
    persona="hans", name="Hans", kind_label="oudere weduwnaar", needs=(NEED,), source="plan"
)
NICK = PersonaDescribed(persona="nick", name="Nick", kind_label="scholier", source="plan")


def test_a_persona_is_never_a_name_alone(given: Given, asked: Callable[..., Any]) -> None:
    given(HANS)
    assert asked(personas.names) == {"hans": "Hans, persona: oudere weduwnaar"}


def test_a_persona_described_anew_keeps_its_place(given: Given, asked: Callable[..., Any]) -> None:
    anew = PersonaDescribed(persona="hans", name="Hans", kind_label="weduwnaar", source="besluit")
    given(HANS, NICK, at=MONDAY)
    given(anew, at=TUESDAY)
    hans, nick = asked(personas.listed)
    assert (hans.facts, hans.described_on) == (anew, TUESDAY)
    assert nick.facts == NICK


def test_the_last_word_about_a_wijk_counts(given: Given, asked: Callable[..., Any]) -> None:
    given(HANS)
    given(PersonaRecognised(persona="hans", wijk="WK1", recognised=True), by="import", at=MONDAY)
    given(
        PersonaRecognised(persona="hans", wijk="WK1", recognised=False, group="wop", reason="Nee."),
        PersonaRecognised(persona="hans", wijk="WK0", recognised=True),
        at=TUESDAY,
    )
    seen, unseen = asked(personas.sheet, "hans").recognised
    assert (seen.wijk, seen.recognised) == ("WK0", True)
    assert (unseen.recognised, unseen.group, unseen.reason, unseen.on) == (
        False,
        "wop",
        "Nee.",
        TUESDAY,
    )


def test_a_retired_persona_leaves_the_list_and_stays_readable(
    given: Given, asked: Callable[..., Any]
) -> None:
    given(HANS, PersonaRetired(persona="hans", reason="Leek te veel op Truus."), at=MONDAY)
    assert asked(personas.listed) == ()
    hans = asked(personas.sheet, "hans")
    assert (hans.retired_on, hans.retired_why) == (MONDAY, "Leek te veel op Truus.")
    assert asked(personas.names) == {"hans": "Hans, persona: oudere weduwnaar"}


def test_an_unknown_persona_is_none(given: Given, asked: Callable[..., Any]) -> None:
    given(HANS)
    assert asked(personas.sheet, "niemand") is None
