"""What the agreements are called, to find the one that a list from outside speaks of."""

import sqlalchemy as sa

from alliance.projections.action_tables import actions
from alliance.projections.actions import PROJECTION as PROJECTION


def named(db: sa.Connection) -> list[tuple[str, str, str | None]]:
    """Every action that was not taken back: its key, its title and its organisation."""
    query = sa.select(actions.c.action, actions.c.title, actions.c.organisation)
    kept = query.where(actions.c.status != "teruggenomen").order_by(actions.c.rank)
    return [(row.action, row.title, row.organisation) for row in db.execute(kept)]
