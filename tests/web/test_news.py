"""Taking it home: what an organisation may tell, and that it did."""

from collections.abc import Callable

import pytest

from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.test_gathering import PLAN, say
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


@pytest.fixture
def held(visit: Visit, clock: Clock) -> str:
    """The page of a core group that met yesterday."""
    karim = visit("kernvoorzitter")
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    address = str(answer.response.headers["Location"])
    ready = f"{address}/agenda/klaarmaken"
    tap(karim, ready, "Wijziging bewaren : Bij 3 resultaten", confidential="ja")
    tap(karim, ready, "Stel vast zonder mail")
    clock.forward(days=24)
    now = f"{address}/nu"
    say(karim, now, 1, "besluit", statement="We beginnen klein.")
    say(karim, now, 2, "besluit", statement="Dit blijft onder ons.")
    say(karim, now, 1, "afspraak", statement="Bel de huisarts", who="kim")
    clock.forward(days=1)
    return address


def test_an_organisation_reads_what_it_may_tell_and_says_that_it_did(
    visit: Visit, noor: Visitor, held: str
) -> None:
    kim = visit("kerngroep")
    assert kim.open("/").links()["Open de pagina"] == f"{held}/thuis"
    page = kim.open(f"{held}/thuis")
    assert "We beginnen klein." in page.text and "Bel de huisarts" in page.text
    assert "onder ons" not in page.text
    page = tap(kim, "/", "Verteld aan ons team")
    assert page.title == "Waar staan we?" and "Voor je eigen team" not in page.text
    assert "verteld op 27 maart 2026" in kim.open(f"{held}/thuis").text
    assert "Eén organisatie vertelde het thuis." in noor.open(held).text
    assert "vertelde" not in kim.open(held).text


def test_who_stands_for_another_organisation_reads_its_own(visit: Visit, held: str) -> None:
    page = visit("kernvoorzitter").open(f"{held}/thuis")
    assert "Jullie spraken deze keer niets af." in page.text
    visit("beleidsmedewerker").open(f"{held}/thuis", 403)
