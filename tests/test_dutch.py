"""Dates, numbers and lists in Dutch."""

from datetime import UTC, date, datetime

import pytest

from alliance.dutch import capital, day, day_of, listed, number, opening, several, shortened


def test_a_date_is_written_in_words() -> None:
    assert day(date(2026, 11, 22)) == "22 november 2026"


def test_thousands_have_a_point() -> None:
    assert number(1_284) == "1.284"


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "geen punten"), (1, "één punt"), (7, "7 punten")]
)
def test_how_many_of_what(amount: int, words: str) -> None:
    assert several(amount, "punt", "punten") == words


def test_a_list_ends_with_and() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b en c"


def test_a_sentence_begins_with_a_capital() -> None:
    assert capital("één afspraak") == "Eén afspraak"
    assert capital("") == ""


def test_a_long_line_shows_that_it_was_cut() -> None:
    assert shortened("abcdef", 6) == "abcdef"
    assert shortened("abc defg", 5) == "abc…"


@pytest.mark.parametrize(
    ("told", "first", "rest"),
    [
        ("Eén zin.", "Eén zin.", ""),
        ("Klopt het? Kies er een. En dan?", "Klopt het?", "Kies er een. En dan?"),
        ("Om 9.30 uur, bij mw. de Wit. 3 keer.", "Om 9.30 uur, bij mw. de Wit.", "3 keer."),
        ("", "", ""),
    ],
)
def test_the_first_sentence_comes_apart_from_the_rest(told: str, first: str, rest: str) -> None:
    assert opening(told) == (first, rest)


def test_just_after_midnight_in_capelle_is_the_next_day() -> None:
    assert day_of(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)) == date(2026, 7, 1)
