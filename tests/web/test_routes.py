"""The route card: public, without anything about personas, and storing nothing."""

from collections.abc import Callable

from alliance import journal
from alliance.database import reading
from alliance.desk import Desk
from alliance.projections import personas, words
from tests.web.visitor import Visitor
from tests.web.visitor import words as words_of

Visit = Callable[[str], Visitor]
CARD = "/waar-kun-je-terecht/"


def test_everyone_reads_where_to_go_with_which_worry(visit: Visit) -> None:
    page = visit("").open(CARD)
    assert page.title == "Waar kun je terecht?"
    assert "Je voelt je alleen, of je maakt je zorgen om iemand Welzijn Capelle" in page.text
    assert "Nog niet bekend: telefoonnummer, openingstijden" in page.text
    assert "Dit komt uit het plan van 2019–2020." in page.text
    assert not page.html.query("main form")


def test_a_wijk_has_a_card_of_its_own_with_the_nearest_first(visit: Visit) -> None:
    visitor = visit("")
    text = visitor.open(visitor.open(CARD).links()["Schollevaar"]).text
    assert "Waar kun je terecht in Schollevaar?" in text
    assert text.index("Huis van de Wijk Schollevaar") < text.index("in welke wijken")
    assert "De Wel" not in text and "Per telefoon" in text


def test_what_may_have_changed_is_marked(visit: Visit) -> None:
    assert "Sensoor, luisterlijn nakijken" in visit("").open(CARD).text


def test_the_card_names_no_persona_need_or_loneliness(visit: Visit, desk: Desk) -> None:
    page = visit("").open(CARD)
    shown = words_of(page.html.query("main")[0]).lower()
    with desk.reading() as now:
        names = [one.facts.name.lower() for one in now.ask(personas.listed)]
        codes = [*now.ask(words.terms, "need"), *now.ask(words.terms, "persistence")]
    told = shown.split()
    assert not [one for one in (*names, "persona", "eenzaamheid", "eenzaam") if one in told]
    assert not [code for code in codes if "_" in code and code in shown]


def test_reading_the_card_writes_nothing_down(visit: Visit, desk: Desk) -> None:
    def last() -> int:
        with reading(desk.engine) as db:
            return journal.head(db).position

    before = last()
    visit("").open(f"{CARD}WK050206")
    assert last() == before


def test_a_place_that_is_not_there_is_not_found(visit: Visit) -> None:
    visit("").open(f"{CARD}nergens", 404)
