"""Which activities belong in a calendar, also those that do not go on?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from alliance.projections.activities import PROJECTION as PROJECTION
from alliance.projections.activities import activities


@dataclass(frozen=True)
class Outing:
    """One activity as a calendar shows it."""

    activity: str
    title: str
    status: str
    on: date
    start: time | None
    place: str | None
    organisation: str | None
    audience: str


_SHOWN = [activities.c[name] for name in Outing.__dataclass_fields__]


def since(
    db: sa.Connection,
    first: date,
    *,
    groups: Collection[str] = (),
    organisation: str | None = None,
    for_residents: bool = False,
) -> list[Outing]:
    """Activities from a day on that were not taken back: of these, or all for residents."""
    c = activities.c
    ours = sa.or_(c.group.in_(list(groups)), c.organisation == organisation)
    wanted = c.audience == "inwoners" if for_residents else ours
    query = sa.select(*_SHOWN).where(c.on >= first, c.status != "teruggenomen", wanted)
    found = db.execute(query.order_by(c.on, c.start, c.activity)).mappings()
    return [Outing(**row) for row in found]


def one(db: sa.Connection, activity: str) -> Outing | None:
    """One activity; None when there is none."""
    found = db.execute(sa.select(*_SHOWN).where(activities.c.activity == activity)).mappings()
    row = found.first()
    return Outing(**row) if row else None
