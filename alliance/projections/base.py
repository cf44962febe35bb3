"""Catching up: every entry goes through every projection once, rows are written together."""

import gc
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache

import sqlalchemy as sa

from alliance.database import Statement, Unavailable, make_tables, reading, writing
from alliance.events.base import KINDS, Event
from alliance.journal import Entry, entries
from alliance.projections.rows import Key as Key
from alliance.projections.rows import Row as Row
from alliance.projections.rows import Rows as Rows
from alliance.projections.rows import blank as blank

log = logging.getLogger(__name__)
Told = Callable[[int], None]
"""Is told the position that was reached, for progress on a screen."""

bookkeeping = sa.MetaData()
positions = sa.Table(
    "projection_positions",
    bookkeeping,
    sa.Column("projection", sa.Text, primary_key=True),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("code", sa.Text, nullable=False, server_default=""),
)
_TAKE_TURN = Statement(
    sa.update(positions).where(positions.c.projection == "").values(position=positions.c.position)
)
_SEEN = Statement(sa.select(positions.c.projection, positions.c.position))
_REACH = Statement(
    sa.update(positions)
    .where(positions.c.projection == sa.bindparam("name"))
    .values(position=sa.bindparam("last"))
)


@dataclass(frozen=True, eq=False)
class Projection:
    """A question, the tables that answer it, and how an entry changes their rows."""

    name: str
    tables: sa.MetaData
    apply: Callable[[Rows, Entry], None]

    @cached_property
    def kinds(self) -> frozenset[type[Event]]:
        """The events its `apply` names; no other entry is shown to it."""
        code, known = self.apply.__code__, self.apply.__globals__
        named = tuple(
            found
            for name in code.co_names
            if isinstance(found := known.get(name), type) and issubclass(found, Event)
        )
        return frozenset(kind for kind in KINDS.values() if issubclass(kind, named))


@lru_cache(maxsize=64)
def readers(projections: tuple[Projection, ...]) -> dict[type[Event], list[Projection]]:
    """Which projections read which kind of event."""
    found: dict[type[Event], list[Projection]] = defaultdict(list)
    for projection in projections:
        for kind in projection.kinds:
            found[kind].append(projection)
    return found


def catch_up(engine: sa.Engine, projections: Sequence[Projection]) -> None:
    """Bring all up to the journal in one transaction; if that fails, each on its own.

    Never raises for a faulty projection: only that one stays behind, and the log says so.
    """
    try:
        advance(engine, projections)
    except Unavailable as error:
        log.error("the projections stay behind: %s", error)  # each alone would wait as long again
    except Exception:
        log.exception("catching up together failed; trying each projection on its own")
        for projection in projections:
            try:
                advance(engine, [projection])
            except Exception:
                log.exception("projection %s stays behind", projection.name)


def advance(engine: sa.Engine, projections: Sequence[Projection]) -> None:
    """Apply every entry these projections have not seen; rows and positions commit together."""
    with writing(engine) as db:
        _TAKE_TURN.run(db)  # writing first: two workers never apply an entry twice
        seen = seen_positions(db)
        rows = {projection.name: Rows(db) for projection in projections}
        reading_kind = readers(tuple(projections))
        last = 0
        for entry in entries(db, after=min(seen[name] for name in rows)):
            last = entry.position
            for projection in reading_kind.get(type(entry.event), ()):
                if entry.position > seen[projection.name]:
                    projection.apply(rows[projection.name], entry)
        if last:
            for changed in rows.values():
                changed.write(db)
            _REACH.run_all(db, [{"name": name, "last": last} for name in rows])


def seen_positions(db: sa.Connection) -> dict[str, int]:
    """Up to which position each projection has seen the journal."""
    return {name: position for name, position in _SEEN.run(db).fetchall() if name}


def made_with(db: sa.Connection) -> set[str]:
    """The hashes of the code that the rows of the projections were made with."""
    found = db.execute(sa.select(positions.c.code).where(positions.c.projection != ""))
    return set(found.scalars())


