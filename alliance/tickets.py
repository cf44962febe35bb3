"""Tickets: links in a mail that do one thing without signing in, once, and not for ever.

Only a ticket's number is stored, here and in the letter that waits. Its address works with a
signature behind the number, made with the secret of the site when the letter leaves; so nobody who
reads the tables, the outbox or a back-up holds a link that works.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import sqlalchemy as sa

from alliance.database import make_tables, writing
from alliance.recorder import as_text
from alliance.signatures import is_signed, signature

GOOD_FOR = timedelta(days=30)
KEPT = timedelta(days=30)
"""How long after its last day a new one can still be asked for in its place."""
PLACE = "/antwoord"
ANSWERS: dict[tuple[str, str], dict[str, str]] = {
    ("answer_action", "action"): {
        "gedaan": "Gedaan",
        "andere-datum": "Andere datum",
        "lukt-niet": "Lukt niet",
    },
    ("answer_action", "question"): {
        "ja": "Ja",
        "nee": "Nee",
        "andere-datum": "Ja, op een andere datum",
        "overleg": "Ik overleg eerst",
    },
    ("answer_action", "noted"): {
        "gedaan": "Gedaan",
        "andere-datum": "Andere datum",
        "lukt-niet": "Lukt niet",
        "klopt-niet": "Dit antwoord klopt niet",
    },
    ("answer_action", "noted_end"): {"klopt-niet": "Dit antwoord klopt niet"},
    ("note_answer", "action"): {"leidinggevende": "Antwoord als leidinggevende"},
    ("settle_answer", "action"): {"vertel": "Vertel wat ervan kwam"},
    ("take_home", "meeting"): {"thuis": "Open de pagina"},
    ("answer_action", "na_resultaat"): {
        "klopt-zo": "Klopt zo",
        "gedaan": "Gedaan",
        "andere-datum": "Andere datum",
        "lukt-niet": "Lukt niet",
    },
    ("answer_action", "stil"): {
        "bezig": "Ja, klopt nog",
        "gedaan": "Gedaan",
        "andere-datum": "Andere datum",
        "lukt-niet": "Lukt niet",
    },
    ("answer_action", "niet_gehouden"): {
        "klopt-zo": "Klopt zo",
        "was-er-wel": "De activiteit was er wel",
    },
    ("answer_action", "afgelast"): {"klopt-zo": "Klopt zo"},
    ("answer_offer", "offer"): {"klopt-nog": "Ja, dit klopt nog"},
    ("answer_offer", "member"): {"klopt": "Bekijk wat er over jullie staat"},
    ("answer_offer", "organisation"): {"klopt": "Bekijk wat er over jullie staat"},
    ("answer_action", "member"): {"alles": "Antwoord op één pagina"},
    ("answer_action", "organisation"): {"alles": "Antwoord op één pagina"},
    ("attend", "meeting"): {"ik-kom": "Ik kom", "ik-kan-niet": "Ik kan niet"},
    ("plan_activity", "organisation"): {"weekprogramma": "Zet jullie activiteit in het programma"},
    ("keep_account", "member"): {"mail": "Kies hoe je mail krijgt"},
    ("keep_account", "organisation"): {"mail": "Kies hoe je mail krijgt"},
}
"""Per act and kind of subject what a ticket can be used for: where its address ends, in words."""
_UNSIGNED = re.compile(rf"{PLACE}/([A-Za-z0-9_-]{{22}})(?![A-Za-z0-9_.-])")

State = Literal["open", "used", "expired"]

tables = sa.MetaData()
tickets = sa.Table(
    "tickets",
    tables,
    sa.Column("ticket", sa.Text, primary_key=True),
    sa.Column("act", sa.Text, nullable=False),  # of the table of roles
    sa.Column("stream", sa.Text, nullable=False),  # of the subject it may be done with
    sa.Column("recipient", sa.Text, nullable=False, index=True),  # member:<key>, organisation:<key>
    sa.Column("issued", sa.Text, nullable=False),
    sa.Column("expires", sa.Text, nullable=False),
    sa.Column("used", sa.Text),
)


class Spent(Exception):
    """This ticket was used before, or its last day has been."""


@dataclass(frozen=True)
class Ticket:
    """What one ticket is good for, and for whom."""

    ticket: str
    act: str
    stream: str
    recipient: str
    expires: str
    used: str | None

    @property
    def subject(self) -> tuple[str, str]:
        """The kind and the key of what it is about."""
        kind, _, key = self.stream.partition(":")
        return kind, key

    def state(self, now: datetime) -> State:
        """Whether it can be used now."""
        if self.used:
            return "used"
        return "open" if as_text(now) < self.expires else "expired"


def create_tables(engine: sa.Engine) -> None:
    """Make the table if it is not there yet."""
    with writing(engine) as db:
        make_tables(db, tables)


def issue(db: sa.Connection, *, act: str, stream: str, recipient: str, now: datetime) -> str:
    """The number of a new ticket: whoever gets the mail may do this act with this subject."""
    number = secrets.token_urlsafe(16)
    what = {"ticket": number, "act": act, "stream": stream, "recipient": recipient}
    until = as_text(now + GOOD_FOR)
    db.execute(sa.insert(tickets), what | {"issued": as_text(now), "expires": until})
    return number


def address(number: str, answer: str = "") -> str:
    """Where a ticket leads, for a letter; it works once the letter is signed."""
    return f"{PLACE}/{number}/{answer}" if answer else f"{PLACE}/{number}"


def answers(act: str, stream: str, how: str = "") -> dict[str, str]:
    """What can be answered with a ticket for this act with this subject.

    `how` it stands: a question, or an agreement whose answer someone else noted.
    """
    return ANSWERS.get((act, how)) or ANSWERS[act, stream.partition(":")[0]]


def signed(letter: str, secret: str) -> str:
    """The same letter with addresses that work."""
    return _UNSIGNED.sub(lambda found: f"{PLACE}/{token(found[1], secret)}", letter)


def token(number: str, secret: str) -> str:
    """A ticket's number with the signature behind it."""
    return f"{number}.{signature(f'ticket:{number}', secret)}"


