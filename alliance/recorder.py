"""The journal's table, lock and chain, behind the `eventsourcing` library's recorder interface.

Every append first updates the one row of `journal_head`. That is the lock, the next position and
the previous link of the chain, alike on both databases; it also shows when the end of the journal
was cut off. Nobody listens, so nothing is notified and `subscribe` raises.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn
from uuid import UUID

import msgspec
import sqlalchemy as sa
from eventsourcing.persistence import (
    ApplicationRecorder,
    IntegrityError,
    Notification,
    StoredEvent,
)

from alliance.database import CONFLICTS, Statement, make_tables, reading, writing

NOTHING_YET = bytes(32)
"""The chain before the first entry."""
SALT_LENGTH = 16

tables = sa.MetaData()
_number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
journal = sa.Table(
    "journal",
    tables,
    sa.Column("position", _number, primary_key=True, autoincrement=False),
    sa.Column("stream", sa.Text, nullable=False),
    sa.Column("version", _number, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("salt", sa.LargeBinary, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.Column("digest", sa.LargeBinary, nullable=False),
    sa.Column("chain", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("stream", "version"),
)
journal_head = sa.Table(
    "journal_head",
    tables,
    sa.Column("position", _number, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("chain", sa.LargeBinary, nullable=False),
)
receipts = sa.Table(
    "receipts",
    tables,
    sa.Column("key", sa.Text, primary_key=True),  # of one form, to be used once
    sa.Column("form", sa.Text),  # a hash of what was typed
    sa.Column("answer", sa.Text),  # where the first answer led
    sa.Column("position", _number, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sqlite_with_rowid=False,  # one page less to write for every form
)

AT_ONCE = 20
_end = (journal_head.c.position, journal_head.c.at, journal_head.c.chain)
_TAKE_TURN = Statement(
    sa.update(journal_head).values(position=journal_head.c.position).returning(*_end)
)
_END_TURN = Statement(
    sa.update(journal_head).values(
        position=sa.bindparam("last"), at=sa.bindparam("moment"), chain=sa.bindparam("link")
    )
)
_INSERT = Statement(sa.insert(journal))
_VERSIONS = Statement(
    sa.select(journal.c.stream, sa.func.max(journal.c.version))
    .where(journal.c.stream.in_([sa.bindparam(f"s{slot}") for slot in range(AT_ONCE)]))
    .group_by(journal.c.stream)
)
_LINK = Statement(sa.select(journal.c.chain).where(journal.c.position == sa.bindparam("asked")))
_stored = (journal.c.stream, journal.c.version, journal.c.name, journal.c.data)


@dataclass(frozen=True)
class Turn:
    """One append's turn at the end of the journal: nobody else writes until it is over."""

    db: sa.Connection
    position: int  # of the last entry; 0 in an empty journal
    chain: bytes
    at: str  # when this append happens; never earlier than the entry before
    by: str


def create_tables(engine: sa.Engine) -> None:
    """Make the tables that are not there yet, and the one row of the head."""
    with writing(engine) as db:
        make_tables(db, tables)
        if db.execute(sa.select(journal_head)).first() is None:
            db.execute(sa.insert(journal_head).values(position=0, at="", chain=NOTHING_YET))


