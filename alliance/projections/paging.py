"""Fifty at a time: a page of the answers to a question that has more."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

AT_ONCE = 50
COUNT = 0
"""The page to ask for by who only wants to know how many there are."""
Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Page(Generic[Shown]):
    """The rows of one page, how many there are in all, and which page of how many this is."""

    rows: tuple[Shown, ...]
    total: int
    page: int = 1

    @property
    def pages(self) -> int:
        """How many pages there are; one when there is nothing."""
        return max(1, -(-self.total // AT_ONCE))


def paged(
    db: sa.Connection,
    table: sa.Table,
    wanted: list[sa.ColumnElement[bool]],
    order: tuple[sa.ColumnElement[Any], ...],
    page: int,
    show: Callable[[dict[str, Any]], Shown],
    also: tuple[sa.ColumnElement[Any], ...] = (),
) -> Page[Shown]:
    """One page of the rows of a table, with what else is read; a page past the end is the last."""
    counted = sa.select(sa.func.count()).select_from(table).where(*wanted)
    if page == COUNT:
        return Page((), db.execute(counted).scalar_one(), COUNT)
    query = sa.select(table, *also).where(*wanted).order_by(*order).limit(AT_ONCE)
    page = max(page, 1)
    found = db.execute(query.offset((page - 1) * AT_ONCE)).mappings()
    rows = tuple(show(dict(row)) for row in found)
    if page == 1 and len(rows) < AT_ONCE:  # these are all
        return Page(rows, len(rows))
    total = db.execute(counted).scalar_one()
    last = max(1, -(-total // AT_ONCE))
    if page > last:
        return paged(db, table, wanted, order, last, show, also)
    return Page(rows, total, page)