def find(db: sa.Connection, given: str, secret: str) -> Ticket | None:
    """The ticket of a token, also when it was used or expired; None when it is not ours.

    Looking at it changes nothing.
    """
    number = given.partition(".")[0]
    if not is_signed(given, token(number, secret)):
        return None
    shown = [tickets.c[name] for name in Ticket.__dataclass_fields__]
    found = db.execute(sa.select(*shown).where(tickets.c.ticket == number)).mappings().first()
    return Ticket(**found) if found else None


def use(db: sa.Connection, ticket: Ticket, now: datetime) -> None:
    """Use a ticket, in the transaction that does what it is for; raises Spent the second time."""
    moment = as_text(now)
    mine = sa.update(tickets).where(tickets.c.ticket == ticket.ticket, tickets.c.used.is_(None))
    if not db.execute(mine.where(tickets.c.expires > moment).values(used=moment)).rowcount:
        raise Spent(ticket.ticket)


def check(db: sa.Connection, ticket: Ticket, now: datetime) -> None:
    """Raise Spent when a ticket for a whole page is gone or its last day has been."""
    mine = (tickets.c.ticket == ticket.ticket, tickets.c.used.is_(None))
    query = sa.select(tickets.c.ticket).where(*mine, tickets.c.expires > as_text(now))
    if db.execute(query).first() is None:
        raise Spent(ticket.ticket)


def forget(db: sa.Connection, recipient: str) -> None:
    """Remove every ticket of a member or an organisation."""
    db.execute(sa.delete(tickets).where(tickets.c.recipient == recipient))


def kept_for(db: sa.Connection, recipient: str) -> list[Ticket]:
    """Every ticket of a member or an organisation that is still kept, the oldest first."""
    shown = [tickets.c[name] for name in Ticket.__dataclass_fields__]
    query = sa.select(*shown).where(tickets.c.recipient == recipient)
    return [Ticket(**row) for row in db.execute(query.order_by(tickets.c.issued)).mappings()]


def told_since(db: sa.Connection, act: str, moment: datetime) -> frozenset[str]:
    """The streams about which a ticket for this act was given since a moment."""
    query = sa.select(tickets.c.stream).where(
        tickets.c.act == act, tickets.c.issued >= as_text(moment)
    )
    return frozenset(db.execute(query).scalars())


def sweep(db: sa.Connection, now: datetime) -> None:
    """Forget tickets thirty days after their last day."""
    db.execute(sa.delete(tickets).where(tickets.c.expires < as_text(now - KEPT)))
