"""Which meetings of a group stand in a year."""

from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from alliance.projections.meetings_rows import PROJECTION as PROJECTION
from alliance.projections.meetings_rows import groups, meetings


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


@dataclass(frozen=True)
class Day:
    """A day on which a group meets."""

    meeting: str
    group_name: str
    on: date
    start: time | None


def between(db: sa.Connection, first: date, last: date) -> list[Day]:
    """The meetings of all groups that stand between two days, in order."""
    asked = sa.select(meetings.c.meeting, groups.c.name, meetings.c.on, meetings.c.start)
    asked = asked.outerjoin_from(meetings, groups, groups.c.group == meetings.c.group).where(
        meetings.c.status == "gepland", meetings.c.on.between(first, last)
    )
    asked = asked.order_by(meetings.c.on, meetings.c.start, meetings.c.meeting)
    return [Day(key, name or "", on, start) for key, name, on, start in db.execute(asked)]
