"""What lies under a result: what was done, held, brought and learned, what is planned, judged."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from alliance.events.programme import Verdict
from alliance.projections.paging import Page, paged
from alliance.projections.progress import PROJECTION as PROJECTION
from alliance.projections.progress_items import Item as Item
from alliance.projections.progress_items import Kind as Kind
from alliance.projections.progress_tables import assessments, items, names, planned, taken


@dataclass(frozen=True)
class Assessment:
    """How far a group said a result is, and why."""

    verdict: Verdict
    group: str
    group_name: str | None
    reason: str
    on: date


@dataclass(frozen=True)
class Planned:
    """An action of the plan, with whether someone made an agreement about it."""

    planned: str
    theme: str
    statement: str
    parent: str | None
    kind: str
    partners: tuple[str, ...]
    results: tuple[str, ...]
    horizon: str | None
    agreed: int  # how many agreements carry it out


def evidence(db: sa.Connection, result: str, *, page: int = 1) -> Page[Item]:
    """What tells how a result is going, the latest first: done, held and brought."""
    return told(db, f"result:{result}", page)


def of_theme(db: sa.Connection, theme: str, *, page: int = 1) -> Page[Item]:
    """What tells how a theme is going but counts for no result yet, the latest first."""
    return told(db, f"theme:{theme}", page)


def told(db: sa.Connection, bucket: str, page: int) -> Page[Item]:
    """What counts for this and tells how it is going."""
    wanted = [items.c.bucket == bucket, items.c.news_on.is_not(None)]
    return paged(db, items, wanted, (items.c.news_on.desc(), items.c.stream), page, shown)


def items_of(db: sa.Connection, result: str, kind: Kind, *, page: int = 1) -> Page[Item]:
    """The actions, activities, outcomes or lessons of a result: what is open first."""
    wanted = [items.c.bucket == f"result:{result}", items.c.kind == kind]
    return paged(db, items, wanted, (items.c.rank, items.c.stream), page, shown)


def shared(db: sa.Connection, *, page: int = 1) -> Page[Item]:
    """By-catch and lessons of all, the latest first."""
    order = (items.c.shared_on.desc(), items.c.stream)
    return paged(db, items, [items.c.shared_on.is_not(None)], order, page, shown)


def assessed(db: sa.Connection, result: str) -> list[Assessment]:
    """What groups said of a result, the latest first."""
    asked = (
        sa.select(assessments, names.c.name.label("group_name"))
        .outerjoin(names, names.c.stream == "group:" + assessments.c.group)
        .where(assessments.c.result == result)
        .order_by(assessments.c.position.desc())
    )
    found = db.execute(asked).mappings()
    return [Assessment(**{name: row[name] for name in Assessment.__annotations__}) for row in found]


def plan(
    db: sa.Connection, *, result: str | None = None, theme: str | None = None
) -> list[Planned]:
    """What the plan means to do, in its order: for a result, for a theme, or all of it."""
    asked = sa.select(planned, sa.func.coalesce(taken.c.agreed, 0).label("agreed")).outerjoin(
        taken, taken.c.planned == planned.c.planned
    )
    if theme is not None:
        asked = asked.where(planned.c.theme == theme)
    found = db.execute(asked.order_by(planned.c.position)).mappings()
    return [
        Planned(
            **{name: row[name] for name in ("planned", "theme", "statement", "parent", "kind")},
            partners=tuple(row["partners"]),
            results=tuple(row["results"]),
            horizon=row["horizon"],
            agreed=row["agreed"],
        )
        for row in found
        if result is None or result in row["results"]
    ]


def planned_names(db: sa.Connection) -> dict[str, str]:
    """What every action of the plan says, by key."""
    asked = sa.select(planned.c.planned, planned.c.statement).order_by(planned.c.position)
    return {row.planned: row.statement for row in db.execute(asked)}


def shown(row: dict[str, Any]) -> Item:
    """An item from its row."""
    item: Item = row["item"]
    return item
