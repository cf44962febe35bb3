"""The outbox: what has to be mailed, to whom, and how far it got; nothing lost, nothing doubled.

A letter is claimed and committed before the server is called, so that no transaction is open while
it answers. Killed between handing over and the answer, a letter stays `onzeker` under the same
Message-ID until a person decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NotRequired, TypedDict, Unpack
from uuid import uuid4

import sqlalchemy as sa

from alliance.database import make_tables, widen, writing
from alliance.recorder import as_text
from alliance.veil import Veil, over_calendar

SIGN_IN = "inloggen"
"""The kind of letter that holds a sign-in link; what it says never stays readable."""
WAITS, CLAIMED, SENT, FAILED, UNCERTAIN, LAPSED = (
    "wacht", "bezig", "verzonden", "mislukt", "onzeker", "vervallen"
)  # fmt: skip
KEPT = timedelta(days=30)
CLAIM_LASTS = timedelta(minutes=10)
BACK_OFF = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440)]
"""How long to wait after each time the server did not take it; after the last it has failed."""

tables = sa.MetaData()
outbox = sa.Table(
    "outbox",
    tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("about", sa.Text, nullable=False),  # what it is about, the same each time
    sa.Column("recipient", sa.Text, nullable=False),  # member:, organisation:, or mail:<address>
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False, index=True),
    sa.Column("made", sa.Text, nullable=False),
    sa.Column("not_before", sa.Text, nullable=False),
    sa.Column("good_until", sa.Text),  # later it makes no sense to send it
    sa.Column("claimed", sa.Text),
    sa.Column("tries", sa.Integer, nullable=False, default=0),
    sa.Column("message_id", sa.Text),
    sa.Column("calendar", sa.Text),  # an invitation that calendars understand
    sa.UniqueConstraint("about", "recipient", "kind"),
)
SAID = (outbox.c.subject, outbox.c.body, outbox.c.calendar)
MailOf = Callable[[sa.Connection, str], str | None]
"""Gives the address of a recipient; the outbox holds none, so that erasing one erases it here."""


class Contents(TypedDict):
    """What to send to whom: `to` is member:<key>, organisation:<key> or mail:<address>."""

    about: str
    to: str
    kind: str
    subject: str
    body: str
    now: datetime
    good_until: NotRequired[datetime | None]  # later it makes no sense to send it
    not_before: NotRequired[datetime]  # until then it can still be stopped
    calendar: NotRequired[str]


@dataclass(frozen=True)
class Letter:
    """One row of the outbox as people may see it."""

    id: str
    recipient: str
    kind: str
    subject: str
    body: str
    state: str
    made: str

    @property
    def made_at(self) -> datetime:
        """When it was put here."""
        return datetime.fromisoformat(self.made)


@dataclass(frozen=True)
class Claimed:
    """A letter that this process alone may send now."""

    id: str
    kind: str
    recipient: str  # member:<key>, organisation:<key> or mail:<address>
    address: str
    subject: str
    body: str
    message_id: str
    tries: int
    calendar: str | None = None
    about: str = ""


Left = Callable[[sa.Connection, Claimed], None]
"""Remembers what follows from a letter that left."""


def create_tables(engine: sa.Engine) -> None:
    """Make the outbox if it is not there yet, and what an older release did not keep."""
    with writing(engine) as db:
        make_tables(db, tables)
        widen(db, outbox)


def put(db: sa.Connection, **what: Unpack[Contents]) -> bool:
    """Have one letter sent; False when it was put here before.

    One letter per what it is about, to whom and its kind.
    """
    good_until = what.get("good_until")
    if is_there(db, what["about"], what["to"], what["kind"]):
        return False
    same = {"about": what["about"], "recipient": what["to"], "kind": what["kind"]}
    moment, until = as_text(what["now"]), as_text(good_until) if good_until else None
    letter = {"id": uuid4().hex, "subject": what["subject"], "body": what["body"], "state": WAITS}
    first = as_text(what["not_before"]) if "not_before" in what else moment
    when = {"made": moment, "not_before": first, "good_until": until}
    db.execute(sa.insert(outbox), same | letter | when | {"calendar": what.get("calendar")})
    return True


def is_there(db: sa.Connection, about: str, to: str, kind: str) -> bool:
    """Whether a letter of this kind about this was put here before, for this recipient."""
    same = {"about": about, "recipient": to, "kind": kind}
    return db.execute(sa.select(outbox.c.id).filter_by(**same)).first() is not None


def letters(db: sa.Connection, *, limit: int = 50, with_links: bool = False) -> list[Letter]:
    """The newest letters; what a sign-in letter says is left out unless `with_links` (demo)."""
    shown = [outbox.c[name] for name in Letter.__dataclass_fields__ if name != "body"]
    hidden = sa.and_(outbox.c.kind == SIGN_IN, sa.literal(not with_links))
    body = sa.case((hidden, ""), else_=outbox.c.body).label("body")
    query = sa.select(*shown, body).order_by(outbox.c.made.desc(), outbox.c.id).limit(limit)
    return [Letter(**row) for row in db.execute(query).mappings()]


def letters_to(db: sa.Connection, member: str) -> list[Letter]:
    """Every letter to a member that is still kept, the oldest first; links are left out."""
    shown = [outbox.c[name] for name in Letter.__dataclass_fields__ if name != "body"]
    body = sa.case((outbox.c.kind == SIGN_IN, ""), else_=outbox.c.body).label("body")
    query = sa.select(*shown, body).where(outbox.c.recipient == f"member:{member}")
    return [Letter(**row) for row in db.execute(query.order_by(outbox.c.made)).mappings()]


def waiting(db: sa.Connection) -> list[Letter]:
    """The letters that wait, the oldest first; those that sign in are nobody's business."""
    shown = [outbox.c[name] for name in Letter.__dataclass_fields__]
    waits = sa.and_(outbox.c.state == WAITS, outbox.c.kind != SIGN_IN)
    query = sa.select(*shown).where(waits).order_by(outbox.c.made, outbox.c.id)
    return [Letter(**row) for row in db.execute(query).mappings()]


