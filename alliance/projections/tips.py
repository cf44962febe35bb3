"""Tips: who or what do organisations say that we miss, and what came of it?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.actions import Via
from alliance.events.tips import Sequel, TipGiven, TipSettled
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows
from alliance.projections.paging import Page, paged

tables = sa.MetaData()
tips = sa.Table(
    "tips",
    tables,
    sa.Column("tip", sa.Text, primary_key=True),
    sa.Column("statement", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text),
    sa.Column("via", sa.Text),
    sa.Column("given_on", sa.Date, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("sequel", sa.Text, index=True),
    sa.Column("settled_on", sa.Date),
)


@dataclass(frozen=True)
class Tip:
    """What one organisation said, and what comes of it; without a sequel it waits to be read."""

    tip: str
    statement: str
    organisation: str | None
    via: Via | None
    given_on: date
    sequel: Sequel | None
    settled_on: date | None


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every tip with what comes of it."""
    match entry.event:
        case TipGiven() as given:
            said = {name: getattr(given, name) for name in given.__struct_fields__}
            rows.put(tips, **said, given_on=day_of(entry.at), position=entry.position)
        case TipSettled(tip=tip, sequel=sequel):
            rows.change(tips, tip, sequel=sequel, settled_on=day_of(entry.at))


PROJECTION = Projection("tips", tables, apply)


def page(db: sa.Connection, *, settled: bool, page: int = 1) -> Page[Tip]:
    """The tips that wait to be read, the oldest first; or those that were, the newest first."""
    wanted = tips.c.sequel.is_not(None) if settled else tips.c.sequel.is_(None)
    order = tips.c.position.desc() if settled else tips.c.position.asc()

    def show(row: dict[str, object]) -> Tip:
        return Tip(**{name: row[name] for name in Tip.__dataclass_fields__})  # type: ignore[arg-type]

    return paged(db, tips, [wanted], (order,), page, show)


def statement(db: sa.Connection, tip: str) -> str | None:
    """What one tip says; None when there is none."""
    return db.scalar(sa.select(tips.c.statement).where(tips.c.tip == tip))
