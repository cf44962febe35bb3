"""Without signing in: the page to tell at home, what came of something, and what was never said."""

from collections.abc import Callable

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionDeclined,
    ActionDone,
    ActionWithdrawn,
    AnswerDisputed,
    TakerInformed,
)
from alliance.events.meetings import GuestsInvited, MeetingCancelled
from alliance.events.news import NewsShared
from tests.conftest import Clock
from tests.mailing.named import name_contact
from tests.web.test_news import held as held
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
KIM, SAM, VERA = "member:m-kerngroep", "member:sam", "member:m-voorzitter"
PIES = ActionAsked(action="pies", title="Drie taarten", group="themagroep_t3")


def link(desk: Desk, recipient: str, act: str, stream: str, end: str) -> str:
    with writing(desk.engine) as db:
        number = tickets.issue(db, act=act, stream=stream, recipient=recipient, now=desk.clock())
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}/{end}"


def page_for_home(desk: Desk, held: str, recipient: str) -> str:
    meeting = held.rpartition("/")[2]
    return link(desk, recipient, "take_home", f"meeting:{meeting}", "thuis")


def last(desk: Desk, stream: str) -> tuple[object, str]:
    with reading(desk.engine) as db:
        entry = journal.stream(db, stream)[-1]
    return entry.event, entry.by


def test_two_taps_say_that_it_was_told_without_signing_in(
    visitor: Visitor, desk: Desk, held: str, clock: Clock
) -> None:
    address, meeting = page_for_home(desk, held, KIM), held.rpartition("/")[2]
    page = visitor.open(address)
    assert "We beginnen klein." in page.text and "Bel de huisarts" in page.text
    assert "onder ons" not in page.text and "/afspraken/" not in str(page.links())
    visitor.post(address, page.fields())
    told = NewsShared(news=meeting, organisation="havensteder")
    assert last(desk, f"news:{meeting}") == (told, "m-kerngroep")
    clock.forward(days=10)
    assert "verteld op 27 maart 2026" in visitor.open(address).text
    visitor.post(address, page.fields() | {"again": "ja"}, 409)
    clock.forward(days=20)
    assert visitor.open(address, 410).title == "Deze link is verlopen"


def test_opening_the_page_says_nothing(visitor: Visitor, desk: Desk, held: str) -> None:
    visitor.open(page_for_home(desk, held, KIM))
    with reading(desk.engine) as db:
        assert not journal.stream(db, f"news:{held.rpartition('/')[2]}")


@pytest.mark.usefixtures("noor")
def test_a_contact_of_a_list_and_a_mailbox_tell_it_for_their_organisation(
    visitor: Visitor, desk: Desk, held: str
) -> None:
    name_contact(desk, "sam", "sonrisa")
    meeting = held.rpartition("/")[2]
    guests = GuestsInvited(meeting=meeting, organisations=("sonrisa", "comenius"))
    desk.record([guests], by="m-aanjager")
    for recipient, by in ((SAM, "sam"), ("organisation:comenius",) * 2):
        address = page_for_home(desk, held, recipient)
        page = visitor.open(address)
        assert "Jullie spraken deze keer niets af." in page.text
        visitor.post(address, page.fields())
        assert last(desk, f"news:{meeting}")[1] == by


def test_a_meeting_that_was_cancelled_after_all_has_no_page(
    visitor: Visitor, desk: Desk, held: str
) -> None:
    address = page_for_home(desk, held, KIM)
    off = MeetingCancelled(meeting=held.rpartition("/")[2], reason="Verkeerd ingevuld.")
    desk.record([off], by="m-aanjager")
    assert visitor.open(address, 410).title == "Hier hoef je niets meer te doen"


def test_whoever_asked_tells_what_came_of_it_with_a_link(visitor: Visitor, desk: Desk) -> None:
    desk.record([PIES], by="m-voorzitter")
    yes = ActionAccepted(action="pies", organisation="sonrisa", via="gebeld")
    desk.record([yes], by="m-voorzitter")
    address = link(desk, VERA, "settle_answer", "action:pies", "vertel")
    visitor.send(address, {"told": ""}, 422)
    visitor.send(address, {"told": "Ze gingen allemaal op."})
    told = TakerInformed(action="pies", told="Ze gingen allemaal op.")
    assert last(desk, "action:pies") == (told, "m-voorzitter")
    assert visitor.open(address, 410).title == "Deze link is al gebruikt"
    again = link(desk, VERA, "settle_answer", "action:pies", "vertel")
    assert visitor.open(again, 410).title == "Hier hoef je niets meer te doen"


def test_who_did_not_ask_does_not_tell(visitor: Visitor, desk: Desk) -> None:
    desk.record([PIES], by="m-voorzitter")
    address = link(desk, KIM, "settle_answer", "action:pies", "vertel")
    assert visitor.open(address, 410).title == "Dit ligt nu bij iemand anders"


@pytest.mark.parametrize(
    "noted",
    [
        ActionDone(action="pies", on=Clock().now.date(), via="gebeld"),
        ActionDeclined(action="pies", why="geen_tijd", via="gesproken"),
    ],
)
def test_an_answer_that_ended_it_can_be_disputed_too(
    visitor: Visitor, desk: Desk, noted: ActionDone | ActionDeclined
) -> None:
    asked = ActionAsked(action="pies", title="Drie taarten", organisation="sonrisa")
    before = [ActionAccepted(action="pies")] if isinstance(noted, ActionDone) else []
    desk.record([asked, *before, noted], by="m-aanjager")
    recipient = "member:m-contactpersoon"
    address = link(desk, recipient, "answer_action", "action:pies", "klopt-niet")
    assert "Gedaan" not in visitor.open(address.removesuffix("/klopt-niet")).links()
    assert "Opgeschreven is: " in visitor.open(address).text
    visitor.send(address, {})
    event, by = last(desk, "action:pies")
    assert isinstance(event, AnswerDisputed) and by == "m-contactpersoon"
    again = link(desk, recipient, "answer_action", "action:pies", "klopt-niet")
    assert visitor.open(again, 410).title == "Je antwoord staat erin"


def test_what_was_taken_back_cannot_be_disputed(visitor: Visitor, desk: Desk) -> None:
    asked = ActionAsked(action="pies", title="Drie taarten", organisation="sonrisa")
    noted = ActionAccepted(action="pies", via="gebeld")
    desk.record([asked, noted], by="m-aanjager")
    desk.record([ActionWithdrawn(action="pies", reason="Dubbel.")], by="m-aanjager")
    recipient = "member:m-contactpersoon"
    address = link(desk, recipient, "answer_action", "action:pies", "klopt-niet")
    assert visitor.open(address, 410).title == "Hier hoef je niets meer te doen"
