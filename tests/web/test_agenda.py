"""The agenda that proposes itself: what it says, why, who sets it, and who sees what."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.visitor import SAME_ORIGIN, Page, Visitor, attribute, words

Visit = Callable[[str], Visitor]
CORE, YOUNG = "/agenda/kerngroep", "/agenda/themagroep_t3"
PLAN = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis"}
BARE = "Geen van de 16 resultaten heeft een eigenaar, een streefwaarde en een datum"


@pytest.fixture
def karim(visit: Visit) -> Visitor:
    """The chair of the core group."""
    return visit("kernvoorzitter")


def agenda_of(visitor: Visitor, group: str = "kerngroep") -> str:
    """The address of the agenda of a meeting that was just planned."""
    at = f"/bijeenkomsten/nieuw?groep={group}"
    return f"{visitor.send(at, PLAN).response.headers['Location']}/agenda"


def points(page: Page) -> list[str]:
    """The points on the agenda, without their number."""
    return [words(one).partition(". ")[2] for one in page.html.query("main > ol .row-title")]


# Right after the import


def test_the_core_groups_agenda_speaks_of_its_own_plan_before_anyone_typed(karim: Visitor) -> None:
    page = karim.open(CORE)
    assert points(page) == [
        BARE,
        "Bij 3 resultaten hoort nog geen actie",
        "Voor 4 persona's past niets bij de eerste behoefte",
        "Er is weinig aanbod bij emotionele eenzaamheid en existentiële eenzaamheid",
        "Voor wie is het aanbod dat er is?",
        "Geen enkel aanbod is ooit bevestigd",
        "12 keer is er niets passends",
    ]
    assert "7 punten, 105 van de 120 minuten." in page.text
    assert "zonder eigenaar 16, zonder streefwaarde 16, zonder datum 16" in page.text
    assert "De volgende bijeenkomst is nog niet gepland." in page.text


def test_each_point_says_why_and_how_the_offer_is_spread(karim: Visitor) -> None:
    text = karim.open(CORE).text
    assert text.count("Waarom staat dit hier?") == 7
    assert "Er is 9 keer aanbod. Waarom staat dit hier?" in text
    assert (
        "Daarvan richten zich 8 op sociale eenzaamheid, 1 op emotionele eenzaamheid en 1 op"
        " existentiële eenzaamheid." in text
    )
    assert "1 alleen voor ouderen, 1 voor andere groepen, 6 voor iedereen" in text
    assert "zei nog geen organisatie: dit klopt" in text


def test_what_the_alliance_cannot_meet_is_said_and_is_no_gap(karim: Visitor) -> None:
    page = karim.open(CORE)
    assert "Yonas (nieuwkomer uit Eritrea): “Eigen netwerk opbouwen of vergroten”" in page.text
    assert (
        "Wat iemand als Yonas het eerst wil (“Gezin laten overkomen”), kan de alliantie niet"
        " oplossen. Dat telt hier niet mee: hiervoor is iemand anders nodig." in page.text
    )
    assert not [label for label in page.links() if "Gezin laten overkomen" in label]


def test_a_gap_leads_to_the_page_that_says_why_nothing_fits(karim: Visitor) -> None:
    links = karim.open(CORE).links()
    named = "Iemand als Yonas, persona: nieuwkomer uit Eritrea, in Schollevaar: “Eigen netwerk"
    [address] = [to for label, to in links.items() if label.startswith(named)]
    assert address == "/wie-mist-wat/schollevaar/yonas"
    assert "Yonas" in karim.open(address).title


@pytest.mark.parametrize("group", ["kerngroep", "themagroep_t3", "klankbordgroep", "wop_schenkel"])
def test_every_reason_leads_to_a_page(noor: Visitor, group: str) -> None:
    page = noor.open(f"/agenda/{group}")
    found = {(one.attrs or {})["href"] for one in page.html.query("details.why a")}
    assert found
    for address in found:
        assert address
        noor.open(str(address))


def test_an_unknown_group_has_no_agenda(noor: Visitor) -> None:
    noor.open("/agenda/onbekend", 404)


# Setting it


def test_the_chair_sets_the_agenda_with_one_tap(karim: Visitor) -> None:
    address = agenda_of(karim)
    page = karim.open(address)
    assert page.title == "Agenda: Kerngroep, donderdag 26 maart 2026"
    assert "Dit stelt de site voor" in page.text and "14.30 uur" in page.text
    page = tap(karim, f"{address}/klaarmaken", "Stel vast zonder mail")
    assert "Deze agenda is vastgesteld." in page.text
    assert len(points(page)) == 7
    assert "7 punten op de agenda" in karim.open("/bijeenkomsten/").text


def test_a_point_whose_cause_is_gone_stays_on_the_agenda_that_was_set(
    karim: Visitor, desk: Desk
) -> None:
    address = agenda_of(karim)
    tap(karim, f"{address}/klaarmaken", "Stel vast zonder mail")
    idle = ("T1.R2", "T3.R2", "T4.R4")
    desk.record(
        [ActionAgreed(action=f"a{n}", title="Bel", result=key) for n, key in enumerate(idle)],
        by="m-aanjager",
    )
    assert "Bij 3 resultaten hoort nog geen actie" in points(karim.open(address))


def test_only_who_leads_the_group_makes_its_agenda(karim: Visitor, visit: Visit) -> None:
    address = agenda_of(karim)
    for role in ("voorzitter", "kerngroep", "beleidsmedewerker"):
        someone = visit(role)
        page = someone.open(address)
        assert "Verstuur aan" not in page.text
        assert "Pas de agenda aan" not in page.links()
        someone.open(f"{address}/klaarmaken", 403)
        key = attribute(page.html.query("header input[name=key]")[0], "value")
        for way in ("klaarmaken", "versturen", "vaststellen"):
            someone.post(f"{address}/{way}", {"key": key}, 403)


def test_only_the_next_meeting_of_a_group_proposes(karim: Visitor) -> None:
    agenda_of(karim)
    later = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "07-05-2026"})
    page = karim.open(f"{later.response.headers['Location']}/agenda")
    assert "zodra dit de volgende bijeenkomst van deze groep is" in page.text
    assert points(page) == []


def test_a_meeting_that_was_keeps_its_agenda(karim: Visitor, clock: Clock) -> None:
    set_down, empty = agenda_of(karim), agenda_of(karim, "kerngroep")
    tap(karim, f"{set_down}/klaarmaken", "Stel vast zonder mail")
    clock.forward(days=30)
    assert BARE in points(karim.open(set_down))
    assert "geen agenda vastgesteld" in karim.open(empty).text


def test_an_earlier_day_shows_what_was_proposed_then_without_forms(
    karim: Visitor, clock: Clock
) -> None:
    address = agenda_of(karim)
    clock.forward(days=2)
    tap(karim, f"{address}/klaarmaken", "Stel vast zonder mail")
    page = karim.open(f"{address}?op=03-03-2026")
    assert "Dit stelt de site voor" in page.text
    assert "Verstuur" not in page.text and "Zet iets op de agenda" not in page.text
    answer = karim.client.get(f"{address}/klaarmaken?op=03-03-2026", headers=SAME_ORIGIN)
    assert answer.headers["Location"] == f"{address}/klaarmaken"


# Who sees what of whom


def test_what_someone_did_not_do_is_seen_by_the_group_and_the_aanjager_only(
    visit: Visit, noor: Visitor, desk: Desk, clock: Clock
) -> None:
    late = ActionAgreed(
        action="a1",
        title="Bel de mentoren",
        by_when=clock.now.date(),
        organisation="comenius",
        group="themagroep_t3",
    )
    desk.record([late], by="m-themagroep")
    clock.forward(days=5)
    for sees in (visit("themagroep"), noor):
        page = sees.open(YOUNG)
        assert "Lukt het nog? Bel de mentoren" in page.text
        assert page.links()["Bel de mentoren"] == "/afspraken/a1"
    page = visit("kerngroep").open(YOUNG)
    assert "Bel de mentoren" not in page.text
    assert "Een afspraak van deze groep: lukt het nog?" in points(page)
    assert "van één afspraak is de dag voorbij" in visit("kerngroep").open(CORE).text