def as_text(moment: datetime) -> str:
    """A moment as the journal keeps it: UTC with microseconds, 32 characters, in order of time."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be written down")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def seal(salt: bytes, data: bytes) -> bytes:
    """The digest of what an entry holds; with its salt gone, the data cannot be guessed back."""
    return hashlib.sha256(salt + data).digest()


def link(previous: bytes, row: Mapping[str, Any]) -> bytes:
    """SHA-256 over the previous link, the digest and the other columns, without the data."""
    columns = [row[name] for name in ("position", "stream", "version", "name", "at", "by")]
    return hashlib.sha256(previous + row["digest"] + msgspec.json.encode(columns)).digest()


def take_turn(db: sa.Connection, *, now: datetime, by: str) -> Turn:
    """Lock the end of the journal for the rest of this transaction."""
    position, at, chain = _TAKE_TURN.run(db).fetchone()
    return Turn(db, position, chain, max(at, as_text(now)), by)


def last_versions(db: sa.Connection, streams: Iterable[str]) -> dict[str, int]:
    """The last version of each of these streams; what is not named has none."""
    asked = list(dict.fromkeys(streams))
    found: dict[str, int] = {}
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        filled = some + some[-1:] * (AT_ONCE - len(some))
        slots = {f"s{slot}": stream for slot, stream in enumerate(filled)}
        found.update(_VERSIONS.run(db, **slots).fetchall())
    return found


def link_at(db: sa.Connection, position: int) -> bytes:
    """The link of the chain at an entry: what happened up to there, and no other past, has it."""
    found = _LINK.run(db, asked=position).fetchone()
    return bytes(found[0]) if found else NOTHING_YET


class Recorder(ApplicationRecorder):
    """Stores what the library's event store hands over, and reads it back, on either database."""

    def __init__(self, engine: sa.Engine, clock: Callable[[], datetime] | None = None) -> None:
        self._engine = engine
        self._clock = clock or (lambda: datetime.now(UTC))

    def insert_events(
        self, stored_events: Sequence[StoredEvent], *, turn: Turn | None = None, **kwargs: Any
    ) -> Sequence[int] | None:
        """Append in the given turn, or in a transaction of its own; the positions they got."""
        if not stored_events:
            return None
        try:
            if turn:
                return _append(turn, stored_events)
            with writing(self._engine) as db:
                return _append(take_turn(db, now=self._clock(), by=""), stored_events)
        except CONFLICTS as error:
            raise IntegrityError(str(error)) from error

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of one stream between two versions."""
        version = journal.c.version
        query = sa.select(*_stored).where(journal.c.stream == str(originator_id))
        query = query.where(*_between(version, gt, lte))
        query = query.order_by(version.desc() if desc else version).limit(limit)
        with reading(self._engine) as db:
            return [StoredEvent(*row) for row in db.execute(query)]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Events from a position on, in the order of the journal."""
        after = start - 1 if start is not None and inclusive_of_start else start
        query = sa.select(*_stored, journal.c.position)
        query = query.where(*_between(journal.c.position, after, stop))
        if topics:
            query = query.where(journal.c.name.in_(topics))
        with reading(self._engine) as db:
            rows = db.execute(query.order_by(journal.c.position).limit(limit))
            return [Notification(*row) for row in rows]

    def max_notification_id(self) -> int | None:
        """The last position, or None in an empty journal."""
        with reading(self._engine) as db:
            return db.execute(sa.select(sa.func.max(journal.c.position))).scalar()

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> NoReturn:
        """Not offered: whoever writes lets the projections catch up itself."""
        raise NotImplementedError("the journal is read on from a position, not subscribed to")


def _append(turn: Turn, events: Sequence[StoredEvent]) -> list[int]:
    chain, rows = turn.chain, []
    for position, event in enumerate(events, turn.position + 1):
        row = _row(turn, position, event)
        chain = row["chain"] = link(chain, row)
        rows.append(row)
    _INSERT.run_all(turn.db, rows)
    _END_TURN.run(turn.db, last=position, moment=turn.at, link=chain)
    return [row["position"] for row in rows]


def _row(turn: Turn, position: int, event: StoredEvent) -> dict[str, Any]:
    salt = secrets.token_bytes(SALT_LENGTH)
    return {
        "position": position,
        "stream": str(event.originator_id),
        "version": event.originator_version,
        "name": event.topic,
        "at": turn.at,
        "by": turn.by,
        "salt": salt,
        "data": event.state,
        "digest": seal(salt, event.state),
    }


def _between(
    column: sa.Column[int], after: int | None, up_to: int | None
) -> list[sa.ColumnElement[bool]]:
    found = [] if after is None else [column > after]
    return found if up_to is None else [*found, column <= up_to]
