"""What was done lately, or is agreed, for whom in which area?

Asked by who looks for what was tried; what is behind counts, but is not named.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from alliance.projections.action_filters import visible
from alliance.projections.action_rows import Eyes
from alliance.projections.action_tables import ENDED, actions
from alliance.projections.actions import PROJECTION as PROJECTION

LATELY = timedelta(days=730)
"""What was agreed longer ago says little about now, and is not looked for."""


@dataclass(frozen=True)
class Tried:
    """One agreement for a persona: its title, where everyone may read it, and when it was done."""

    persona: str
    area: str | None  # None: wherever
    title: str | None  # None: not for everyone to see
    done_on: date | None


def tried(db: sa.Connection, today: date) -> tuple[Tried, ...]:
    """Each agreement of late for a persona that stands, was done or did not go on, last first."""
    c = actions.c
    asked = sa.select(
        c.persona,
        c.area,
        sa.case((visible(Eyes(), today), c.title)),
        sa.case((c.status == "gedaan", c.on)),
    ).where(c.persona.is_not(None), c.agreed_on >= today - LATELY, c.rank <= ENDED)
    return tuple(Tried(*row) for row in db.execute(asked.order_by(c.agreed_on.desc(), c.action)))
