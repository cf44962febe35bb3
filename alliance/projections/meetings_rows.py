"""Meetings: the rows that tell when a group meets, and what is on its agenda."""

from typing import Any

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.meetings import (
    AgendaLine,
    AgendaSent,
    AgendaSet,
    GuestsInvited,
    MeetingCancelled,
    MeetingCorrected,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.organisations import GroupFormed
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows, blank

LINE = AgendaLine.__struct_fields__

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
    sa.Column("link", sa.Text),
    sa.Column("status", sa.Text),
    sa.Column("reason", sa.Text),  # why it moved or will not be held
    sa.Column("moved_from", sa.Date),
    sa.Column("points", sa.Integer),  # how many stand on its agenda
    sa.Column("by", sa.Text),  # who planned it
    sa.Column("sent_on", sa.Date),  # when its agenda went out last
    sa.Column("sent", sa.Text),  # the digest of what was said then
    sa.Index("meetings_meetings_group", "group", "on"),
)
guests = sa.Table(  # who is asked to come and has no account
    "meetings_guests",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("organisations", sa.JSON),
    sa.Column("others", sa.Integer),
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
    sa.Column("presenter", sa.Text),
    sa.Column("confidential", sa.Boolean),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every meeting as it stands now, with its agenda."""
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
        case GuestsInvited(meeting=meeting, organisations=those, others=others):
            rows.put(guests, meeting=meeting, organisations=list(those), others=others)
        case MeetingCancelled(meeting=meeting, reason=reason):
            rows.change(meetings, meeting, status="afgezegd", reason=reason)
        case MeetingWithdrawn(meeting=meeting, reason=reason):
            rows.change(meetings, meeting, status="teruggenomen", reason=reason)
        case AgendaSet() as agenda:
            set_lines(rows, agenda)
        case AgendaSent(meeting=meeting, digest=digest):
            rows.change(meetings, meeting, sent_on=day_of(entry.at), sent=digest)


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
