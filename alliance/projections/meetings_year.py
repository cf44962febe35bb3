"""Which meetings of a group stand in a year."""

from datetime import date

import sqlalchemy as sa

from alliance.projections.meetings_rows import PROJECTION as PROJECTION
from alliance.projections.meetings_rows import meetings


def number_in(db: sa.Connection, group: str, year: int) -> int:
    """How many meetings of a group were held or are planned in a calendar year."""
    asked = sa.select(sa.func.count()).where(
        meetings.c.group == group,
        meetings.c.status == "gepland",
        meetings.c.on.between(date(year, 1, 1), date(year, 12, 31)),
    )
    return db.scalar(asked) or 0


def days_of(db: sa.Connection, group: str, since: date) -> list[date]:
    """The days from a day on that a group meets on, in order."""
    asked = sa.select(meetings.c.on).where(
        meetings.c.group == group, meetings.c.status == "gepland", meetings.c.on >= since
    )
    return [*db.scalars(asked.order_by(meetings.c.on))]
