"""One word for every persona and area: of needs by rank, where people recognise the persona."""

from collections.abc import Callable
from typing import Any

import pytest

from alliance.projections.coverage_matrix import matrix
from tests.projections.conftest import Given
from tests.projections.coverage_cast import (
    ALLIANCE,
    IN_SCHOLLEVAAR,
    MONDAY,
    confirmed,
    recognised,
)

Asked = Callable[..., Any]


def test_every_persona_is_weighed_in_every_wijk(given: Given, asked: Asked) -> None:
    given(*ALLIANCE)
    found = asked(matrix, MONDAY)
    assert [area.code for area in found.areas] == ["WK1", "WK2", "WK3"]
    for head in found.personas:
        assert [square.computed for square in found.row(head.persona)] == ["niets_passends"] * 3


def test_no_wijk_looks_fine_because_nobody_looked(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *confirmed("a"), *confirmed("b"))
    found = asked(matrix, MONDAY)
    assert {square.word for square in found.squares.values()} == {"weten_niet"}
    assert [(area.word, area.recognised, area.unseen) for area in found.areas] == [
        ("weten_niet", 0, 2)
    ] * 3


def test_the_word_counts_where_the_persona_is_recognised(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, recognised("WK2"), recognised("WK3", answer=False))
    given(*confirmed("a"), *confirmed("b"), at=MONDAY)
    found = asked(matrix, MONDAY)
    assert [square.word for square in found.row("yonas")] == [
        "weten_niet",
        "kan_beter",
        "niet_hier",
    ]
    square = found.squares["yonas", "WK2"]
    assert (square.open, square.needs) == (1, 2)


def test_a_wijk_has_the_worst_word_of_who_is_recognised_there(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, recognised("WK2"), recognised("WK2", "zeynep"), *confirmed("a"), at=MONDAY)
    _, zuid, _ = asked(matrix, MONDAY).areas
    assert (zuid.word, zuid.recognised, zuid.unseen) == ("niets_passends", 2, 0)
    assert [square.word for square in asked(matrix, MONDAY).column("WK2")] == [
        "kan_beter",
        "niets_passends",
    ]


def test_buurten_follow_their_wijk_and_an_empty_one_is_no_gap(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR)
    found = asked(matrix, MONDAY, "WK2")
    burgenbuurt, park = found.areas
    assert (burgenbuurt.name, burgenbuurt.word) == ("Burgenbuurt", "niets_passends")
    assert (park.name, park.word) == ("Stadspark", "geen_bewoners")
    assert found.squares["yonas", "BU22"].word == "geen_bewoners"


@pytest.mark.parametrize(
    ("within", "codes"),
    [("schollevaar", ["WK2", "WK3"]), ("GM1", ["WK1", "WK2", "WK3"]), ("rondelen", [])],
)
def test_the_matrix_shows_what_an_area_is_made_of(
    given: Given, asked: Asked, within: str, codes: list[str]
) -> None:
    given(*ALLIANCE)
    assert [area.code for area in asked(matrix, MONDAY, within).areas] == codes


def test_a_persona_without_a_known_place_is_marked(given: Given, asked: Asked) -> None:
    given(*ALLIANCE)
    assert [head.unlinked for head in asked(matrix, MONDAY).personas] == [False, True]


def test_what_is_unknown_of_a_wijk_stays_unknown(given: Given, asked: Asked) -> None:
    given(*ALLIANCE)
    assert [area.residents for area in asked(matrix, MONDAY).areas] == [6295, None, None]