def rebuild(
    engine: sa.Engine, projections: Sequence[Projection], code: str = "", tell: Told | None = None
) -> int:
    """Fold the whole journal without a lock, then replace all rows in one transaction.

    Readers see the old rows until then. Gives the position that was reached.
    """
    prepare(engine, projections)
    with without_collecting():
        return remake(engine, projections, code, tell)


def remake(
    engine: sa.Engine, projections: Sequence[Projection], code: str, tell: Told | None
) -> int:
    """Fold and replace; what was folded is let go of before anyone looks for circles in it."""
    rows = {projection.name: Rows() for projection in projections}
    with reading(engine) as db:
        last = fold(entries(db), projections, rows, tell)
    with writing(engine) as db:
        _TAKE_TURN.run(db)
        last = fold(entries(db, after=last), projections, rows, tell) or last
        replace(db, projections, rows)
        mark(db, rows, last, code)
    return last


def rebuild_in(db: sa.Connection, projections: Sequence[Projection], code: str) -> None:
    """Replace all rows in a transaction that changed what the journal says: nobody reads both."""
    rows = {projection.name: Rows() for projection in projections}
    _TAKE_TURN.run(db)
    with without_collecting():
        last = fold(entries(db), projections, rows)
        replace(db, projections, rows)
    mark(db, rows, last, code)


def mark(db: sa.Connection, names: Iterable[str], last: int, code: str) -> None:
    """Note up to where the rows of these projections go, and with which code they were made."""
    marks = {"position": last, "code": code}
    db.execute(sa.delete(positions).where(positions.c.projection != ""))
    db.execute(sa.insert(positions), [{"projection": name} | marks for name in names])


@contextmanager
def without_collecting() -> Iterator[None]:
    """Rows hold no circles: to look for some, in ever more of them, took a sixth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def replace(db: sa.Connection, projections: Iterable[Projection], rows: dict[str, Rows]) -> None:
    """Let these rows take the place of all that were there; readers see the old ones until then.

    On SQLite the indexes are made afterwards, in a quarter less time. On PostgreSQL readers would
    have to wait for that.
    """
    tables = [table for projection in projections for table in projection.tables.sorted_tables]
    indexes = [index for table in tables for index in table.indexes]
    if db.dialect.name != "sqlite":
        indexes.clear()
    for index in indexes:
        index.drop(db)
    for table in tables:
        db.execute(sa.delete(table))
    for changed in rows.values():
        changed.fill(db)
    for index in indexes:
        index.create(db)


def prepare(engine: sa.Engine, projections: Sequence[Projection]) -> None:
    """Make the tables that are missing or have other columns, and the rows that keep positions."""
    with writing(engine) as db:
        make_tables(db, bookkeeping)
        for projection in projections:
            for table in projection.tables.sorted_tables:
                if outdated(db, table):
                    table.drop(db)
            projection.tables.create_all(db)
        known = set(db.execute(sa.select(positions.c.projection)).scalars())
        wanted = ["", *(projection.name for projection in projections)]
        new = [{"projection": name, "position": 0} for name in wanted if name not in known]
        if new:
            db.execute(sa.insert(positions), new)


def outdated(db: sa.Connection, table: sa.Table) -> bool:
    """Whether this table exists with other columns or indexes than the code asks for."""
    facts = sa.inspect(db)
    if not facts.has_table(table.name):
        return False
    columns = [column["name"] for column in facts.get_columns(table.name)]
    indexes = {index["name"] for index in facts.get_indexes(table.name)}
    return columns != table.columns.keys() or indexes != {index.name for index in table.indexes}


def fold(
    found: Iterable[Entry],
    projections: Sequence[Projection],
    rows: dict[str, Rows],
    tell: Told | None = None,
) -> int:
    """Run entries through the projections; the last position read, or 0."""
    apply_to = {
        kind: [(projection.apply, rows[projection.name]) for projection in those]
        for kind, those in readers(tuple(projections)).items()
    }
    last = 0
    for entry in found:
        last = entry.position
        for apply, mine in apply_to.get(type(entry.event), ()):
            apply(mine, entry)
        if tell and last % 5_000 == 0:
            tell(last)
    return last