def numbers(db: sa.Connection) -> dict[str, int]:
    """How many letters got how far."""
    query = sa.select(outbox.c.state, sa.func.count()).group_by(outbox.c.state)
    return dict(map(tuple, db.execute(query)))


def overtake(db: sa.Connection, about: str, to: str) -> None:
    """Do not send someone what waits about something that changed again since."""
    c = outbox.c
    same = sa.and_(c.recipient == to, c.about.startswith(f"{about}:", autoescape=True))
    change(db, same & (c.state == WAITS), state=LAPSED)


def forget(db: sa.Connection, member: str) -> None:
    """Remove every letter to a member."""
    db.execute(sa.delete(outbox).where(outbox.c.recipient == f"member:{member}"))


def cover(db: sa.Connection, veil: Veil) -> None:
    """Take out of every letter what this veil covers."""
    for key, *said in db.execute(sa.select(outbox.c.id, *SAID)).all():
        subject, body, calendar = said
        asks = calendar and over_calendar(veil, calendar)
        covered = [veil.over(subject), veil.over(body), asks]
        if covered != said:
            news = dict(zip(SAID, covered, strict=True))
            db.execute(sa.update(outbox).where(outbox.c.id == key).values(news))


def sweep(db: sa.Connection, now: datetime) -> None:
    """Forget letters after thirty days, and what no longer makes sense to send at once."""
    lapse(db, now)
    db.execute(sa.delete(outbox).where(outbox.c.made < as_text(now - KEPT)))


def lapse(db: sa.Connection, now: datetime) -> None:
    """Give up what is too late to send, and say so of what was claimed and never settled."""
    waits, claimed = outbox.c.state == WAITS, outbox.c.state == CLAIMED
    change(db, waits & (outbox.c.good_until <= as_text(now)), state=LAPSED)
    change(db, claimed & (outbox.c.claimed < as_text(now - CLAIM_LASTS)), state=UNCERTAIN)


def claim(engine: sa.Engine, mail_of: MailOf, domain: str, now: datetime) -> Claimed | None:
    """Take the first letter that is due for this process alone, and commit that.

    A letter to someone who is no longer known lapses. `domain` ends a new Message-ID.
    """
    due = (outbox.c.state == WAITS) & (outbox.c.not_before <= as_text(now))
    first = sa.select(outbox.c.id).where(due).order_by(outbox.c.not_before, outbox.c.made).limit(1)
    take = sa.update(outbox).where(outbox.c.id == first.scalar_subquery(), due)
    take = take.values(
        state=CLAIMED,
        claimed=as_text(now),
        message_id=sa.func.coalesce(
            outbox.c.message_id, sa.literal("<") + outbox.c.id + f"@{domain}>"
        ),
    )
    with writing(engine) as db:
        while row := db.execute(take.returning(outbox)).first():
            to, _, key = row.recipient.partition(":")
            if address := key if to == "mail" else mail_of(db, row.recipient):
                said = (row.subject, row.body, row.message_id, row.tries, row.calendar, row.about)
                return Claimed(row.id, row.kind, row.recipient, address, *said)
            change(db, outbox.c.id == row.id, state=LAPSED)
    return None


def settle(
    engine: sa.Engine, letter: Claimed, state: str, now: datetime, left: Left | None = None
) -> None:
    """Write down how far a claimed letter got; what the server did not take waits for its turn."""
    tries, not_before = letter.tries + 1, now
    if state == WAITS and letter.tries < len(BACK_OFF):
        not_before = now + BACK_OFF[letter.tries]
    elif state == WAITS:
        state = FAILED
    with writing(engine) as db:
        mine = outbox.c.id == letter.id
        change(db, mine, state=state, tries=tries, not_before=as_text(not_before))
        if left and state == SENT:
            left(db, letter)


def change(db: sa.Connection, which: sa.ColumnElement[bool], **values: object) -> int:
    """Change these letters; how many there were."""
    # What a sign-in letter says goes as soon as it no longer waits.
    if values["state"] not in (WAITS, CLAIMED):
        values["body"] = sa.case((outbox.c.kind == SIGN_IN, ""), else_=outbox.c.body)
    return db.execute(sa.update(outbox).where(which).values(**values)).rowcount
