"""What a group passed on to another: one item on both agendas, and what one side decides."""

import sqlalchemy as sa

from alliance.dutch import day
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_points import AT_MOST, LOOK_BACK, ONCE, Point, own_first, titled
from alliance.projections.agenda_rows import RAISED
from alliance.projections.agenda_tables import decisions, groups, raised, sides
from alliance.projections.base import Row

BACK = "back:"
"""How the key of a point begins that tells what the other side decided."""


def side_points(db: sa.Connection, for_: Occasion) -> list[Point]:
    """Items that another group passed on to this one, and what others decided about shared ones."""
    named = sa.select(*raised.c, sides.c.forwarded_on, groups.c.name.label("passed_by")).join_from(
        sides, raised, raised.c.item == sides.c.item
    )
    mine = named.join(groups, groups.c.group == raised.c.group).where(
        sides.c.group == for_.group,
        sa.or_(sides.c.meeting.is_(None), sides.c.meeting == (for_.meeting or "")),
    )
    found = db.execute(mine.order_by(sides.c.forwarded_on, sides.c.item).limit(AT_MOST))
    return [
        *(passed(dict(row)) for row in found.mappings()),
        *(decided(dict(row)) for row in elsewhere(db, for_)),
    ]


def elsewhere(db: sa.Connection, for_: Occasion) -> list[sa.RowMapping]:
    """Decisions of another group, since this one met, about an item that the two share."""
    key = sa.literal(RAISED) + raised.c.item
    shared = (
        sa.select(decisions, raised.c.title, groups.c.name)
        .join(raised, decisions.c.about == key)
        .join(sides, sides.c.item == raised.c.item)
        .join(groups, groups.c.group == decisions.c.group)
        .where(
            decisions.c.group != for_.group,
            decisions.c.taken_on >= (for_.last or for_.today - LOOK_BACK),
            sa.or_(raised.c.group == for_.group, sides.c.group == for_.group),
        )
        .distinct()
    )
    ordered = shared.order_by(decisions.c.taken_on.desc(), decisions.c.decision).limit(AT_MOST)
    return [*db.execute(ordered).mappings()]


def passed(row: Row) -> Point:
    """An item of another group, as this group speaks of it."""
    return Point(
        key=f"{RAISED}{row['item']}",
        title=row["title"],
        kind=row["kind"],
        minutes=row["minutes"],
        reason=own_first(
            row["reason"], f"Doorgegeven door {row['passed_by']} op {day(row['forwarded_on'])}."
        ),
        priority=96,
        streams=(f"{RAISED}{row['item']}",),
        since=row["forwarded_on"],
    )


def decided(row: Row) -> Point:
    """What the other side decided about an item of both."""
    return Point(
        key=f"{BACK}{row['decision']}",
        title=titled(f"{row['name']} besloot: {row['statement']}"),
        kind="ter_informatie",
        minutes=5,
        reason=f"Dit gaat over een punt van jullie beide: {row['title']}",
        priority=87,
        streams=(f"decision:{row['decision']}",),
        since=row["taken_on"],
        rests=ONCE,
    )
