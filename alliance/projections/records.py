"""What was recorded in a meeting, point by point, and were its minutes approved?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.actions import ActionFacts, ActionWithdrawn
from alliance.events.advice import AdviceGiven, AdviceWithdrawn
from alliance.events.meetings import DecisionCorrected, DecisionTaken, DecisionWithdrawn
from alliance.events.outcomes import OutcomeFacts, OutcomeWithdrawn
from alliance.events.patterns import PatternRaised, PatternWithdrawn
from alliance.events.records import (
    MinutesApproved,
    NoteTaken,
    NoteWithdrawn,
    PointRecorded,
    RecordKind,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Row, Rows

tables = sa.MetaData()
lines = sa.Table(
    "records_lines",
    tables,
    sa.Column("of", sa.Text, primary_key=True),  # the stream of it, or the key of a note
    sa.Column("meeting", sa.Text, index=True),
    sa.Column("kind", sa.Text),
    sa.Column("about", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("organisation", sa.Text),  # who does it
    sa.Column("day", sa.Date),  # before when, or when it is looked at again
    sa.Column("mandate", sa.Text),
    sa.Column("position", sa.BigInteger),
)
approvals = sa.Table(
    "records_approvals",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("on", sa.Date),
    sa.Column("approved_in", sa.Text),
    sa.Column("digest", sa.Text),
)
KINDS: dict[str, RecordKind] = {
    "decision": "besluit",
    "action": "afspraak",
    "advice": "advies",
    "pattern": "signaal",
    "outcome": "opbrengst",
    "note": "notitie",
}
"""What each kind of stream is called in the minutes."""


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what stands in the minutes of each meeting as it was recorded."""
    match entry.event:
        case PointRecorded() as said:
            begin(rows, said.of, said.record, entry.position, about=said.about)
        case NoteTaken() as said:
            of = f"note:{said.note}"
            begin(rows, of, said.record, entry.position, about=said.about)
            rows.change(lines, of, statement=said.statement)
        case DecisionTaken() | ActionFacts() | OutcomeFacts() | AdviceGiven() as said:
            keep(rows, entry, said_of(said))
        case PatternRaised() | DecisionCorrected() as said:
            keep(rows, entry, said_of(said))
        case NoteWithdrawn(note=note):
            rows.drop(lines, f"note:{note}")
        case ActionWithdrawn() | AdviceWithdrawn() | DecisionWithdrawn() as gone:
            rows.drop(lines, gone.stream)
        case OutcomeWithdrawn() | PatternWithdrawn() as gone:
            rows.drop(lines, gone.stream)
        case MinutesApproved() as said:
            approved = {"approved_in": said.approved_in, "digest": said.digest}
            rows.put(approvals, meeting=said.record, on=day_of(entry.at), **approved)


def begin(rows: Rows, of: str, meeting: str, position: int, **news: Any) -> None:
    """A line of the minutes of a meeting, of which the rest follows."""
    kind = KINDS[of.partition(":")[0]]
    rows.put(lines, of=of, meeting=meeting, kind=kind, position=position, **news)


def keep(rows: Rows, entry: Entry, news: Row) -> None:
    """What it says; what was recorded in no meeting stands in no minutes."""
    of, meeting = entry.stream, getattr(entry.event, "meeting", None)
    if meeting and rows.get(lines, of) is None:
        begin(rows, of, meeting, entry.position, about=getattr(entry.event, "about", None))
    rows.change(lines, of, **news)


def said_of(
    said: DecisionTaken
    | DecisionCorrected
    | ActionFacts
    | OutcomeFacts
    | AdviceGiven
    | PatternRaised,
) -> Row:
    """What a line of the minutes says of it."""
    match said:
        case DecisionTaken() | DecisionCorrected():
            return {"statement": said.statement, "day": said.review_on, "mandate": said.mandate}
        case ActionFacts():
            return {
                "statement": said.title,
                "organisation": said.organisation,
                "day": said.by_when,
            }
    return {"statement": said.statement}


PROJECTION = Projection("records", tables, apply)


@dataclass(frozen=True)
class Line:
    """One thing that was recorded in a meeting."""

    of: str
    kind: RecordKind
    about: str | None
    statement: str
    organisation: str | None
    day: date | None
    mandate: str | None

    @property
    def key(self) -> str:
        """The key of what it is."""
        return self.of.partition(":")[2]


@dataclass(frozen=True)
class Approval:
    """When minutes were approved, in which meeting, and their seal."""

    on: date
    approved_in: str | None
    digest: str


def of_meeting(db: sa.Connection, meeting: str) -> list[Line]:
    """Everything recorded in one meeting, in the order in which it was."""
    names = Line.__dataclass_fields__
    asked = sa.select(*(lines.c[name] for name in names)).where(lines.c.meeting == meeting)
    found = db.execute(asked.order_by(lines.c.position)).mappings()
    return [Line(**row) for row in found]


def approval(db: sa.Connection, meeting: str) -> Approval | None:
    """Whether and when the minutes of a meeting were approved."""
    names = Approval.__dataclass_fields__
    asked = sa.select(*(approvals.c[name] for name in names)).where(approvals.c.meeting == meeting)
    row = db.execute(asked).mappings().first()
    return Approval(**row) if row else None
