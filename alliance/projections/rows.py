"""Rows: a projection's answers, read when first asked for, written back together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from alliance.database import Statement

Row = dict[str, Any]
Key = tuple[Any, ...]
Process = Callable[[Any], Any]


class Rows:
    """A projection's rows by primary key."""

    def __init__(self, db: sa.Connection | None = None) -> None:
        """Without a connection: start from nothing, as a rebuild does."""
        self._db = db
        self._shelves = Shelves()

    def get(self, table: sa.Table, *key: Any) -> Row | None:
        """The row with this primary key, or None; change it with put or change only."""
        rows = self._shelves[table].rows
        try:
            return rows[key]
        except KeyError:
            rows[key] = store(table, self._db).read(self._db, key) if self._db else None
            return rows[key]

    def put(self, table: sa.Table, **row: Any) -> None:
        """Write this row; columns left out become NULL. Raises KeyError on an unknown column."""
        shelf = self._shelves[table]
        full = row if len(row) == shelf.width else shelf.blank | row
        shelf.keep(shelf.key_of(row), full)

    def change(self, table: sa.Table, *key: Any, **values: Any) -> None:
        """Change some columns of a row that exists; a row that does not is left alone."""
        if row := self.get(table, *key):
            self._shelves[table].keep(key, row | values)

    def drop(self, table: sa.Table, *key: Any) -> None:
        """Remove the row with this primary key, if there is one."""
        self._shelves[table].drop(key)

    def write(self, db: sa.Connection) -> None:
        """Write what changed."""
        for table, shelf in self._shelves.items():
            gone, kept = shelf.take()
            if gone:
                store(table, db).remove(db, gone)
            if kept:
                store(table, db).write(db, kept)

    def fill(self, db: sa.Connection) -> None:
        """Write what changed into tables that are empty."""
        for table, shelf in self._shelves.items():
            _, kept = shelf.take()
            if kept:
                store(table, db).fill(db, kept)

    @property
    def changed(self) -> int:
        """How many rows wait to be written."""
        return sum(len(shelf.changed) for shelf in self._shelves.values())

    def forget(self) -> None:
        """Let go of rows that were written, so that a long history fits in little memory."""
        self._shelves.clear()


class Shelf:
    """The rows of one table that are in memory, and which of them wait to be written."""

    def __init__(self, table: sa.Table) -> None:
        self.table = table
        self.rows: dict[Key, Row | None] = {}
        self.changed: dict[Key, None] = {}
        self.blank = blank(table)
        self.key_of = picker(key_names(table))
        self.width = len(self.blank)

    def keep(self, key: Key, row: Row) -> None:
        """Take this row in the place of the one before; raises KeyError on an unknown column."""
        if len(row) != self.width:
            raise KeyError(f"{self.table.name} has no {', '.join(row.keys() - self.blank.keys())}")
        self.rows[key] = row
        self.changed[key] = None

    def drop(self, key: Key) -> None:
        """Let there be no row with this key."""
        self.rows[key] = None
        self.changed[key] = None

    def take(self) -> tuple[list[Key], list[Row]]:
        """The keys of what is gone and the rows that changed, once."""
        gone = [key for key in self.changed if self.rows[key] is None]
        kept = [row for key in self.changed if (row := self.rows[key]) is not None]
        self.changed.clear()
        return gone, kept


class Shelves(dict[sa.Table, Shelf]):
    """A shelf for every table that is asked for."""

    def __missing__(self, table: sa.Table) -> Shelf:
        shelf = self[table] = Shelf(table)
        return shelf


@cache
def blank(table: sa.Table) -> Row:
    """A row of this table with every column NULL; never changed, only joined with another."""
    return dict.fromkeys(table.columns.keys())


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
        self._read = Statement(sa.select(table).where(found))
        self._remove = Statement(sa.delete(table).where(found))
        self._write = Statement(upsert(table, dialect))
        self._key, self._names, self._order = key, columns.keys(), self._write.order(db)
        self._pick = picker(self._order)
        self._copy = copying(table, self._order, dialect)
        kinds = {name: column.type.dialect_impl(dialect) for name, column in columns.items()}
        self._into = present({name: way_in(kind, dialect) for name, kind in kinds.items()})
        self._out = present(
            {name: kind.result_processor(dialect, None) for name, kind in kinds.items()}
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

    def write(self, db: sa.Connection, rows: Iterable[Row]) -> None:
        """Write these rows, over those with the same keys."""
        self._write.run_each(db, list(self._values(rows)))

    def fill(self, db: sa.Connection, rows: Iterable[Row]) -> None:
        """Write these rows into the table, which is empty: a stream where the database has one."""
        if db.dialect.name == "sqlite":
            self.write(db, rows)
            return
        cursor: Any = db.connection.cursor()
        with cursor.copy(self._copy) as copy:
            for values in self._values(rows):
                copy.write_row(values)

    def _values(self, rows: Iterable[Row]) -> Iterator[tuple[Any, ...]]:
        columns: list[Iterable[Any]] = list(zip(*map(self._pick, rows), strict=True))
        for place, name in enumerate(self._order):
            if process := self._into.get(name):
                columns[place] = map(process, columns[place])
        return zip(*columns, strict=True)

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
    rest = {name: insert.excluded[name] for name in blank(table) if name not in key}
    if not rest:
        return insert.on_conflict_do_nothing(index_elements=key)
    return insert.on_conflict_do_update(index_elements=key, set_=rest)


def way_in(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Process | None:
    """What values of this kind pass through before the driver gets them, if anything.

    As SQLAlchemy does it; only a day becomes the same text many times as fast.
    """
    made = kind.bind_processor(dialect)
    return to_iso if made and isinstance(kind, sa.Date) else made


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
