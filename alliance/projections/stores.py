"""Stores: how the rows of one table go into one kind of database and come out again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from alliance.database import Statement
from alliance.projections.columns import FOLLOWS, SOURCE, Process, kept_names

AT_ONCE = 500
"""Rows that are turned into values together: so few stay in the processor's cache meanwhile."""
Row = dict[str, Any]
Key = tuple[Any, ...]


@cache
def key_names(table: sa.Table) -> tuple[str, ...]:
    """The columns of the primary key."""
    return tuple(column.name for column in table.primary_key)


def picker(names: Sequence[str]) -> Callable[[Row], Key]:
    """A function that picks these columns out of a row, as a tuple also when it is only one."""
    if len(names) > 1:
        return itemgetter(*names)
    [name] = names
    return lambda row: (row[name],)


class Store:
    """One table in one kind of database: its SQL, and what values become on the way in and out."""

    def __init__(self, table: sa.Table, db: sa.Connection) -> None:
        columns, dialect, key = table.columns, db.dialect, key_names(table)
        found = sa.and_(*(columns[name] == sa.bindparam(name) for name in key))
        self._names = kept_names(table)
        self._read = Statement(sa.select(*(columns[name] for name in self._names)).where(found))
        self._remove = Statement(sa.delete(table).where(found))
        self._write = Statement(upsert(table, dialect))
        self._key, self._order = key, self._write.order(db)
        self._follows = {column.name: column.info for column in columns if column.info}
        self._copy = copying(table, self._order, dialect)
        kinds = {name: column.type.dialect_impl(dialect) for name, column in columns.items()}
        self._into = present({name: way_in(kind, dialect) for name, kind in kinds.items()})
        self._out = present(
            {name: kinds[name].result_processor(dialect, None) for name in self._names}
        )
        self._key_into = {name: self._into[name] for name in key if name in self._into}

    def read(self, db: sa.Connection, key: Key) -> Row | None:
        """The row with this key, or None."""
        found = self._read.run(db, **self._asked(key)).fetchone()
        if found is None:
            return None
        return processed(dict(zip(self._names, found, strict=True)), self._out)

    def remove(self, db: sa.Connection, keys: Iterable[Key]) -> None:
        """Remove the rows with these keys."""
        self._remove.run_all(db, [self._asked(key) for key in keys])

    def write(self, db: sa.Connection, rows: Sequence[Row]) -> None:
        """Write these rows, over those with the same keys."""
        for values in self._values(rows):
            self._write.run_each(db, values)

    def fill(self, db: sa.Connection, rows: Sequence[Row]) -> None:
        """Write these rows into the table, which is empty: a stream where the database has one."""
        if db.dialect.name == "sqlite":
            self.write(db, rows)
            return
        cursor: Any = db.connection.cursor()
        with cursor.copy(self._copy) as copy:
            for values in chain.from_iterable(self._values(rows)):
                copy.write_row(values)

    def _values(self, rows: Sequence[Row]) -> Iterator[list[tuple[Any, ...]]]:
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE]
            yield [*zip(*(self._column(name, some) for name in self._order), strict=True)]

    def _column(self, name: str, rows: Sequence[Row]) -> Iterable[Any]:
        found: Iterable[Any] = rows
        follows, into = self._follows.get(name), self._into.get(name)
        if source := follows[SOURCE] if follows else name:
            found = [row[source] for row in rows]
        if follows:
            found = map(follows[FOLLOWS], found)
        return map(into, found) if into else found

    def _asked(self, key: Key) -> Row:
        return processed(dict(zip(self._key, key, strict=True)), self._key_into)


STORES: dict[tuple[sa.Table, str], Store] = {}
"""Worked out once for every table and kind of database."""


def store(table: sa.Table, db: sa.Connection) -> Store:
    """The store of a table in this database."""
    kind = table, db.dialect.name
    if kind not in STORES:
        STORES[kind] = Store(table, db)
    return STORES[kind]


def upsert(table: sa.Table, dialect: sa.Dialect) -> sa.Insert:
    """An insert that takes the place of the row with the same key."""
    insert = (sqlite.insert if dialect.name == "sqlite" else postgresql.insert)(table)
    key = key_names(table)
    rest = {column.name: column for column in insert.excluded if column.name not in key}
    if not rest:
        return insert.on_conflict_do_nothing(index_elements=key)
    return insert.on_conflict_do_update(index_elements=key, set_=rest)


def way_in(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Process | None:
    """What values of this kind pass through before the driver gets them, if anything.

    As SQLAlchemy does it, only many times as fast for days and lists; yes and no are what both
    drivers know by themselves.
    """
    if isinstance(kind, sa.Boolean):
        return None
    if isinstance(kind, sa.JSON):
        return to_json_or_null if kind.none_as_null else to_json
    made = kind.bind_processor(dialect)
    return to_iso if made and isinstance(kind, sa.Date) else made


def to_json(value: Any) -> str:
    """A list or anything else that is kept as JSON, as text."""
    return msgspec.json.encode(value).decode()


def to_json_or_null(value: Any) -> str | None:
    """The same, in a column that is NULL where there is nothing."""
    return None if value is None else to_json(value)


@lru_cache(maxsize=10_000)  # many rows have the same few days
def to_iso(day: date | None) -> str | None:
    """A day as 2026-03-02."""
    return day.isoformat() if day else None


def copying(table: sa.Table, names: Iterable[str], dialect: sa.Dialect) -> str:
    """The command that streams rows into a table of PostgreSQL."""
    quote = dialect.identifier_preparer
    columns = ", ".join(map(quote.quote, names))
    return f"COPY {quote.format_table(table)} ({columns}) FROM STDIN"


def present(found: dict[str, Process | None]) -> dict[str, Process]:
    """The columns whose values pass through something; most pass as they are."""
    return {name: process for name, process in found.items() if process}


def processed(row: Row, by: dict[str, Process]) -> Row:
    """A row whose values passed through what their columns ask."""
    return row | {name: process(row[name]) for name, process in by.items()} if by else row
