"""What was said of actions that whoever does them, or asked for them, did not say themselves?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.events.actions import Via
from alliance.projections.action_filters import to_tell
from alliance.projections.action_rows import SOON
from alliance.projections.action_tables import actions, asks
from alliance.projections.actions import PROJECTION as PROJECTION

WHOSE = ("action", "title", "author", "owner", "organisation")


@dataclass(frozen=True)
class Noted:
    """The last answer to an action, which someone else wrote down."""

    action: str
    title: str
    author: str
    owner: str | None
    organisation: str | None
    answer: str  # its stored name
    via: Via
    noted_by: str
    on: date
    at: int  # the position of the entry


@dataclass(frozen=True)
class Told:
    """What whoever took a question heard came of it."""

    action: str
    title: str
    author: str
    owner: str | None
    organisation: str | None
    told: str
    on: date
    at: int  # the position of the entry


@dataclass(frozen=True)
class Taken:
    """A question that someone took, of which they did not hear yet what came of it."""

    action: str
    title: str
    asker: str
    organisation: str | None
    taken_on: date

    @property
    def tell_by(self) -> date:
        """By when they hear it."""
        return self.taken_on + SOON


def noted(db: sa.Connection, since: date) -> tuple[Noted, ...]:
    """Every last answer from a day on that someone else wrote down, in that order."""
    c = actions.c
    said = (c.answer, c.via, c.noted_by, c.news_on.label("on"), c.answered_at.label("at"))
    query = sa.select(*(c[name] for name in WHOSE), *said)
    asked = (c.via.is_not(None), c.status != "teruggenomen", c.news_on >= since)
    found = db.execute(query.where(*asked).order_by(c.answered_at)).mappings()
    return tuple(Noted(**row) for row in found)


def told(db: sa.Connection, since: date) -> tuple[Told, ...]:
    """What was told from a day on to whoever took a question, in that order."""
    said = (asks.c.told, asks.c.told_on.label("on"), asks.c.told_at.label("at"))
    query = sa.select(*(actions.c[name] for name in WHOSE), *said)
    query = query.join_from(asks, actions, asks.c.action == actions.c.action)
    found = db.execute(query.where(asks.c.told_on >= since).order_by(asks.c.told_at)).mappings()
    return tuple(Told(**row) for row in found)


def taken(db: sa.Connection) -> tuple[Taken, ...]:
    """What someone took and did not hear of yet, whatever must be told first in front."""
    c = actions.c
    query = sa.select(c.action, c.title, c.asker, c.organisation, asks.c.taken_on)
    query = query.join_from(asks, actions, asks.c.action == c.action)
    query = query.where(to_tell(), c.asker.is_not(None))
    found = db.execute(query.order_by(asks.c.taken_on, c.action)).mappings()
    return tuple(Taken(**row) for row in found)
