"""What an entry changes in the coverage: every event it reads, by the verdict that follows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from alliance.events.base import Event
from alliance.events.offers import (
    CapacityStated,
    OfferCoded,
    OfferConfirmed,
    OfferPaused,
    OfferRevised,
    OfferStopped,
    OfferWithdrawn,
)
from alliance.events.personas import PersonaDescribed, PersonaRetired
from alliance.events.words import Term
from alliance.matching import FRESH
from alliance.projections.coverage_cells import cell
from alliance.projections.coverage_matrix import matrix
from tests.projections.conftest import Given
from tests.projections.coverage_cast import (
    ALLIANCE,
    IN_SCHOLLEVAAR,
    MONDAY,
    YONAS,
    confirmed,
    recognised,
    registered,
    words,
)

Asked = Callable[..., Any]
PAUSED = OfferPaused(offer="de_wel")
CODED = OfferCoded(
    offer="de_wel", kind="inloop", needs=("netwerk",), target_groups=("iedereen",), areas=("WK2",)
)


def verdicts(asked: Asked, today: date = MONDAY) -> list[str]:
    """The verdicts on the offers for Yonas' network in Schollevaar Zuid."""
    found = asked(cell, "yonas", "WK2", today)
    return [one.verdict for one in found.needs[1].offers]


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ([registered()], "misschien"),
        ([*confirmed()], "past"),
        ([*confirmed(), CapacityStated(offer="de_wel", capacity="vol")], "vol"),
        ([*confirmed(), PAUSED], "telt_niet"),
        ([*confirmed(), PAUSED, OfferConfirmed(offer="de_wel")], "past"),
        ([*confirmed(areas=("WK1",)), CODED], "past"),
        (
            [
                *confirmed(),
                OfferRevised(offer="de_wel", name="De Wel", needs=("netwerk",), stage="gepland"),
            ],
            "telt_niet",
        ),
    ],
)
def test_what_happened_to_an_offer_gives_its_verdict(
    given: Given, asked: Asked, events: list[Event], verdict: str
) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, *events, at=MONDAY)
    assert verdicts(asked) == [verdict]


@pytest.mark.parametrize(
    "gone",
    [
        OfferStopped(offer="de_wel", reason="Geen geld."),
        OfferWithdrawn(offer="de_wel", reason="Dubbel."),
    ],
)
def test_an_offer_that_stopped_is_gone_and_stays_gone(
    given: Given, asked: Asked, gone: Event
) -> None:
    late = OfferRevised(offer="de_wel", name="De Wel", needs=("netwerk",))
    given(*ALLIANCE, *confirmed(), gone, late, CODED, OfferConfirmed(offer="de_wel"))
    assert verdicts(asked) == []


def test_linking_keeps_what_it_does_not_name(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *confirmed(reach="telefoon", needs=()), CODED, at=MONDAY)
    found = asked(cell, "yonas", "WK2", MONDAY).needs[1].offers[0]
    assert found.offer.reach == "telefoon"
    assert found.offer.confirmed_on == MONDAY


def test_a_confirmation_grows_old(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, *confirmed(), at=MONDAY)
    assert verdicts(asked, MONDAY + FRESH) == ["past"]
    assert verdicts(asked, MONDAY + FRESH + timedelta(days=1)) == ["verouderd"]


def test_a_retired_persona_leaves_the_map_until_described_anew(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, PersonaRetired(persona="yonas", reason="Klaar."))
    assert [head.persona for head in asked(matrix, MONDAY).personas] == ["zeynep"]
    given(YONAS)
    assert [head.persona for head in asked(matrix, MONDAY).personas] == ["zeynep", "yonas"]


def test_a_persona_described_anew_keeps_its_place_and_what_was_said_of_it(
    given: Given, asked: Asked
) -> None:
    anew = PersonaDescribed(persona="yonas", name="Yonas", kind_label="statushouder", source="ons")
    given(*ALLIANCE, *IN_SCHOLLEVAAR, anew)
    first, _ = asked(matrix, MONDAY).personas
    assert (first.full, first.unlinked) == ("Yonas, persona: statushouder", False)
    assert asked(cell, "yonas", "WK2", MONDAY).square.said.recognition == "herkend"


def test_the_last_word_about_recognition_counts(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, recognised("WK2"), recognised("WK2", answer=False))
    assert asked(cell, "yonas", "WK2", MONDAY).square.said.label == "herkennen wij hier niet"


def test_words_adopted_anew_change_what_can_be_met(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR)
    given(words("need", Term(code="netwerk", label="Netwerk", reach="keten")))
    found = asked(cell, "yonas", "WK2", MONDAY).needs
    assert [need.word for need in found] == ["weten_niet", "iemand_anders", "weten_niet"]
