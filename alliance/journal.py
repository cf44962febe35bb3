"""The journal: append what happened, read one stream, read on from a position.

Of the `eventsourcing` library this uses the write path: `EventStore.put` (what an `Application`
calls `events`), its `Mapper` and its recorder interface. Aggregates, repository, snapshots and
runners are not used: rules are plain functions in `events/`, and projections read on by
themselves. Reading decodes the stored bytes directly, many times as fast as through the mapper.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import msgspec
import sqlalchemy as sa
from eventsourcing.persistence import EventStore, JSONTranscoder, Mapper, StoredEvent

from alliance.database import Statement, writing
from alliance.entry import Damaged as Damaged
from alliance.entry import Entry as Entry
from alliance.entry import decode as decode
from alliance.entry import read
from alliance.events.base import Event
from alliance.receipts import KeyUsed as KeyUsed
from alliance.receipts import Receipt as Receipt
from alliance.receipts import find_receipt as find_receipt
from alliance.receipts import keep_receipt
from alliance.recorder import (
    Recorder,
    Turn,
    as_text,
    journal,
    journal_head,
    take_turn,
)
from alliance.recorder import last_versions as last_versions

AT_ONCE = 5_000
NEVER_REACHED = 2**62
_position, _stream, _name = journal.c.position, journal.c.stream, journal.c.name
_READ = ("position", "stream", "version", "name", "at", "by", "data")
_columns = [journal.c[name] for name in _READ]
_HEAD = Statement(sa.select(journal_head.c.position, journal_head.c.at, journal_head.c.chain))
_STREAM = Statement(
    sa.select(*_columns).where(_stream == sa.bindparam("asked")).order_by(journal.c.version)
)
_AT = Statement(
    sa.select(journal.c.at)
    .where(_position <= sa.bindparam("asked"))
    .order_by(_position.desc())
    .limit(1)
)


@dataclass(frozen=True)
class Head:
    """The end of the journal: 0, None and 32 zero bytes when nothing has happened."""

    position: int
    at: datetime | None
    chain: bytes


class Stale(Exception):
    """Someone else wrote in a stream after the page was drawn."""

    def __init__(self, stream: str, seen: int, now: int) -> None:
        super().__init__(f"{stream} was at version {seen} and is now at {now}")
        self.stream, self.seen, self.now = stream, seen, now


@dataclass(frozen=True)
class Numbered:
    """An event with its place in its stream, as the library's event store takes it."""

    originator_id: str
    originator_version: int
    event: Event


class NamedMapper(Mapper[str]):
    """Stores the stored name and plain JSON, and only what can be read back."""

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        """The bytes to store; raises TypeError when they would not give the event back."""
        event = domain_event.event
        name, data = event.stored_name, msgspec.json.encode(event)
        try:
            same = decode(name, data) == event
        except (KeyError, msgspec.MsgspecError) as error:
            raise TypeError(f"{name} cannot be read back: {error}") from error
        if not same:
            raise TypeError(f"{name} reads back as something else")
        return StoredEvent(domain_event.originator_id, domain_event.originator_version, name, data)

    def to_domain_event(self, stored_event: StoredEvent) -> Numbered:
        """The event that was stored."""
        event = decode(stored_event.topic, stored_event.state)
        return Numbered(str(stored_event.originator_id), stored_event.originator_version, event)


