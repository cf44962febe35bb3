"""What the offers are called, to find the one that a list from outside speaks of."""

import sqlalchemy as sa

from alliance.projections.offer_tables import offers
from alliance.projections.offers import PROJECTION as PROJECTION


def named(db: sa.Connection) -> list[tuple[str, str, str | None]]:
    """Every offer that was not taken back: its key, its name and its organisation."""
    query = sa.select(offers.c.offer, offers.c.name, offers.c.organisation)
    back = sa.and_(offers.c.end.is_not(None), offers.c.end == "teruggenomen")
    return [
        (row.offer, row.name, row.organisation)
        for row in db.execute(query.where(sa.not_(back)).order_by(offers.c.sorted))
    ]
