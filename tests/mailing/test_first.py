"""The first letter that truly leaves says where the address comes from, why, and how to stop."""

import pytest

from alliance import preferences
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.meetings import MeetingCancelled
from alliance.mail import Server
from alliance.mailing.news import tell_news
from tests.conftest import Clock
from tests.mailing.conftest import agree, mailed, meet
from tests.mailing.named import ORIGIN, name_contact
from tests.mailing.served import left, serve
from tests.postbox import Mailbox

THURSDAY, WEEK_LATER = "2026-03-05", "2026-03-12"
FIRST = "onze eerste mail"


@pytest.fixture(autouse=True)
def mail_server(desk: Desk, server: Server) -> None:
    serve(desk, server)


def test_a_member_hears_once_where_the_address_comes_from(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    agree(desk, "koffie", "2026-03-03", owner="fatima")
    mailed(desk, clock, THURSDAY)
    first = left(desk, mailbox)["fatima"]
    assert FIRST in first and "meedoet in de alliantie, sinds 2 maart 2026" in first
    assert first.index(FIRST) < first.index("Groet,") < first.index("/mail\n")
    mailed(desk, clock, WEEK_LATER)
    second = left(desk, mailbox)["fatima"]
    assert FIRST not in second and "/mail\n" in second


def test_a_contact_of_a_list_hears_which_list_and_for_whom(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    name_contact(desk, "wim", "winkel")
    agree(desk, "taart", "2026-03-20", organisation="winkel")
    assert [*mailed(desk, clock, THURSDAY)] == ["member:wim"]
    first = left(desk, mailbox)["wim"]
    assert f"uit deze lijst: {ORIGIN}. We mailen je als contactpersoon van Winkel" in first
    assert "hoogstens één keer per maand" in first
    assert [*mailed(desk, clock, WEEK_LATER)] == []  # who never signs in has mail once a month
    assert FIRST not in (mailed(desk, clock, "2026-04-02") and left(desk, mailbox)["wim"])


def test_the_mailbox_of_an_organisation_hears_it_too(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    agree(desk, "taart", "2026-03-20", organisation="winkel")
    mailed(desk, clock, THURSDAY)
    assert "onze eerste mail aan jullie" in left(desk, mailbox)["info"]


def test_whichever_letter_leaves_first_says_it(desk: Desk, clock: Clock, mailbox: Mailbox) -> None:
    meet(desk, "2026-03-10")
    tell_news(desk)
    desk.record([MeetingCancelled(meeting="jong-maart", reason="Ziek.")], by="noor")
    tell_news(desk)
    clock.forward(minutes=15)
    assert FIRST in left(desk, mailbox)["fatima"]
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    mailed(desk, clock, THURSDAY)
    assert FIRST not in left(desk, mailbox)["fatima"]


def test_a_letter_that_the_server_refused_told_nobody_anything(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    agree(desk, "koffie", "2026-03-03", owner="fatima")
    mailed(desk, clock, THURSDAY)
    mailbox.to_recipient = "550 onbekend"
    assert left(desk, mailbox) == {}
    mailbox.to_recipient = "250 OK"
    with reading(desk.engine) as db:
        assert preferences.of(db, "member:fatima").told_on is None
    mailed(desk, clock, WEEK_LATER)
    assert FIRST in left(desk, mailbox)["fatima"]
