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


ENDS = {
    ("action", "done"): "kept",
    ("action", "dropped"): "dropped",
    ("activity", "held"): "held",
    ("activity", "dropped"): "cancelled",
    ("outcome", "recorded"): "outcomes",
}
"""What an end is called, by what ended and how."""


def period(db: sa.Connection, since: date, until: date) -> Period:
    """What happened from `since` up to and including `until`; what was taken back is left out."""
    kind, state = items.c.kind, items.c.state
    ended = (
        sa.select(
            kind,
            state,
            sa.func.count(),
            sa.func.count(sa.case((items.c.uncounted, 1))),
            sa.func.count(sa.case((items.c.unplanned, 1))),
        )
        .where(items.c.ended_on.between(since, until))
        .group_by(kind, state)
    )
    found = dict.fromkeys([*ENDS.values(), "uncounted", "unplanned"], 0)
    for what, how, times, uncounted, unplanned in db.execute(ended):
        found["uncounted"] += uncounted
        found["unplanned"] += unplanned
        if (what, how) in ENDS:
            found[ENDS[what, how]] = times
    moved = (items.c.moved_on.between(since, until), kind == "action")
    awaited = (kind == "activity", state == "open", items.c.day >= since, items.c.day < until)
    return Period(
        since,
        until,
        **found,
        moved=number(db, *moved),
        unreported=number(db, items.c.ended_on.is_(None), *awaited),
    )


def number(db: sa.Connection, *wanted: sa.ColumnElement[bool]) -> int:
    """How many items are like this."""
    return db.execute(sa.select(sa.func.count()).select_from(items).where(*wanted)).scalar_one()
