"""Changes: how often something happened with a subject, and when for the last time."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from alliance.recorder import journal

AT_ONCE = 500


def changes_of(db: sa.Connection, streams: Sequence[str]) -> dict[str, tuple[int, datetime]]:
    """The last version and moment of each of these streams."""
    found: dict[str, tuple[int, datetime]] = {}
    columns = (journal.c.stream, sa.func.max(journal.c.version), sa.func.max(journal.c.at))
    for start in range(0, len(streams), AT_ONCE):
        some = journal.c.stream.in_(streams[start : start + AT_ONCE])
        rows = db.execute(sa.select(*columns).where(some).group_by(journal.c.stream))
        found |= {stream: (version, datetime.fromisoformat(at)) for stream, version, at in rows}
    return found
