"""After a meeting: each agreement one choice, one button, and all of it written down in one go."""

from collections.abc import Callable

import pytest

from alliance.database import reading
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionAsked
from alliance.journal import head
from tests.web.cast import SCHOOL, WELZIJN
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
AT = "/afspraken/nalopen?groep=themagroep_t3"
GROUP = "themagroep_t3"


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """The theme group agreed on three things, and asked the school for a fourth."""
    events = [
        ActionAgreed(action="bel", title="Bel de mentoren", group=GROUP, organisation=WELZIJN),
        ActionAgreed(action="zaal", title="Huur een zaal", group=GROUP, organisation="sonrisa"),
        ActionAgreed(action="bus", title="Regel een bus", group=GROUP, organisation="sonrisa"),
        ActionAsked(action="les", title="Een les in klas drie", group=GROUP, organisation=SCHOOL),
    ]
    desk.record(events, by="m-voorzitter")


def labels(page: Page) -> list[str]:
    return [" ".join(one.to_text().split()) for one in page.html.query("main form label")]


def test_everything_is_written_down_in_one_go(noor: Visitor, desk: Desk) -> None:
    with reading(desk.engine) as db:
        before = head(db).position
    chosen = {"over-bel": "gedaan", "over-zaal": "vier_weken", "over-les": "geen_tijd"}
    page = noor.write(AT, chosen)
    assert "Vastgelegd bij 3 afspraken." in page.text
    with reading(desk.engine) as db:
        assert head(db).position == before + 3
    assert "opgetekend door Noor Voorbeeld" in noor.open("/afspraken/bel").text
    assert "30 maart 2026" in noor.open("/afspraken/zaal").text
    assert "zei nee: geen tijd" in noor.open("/afspraken/les").text
    assert "open" in noor.open("/afspraken/bus").text


def test_a_member_sees_what_is_theirs_to_answer(visit: Visit) -> None:
    page = visit("contactpersoon").open(AT)
    assert labels(page)[:2] == ["Regel een bus", "Huur een zaal"]
    nothing = visit("wijkgroep").open(AT)
    assert "Hier is nu niets wat jij kunt afhandelen." in nothing.text
    assert "Alles vastleggen" not in nothing.text


def test_what_someone_says_for_themselves_needs_no_note(visit: Visit) -> None:
    visit("themagroep").write(AT, {"over-les": "ja"})
    page = visit("themagroep").open("/afspraken/les")
    assert "Teun Voorbeeld" in page.text
    assert "opgetekend" not in page.text


def test_what_will_not_happen_says_why_once_for_all(noor: Visitor) -> None:
    chosen = {"over-zaal": "lukt_niet", "over-bus": "lukt_niet"}
    page = noor.send(AT, chosen, status=422)
    assert "Schrijf in één zin waarom het niet doorgaat." in page.text
    assert page.fields()["over-zaal"] == "lukt_niet"
    noor.write(AT, chosen | {"reason": "Er is geen geld."})
    for action in ("zaal", "bus"):
        assert "Er is geen geld." in noor.open(f"/afspraken/{action}").text


def test_without_a_choice_nothing_is_written_down(noor: Visitor) -> None:
    assert "Kies bij minstens één afspraak" in noor.send(AT, {}, status=422).text
    assert "Kies een van de mogelijkheden" in noor.send(AT, {"over-bel": "ja nee"}, status=422).text


def test_a_fault_stands_at_its_own_action_and_nothing_is_written(noor: Visitor) -> None:
    page = noor.send(AT, {"over-bel": "gedaan", "over-les": "gedaan"}, status=422)
    assert page.html.query("#f-over-les-error")
    assert "nog geen ja" in page.text
    assert "nagekomen" not in noor.open("/afspraken/bel").text


def test_what_someone_else_answered_meanwhile_is_seen_before_anything_is_written(
    noor: Visitor, desk: Desk
) -> None:
    typed = noor.open(AT).fields() | {"over-bel": "bezig", "over-zaal": "week"}
    noor.write("/afspraken/bel/gedaan", {"on": "02-03-2026"})
    with reading(desk.engine) as db:
        before = head(db).position
    page = noor.post(AT, typed, 409)
    assert "Iemand anders heeft dit net gewijzigd." in page.text
    assert "Bel de mentoren" not in labels(page) and page.fields()["over-zaal"] == "week"
    noor.write("/afspraken/bus/bezig", {})
    typed |= {"key": page.fields()["key"], "over-bel": "", "over-zaal": "", "over-bus": "week"}
    page = noor.post(AT, typed, 409)
    with reading(desk.engine) as db:
        assert head(db).position == before + 1
    noor.post(AT, page.fields() | {"over-bus": "week"})


@pytest.mark.parametrize("version", ["", "x", "-1"])
def test_a_choice_without_the_version_it_was_made_on_is_not_taken(
    noor: Visitor, version: str
) -> None:
    page = noor.send(AT, {"over-bel": "gedaan", "version-bel": version}, 409)
    assert "Iemand anders heeft dit net gewijzigd." in page.text
    noor.post(AT, page.fields())


def test_it_is_always_about_a_meeting_or_a_group(noor: Visitor) -> None:
    noor.open("/afspraken/nalopen", status=404)
    assert noor.open("/alliantie/groepen/themagroep_t3").links()["Loop ze na"] == AT


def test_the_views_have_the_numbers_of_what_they_lead_to(visit: Visit, noor: Visitor) -> None:
    for visitor in (noor, visit("voorzitter"), visit("contactpersoon")):
        links = visitor.open("/afspraken/").links()
        found = {name: link for name, link in links.items() if name.split()[-1].isdigit()}
        assert found
        for name, address in found.items():
            number = int(name.split()[-1])
            said = f"{number} {'afspraak' if number == 1 else 'afspraken'}"
            assert said in visitor.open(address).text, name


def test_what_i_do_and_what_i_asked_are_two_views(visit: Visit) -> None:
    vera = visit("voorzitter")
    vera.write("/afspraken/nieuw", {"title": "Schrijf de uitnodiging"})
    links = vera.open("/afspraken/").links()
    mine = vera.open(next(link for name, link in links.items() if name.startswith("Van mij")))
    asked = vera.open(next(link for name, link in links.items() if name.startswith("Wat ik vroeg")))
    assert "Schrijf de uitnodiging" in mine.text and "Een les in klas drie" not in mine.text
    assert "Een les in klas drie" in asked.text and "Schrijf de uitnodiging" not in asked.text
