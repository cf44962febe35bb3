"""Preferences: how someone wants to hear from us, and when they last did. NOT events: erasable.

Kept per recipient: member:<key>, or organisation:<key> for a mailbox without a person behind it.
Who said nothing gets one mail a week on Thursday, or one a month while they never signed in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from alliance.database import make_tables, widen, writing
from alliance.recorder import as_text

Way = Literal["mail", "bellen", "niets"]
THURSDAY = 3
MAIL_DAYS = range(5)
"""Monday to Friday, as Python counts them."""

tables = sa.MetaData()
preferences = sa.Table(
    "preferences",
    tables,
    sa.Column("recipient", sa.Text, primary_key=True),
    sa.Column("way", sa.Text, nullable=False, default="mail"),
    sa.Column("day", sa.Integer, nullable=False, default=THURSDAY),
    sa.Column("reminders", sa.Boolean, nullable=False, default=False),
    sa.Column("signs_in", sa.Boolean, nullable=False, default=False),
    sa.Column("feed", sa.Integer, nullable=False, server_default="0"),  # renewed so many times
    sa.Column("mailed_on", sa.Date),  # the last time that everything was put in one mail
    sa.Column("told_on", sa.Date),  # when a mail that left said where we have the address from
    sa.Column("heard_on", sa.Date),  # the last letter to who does not take part
    sa.Column("knew_up_to", sa.BigInteger),  # the last entry known in the last such mail that left
    sa.Column("called", sa.Text),  # the last moment that all there was, was said by phone
)


@dataclass(frozen=True)
class Preference:
    """How one recipient wants to hear from us."""

    way: Way = "mail"
    day: int = THURSDAY
    reminders: bool = False
    signs_in: bool = False
    feed: int = 0
    mailed_on: date | None = None
    told_on: date | None = None
    heard_on: date | None = None
    knew_up_to: int | None = None
    called: str | None = None


UNSAID = Preference()
_SHOWN = [preferences.c[name] for name in Preference.__dataclass_fields__]


def create_tables(engine: sa.Engine) -> None:
    """Make the table if it is not there yet, and what an older release did not keep."""
    with writing(engine) as db:
        make_tables(db, tables)
        widen(db, preferences)


def of(db: sa.Connection, recipient: str) -> Preference:
    """What one recipient prefers."""
    return everyone(db, [preferences.c.recipient == recipient]).get(recipient, UNSAID)


def everyone(
    db: sa.Connection, wanted: list[sa.ColumnElement[bool]] | None = None
) -> dict[str, Preference]:
    """What every recipient prefers who said so, or was mailed before."""
    query = sa.select(preferences.c.recipient, *_SHOWN).where(*(wanted or []))
    return {row.recipient: Preference(*row[1:]) for row in db.execute(query)}


def prefer(db: sa.Connection, recipient: str, *, way: Way, day: int, reminders: bool) -> None:
    """Remember how someone wants to hear from us."""
    _keep(db, recipient, {"way": way, "day": day, "reminders": reminders})


def note_sign_in(db: sa.Connection, member: str) -> None:
    """Remember that a member signs in: from now on there is a mail a week, not a month."""
    _keep(db, f"member:{member}", {"signs_in": True})


def renew_feed(db: sa.Connection, member: str) -> None:
    """Let the old address of someone's calendar end, and a new one begin."""
    recipient = f"member:{member}"
    _keep(db, recipient, {"feed": of(db, recipient).feed + 1})


def note_mailed(db: sa.Connection, recipient: str, on: date) -> None:
    """Remember the day of the mail with everything in it."""
    _keep(db, recipient, {"mailed_on": on})


def note_told(db: sa.Connection, recipient: str, on: date) -> None:
    """Remember that a mail that left said where we have the address from."""
    _keep(db, recipient, {"told_on": on})


def note_heard(db: sa.Connection, recipient: str, on: date) -> None:
    """Remember the day of the letter that goes to who does not take part."""
    _keep(db, recipient, {"heard_on": on})


def note_knew(db: sa.Connection, recipient: str, up_to: int) -> None:
    """Remember what a mail that left knew of: its news is not told again."""
    _keep(db, recipient, {"knew_up_to": up_to})


def note_called(db: sa.Connection, recipient: str, now: datetime) -> None:
    """Remember that someone who likes a call better was called."""
    _keep(db, recipient, {"called": as_text(now)})


def forget(db: sa.Connection, recipient: str) -> None:
    """Remove what a recipient prefers."""
    db.execute(sa.delete(preferences).where(preferences.c.recipient == recipient))


def _keep(db: sa.Connection, recipient: str, news: Mapping[str, Any]) -> None:
    insert = (sqlite if db.dialect.name == "sqlite" else postgresql).insert(preferences)
    kept = insert.values(recipient=recipient, **news)
    db.execute(kept.on_conflict_do_update(index_elements=["recipient"], set_=dict(news)))
