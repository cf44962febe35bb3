"""What left the outbox last: for whoever calls someone, and wants to know what they read."""

from collections.abc import Sequence

import sqlalchemy as sa

from alliance.outbox import SENT, SIGN_IN, Letter, outbox


def last_sent(db: sa.Connection, to: Sequence[str]) -> Letter | None:
    """The last letter that left to any of these recipients; not one that signs in."""
    shown = [outbox.c[name] for name in Letter.__dataclass_fields__]
    left = sa.and_(outbox.c.state == SENT, outbox.c.kind != SIGN_IN, outbox.c.recipient.in_(to))
    query = sa.select(*shown).where(left).order_by(outbox.c.made.desc(), outbox.c.id).limit(1)
    row = db.execute(query).mappings().first()
    return Letter(**row) if row else None
