"""The veil: a text is covered however it is written, whole or cut short; others are left alone."""

import json

import pytest
from markupsafe import escape

from alliance.dutch import capital, shortened
from alliance.veil import HIDDEN, Veil, over_calendar

TEXT = 'Mevrouw Voorbeeld (82) zit alleen, "eet" niet & zegt: één keer per week.'
WORDS = "Soep naar Toos gebracht"
VEIL = Veil([TEXT, WORDS, "Tooske", "An"])


@pytest.mark.parametrize(
    "written",
    [
        TEXT,
        TEXT.upper(),
        TEXT.replace(" ", "\n  "),
        f"Lukt het nog? {TEXT}",
        f"Aangedragen op 2 maart. {TEXT} Vastgelegd op 3 maart.",
        str(escape(TEXT)),
        json.dumps(TEXT),
        json.dumps(TEXT, ensure_ascii=False),
        TEXT.replace('"', '""'),
        TEXT.replace(",", "\\,"),
        TEXT.rstrip("."),
        *(shortened(TEXT, length) for length in (12, 30, 60)),
        shortened(f"Opnieuw bekijken: {TEXT}", 40),
        f"{TEXT[:25]}... en nog 3",
        str(escape(shortened(TEXT, 50))),
    ],
)
def test_a_text_is_covered_however_it_is_written(written: str) -> None:
    covered = VEIL.over(written)
    assert HIDDEN in covered
    assert "oorbeeld" not in covered.casefold() and "alleen" not in covered.casefold()


def test_what_stands_around_it_stays() -> None:
    assert VEIL.over(f"Afspraak: {WORDS}. Klaar?") == f"Afspraak: {HIDDEN}. Klaar?"
    assert VEIL.over(f"{WORDS} en {WORDS}") == f"{HIDDEN} en {HIDDEN}"
    assert VEIL.over("Eerst dit… dan dat…") == "Eerst dit… dan dat…"


@pytest.mark.parametrize(
    "other",
    [
        "Soep naar Toosje gebracht",
        "Soep gebracht naar Toos",
        "Mevrouw Ander…",
        "Gesprek met Tooskevdberg",
        "wij zagen Tooske daar",
        "An gaat mee",
        "Jan gaat mee",
        "An",
        "",
    ],
)
def test_another_text_is_left_alone(other: str) -> None:
    veil = Veil([TEXT, WORDS, "Tooske", *(["An"] if other != "An" else [])])
    assert veil.over(other) == other


@pytest.mark.parametrize("shown", ["Tooske", "Wat: Tooske", "Tooske gaat mee", "koffie, Tooske"])
def test_one_word_is_covered_at_the_edge_of_what_is_shown(shown: str) -> None:
    assert "Tooske" not in VEIL.over(shown)


def test_a_text_of_a_few_letters_is_covered_where_it_stands_by_itself() -> None:
    assert VEIL.over("An") == HIDDEN
    assert VEIL.over("Piet, An en Kim") == f"Piet, {HIDDEN} en Kim"


def test_the_lines_of_a_text_are_covered_one_by_one() -> None:
    veil = Veil(["Wonen: huurt een flat\nWerken: bij de bakker"])
    assert veil.over("huurt een flat") == veil.over("Wonen: huurt een flat") == HIDDEN
    assert veil.over("Werken") == "Werken"


def test_a_text_that_begins_a_sentence_with_a_number_word_is_known_again() -> None:
    assert Veil(["één buurvrouw helpt haar"]).over(capital("één buurvrouw helpt haar")) == HIDDEN


def test_a_text_in_an_address_is_covered_and_other_addresses_stay_as_they_are() -> None:
    address = "/agenda/nieuw?titel=Soep+naar+Toos+gebracht&over=result%3Ar1"
    assert "Toos" not in VEIL.over_address(address)
    assert "over=result%3Ar1" in VEIL.over_address(address)
    assert VEIL.over_address("/agenda/?x=%7Ea&leeg=") == "/agenda/?x=%7Ea&leeg="


def test_a_calendar_is_covered_across_its_folded_lines() -> None:
    calendar = "BEGIN:VEVENT\r\nSUMMARY:Soep na\r\n ar Toos gebr\r\n acht\r\nEND:VEVENT\r\n"
    covered = over_calendar(VEIL, calendar)
    assert covered.replace("\r\n ", "") == f"BEGIN:VEVENT\r\nSUMMARY:{HIDDEN}\r\nEND:VEVENT\r\n"
    assert all(len(line.encode()) <= 75 for line in covered.splitlines())
    assert over_calendar(Veil(["iets heel anders"]), calendar) == calendar


def test_a_veil_over_nothing_covers_nothing() -> None:
    assert Veil([]).over(TEXT) == TEXT
    assert not Veil([]).covers(TEXT)
