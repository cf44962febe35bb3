"""Asking an organisation for something, and answering: with a tap, by phone, or through another."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAsked
from tests.conftest import Clock
from tests.web.cast import SCHOOL, WELZIJN
from tests.web.taps import tap
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
ASK = "/afspraken/vragen"
ZAAL = "Een zaal op dinsdag"
AT = "/afspraken/zaal"


@pytest.fixture
def asked(desk: Desk) -> None:
    """The theme group of young people asked Sonrisa for a room."""
    question = ActionAsked(action="zaal", title=ZAAL, organisation="sonrisa", group="themagroep_t3")
    desk.record([question], by="m-voorzitter")


def buttons(page: Page) -> list[str]:
    """What the buttons in the page say."""
    return [" ".join(one.to_text().split()) for one in page.html.query("main button")]


def test_asking_takes_what_of_whom_and_by_when(visit: Visit) -> None:
    teun = visit("themagroep")
    assert teun.open(ASK).visible_fields() == ["title", "whom", "whom-keuze", "by_when"]
    page = teun.write(ASK, {"title": ZAAL, "whom": "sonrisa", "by_when": "27-03-2026"})
    assert "wacht op antwoord" in page.text
    assert "Wacht op antwoord sinds vandaag. Graag vóór 16 maart 2026." in page.text
    assert "Themagroep Eenzaamheid onder jongeren" in page.text


def test_asking_says_every_fault_at_once(visit: Visit) -> None:
    page = visit("themagroep").send(ASK, {"title": "", "whom": ""}, status=422)
    assert "Schrijf op wat je doet" in page.text
    assert "Kies van wie je het vraagt" in page.text


def test_only_who_is_in_a_group_asks(visit: Visit, noor: Visitor) -> None:
    visit("contactpersoon").open(ASK, status=403)
    page = noor.write(f"{ASK}?groep=kerngroep", {"title": ZAAL, "whom-keuze": "geen"})
    assert "wie kan dit?" in page.text


@pytest.mark.usefixtures("asked")
def test_a_question_stands_on_the_start_page_with_its_four_answers(visit: Visit) -> None:
    page = visit("contactpersoon").open("/")
    assert "Een vraag aan jullie 1" in page.text
    assert f"Ja : {ZAAL}" in page.text
    links = page.links()
    for label, to in (
        ("Nee", "nee"),
        ("Andere datum", "andere-datum"),
        ("Ik overleg eerst", "overleg"),
    ):
        assert links[f"{label} : {ZAAL}"] == f"{AT}/{to}"


@pytest.mark.usefixtures("asked")
def test_yes_is_one_tap(visit: Visit) -> None:
    cora = visit("contactpersoon")
    page = tap(cora, "/", "Ja")
    assert "Fijn. Het staat erin als afgesproken." in page.text
    assert "Cora Voorbeeld" in page.text
    assert "zei ja" in page.text
    assert page.links()["Gedaan"] == f"{AT}/gedaan"


@pytest.mark.usefixtures("asked")
def test_no_is_one_tap_and_who_asked_asks_another(visit: Visit) -> None:
    cora = visit("contactpersoon")
    assert "niet in deze wijk" in buttons(cora.open(f"{AT}/nee"))
    cora.write(f"{AT}/nee", {"why": "geen_tijd"})
    vera = visit("voorzitter")
    start = vera.open("/")
    assert "Antwoord op jouw vraag 1" in start.text
    assert "Zei nee: geen tijd" in start.text
    page = vera.write(f"{AT}/elders", {"whom": WELZIJN})
    assert "Stichting Welzijn Capelle" in page.text
    assert "wacht op antwoord" in page.text
    assert "zei nee: geen tijd" in page.text


@pytest.mark.usefixtures("asked")
def test_a_no_without_a_reason_is_asked_again(visit: Visit) -> None:
    page = visit("contactpersoon").send(f"{AT}/nee", {"reason": "Wij verhuizen."}, status=422)
    assert "Kies wat het dichtst bij jullie reden komt." in page.text
    assert page.fields()["reason"] == "Wij verhuizen."


@pytest.mark.usefixtures("asked")
def test_another_date_is_settled_by_who_asked(visit: Visit) -> None:
    page = visit("contactpersoon").write(f"{AT}/andere-datum", {"by_when": "3-4-2026"})
    assert "andere datum voorgesteld" in page.text
    vera = visit("voorzitter")
    assert "Voorgesteld is vrijdag 3 april 2026." in vera.open(f"{AT}/datum").text
    assert "Kies ja of nee." in vera.send(f"{AT}/datum", {}, 422).text
    page = vera.write(f"{AT}/datum", {"agreed": "goed"})
    assert "Het wordt 3 april 2026" in page.text


@pytest.mark.usefixtures("asked")
def test_keeping_to_the_date_puts_the_question_again(visit: Visit) -> None:
    visit("contactpersoon").write(f"{AT}/andere-datum", {"by_when": "3-4-2026"})
    page = visit("voorzitter").write(f"{AT}/datum", {"agreed": "niet_goed"})
    assert "wacht op antwoord" in page.text


@pytest.mark.usefixtures("asked")
def test_who_consults_first_gets_one_page_for_the_manager(visit: Visit) -> None:
    cora = visit("contactpersoon")
    typed = {"answer_by": "20-03-2026", "question": "Mag de zaal gratis?"}
    page = cora.write(f"{AT}/overleg", typed)
    assert "Overlegt eerst, antwoord vóór 20 maart 2026" in page.text
    sheet = page.links()["Open de pagina met drie antwoorden"]
    assert buttons(cora.open(sheet)) == ["Ja, dit steunen we", "Tot hier", "Nee, dit doen we niet"]
    assert "Mag de zaal gratis?" in cora.open(sheet).text
    assert (
        "Schrijf in één zin tot waar het mag."
        in cora.send(sheet, {"backing": "tot_hier"}, 422).text
    )
    page = cora.write(sheet, {"backing": "tot_hier", "limit": "Alleen in mei."})
    assert "Antwoord: tot hier. Alleen in mei." in page.text


@pytest.mark.usefixtures("asked")
def test_who_asked_does_not_answer_for_who_was_asked(visit: Visit) -> None:
    vera = visit("voorzitter")
    for way in ("ja", "nee", "optekenen", "gedaan"):
        vera.open(f"{AT}/{way}", status=403)


@pytest.mark.usefixtures("asked")
def test_silence_is_seen_by_those_concerned_only(visit: Visit, noor: Visitor, clock: Clock) -> None:
    clock.forward(days=12)
    for visitor in (visit("contactpersoon"), visit("themagroep"), visit("voorzitter")):
        assert "Wacht op antwoord sinds 12 dagen" in visitor.open("/afspraken/?stand=wacht").text
    kim = visit("kerngroep")
    assert ZAAL not in kim.open("/afspraken/").text
    assert "1 zonder ja" in kim.open("/afspraken/").text
    kim.open(AT, status=403)
    start = visit("aanjager").open("/")
    assert "Bellen 3" in start.text  # with two who did not answer about their offers
    assert f"Schrijf het antwoord op : {ZAAL}" in start.links()


def test_a_question_to_anyone_is_taken_by_one_tap_or_for_a_shop(
    visit: Visit, noor: Visitor
) -> None:
    for title in ("Drie taarten", "Een busje"):
        noor.write(ASK, {"title": title, "whom-keuze": "geen"})
    cora = visit("contactpersoon")
    links = cora.open("/afspraken/?stand=wacht").links()
    page = cora.open(links["Drie taarten"])
    assert buttons(page)[0] == "Dat doen wij"
    page = cora.write(f"{links['Drie taarten']}/ja", {})
    assert "Stichting Sonrisa" in page.text and "Cora Voorbeeld" in page.text
    address = f"{links['Een busje']}/optekenen"
    assert (
        "Kies welke organisatie" in noor.send(address, {"via": "gebeld", "answer": "ja"}, 422).text
    )
    page = noor.write(address, {"via": "gebeld", "answer": "ja", "organisation": SCHOOL})
    assert "Comenius" in page.text


@pytest.mark.usefixtures("asked")
def test_an_agreement_is_handed_over_and_the_successor_answers(visit: Visit, noor: Visitor) -> None:
    noor.write(f"{AT}/optekenen", {"via": "gebeld", "answer": "ja"})
    told = noor.send(f"{AT}/overdragen", {"whom": "sonrisa"}, 422).text
    assert "Wie je kiest, heeft deze afspraak al." in told
    page = noor.write(f"{AT}/overdragen", {"whom": "lid:m-contactpersoon"})
    assert "Cora Voorbeeld" in page.text
    page = noor.write(f"{AT}/overdragen", {"whom": SCHOOL, "reason": "Verhuisd."})
    assert "Gevraagd aan Comenius College, eerst bij Stichting Sonrisa" in page.text
    teun = visit("themagroep")
    assert "Een vraag aan jullie 1" in teun.open("/").text
    assert "Teun Voorbeeld" in teun.write(f"{AT}/ja", {}).text


@pytest.mark.usefixtures("asked")
def test_who_asked_lets_it_go_while_nobody_said_yes(visit: Visit) -> None:
    page = visit("voorzitter").write(f"{AT}/lukt-niet", {"reason": "Het hoeft niet meer."})
    assert "niet doorgegaan" in page.text


@pytest.mark.usefixtures("asked")
def test_who_is_busy_says_so_in_a_sentence(visit: Visit) -> None:
    cora = visit("contactpersoon")
    cora.write(f"{AT}/ja", {})
    assert "Twee zalen bekeken." in cora.write(f"{AT}/bezig", {"note": "Twee zalen bekeken."}).text


@pytest.mark.usefixtures("asked")
def test_what_comes_back_stands_there_again_once_it_is_done(visit: Visit) -> None:
    cora = visit("contactpersoon")
    cora.write(f"{AT}/ja", {})
    assert "Kies hoe vaak het terugkomt." in cora.send(f"{AT}/herhalen", {}, status=422).text
    assert "elke maand" in cora.write(f"{AT}/herhalen", {"every": "maand"}).text
    cora.write(f"{AT}/gedaan", {"yielded": "De zaal was vol."})
    links = cora.open("/afspraken/?stand=open").links()
    page = cora.open(links[ZAAL])
    assert "donderdag 2 april 2026" in page.text
    assert f"Dit kwam terug na: {ZAAL}" in page.text
    assert "De zaal was vol." in cora.open(AT).text
