"""What nobody heard of for long is asked of whoever does it first, and then of the aanjager."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from tests.conftest import Clock
from tests.web.cast import SCHOOL
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/afspraken/bel"


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """Teun agreed to something that may take all year."""
    event = ActionAgreed(
        action="bel",
        title="Zoek een vaste plek",
        by_when=date(2026, 12, 1),
        owner="m-themagroep",
        group="themagroep_t3",
        organisation=SCHOOL,
    )
    desk.record([event], by="m-themagroep")


def test_after_ninety_days_it_is_asked_of_whoever_does_it(visit: Visit, clock: Clock) -> None:
    clock.forward(days=89)
    assert "Klopt dit nog? 1" not in visit("themagroep").open("/").text
    clock.forward(days=1)
    page = visit("themagroep").open("/")
    assert "Klopt dit nog? 1" in page.text
    assert "niets gehoord sinds 2 maart 2026" in page.text
    assert "Zoek een vaste plek" not in visit("aanjager").open("/").text
    assert "Klopt dit nog?" not in visit("kerngroep").open("/afspraken/").text


def test_one_tap_says_that_it_still_holds(visit: Visit, clock: Clock) -> None:
    clock.forward(days=90)
    teun = visit("themagroep")
    tap(teun, "/", "Ja, klopt nog")
    assert "Klopt dit nog? 1" not in teun.open("/").text
    assert "is ermee bezig" in teun.open(AT).text


def test_two_weeks_later_the_aanjager_asks(visit: Visit, clock: Clock) -> None:
    clock.forward(days=104)
    page = visit("aanjager").open("/")
    assert "Vraag na: niets gehoord van één afspraak" in page.text
    address = page.links()["Vraag na: niets gehoord"]
    assert "Zoek een vaste plek" in visit("aanjager").open(address).text
    assert "Zoek een vaste plek" not in visit("kerngroep").open(address).text


def test_after_that_it_stands_on_the_agenda_of_the_group(visit: Visit, clock: Clock) -> None:
    clock.forward(days=117)
    address = "/agenda/themagroep_t3"
    assert "Klopt dit nog? Loop" not in visit("voorzitter").open(address).text
    clock.forward(days=1)
    page = visit("voorzitter").open(address)
    assert "Klopt dit nog? Loop één afspraak na" in page.text
    assert "Hier is lang niets van gehoord, het langst sinds 2 maart 2026." in page.text
    assert "Zoek een vaste plek" in page.links()
    other = visit("kerngroep").open(address)
    assert "Klopt dit nog? Loop één afspraak na" in other.text
    assert "Zoek een vaste plek" not in other.links()
