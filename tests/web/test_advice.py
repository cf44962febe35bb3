"""Advice and what was done with it: answered by the group it is for, read by who gave it."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.advice import AdviceGiven, AdviceWithdrawn
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
SAID = "Schrijf brieven van één kantje."


@pytest.fixture(autouse=True)
def advice_was_given(desk: Desk) -> None:
    given = AdviceGiven(advice="v1", group="klankbordgroep", to="kerngroep", statement=SAID)
    desk.record([given], by="m-klankbordgroep")


def test_the_group_it_is_for_says_what_it_did_with_it(visit: Visit) -> None:
    karim = visit("kernvoorzitter")
    form = karim.open("/adviezen/v1/antwoord")
    assert form.visible_fields() == ["uptake", "reason"]
    assert SAID in form.text
    page = karim.send("/adviezen/v1/antwoord", {}, 422)
    assert "Kies of jullie het advies overnemen" in page.text
    said = {"uptake": "deels", "reason": "De brief is korter."}
    page = karim.write("/adviezen/v1/antwoord", said)
    assert "deels overgenomen" in page.text and "De brief is korter." in page.text
    page = karim.send("/adviezen/v1/antwoord", said, 422)
    assert "Op dit advies is al een antwoord gegeven." in page.text


def test_who_gave_it_reads_what_was_done(visit: Visit) -> None:
    kees = visit("klankbordgroep")
    assert "Geen punten overgenomen" in kees.open("/").text
    assert "1 wacht op antwoord" in kees.open("/").text
    said = {"uptake": "overgenomen", "reason": "Alle brieven zijn herschreven."}
    visit("kernvoorzitter").write("/adviezen/v1/antwoord", said)
    page = kees.open(kees.open("/").links()["Bekijk wat ermee is gedaan"])
    assert page.title == "Dit deden we met jullie advies"
    assert SAID in page.text and "Alle brieven zijn herschreven." in page.text


def test_only_the_group_it_is_for_and_the_aanjager_answer(visit: Visit, noor: Visitor) -> None:
    for role in ("voorzitter", "klankbordgroep", "kerngroep"):
        assert "Schrijf op wat jullie" not in visit(role).open("/adviezen/v1").text
        visit(role).open("/adviezen/v1/antwoord", 403)
    assert "Schrijf op wat jullie" in noor.open("/adviezen/v1").text


def test_advice_that_was_taken_back_is_not_there(noor: Visitor, desk: Desk) -> None:
    desk.record([AdviceWithdrawn(advice="v1")], by="m-aanjager")
    noor.open("/adviezen/v1", 404)
    assert "Er is nog geen advies gegeven." in noor.open("/adviezen/").text
