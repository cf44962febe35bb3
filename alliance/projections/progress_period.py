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
    "action:done": "kept",
    "action:dropped": "dropped",
    "activity:held": "held",
    "activity:dropped": "cancelled",
    "outcome:recorded": "outcomes",
}
"""What an end is called, by what ended and how."""
AWAITED = "activity:open"


def period(db: sa.Connection, since: date, until: date) -> Period:
    """What happened from `since` up to and including `until`; what was taken back is left out."""
    ended = items.c.ended_on.between(since, until)
    found = dict.fromkeys([*ENDS.values(), "uncounted", "unplanned"], 0)
    for traits, times in db.execute(
        sa.select(items.c.traits, sa.func.count()).where(ended).group_by(items.c.traits)
    ):
        kind, state, *more = traits.split(":")
        for name in (ENDS.get(f"{kind}:{state}", ""), *more):
            if name in found:
                found[name] += times
    moved = (items.c.moved_on.between(since, until), items.c.kind == "action")
    # What is open has the day as its rank, the latest first.
    awaited = items.c.rank.between(1 - until.toordinal(), -since.toordinal())
    unheard = (items.c.ended_on.is_(None), items.c.traits.startswith(AWAITED), awaited)
    return Period(since, until, **found, moved=number(db, *moved), unreported=number(db, *unheard))


def number(db: sa.Connection, *wanted: sa.ColumnElement[bool]) -> int:
    """How many items are like this."""
    return db.execute(sa.select(sa.func.count()).select_from(items).where(*wanted)).scalar_one()
