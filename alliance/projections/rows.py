"""Rows: a projection's answers, read when first asked for, written back together."""

from functools import cache
from typing import Any

import sqlalchemy as sa

from alliance.projections.columns import kept_names
from alliance.projections.stores import Key as Key
from alliance.projections.stores import Row as Row
from alliance.projections.stores import key_names, picker, store

UNREAD: Row = {}
"""Stands for a row that nobody looked for yet."""


class Rows:
    """A projection's rows by primary key."""

    def __init__(self, db: sa.Connection | None = None, *, alone: bool = False) -> None:
        """Without a connection: start from nothing, as a rebuild does.

        `alone`: the tables hold only what is written here, so that what is not, is not asked for.
        """
        self._db = db
        self._alone = alone
        self._shelves = Shelves()

    def get(self, table: sa.Table, *key: Any) -> Row | None:
        """The row with this primary key, or None; only `change` and `add` may change it."""
        shelf = self._shelves[table]
        found = shelf.rows.get(key, UNREAD)
        if found is UNREAD:
            found = shelf.rows[key] = self._find(shelf, key)
        return found

    def _find(self, shelf: "Shelf", key: Key) -> Row | None:
        if self._db is None or (self._alone and key not in shelf.written):
            return None
        return store(shelf.table, self._db).read(self._db, key)

    def put(self, table: sa.Table, **row: Any) -> None:
        """Write this row; columns left out become NULL. Raises KeyError on an unknown column."""
        self.keep(table, row)

    def keep(self, table: sa.Table, row: Row) -> None:
        """Write this row, as `put` does; for a wide one, which is no longer the caller's own."""
        shelf = self._shelves[table]
        if len(row) != shelf.width:
            row = shelf.whole(row)
        key = shelf.key_of(row)
        shelf.rows[key] = row
        shelf.changed[key] = None

    def change(self, table: sa.Table, *key: Any, **values: Any) -> None:
        """Change some columns of a row that exists; a row that does not is left alone."""
        if row := self.get(table, *key):
            shelf = self._shelves[table]
            row.update(values)
            if len(row) != shelf.width:
                raise KeyError(f"{table.name} has no {', '.join(values.keys() - shelf.blank)}")
            shelf.changed[key] = None

    def add(self, table: sa.Table, *key: Any, **amounts: int) -> None:
        """Add to the numbers in a row; where there was no row, all its numbers were zero."""
        shelf = self._shelves[table]
        row = shelf.rows.get(key) or self.get(table, *key)
        if row is None:
            row = shelf.rows[key] = shelf.zeros(key)
        for name, amount in amounts.items():
            row[name] += amount
        shelf.changed[key] = None

    def drop(self, table: sa.Table, *key: Any) -> None:
        """Remove the row with this primary key, if there is one."""
        self._shelves[table].drop(key)

    def write(self, db: sa.Connection) -> None:
        """Write what changed."""
        for table, shelf in self._shelves.items():
            if self._alone:
                shelf.written.update(shelf.changed)
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
        for shelf in self._shelves.values():
            shelf.rows.clear()


class Shelf:
    """The rows of one table that are in memory, and which of them wait to be written."""

    def __init__(self, table: sa.Table) -> None:
        self.table = table
        self.rows: dict[Key, Row | None] = {}
        self.changed: dict[Key, None] = {}
        self.written: set[Key] = set()
        self.blank = blank(table)
        self.key_of = picker(key_names(table))
        self.width = len(self.blank)

    def whole(self, row: Row) -> Row:
        """This row with what was left out as NULL; raises KeyError on an unknown column."""
        full = self.blank | row
        if len(full) != self.width:
            raise KeyError(f"{self.table.name} has no {', '.join(row.keys() - self.blank.keys())}")
        return full

    def drop(self, key: Key) -> None:
        """Let there be no row with this key."""
        self.rows[key] = None
        self.changed[key] = None

    def zeros(self, key: Key) -> Row:
        """A row with this key and nothing but zeros."""
        names = key_names(self.table)
        return dict.fromkeys(self.blank, 0) | dict(zip(names, key, strict=True))

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
    return dict.fromkeys(kept_names(table))
