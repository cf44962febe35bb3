"""What was raised for a group, or passed on to it, and it did not speak of yet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from alliance.projections.agenda_points import AT_MOST
from alliance.projections.agenda_tables import meetings, raised, sides

NAMES = ("item", "title", "reason", "about", "raised_on", "group")
ON_AGENDA = sa.case((sides.c.item.is_(None), raised.c.meeting), else_=sides.c.meeting)
"""On whose agenda it was set: of the group it was raised for, or of the one it was passed on to."""


@dataclass(frozen=True)
class Waiting:
    """One item that a group still has to speak of."""

    item: str
    title: str
    reason: str | None
    about: str | None
    raised_on: date
    by: str  # the group it was raised for; another one when that passed it on


def waiting(db: sa.Connection, group: str, today: date) -> list[Waiting]:
    """What waits for a group, also when it stands on an agenda of today or later."""
    later = sa.or_(ON_AGENDA.is_(None), meetings.c.on >= today)
    ordered = items(group).where(later).order_by(raised.c.raised_on, raised.c.item)
    return [Waiting(*row) for row in db.execute(ordered.limit(AT_MOST))]


def one(db: sa.Connection, group: str, item: str) -> Waiting | None:
    """One item that was ever raised for a group or passed on to it; None for any other."""
    row = db.execute(items(group).where(raised.c.item == item)).first()
    return Waiting(*row) if row else None


def items(group: str) -> sa.Select[Any]:
    """All items of a group: its own, and those that another group passed on to it."""
    other = sa.and_(sides.c.item == raised.c.item, sides.c.group == group)
    return (
        sa.select(*(raised.c[name] for name in NAMES))
        .outerjoin(sides, other)
        .outerjoin(meetings, meetings.c.meeting == ON_AGENDA)
        .where(sa.or_(raised.c.group == group, sides.c.item.is_not(None)))
    )
