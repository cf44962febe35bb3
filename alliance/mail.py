"""Mail: hands letters of the outbox to the mail server, and says honestly how that went."""

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import parse_qs, unquote, urlsplit

import sqlalchemy as sa

from alliance.database import reading, writing
from alliance.hidden import veil_for
from alliance.outbox import (
    FAILED,
    SENT,
    SIGN_IN,
    UNCERTAIN,
    WAITS,
    Claimed,
    Left,
    MailOf,
    claim,
    lapse,
    settle,
)
from alliance.veil import over_calendar

PATIENCE = 20
"""Seconds to wait for the mail server."""
TAKEN = (250, 251)


@dataclass(frozen=True)
class Writer:
    """In whose name letters leave, where answers go, and what makes a letter complete."""

    name: str = ""
    reply_to: str = ""
    finish: Callable[[str, str], str] = lambda _recipient, body: body
    invite: Callable[[str, str], str] = lambda calendar, _address: calendar
    left: Left | None = None


NOBODY = Writer()
"""Letters that say by themselves who writes."""


@dataclass(frozen=True)
class Server:
    """The mail server and who writes: smtp://user:password@host:587/?from=alliantie@example.nl."""

    host: str
    port: int
    user: str | None
    password: str
    sender: str
    encrypted: bool  # smtps: from the first byte on

    @classmethod
    def from_url(cls, url: str) -> "Server":
        """What ALLIANCE_SMTP_URL says."""
        parts = urlsplit(url)
        host, encrypted = parts.hostname or "localhost", parts.scheme == "smtps"
        user = unquote(parts.username) if parts.username else None
        named = parse_qs(parts.query).get("from")
        sender = named[0] if named else user if user and "@" in user else f"alliantie@{host}"
        port = parts.port or (465 if encrypted else 25)
        return cls(host, port, user, unquote(parts.password or ""), sender, encrypted)

    @property
    def domain(self) -> str:
        """What stands behind the @ of the sender."""
        return self.sender.rpartition("@")[2]

    def connect(self) -> smtplib.SMTP:
        """A connection that is ready to take mail, encrypted where the server can."""
        trusted = ssl.create_default_context()
        smtp: smtplib.SMTP
        if self.encrypted:
            smtp = smtplib.SMTP_SSL(self.host, self.port, timeout=PATIENCE, context=trusted)
        else:
            smtp = smtplib.SMTP(self.host, self.port, timeout=PATIENCE)
        try:
            smtp.ehlo()
            if not self.encrypted and smtp.has_extn("starttls"):
                smtp.starttls(context=trusted)
                smtp.ehlo()
            if self.user:
                smtp.login(self.user, self.password)
        except BaseException:
            smtp.close()
            raise
        return smtp


def send_due(
    engine: sa.Engine,
    server: Server,
    mail_of: MailOf,
    now: datetime,
    writer: Writer = NOBODY,
) -> int:
    """Send what waits, one letter at a time; how many the server took.

    Stops when the server is down, slow or busy. `mail_of` gives the address of a recipient.
    """
    with writing(engine) as db:
        lapse(db, now)
    sent = 0
    state = SENT
    while state != WAITS and (letter := claim(engine, mail_of, server.domain, now)):
        state = deliver(server, covered(engine, letter), now, writer)
        settle(engine, letter, state, now, writer.left)
        sent += state == SENT
    return sent


def covered(engine: sa.Engine, letter: Claimed) -> Claimed:
    """A letter without what is hidden from who gets it: it may have been written before that."""
    with reading(engine) as db:
        veil = veil_for(db, letter.recipient.removeprefix("member:"))
    if veil is None:
        return letter
    return replace(
        letter,
        subject=veil.over(letter.subject),
        body=veil.over(letter.body),
        calendar=letter.calendar and over_calendar(veil, letter.calendar),
    )


def deliver(server: Server, letter: Claimed, now: datetime, writer: Writer) -> str:
    """How far a letter got: verzonden, wacht (not taken now), mislukt (refused) or onzeker."""
    try:
        smtp = server.connect()
    except (OSError, smtplib.SMTPException):
        return WAITS
    try:
        return hand_over(smtp, server.sender, letter, written(server.sender, letter, now, writer))
    finally:
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()
        smtp.close()


def hand_over(smtp: smtplib.SMTP, sender: str, letter: Claimed, told: bytes) -> str:
    """How far a letter got on an open connection; after its last line nobody can be sure."""
    try:
        for code, _ in (smtp.mail(sender), smtp.rcpt(letter.address)):
            if code not in TAKEN:
                return refusal(code)
    except UnicodeError:
        return FAILED  # the address holds what this server cannot read
    except (OSError, smtplib.SMTPException):
        return WAITS
    try:
        code, _ = smtp.data(told)
    except smtplib.SMTPDataError as no:
        return refusal(no.smtp_code)
    except (OSError, smtplib.SMTPException):
        return UNCERTAIN
    return SENT if code in TAKEN else refusal(code)


def refusal(code: int) -> str:
    """What a server's "no" means: 4xx is not now, anything else is never."""
    return WAITS if 400 <= code < 500 else FAILED


def written(sender: str, letter: Claimed, now: datetime, writer: Writer) -> bytes:
    """The letter as it goes over the line; one that signs in comes from nobody by name."""
    message = EmailMessage(policy=SMTP)
    named = writer.name if letter.kind != SIGN_IN else ""
    message["From"] = Address(named, addr_spec=sender)
    if writer.reply_to:
        message["Reply-To"] = writer.reply_to
    message["To"] = letter.address
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(writer.finish(letter.recipient, letter.body))
    if letter.calendar:
        attach(message, writer.invite(letter.calendar, letter.address))
    return message.as_bytes()


def attach(message: EmailMessage, invitation: str) -> None:
    """Put an invitation in a letter as mail programs know it, and as a file for the others."""
    method = invitation.split("METHOD:", 1)[1].split("\r\n", 1)[0]
    message.add_alternative(invitation, subtype="calendar", params={"method": method})
    message.add_attachment(invitation, subtype="calendar", filename="bijeenkomst.ics")
