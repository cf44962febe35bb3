"""Outcomes: what did actions and activities bring, and what was learned?"""

from dataclasses import dataclass
from datetime import date

import msgspec
import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.counts import Count
from alliance.events.outcomes import (
    Evidence,
    LessonCorrected,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeCorrected,
    OutcomeFacts,
    OutcomeLinked,
    OutcomeWithdrawn,
)
from alliance.journal import Entry
from alliance.projections import links
from alliance.projections.base import Projection, Row, Rows
from alliance.projections.columns import following, partial_index
from alliance.projections.paging import Page, paged

ASKED = ("activity", "action", "theme", "result", "persona", "evidence")


def is_unlinked(row: Row) -> bool:
    """Whether an outcome that was not taken back misses its result, theme or persona."""
    return not row["withdrawn"] and not links.is_linked(row)


tables = sa.MetaData()
outcomes = sa.Table(
    "outcomes_outcomes",
    tables,
    sa.Column("outcome", sa.Text, primary_key=True),
    sa.Column("statement", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("count", sa.JSON(none_as_null=True)),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("activity", sa.Text),
    sa.Column("action", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("result", sa.Text),
    sa.Column("persona", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("without", sa.JSON, nullable=False),  # the links it has none of
    sa.Column("unplanned", sa.Boolean, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("recorded_on", sa.Date, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.Column("reason", sa.Text),
    following("unlinked", sa.Boolean, is_unlinked),
    sa.Index("outcomes_by_day", "on", "withdrawn"),
)
for name in ("activity", "action", "theme", "result", "area"):
    partial_index(f"outcomes_of_{name}", outcomes.c[name], outcomes.c.on)
for name in ("unplanned", "unlinked"):
    partial_index(f"outcomes_{name}", outcomes.c.on, where=outcomes.c[name] == sa.true())
lessons = sa.Table(
    "outcomes_lessons",
    tables,
    sa.Column("lesson", sa.Text, primary_key=True),
    sa.Column("statement", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("activity", sa.Text),
    sa.Column("action", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("persona", sa.Text),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Index("lessons_by_day", "on"),
)
for name in ("activity", "action", "theme"):
    partial_index(f"lessons_of_{name}", lessons.c[name], lessons.c.on)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each outcome and each lesson as it stands."""
    match entry.event:
        case OutcomeCorrected(outcome=outcome) as event:
            rows.change(outcomes, outcome, **said(event))
        case OutcomeFacts() as event:
            first = {"author": entry.by, "recorded_on": day_of(entry.at), "withdrawn": False}
            rows.keep(outcomes, said(event) | first)
        case LessonRecorded() as event:
            first = {"author": entry.by, "withdrawn": False}
            rows.put(lessons, **msgspec.structs.asdict(event), **first)
        case OutcomeLinked(outcome=outcome) as event:
            rows.change(outcomes, outcome, **links.news(event))
        case OutcomeWithdrawn(outcome=outcome, reason=reason):
            rows.change(outcomes, outcome, withdrawn=True, reason=reason)
        case LessonCorrected(lesson=lesson) as event:
            rows.change(lessons, lesson, **msgspec.structs.asdict(event))
        case LessonWithdrawn(lesson=lesson, reason=reason):
            rows.change(lessons, lesson, withdrawn=True, reason=reason)


PROJECTION = Projection("outcomes", tables, apply)


def said(event: OutcomeFacts) -> Row:
    """What an event says as a whole of an outcome."""
    packed = {"count": msgspec.to_builtins(event.count), "without": list(event.without)}
    return msgspec.structs.asdict(event) | packed


@dataclass(frozen=True)
class Filter:
    """Which outcomes are asked for."""

    activity: str | None = None
    action: str | None = None
    theme: str | None = None
    result: str | None = None
    persona: str | None = None
    evidence: Evidence | None = None
    areas: tuple[str, ...] = ()
    unplanned: bool = False  # only what nobody planned


@dataclass(frozen=True)
class OutcomeRow:
    """One outcome as it stands; no count means that there was nothing to count."""

    outcome: str
    statement: str
    on: date
    count: Count | None
    evidence: Evidence
    activity: str | None
    action: str | None
    theme: str | None
    result: str | None
    persona: str | None
    area: str | None
    without: tuple[str, ...]  # the links it has none of
    unplanned: bool
    author: str
    recorded_on: date
    withdrawn: bool
    reason: str | None


@dataclass(frozen=True)
class LessonRow:
    """One lesson."""

    lesson: str
    statement: str
    on: date
    activity: str | None
    action: str | None
    theme: str | None
    persona: str | None
    author: str
    withdrawn: bool
    reason: str | None


def page(db: sa.Connection, wanted: Filter, page: int = 1) -> Page[OutcomeRow]:
    """Outcomes, fifty at a time, the last day first; what was taken back is not among them."""
    c = outcomes.c
    asked = [c[name] == value for name in ASKED if (value := getattr(wanted, name))]
    asked += [c.area.in_(wanted.areas)] if wanted.areas else []
    asked += [c.unplanned == sa.true()] if wanted.unplanned else []
    return found(db, [*asked, c.withdrawn == sa.false()], page)


def one(db: sa.Connection, outcome: str) -> OutcomeRow | None:
    """One outcome, also when it was taken back; None when there is none."""
    rows = found(db, [outcomes.c.outcome == outcome]).rows
    return rows[0] if rows else None


def to_link(db: sa.Connection, page: int = 1) -> Page[OutcomeRow]:
    """Outcomes that still miss their result, theme or persona."""
    return found(db, [outcomes.c.unlinked == sa.true()], page)


def found(
    db: sa.Connection, wanted: list[sa.ColumnElement[bool]], page: int = 1
) -> Page[OutcomeRow]:
    """One page of the outcomes that meet these conditions."""

    def show(row: Row) -> OutcomeRow:
        row["without"] = tuple(row["without"])
        row["count"] = msgspec.convert(row["count"], Count | None)
        del row["unlinked"]
        return OutcomeRow(**row)

    order = (outcomes.c.on.desc(), outcomes.c.outcome)
    return paged(db, outcomes, wanted, order, page, show)


def learned(
    db: sa.Connection,
    *,
    theme: str | None = None,
    activity: str | None = None,
    action: str | None = None,
    page: int = 1,
) -> Page[LessonRow]:
    """Lessons that stand, fifty at a time, the last day first: all, or of what is named."""
    named = {"theme": theme, "activity": activity, "action": action}
    wanted = [lessons.c[name] == value for name, value in named.items() if value]
    wanted += [lessons.c.withdrawn == sa.false()]
    order = (lessons.c.on.desc(), lessons.c.lesson)
    return paged(db, lessons, wanted, order, page, lambda row: LessonRow(**row))


def lesson(db: sa.Connection, lesson: str) -> LessonRow | None:
    """One lesson, also when it was taken back; None when there is none."""
    row = db.execute(sa.select(lessons).where(lessons.c.lesson == lesson)).mappings().first()
    return LessonRow(**row) if row else None
