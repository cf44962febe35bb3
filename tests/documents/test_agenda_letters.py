"""The letter with an agenda: what it says, and what it keeps inside."""

from dataclasses import replace
from datetime import date, time

from alliance.documents.agenda_letters import AgendaLetter, Around, Item

LATE = Item(
    title="Lukt het nog? Bel De Wel",
    kind="bespreken",
    minutes=5,
    reason="De dag is voorbij.",
    at=time(14),
    presenter="Stichting Welzijn Capelle",
)
AROUND = Around(
    page="https://a.example/b",
    account="https://a.example/account",
    ways=[("Ik kom", "https://a.example/ja")],
    good_until=date(2026, 12, 20),
)
SECRET = Item(title="Een klacht", kind="bespreken", minutes=10, reason="Geheim.", confidential=True)


def letter(
    *items: Item, start: time | None = time(14), place: str | None = "De Wel"
) -> AgendaLetter:
    return AgendaLetter("Kerngroep", date(2026, 11, 26), start, 120, place, items)


def test_a_letter_says_when_and_where_and_why_each_point_is_there() -> None:
    told = letter(LATE).told
    assert letter(LATE).subject == "Agenda Kerngroep, donderdag 26 november 2026"
    assert "Wanneer: donderdag 26 november 2026, 14.00 uur\nWaar: De Wel" in told
    assert (
        "1. Lukt het nog? Bel De Wel\n   14.00 uur, 5 minuten, bespreken\n"
        "   Toelichting: Stichting Welzijn Capelle\n   Waarom: De dag is voorbij." in told
    )


def test_what_is_not_known_yet_is_left_out() -> None:
    told = letter(SECRET, start=None, place=None).told
    assert "Wanneer: donderdag 26 november 2026\nHoe lang" in told
    assert "Waar:" not in told


def test_a_confidential_point_keeps_its_number_and_nothing_else() -> None:
    told = letter(LATE, SECRET).told
    assert "2. Een vertrouwelijk punt. Lees het op de site." in told
    assert "klacht" not in told and "Geheim" not in told


def test_the_whole_letter_says_why_you_get_it_and_where_to_stop() -> None:
    body = letter(LATE).body(AROUND)
    assert letter(LATE).told in body
    assert "omdat je in deze groep zit: Kerngroep" in body
    assert "https://a.example/b" in body and "https://a.example/account" in body


def test_a_reader_says_from_the_letter_whether_they_come() -> None:
    body = letter(LATE).body(AROUND)
    assert "KOM JE?\n\nIk kom:\nhttps://a.example/ja\n\nJe hoeft niet in te loggen." in body
    assert body.index("KOM JE?") < body.index("1. Lukt het nog?")


def test_a_guest_is_told_that_they_were_asked() -> None:
    body = letter(LATE).body(replace(AROUND, guest=True))
    assert "Kerngroep komt weer bij elkaar. Jullie zijn gevraagd als gast." in body
    assert "omdat jullie als gast zijn gevraagd bij: Kerngroep." in body


def test_a_guest_is_sent_to_no_page_that_asks_for_an_account() -> None:
    body = letter(LATE, SECRET).body(replace(AROUND, guest=True))
    assert "2. Een vertrouwelijk punt.\n" in body and "op de site" not in body
    assert "https://a.example/b" not in body
