"""In whose name letters leave: the aanjager by name, and where answers go."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import sqlalchemy as sa

from alliance import members, preferences, tickets
from alliance.config import SITE_NAME, Settings
from alliance.desk import Desk, Reading
from alliance.documents.calendar import addressed
from alliance.documents.letters import CLOSING
from alliance.mail import Writer
from alliance.mailing.first import first_words
from alliance.mailing.sending import note_left
from alliance.outbox import Claimed
from alliance.projections import people


@dataclass(frozen=True)
class Aanjager:
    """Who writes, and how to reach them; what is not known is left out."""

    name: str = ""
    phone: str = ""
    mailbox: str = ""

    @property
    def closing(self) -> str:
        """The last words of a letter: how else to answer, and who wrote it."""
        by_phone = f" Bellen mag ook: {self.phone}." if self.phone else ""
        answer = "Je kunt gewoon op deze mail antwoorden." if self.mailbox else ""
        greeting = f"Groet,\n{self.name}, aanjager" if self.name else "Groet"
        told = f"{answer}{by_phone}".strip()
        return "\n\n".join(part for part in (told, f"{greeting}\n{SITE_NAME}") if part)


def aanjager(now: Reading, settings: Settings) -> Aanjager:
    """Who drives the alliance; phone and mailbox are those of the organisation or the site."""
    holders = now.ask(people.holders, "aanjager")
    if not holders:
        return Aanjager(mailbox=settings.reply_to or "")
    at = now.ask(people.organisation_of, holders[0])
    theirs = now.ask(people.organisation, at) if at else None
    return Aanjager(
        name=members.name_of(now.db, holders[0]) or "",
        phone=(theirs.phone if theirs else None) or "",
        mailbox=settings.reply_to or (theirs.mailbox if theirs else None) or "",
    )


def complete(now: Reading, who: Aanjager, to: str, body: str) -> str:
    """A letter with who wrote it; the first one says where we have the address from."""
    said = (first_words(now, to), who.closing)
    return body.replace(CLOSING, "\n\n".join(part for part in said if part))


def writer(desk: Desk) -> Writer:
    """What makes a letter complete when it leaves: its links work, and it says who wrote it."""
    settings = desk.settings
    with desk.reading() as now:
        who = aanjager(now, settings)

    def finish(to: str, body: str) -> str:
        with desk.reading() as now:
            return tickets.signed(complete(now, who, to, body), settings.secret_key)

    def invite(calendar: str, address: str) -> str:
        organizer = who.mailbox or f"noreply@{urlsplit(settings.site_url).hostname}"
        return addressed(calendar, organizer=organizer, attendee=address)

    def left(db: sa.Connection, letter: Claimed) -> None:
        if CLOSING in letter.body and preferences.of(db, letter.recipient).told_on is None:
            preferences.note_told(db, letter.recipient, desk.today())
        note_left(db, letter)

    return Writer(who.name, who.mailbox, finish, invite, left)
