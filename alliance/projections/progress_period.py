"""What happened between two days: kept, moved, not gone through, held, and what nobody counted."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.projections.progress import PROJECTION as PROJECTION
from alliance.projections.progress_tables import days


@dataclass(frozen=True)
class Period:
    """What happened from one day up to and including another, in numbers."""

    since: date
    until: date
    kept: int  # agreements
    moved: int
    dropped: int
    held: int  # activities
    cancelled: int
    uncounted: int  # held, and nobody said how many came
    unreported: int  # planned for a day that has been, and nobody said whether it was held
    outcomes: int
    unplanned: int


def period(db: sa.Connection, since: date, until: date) -> Period:
    """What happened from `since` up to and including `until`; what was taken back is left out."""
    names = [name for name in Period.__annotations__ if name in days.c]
    asked = sa.select(*(sa.func.sum(days.c[name]).label(name) for name in names))
    found = db.execute(asked.where(days.c.on.between(since, until))).mappings().one()
    gone = sa.select(sa.func.sum(days.c.expected)).where(days.c.on >= since, days.c.on < until)
    unreported = db.execute(gone).scalar()
    counted = {name: found[name] or 0 for name in names}
    return Period(since, until, **counted, unreported=unreported or 0)
