"""Which open actions have their day before a moment, of whoever they are?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.projections.action_tables import UNDATED, actions
from alliance.projections.actions import PROJECTION as PROJECTION

_SHOWN = ("action", "title", "by_when", "author", "owner", "organisation")


@dataclass(frozen=True)
class Due:
    """An open action with a day, and who may answer for it."""

    action: str
    title: str
    by_when: date
    author: str
    owner: str | None
    organisation: str | None


def due(db: sa.Connection, until: date) -> tuple[Due, ...]:
    """Every open action whose day is not after this one, the earliest first."""
    query = sa.select(*(actions.c[name] for name in _SHOWN))
    early = (actions.c.rank <= until.toordinal(), actions.c.rank < UNDATED)
    query = query.where(*early).order_by(actions.c.rank, actions.c.action)
    return tuple(Due(**row) for row in db.execute(query).mappings())
