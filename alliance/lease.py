"""The lease: which of the clocks that were started does the jobs, and when it was last heard."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from alliance.database import make_tables, writing
from alliance.recorder import as_text

TERM = timedelta(seconds=60)
"""How long a clock that is not heard from keeps its turn."""

tables = sa.MetaData()
lease = sa.Table(
    "lease",
    tables,
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("until", sa.Text, nullable=False),
    sa.Column("heard", sa.Text, nullable=False),
)


def create_tables(engine: sa.Engine) -> None:
    """Make the table that is not there yet, and its one row, held by nobody."""
    with writing(engine) as db:
        make_tables(db, tables)
        if db.execute(sa.select(lease)).first() is None:
            db.execute(sa.insert(lease).values(holder="", until="", heard=""))


def take(engine: sa.Engine, holder: str, now: datetime) -> bool:
    """Whether this clock has the lease from now on: it had it, or nobody was heard for a term."""
    mine = sa.update(lease).where(sa.or_(lease.c.holder == holder, lease.c.until <= as_text(now)))
    with writing(engine) as db:
        taken = db.execute(
            mine.values(holder=holder, until=as_text(now + TERM), heard=as_text(now))
        )
        return taken.rowcount == 1


def release(engine: sa.Engine, holder: str) -> None:
    """Let another clock take over at once; nothing changes when this one has no lease."""
    with writing(engine) as db:
        db.execute(sa.update(lease).where(lease.c.holder == holder).values(holder="", until=""))


def last_heard(db: sa.Connection) -> datetime | None:
    """When a clock was last heard; None when none ever ran."""
    heard = db.execute(sa.select(lease.c.heard)).scalar()
    return datetime.fromisoformat(heard) if heard else None
