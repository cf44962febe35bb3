"""Who says to come to a meeting, who was there, and when was someone there for the last time?

Nobody is counted: what one person came to is asked for that person only.
"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.events.attendance import AttendanceAnnounced, AttendanceRecorded, Presence, Said
from alliance.events.meetings import (
    MeetingCancelled,
    MeetingFacts,
    MeetingMoved,
    MeetingWithdrawn,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
meetings = sa.Table(
    "attendance_meetings",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("group", sa.Text),
    sa.Column("on", sa.Date),
    sa.Column("stands", sa.Boolean),
)
said = sa.Table(
    "attendance_said",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("who", sa.Text, primary_key=True),  # member:<key>, or organisation:<key> of a guest
    sa.Column("member", sa.Text, index=True),
    sa.Column("on_behalf_of", sa.Text),
    sa.Column("comes", sa.Boolean),  # what was said beforehand; None: nothing
    sa.Column("presence", sa.Text),  # what was recorded; None: nothing
    sa.Column("position", sa.BigInteger),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what was said last of everyone at a meeting."""
    match entry.event:
        case MeetingFacts() as facts:
            before = rows.get(meetings, facts.meeting) or {"stands": True}
            kept = {"group": facts.group, "on": facts.on, "stands": before["stands"]}
            rows.put(meetings, meeting=facts.meeting, **kept)
        case MeetingMoved(meeting=meeting, on=on):
            rows.change(meetings, meeting, on=on)
        case MeetingCancelled(meeting=meeting) | MeetingWithdrawn(meeting=meeting):
            rows.change(meetings, meeting, stands=False)
        case AttendanceAnnounced() as announced:
            keep(rows, entry, announced, comes=announced.answer == "ja")
        case AttendanceRecorded() as recorded:
            keep(rows, entry, recorded, presence=recorded.presence)


def keep(rows: Rows, entry: Entry, told: Said, **news: object) -> None:
    """Keep what was said now of someone beside what was said before."""
    behalf, member = told.on_behalf_of, told.member
    who = f"member:{member}" if member else f"organisation:{behalf}"
    before = rows.get(said, told.attendance, who) or {"position": entry.position}
    whose = {"meeting": told.attendance, "who": who, "member": member, "on_behalf_of": behalf}
    rows.put(said, **{**before, **whose, **news})


PROJECTION = Projection("attendance", tables, apply)


@dataclass(frozen=True)
class Attendance:
    """What is known of one person, or of the guest of an organisation, at a meeting."""

    member: str | None  # None: a guest
    on_behalf_of: str | None
    comes: bool | None = None
    presence: Presence | None = None

    @property
    def answer(self) -> str:
        """What was said beforehand: ja, nee, or nothing."""
        return "" if self.comes is None else "ja" if self.comes else "nee"


def of_meeting(db: sa.Connection, meeting: str) -> list[Attendance]:
    """Everyone of whom something was said, in the order in which it was first said."""
    names = Attendance.__dataclass_fields__
    asked = sa.select(*(said.c[name] for name in names)).where(said.c.meeting == meeting)
    found = db.execute(asked.order_by(said.c.position, said.c.who)).mappings()
    return [Attendance(**row) for row in found]


def answers(db: sa.Connection, meeting: str) -> dict[str, str]:
    """What was said beforehand of a meeting, ja or nee, by member:<key> or organisation:<key>."""
    asked = sa.select(said.c.who, said.c.comes).where(said.c.meeting == meeting)
    found = db.execute(asked.where(said.c.comes.is_not(None)))
    return {who: "ja" if comes else "nee" for who, comes in found}


def last_attended(db: sa.Connection, member: str, group: str, before: date) -> date | None:
    """The day of the last meeting of a group at which a member was, for that member only."""
    asked = (
        sa.select(sa.func.max(meetings.c.on))
        .join(said, said.c.meeting == meetings.c.meeting)
        .where(
            said.c.member == member,
            said.c.presence == "aanwezig",
            meetings.c.group == group,
            meetings.c.stands,
            meetings.c.on < before,
        )
    )
    found: date | None = db.scalar(asked)
    return found


def attended(db: sa.Connection, member: str, since: date, until: date) -> tuple[str, ...]:
    """The meetings between two days at which a member was, for that member only."""
    asked = (
        sa.select(meetings.c.meeting)
        .join(said, said.c.meeting == meetings.c.meeting)
        .where(
            said.c.member == member,
            said.c.presence == "aanwezig",
            meetings.c.stands,
            meetings.c.on.between(since, until),
        )
    )
    return tuple(db.scalars(asked.order_by(meetings.c.on, meetings.c.meeting)))
