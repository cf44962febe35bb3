"""A real mail server for tests, and an outbox with something in it."""

import asyncio
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

import pytest
import sqlalchemy as sa
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from alliance import hidden, mail, outbox
from alliance.database import reading, writing
from alliance.mail import NOBODY, Server, Writer
from tests.conftest import Clock

SENDER = "alliantie@voorbeeld.example"


class Mailbox:
    """What a mail server took in, and what it answers."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []
        self.to_recipient = self.to_message = "250 OK"
        self.hang_up = False
        self.thinks = 0.0  # seconds between taking a letter and saying so

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
        await asyncio.sleep(self.thinks)
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
