"""A site with a real mail server: what leaves, and what it says."""

from dataclasses import replace
from email.message import EmailMessage

from alliance.desk import Desk
from alliance.jobs import send_mail
from alliance.mail import Server
from tests.conftest import Clock
from tests.mailing.conftest import mailed
from tests.postbox import SENDER, Mailbox


def serve(desk: Desk, server: Server) -> None:
    """Give the site a real mail server."""
    url = f"smtp://{server.host}:{server.port}/?from={SENDER}"
    desk.settings = replace(desk.settings, smtp_url=url)


def said(letter: EmailMessage) -> str:
    """What a letter says in plain text."""
    text = letter.get_body(("plain",))
    return "\n".join(str(text and text.get_content()).splitlines()) + "\n"


def left(desk: Desk, mailbox: Mailbox) -> dict[str, str]:
    """What leaves now, by the first part of the address."""
    before = len(mailbox.taken)
    send_mail(desk)
    return {letter["To"].partition("@")[0]: said(letter) for letter in mailbox.taken[before:]}


def got(desk: Desk, clock: Clock, mailbox: Mailbox, day: str) -> dict[str, str]:
    """What leaves on the morning of a day."""
    mailed(desk, clock, day)
    return left(desk, mailbox)
