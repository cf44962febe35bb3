"""How many hours did members note per role, without giving away what one of them noted?

Every version is kept with its day, so that a quarter is counted as it was when it closed, whenever
it is asked for. A sum is told from three people on, of quarters only, and each note is in one sum:
so no two sums can be subtracted.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from alliance.dutch import day_of, month
from alliance.events.days import quarter_after
from alliance.events.hours import HoursFacts, HoursWithdrawn, closes_on
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

FLOOR = 3
"""From so many people on a sum is told."""

tables = sa.MetaData()
notes = sa.Table(
    "hours_notes",
    tables,
    sa.Column("hours", sa.Text, primary_key=True),
    sa.Column("member", sa.Text, index=True),
    sa.Column("role", sa.Text),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Column("minutes", sa.Integer),  # None: taken back
)
versions = sa.Table(
    "hours_versions",
    tables,
    sa.Column("hours", sa.Text, primary_key=True),
    sa.Column("position", sa.BigInteger, primary_key=True),
    sa.Column("member", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("since", sa.Date, index=True),
    sa.Column("minutes", sa.Integer),  # None: taken back
    sa.Column("noted_on", sa.Date),
)
FACTS = ("hours", "member", "role", "since", "until", "minutes")


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what is noted now, and every version of it with the day it was written down."""
    match entry.event:
        case HoursFacts() as event:
            keep(rows, entry, {name: getattr(event, name) for name in FACTS})
        case HoursWithdrawn(hours=hours):
            before = rows.get(notes, hours) or {"hours": hours}
            keep(rows, entry, {**before, "minutes": None})


def keep(rows: Rows, entry: Entry, facts: dict[str, Any]) -> None:
    """Keep one version, and what holds from now on."""
    rows.put(notes, **facts)
    version = {name: said for name, said in facts.items() if name != "until"}
    rows.put(versions, **version, position=entry.position, noted_on=day_of(entry.at))


PROJECTION = Projection("hours", tables, apply)


@dataclass(frozen=True)
class Note:
    """What one member noted: for that member only."""

    hours: str
    role: str
    since: date
    until: date
    minutes: int


@dataclass(frozen=True)
class Quarter:
    """What was noted of one role in one quarter, as it was when that closed."""

    first: date
    closes: date  # the last day that counts
    closed: bool
    minutes: int | None = None  # None: of too few people, or not closed
    people: int | None = None

    @property
    def name(self) -> str:
        """Which quarter it is, in its months: "januari tot en met maart 2026"."""
        last = self.first.replace(month=self.first.month + 2)
        return f"{month(self.first).partition(' ')[0]} tot en met {month(last)}"

    @property
    def each(self) -> float | None:
        """The minutes of one person on average."""
        return self.minutes / self.people if self.minutes and self.people else None


@dataclass(frozen=True)
class Year:
    """The quarters of a year; what they tell together is at least what was worked."""

    quarters: tuple[Quarter, ...]

    @property
    def told(self) -> tuple[Quarter, ...]:
        """The quarters of which something can be told."""
        return tuple(one for one in self.quarters if one.minutes is not None)

    @property
    def minutes(self) -> int | None:
        """All that is told together; None when nothing is."""
        return sum(one.minutes or 0 for one in self.told) if self.told else None

    @property
    def each(self) -> float | None:
        """What one person noted on average in the quarters that are told."""
        return sum(one.each or 0 for one in self.told) if self.told else None


def mine(db: sa.Connection, member: str) -> tuple[Note, ...]:
    """What one member noted and did not take back, the latest month first: for that member only."""
    names = [notes.c[name] for name in Note.__dataclass_fields__]
    asked = sa.select(*names).where(notes.c.member == member, notes.c.minutes.is_not(None))
    found = db.execute(asked.order_by(notes.c.since.desc(), notes.c.hours)).mappings()
    return tuple(Note(**row) for row in found)


def one(db: sa.Connection, hours: str, member: str) -> Note | None:
    """One thing a member noted; None for any other member and when it was taken back."""
    return next((note for note in mine(db, member) if note.hours == hours), None)


def noted_by(db: sa.Connection, hours: str) -> str | None:
    """Who noted something: nobody else reads it, also when it was taken back."""
    return db.scalar(sa.select(notes.c.member).where(notes.c.hours == hours))


def year(db: sa.Connection, role: str, year: int, today: date) -> Year:
    """What was noted of a role in the quarters of a year, as far as it may be told."""
    firsts = [date(year, month, 1) for month in (1, 4, 7, 10)]
    return Year(tuple(quarter(db, role, first, today) for first in firsts if first <= today))


def quarter(db: sa.Connection, role: str, first: date, today: date) -> Quarter:
    """What was noted of a role in one quarter, known once that closed and never different."""
    closes = closes_on(first)
    if today <= closes:
        return Quarter(first, closes, closed=False)
    c = versions.c
    asked = sa.select(c.hours, c.member, c.minutes).where(
        c.role == role, c.since >= first, c.since < quarter_after(first), c.noted_on <= closes
    )
    last = {row.hours: row for row in db.execute(asked.order_by(c.position))}
    counted = [row for row in last.values() if row.minutes]
    people = len({row.member for row in counted})
    if people < FLOOR:
        return Quarter(first, closes, closed=True)
    return Quarter(first, closes, True, sum(row.minutes for row in counted), people)
