"""Minutes draft themselves, are approved once, and stay as they were."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.organisations import OrganisationRevised
from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.test_gathering import PLAN, say
from tests.web.visitor import Page, Visitor, words

Visit = Callable[[str], Visitor]
STAND = "Bel de huisarts"


@pytest.fixture
def karim(visit: Visit) -> Visitor:
    """The chair of the core group."""
    return visit("kernvoorzitter")


@pytest.fixture
def held(karim: Visitor, clock: Clock) -> str:
    """The page of a core group that met today, with two lines and a confidential one."""
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    address = str(answer.response.headers["Location"])
    ready = f"{address}/agenda/klaarmaken"
    tap(karim, ready, "Wijziging bewaren : Bij 3 resultaten", confidential="ja")
    tap(karim, ready, "Stel vast zonder mail")
    clock.forward(days=24)
    tap(karim, f"{address}/nu", "Iedereen is er")
    say(karim, f"{address}/nu", 1, "besluit", statement="We beginnen met T1.R3.")
    say(karim, f"{address}/nu", 1, "afspraak", statement=STAND, who="kim", day="01-05-2026")
    say(karim, f"{address}/nu", 2, "notitie", statement="Een gevoelige kwestie.")
    return address


def body(page: Page) -> str:
    """The minutes on a page, without the frame and its keys."""
    return words(page.html.query("main pre.copy")[0])


def test_the_minutes_are_ready_when_the_coats_go_on(karim: Visitor, held: str) -> None:
    page = karim.open(f"{held}/verslag")
    assert page.title == "Verslag: Kerngroep, donderdag 26 maart 2026"
    assert "nog niet vastgesteld" in page.text
    assert "Aanwezig Stichting Welzijn Capelle en Havensteder" in page.text
    assert "besluit We beginnen met T1.R3." in page.text
    assert f"Afspraak: {STAND} (Havensteder, vóór 1 mei 2026)" in page.text
    assert "Karim" not in body(page)


def test_what_is_confidential_is_read_by_the_group_only(
    karim: Visitor, visit: Visit, noor: Visitor, held: str
) -> None:
    for someone in (karim, visit("kerngroep"), noor):
        assert "gevoelige kwestie" in someone.open(f"{held}/verslag").text
    for role in ("themagroep", "beleidsmedewerker"):
        page = visit(role).open(f"{held}/verslag")
        assert "gevoelige" not in page.response.text and "Bij 3 resultaten" not in page.text
        assert "Vertrouwelijke punten staan er niet in." in page.text


def test_approved_minutes_stay_as_they_were(
    karim: Visitor, held: str, desk: Desk, clock: Clock
) -> None:
    page = tap(karim, f"{held}/verslag", "Stel het verslag vast")
    assert "Vastgesteld op 26 maart 2026." in page.text
    before = body(page)
    renamed = OrganisationRevised(
        organisation="havensteder", name="Anders", sector="wonen", kind="organisatie"
    )
    desk.record([renamed], by="import")
    found = karim.open("/afspraken/?groep=kerngroep").links()
    noor_address = found[STAND]
    clock.forward(days=5)
    karim.open(noor_address)
    assert body(karim.open(f"{held}/verslag")) == before
    assert "Het verslag is vastgesteld" in karim.open(f"{held}/nu").text
    assert not karim.open(f"{held}/nu").html.query("main form")


def test_minutes_that_changed_since_they_were_read_are_not_approved(
    karim: Visitor, held: str
) -> None:
    fields = karim.open(f"{held}/verslag").fields()
    karim.post(f"{held}/verslag/vaststellen", fields | {"in": "een-andere-groep"}, 404)
    say(karim, f"{held}/nu", 1, "notitie", statement="Nog iets.")
    page = karim.post(f"{held}/verslag/vaststellen", fields, 422)
    assert "Er is net iets bij het verslag gekomen." in page.text


def test_the_next_meeting_approves_them_at_its_point(
    karim: Visitor, held: str, clock: Clock
) -> None:
    clock.forward(days=2)
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "16-04-2026"})
    later = f"{answer.response.headers['Location']}/nu"
    clock.forward(days=19)
    page = tap(karim, later, "Begin met deze agenda")
    assert "1. Verslag vaststellen: donderdag 26 maart 2026" in page.text
    page = tap(karim, later, "Stel het verslag vast")
    assert page.title == "Nu: Kerngroep, donderdag 16 april 2026"
    assert "vastgesteld Lees het verslag" in page.text
    assert "notitie Het verslag van 26 maart 2026 is vastgesteld." in page.text
    read = karim.open(f"{held}/verslag").text
    assert "In de bijeenkomst: Kerngroep, donderdag 16 april 2026." in read


def test_only_who_leads_approves_and_nothing_is_read_before_the_day(
    karim: Visitor, visit: Visit, held: str
) -> None:
    assert "Stel het verslag vast" not in visit("kerngroep").open(f"{held}/verslag").text
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "07-05-2026"})
    karim.open(f"{answer.response.headers['Location']}/verslag", 404)
