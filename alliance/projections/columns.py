"""Columns and indexes that are there for queries alone."""

from collections.abc import Callable
from functools import cache
from typing import Any

import sqlalchemy as sa

Process = Callable[[Any], Any]
FOLLOWS, SOURCE = "follows", "source"


def following(name: str, kind: Any, of: Process, source: str | None = None) -> sa.Column[Any]:
    """A column that `of` works out from a row that is written, or from one column of it.

    However often a row changes before, it is worked out once; an `apply` never sees it.
    """
    return sa.Column(name, kind, info={FOLLOWS: of, SOURCE: source})


@cache
def kept_names(table: sa.Table) -> tuple[str, ...]:
    """The columns that a row in memory has: all that do not follow from the others."""
    return tuple(column.name for column in table.columns if FOLLOWS not in column.info)


def partial_index(
    name: str, *columns: sa.Column[Any], where: sa.ColumnElement[bool] | None = None
) -> sa.Index:
    """An index of the rows in which the first of these columns is filled, or that are like this.

    What most rows leave open costs nothing there; a query that asks for a value may use it.
    """
    there = columns[0].is_not(None) if where is None else where
    return sa.Index(name, *columns, sqlite_where=there, postgresql_where=there)
