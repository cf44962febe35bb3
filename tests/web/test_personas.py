"""Reading about the invented people that stand for a group."""

from collections.abc import Callable

from alliance.desk import Desk
from alliance.events.personas import PersonaRetired
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


def test_every_persona_is_listed_with_its_kind(noor: Visitor) -> None:
    page = noor.open("/personas/")
    assert "Hans, persona: oudere weduwnaar" in page.links()
    assert "verzonnen" in page.text


def test_a_sheet_tells_needs_barriers_channels_and_where_it_comes_from(noor: Visitor) -> None:
    page = noor.open("/personas/nick")
    assert page.title == "Nick, persona: scholier die buiten de groep valt"
    assert "Nick is verzonnen" in page.text
    assert "Een veilige plek om in te groeien" in page.text
    assert "Anders, namelijk: School, Stageplek, Bijbaan of werk" in page.text
    assert "Weinig zelfvertrouwen of laag zelfbeeld" in page.text
    assert "Bron: plan van 2019–2020, bijlage 1." in page.text


def test_a_sheet_shows_where_someone_stands_and_marks_what_cannot_be_read(noor: Visitor) -> None:
    nick, yonas = noor.open("/personas/nick").text, noor.open("/personas/yonas").text
    assert "Hoe staat Nick in het leven?" in nick and "introvert" in nick
    assert "niet zeker gelezen" not in nick and "niet zeker te lezen" not in nick
    assert "Bij één eigenschap is dat teken niet zeker te lezen." in yonas
    assert "Sociale vaardigheden laag hoog 2 van 5 niet zeker gelezen" in yonas


def test_a_sheet_leads_to_every_wijk_with_who_said_what(noor: Visitor) -> None:
    page = noor.open("/personas/yonas")
    assert "Het plan noemt Schollevaar. Dat is een voorbeeld" in page.text
    assert "herkennen wij hier" in page.text and "het plan, " in page.text
    cells = [link for link in page.links().values() if link.endswith("/yonas")]
    assert len(cells) == 9


def test_a_persona_without_a_known_place_says_so(noor: Visitor) -> None:
    assert "Deze buurt is nog te koppelen." in noor.open("/personas/zeynep").text


def test_a_retired_persona_stays_readable_and_is_weighed_no_more(noor: Visitor, desk: Desk) -> None:
    desk.record([PersonaRetired(persona="truus", reason="Te veel als een ander.")], by="import")
    page = noor.open("/personas/truus")
    assert "Met deze persona werken we niet meer" in page.text
    assert "Waar herkennen we" not in page.text
    assert "Truus" not in noor.open("/personas/").text


def test_an_unknown_persona_is_not_found_and_a_visitor_sees_none(
    noor: Visitor, visit: Visit
) -> None:
    noor.open("/personas/nobody", 404)
    visit("").open("/personas/hans", 302)
