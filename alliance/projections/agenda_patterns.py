"""Signals from the wijk on an agenda: what waits for a group, and what became of what it saw."""

import sqlalchemy as sa

from alliance.dutch import day
from alliance.projections.agenda_occasion import Occasion, areas_of, overlap
from alliance.projections.agenda_points import AT_MOST, LOOK_BACK, ONCE, Point, titled
from alliance.projections.agenda_tables import groups, patterns
from alliance.projections.base import Row

PATTERN, TOLD = "pattern:", "seen:"
"""How the keys of points about a signal, and about its answer, begin."""
CORE = "kerngroep"


def pattern_points(db: sa.Connection, for_: Occasion) -> list[Point]:
    """Signals that this group must answer, and what others did with those that it gave."""
    asked = sa.select(patterns, groups.c.name).outerjoin(groups, groups.c.group == patterns.c.group)
    waits = asked.where(patterns.c.answer.is_(None)).order_by(
        patterns.c.raised_on, patterns.c.pattern
    )
    found = [dict(row) for row in db.execute(waits).mappings()]
    mine = [row for row in found if for_.group in concerned(db, row["theme"], row["area"])]
    told = (
        sa.select(patterns, groups.c.name)
        .outerjoin(groups, groups.c.group == patterns.c.by)
        .where(
            patterns.c.group == for_.group,
            patterns.c.by != for_.group,
            patterns.c.answered_on >= (for_.last or for_.today - LOOK_BACK),
        )
    )
    ordered = told.order_by(patterns.c.answered_on, patterns.c.pattern).limit(AT_MOST)
    return [
        *(waiting_point(row, for_) for row in mine[:AT_MOST]),
        *(answered_point(dict(row)) for row in db.execute(ordered).mappings()),
    ]


def concerned(db: sa.Connection, theme: str | None, area: str | None) -> list[str]:
    """The groups whose theme or gebied a signal is about; without any, the core group."""
    every = [
        (row["group"], row["kind"], row["theme"], areas_of(db, row["gebied"]))
        for row in db.execute(sa.select(groups).order_by(groups.c.group)).mappings()
    ]
    found = [
        group
        for group, _, its_theme, areas in every
        if (theme is not None and theme == its_theme)
        or (area is not None and any(overlap(area, own) for own in areas))
    ]
    return found or [group for group, kind, _, _ in every if kind == CORE]


def waiting_point(row: Row, for_: Occasion) -> Point:
    """A signal that waits: what do we do with it?"""
    who = "Jullie gaven" if row["group"] == for_.group else f"{row['name'] or 'Een lid'} gaf"
    return Point(
        key=f"{PATTERN}{row['pattern']}",
        title=titled(f"Signaal uit de wijk: {row['statement']}"),
        kind="bespreken",
        minutes=10,
        reason=(
            f"{who} dit signaal op {day(row['raised_on'])}. Wat doen jullie ermee? Het wacht nog op"
            " een antwoord."
        ),
        priority=78,
        streams=(f"{PATTERN}{row['pattern']}",),
        since=row["raised_on"],
    )


def answered_point(row: Row) -> Point:
    """What another group does with what this one saw."""
    return Point(
        key=f"{TOLD}{row['pattern']}",
        title=titled(f"Dit gebeurt er met jullie signaal: {row['statement']}"),
        kind="ter_informatie",
        minutes=5,
        reason=f"{row['answer']} ({row['name']})",
        priority=77,
        streams=(f"{PATTERN}{row['pattern']}",),
        since=row["answered_on"],
        rests=ONCE,
    )
