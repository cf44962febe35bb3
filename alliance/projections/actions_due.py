"""Which open actions have their day before a moment, of whoever they are?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.dutch import day
from alliance.events.actions import Backing
from alliance.projections.action_filters import WAITING, silent
from alliance.projections.action_rows import SILENT
from alliance.projections.action_tables import ASKED, ASKED_LAST, UNDATED, actions, asks
from alliance.projections.actions import PROJECTION as PROJECTION


@dataclass(frozen=True)
class Due:
    """An open action with a day, and who may answer for it."""

    action: str
    title: str
    by_when: date
    author: str
    owner: str | None
    organisation: str | None
    via: str | None  # how the last answer came, when someone else wrote it down
    news_on: date | None  # when someone last said something of it


_SHOWN = [actions.c[name] for name in Due.__dataclass_fields__]


@dataclass(frozen=True)
class Question:
    """Something that was asked by name and waits for an answer."""

    action: str
    title: str
    by_when: date | None
    author: str
    owner: str | None
    organisation: str | None
    asker: str | None
    group: str | None
    via: str | None  # how the last answer came, when someone else wrote it down
    news_on: date | None  # when someone last said something of it
    status: str
    answer_by: date | None  # whoever was asked talks it over first, until then
    backing: Backing | None  # what their manager says
    limit: str | None


@dataclass(frozen=True)
class Silent:
    """An agreement of which nobody heard for long, while its day is still to come."""

    action: str
    title: str
    author: str
    owner: str | None
    organisation: str | None
    by_when: date | None
    news_on: date

    @property
    def why(self) -> str:
        """What is asked about, in a sentence."""
        return f"Hier hoorden we niets van sinds {day(self.news_on)}."


def silent_ones(db: sa.Connection, today: date) -> tuple[Silent, ...]:
    """Every agreement of which nobody heard for so long that whoever does it is asked."""
    names = [actions.c[name] for name in Silent.__dataclass_fields__]
    query = sa.select(*names).where(silent(today, SILENT)).order_by(actions.c.news_on)
    return tuple(Silent(**row) for row in db.execute(query).mappings())


def due(db: sa.Connection, until: date) -> tuple[Due, ...]:
    """Every open action whose day is not after this one, the earliest first."""
    query = sa.select(*_SHOWN)
    early = (actions.c.rank <= until.toordinal(), actions.c.rank < UNDATED)
    query = query.where(*early).order_by(actions.c.rank, actions.c.action)
    return tuple(Due(**row) for row in db.execute(query).mappings())


def questions(db: sa.Connection) -> tuple[Question, ...]:
    """Every question that waits for who was asked by name, the one that waits longest first."""
    c = actions.c
    said = ("answer_by", "backing", "limit")
    names = [name for name in Question.__dataclass_fields__ if name not in said]
    query = sa.select(*(c[name] for name in names), *(asks.c[name] for name in said))
    query = query.outerjoin_from(actions, asks, asks.c.action == c.action)
    by_name = sa.or_(c.owner.is_not(None), c.organisation.is_not(None))
    waits = (c.rank.between(ASKED, ASKED_LAST), c.status.in_(WAITING), by_name)
    found = db.execute(query.where(*waits).order_by(c.rank, c.action)).mappings()
    return tuple(Question(**row) for row in found)
