"""Questions answered from a mail: yes, no, another day, later; and "that is not what we said"."""

from datetime import date, timedelta

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionConsidered,
    ActionDeclined,
    ActionWithdrawn,
    AnswerDisputed,
    OtherDateProposed,
)
from alliance.events.base import Event
from tests.web.visitor import Visitor

CORA, SONRISA = "member:m-contactpersoon", "organisation:sonrisa"


@pytest.fixture(autouse=True)
def asked(desk: Desk) -> None:
    """Sonrisa is asked for three cakes."""
    cakes = ActionAsked(
        action="cakes", title="Drie taarten", organisation="sonrisa", by_when=date(2026, 3, 20)
    )
    desk.record([cakes], by="m-aanjager")


def link(desk: Desk, to: str = CORA, *, page: bool = False) -> str:
    stream = to if page else "action:cakes"
    with writing(desk.engine) as db:
        number = tickets.issue(
            db, act="answer_action", stream=stream, recipient=to, now=desk.clock()
        )
    token = tickets.token(number, desk.settings.secret_key)
    return f"/antwoord/{token}{'/alles/cakes' if page else ''}"


def last(desk: Desk) -> tuple[Event, str]:
    with reading(desk.engine) as db:
        entry = journal.stream(db, "action:cakes")[-1]
    return entry.event, entry.by


def test_the_link_offers_what_a_question_can_be_answered_with(visitor: Visitor, desk: Desk) -> None:
    links = visitor.open(link(desk)).links()
    assert {"Ja", "Nee", "Ja, op een andere datum", "Ik overleg eerst"} <= links.keys()
    assert "Gedaan" not in links


def test_yes_is_two_taps_and_says_who(visitor: Visitor, desk: Desk) -> None:
    page = visitor.write(f"{link(desk)}/ja", {})
    assert "Het staat erin als afgesproken" in page.text
    assert last(desk) == (
        ActionAccepted(action="cakes", owner="m-contactpersoon"), "m-contactpersoon"
    )  # fmt: skip


def test_a_mailbox_says_yes_in_the_name_of_the_organisation(visitor: Visitor, desk: Desk) -> None:
    visitor.send(f"{link(desk, SONRISA)}/ja", {})
    assert last(desk) == (ActionAccepted(action="cakes"), SONRISA)


def test_no_asks_one_tap(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    visitor.send(f"{address}/nee", {}, 422)
    visitor.send(f"{address}/nee", {"why": "geen_tijd"})
    assert last(desk)[0] == ActionDeclined(action="cakes", why="geen_tijd")
    page = visitor.open(link(desk) + "/ja", 410)
    assert page.title == "Je antwoord staat erin"


def test_another_day_is_proposed_to_who_asked(visitor: Visitor, desk: Desk) -> None:
    visitor.send(f"{link(desk)}/andere-datum", {"by_when": "27-3-2026"})
    assert last(desk)[0] == OtherDateProposed(action="cakes", proposed=date(2026, 3, 27))


def test_later_says_when_and_all_can_be_done_on_one_page(visitor: Visitor, desk: Desk) -> None:
    address = link(desk, page=True)
    page = visitor.open(address.removesuffix("/cakes"))
    assert "Een vraag aan jou" in page.text and "Drie taarten" in page.text
    day = desk.today() + timedelta(days=5)
    visitor.send(f"{address}/overleg", {"answer_by": f"{day:%d-%m-%Y}"})
    assert last(desk)[0] == ActionConsidered(action="cakes", answer_by=day)


def test_what_someone_else_wrote_down_can_be_disputed(visitor: Visitor, desk: Desk) -> None:
    noted = ActionAccepted(action="cakes", owner="m-contactpersoon", via="gebeld")
    desk.record([noted], by="m-aanjager")
    address = link(desk)
    assert "Dit antwoord klopt niet" in visitor.open(address).links()
    visitor.send(f"{address}/klopt-niet", {})
    event, by = last(desk)
    assert isinstance(event, AnswerDisputed) and by == "m-contactpersoon"


def test_a_question_that_was_taken_back_needs_no_answer(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    desk.record([ActionWithdrawn(action="cakes", reason="Niet nodig.")], by="m-aanjager")
    assert visitor.open(f"{address}/ja", 410).title == "Hier hoef je niets meer te doen"
