"""What people decide about a letter in the outbox: not to send it, or to send it once more."""

from datetime import datetime

import sqlalchemy as sa

from alliance.outbox import FAILED, LAPSED, SIGN_IN, UNCERTAIN, WAITS, change, outbox
from alliance.recorder import as_text


def stop(db: sa.Connection, letter: str) -> bool:
    """Do not send a letter that waits; False when it waits no longer."""
    which = sa.and_(outbox.c.id == letter, outbox.c.state == WAITS)
    return change(db, which, state=LAPSED) > 0


def again(db: sa.Connection, letter: str, now: datetime) -> bool:
    """Send once more, under the same Message-ID, what may not have arrived; False when it did."""
    c = outbox.c
    lost = sa.and_(c.id == letter, c.state.in_((UNCERTAIN, FAILED)), c.kind != SIGN_IN)
    news = {"state": WAITS, "tries": 0, "not_before": as_text(now), "good_until": None}
    return change(db, lost, **news) > 0


def leave(db: sa.Connection, letter: str) -> bool:
    """Leave what may not have arrived as it is; False when that was not in question."""
    which = sa.and_(outbox.c.id == letter, outbox.c.state.in_((UNCERTAIN, FAILED)))
    return change(db, which, state=LAPSED) > 0


def overtake(db: sa.Connection, about: str) -> None:
    """Do not send anyone what waits about something that was settled since."""
    change(db, sa.and_(outbox.c.about == about, outbox.c.state == WAITS), state=LAPSED)
