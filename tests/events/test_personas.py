"""Rules of personas: who may be recognised in a wijk, and when a persona may be retired."""

from typing import Any

import pytest

from alliance.events.base import Event
from alliance.events.personas import (
    PersonaDescribed,
    PersonaRecognised,
    PersonaRetired,
    recognise_persona,
    retire_persona,
)
from tests.refusals import faults

HANS = PersonaDescribed(persona="hans", name="Hans", kind_label="oudere weduwnaar", source="plan")
RETIRED = PersonaRetired(persona="hans", reason="Hij leek te veel op Truus.")
USUAL: dict[str, Any] = {"wijk": "WK1", "recognised": True, "wijken": {"WK1", "WK2"}}


def test_people_who_know_a_wijk_recognise_a_persona() -> None:
    seen = recognise_persona([HANS], **USUAL, group="wop_schenkel", reason=" Wij zien hem. ")
    assert seen == PersonaRecognised(
        persona="hans", wijk="WK1", recognised=True, group="wop_schenkel", reason="Wij zien hem."
    )


def test_they_may_also_say_that_nobody_like_this_lives_here() -> None:
    seen = recognise_persona([HANS], **USUAL | {"recognised": False})
    assert (seen.recognised, seen.reason) == (False, None)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"wijk": None}, "wijk"),
        ({"wijk": "WK9"}, "wijk"),
        ({"recognised": None}, "recognised"),
        ({"reason": "x" * 5001}, "reason"),
    ],
)
def test_recognising_is_refused_with(change: dict[str, Any], field: str) -> None:
    assert list(faults(lambda: recognise_persona([HANS], **USUAL | change))) == [field]


def test_a_persona_is_retired_with_a_reason() -> None:
    retired = retire_persona([HANS], reason=" Hij leek te veel op Truus. ")
    assert retired == RETIRED


def test_retiring_is_refused_without_a_reason() -> None:
    assert list(faults(lambda: retire_persona([HANS], reason=" "))) == ["reason"]


@pytest.mark.parametrize("history", [[], [HANS, RETIRED]], ids=["unknown", "retired before"])
def test_nothing_can_be_said_of_a_persona_that_is(history: list[Event]) -> None:
    assert list(faults(lambda: recognise_persona(history, **USUAL))) == ["form"]
    assert list(faults(lambda: retire_persona(history, reason="Klaar"))) == ["form"]


def test_a_persona_that_is_described_anew_lives_again() -> None:
    assert recognise_persona([HANS, RETIRED, HANS], **USUAL).persona == "hans"
