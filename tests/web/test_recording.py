"""What a line at a point becomes: with what the point itself says, and inside when it must."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.advice import AdviceGiven
from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.test_gathering import PLAN, point, say
from tests.web.visitor import Visitor, attribute, words

Visit = Callable[[str], Visitor]


@pytest.fixture
def karim(visit: Visit) -> Visitor:
    """The chair of the core group."""
    return visit("kernvoorzitter")


def test_advice_is_answered_at_its_point(
    karim: Visitor, visit: Visit, desk: Desk, clock: Clock
) -> None:
    given = AdviceGiven(
        advice="v1", group="klankbordgroep", to="kerngroep", statement="Schrijf korter."
    )
    desk.record([given], by="m-klankbordgroep")
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    address = f"{answer.response.headers['Location']}/nu"
    clock.forward(days=24)
    page = tap(karim, address, "Begin met deze agenda")
    number = 1 + ["Schrijf korter" in words(one) for one in page.html.query("section.point")].index(
        True
    )
    page = say(karim, address, number, "deels", statement="De brief is nu één kantje.")
    assert "Advies deels overgenomen. De brief is nu één kantje." in page.text
    page = say(karim, address, number, "niet", 422, statement="Toch niet.")
    assert "Op dit advies is al een antwoord gegeven." in page.text


def test_what_the_plan_says_goes_along_without_being_asked(visit: Visit, clock: Clock) -> None:
    vera = visit("voorzitter")
    answer = vera.send("/bijeenkomsten/nieuw", PLAN)
    address = f"{answer.response.headers['Location']}/nu"
    clock.forward(days=24)
    page = tap(vera, address, "Begin met deze agenda")
    places = [attribute(one, "id") for one in page.html.query("section.point")]
    number = 1 + [place.startswith("punt-gap-nick") for place in places].index(True)
    say(vera, address, number, "afspraak", statement="Zoek een plek", who="comenius")
    found = vera.open("/afspraken/?groep=themagroep_t3")
    shown = vera.open(found.links()["Zoek een plek"])
    assert "Voor iemand als Nick" in shown.text
    assert "Thema Eenzaamheid onder jongeren" in shown.text


def test_a_confidential_point_keeps_its_decision_inside(
    karim: Visitor, visit: Visit, clock: Clock
) -> None:
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    address = answer.response.headers["Location"]
    ready = f"{address}/agenda/klaarmaken"
    tap(karim, ready, "Wijziging bewaren : Bij 3 resultaten", confidential="ja")
    tap(karim, ready, "Stel vast zonder mail")
    clock.forward(days=24)
    page = say(karim, f"{address}/nu", 2, "besluit", statement="Wij dienen een klacht in.")
    assert "blijft binnen de groep" in point(page, "Bij 3 resultaten")
    say(karim, f"{address}/nu", 2, "notitie", statement="De klacht is pijnlijk.")
    assert "klacht" in visit("kerngroep").open(address).text
    teun = visit("themagroep")
    assert "klacht" not in teun.open(address).text
    assert "klacht" not in teun.open("/tijdlijn/").text


def test_a_point_is_passed_on_to_the_core_group_as_one_item(
    visit: Visit, karim: Visitor, clock: Clock
) -> None:
    vera = visit("voorzitter")
    address = f"{vera.send('/bijeenkomsten/nieuw', PLAN).response.headers['Location']}/nu"
    clock.forward(days=24)
    tap(vera, address, "Begin met deze agenda")
    tap(vera, address, "Geef door : punt 1", to="kerngroep")
    found = karim.open("/agenda/kerngroep")
    assert "Doorgegeven door Themagroep Eenzaamheid onder jongeren" in found.text
    for other in ("themagroep_t3", "klankbordgroep", "kerngroep"):
        tap(vera, address, "Geef door : punt 1", 422, to=other)
    assert "Doorgegeven door" not in visit("klankbordgroep").open("/agenda/klankbordgroep").text


def test_a_confidential_point_is_not_passed_on(visit: Visit, karim: Visitor, clock: Clock) -> None:
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    address = answer.response.headers["Location"]
    ready = f"{address}/agenda/klaarmaken"
    tap(karim, ready, "Wijziging bewaren : Bij 3 resultaten", confidential="ja")
    tap(karim, ready, "Stel vast zonder mail")
    clock.forward(days=24)
    second = karim.open(f"{address}/nu").html.query("section.point")[1]
    assert "Geef dit punt door" not in words(second)
    key = attribute(second.query("input[name=punt]")[0], "value")
    given = {"punt": key, "to": "themagroep_t3"}
    page = tap(karim, f"{address}/nu", "Geef door : punt 1", 422, **given)
    assert "Dit punt blijft binnen de groep." in page.text
    assert "Bij 3 resultaten" not in visit("themagroep").open("/agenda/themagroep_t3").text
