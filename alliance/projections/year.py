"""What comes when in the year, and when is there nothing?"""

from collections.abc import Callable
from datetime import date

import msgspec
import sqlalchemy as sa

from alliance.events.holidays import SchoolHoliday, SchoolYearAdopted
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
school_years = sa.Table(
    "year_school_years",
    tables,
    sa.Column("school_year", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep the school holidays as last adopted."""
    match entry.event:
        case SchoolYearAdopted() as event:
            facts = msgspec.to_builtins(event)
            rows.put(school_years, school_year=event.school_year, facts=facts)


PROJECTION = Projection("year", tables, apply)


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
