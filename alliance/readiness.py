"""Readiness: every table is there, and the rows of the projections are made with this code."""

from alliance import (
    hidden,
    lease,
    members,
    outbox,
    preferences,
    projections,
    recorder,
    rounds,
    tickets,
    uploads,
)
from alliance.database import reading
from alliance.desk import Desk
from alliance.projections.base import Told, made_with, prepare, rebuild
from alliance.restoring import erase_again

DURABLE = (recorder, members, preferences, outbox, tickets, uploads, rounds, hidden, lease)
"""What keeps tables that no journal can make again."""


def make_ready(desk: Desk, tell: Told | None = None) -> None:
    """Make the tables that are missing, and rebuild the rows when other code made them.

    What was erased since a back-up was made, is erased again when it is put back.
    """
    for durable in DURABLE:
        durable.create_tables(desk.engine)
    prepare(desk.engine, desk.known)
    with reading(desk.engine) as db:
        made = made_with(db)
    if made != {projections.code_hash()}:
        rebuild_rows(desk, tell)
    erase_again(desk)


def rebuild_rows(desk: Desk, tell: Told | None = None) -> int:
    """Replace every row by what the journal makes of it; the position that was reached."""
    return rebuild(desk.engine, desk.known, projections.code_hash(), tell)
