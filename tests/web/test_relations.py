"""How it stands with an organisation: moved by the aanjager, seen by it and by the aanjager."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from alliance.desk import Desk
from alliance.events.actions import ActionAsked
from alliance.events.relations import RelationPaused, TalkNoted
from tests.conftest import MONDAY_MORNING, Clock
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
SONRISA = "/alliantie/organisaties/sonrisa"
AAFJE = "/alliantie/organisaties/aafje"
TALK = TalkNoted(
    talk="t1",
    organisation="sonrisa",
    on=MONDAY_MORNING.date(),
    way="gebeld",
    note="De zaal in december.",
)
PAUSE = RelationPaused(relation="sonrisa", why="geen_mensen")


def section(page: Page) -> str:
    """What the page says of how it stands; empty when it does not."""
    found = page.html.query("section[aria-labelledby=relatie]")
    return " ".join(found[0].to_text().split()) if found else ""


def test_contact_is_written_down_in_two_taps(noor: Visitor) -> None:
    to = noor.open(SONRISA).links()["Schrijf op dat je sprak"]
    page = noor.write(to, {"way": "langs_geweest"})
    assert page.title == "Stichting Sonrisa Rijnmond"
    assert "gesproken sinds 2 maart 2026" in section(page)
    assert "Langs geweest 2 maart 2026 opgeschreven door Noor Voorbeeld" in section(page)


def test_what_was_asked_without_an_answer_is_an_approach(noor: Visitor) -> None:
    page = noor.write(f"{SONRISA}/gesproken", {"asked": "gemaild", "note": "Een zaal."})
    assert "benaderd sinds 2 maart 2026" in section(page)
    assert "Gemaild, nog geen antwoord: Een zaal." in section(page)


def test_an_earlier_day_can_be_named_and_a_later_one_cannot(noor: Visitor) -> None:
    page = noor.write(f"{SONRISA}/gesproken", {"way": "gebeld", "on": "27-02-2026"})
    assert "gesproken sinds 27 februari 2026" in section(page)
    wrong = noor.send(f"{SONRISA}/gesproken", {"way": "gebeld", "on": "3-3-2026"}, 422)
    assert "nog niet geweest" in wrong.text
    assert "Kies hoe jullie contact hadden" in noor.send(f"{SONRISA}/gesproken", {}, 422).text


def test_what_it_was_about_is_never_about_a_person(noor: Visitor) -> None:
    typed = {"way": "gebeld", "note": "Bel jan@voorbeeld.example"}
    page = noor.send(f"{SONRISA}/gesproken", typed, 422)
    assert page.fields()["note"] == "Bel jan@voorbeeld.example"


def test_what_was_written_down_by_mistake_is_taken_back(noor: Visitor, desk: Desk) -> None:
    desk.record([TALK], by="m-aanjager")
    page = noor.open(SONRISA)
    assert "De zaal in december" in section(page)
    links = [to for name, to in page.links().items() if name.startswith("Neem terug")]
    page = noor.write(links[0], {})
    assert "nog niet benaderd" in section(page) and "De zaal" not in section(page)


def test_an_organisation_rests_and_takes_part_again_by_taps(noor: Visitor) -> None:
    page = noor.write(f"{AAFJE}/even-niet", {"why": "geen_tijd", "again_on": "01-06-2026"})
    assert "even niet sinds 2 maart 2026: geen tijd, weer vragen vanaf 1 juni 2026" in section(page)
    assert "Doet mee in de alliantie." in page.text
    page = noor.write(f"{AAFJE}/doet-mee", {})
    assert "doet mee sinds" in section(page)


def test_who_did_not_take_part_yet_does_so_by_one_tap(noor: Visitor, visit: Visit) -> None:
    noor.write(f"{SONRISA}/doet-mee", {})
    assert "Doet mee in de alliantie." in visit("themagroep").open(SONRISA).text


def test_who_rested_before_taking_part_may_be_in_talk_again(noor: Visitor, desk: Desk) -> None:
    desk.record([TALK, PAUSE], by="m-aanjager")
    page = noor.write(f"{SONRISA}/weer-in-gesprek", {})
    assert "gesproken sinds 2 maart 2026" in section(page)


def test_who_comes_back_after_stopping_does_not_rest_any_more(noor: Visitor, desk: Desk) -> None:
    desk.record([PAUSE], by="m-aanjager")
    noor.write(f"{SONRISA}/stopt", {"reason": "Er is geen zaal meer."})
    assert "gestopt sinds 2 maart 2026" in section(noor.open(SONRISA))
    assert "even niet sinds" not in section(noor.write(f"{SONRISA}/weer-mee", {}))


def test_of_what_is_not_written_down_only_the_last_of_its_kind_is_shown(
    noor: Visitor, desk: Desk
) -> None:
    asked = [ActionAsked(action=key, title="Een zaal", organisation="aafje") for key in ("a", "b")]
    desk.record([*asked, TALK, replace(TALK, talk="t2")], by="m-aanjager")
    assert section(noor.open(AAFJE)).count("Kreeg een vraag") == 1
    assert section(noor.open(SONRISA)).count("Gebeld: De zaal in december.") == 2


@pytest.mark.parametrize("role", ["kerngroep", "themagroep", "klankbordgroep", "beleidsmedewerker"])
def test_others_see_who_takes_part_and_no_more(visit: Visit, desk: Desk, role: str) -> None:
    desk.record([TALK, PAUSE], by="m-aanjager")
    visitor = visit(role)
    page = visitor.open(SONRISA)
    assert section(page) == "" and "De zaal" not in page.text and "te weinig" not in page.text
    visitor.open(f"{SONRISA}/gesproken", 403)
    rows = visitor.open("/tijdlijn/").html.query("main ul.rows")
    said = " ".join(row.to_text() for row in rows)
    assert "Contact met organisatie" not in said and "doet even niet mee" not in said


def test_an_organisation_reads_how_it_stands_with_itself_and_moves_nothing(
    visit: Visit, desk: Desk
) -> None:
    desk.record([TALK, PAUSE], by="m-aanjager")
    cora = visit("contactpersoon")
    page = cora.open(SONRISA)
    assert "even niet sinds 2 maart 2026: te weinig mensen" in section(page)
    assert "De zaal in december" in section(page) and "Neem terug" not in section(page)
    assert section(cora.open(AAFJE)) == ""
    cora.open(f"{SONRISA}/even-niet", 403)


def test_on_an_earlier_day_it_stands_as_it_stood_then(
    noor: Visitor, desk: Desk, clock: Clock
) -> None:
    clock.forward(days=3)
    desk.record([PAUSE], by="m-aanjager")
    clock.forward(days=1)
    page = noor.open(f"{SONRISA}?op=03-03-2026")
    assert "nog niet benaderd" in section(page)
    assert not page.html.query("main form[method=post]")
