"""What someone asked for and is past its day: who asked sees it, with whom to call."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAccepted, ActionAsked
from alliance.events.organisations_rules import revise_organisation
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/afspraken/zaal"
SECTION = "Jij vroeg dit: lukt het nog?"


@pytest.fixture(autouse=True)
def agreed(desk: Desk, clock: Clock) -> None:
    """Vera asked Sonrisa for a room, which said yes; then the day went by."""
    asked = ActionAsked(
        action="zaal",
        title="Een zaal op dinsdag",
        organisation="sonrisa",
        by_when=date(2026, 3, 10),
        group="themagroep_t3",
    )
    desk.record([asked], by="m-voorzitter")
    desk.record([ActionAccepted(action="zaal", organisation="sonrisa")], by="m-contactpersoon")
    with desk.reading() as now:
        past = [entry.event for entry in now.history("organisation:sonrisa")]
    desk.record([revise_organisation(past, phone="010 123 45 67")], by="m-aanjager")


def test_who_asked_sees_it_on_the_start_page_and_whom_to_call(visit: Visit, clock: Clock) -> None:
    assert SECTION not in visit("voorzitter").open("/").text
    clock.forward(days=9)
    page = visit("voorzitter").open("/")
    assert f"{SECTION} 1" in page.text
    assert "Bel Stichting Sonrisa Rijnmond: 010 123 45 67" in page.text
    assert page.links()["010 123 45 67"] == "tel:0101234567"


def test_and_at_the_agreement_and_in_what_was_asked(visit: Visit, clock: Clock) -> None:
    clock.forward(days=9)
    vera = visit("voorzitter")
    for address in (AT, "/afspraken/?van=gevraagd", "/afspraken/?van=gevraagd&stand=voorbij"):
        text = vera.open(address).text
        assert "010 123 45 67" in text and "lukt het nog?" in text.lower(), address
    assert "Jij vroeg dit, en de dag is geweest." in vera.open(AT).text


def test_nobody_else_is_told_to_call(visit: Visit, clock: Clock) -> None:
    clock.forward(days=9)
    for role in ("themagroep", "contactpersoon", "aanjager"):
        someone = visit(role)
        assert SECTION not in someone.open("/").text
        assert "Jij vroeg dit" not in someone.open(AT).text
    visit("kerngroep").open(AT, 403)


def test_without_a_phone_number_it_says_so(visit: Visit, desk: Desk, clock: Clock) -> None:
    with desk.reading() as now:
        past = [entry.event for entry in now.history("organisation:sonrisa")]
    desk.record([revise_organisation(past, phone=None)], by="m-aanjager")
    clock.forward(days=9)
    text = visit("voorzitter").open("/").text
    assert "Vraag het Stichting Sonrisa Rijnmond. Een telefoonnummer staat er niet." in text
