"""Hiding a text from a page, and what the keeper does with it; each in at most two taps."""

import re
from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

from alliance import hidden, journal, outbox
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.journal import REDACTIONS
from alliance.events.outcomes import LessonRecorded
from alliance.veil import GONE, HIDDEN
from tests.conftest import Clock
from tests.web.visitor import Page, Visitor, attribute

Visit = Callable[[str], Visitor]
ENTRY = re.compile(r"/tijdlijn/\d+")
LINE = "Hier staat iets over een persoon"
TEXT = "Soep brengen bij Toos Voorbeeld in de flat"
MONDAY = date(2026, 3, 2)
LESSON = "Bij Toos Voorbeeld thuis werkt bellen beter"


@pytest.fixture
def written(visit: Visit, desk: Desk) -> str:
    """The address of an action that Teun wrote down, about Toos."""
    teun = visit("themagroep")
    address: str = teun.send("/afspraken/nieuw", {"title": TEXT}).response.headers["Location"]
    return address


def choices(page: Page) -> dict[str, dict[str, str]]:
    """What each button that hides something would send, by the words beside it."""
    found = {}
    for form in page.html.query("main form"):
        inputs = form.query("input[type=hidden]")
        sent = {attribute(one, "name"): attribute(one, "value") for one in inputs}
        if "position" in sent:
            found[" ".join(form.to_text().split())] = sent
    return found


def hide(visitor: Visitor, address: str, words: str = TEXT) -> Page:
    """The line at the foot, then the button beside the text: two taps."""
    here = visitor.open(address).links()[LINE]
    offered = choices(visitor.open(here))
    fields = next(sent for label, sent in offered.items() if words[:20] in label)
    return visitor.post(here, fields)


def test_in_two_taps_a_text_is_gone_for_all_but_its_writer(visit: Visit, written: str) -> None:
    kim = visit("kerngroep")
    answer = hide(kim, written)
    assert answer.response.headers["Location"] == written
    page = kim.open(written)
    assert "De tekst is verborgen voor iedereen" in page.text
    assert page.title == HIDDEN
    for role in ("aanjager", "voorzitter", "kerngroep"):
        assert "Toos" not in visit(role).open(written).response.text
    assert visit("themagroep").open(written).title == TEXT


def test_it_is_gone_from_an_earlier_day_too(visit: Visit, written: str, clock: Clock) -> None:
    clock.forward(days=2)
    kim = visit("kerngroep")
    past = kim.open(f"{written}?op=2026-03-02")
    assert past.title == TEXT
    hide(kim, f"{written}?op=2026-03-02")
    assert "Toos" not in kim.open(f"{written}?op=2026-03-02").response.text


def test_every_page_of_a_subject_and_of_an_entry_has_the_line(visit: Visit, written: str) -> None:
    kim = visit("kerngroep")
    entry = next(filter(ENTRY.fullmatch, kim.open(written).links().values()))
    for address in (
        written,
        entry,
        "/personas/hans",
        "/voortgang/T2.R4",
        "/alliantie/groepen/kerngroep",
    ):
        assert kim.open(address).links()[LINE].startswith("/verbergen/"), address
    assert LINE not in kim.open("/afspraken/").links()
    assert LINE not in kim.open("/afspraken/bestaat-niet", 404).links()


@pytest.mark.parametrize("role", ["", "raadslid", "beheerder"])
def test_who_reads_nothing_inside_hides_nothing(visit: Visit, written: str, role: str) -> None:
    page = visit(role).client.get("/verbergen/result:T2.R4")
    assert page.status_code == (302 if not role else 403)


def test_only_what_stands_there_can_be_hidden(visit: Visit, written: str, desk: Desk) -> None:
    kim = visit("kerngroep")
    here = kim.open(written).links()[LINE]
    [fields] = choices(kim.open(here)).values()
    for wrong in ({"field": "owner"}, {"position": "1"}, {"position": "x"}, {"field": ""}):
        kim.post(here, fields | wrong, 404)
    with reading(desk.engine) as db:
        assert hidden.waiting(db) == []
    kim.open("/verbergen/action:bestaat-niet", 404)


def test_what_someone_may_not_see_cannot_be_hidden_either(visit: Visit, written: str) -> None:
    teun = visit("themagroep")
    reason = "Te druk met de tuin van Toos"
    teun.send(f"{written}/lukt-niet", {"reason": reason})
    here = f"/verbergen/action:{written.rpartition('/')[2]}"
    assert reason in visit("aanjager").open(here).text
    visit("klankbordgroep").open(here, 404)


def test_what_is_hidden_already_says_so(visit: Visit, written: str) -> None:
    kim = visit("kerngroep")
    hide(kim, written)
    page = kim.open(kim.open(written).links()[LINE])
    assert "Deze tekst is al verborgen" in page.text
    assert choices(page) == {}


def test_who_hides_too_much_reads_what_to_do(visit: Visit, written: str, desk: Desk) -> None:
    kim = visit("kerngroep")
    with writing(desk.engine) as db:
        for _ in range(hidden.PER_DAY):
            hidden.may_hide(db, "m-kerngroep", desk.today())
    here = kim.open(written).links()[LINE]
    [fields] = choices(kim.open(here)).values()
    assert "Bel de aanjager" in kim.post(here, fields, 429).text
    assert kim.open(written).title == TEXT


