"""Personas: whom do we have in mind, and where do people recognise them?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.personas import PersonaDescribed, PersonaRecognised, PersonaRetired
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
sheets = sa.Table(
    "personas_sheets",
    tables,
    sa.Column("persona", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("described_on", sa.Date, nullable=False),
    sa.Column("retired_on", sa.Date),
    sa.Column("retired_why", sa.Text),
    sa.Column("position", sa.BigInteger, nullable=False),
)
recognitions = sa.Table(
    "personas_recognitions",
    tables,
    sa.Column("persona", sa.Text, primary_key=True),
    sa.Column("wijk", sa.Text, primary_key=True),
    sa.Column("recognised", sa.Boolean, nullable=False),
    sa.Column("group", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
)


@dataclass(frozen=True)
class Recognised:
    """What people who know a wijk said of a persona there, most recently."""

    persona: str
    wijk: str
    recognised: bool
    group: str | None
    reason: str | None
    on: date
    by: str  # a member's key, or `import`


@dataclass(frozen=True)
class Sheet:
    """A persona as last described; `facts` holds all that its sheet says."""

    persona: str
    facts: PersonaDescribed
    described_on: date
    retired_on: date | None
    retired_why: str | None
    recognised: tuple[Recognised, ...]

    @property
    def name(self) -> str:
        """The name with what it stands for: never a name alone."""
        return f"{self.facts.name}, persona: {self.facts.kind_label}"


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each persona as last described, and what was last said of it in each wijk."""
    match entry.event:
        case PersonaDescribed() as event:
            before = rows.get(sheets, event.persona)
            rows.put(
                sheets,
                persona=event.persona,
                facts=msgspec.to_builtins(event),
                described_on=day_of(entry.at),
                position=before["position"] if before else entry.position,
            )
        case PersonaRetired(persona=persona, reason=reason):
            rows.change(sheets, persona, retired_on=day_of(entry.at), retired_why=reason)
        case PersonaRecognised() as event:
            facts = msgspec.structs.asdict(event)
            rows.put(recognitions, **facts, on=day_of(entry.at), by=entry.by)


PROJECTION = Projection("personas", tables, apply)


def listed(db: sa.Connection) -> tuple[Sheet, ...]:
    """Every persona the alliance works with, in the order in which they were first described."""
    return found(db, sheets.c.retired_on.is_(None))


def sheet(db: sa.Connection, persona: str) -> Sheet | None:
    """One persona, also when it was retired; None when there is none."""
    return next(iter(found(db, sheets.c.persona == persona)), None)


def names(db: sa.Connection) -> dict[str, str]:
    """The name with its kind of every persona there ever was, by id."""
    return {one.persona: one.name for one in found(db, sa.true())}


def found(db: sa.Connection, wanted: sa.ColumnElement[bool]) -> tuple[Sheet, ...]:
    """The sheets that meet this condition, each with where its persona is recognised."""
    said: dict[str, list[Recognised]] = {}
    order = recognitions.c.wijk
    for one in db.execute(sa.select(recognitions).order_by(order)).mappings():
        said.setdefault(one["persona"], []).append(Recognised(**one))
    query = sa.select(sheets).where(wanted).order_by(sheets.c.position)
    return tuple(shown(dict(row), said) for row in db.execute(query).mappings())


def shown(row: dict[str, Any], said: dict[str, list[Recognised]]) -> Sheet:
    """A row as a sheet."""
    return Sheet(
        row["persona"],
        msgspec.convert(row["facts"], PersonaDescribed),
        row["described_on"],
        row["retired_on"],
        row["retired_why"],
        tuple(said.get(row["persona"], ())),
    )
