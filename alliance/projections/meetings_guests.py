"""Who is asked to come to a meeting and has no account."""

from dataclasses import dataclass

import sqlalchemy as sa

from alliance.projections.meetings_rows import PROJECTION as PROJECTION
from alliance.projections.meetings_rows import guests


@dataclass(frozen=True)
class Guests:
    """The organisations that come as guests, and how many others, where that is known."""

    organisations: tuple[str, ...] = ()
    others: int | None = None


def all_guests(db: sa.Connection) -> dict[str, tuple[str, ...]]:
    """The organisations that are asked as guests, by meeting."""
    found = db.execute(sa.select(guests.c.meeting, guests.c.organisations))
    return {meeting: tuple(organisations) for meeting, organisations in found}


def guests_of(db: sa.Connection, meeting: str) -> Guests:
    """The guests of one meeting."""
    row = db.execute(sa.select(guests).where(guests.c.meeting == meeting)).mappings().first()
    return Guests(tuple(row["organisations"]), row["others"]) if row else Guests()
