"""When does which group meet, what stood on the agenda, and what was decided?"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal

import sqlalchemy as sa

from alliance import dutch
from alliance.events.meetings import (
    AgendaLine,
    AgendaSet,
    DecisionTaken,
    MeetingCancelled,
    MeetingCorrected,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.organisations import GroupFormed
from alliance.journal import Entry
from alliance.projections.base import Projection, Row, Rows, blank
from alliance.projections.paging import Page, paged

LINE = AgendaLine.__struct_fields__
Status = Literal["gepland", "afgezegd", "teruggenomen"]

tables = sa.MetaData()
groups = sa.Table(
    "meetings_groups",
    tables,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("kind", sa.Text),
)
meetings = sa.Table(
    "meetings_meetings",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("group", sa.Text),
    sa.Column("on", sa.Date, index=True),
    sa.Column("start", sa.Time),
    sa.Column("minutes", sa.Integer),
    sa.Column("place", sa.Text),
    sa.Column("status", sa.Text),
    sa.Column("reason", sa.Text),  # why it moved or will not be held
    sa.Column("moved_from", sa.Date),
    sa.Column("points", sa.Integer),  # how many stand on its agenda
    sa.Column("by", sa.Text),  # who planned it
    sa.Index("meetings_meetings_group", "group", "on"),
)
lines = sa.Table(
    "meetings_lines",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("key", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("minutes", sa.Integer),
    sa.Column("reason", sa.Text),
)
decisions = sa.Table(
    "meetings_decisions",
    tables,
    sa.Column("decision", sa.Text, primary_key=True),
    sa.Column("meeting", sa.Text, index=True),
    sa.Column("group", sa.Text, index=True),
    sa.Column("on", sa.Date),
    sa.Column("statement", sa.Text),
    sa.Column("about", sa.Text),
    sa.Column("review_on", sa.Date),
    sa.Column("position", sa.BigInteger),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every meeting as it stands now, its agenda and its decisions."""
    match entry.event:
        case GroupFormed() as formed:
            rows.put(groups, group=formed.group, name=formed.name, kind=formed.kind)
        case MeetingPlanned() as planned:
            fresh = {"status": "gepland", "points": 0, "by": entry.by}
            rows.put(meetings, **facts(planned), **fresh)
        case MeetingCorrected() as corrected:
            rows.change(meetings, corrected.meeting, **facts(corrected))
        case MeetingMoved() as moved:
            move(rows, moved)
        case MeetingCancelled(meeting=meeting, reason=reason):
            rows.change(meetings, meeting, status="afgezegd", reason=reason)
        case MeetingWithdrawn(meeting=meeting, reason=reason):
            rows.change(meetings, meeting, status="teruggenomen", reason=reason)
        case AgendaSet() as agenda:
            set_lines(rows, agenda)
        case DecisionTaken() as taken:
            keep_decision(rows, taken, entry.position)


def facts(said: MeetingPlanned | MeetingCorrected) -> dict[str, Any]:
    """What a meeting says, as columns."""
    return {name: getattr(said, name) for name in said.__struct_fields__}


def move(rows: Rows, moved: MeetingMoved) -> None:
    """Keep the new moment, and the day it was moved from; without a time the hour stays."""
    row = rows.get(meetings, moved.meeting) or blank(meetings)
    rows.change(
        meetings,
        moved.meeting,
        on=moved.on,
        start=moved.start or row["start"],
        moved_from=row["on"],
        reason=moved.reason,
    )


def keep_decision(rows: Rows, taken: DecisionTaken, position: int) -> None:
    """Keep a decision with the day of its meeting."""
    meeting = rows.get(meetings, taken.meeting) or blank(meetings)
    said = {name: getattr(taken, name) for name in taken.__struct_fields__}
    rows.put(decisions, **said, on=meeting["on"], position=position)


def set_lines(rows: Rows, agenda: AgendaSet) -> None:
    """Put these lines in the place of what was set before."""
    row = rows.get(meetings, agenda.meeting) or blank(meetings)
    for number in range(len(agenda.lines) + 1, (row["points"] or 0) + 1):
        rows.drop(lines, agenda.meeting, number)
    for number, line in enumerate(agenda.lines, start=1):
        said = {name: getattr(line, name) for name in LINE}
        rows.put(lines, meeting=agenda.meeting, number=number, **said)
    rows.change(meetings, agenda.meeting, points=len(agenda.lines))


PROJECTION = Projection("meetings", tables, apply)


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
    status: Status
    reason: str | None
    moved_from: date | None
    points: int
    by: str


@dataclass(frozen=True)
class Decision:
    """What a group decided, and in which meeting."""

    decision: str
    meeting: str
    group: str
    on: date  # of the meeting, as it was when the decision was written down
    statement: str
    about: str | None
    review_on: date | None


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


def decisions_of(
    db: sa.Connection, *, meeting: str | None = None, group: str | None = None, page: int = 1
) -> Page[Decision]:
    """What was decided, the last first: in one meeting, by one group, or by all."""
    wanted = [decisions.c.meeting == meeting] if meeting else []
    wanted += [decisions.c.group == group] if group else []
    return paged(db, decisions, wanted, (decisions.c.position.desc(),), page, decided)


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


def decided(row: Row) -> Decision:
    """A decision from its row."""
    return Decision(**{name: row[name] for name in Decision.__annotations__})
