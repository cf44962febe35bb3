"""Which pillar of the national programme does a theme, a result or an agreement serve itself?"""

import sqlalchemy as sa

from alliance.events.pillars import PillarLinked
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
links = sa.Table(
    "pillars",
    tables,
    sa.Column("served", sa.Text, primary_key=True),
    sa.Column("pillar", sa.Text),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what was said last."""
    match entry.event:
        case PillarLinked(served=served, pillar=pillar):
            rows.put(links, served=served, pillar=pillar)


PROJECTION = Projection("pillars", tables, apply)


def linked(db: sa.Connection) -> dict[str, str]:
    """The pillar of everything that has one of its own, by kind and key."""
    asked = sa.select(links.c.served, links.c.pillar).where(links.c.pillar.is_not(None))
    return dict(map(tuple, db.execute(asked.order_by(links.c.served))))
