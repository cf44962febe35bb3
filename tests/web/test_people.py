"""Who takes part: groups, organisations and contacts, and who may read a name."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.organisations import OrganisationRevised
from alliance.events.sources import ImportQuestionRaised
from alliance.projections import people
from alliance.projections.questions import how_many
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
INDEX = "/alliantie/"
SONRISA = "/alliantie/organisaties/sonrisa"


def test_the_alliance_page_tells_who_is_in_which_group_and_whom_to_ask(visit: Visit) -> None:
    page = visit("themagroep").open(INDEX)
    assert "Vera Voorbeeld, Stichting Welzijn Capelle voorzitter" in page.text
    assert "contactpersoon: plek vrij" in page.text
    assert "nakijken" in page.text and "plan van 2019–2020" in page.text
    assert page.links()["Bekijk jouw organisatie"] == "/alliantie/organisaties/comenius"
    assert page.links()["Verbuurzamen"].startswith("/voortgang/")


def test_who_only_reads_sees_organisations_and_no_names(visit: Visit) -> None:
    bas = visit("beleidsmedewerker")
    for address in (INDEX, "/alliantie/groepen/themagroep_t3", SONRISA):
        text = bas.open(address).text
        assert "Vera" not in text and "Teun" not in text and "Cora" not in text
    assert "Stichting Welzijn Capelle" in bas.open("/alliantie/groepen/themagroep_t3").text
    assert "contactpersoon bekend" in bas.open(SONRISA).text


def test_a_group_tells_its_task_its_members_and_how_its_actions_stand(
    visit: Visit, desk: Desk
) -> None:
    agreed = ActionAgreed(action="a1", title="Bel de mentoren", group="themagroep_t3")
    desk.record([agreed], by="m-themagroep")
    page = visit("themagroep").open("/alliantie/groepen/themagroep_t3")
    assert page.title == "Themagroep Eenzaamheid onder jongeren"
    assert "Teun Voorbeeld" in page.text and "sinds 5 januari 2026" in page.text
    assert "1 open. 0 nagekomen" in page.text
    assert page.links()["Bekijk de afspraken"] == "/afspraken/?groep=themagroep_t3"


def test_an_organisation_tells_what_it_brings_and_whom_to_turn_to(visit: Visit) -> None:
    page = visit("kerngroep").open(SONRISA)
    assert "Cora Voorbeeld" in page.text
    assert "Genoemd in het plan" in page.text
    assert "Wat het brengt" in page.text


def test_what_an_organisation_is_late_with_only_its_own_people_and_the_aanjager_see(
    visit: Visit, desk: Desk
) -> None:
    late = ActionAgreed(
        action="a1", title="Zoek een zaal", organisation="sonrisa", by_when=date(2026, 2, 1)
    )
    desk.record([late], by="m-aanjager")
    for role in ("aanjager", "contactpersoon"):
        assert "Zoek een zaal" in visit(role).open(SONRISA).text
    for role in ("themagroep", "beleidsmedewerker"):
        assert "Zoek een zaal" not in visit(role).open(SONRISA).text


@pytest.mark.parametrize("role", ["beheerder", "raadslid"])
def test_who_keeps_the_site_or_reads_the_report_reads_nothing_of_the_inside(
    visit: Visit, role: str
) -> None:
    visitor = visit(role)
    for address in (INDEX, "/alliantie/groepen/kerngroep", SONRISA, "/afspraken/", "/tijdlijn/"):
        visitor.open(address, 403)
    start = visitor.open("/")
    assert "Vera" not in start.text and "Sonrisa" not in start.text


def test_a_contact_sets_right_how_to_reach_the_own_organisation(visit: Visit) -> None:
    cora = visit("contactpersoon")
    form = cora.open(f"{SONRISA}/gegevens")
    assert form.visible_fields() == ["expertise", "phone", "mailbox", "address"]
    typed = {"phone": "010 000 00 00", "mailbox": "info@sonrisa.example"}
    page = cora.write(f"{SONRISA}/gegevens", typed)
    assert "010 000 00 00" in page.text and "info@sonrisa.example" in page.text
    cora.open("/alliantie/organisaties/comenius/gegevens", 403)
    visit("themagroep").open(f"{SONRISA}/gegevens", 403)


def test_a_mailbox_that_is_none_is_said_at_the_field_and_kept(visit: Visit) -> None:
    page = visit("contactpersoon").send(f"{SONRISA}/gegevens", {"mailbox": "bij de balie"}, 422)
    assert "Dit is geen mailadres" in page.text
    assert page.fields()["mailbox"] == "bij de balie"


def test_what_someone_else_changed_meanwhile_is_shown_beside_what_was_typed(
    visit: Visit, desk: Desk
) -> None:
    cora = visit("contactpersoon")
    fields = cora.open(f"{SONRISA}/gegevens").fields()
    with desk.reading() as now:
        found = now.ask(people.organisation, "sonrisa")
    assert found
    facts: dict[str, Any] = {"organisation": "sonrisa", "name": found.name, "sector": found.sector}
    desk.record([OrganisationRevised(**facts, kind=found.kind, phone="010 111")], by="m-aanjager")
    page = cora.post(f"{SONRISA}/gegevens", {**fields, "phone": "010 222"}, 409)
    assert "010 111" in page.text and page.fields()["phone"] == "010 222"


def test_a_page_of_an_earlier_day_writes_nothing(noor: Visitor, clock: Clock) -> None:
    clock.forward(days=2)
    page = noor.open(f"{INDEX}?op=02-03-2026")
    assert "Laat iemand toe" not in page.text and "Vorm een groep" not in page.text


def test_a_question_of_an_import_is_read_and_settled(noor: Visitor, desk: Desk) -> None:
    asked = ImportQuestionRaised(
        question="q1",
        item="organisation:sonrisa",
        digest="0" * 64,
        difference="Het bestand is veranderd.\nKijk wat klopt.",
    )
    desk.record([asked], by="import")
    page = noor.open("/alliantie/vragen")
    assert page.links()["Stichting Sonrisa Rijnmond"] == SONRISA
    assert "Kijk wat klopt." in page.text
    assert "1 vraag uit het inlezen wacht op jou" in noor.open(INDEX).text
    answer = noor.post("/alliantie/vragen/q1", page.fields())
    assert "De vraag is afgehandeld." in noor.open(answer.response.headers["Location"]).text
    with desk.reading() as now:
        assert now.ask(how_many) == 0
    again = noor.open("/alliantie/vragen/q1").fields()
    assert "al beantwoord" in noor.post("/alliantie/vragen/q1", again, 422).text


def test_without_questions_the_page_says_so(noor: Visitor) -> None:
    assert "Er wacht geen vraag" in noor.open("/alliantie/vragen").text


def test_help_names_the_aanjager_and_to_visitors_the_organisation_only(
    visit: Visit, desk: Desk
) -> None:
    with desk.reading() as now:
        found = now.ask(people.organisation, "gemeente_capelle")
    assert found
    facts: dict[str, Any] = {
        "organisation": "gemeente_capelle",
        "name": found.name,
        "sector": found.sector,
    }
    desk.record([OrganisationRevised(**facts, kind=found.kind, phone="14 010")], by="m-aanjager")
    inside, outside = visit("themagroep").open("/privacy").text, visit("").open("/privacy").text
    assert "Noor Voorbeeld, de aanjager · 14 010" in inside
    assert "de aanjager, bij Gemeente Capelle aan den IJssel · 14 010" in outside
    assert "Noor" not in outside and "@voorbeeld.example" not in inside
