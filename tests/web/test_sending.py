"""Sending an agenda: to every member of the group, once, and again only when it changed."""

from collections.abc import Callable
from datetime import date

import pytest
from icalendar import Calendar

from alliance import outbox, preferences
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.outbox import Letter
from tests.web.taps import tap
from tests.web.test_agenda import PLAN, points
from tests.web.visitor import Visitor, attribute

DAY = date(2026, 2, 20)
Visit = Callable[[str], Visitor]


@pytest.fixture
def karim(visit: Visit) -> Visitor:
    """The chair of the core group."""
    return visit("kernvoorzitter")


@pytest.fixture
def agenda(karim: Visitor) -> str:
    """The page of the agenda of the next core group."""
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    return f"{answer.response.headers['Location']}/agenda"


def letters(desk: Desk) -> list[Letter]:
    with reading(desk.engine) as db:
        return [one for one in outbox.letters(db) if one.kind == "agenda"]


def test_an_agenda_that_only_needed_a_look_is_sent_with_one_tap(
    karim: Visitor, agenda: str, desk: Desk
) -> None:
    assert "Verstuur aan 2 leden" in karim.open(agenda).text
    page = tap(karim, agenda, "Verstuur aan 2 leden")
    assert "Verstuurd op 2 maart 2026." in page.text
    assert len(points(page)) == 7
    assert {one.recipient for one in letters(desk)} == {
        "member:m-kernvoorzitter",
        "member:m-kerngroep",
    }
    told = letters(desk)[0]
    assert told.subject == "Agenda Kerngroep, donderdag 26 maart 2026"
    assert "Gemeentehuis" in told.body and "1. Geen van de 16 resultaten" in told.body
    assert f"http://localhost{agenda}" in told.body


def test_the_members_are_told_once(karim: Visitor, agenda: str, desk: Desk) -> None:
    tap(karim, agenda, "Verstuur aan 2 leden")
    assert "Verstuur" not in karim.open(agenda).text.split("Verstuurd op")[1].split("Waarom")[0]
    page = karim.open(f"{agenda}/klaarmaken")
    assert "Er is sindsdien niets veranderd." in page.text
    assert len(letters(desk)) == 2


def test_a_changed_agenda_is_sent_again(karim: Visitor, agenda: str, desk: Desk) -> None:
    tap(karim, agenda, "Verstuur aan 2 leden")
    tap(karim, f"{agenda}/klaarmaken", "Haal eraf : 12 keer")
    page = karim.open(agenda)
    assert "De leden zien je wijzigingen nog niet" in page.text
    assert len(points(page)) == 7
    page = tap(karim, agenda, "Verstuur opnieuw aan 2 leden")
    assert len(points(page)) == 6
    assert len(letters(desk)) == 4


def test_a_meeting_that_moved_is_told_with_its_agenda_again(
    karim: Visitor, agenda: str, desk: Desk
) -> None:
    tap(karim, agenda, "Verstuur aan 2 leden")
    karim.send(agenda.replace("/agenda", "/verplaatsen"), {"on": "27-03-2026"})
    tap(karim, agenda, "Verstuur opnieuw aan 2 leden")
    assert [one.subject for one in letters(desk)].count(
        "Agenda Kerngroep, vrijdag 27 maart 2026"
    ) == 2


def test_what_was_not_read_is_not_sent(
    karim: Visitor, visit: Visit, agenda: str, desk: Desk
) -> None:
    fields = karim.open(agenda).fields()
    visit("kerngroep").write("/agenda/aandragen?groep=kerngroep", {"title": "Een nieuw punt"})
    page = karim.post(f"{agenda}/versturen", fields, 422)
    assert "De agenda is net veranderd." in page.text
    assert "Een nieuw punt" in points(page)
    assert letters(desk) == []


def test_sent_twice_the_same_form_tells_nobody_twice(
    karim: Visitor, agenda: str, desk: Desk
) -> None:
    fields = karim.open(agenda).fields()
    for _ in range(2):
        karim.post(f"{agenda}/versturen", fields)
    assert len(letters(desk)) == 2


def test_an_agenda_of_a_later_meeting_is_not_sent(karim: Visitor, agenda: str) -> None:
    later = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "07-05-2026"})
    address = later.response.headers["Location"]
    page = karim.open(f"{address}/agenda")
    key = attribute(page.html.query("header input[name=key]")[0], "value")
    page = karim.post(f"{address}/agenda/versturen", {"key": key, "version": "1"}, 422)
    assert "Deze bijeenkomst is niet de volgende van de groep." in page.text


def test_a_guest_gets_the_agenda_too_without_what_is_for_the_group(
    karim: Visitor, noor: Visitor, agenda: str, desk: Desk
) -> None:
    meeting = agenda.removesuffix("/agenda")
    karim.write(f"{meeting}/gasten", {"organisations-zoek": "sonrisa"})
    late = ActionAgreed(action="laat", title="Bel De Wel", by_when=DAY, group="kerngroep")
    desk.record([late], by="m-kernvoorzitter")
    page = karim.open(agenda)
    assert "Verstuur aan 2 leden en één gast" in page.text
    tap(karim, agenda, "Verstuur aan 2 leden en één gast")
    told = {one.recipient: one.body for one in letters(desk)}
    guest, member = told["member:m-contactpersoon"], told["member:m-kerngroep"]
    assert "Jullie zijn gevraagd als gast." in guest
    assert "Bel De Wel" in member and "Bel De Wel" not in guest


def test_the_agenda_comes_with_an_invitation_for_who_takes_mail(
    karim: Visitor, agenda: str, desk: Desk
) -> None:
    with writing(desk.engine) as db:
        preferences.prefer(db, "member:m-kerngroep", way="bellen", day=3, reminders=False)
    tap(karim, agenda, "Verstuur aan 2 leden")
    assert [one.recipient for one in letters(desk)] == ["member:m-kernvoorzitter"]
    with reading(desk.engine) as db:
        [asks] = db.execute(outbox.outbox.select()).all()
    [event] = Calendar.from_ical(asks.calendar).events
    assert event["summary"] == "Kerngroep" and event["status"] == "CONFIRMED"
