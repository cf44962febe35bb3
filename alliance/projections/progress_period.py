"""What happened between two days: kept, moved, not gone through, held, and what nobody counted."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.projections.progress import PROJECTION as PROJECTION
from alliance.projections.progress_tables import items


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
    ended = items.c.ended_on.between(since, until)
    action, activity, outcome = (
        sa.and_(ended, items.c.kind == kind) for kind in ("action", "activity", "outcome")
    )
    held = sa.and_(activity, items.c.state == "held")
    brought = sa.and_(outcome, items.c.state == "recorded")
    wanted = {
        "kept": sa.and_(action, items.c.state == "done"),
        "moved": sa.and_(
            items.c.moved_on.between(since, until),
            items.c.kind == "action",
            items.c.state != "withdrawn",
        ),
        "dropped": sa.and_(action, items.c.state == "dropped"),
        "held": held,
        "cancelled": sa.and_(activity, items.c.state == "dropped"),
        "uncounted": sa.and_(held, items.c.uncounted),
        "unreported": sa.and_(
            items.c.kind == "activity",
            items.c.ended_on.is_(None),
            items.c.state == "open",
            items.c.day < until,
        ),
        "outcomes": brought,
        "unplanned": sa.and_(brought, items.c.unplanned),
    }
    asked = sa.select(
        *(
            sa.select(sa.func.count()).select_from(items).where(which).scalar_subquery().label(name)
            for name, which in wanted.items()
        )
    )
    found = db.execute(asked).mappings().one()
    return Period(since, until, **dict(found))
