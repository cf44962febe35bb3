"""Rounds: of which days the mail was done, and what the aanjager chose about a letter before it.

Also on which days an organisation was asked whether what stands about its offers is right.

A choice is about one recipient in one week and goes when that week has been.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from alliance.database import make_tables, writing

KEPT = timedelta(days=30)
ASKED_KEPT = timedelta(days=400)

tables = sa.MetaData()
rounds = sa.Table("mail_rounds", tables, sa.Column("day", sa.Date, primary_key=True))
told = sa.Table("mail_told", tables, sa.Column("position", sa.BigInteger, primary_key=True))
choices = sa.Table(
    "mail_choices",
    tables,
    sa.Column("recipient", sa.Text, primary_key=True),
    sa.Column("week", sa.Text, primary_key=True),  # 2026-W10
    sa.Column("day", sa.Date, nullable=False),  # on which it was chosen
    sa.Column("stopped", sa.Boolean, nullable=False, default=False),
    sa.Column("opening", sa.Text, nullable=False, default=""),
    sa.Column("joins", sa.Text, nullable=False, default=""),  # the recipient of the other letter
)
asks = sa.Table(
    "mail_asks",
    tables,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("day", sa.Date, primary_key=True),  # of the letter that asked
)

known = sa.Table(
    "mail_known",  # of a letter in the outbox: what it tells stays news until it leaves
    tables,
    sa.Column("recipient", sa.Text, primary_key=True),
    sa.Column("week", sa.Text, primary_key=True),
    sa.Column("carrier", sa.Text, nullable=False),  # to whom the letter is that it goes along in
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),  # the last entry that was known
)


@dataclass(frozen=True)
class Choice:
    """What the aanjager chose about a letter that has not left yet."""

    stopped: bool = False
    opening: str = ""  # words instead of ours
    joins: str = ""  # goes along in the letter of this recipient


AS_IT_IS = Choice()


def create_tables(engine: sa.Engine) -> None:
    """Make the tables that are not there yet."""
    with writing(engine) as db:
        make_tables(db, tables)


def left_of(db: sa.Connection, monday: date, today: date) -> list[date]:
    """The days since Monday whose mail is still to be done; today alone in the first week."""
    done = set(db.scalars(sa.select(rounds.c.day)))
    first = monday if any(day < monday for day in done) else min(done, default=today)
    days = (first + timedelta(days=number) for number in range((today - first).days + 1))
    return [day for day in days if day not in done]


def is_done(db: sa.Connection, day: date) -> bool:
    """Whether everything of this day was put in the outbox."""
    return db.execute(sa.select(rounds.c.day).where(rounds.c.day == day)).first() is not None


def note_done(db: sa.Connection, day: date) -> None:
    """Remember that everything of this day was put in the outbox."""
    insert = (sqlite if db.dialect.name == "sqlite" else postgresql).insert(rounds)
    db.execute(insert.values(day=day).on_conflict_do_nothing())


def read_up_to(db: sa.Connection) -> int | None:
    """Up to which entry of the journal everyone was told what cannot wait; None at first."""
    return db.scalar(sa.select(told.c.position))


def note_read(db: sa.Connection, position: int) -> None:
    """Remember up to which entry everyone was told."""
    db.execute(sa.delete(told))
    db.execute(sa.insert(told).values(position=position))


def choices_of(db: sa.Connection, week: str) -> dict[str, Choice]:
    """What was chosen about the letters of a week, by recipient."""
    names = Choice.__dataclass_fields__
    query = sa.select(choices.c.recipient, *(choices.c[name] for name in names))
    found = db.execute(query.where(choices.c.week == week))
    return {row.recipient: Choice(*row[1:]) for row in found}


def choose(db: sa.Connection, recipient: str, week: str, today: date, **news: bool | str) -> None:
    """Remember what was chosen about one letter; what is not named stays as it was."""
    insert = (sqlite if db.dialect.name == "sqlite" else postgresql).insert(choices)
    same: Mapping[str, Any] = {"recipient": recipient, "week": week, "day": today}
    kept = insert.values(**same, **news)
    db.execute(kept.on_conflict_do_update(index_elements=["recipient", "week"], set_=dict(news)))


def note_asked(db: sa.Connection, organisation: str, day: date) -> None:
    """Remember that a letter asks an organisation about its offers."""
    insert = (sqlite if db.dialect.name == "sqlite" else postgresql).insert(asks)
    asked = insert.values(organisation=organisation, day=day)
    db.execute(asked.on_conflict_do_nothing())


def asked(db: sa.Connection) -> dict[str, tuple[date, ...]]:
    """The days on which a letter asked each organisation about its offers, the first in front."""
    found: dict[str, tuple[date, ...]] = {}
    for key, day in db.execute(sa.select(asks).order_by(asks.c.day)):
        found[key] = (*found.get(key, ()), day)
    return found


def note_known(
    db: sa.Connection, recipient: str, week: str, today: date, *, carrier: str, position: int
) -> None:
    """Remember what a letter of a week knew, for each whose share goes along in it."""
    same = {"recipient": recipient, "week": week}
    db.execute(sa.delete(known).filter_by(**same))
    news = {"carrier": carrier, "day": today, "position": position}
    db.execute(sa.insert(known), same | news)


def knew(db: sa.Connection, recipient: str, week: str) -> int:
    """Up to which entry the letter knew that was made for a recipient this week; 0 without one."""
    query = sa.select(known.c.position).where(known.c.recipient == recipient)
    return db.scalar(query.where(known.c.week == week)) or 0


def known_by(db: sa.Connection, week: str, carrier: str) -> dict[str, int]:
    """Who hears by the letter of a week to this recipient, and up to where that knew."""
    query = sa.select(known.c.recipient, known.c.position)
    found = db.execute(query.where(known.c.week == week, known.c.carrier == carrier))
    return {row.recipient: row.position for row in found}


def forget(db: sa.Connection, recipient: str) -> None:
    """Remove what was chosen about letters to a recipient, or to go along with one."""
    for table, other in ((choices, choices.c.joins), (known, known.c.carrier)):
        mine = sa.or_(table.c.recipient == recipient, other == recipient)
        db.execute(sa.delete(table).where(mine))


def sweep(db: sa.Connection, today: date) -> None:
    """Forget what is of more than thirty days ago; the last round always stays."""
    last = sa.select(sa.func.max(rounds.c.day)).scalar_subquery()
    db.execute(sa.delete(rounds).where(rounds.c.day < today - KEPT, rounds.c.day < last))
    for table in (choices, known):
        db.execute(sa.delete(table).where(table.c.day < today - KEPT))
    db.execute(sa.delete(asks).where(asks.c.day < today - ASKED_KEPT))
