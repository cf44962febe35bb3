"""Verification: are the rows of the projections what the journal makes of them?"""

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from alliance.database import open_readonly, reading
from alliance.projections.base import Key, Projection, seen_positions
from alliance.projections.past import build

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Difference:
    """One row that is not what a rebuild would make it."""

    projection: str
    table: str
    key: Key
    position: int  # up to which the projection had seen the journal
    what: str

    def __str__(self) -> str:
        """The fault in a Dutch sentence."""
        row = f", rij {', '.join(map(str, self.key))}" if self.key else ""
        return f"Overzicht {self.projection}, tabel {self.table}{row}: {self.what}."


def differences(engine: sa.Engine, projections: Sequence[Projection]) -> Iterator[Difference]:
    """Every row that differs from a rebuild up to where its projection says it is.

    Raises Damaged when the journal itself cannot be read.
    """
    with reading(engine) as live, tempfile.TemporaryDirectory() as folder:
        seen = seen_positions(live)
        reached: dict[int, list[Projection]] = defaultdict(list)
        for projection in projections:
            reached[seen.get(projection.name, 0)].append(projection)
        for position, those in reached.items():
            file = Path(folder) / f"{position}.db"
            build(live, file, those, position)
            for projection in those:
                for table, key, what in _compare(live, file, projection):
                    yield Difference(projection.name, table, key, position, what)


def _compare(
    live: sa.Connection, file: Path, projection: Projection
) -> Iterator[tuple[str, Key, str]]:
    engine, there = open_readonly(file), sa.inspect(live)
    try:
        with reading(engine) as rebuilt:
            for table in projection.tables.sorted_tables:
                if not there.has_table(table.name):
                    yield table.name, (), "die tabel ontbreekt"
                    continue
                for key, what in _differing(table, live, rebuilt):
                    yield table.name, key, what
    finally:
        engine.dispose()


def _differing(
    table: sa.Table, live: sa.Connection, rebuilt: sa.Connection
) -> Iterator[tuple[Key, str]]:
    wanted = dict(_rows(table, rebuilt))
    try:
        for key, row in _rows(table, live):
            expected = wanted.pop(key, None)
            if expected is None:
                yield key, "die hoort er niet te zijn"
            elif expected != row:
                yield key, f"anders in {', '.join(_columns_apart(table, expected, row))}"
    except (ValueError, TypeError) as error:  # a date or list that is none any more
        yield (), f"niet te lezen ({error})"
        return
    for key in wanted:
        yield key, "die ontbreekt"


def _columns_apart(table: sa.Table, expected: Row, row: Row) -> list[str]:
    pairs = zip(table.columns.keys(), expected, row, strict=True)
    return [name for name, wanted, found in pairs if wanted != found]


def _rows(table: sa.Table, db: sa.Connection) -> Iterator[tuple[Key, Row]]:
    names = table.columns.keys()
    places = [names.index(column.name) for column in table.primary_key]
    for row in db.execute(sa.select(table).execution_options(yield_per=5_000)):
        yield tuple(row[place] for place in places), tuple(row)
