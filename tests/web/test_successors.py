"""When a member leaves or an organisation stops, what was agreed finds a successor."""

from collections.abc import Callable
from typing import Any

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionAsked, ActionDone
from tests.conftest import MONDAY_MORNING
from tests.web.cast import SCHOOL
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/afspraken/opvolgers"
TEUN = "m-themagroep"


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """Teun agreed to one thing and did another; Sonrisa was asked for a third."""
    about: dict[str, Any] = {"organisation": SCHOOL, "owner": TEUN, "group": "themagroep_t3"}
    events = [
        ActionAgreed(action="bel", title="Bel de mentoren", **about),
        ActionAgreed(action="klaar", title="Breng folders", **about),
        ActionDone(action="klaar", on=MONDAY_MORNING.date()),
        ActionAsked(action="zaal", title="Een zaal op dinsdag", organisation="sonrisa"),
    ]
    desk.record(events, by=TEUN)


def test_while_everyone_takes_part_nobody_is_missed(noor: Visitor) -> None:
    assert "heeft iemand die het doet" in noor.open(AT).text
    assert "Zoek een opvolger" not in noor.open("/").text


def test_what_a_member_who_left_agreed_to_is_listed_until_a_successor_is_asked(
    visit: Visit, noor: Visitor
) -> None:
    noor.write(f"/alliantie/leden/{TEUN}/stopt", {})
    assert noor.open("/").links()["Zoek een opvolger voor één afspraak"] == AT
    page = noor.open(AT)
    assert "Bel de mentoren" in page.text
    assert "Breng folders" not in page.text
    noor.write(page.links()["Vraag een opvolger : Bel de mentoren"], {"whom": "sonrisa"})
    assert "Bel de mentoren" not in noor.open(AT).text
    page = visit("contactpersoon").open("/afspraken/bel")
    assert "Gevraagd aan Stichting Sonrisa Rijnmond, eerst bij Comenius College" in page.text
    assert "Afspraak gemaakt" in page.text


def test_what_an_organisation_that_stopped_was_asked_is_listed_too(noor: Visitor) -> None:
    noor.write("/alliantie/organisaties/sonrisa/stopt", {})
    assert "Een zaal op dinsdag" in noor.open(AT).text
    assert "gestopt" in noor.open(AT).text


def test_only_the_aanjager_sees_the_page(visit: Visit) -> None:
    visit("kerngroep").open(AT, status=403)
