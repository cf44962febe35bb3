"""One page per wijk: who misses what, what there is, what was agreed and whom to call."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionMoved
from alliance.events.activities import ActivityPlanned
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
SCHENKEL = "/wijken/WK050206"


def test_wijken_and_gebieden_are_listed_with_their_residents(noor: Visitor) -> None:
    page = noor.open("/wijken/")
    assert "inwoners: 6.295" in page.text and "CBS 2024" in page.text
    assert page.links()["De Hoeken"].endswith("/wijken/de_hoeken")


def test_a_wijk_tells_who_misses_what_what_there_is_and_whom_to_call(noor: Visitor) -> None:
    page = noor.open(SCHENKEL)
    assert page.title == "Schenkel"
    assert "Inwoners: 6.295." in page.text
    assert "Iemand als Hans niets passends" in page.text
    assert "Nog niet bekeken of we hen hier herkennen: Nick" in page.text
    assert "Huis van de Wijk De Wel nog te bevestigen" in page.text
    assert "Je wilt nu met iemand praten Sensoor, luisterlijn nakijken" in page.text
    assert "Er staat nog niets gepland." in page.text


def test_what_is_planned_and_agreed_for_a_wijk_stands_on_its_page(
    noor: Visitor, desk: Desk
) -> None:
    planned = ActivityPlanned(
        activity="lunch", title="Samen eten", on=date(2026, 3, 20), area="WK050206"
    )
    agreed = ActionAgreed(action="folder", title="Maak een folder", area="florabuurt")
    desk.record([planned, agreed], by="m-aanjager")
    page = noor.open(SCHENKEL)
    assert "Samen eten" in page.links() and "Maak een folder" in page.links()
    assert "Samen eten" not in noor.open("/wijken/schollevaar").text


def test_what_another_organisation_moved_is_not_told_to_everyone(
    visit: Visit, noor: Visitor, desk: Desk
) -> None:
    agreed = ActionAgreed(
        action="bel", title="Bel de school", area="WK050206", by_when=date(2026, 3, 10)
    )
    desk.record([agreed, ActionMoved(action="bel", by_when=date(2026, 4, 1))], by="m-aanjager")
    assert "Bel de school" in noor.open(SCHENKEL).text
    assert "Bel de school" not in visit("contactpersoon").open(SCHENKEL).text


def test_a_gebied_shows_the_residents_of_each_wijk(noor: Visitor) -> None:
    text = noor.open("/wijken/schollevaar").text
    assert "Schollevaar Zuid 14.020, Schollevaar Noord 3.360." in text
    assert "nog te koppelen" in noor.open("/wijken/rondelen").text


def test_a_buurt_leads_to_its_wijk_and_the_gemeente_to_the_list(noor: Visitor) -> None:
    buurt = noor.open("/wijken/BU05020662", 302)
    assert buurt.response.headers["Location"] == SCHENKEL
    assert noor.open("/wijken/GM0502", 302).response.headers["Location"] == "/wijken/"
    noor.open("/wijken/nergens", 404)


def test_where_nobody_is_recognised_the_page_says_who_was_not(noor: Visitor) -> None:
    noor.write("/wie-mist-wat/WK050206/nick/niet-herkend", {})
    assert "Herkennen wij hier niet: Nick" in noor.open(SCHENKEL).text
