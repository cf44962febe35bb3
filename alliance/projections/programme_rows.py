"""What the plan asks beside its results: the rows, and how an entry changes them."""

from typing import Any

import msgspec
import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.base import Event
from alliance.events.budgets import BudgetAdopted, BudgetSet
from alliance.events.effort import CadenceAdopted, RoleAdopted
from alliance.events.milestones import (
    MilestoneAdopted,
    MilestoneDropped,
    MilestoneReached,
    MilestoneReopened,
)
from alliance.events.programme import ProgrammeAdopted
from alliance.journal import Entry
from alliance.projections.base import Projection, Row, Rows

tables = sa.MetaData()
plans = sa.Table(
    "programme_plans",
    tables,
    sa.Column("programme", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON),
    sa.Column("position", sa.BigInteger),
)
cadences = sa.Table(
    "programme_cadences",
    tables,
    sa.Column("cadence", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text),
    sa.Column("per_year", sa.Integer),
    sa.Column("minutes", sa.Integer),
    sa.Column("every_weeks", sa.Integer),
    sa.Column("source", sa.Text),
    sa.Column("position", sa.BigInteger),
)
roles = sa.Table(
    "programme_roles",
    tables,
    sa.Column("role", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("tasks", sa.JSON),
    sa.Column("hours_min", sa.Integer),
    sa.Column("hours_max", sa.Integer),
    sa.Column("parts", sa.JSON),
    sa.Column("note", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("position", sa.BigInteger),
)
milestones = sa.Table(
    "programme_milestones",
    tables,
    sa.Column("milestone", sa.Text, primary_key=True),
    sa.Column("statement", sa.Text),
    sa.Column("on", sa.Date),
    sa.Column("year", sa.Integer),
    sa.Column("at_end", sa.Boolean),
    sa.Column("source", sa.Text),
    sa.Column("state", sa.Text),
    sa.Column("settled_on", sa.Date),
    sa.Column("note", sa.Text),
    sa.Column("told_on", sa.Date),
    sa.Column("position", sa.BigInteger),
)
budgets = sa.Table(
    "programme_budgets",
    tables,
    sa.Column("budget", sa.Text, primary_key=True),
    sa.Column("year", sa.Integer),
    sa.Column("fund", sa.Text),
    sa.Column("purpose", sa.Text),
    sa.Column("context", sa.Boolean),
    sa.Column("planned_status", sa.Text),
    sa.Column("planned_amount", sa.Integer),
    sa.Column("planned_source", sa.Text),
    sa.Column("status", sa.Text),
    sa.Column("amount", sa.Integer),
    sa.Column("source", sa.Text),
    sa.Column("set_on", sa.Date),
    sa.Column("position", sa.BigInteger),
)
OPEN: Row = {"state": "open", "settled_on": None, "note": None, "told_on": None}


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what the plan says last, and beside it what members said became of it."""
    on = day_of(entry.at)
    match entry.event:
        case ProgrammeAdopted() as event:
            keep(rows, plans, entry, facts=msgspec.to_builtins(event), programme=event.programme)
        case CadenceAdopted() as event:
            keep(rows, cadences, entry, **said(event))
        case RoleAdopted() as event:
            keep(rows, roles, entry, **msgspec.to_builtins(event))
        case MilestoneAdopted() as event:
            before = rows.get(milestones, event.milestone) or OPEN
            keep(rows, milestones, entry, **said(event), **{name: before[name] for name in OPEN})
        case MilestoneReached(milestone=key, on=day, note=note):
            settle(rows, key, state="gehaald", settled_on=day, note=note, told_on=on)
        case MilestoneDropped(milestone=key, reason=reason):
            settle(rows, key, state="niet_doorgegaan", note=reason, told_on=on)
        case MilestoneReopened(milestone=key, reason=reason):
            settle(rows, key, note=reason, told_on=on)
        case BudgetAdopted() as event:
            keep_budget(rows, event, entry)
        case BudgetSet() as event:
            rows.change(budgets, event.budget, **said(event), set_on=on)


def said(event: Event) -> dict[str, Any]:
    """What an event says, as columns."""
    return msgspec.structs.asdict(event)


def keep(rows: Rows, table: sa.Table, entry: Entry, **facts: Any) -> None:
    """Keep something of the plan as last adopted, at the place where it first stood."""
    (key,) = (facts[column.name] for column in table.primary_key)
    before = rows.get(table, key)
    rows.put(table, **facts, position=before["position"] if before else entry.position)


def settle(rows: Rows, key: str, **facts: Any) -> None:
    """Let the last word about a milestone take the place of what was said before."""
    rows.change(milestones, key, **{**OPEN, **facts})


def keep_budget(rows: Rows, event: BudgetAdopted, entry: Entry) -> None:
    """Keep what the plan says of money; what members said of it since stays beside it."""
    planned = {name: getattr(event, name) for name in ("status", "amount", "source")}
    before = rows.get(budgets, event.budget)
    told = before if before and before["set_on"] else {**planned, "set_on": None}
    keep(
        rows,
        budgets,
        entry,
        **{name: getattr(event, name) for name in ("budget", "year", "fund", "purpose", "context")},
        **{f"planned_{name}": value for name, value in planned.items()},
        **{name: told[name] for name in (*planned, "set_on")},
    )


PROJECTION = Projection("programme", tables, apply)
