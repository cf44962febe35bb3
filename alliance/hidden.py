"""Hidden texts: which text of which entry only its writer still reads, until the keeper answers.

A table beside the journal, not a projection: every page, file and letter reads it at the moment it
is made, also one of an earlier day. It holds no text itself; what is hidden stands in the journal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from alliance.database import Statement, make_tables, writing
from alliance.entry import Damaged, Entry, read
from alliance.events.texts import text_at, texts
from alliance.journal import entries
from alliance.recorder import as_text, journal
from alliance.veil import Veil

PER_DAY = 10
"""So many texts one person may hide on one day; more looks like misuse."""
WAITS, TAKEN = "wacht", "weg"
"""Hidden until the keeper answers; taken out of the journal, but not yet out of every file."""

tables = sa.MetaData()
hidden_texts = sa.Table(
    "hidden_texts",
    tables,
    sa.Column("position", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("field", sa.Text, primary_key=True),  # the path of the text in its entry
    sa.Column("by", sa.Text, nullable=False),  # who asked for it: hears what the keeper answers
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
)
hiding_counts = sa.Table(
    "hiding_counts",
    tables,
    sa.Column("member", sa.Text, primary_key=True),
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
OF_ENTRY = ("position", "stream", "version", "name", "at", "by", "data")
_WAITING = Statement(
    sa.select(
        hidden_texts.c.field,
        hidden_texts.c.by.label("asked_by"),
        hidden_texts.c.at.label("asked_at"),
        *(journal.c[name] for name in OF_ENTRY),
    )
    .join(journal, journal.c.position == hidden_texts.c.position)
    .where(hidden_texts.c.state == sa.bindparam("asked"))
    .order_by(hidden_texts.c.at, hidden_texts.c.position, hidden_texts.c.field)
)


@dataclass(frozen=True)
class Hidden:
    """A text that is hidden until the keeper answers, and the entry in which it was first said."""

    entry: Entry
    field: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Place:
    """One place in the journal where a text stands, whole or as a part of another."""

    entry: Entry
    field: str
    text: str


def create_tables(engine: sa.Engine) -> None:
    """Make the tables that are not there yet."""
    with writing(engine) as db:
        make_tables(db, tables)


def waiting(db: sa.Connection) -> list[Hidden]:
    """Every text that is hidden now, the oldest request first."""
    found = []
    for field, by, at, *row in _WAITING.run(db, asked=WAITS).fetchall():
        try:
            entry = read(row)
        except Damaged:  # then it can be read nowhere
            continue
        if text := text_at(entry.event, field):
            found.append(Hidden(entry, field, text, by, datetime.fromisoformat(at)))
    return found


def one(db: sa.Connection, position: int, field: str) -> Hidden | None:
    """One text that is hidden now."""
    found = (one for one in waiting(db) if (one.entry.position, one.field) == (position, field))
    return next(found, None)


def veil_for(db: sa.Connection, reader: str) -> Veil | None:
    """What covers everything that is hidden from who writes under this key; None if nothing is."""
    return veil_over([one for one in waiting(db) if one.entry.by != reader])


def veil_over(found: Sequence[Hidden]) -> Veil | None:
    """The veil over these texts; None when there are none."""
    return _veil(tuple(one.text for one in found)) if found else None


@lru_cache(maxsize=16)  # pages come more often than what is hidden changes
def _veil(texts: tuple[str, ...]) -> Veil:
    return Veil(texts)


def hide(db: sa.Connection, position: int, field: str, *, by: str, now: datetime) -> bool:
    """Hide a text from everyone but its writer; False when it was hidden already."""
    insert = (sqlite if db.dialect.name == "sqlite" else postgresql).insert(hidden_texts)
    row = {"position": position, "field": field, "by": by, "at": as_text(now), "state": WAITS}
    return bool(db.execute(insert.values(row).on_conflict_do_nothing()).rowcount)


def reveal(db: sa.Connection, position: int, field: str) -> bool:
    """Let everyone read a text again; False when it was not hidden any more."""
    return bool(db.execute(sa.delete(hidden_texts).where(_is(position, field))).rowcount)


def take(db: sa.Connection, position: int, field: str) -> None:
    """Note that a text is out of the journal, and must still go from what else we keep."""
    db.execute(sa.update(hidden_texts).where(_is(position, field)).values(state=TAKEN))


def taken(db: sa.Connection) -> bool:
    """Whether something that was taken out of the journal must still go from what else we keep."""
    left = sa.select(hidden_texts.c.position).where(hidden_texts.c.state == TAKEN)
    return db.execute(left.limit(1)).first() is not None


def forget_taken(db: sa.Connection) -> None:
    """Note that what was taken out of the journal is gone from everywhere."""
    db.execute(sa.delete(hidden_texts).where(hidden_texts.c.state == TAKEN))


def may_hide(db: sa.Connection, member: str, today: date) -> bool:
    """Count a text that someone hides today; False when it is too many."""
    insert = (sqlite if db.dialect.name == "sqlite" else postgresql).insert(hiding_counts)
    counted = insert.values(member=member, day=today.isoformat(), number=1).on_conflict_do_update(
        index_elements=["member", "day"], set_={"number": hiding_counts.c.number + 1}
    )
    number: int = db.execute(counted.returning(hiding_counts.c.number)).scalar_one()
    return number <= PER_DAY


def sweep(db: sa.Connection, today: date) -> None:
    """Forget how much was hidden on earlier days."""
    db.execute(sa.delete(hiding_counts).where(hiding_counts.c.day < today.isoformat()))


def first_said(db: sa.Connection, text: str) -> Place:
    """Where in the journal a text was first said, in just these words; LookupError if nowhere."""
    for entry in entries(db):
        for said in texts(entry.event):
            if said.text == text:
                return Place(entry, said.path, text)
    raise LookupError("nobody said this")


def places(db: sa.Connection, veil: Veil) -> Iterator[Place]:
    """Every place in the journal that this veil covers, in order."""
    for entry in entries(db):
        for said in texts(entry.event):
            if veil.covers(said.text):
                yield Place(entry, said.path, said.text)


def _is(position: int, field: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        hidden_texts.c.position == position,
        hidden_texts.c.field == field,
        hidden_texts.c.state == WAITS,
    )
