"""Mail against a real server: what it takes, refuses, postpones, or leaves unsaid."""

from typing import Any

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from alliance import outbox
from alliance.mail import Server
from tests.conftest import Clock
from tests.postbox import SENDER, Mailbox, free_port, put, send, states


def test_a_letter_arrives_once_and_readable(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock)
    assert [send(box, server, clock), send(box, server, clock)] == [1, 0]
    [letter] = mailbox.taken
    assert letter["From"] == SENDER
    assert letter["To"] == "fatima@elders.example"
    assert letter["Subject"] == "Jouw week in één mail"
    assert letter["Message-ID"].endswith("@voorbeeld.example>")
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"].datetime == clock()
    assert letter.get_content().splitlines()[-1] == "Dit is er voor jou: koffie."
    assert states(box) == [outbox.SENT]


def test_a_server_that_is_down_loses_nothing_and_doubles_nothing(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock, "week:1", "week:2")
    nowhere = Server.from_url(f"smtp://127.0.0.1:{free_port()}/?from={SENDER}")
    assert send(box, nowhere, clock) == 0
    assert states(box) == [outbox.WAITS] * 2
    clock.forward(minutes=1)
    assert send(box, server, clock) == 2
    assert len({letter["Message-ID"] for letter in mailbox.taken}) == 2


@pytest.mark.parametrize("moment", ["to_recipient", "to_message"])
def test_a_server_that_says_later_gets_the_same_letter_later(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock, moment: str
) -> None:
    put(box, clock)
    setattr(mailbox, moment, "451 Later")
    assert send(box, server, clock) == 0
    assert states(box) == [outbox.WAITS]
    setattr(mailbox, moment, "250 OK")
    assert send(box, server, clock) == 0
    clock.forward(minutes=1)
    assert send(box, server, clock) == 1


@pytest.mark.parametrize("moment", ["to_recipient", "to_message"])
def test_a_letter_that_the_server_refuses_has_failed_and_the_next_goes_on(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock, moment: str
) -> None:
    put(box, clock)
    setattr(mailbox, moment, "550 No such person")
    assert send(box, server, clock) == 0
    assert states(box) == [outbox.FAILED]


def test_a_server_that_falls_silent_after_the_last_line_leaves_the_letter_uncertain(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock)
    mailbox.hang_up = True
    assert send(box, server, clock) == 0
    assert states(box) == [outbox.UNCERTAIN]
    mailbox.hang_up = False
    clock.forward(days=1)
    assert send(box, server, clock) == 0


def test_an_address_that_the_server_cannot_read_fails_and_stops_nothing(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock, address="fátima@elders.example")
    clock.forward(seconds=1)
    put(box, clock, "week:2")
    assert send(box, server, clock) == 1
    assert sorted(states(box)) == [outbox.FAILED, outbox.SENT]


def test_the_settings_say_where_the_server_is_and_who_writes() -> None:
    assert Server.from_url("smtps://a%40b.example:geheim@mail.example") == Server(
        "mail.example", 465, "a@b.example", "geheim", "a@b.example", True
    )
    assert Server.from_url("smtp://mail.example").sender == "alliantie@mail.example"
    assert Server.from_url("smtp://mail.example:587").port == 587


@pytest.mark.filterwarnings("ignore:Session.login_data is deprecated")  # by the server itself
@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the test's server speaks without TLS
def test_a_server_that_wants_a_password_gets_it(
    box: sa.Engine, mailbox: Mailbox, clock: Clock
) -> None:
    def check(_server: Any, _session: Any, _envelope: Any, _way: str, given: Any) -> AuthResult:
        return AuthResult(
            success=(given.login, given.password) == (b"noor", b"geheim"), handled=False
        )

    controller = Controller(
        mailbox, hostname="127.0.0.1", port=free_port(),
        authenticator=check, auth_required=True, auth_require_tls=False,
    )  # fmt: skip
    controller.start()
    where = f"127.0.0.1:{controller.port}/?from={SENDER}"
    put(box, clock)
    assert send(box, Server.from_url(f"smtp://noor:fout@{where}"), clock) == 0
    clock.forward(minutes=1)
    assert send(box, Server.from_url(f"smtp://noor:geheim@{where}"), clock) == 1
    controller.stop()
