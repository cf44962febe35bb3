"""A cell opens into its reasons: per need the offers, what to ask, and who else can help."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from alliance.projections.coverage_cells import cell
from tests.projections.conftest import Given
from tests.projections.coverage_cast import (
    ALLIANCE,
    IN_SCHOLLEVAAR,
    MONDAY,
    YONAS,
    confirmed,
    registered,
)

Asked = Callable[..., Any]
SOMEWHERE = "WK2"


def opened(asked: Asked, persona: str = "yonas", area: str = SOMEWHERE) -> Any:
    return asked(cell, persona, area, MONDAY)


@pytest.mark.parametrize(
    ("offers", "word", "sentence"),
    [
        ([], "niets_passends", "Geen enkel aanbod is hiervoor bedoeld."),
        (
            [registered("a", stage="gepland"), registered("b", target_groups=("ouderen",))],
            "niets_passends",
            "Wat er is, past niet: "
            "1 keer is het nog een plan, 1 keer is het voor een andere groep.",
        ),
        ([registered("a")], "kan_beter", "Nog niets past zeker: 1 keer past misschien."),
        ([*confirmed("a")], "kan_beter", "Hangt aan één aanbod: a."),
        (
            [*confirmed("a"), registered("b")],
            "kan_beter",
            "Hangt aan één aanbod: a. Verder: 1 keer past misschien.",
        ),
        ([*confirmed("a"), *confirmed("b")], "voldoende", "2 keer past het aanbod: a, b."),
    ],
)
def test_a_need_says_its_word_and_why(
    given: Given, asked: Asked, offers: list[Any], word: str, sentence: str
) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, *offers, at=MONDAY)
    need = opened(asked).needs[1]
    assert (need.need.statement, need.word, need.sentence) == (
        "Mensen leren kennen",
        word,
        sentence,
    )


def test_a_need_for_someone_else_shows_the_route_and_is_no_gap(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR)
    first = opened(asked).needs[0]
    assert (first.word, first.label) == ("iemand_anders", "hiervoor is iemand anders nodig")
    assert [route.name for route in first.routes] == ["Vluchtelingenwelzijn"]
    assert opened(asked).square.open == 2


def test_where_nobody_looked_the_word_is_unknown_and_the_computed_one_is_kept(
    given: Given, asked: Asked
) -> None:
    given(*ALLIANCE)
    need = opened(asked).needs[1]
    assert (need.word, need.computed) == ("weten_niet", "niets_passends")


def test_offers_stand_with_the_best_first_and_what_decides(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, at=MONDAY)
    given(registered("a", kind="vindplaats"), registered("b"), *confirmed("c"))
    best, perhaps, none = opened(asked).needs[1].offers
    assert (best.offer.name, best.label) == ("c", "past")
    assert [reason.rule for reason in best.deciding] == [
        "behoefte",
        "doelgroep",
        "bevestiging",
        "plek",
    ]
    assert [reason.text for reason in perhaps.deciding] == [
        "Nog te bevestigen: niemand zei nog dat dit klopt."
    ]
    assert (none.kind_label, none.verdict) == ("Vindplaats", "telt_niet")


def test_what_nobody_knows_is_one_question_per_offer(given: Given, asked: Asked) -> None:
    who = msgspec.structs.replace(YONAS, barriers=("taal",))
    both = registered("de_wel", needs=("netwerk", "maatje"))
    given(*ALLIANCE, who, both, registered("later", stage="gepland"), at=MONDAY)
    [(offer, questions)] = opened(asked).questions
    assert offer.name == "de_wel"
    assert questions == (
        "Klopt wat er over de_wel staat?",
        "Kun je meedoen met de_wel als je weinig Nederlands spreekt?",
    )


def test_many_offers_for_one_need_are_overlap_by_kind(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *(registered(f"inloop_{turn}") for turn in range(3)), at=MONDAY)
    assert opened(asked).needs[1].overlap == ()
    given(registered("inloop_4", kind=None))
    assert opened(asked).needs[1].overlap == ("Inloop", "soort onbekend")


def test_an_offer_that_nobody_linked_to_a_need_waits_apart(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, registered("nieuw", needs=(), kind=None))
    given(registered("gids", needs=(), kind="vindplaats"))
    assert [offer.name for offer in opened(asked).uncoded] == ["nieuw"]


def test_a_cell_opens_for_a_gebied_a_buurt_and_a_place_still_to_be_linked(
    given: Given, asked: Asked
) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR)
    assert opened(asked, area="schollevaar").square.word == "niets_passends"
    assert opened(asked, area="BU21").square.said.label == "herkennen wij hier"
    assert opened(asked, area="BU22").square.word == "geen_bewoners"
    assert opened(asked, "zeynep", "rondelen").square.word == "weten_niet"
    assert opened(asked, area="GM1").square.said.recognition == "herkend"


@pytest.mark.parametrize(("persona", "area"), [("niemand", "WK2"), ("yonas", "nergens")])
def test_there_is_no_cell_for_what_does_not_exist(
    given: Given, asked: Asked, persona: str, area: str
) -> None:
    given(*ALLIANCE)
    assert opened(asked, persona, area) is None
