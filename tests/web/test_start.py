"""Start pages: what each role reads first, also in a site that only holds the plan."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance import lease, outbox
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.meetings import AgendaItemForwarded, AgendaItemRaised
from alliance.events.offers import OfferRegistered
from alliance.events.organisations import RoleAssigned
from alliance.web.roles import EVERYONE, SIGNED_IN, WORDS
from tests.conftest import Clock
from tests.web.visitor import Visitor, words

Enter = Callable[[str], Visitor]
PRIMARY = "main .nl-button--primary"
MARCH = date(2026, 3, 2)
MEETING = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis"}


def test_without_a_planned_meeting_the_agenda_that_waits_is_one_tap_away(noor: Visitor) -> None:
    page = noor.open("/")
    assert "Er is nog geen kerngroep gepland. Voor de agenda staan al" in page.text
    assert page.links()["Bekijk wat er klaarstaat"] == "/agenda/kerngroep"
    assert page.links()["Plan de kerngroep"] == "/bijeenkomsten/nieuw?groep=kerngroep"


def test_the_core_group_reads_it_too_and_only_who_leads_plans_it(visit: Enter) -> None:
    assert "Plan de kerngroep" in visit("kernvoorzitter").open("/").links()
    member = visit("kerngroep").open("/").links()
    assert "Bekijk wat er klaarstaat" in member
    assert "Plan de kerngroep" not in member


def test_a_planned_meeting_takes_its_place(noor: Visitor, visit: Enter) -> None:
    noor.write("/bijeenkomsten/nieuw?groep=kerngroep", MEETING)
    page = noor.open("/")
    assert "nog geen kerngroep gepland" not in page.text
    assert "Bekijk en verstuur" in page.links()
    assert "Bekijk de agenda" in visit("kerngroep").open("/").links()


def test_none_of_all_results_is_said_in_words(noor: Visitor) -> None:
    text = noor.open("/").text
    assert "Geen van de 16 afgesproken resultaten heeft een eigenaar." in text
    assert "Van geen enkel resultaat is er nieuws." in text
    assert "Aan de afspraken veranderde niets." in text


@pytest.mark.parametrize("role", sorted({*WORDS} - {SIGNED_IN, EVERYONE}))
def test_a_start_page_has_one_clear_next_step_at_most(role: str, visit: Enter) -> None:
    visit("kernvoorzitter").write("/bijeenkomsten/nieuw?groep=kerngroep", MEETING)
    page = visit(role).open("/")
    assert len(page.html.query(PRIMARY)) <= 1


def test_who_also_speaks_for_an_organisation_has_one_clear_next_step_too(
    visit: Enter, desk: Desk
) -> None:
    visit("kernvoorzitter").write("/bijeenkomsten/nieuw?groep=kerngroep", MEETING)
    offer = OfferRegistered(offer="soep", name="Soepgroep", organisation="sonrisa")
    desk.record([offer], by="m-aanjager")
    cora = visit("contactpersoon")
    asks = "Bekijk en zeg of het klopt"
    assert [words(one) for one in cora.open("/").html.query(PRIMARY)] == [asks]
    seat = RoleAssigned(
        member="m-contactpersoon", role="lid", group="kerngroep", since=desk.today()
    )
    desk.record([seat], by="m-aanjager")
    page = cora.open("/")
    assert asks in page.links()
    assert [words(one) for one in page.html.query(PRIMARY)] == ["Bekijk de agenda"]


def test_a_council_member_reads_that_there_is_no_report_yet(visit: Enter) -> None:
    page = visit("raadslid").open("/")
    assert page.title == "Hoe gaat het met de aanpak van eenzaamheid?"
    assert "Er is nog geen verslag aan de raad" in page.text


def test_what_to_answer_names_the_afspraak_for_who_hears_the_buttons(visit: Enter) -> None:
    teun = visit("themagroep")
    teun.write("/afspraken/nieuw", {"title": "Een maatje bellen", "by_when": "20-03-2026"})
    assert "Gedaan : Een maatje bellen" in teun.open("/").text


def test_the_core_group_reads_beforehand_what_it_is_asked_to_decide(
    noor: Visitor, visit: Enter, desk: Desk
) -> None:
    noor.write("/bijeenkomsten/nieuw?groep=kerngroep", MEETING)
    raised = AgendaItemRaised(item="i1", group="kerngroep", title="Vervoer", kind="besluiten")
    desk.record([raised], by="m-aanjager")
    page = visit("kerngroep").open("/")
    assert "Wij vragen je te besluiten over" in page.text
    [read] = [to for words, to in page.links().items() if words.startswith("Lees vooraf, ")]
    assert read.endswith("/agenda")


def test_who_is_in_two_groups_reads_what_they_passed_on_to_each_other(
    visit: Enter, desk: Desk
) -> None:
    desk.record(
        [
            RoleAssigned(member="m-kerngroep", role="lid", group="themagroep_t3", since=MARCH),
            AgendaItemRaised(item="i1", group="kerngroep", title="Vervoer"),
            AgendaItemForwarded(item="i1", to="themagroep_t3"),
            AgendaItemRaised(item="i2", group="themagroep_t3", title="Sportclubs"),
            AgendaItemForwarded(item="i2", to="kerngroep"),
        ],
        by="m-aanjager",
    )
    text = visit("kerngroep").open("/").text
    assert "Voor Themagroep Eenzaamheid onder jongeren : één punt van de kerngroep." in text
    assert "Van Themagroep Eenzaamheid onder jongeren: één punt voor de kerngroep ." in text
    assert "Tussen kerngroep en jouw groep" not in visit("themagroep").open("/").text


def test_what_waits_for_the_aanjager_stands_there_once(
    visit: Enter, desk: Desk, clock: Clock
) -> None:
    for number in range(5):
        agreed = ActionAgreed(action=f"a{number}", title=f"Klus {number}", owner="m-aanjager")
        desk.record([agreed], by="m-aanjager")
    clock.forward(days=104)
    page = visit("aanjager").open("/")
    for number in range(5):
        assert page.text.count(f"Klus {number}") == 1
    told = page.text.partition("Vragen aan jou 5")[2]
    assert "Klopt dit nog? Niets gehoord sinds 2 maart 2026" in told
    assert "Nog 2 vragen" in told
    assert page.links()["Jouw afspraken"] == "/afspraken/?van=mij&stand=open"
    assert "Vraag na: niets gehoord" in page.links()


def test_the_keeper_reads_whether_mail_and_clock_work(visit: Enter, desk: Desk) -> None:
    bea = visit("beheerder")
    assert "Mail: alles is verstuurd. Vaste taken: die lopen niet." in bea.open("/").text
    assert lease.take(desk.engine, "klok", desk.clock())
    with writing(desk.engine) as db:
        outbox.put(
            db,
            about="proef",
            to="mail:a@voorbeeld.example",
            kind="los",
            subject="Dag",
            body="Dag.",
            now=desk.clock(),
        )
    assert "Mail: één mail wacht. Vaste taken: die lopen." in bea.open("/").text


def test_a_contact_reads_how_much_of_the_offer_is_confirmed(visit: Enter) -> None:
    cora = visit("contactpersoon")
    assert "Bevestigd:" not in cora.open("/").text
    joining = {"joining": "Loop binnen", "contact": "Balie, 010 123 45 67", "place": "De Wel"}
    cora.write("/aanbod/nieuw", {"name": "Koffie", "for_whom": "wie wil", **joining})
    assert "Bevestigd: 0 van de 1." in cora.open("/").text
