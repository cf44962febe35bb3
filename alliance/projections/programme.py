"""What does the plan ask beside its results: which time, by when, with what money?"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from alliance import dutch
from alliance.counting import Tally, in_words
from alliance.events.budgets import BudgetStatus
from alliance.events.counts import Count
from alliance.events.effort import RolePart
from alliance.events.programme import ProgrammeAdopted
from alliance.projections.programme_rows import PROJECTION as PROJECTION
from alliance.projections.programme_rows import budgets, cadences, milestones, plans, roles

HOURS = "uren"


@dataclass(frozen=True)
class Cadence:
    """How often the plan lets one kind of group meet, and for how long."""

    cadence: str
    kind: str
    per_year: int
    minutes: int | None
    every_weeks: int | None  # worked out
    source: str


@dataclass(frozen=True)
class Role:
    """A role of the plan: the hours it prints, and the sum of the parts it names itself."""

    role: str
    name: str
    kind: str | None
    tasks: tuple[str, ...]
    hours_min: int | None
    hours_max: int | None
    parts: tuple[RolePart, ...]
    note: str | None
    source: str

    @property
    def printed(self) -> str | None:
        """The hours in a year as the plan prints them: "70 tot 75 uur"; None when it does not."""
        known = [str(one) for one in (self.hours_min, self.hours_max) if one is not None]
        return f"{' tot '.join(dict.fromkeys(known))} uur" if known else None

    @property
    def summed(self) -> Count:
        """The hours of the parts together; with an unknown part it is a lower bound."""
        tally = Tally(HOURS)
        for part in self.parts:
            known: Literal["getal", "onbekend"] = "onbekend" if part.hours is None else "getal"
            tally = tally.plus(Count(known=known, number=part.hours, unit=HOURS))
        return tally.total()

    @property
    def together(self) -> str | None:
        """The hours of the parts together in words; None when the plan names none."""
        return in_words(self.summed) if self.summed.number is not None else None

    @property
    def apart(self) -> str | None:
        """By how much the parts miss what is printed: flagged, never repaired; None when not."""
        low, high, total = self.hours_min, self.hours_max, self.summed
        if low is None or high is None or total.number is None:
            return None
        if total.number < low and total.known == "getal":
            return f"{dutch.number(low - total.number)} uur minder"
        return f"{dutch.number(total.number - high)} uur meer" if total.number > high else None


@dataclass(frozen=True)
class Milestone:
    """A moment the plan names, and what became of it as far as anyone wrote down."""

    milestone: str
    statement: str
    on: date | None
    year: int | None
    at_end: bool
    source: str
    state: Literal["open", "gehaald", "niet_doorgegaan"]
    settled_on: date | None  # the day it was reached, where that is known
    note: str | None
    told_on: date | None  # when somebody wrote down what became of it

    @property
    def planned(self) -> str | None:
        """When it was to be, as precise as the plan is; None when it does not say."""
        if self.on or self.year is None:
            return dutch.day(self.on) if self.on else None
        return f"{'eind ' if self.at_end else ''}{self.year}"


@dataclass(frozen=True)
class Budget:
    """Money the plan names for a year, and what became of it as far as anyone wrote down."""

    budget: str
    year: int
    fund: str
    purpose: str
    context: bool  # of the whole gemeente: never divided, never set against results
    planned_status: BudgetStatus
    planned_amount: int | None
    planned_source: str
    status: BudgetStatus
    amount: int | None  # unknown is never zero
    source: str
    set_on: date | None


def plan(db: sa.Connection) -> ProgrammeAdopted | None:
    """What the plan says of itself; None when none was taken in."""
    found = db.execute(sa.select(plans.c.facts).order_by(plans.c.position)).scalars().first()
    return msgspec.convert(found, ProgrammeAdopted) if found else None


def all_cadences(db: sa.Connection) -> tuple[Cadence, ...]:
    """The rhythm of every kind of group the plan gives one."""
    return tuple(Cadence(**row) for row in shown(db, cadences))


def cadence(db: sa.Connection, kind: str) -> Cadence | None:
    """The rhythm of one kind of group; None when the plan gives it none."""
    return next((one for one in all_cadences(db) if one.kind == kind), None)


def all_roles(db: sa.Connection, kind: str | None = None) -> tuple[Role, ...]:
    """Every role of the plan, or those in one kind of group."""
    every = (made(row) for row in shown(db, roles))
    return tuple(one for one in every if kind in (None, one.kind))


def all_milestones(db: sa.Connection) -> tuple[Milestone, ...]:
    """Every milestone, in the order of the plan."""
    return tuple(Milestone(**row) for row in shown(db, milestones))


def milestone(db: sa.Connection, key: str) -> Milestone | None:
    """One milestone; None when there is no such one."""
    return next((one for one in all_milestones(db) if one.milestone == key), None)


def all_budgets(db: sa.Connection) -> tuple[Budget, ...]:
    """All money the plan names, in its order."""
    return tuple(Budget(**row) for row in shown(db, budgets))


def budget(db: sa.Connection, key: str) -> Budget | None:
    """Money of one year from one fund; None when the plan names no such."""
    return next((one for one in all_budgets(db) if one.budget == key), None)


def role_names(db: sa.Connection) -> dict[str, str]:
    """What every role of the plan is called, by key."""
    return {one.role: one.name for one in all_roles(db)}


def milestone_names(db: sa.Connection) -> dict[str, str]:
    """What every milestone says, by key."""
    return {one.milestone: one.statement for one in all_milestones(db)}


def budget_names(db: sa.Connection) -> dict[str, str]:
    """For which year all money is and where it comes from, by key."""
    return {one.budget: f"{one.year}: {one.fund}" for one in all_budgets(db)}


def shown(db: sa.Connection, table: sa.Table) -> list[dict[str, Any]]:
    """The rows of a table in the order of the plan, without what only orders them."""
    columns = [column for column in table.c if column.name != "position"]
    found = db.execute(sa.select(*columns).order_by(table.c.position)).mappings()
    return [dict(row) for row in found]


def made(row: dict[str, Any]) -> Role:
    """A role from its row."""
    parts = tuple(msgspec.convert(part, RolePart) for part in row["parts"])
    return Role(**{**row, "parts": parts, "tasks": tuple(row["tasks"])})
