"""Which meetings of these groups belong in a calendar, also those that were called off?"""

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa

from alliance.projections.meetings import Meeting, among, maker
from alliance.projections.meetings_rows import PROJECTION as PROJECTION
from alliance.projections.meetings_rows import meetings


def since(db: sa.Connection, first: date, of: Collection[str]) -> list[Meeting]:
    """Every meeting of these groups from a day on that was not taken back, the first one first."""
    query = sa.select(meetings).where(meetings.c.on >= first, *among(of))
    make = maker(db)
    order = (meetings.c.on, meetings.c.start, meetings.c.meeting)
    return [make(dict(row)) for row in db.execute(query.order_by(*order)).mappings()]
