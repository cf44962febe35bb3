"""The own manager answers with a link that whoever was asked sends along; nobody signs in."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionConsidered,
    ManagerAnswered,
)
from alliance.mailing.shares import Known, shares
from tests.conftest import Clock
from tests.mailing.named import name_contact
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
SAM = "member:sam"
MAY = "Mag de zaal een avond open?"


@pytest.fixture(autouse=True)
def asked(desk: Desk) -> None:
    """Sam, whom a list named, is asked for something on behalf of a school."""
    name_contact(desk, "sam", "comenius")
    event = ActionAsked(
        action="room", title="Een lokaal", organisation="comenius", group="themagroep_t3"
    )
    desk.record([event], by="m-voorzitter")


def link(desk: Desk, *, whole: bool = False) -> str:
    """The address of the mail that Sam got."""
    stream = SAM if whole else "action:room"
    with writing(desk.engine) as db:
        number = tickets.issue(
            db, act="answer_action", stream=stream, recipient=SAM, now=desk.clock()
        )
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}"


def consider(visitor: Visitor, desk: Desk) -> str:
    """Sam talks it over first; the page that thanks."""
    address, day = link(desk), desk.today() + timedelta(days=9)
    said = {"answer_by": f"{day:%d-%m-%Y}", "question": MAY}
    visitor.send(f"{address}/overleg", said)
    return address


def made(visitor: Visitor, desk: Desk) -> str:
    """The link that Sam sends along."""
    address = consider(visitor, desk)
    fields = visitor.open(f"{address}/bedankt").fields()
    sent = visitor.post(f"{address}/doorsturen", fields)
    page = visitor.open(str(sent.response.headers["Location"]))
    [to] = [one for one in page.links().values() if one.endswith("/leidinggevende")]
    assert page.links()["Maak er een mail van"].startswith("mailto:?subject=")
    return to.removeprefix("http://localhost")


def last(desk: Desk) -> tuple[object, str]:
    with reading(desk.engine) as db:
        entry = journal.stream(db, "action:room")[-1]
    return entry.event, entry.by


def test_a_manager_answers_with_one_tap_in_the_name_of_the_organisation(
    visitor: Visitor, desk: Desk
) -> None:
    to = made(visitor, desk)
    assert isinstance(last(desk)[0], ActionConsidered)
    page = visitor.open(to)
    assert MAY in page.text and "vraagt Comenius" in page.text and "Een lokaal" in page.text
    assert "Sam Voorbeeld" not in page.text and "Vera Voorbeeld" not in page.text
    visitor.send(to, {"backing": "tot_hier"}, 422)
    visitor.send(to, {"backing": "tot_hier", "limit": "Alleen in mei."})
    said = ManagerAnswered(action="room", backing="tot_hier", limit="Alleen in mei.")
    assert last(desk) == (said, "organisation:comenius")
    assert visitor.open(to, 410).title == "Deze link is gebruikt of verlopen"


def test_the_link_of_a_manager_does_nothing_else(visitor: Visitor, desk: Desk) -> None:
    to = made(visitor, desk).removesuffix("/leidinggevende")
    for end in ("ja", "nee", "alles", "mail"):
        assert visitor.open(f"{to}/{end}", 410).title == "Deze link werkt niet"


def test_what_the_manager_said_stands_in_the_next_mail_and_on_the_page(
    visitor: Visitor, desk: Desk
) -> None:
    visitor.send(made(visitor, desk), {"backing": "steunen"})
    with desk.reading() as now:
        found = shares(Known(now), now.today, lambda one: one.recipient == SAM)
    assert [one.backed for one in found[SAM].asked] == ["Je leidinggevende steunt dit."]
    assert "Je leidinggevende steunt dit." in visitor.open(f"{link(desk, whole=True)}/alles").text


def test_a_link_is_made_from_the_page_with_all_that_is_asked_too(
    visitor: Visitor, desk: Desk
) -> None:
    address = link(desk, whole=True)
    assert "leidinggevende" not in visitor.open(f"{address}/alles").text
    consider(visitor, desk)
    page = visitor.open(f"{address}/alles")
    assert "Maak een link voor je leidinggevende" in page.text
    sent = visitor.post(f"{address}/alles/room/doorsturen", page.fields())
    assert "Stuur door" in visitor.open(str(sent.response.headers["Location"])).title


def test_who_signed_in_sends_a_link_along_from_the_page_of_the_question(
    visit: Visit, visitor: Visitor, desk: Desk
) -> None:
    teun = visit("themagroep")  # of the same school
    day = desk.today() + timedelta(days=9)
    teun.send("/afspraken/room/overleg", {"answer_by": f"{day:%d-%m-%Y}", "question": MAY})
    page = teun.open("/afspraken/room")
    assert "Maak een link om door te sturen" in page.text
    sent = teun.post("/afspraken/room/leidinggevende/doorsturen", page.fields())
    links = visitor.open(str(sent.response.headers["Location"])).links()
    [to] = [one for one in links.values() if one.endswith("/leidinggevende")]
    visitor.send(to.removeprefix("http://localhost"), {"backing": "nee"})
    assert last(desk)[0] == ManagerAnswered(action="room", backing="nee")


def test_there_is_nothing_to_send_along_of_what_is_not_talked_over(
    visit: Visit, visitor: Visitor, desk: Desk
) -> None:
    address = link(desk, whole=True)
    fields = visitor.open("/inloggen").fields()
    visitor.post(f"{address}/alles/room/doorsturen", fields, 410)
    teun = visit("themagroep")
    fields = teun.open("/afspraken/room").fields()
    sent = teun.post("/afspraken/room/leidinggevende/doorsturen", fields)
    assert sent.response.headers["Location"] == "/afspraken/room"


def test_a_question_that_was_answered_needs_no_manager(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    to = made(visitor, desk)
    desk.record([ActionAccepted(action="room")], by="sam")
    assert visitor.open(to, 410).title == "Je antwoord staat erin"
    clock.forward(days=31)
    assert visitor.open(to, 410).title == "Deze link is gebruikt of verlopen"
