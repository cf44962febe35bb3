"""Which sets of steps are there, and when was each last started?"""

from dataclasses import dataclass
from datetime import date

import msgspec
import sqlalchemy as sa

from alliance.events.playbooks import (
    PlaybookDescribed,
    PlaybookDropped,
    PlaybookStarted,
    PlaybookStep,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
playbooks = sa.Table(
    "playbooks_playbooks",
    tables,
    sa.Column("playbook", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("steps", sa.JSON),
    sa.Column("dropped", sa.Boolean),
    sa.Column("started_on", sa.Date),  # from which day its steps last counted
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each set as it was last written, and when it was started."""
    match entry.event:
        case PlaybookDescribed(playbook=playbook, name=name, steps=steps):
            before = rows.get(playbooks, playbook) or {"dropped": False, "started_on": None}
            news = {"playbook": playbook, "name": name, "steps": msgspec.to_builtins(steps)}
            rows.put(playbooks, **before | news)
        case PlaybookStarted(playbook=playbook, on=on):
            rows.change(playbooks, playbook, started_on=on)
        case PlaybookDropped(playbook=playbook):
            rows.change(playbooks, playbook, dropped=True)


PROJECTION = Projection("playbooks", tables, apply)


@dataclass(frozen=True)
class Playbook:
    """A set of steps as it was last written."""

    playbook: str
    name: str
    steps: tuple[PlaybookStep, ...]
    dropped: bool
    started_on: date | None


def listed(db: sa.Connection) -> tuple[Playbook, ...]:
    """Every set that is in use, by name."""
    query = sa.select(playbooks).where(playbooks.c.dropped.is_(False))
    return tuple(made(row) for row in db.execute(query.order_by(playbooks.c.name)).mappings())


def one(db: sa.Connection, playbook: str) -> Playbook | None:
    """One set, also when it was dropped."""
    query = sa.select(playbooks).where(playbooks.c.playbook == playbook)
    row = db.execute(query).mappings().first()
    return made(row) if row else None


def playbook_names(db: sa.Connection) -> dict[str, str]:
    """What every set is called, by key."""
    return dict(map(tuple, db.execute(sa.select(playbooks.c.playbook, playbooks.c.name))))


def made(row: sa.RowMapping) -> Playbook:
    """A set from its row."""
    steps = tuple(msgspec.convert(row["steps"], list[PlaybookStep]))
    return Playbook(**dict(row) | {"steps": steps})
