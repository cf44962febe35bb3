"""Wie kan dit? Small questions for anyone, who took them, and that they hear what came of it."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAsked
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/afspraken/wie-kan-dit"
CAKES = "Drie taarten voor de koffie"
SCOUT = "/afspraken/kwartiermaker?resultaat=T3.R1"


@pytest.fixture
def asked(desk: Desk) -> None:
    """The theme group asked anyone for three cakes."""
    question = ActionAsked(action="taart", title=CAKES, group="themagroep_t3")
    desk.record([question], by="m-voorzitter")


@pytest.mark.usefixtures("asked")
def test_anyone_takes_a_question_by_one_tap(visit: Visit) -> None:
    cora = visit("contactpersoon")
    assert cora.open("/").links()["Bekijk wie kan dit"] == AT
    assert CAKES in cora.open(AT).text
    cora.write("/afspraken/taart/ja", {})
    assert CAKES not in cora.open(AT).text
    assert "Er staat nu geen vraag open." in cora.open(AT).text


@pytest.mark.usefixtures("asked")
def test_who_took_it_hears_within_a_week_what_came_of_it(
    visit: Visit, noor: Visitor, clock: Clock
) -> None:
    visit("contactpersoon").write("/afspraken/taart/ja", {})
    page = noor.open("/")
    assert "Vertel wat ervan kwam, vóór 9 maart 2026" in page.text
    tell = page.links()[f"Vertel het : {CAKES}"]
    assert "Schrijf in één zin wat ervan kwam." in noor.send(tell, {}, status=422).text
    page = visit("voorzitter").write(tell, {"told": "Veertig mensen aten mee."})
    assert "Veertig mensen aten mee." in page.text
    assert "Vertel wat ervan kwam" not in noor.open("/").text
    assert "Dit is al teruggehoord." in noor.send(tell, {"told": "Nog eens."}, status=422).text


@pytest.mark.usefixtures("asked")
def test_what_nobody_took_has_nobody_to_tell(noor: Visitor, visit: Visit) -> None:
    tell = "/afspraken/taart/teruggehoord"
    assert "Niemand zei nog ja" in noor.send(tell, {"told": "Op."}, status=422).text
    visit("contactpersoon").open(tell, status=403)


def test_a_result_nobody_takes_on_asks_who_finds_out_what_can_be_done(visit: Visit) -> None:
    teun = visit("themagroep")
    assert "Vraag wie uitzoekt wat er kan" in teun.open("/voortgang/T3.R1").text
    page = teun.write(SCOUT, {})
    assert page.title.startswith("Zoek uit wat er kan: ")
    assert "wie kan dit?" in page.text
    again = visit("voorzitter").open(SCOUT, status=303).response.headers["Location"]
    assert teun.open(again).title == page.title


def test_a_gap_asks_who_finds_out_what_can_be_done(noor: Visitor) -> None:
    page = noor.write("/afspraken/kwartiermaker?persona=hans&waar=WK050206", {})
    assert (
        page.title
        == "Zoek uit wat er kan: voor iemand als Hans, persona: oudere weduwnaar in Schenkel"
    )


def test_finding_out_is_about_a_result_or_a_gap(noor: Visitor) -> None:
    noor.open("/afspraken/kwartiermaker", status=404)
    noor.open("/afspraken/kwartiermaker?persona=hans", status=404)
