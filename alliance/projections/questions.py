"""Which questions did an import leave for the aanjager?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from alliance.events.sources import ImportQuestionAnswered, ImportQuestionRaised
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
questions = sa.Table(
    "questions_question",
    tables,
    sa.Column("question", sa.Text, primary_key=True),
    sa.Column("item", sa.Text, nullable=False),
    sa.Column("difference", sa.Text, nullable=False),
    sa.Column("raised", sa.BigInteger, nullable=False),
    sa.Column("raised_at", sa.Text, nullable=False),
    sa.Column("answered_at", sa.Text, index=True),
)


@dataclass(frozen=True)
class Question:
    """A difference between a file and what members made of it."""

    question: str
    item: str  # the stream it is about
    difference: str
    raised: int  # the position at which it was asked
    raised_at: datetime
    answered_at: datetime | None


def apply(rows: Rows, entry: Entry) -> None:
    """What one entry changes."""
    match entry.event:
        case ImportQuestionRaised() as event:
            rows.put(
                questions,
                question=event.question,
                item=event.item,
                difference=event.difference,
                raised=entry.position,
                raised_at=entry.at.isoformat(),
            )
        case ImportQuestionAnswered() as event:
            rows.change(questions, event.question, answered_at=entry.at.isoformat())


PROJECTION = Projection("questions", tables, apply)


def unanswered(db: sa.Connection, limit: int = 50) -> list[Question]:
    """The questions that wait for an answer, oldest first."""
    waiting = questions.c.answered_at.is_(None)
    query = sa.select(questions).where(waiting).order_by(questions.c.raised).limit(limit)
    return [_question(row) for row in db.execute(query)]


def how_many(db: sa.Connection) -> int:
    """How many questions wait for an answer."""
    waiting = sa.select(sa.func.count()).where(questions.c.answered_at.is_(None))
    return db.execute(waiting).scalar_one()


def question(db: sa.Connection, key: str) -> Question | None:
    """One question, answered or not; None when there is none."""
    row = db.execute(sa.select(questions).where(questions.c.question == key)).first()
    return _question(row) if row else None


def _question(row: sa.Row[Any]) -> Question:
    return Question(
        question=row.question,
        item=row.item,
        difference=row.difference,
        raised=row.raised,
        raised_at=datetime.fromisoformat(row.raised_at),
        answered_at=datetime.fromisoformat(row.answered_at) if row.answered_at else None,
    )
