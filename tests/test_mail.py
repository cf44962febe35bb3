"""Mail against a real server: what it takes, refuses, postpones, or leaves unsaid."""

import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope

from alliance import hidden, mail, outbox
from alliance.database import reading, writing
from alliance.events.actions import ActionAgreed
from alliance.journal import Journal
from alliance.mail import NOBODY, Server, Writer
from alliance.veil import HIDDEN
from tests.conftest import Clock

SENDER = "alliantie@voorbeeld.example"


class Mailbox:
    """What a mail server took in, and what it answers."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.to_recipient = self.to_message = "250 OK"
        self.hang_up = False

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        if self.hang_up:
            server.transport.abort()
        elif self.to_message.startswith("250"):
            content = cast(bytes, envelope.content)
            self.taken.append(message_from_bytes(content, policy=default))
        return self.to_message


def free_port() -> int:
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        return int(it.getsockname()[1])


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def server(mailbox: Mailbox) -> Iterator[Server]:
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    yield Server.from_url(f"smtp://127.0.0.1:{controller.port}/?from={SENDER}")
    controller.stop()


@pytest.fixture
def box(sqlite_engine: sa.Engine) -> sa.Engine:
    outbox.create_tables(sqlite_engine)
    hidden.create_tables(sqlite_engine)
    return sqlite_engine


def put(
    box: sa.Engine,
    clock: Clock,
    *abouts: str,
    address: str = "fatima@elders.example",
    kind: str = "week",
) -> None:
    with writing(box) as db:
        for about in abouts or ("week:1",):
            outbox.put(
                db, about=about, kind=kind, subject="Jouw week in één mail",
                body="Dag Fatima,\n\nDit is er voor jou: koffie.\n", to=f"mail:{address}",
                now=clock(),
            )  # fmt: skip


def send(box: sa.Engine, server: Server, clock: Clock, writer: Writer = NOBODY) -> int:
    return mail.send_due(box, server, lambda db, recipient: None, clock(), writer)


def states(box: sa.Engine) -> list[str]:
    with reading(box) as db:
        return [letter.state for letter in outbox.letters(db)]


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


def test_a_letter_comes_from_a_person_and_answers_go_to_one(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock)
    writer = Writer("Noor Vóórbeeld", "noor@gemeente.example", lambda body: f"{body}Groet, Noor")
    assert send(box, server, clock, writer) == 1
    [letter] = mailbox.taken
    assert letter["From"].addresses[0].display_name == "Noor Vóórbeeld"
    assert letter["From"].addresses[0].addr_spec == SENDER
    assert letter["Reply-To"] == "noor@gemeente.example"
    assert letter.get_content().splitlines()[-1] == "Groet, Noor"


def test_a_letter_that_signs_in_comes_from_nobody_by_name(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock, kind=outbox.SIGN_IN)
    assert send(box, server, clock, Writer("Noor Voorbeeld")) == 1
    assert mailbox.taken[0]["From"] == SENDER


def test_what_was_hidden_since_a_letter_was_written_leaves_covered(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    title = "Dit is er voor jou: koffie"
    Journal(box, clock).append([ActionAgreed(action="a1", title=title)], by="jan")
    put(box, clock)
    with writing(box) as db:
        hidden.hide(db, 1, "title", by="greet", now=clock())
    assert send(box, server, clock) == 1
    assert mailbox.taken[0].get_content().splitlines()[-1] == f"{HIDDEN}."


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
