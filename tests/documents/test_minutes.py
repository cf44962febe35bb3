"""Minutes as plain text."""

from datetime import date, time

from alliance.documents.minutes import CONCEPT, minutes_text
from alliance.events.records import Minutes, MinutesItem, MinutesLine

DAY, LATER = date(2026, 11, 26), date(2027, 3, 1)
LINES = (
    MinutesLine(kind="besluit", statement="We rijden.", of="decision:d1", day=LATER),
    MinutesLine(kind="afspraak", statement="Bel", of="action:a1", name="CJG", day=LATER),
    MinutesLine(kind="notitie", statement="Goed zo.", of="note:n1"),
)
TOLD = Minutes(
    title="Kerngroep, donderdag 26 november 2026",
    group="kerngroep",
    on=DAY,
    start=time(14),
    place="De Wel",
    present=("CJG (2)", "Lelie"),
    items=(MinutesItem(title="Vervoer", lines=LINES), MinutesItem(title="Rondvraag")),
)


def test_the_text_says_when_where_who_and_what_came_of_each_point() -> None:
    text = minutes_text(TOLD)
    assert text.startswith("Verslag Kerngroep, donderdag 26 november 2026\n\nWanneer: donderdag")
    assert "14.00 uur\nWaar: De Wel\nAanwezig: CJG (2) en Lelie" in text
    assert CONCEPT in text
    assert (
        "1. Vervoer\n   Besluit: We rijden. (opnieuw bekijken vanaf 1 maart 2027)\n"
        "   Afspraak: Bel (CJG, vóór 1 maart 2027)\n   Notitie: Goed zo." in text
    )
    assert text.endswith("2. Rondvraag\n   Niets vastgelegd.")


def test_approved_minutes_say_when_that_was() -> None:
    text = minutes_text(TOLD, approved="Vastgesteld op 14 januari 2027.")
    assert "Vastgesteld op 14 januari 2027." in text and CONCEPT not in text
    bare = Minutes(title="Kerngroep", group="kerngroep", on=DAY)
    assert "Waar:" not in minutes_text(bare) and "Aanwezig" not in minutes_text(bare)
