"""The programme as plain text: days, hours and places, ready for the local paper."""

from datetime import date, time

from alliance.documents.week_programme import EXAMPLE, NOTHING, paper_text
from alliance.projections.announced import Announced

FIRST, LAST = date(2026, 9, 24), date(2026, 9, 30)
COFFEE = Announced(
    activity="a",
    title="Koffie voor Hans",
    on=FIRST,
    start=time(10),
    place="De Wel",
    area=None,
    organisation="welzijn",
    group=None,
    author="m-1",
    cancelled=False,
    headline="Samen koffie drinken",
    text="Loop binnen.",
    joining="010 000 00 00",
)
SINGING = Announced(
    activity="b",
    title="Zingen",
    on=LAST,
    start=None,
    place=None,
    area="WK1",
    organisation=None,
    group=None,
    author="m-1",
    cancelled=True,
    headline="Zingen voor iedereen.",
    text=None,
    joining=None,
)


def test_the_text_tells_day_by_day_what_there_is_and_where() -> None:
    text = paper_text(
        "Week 2026",
        FIRST,
        LAST,
        [COFFEE, SINGING],
        organisations={"welzijn": "Welzijn Capelle"},
        areas={"WK1": "Schenkel"},
    )
    assert text.splitlines() == [
        "Week 2026",
        "24 september tot en met 30 september 2026",
        "",
        "Donderdag 24 september 2026",
        "",
        "10.00 uur: Samen koffie drinken.",
        "De Wel",
        "Loop binnen.",
        "Meedoen: 010 000 00 00",
        "Welzijn Capelle",
        "",
        "Woensdag 30 september 2026",
        "",
        "Tijd volgt: Zingen voor iedereen. GAAT NIET DOOR.",
        "Schenkel",
    ]
    assert "Hans" not in text


def test_an_example_says_so_on_its_first_line_and_an_empty_programme_too() -> None:
    text = paper_text("Week", FIRST, None, [], organisations={}, areas={}, example=True)
    assert text.startswith(EXAMPLE) and NOTHING in text
