"""Saying from a mail whether you come: a member, or an organisation that was asked as a guest."""

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.attendance import AttendanceAnnounced
from alliance.events.meetings import GuestsInvited, MeetingCancelled, MeetingPlanned
from tests.conftest import Clock
from tests.web.visitor import Visitor

KIM, TEUN, SONRISA = "member:m-kerngroep", "member:m-themagroep", "organisation:sonrisa"


@pytest.fixture(autouse=True)
def planned(desk: Desk) -> None:
    """The core group meets in three weeks, with a guest."""
    meets = MeetingPlanned(
        meeting="maart", group="kerngroep", on=desk.today().replace(day=26), place="Gemeentehuis"
    )
    guests = GuestsInvited(meeting="maart", organisations=("sonrisa",))
    desk.record([meets, guests], by="m-aanjager")


def link(desk: Desk, to: str = KIM, *, page: bool = False) -> str:
    act, stream = ("answer_action", to) if page else ("attend", "meeting:maart")
    with writing(desk.engine) as db:
        number = tickets.issue(db, act=act, stream=stream, recipient=to, now=desk.clock())
    address = f"/antwoord/{tickets.token(number, desk.settings.secret_key)}"
    return f"{address}/alles" if page else address


def last(desk: Desk) -> tuple[object, str]:
    with reading(desk.engine) as db:
        entry = journal.stream(db, "attendance:maart")[-1]
    return entry.event, entry.by


def nothing_said(desk: Desk) -> bool:
    with reading(desk.engine) as db:
        return journal.stream(db, "attendance:maart") == []


def test_a_member_says_to_come_in_two_taps_without_signing_in(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    page = visitor.open(address)
    assert {"Ik kom", "Ik kan niet"} <= page.links().keys()
    page = visitor.open(page.links()["Ik kom"])
    assert page.title == "Ik kom: Kerngroep, donderdag 26 maart 2026"
    assert "Gemeentehuis. Pas als je op de knop tikt" in page.text
    assert nothing_said(desk)  # a scanner that opens the link says nothing
    page = visitor.write(f"{address}/ik-kom", {})
    assert page.title == "Dank je wel" and "Fijn dat je komt." in page.text
    said = AttendanceAnnounced(attendance="maart", member="m-kerngroep", answer="ja")
    assert last(desk) == (said, "m-kerngroep")


def test_a_guest_says_no_for_the_organisation_and_may_change_it(
    visitor: Visitor, noor: Visitor, desk: Desk
) -> None:
    address = link(desk, SONRISA)
    assert "Jullie zijn gevraagd als gast." in visitor.open(f"{address}/ik-kan-niet").text
    visitor.write(f"{address}/ik-kan-niet", {})
    said = AttendanceAnnounced(attendance="maart", on_behalf_of="sonrisa", answer="nee")
    assert last(desk) == (said, SONRISA)
    shown = noor.open("/bijeenkomsten/maart").text
    assert "gast: Stichting Sonrisa Rijnmond afgemeld" in shown
    page = visitor.open(f"{address}/ik-kom", 410)
    assert "Mail mij een nieuwe link" in page.text
    visitor.write(f"{link(desk, SONRISA)}/ik-kom", {})
    assert last(desk)[0] == AttendanceAnnounced(
        attendance="maart", on_behalf_of="sonrisa", answer="ja"
    )


def test_who_never_signs_in_says_so_on_the_page_with_everything(
    visitor: Visitor, desk: Desk
) -> None:
    page = visitor.open(link(desk, page=True))
    [comes] = [to for words, to in page.links().items() if words.startswith("Ik kom")]
    page = visitor.write(comes, {})
    assert page.title == "Wat we je vragen" and "Je zei dat je komt." in page.text
    assert [words.split(" :")[0] for words in page.links() if words.startswith("Ik k")] == [
        "Ik kan niet"
    ]


def test_who_has_no_place_at_the_meeting_cannot_use_the_link(visitor: Visitor, desk: Desk) -> None:
    for address in (link(desk, TEUN), f"{link(desk, TEUN, page=True)}/maart"):
        page = visitor.open(f"{address}/ik-kom", 410)
        assert page.title == "Dit ligt nu bij iemand anders"


def test_a_meeting_that_was_held_or_is_not_held_asks_nothing(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    address = link(desk)
    clock.forward(days=25)
    ended = "Hier hoef je niets meer te doen"
    assert visitor.open(f"{address}/ik-kom", 410).title == ended
    clock.forward(days=-25)
    desk.record([MeetingCancelled(meeting="maart", reason="Te veel zieken.")], by="m-aanjager")
    assert visitor.open(f"{address}/ik-kan-niet", 410).title == ended


def test_the_same_answer_again_is_not_written_twice(visitor: Visitor, desk: Desk) -> None:
    visitor.write(f"{link(desk)}/ik-kom", {})
    page = visitor.send(f"{link(desk)}/ik-kom", {}, 422)
    assert "Dat stond er al zo." in page.text
