"""What did the sounding board say, and what was done with it?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.advice import AdviceAnswered, AdviceGiven, AdviceWithdrawn, Uptake
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows
from alliance.projections.paging import Page, paged

tables = sa.MetaData()
advice = sa.Table(
    "advice",
    tables,
    sa.Column("advice", sa.Text, primary_key=True),
    sa.Column("group", sa.Text, index=True),
    sa.Column("to", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("meeting", sa.Text),
    sa.Column("about", sa.Text),
    sa.Column("given_on", sa.Date),
    sa.Column("uptake", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("answered_on", sa.Date),
    sa.Column("position", sa.BigInteger),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep all advice with its answer."""
    match entry.event:
        case AdviceGiven() as given:
            said = {name: getattr(given, name) for name in given.__struct_fields__}
            rows.put(advice, **said, given_on=day_of(entry.at), position=entry.position)
        case AdviceAnswered() as answer:
            news = {"uptake": answer.uptake, "reason": answer.reason}
            rows.change(advice, answer.advice, **news, answered_on=day_of(entry.at))
        case AdviceWithdrawn(advice=key):
            rows.drop(advice, key)


PROJECTION = Projection("advice", tables, apply)


@dataclass(frozen=True)
class Advice:
    """What one group said to another, and what that did with it; without an uptake it waits."""

    advice: str
    group: str
    to: str
    statement: str
    meeting: str | None
    about: str | None
    given_on: date
    uptake: Uptake | None
    reason: str | None
    answered_on: date | None


def listed(db: sa.Connection, page: int = 1) -> Page[Advice]:
    """All advice, the last first."""
    return paged(db, advice, [], (advice.c.position.desc(),), page, shown)


def one(db: sa.Connection, key: str) -> Advice | None:
    """One piece of advice; None when it was taken back."""
    row = db.execute(sa.select(advice).where(advice.c.advice == key)).mappings().first()
    return shown(dict(row)) if row else None


def answers(db: sa.Connection, group: str) -> dict[str, int]:
    """How often what a group said was taken over, partly or not, or waits: by that word."""
    counted = sa.select(advice.c.uptake, sa.func.count()).where(advice.c.group == group)
    return {uptake or "wacht": number for uptake, number in db.execute(counted.group_by("uptake"))}


def statement(db: sa.Connection, key: str) -> str | None:
    """What was said."""
    found = one(db, key)
    return found.statement if found else None


def shown(row: dict[str, object]) -> Advice:
    """Advice from its row."""
    return Advice(**{name: row[name] for name in Advice.__annotations__})  # type: ignore[arg-type]