class Journal:
    """Where everything that happens is written down, once and in order."""

    def __init__(
        self, engine: sa.Engine, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.engine = engine
        self._clock = clock
        self.store = EventStore(NamedMapper(JSONTranscoder()), Recorder(engine, clock))

    def append(
        self,
        events: Sequence[Event],
        *,
        by: str,
        seen: Mapping[str, int] | None = None,
        key: str | None = None,
        form: str | None = None,
        answer: str | None = None,
        also: Callable[[sa.Connection], object] | None = None,
    ) -> Receipt:
        """Write events down in one transaction, all or none, with what `also` does in it.

        `seen` holds the versions the page was drawn from, also of streams that were only read.
        Raises Stale, KeyUsed, TypeError (an event that would not read back) and Unavailable.
        """
        with writing(self.engine) as db:
            turn = take_turn(db, now=self._clock(), by=by)
            if key and (first := find_receipt(db, key, form)):
                return first
            last = last_versions(db, [*(event.stream for event in events), *(seen or ())])
            for name, version in (seen or {}).items():
                if version != last.get(name, 0):
                    raise Stale(name, version, last.get(name, 0))
            if also:
                also(db)
            self.store.put(list(_number(events, last)), turn=turn)
            receipt = Receipt(turn.position + len(events), answer, again=False)
            keep_receipt(db, receipt, key=key, form=form, at=turn.at)
            return receipt

    def append_in(self, turn: Turn, events: Sequence[Event]) -> None:
        """Write events down in a turn, with what else happens in its transaction."""
        last = last_versions(turn.db, [event.stream for event in events])
        self.store.put(list(_number(events, last)), turn=turn)


def entries(
    db: sa.Connection,
    after: int = 0,
    up_to: int | None = None,
    *,
    kinds: Collection[type[Event]] | None = None,
) -> Iterator[Entry]:
    """What happened after a position, in order, if wanted of some kinds only; raises Damaged."""
    read_on = _read_on(None if kinds is None else frozenset(kind.stored_name for kind in kinds))
    last = NEVER_REACHED if up_to is None else up_to
    rows = None
    while rows is None or len(rows) == AT_ONCE:
        rows = read_on.run(db, after=after, last=last).fetchall()
        yield from map(read, rows)
        after = rows[-1][0] if rows else after


def stream(db: sa.Connection, name: str) -> list[Entry]:
    """Everything that happened in one stream, oldest first; raises Damaged."""
    return [read(row) for row in _STREAM.run(db, asked=name).fetchall()]


def version(db: sa.Connection, name: str) -> int:
    """The last version of a stream; 0 when nothing happened in it."""
    return last_versions(db, [name]).get(name, 0)


def head(db: sa.Connection) -> Head:
    """The end of the journal."""
    position, at, chain = _HEAD.run(db).fetchone()
    return Head(position, datetime.fromisoformat(at) if at else None, chain)


def last_written(db: sa.Connection, by: str) -> datetime | None:
    """When someone last wrote an entry; None when never."""
    at: str | None = db.scalar(sa.select(sa.func.max(journal.c.at)).where(journal.c.by == by))
    return datetime.fromisoformat(at) if at else None


def position_at(db: sa.Connection, moment: datetime) -> int:
    """The last entry whose `at` is not after a moment; 0 when there is none."""
    asked, positions = as_text(moment), range(1, head(db).position + 1)
    return bisect_right(positions, asked, key=lambda one: _AT.run(db, asked=one).fetchone()[0])


def page(
    db: sa.Connection,
    *,
    before: int | None = None,
    after: int | None = None,
    limit: int = 50,
    names: Collection[str] = (),
    stream: str | None = None,
) -> list[Entry]:
    """A page of the timeline, newest first: just before a position, or just after one."""
    query = sa.select(*_columns).limit(limit)
    if before is not None:
        query = query.where(_position < before)
    if after is not None:
        query = query.where(_position > after)
    if names:
        query = query.where(_name.in_(names))
    if stream is not None:
        query = query.where(_stream == stream)
    query = query.order_by(_position.desc() if after is None else _position)
    found = [read(row) for row in db.execute(query)]
    return found if after is None else found[::-1]


@lru_cache(maxsize=64)
def _read_on(names: frozenset[str] | None) -> Statement:
    query = sa.select(*_columns).where(_position > sa.bindparam("after", 0))
    query = query.where(_position <= sa.bindparam("last", NEVER_REACHED))
    if names is not None:
        query = query.where(_name.in_(sorted(names)))
    return Statement(query.order_by(_position).limit(sa.literal_column(str(AT_ONCE))))


def _number(events: Sequence[Event], last: dict[str, int]) -> Iterator[Numbered]:
    for event in events:
        stream = event.stream
        last[stream] = last.get(stream, 0) + 1
        yield Numbered(stream, last[stream], event)
