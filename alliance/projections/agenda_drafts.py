"""What the chair chose so far for an agenda that is in the making."""

from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from alliance.events.agendas import AgendaChoice
from alliance.projections.agenda import PROJECTION as PROJECTION
from alliance.projections.agenda_tables import drafts


@dataclass(frozen=True)
class Prepared:
    """The points the chair arranged, None when an agenda stands as set; and what was taken off."""

    choices: tuple[AgendaChoice, ...] | None = None
    dropped: tuple[str, ...] = ()


def prepared(db: sa.Connection, meeting: str) -> Prepared:
    """What was chosen for one meeting; nothing when nobody touched its agenda."""
    asked = sa.select(drafts.c.choices, drafts.c.dropped).where(drafts.c.meeting == meeting)
    row = db.execute(asked).first()
    if row is None:
        return Prepared()
    choices = msgspec.convert(row.choices, tuple[AgendaChoice, ...] | None)
    return Prepared(choices, tuple(row.dropped))
