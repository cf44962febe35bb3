"""What comes when in the year, which steps lead to it, and when is there nothing?"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from alliance.events.holidays import SchoolHoliday, SchoolYearAdopted
from alliance.events.moments import OccasionAdopted, Step, step_day
from alliance.projections.year_rows import PROJECTION as PROJECTION
from alliance.projections.year_rows import declined, moments, occasions, school_years, taken


@dataclass(frozen=True)
class Due:
    """A step of a moment, by which day, and the agreement it became."""

    moment: str
    title: str  # of the moment
    number: int
    what: str
    who: str | None
    by: date
    action: str | None


@dataclass(frozen=True)
class Moment:
    """What stands on the calendar, with its steps in the order in which they come."""

    moment: str
    occasion: str | None
    title: str
    on: date
    until: date | None
    source: str | None
    moved_from: date | None
    reason: str | None
    dropped: bool
    invited_on: date | None  # when every organisation was asked what it does
    steps: tuple[Due, ...]

    @property
    def last(self) -> date:
        """Its last day."""
        return self.until or self.on


def all_school_years(db: sa.Connection) -> tuple[SchoolYearAdopted, ...]:
    """Every school year of which the holidays are known, the first one first."""
    found = db.execute(sa.select(school_years.c.facts).order_by(school_years.c.school_year))
    return tuple(msgspec.convert(facts, SchoolYearAdopted) for facts in found.scalars())


def school_holidays(db: sa.Connection, first: date, last: date) -> tuple[SchoolHoliday, ...]:
    """The school holidays that touch these days, in order."""
    every = [one for year in all_school_years(db) for one in year.holidays]
    return tuple(one for one in every if one.first <= last and first <= one.last)


def known_until(db: sa.Connection) -> date | None:
    """Until which day the school holidays are known; None when none are."""
    return max((one.last for year in all_school_years(db) for one in year.holidays), default=None)


def school_holiday_on(db: sa.Connection) -> Callable[[date], str | None]:
    """Tells which school holiday a day falls in, or None."""
    every = [one for year in all_school_years(db) for one in year.holidays]
    return lambda day: next((one.name for one in every if one.first <= day <= one.last), None)


def all_occasions(db: sa.Connection) -> tuple[OccasionAdopted, ...]:
    """What comes back every year, in the order in which it first stood there."""
    found = db.execute(sa.select(occasions.c.facts).order_by(occasions.c.position)).scalars()
    return tuple(msgspec.convert(facts, OccasionAdopted) for facts in found)


def occasion(db: sa.Connection, key: str) -> OccasionAdopted | None:
    """What comes back every year, by its key; None when there is no such thing."""
    return next((one for one in all_occasions(db) if one.occasion == key), None)


def moment(db: sa.Connection, key: str) -> Moment | None:
    """One moment, also when it was dropped; None when there is none."""
    return next(iter(found(db, moments.c.moment == key)), None)


def moments_of(db: sa.Connection, occasion: str) -> tuple[Moment, ...]:
    """When something is or was, in every year, the last one first."""
    mine = found(db, moments.c.occasion == occasion, moments.c.dropped.is_(False))
    return tuple(reversed(mine))


def moments_in(db: sa.Connection, first: date, last: date) -> tuple[Moment, ...]:
    """The moments that touch these days, in order."""
    ends = sa.func.coalesce(moments.c.until, moments.c.on)
    return found(db, moments.c.on <= last, ends >= first, moments.c.dropped.is_(False))


def steps_in(db: sa.Connection, first: date, last: date) -> tuple[Due, ...]:
    """The steps due between two days, of all moments that stand, in order."""
    every = (due for one in found(db, moments.c.dropped.is_(False)) for due in one.steps)
    return tuple(sorted((due for due in every if first <= due.by <= last), key=lambda due: due.by))


def moment_names(db: sa.Connection) -> dict[str, str]:
    """What every moment is called, by key."""
    return dict(map(tuple, db.execute(sa.select(moments.c.moment, moments.c.title))))


def programme_weeks(db: sa.Connection) -> tuple[Moment, ...]:
    """Every week with a programme for everyone, the last one first."""
    shown = [one.occasion for one in all_occasions(db) if one.programme]
    mine = found(db, moments.c.occasion.in_(shown), moments.c.dropped.is_(False))
    return tuple(reversed(mine))


def who_declined(db: sa.Connection, key: str) -> frozenset[str]:
    """The organisations that do nothing in this moment."""
    query = sa.select(declined.c.organisation).where(declined.c.moment == key)
    return frozenset(db.execute(query).scalars())


def occasion_names(db: sa.Connection) -> dict[str, str]:
    """What comes back every year, by key."""
    return {one.occasion: one.name for one in all_occasions(db)}


def found(db: sa.Connection, *wanted: sa.ColumnElement[bool]) -> tuple[Moment, ...]:
    """The moments that meet these conditions, by day, each with its steps."""
    agreed: dict[str, dict[int, str]] = defaultdict(dict)
    for moment, step, action in db.execute(sa.select(taken)):
        agreed[moment][step] = action
    query = sa.select(moments).where(*wanted).order_by(moments.c.on, moments.c.moment)
    return tuple(made(dict(row), agreed) for row in db.execute(query).mappings())


def made(row: dict[str, Any], agreed: dict[str, dict[int, str]]) -> Moment:
    """A moment from its row."""
    steps = [msgspec.convert(step, Step) for step in row["steps"]]
    due = [
        Due(
            row["moment"],
            row["title"],
            number,
            step.what,
            step.who,
            step_day(row["on"], row["until"], step),
            agreed[row["moment"]].get(number),
        )
        for number, step in enumerate(steps, 1)
    ]
    return Moment(**row | {"steps": tuple(due)})
