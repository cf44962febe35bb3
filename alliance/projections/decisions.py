"""What was decided, by which group, with which mandate, and when is it looked at again?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.events.meetings import (
    AgendaSet,
    DecisionCorrected,
    DecisionTaken,
    DecisionWithdrawn,
    Mandate,
    MeetingFacts,
    MeetingMoved,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Row, Rows, blank
from alliance.projections.paging import Page, paged

DECISION = "decision:"
"""How the key of an agenda point begins that is about a decision."""

tables = sa.MetaData()
meetings = sa.Table(
    "decisions_meetings",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("on", sa.Date),
    sa.Column("confidential", sa.JSON),  # the keys of its points that stay within the group
)
decisions = sa.Table(
    "decisions_decisions",
    tables,
    sa.Column("decision", sa.Text, primary_key=True),
    sa.Column("meeting", sa.Text, index=True),
    sa.Column("group", sa.Text),
    sa.Column("on", sa.Date),
    sa.Column("statement", sa.Text),
    sa.Column("about", sa.Text),
    sa.Column("review_on", sa.Date, index=True),
    sa.Column("mandate", sa.Text),
    sa.Column("confidential", sa.Boolean),
    sa.Column("reviewed_by", sa.Text),  # the later decision that looked at it again
    sa.Column("position", sa.BigInteger),
    sa.Index("decisions_decisions_group", "group", "position"),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every decision as it reads now, and which later one looked at it again."""
    match entry.event:
        case MeetingFacts(meeting=meeting, on=on) | MeetingMoved(meeting=meeting, on=on):
            before = rows.get(meetings, meeting) or blank(meetings)
            rows.put(meetings, **before | {"meeting": meeting, "on": on})
        case AgendaSet(meeting=meeting, lines=lines):
            closed = [line.key for line in lines if line.confidential]
            rows.change(meetings, meeting, confidential=closed)
        case DecisionTaken() as taken:
            keep(rows, taken, entry.position)
        case DecisionCorrected() as now:
            said = {"statement": now.statement, "review_on": now.review_on, "mandate": now.mandate}
            rows.change(decisions, now.decision, **said)
        case DecisionWithdrawn(decision=decision):
            row = rows.get(decisions, decision) or blank(decisions)
            rows.change(decisions, reviewed(row["about"]), reviewed_by=None)
            rows.drop(decisions, decision)


def keep(rows: Rows, taken: DecisionTaken, position: int) -> None:
    """Keep a decision with the day of its meeting; one about another is its review."""
    meeting = rows.get(meetings, taken.meeting) or blank(meetings)
    said = {name: getattr(taken, name) for name in taken.__struct_fields__}
    closed = taken.about is not None and taken.about in (meeting["confidential"] or ())
    rows.put(decisions, **said, on=meeting["on"], confidential=closed, position=position)
    rows.change(decisions, reviewed(taken.about), reviewed_by=taken.decision)


def reviewed(about: str | None) -> str:
    """The decision that another one is about; empty when it is about something else."""
    key = about or ""
    return key.removeprefix(DECISION) if key.startswith(DECISION) else ""


PROJECTION = Projection("decisions", tables, apply)


INSIDE = "Een besluit dat binnen de groep blijft"
"""What a confidential decision is called where anyone may read."""


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
    mandate: Mandate | None
    confidential: bool  # stays within the group
    reviewed_by: str | None


@dataclass(frozen=True)
class Filter:
    """Which decisions are asked for; `inside` names the groups of which one may read everything."""

    group: str | None = None
    mandate: str | None = None
    due: date | None = None  # to be looked at again by this day, and not yet done
    inside: Collection[str] | None = ()  # None: of all groups
    in_force: bool = False  # no later decision looked at it again


def listed(db: sa.Connection, wanted: Filter, page: int = 1) -> Page[Decision]:
    """What was decided, the last first; what has to be looked at again by its day."""
    c = decisions.c
    asked = [c.group == wanted.group] if wanted.group else []
    asked += [c.mandate == wanted.mandate] if wanted.mandate else []
    asked += [c.reviewed_by.is_(None)] if wanted.in_force else []
    if wanted.due:
        asked += [c.review_on <= wanted.due, c.reviewed_by.is_(None)]
    if wanted.inside is not None:
        asked += [sa.or_(sa.not_(c.confidential), c.group.in_(list(wanted.inside)))]
    order = (c.review_on, c.position) if wanted.due else (c.position.desc(),)
    return paged(db, decisions, asked, order, page, decided)


def open_between(db: sa.Connection, since: date, until: date) -> list[Decision]:
    """What was decided from one day up to another and stays within no group, the last first."""
    c = decisions.c
    asked = sa.select(decisions).where(c.on.between(since, until), sa.not_(c.confidential))
    return [*map(decided, db.execute(asked.order_by(c.position.desc())).mappings())]


def of_meeting(db: sa.Connection, meeting: str) -> list[Decision]:
    """What was decided in one meeting, in order."""
    asked = sa.select(decisions).where(decisions.c.meeting == meeting)
    return [*map(decided, db.execute(asked.order_by(decisions.c.position)).mappings())]


def one(db: sa.Connection, decision: str) -> Decision | None:
    """One decision as it reads now; None when it was taken back."""
    asked = sa.select(decisions).where(decisions.c.decision == decision)
    row = db.execute(asked).mappings().first()
    return decided(row) if row else None


def statement(db: sa.Connection, decision: str) -> str | None:
    """What one decision says, to anyone: of a confidential one only that it stays in its group."""
    found = one(db, decision)
    return (INSIDE if found.confidential else found.statement) if found else None


def decided(row: Row | sa.RowMapping) -> Decision:
    """A decision from its row."""
    return Decision(**{name: row[name] for name in Decision.__annotations__})
