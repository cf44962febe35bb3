"""Which organisations told their own people what a meeting decided?"""

from datetime import date

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.news import NewsShared
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
shared = sa.Table(
    "news_shared",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("on", sa.Date),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep who told it, and when."""
    match entry.event:
        case NewsShared(news=meeting, organisation=organisation):
            rows.put(shared, meeting=meeting, organisation=organisation, on=day_of(entry.at))


PROJECTION = Projection("news", tables, apply)


def told_on(db: sa.Connection, meeting: str, organisation: str) -> date | None:
    """When one organisation said that it was told, for that organisation."""
    mine = (shared.c.meeting == meeting) & (shared.c.organisation == organisation)
    found: date | None = db.scalar(sa.select(shared.c.on).where(mine))
    return found


def all_told(db: sa.Connection) -> frozenset[tuple[str, str]]:
    """Of which meetings which organisations told it, for their own mail."""
    found = db.execute(sa.select(shared.c.meeting, shared.c.organisation))
    return frozenset((meeting, organisation) for meeting, organisation in found)


def how_many(db: sa.Connection, meeting: str) -> int:
    """How many organisations told it."""
    counted = sa.select(sa.func.count()).select_from(shared).where(shared.c.meeting == meeting)
    return db.scalar(counted) or 0
