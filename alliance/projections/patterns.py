"""Which signals from the wijk were given, and what was done with them?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.patterns import (
    PatternAnswered,
    PatternLinked,
    PatternRaised,
    PatternWithdrawn,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows
from alliance.projections.paging import Page, paged

tables = sa.MetaData()
patterns = sa.Table(
    "patterns",
    tables,
    sa.Column("pattern", sa.Text, primary_key=True),
    sa.Column("statement", sa.Text),
    sa.Column("group", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("area", sa.Text, index=True),
    sa.Column("persona", sa.Text, index=True),
    sa.Column("raised_on", sa.Date),
    sa.Column("answer", sa.Text),  # None: it waits
    sa.Column("answered_by", sa.Text),
    sa.Column("answered_on", sa.Date),
    sa.Column("position", sa.BigInteger),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every signal with its answer."""
    match entry.event:
        case PatternRaised() as raised:
            said = {name: getattr(raised, name) for name in raised.__struct_fields__}
            rows.put(patterns, **said, raised_on=day_of(entry.at), position=entry.position)
        case PatternLinked(pattern=key) as linked:
            known = {"persona": linked.persona, "area": linked.area}
            rows.change(patterns, key, **{name: code for name, code in known.items() if code})
        case PatternAnswered(pattern=key) as told:
            done = {"answer": told.statement, "answered_by": told.group}
            rows.change(patterns, key, **done, answered_on=day_of(entry.at))
        case PatternWithdrawn(pattern=key):
            rows.drop(patterns, key)


PROJECTION = Projection("patterns", tables, apply)


@dataclass(frozen=True)
class Pattern:
    """Something that comes back in a wijk, and what a group does with it; without answer it waits.

    Who saw it is known by the group only.
    """

    pattern: str
    statement: str
    group: str | None
    theme: str | None
    area: str | None
    persona: str | None
    raised_on: date
    answer: str | None
    answered_by: str | None
    answered_on: date | None


@dataclass(frozen=True)
class Filter:
    """Which signals are asked for; None leaves that open."""

    waiting: bool = False
    persona: str | None = None
    areas: tuple[str, ...] = ()


def listed(db: sa.Connection, wanted: Filter, page: int = 1) -> Page[Pattern]:
    """Signals, the last one first."""
    asked: list[sa.ColumnElement[bool]] = []
    asked += [patterns.c.answer.is_(None)] if wanted.waiting else []
    asked += [patterns.c.persona == wanted.persona] if wanted.persona else []
    asked += [patterns.c.area.in_(wanted.areas)] if wanted.areas else []
    return paged(db, patterns, asked, (patterns.c.position.desc(),), page, shown)


def one(db: sa.Connection, key: str) -> Pattern | None:
    """One signal; None when it was taken back."""
    row = db.execute(sa.select(patterns).where(patterns.c.pattern == key)).mappings().first()
    return shown(dict(row)) if row else None


def shown(row: dict[str, object]) -> Pattern:
    """A signal from its row."""
    return Pattern(**{name: row[name] for name in Pattern.__annotations__})  # type: ignore[arg-type]