def test_no_page_tells_how_much_someone_hid(visit: Visit, written: str) -> None:
    kim = visit("kerngroep")
    hide(kim, written)
    kim.open(written)
    assert "verb" not in kim.open("/mijn-gegevens").text.replace("verbeter", "")
    assert "hiding" not in kim.client.get("/mijn-gegevens/download").text


def test_the_keeper_finds_it_on_the_start_page_and_may_let_it_be_read(
    visit: Visit, written: str, desk: Desk
) -> None:
    hide(visit("kerngroep"), written)
    bea = visit("beheerder")
    start = bea.open("/")
    assert "Eén tekst is verborgen en wacht op jou." in start.text
    assert "Toos" not in start.text
    index = bea.open(start.links()["Bekijk de verborgen teksten"])
    assert "Toos" not in index.text
    item = bea.open(index.links()["Afspraak gemaakt: Wat"])
    assert TEXT in item.text
    bea.post(f"{address_of(item)}/zichtbaar", item.fields() | {"reason": "Het is een zaal."})
    assert visit("kerngroep").open(written).title == TEXT
    assert "Er is nu geen tekst verborgen" in bea.open("/beheer/verborgen/").text
    with reading(desk.engine) as db:
        [letter] = outbox.letters_to(db, "m-themagroep")
    assert "Het is een zaal." in letter.body


def address_of(item: Page) -> str:
    action: str = attribute(item.html.query("main form")[0], "action")
    return action.rpartition("/")[0]


def test_the_keeper_takes_it_away_from_every_page(visit: Visit, written: str, desk: Desk) -> None:
    desk.record([LessonRecorded(lesson="l1", statement=LESSON, on=MONDAY)], by="m-voorzitter")
    hide(visit("kerngroep"), written)
    bea = visit("beheerder")
    item = bea.open(bea.open("/beheer/verborgen/").links()["Afspraak gemaakt: Wat"])
    bea.post(f"{address_of(item)}/weg", item.fields())
    assert "De tekst is voorgoed weg" in bea.open("/beheer/verborgen/").text
    assert visit("themagroep").open(written).title == GONE
    assert LESSON in visit("kerngroep").open("/opbrengsten/lessen/l1").text
    entry = visit("kerngroep").open("/tijdlijn/?soort=text_redacted").links()["Tekst weggehaald"]
    said = visit("kerngroep").open(entry).text
    assert "door beheerder" in said and "Welke tekst Wat" in said
    with reading(desk.engine) as db:
        assert len(journal.stream(db, REDACTIONS)) == 1
        assert not hidden.taken(db)
    bea.post(f"{address_of(item)}/weg", item.fields(), 404)


def test_where_a_text_was_copied_the_keeper_sees_all_that_goes(
    visit: Visit, written: str, desk: Desk
) -> None:
    statement = f"Wat we leerden: {TEXT}. Dat werkt."
    again = LessonRecorded(lesson="l1", statement=statement, on=MONDAY)
    desk.record([again], by="m-voorzitter")
    hide(visit("kerngroep"), written)
    bea = visit("beheerder")
    item = bea.open(bea.open("/beheer/verborgen/").links()["Afspraak gemaakt: Wat"])
    assert "staat ook op één andere plek" in item.text and "Wat we leerden" in item.text
    bea.post(f"{address_of(item)}/weg", item.fields())
    page = visit("kerngroep").open("/opbrengsten/lessen/l1")
    assert f"Wat we leerden: {GONE}. Dat werkt." in page.text


@pytest.mark.parametrize("role", ["", "raadslid", "aanjager", "kerngroep"])
def test_only_the_keeper_answers(visit: Visit, written: str, desk: Desk, role: str) -> None:
    hide(visit("kerngroep"), written)
    with reading(desk.engine) as db:
        [one] = hidden.waiting(db)
    item = f"/beheer/verborgen/{one.entry.position}/{one.field}"
    for address in ("/beheer/verborgen/", item):
        assert visit(role).client.get(address).status_code == (302 if not role else 403)
    with reading(desk.engine) as db:
        assert hidden.waiting(db) == [one]


def test_the_aanjager_is_told_that_something_was_hidden_not_what(
    visit: Visit, written: str
) -> None:
    hide(visit("kerngroep"), written)
    start = visit("aanjager").open("/")
    assert "Eén tekst is verborgen. De beheerder kijkt ernaar" in start.text
    assert "Toos" not in start.response.text


def test_what_is_covered_is_not_written_back_in_its_place(visit: Visit, desk: Desk) -> None:
    vera = visit("voorzitter")
    refused = vera.send("/afspraken/nieuw", {"title": f"Doe ook {HIDDEN}"}, 422)
    assert "is iets verborgen" in refused.text
    assert refused.links()["Waar kun je terecht?"] == "/waar-kun-je-terecht/"


def test_a_page_is_not_shown_while_nobody_can_know_what_is_hidden(
    visit: Visit, written: str, desk: Desk
) -> None:
    kim = visit("kerngroep")
    with writing(desk.engine) as db:
        db.execute(sa.text("DROP TABLE hidden_texts"))
    assert "Toos" not in kim.open(written, 500).text
