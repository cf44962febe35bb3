"""From verdicts to words: per need, and per cell weighed by rank."""

import pytest

from alliance.matching import VERDICTS, Word, cell_word, need_word


@pytest.mark.parametrize(
    ("past", "hopeful", "word"),
    [
        (2, 0, "voldoende"),
        (3, 4, "voldoende"),
        (1, 0, "kan_beter"),
        (0, 1, "kan_beter"),
        (0, 0, "niets_passends"),
    ],
)
def test_a_need_has_a_word(past: int, hopeful: int, word: Word) -> None:
    assert need_word(past, hopeful) == word


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ([], "weten_niet"),
        ([(0, "iemand_anders")], "iemand_anders"),
        ([(0, "iemand_anders"), (1, "voldoende")], "voldoende"),
        ([(1, "niets_passends"), (1 / 2, "voldoende")], "niets_passends"),
        ([(1, "kan_beter"), (1 / 2, "niets_passends")], "kan_beter"),
        ([(1, "voldoende"), (1 / 2, "niets_passends")], "kan_beter"),
        ([(1, "voldoende"), (1 / 2, "kan_beter")], "voldoende"),
        ([(1, "kan_beter"), (1 / 2, "voldoende")], "kan_beter"),
        ([(1, "weten_niet"), (1 / 2, "kan_beter")], "weten_niet"),
        (
            [
                (1, "niets_passends"),
                (1 / 2, "kan_beter"),
                (1 / 3, "kan_beter"),
                (1 / 4, "kan_beter"),
            ],
            "kan_beter",
        ),
    ],
)
def test_a_cell_weighs_its_needs_by_rank(words: list[tuple[float, Word]], cell: Word) -> None:
    assert cell_word(words) == cell


def test_the_verdicts_stand_in_the_order_in_which_they_apply() -> None:
    assert list(VERDICTS) == [
        "telt_niet",
        "vol",
        "drempel",
        "past_niet",
        "later",
        "verouderd",
        "voorwaarde",
        "misschien",
        "past",
    ]
