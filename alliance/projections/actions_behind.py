"""How many actions of each group are late, moved, dropped or not answered: for everyone to know?"""

from datetime import date, timedelta

import sqlalchemy as sa

from alliance.projections.action_rows import Behind as Behind
from alliance.projections.action_tables import ASKED, ASKED_LAST, UNDATED, actions
from alliance.projections.actions import PROJECTION as PROJECTION

YEAR = timedelta(days=365)


def behind(db: sa.Connection, today: date) -> tuple[Behind, ...]:
    """Per group what stays behind what was agreed; a group without any is left out."""
    c = actions.c
    late = c.by_when < today
    moved = sa.and_(c.moved > 0, sa.or_(c.by_when.is_(None), c.by_when >= today))
    number = sa.func.count
    still_open = sa.select(c.group, number().filter(late), number().filter(moved))
    still_open = still_open.where(c.rank <= UNDATED).group_by(c.group)
    dropped = sa.select(c.group, number()).group_by(c.group)
    dropped = dropped.where(c.status == "niet_doorgegaan", c.ended_on >= today - YEAR)
    asked = sa.select(c.group, number()).group_by(c.group)
    asked = asked.where(c.rank.between(ASKED, ASKED_LAST), c.organisation.is_not(None))
    lately: dict[str | None, int] = dict(map(tuple, db.execute(dropped)))
    silent: dict[str | None, int] = dict(map(tuple, db.execute(asked)))
    still = {group: (late, moved) for group, late, moved in db.execute(still_open)}
    groups = sorted({*lately, *still, *silent}, key=lambda group: (group is None, group))
    found = (
        Behind(one, *still.get(one, (0, 0)), lately.get(one, 0), silent.get(one, 0))
        for one in groups
    )
    return tuple(one for one in found if one.late or one.moved or one.dropped or one.waiting)
