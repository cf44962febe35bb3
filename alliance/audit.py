"""Audit: whether the journal says what was written, and the projections follow from it."""

from collections.abc import Iterator

from alliance import chain, journal
from alliance.database import reading
from alliance.desk import Desk
from alliance.projections.base import seen_positions
from alliance.projections.verification import differences
from alliance.recorder import journal_head


def faults(desk: Desk) -> Iterator[str]:
    """Everything that is wrong, in Dutch sentences that name the position; else nothing.

    Projections are compared only when the journal is whole: there is nothing to compare them with.
    """
    whole = True
    with reading(desk.engine) as db:
        for fault in chain.check_journal(db):
            whole = False
            yield f"Regel {fault.position}: {fault.what}"
        last = journal.head(db).position if whole else 0
    if not whole:
        yield "De overzichten zijn niet vergeleken, want het logboek klopt niet."
        return
    for difference in differences(desk.engine, desk.known):
        yield f"Regel {difference.position}: {difference}"
    yield from _stuck(desk, last)


def last_line(desk: Desk) -> str:
    """How long the journal says it is and where its chain ends, to be kept somewhere else."""
    with reading(desk.engine) as db:
        head = db.execute(journal_head.select()).first()
    return f"{head.position if head else 0} entries, chain {head.chain.hex() if head else ''}"


def _stuck(desk: Desk, last: int) -> Iterator[str]:
    """Projections that are still not where the journal was when the audit began."""
    with reading(desk.engine) as db:
        seen = seen_positions(db)
    for projection in desk.known:
        position = seen.get(projection.name, 0)
        if position < last:
            yield f"Regel {position + 1}: overzicht {projection.name} komt niet verder dan hier."
