"""When does which group meet, and what stood on the agenda?"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

import sqlalchemy as sa

from alliance import dutch
from alliance.events.meetings import AgendaLine
from alliance.projections.base import Row
from alliance.projections.meetings_rows import LINE, groups, lines, meetings
from alliance.projections.meetings_rows import PROJECTION as PROJECTION
from alliance.projections.paging import Page, paged

Status = Literal["gepland", "afgezegd", "teruggenomen"]


@dataclass(frozen=True)
class Meeting:
    """One meeting as it stands now."""

    meeting: str
    group: str
    group_name: str
    group_kind: str
    on: date
    start: time | None
    minutes: int
    place: str | None
    link: str | None
    status: Status
    reason: str | None
    moved_from: date | None
    points: int
    by: str
    sent_on: date | None  # when its agenda went out last
    sent: str | None  # the digest of what was said then


def coming(
    db: sa.Connection, today: date, *, of: Collection[str] | None = None, page: int = 1
) -> Page[Meeting]:
    """Meetings from today on, cancelled ones too, the first one first; `of` names the groups."""
    order = (meetings.c.on, meetings.c.start, meetings.c.meeting)
    return paged(db, meetings, [meetings.c.on >= today, *among(of)], order, page, maker(db))


def past(
    db: sa.Connection, today: date, *, of: Collection[str] | None = None, page: int = 1
) -> Page[Meeting]:
    """Meetings before today, the last one first; `of` names the groups."""
    order = (meetings.c.on.desc(), meetings.c.meeting)
    return paged(db, meetings, [meetings.c.on < today, *among(of)], order, page, maker(db))


def next_of(db: sa.Connection, group: str, today: date) -> Meeting | None:
    """The first meeting of a group that stands, from today on."""
    asked = sa.select(meetings).where(
        meetings.c.group == group, meetings.c.on >= today, meetings.c.status == "gepland"
    )
    row = db.execute(asked.order_by(meetings.c.on, meetings.c.start).limit(1)).mappings().first()
    return maker(db)(dict(row)) if row else None


def one(db: sa.Connection, meeting: str) -> Meeting | None:
    """One meeting as it stands now, also when it was cancelled or taken back."""
    asked = sa.select(meetings).where(meetings.c.meeting == meeting)
    row = db.execute(asked).mappings().first()
    return maker(db)(dict(row)) if row else None


def title(db: sa.Connection, meeting: str) -> str | None:
    """What one meeting is called: its group and its day; None when there is no such meeting."""
    found = one(db, meeting)
    return f"{found.group_name}, {dutch.weekday(found.on)}" if found else None


def agenda_of(db: sa.Connection, meeting: str) -> list[AgendaLine]:
    """The agenda that was set for a meeting, in order; empty when none was."""
    asked = sa.select(lines).where(lines.c.meeting == meeting).order_by(lines.c.number)
    found = db.execute(asked).mappings()
    return [AgendaLine(**{name: row[name] for name in LINE}) for row in found]


def among(of: Collection[str] | None) -> list[sa.ColumnElement[bool]]:
    """What finds the meetings of these groups, or of all, that were not taken back."""
    stands = meetings.c.status != "teruggenomen"
    return [stands] if of is None else [stands, meetings.c.group.in_(list(of))]


def maker(db: sa.Connection) -> Callable[[Row], Meeting]:
    """Makes a meeting of its row, with the name of its group."""
    known = {group: (name, kind) for group, name, kind in db.execute(sa.select(groups))}

    def make(row: Row) -> Meeting:
        name, kind = known.get(row["group"], (row["group"], ""))
        facts = {field: row[field] for field in Meeting.__annotations__ if field in row}
        return Meeting(**facts, group_name=name, group_kind=kind)

    return make
