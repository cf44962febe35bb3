"""Uploads: a list that somebody is taking in, kept for a day at most and never sent anywhere.

What stands in it may be about people, so it is no event and goes as soon as it was taken in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import sqlalchemy as sa

from alliance.database import make_tables, writing
from alliance.recorder import as_text

KEPT = timedelta(days=1)

tables = sa.MetaData()
uploads = sa.Table(
    "uploads",
    tables,
    sa.Column("upload", sa.Text, primary_key=True),
    sa.Column("member", sa.Text, nullable=False, index=True),  # who is taking it in
    sa.Column("contents", sa.Text, nullable=False),  # what kind of list it is
    sa.Column("origin", sa.Text, nullable=False),
    sa.Column("file", sa.LargeBinary),  # as it came, while it can be read in more than one way
    sa.Column("sheets", sa.LargeBinary, nullable=False),  # its cells
    sa.Column("choices", sa.LargeBinary, nullable=False),
    sa.Column("made", sa.Text, nullable=False),
)


@dataclass(frozen=True)
class Upload:
    """A list on its way in, with what was chosen so far."""

    upload: str
    contents: str
    origin: str
    file: bytes | None
    sheets: bytes
    choices: bytes
    made: str

    @property
    def kept_until(self) -> datetime:
        """When it goes by itself."""
        return datetime.fromisoformat(self.made) + KEPT


def create_tables(engine: sa.Engine) -> None:
    """Make the table if it is not there yet."""
    with writing(engine) as db:
        make_tables(db, tables)


def keep(
    db: sa.Connection,
    member: str,
    *,
    contents: str,
    origin: str,
    file: bytes | None,
    sheets: bytes,
    choices: bytes,
    now: datetime,
) -> str:
    """Keep a list for whoever is taking it in; the key to find it by."""
    upload = uuid4().hex
    read = {"file": file, "sheets": sheets, "choices": choices}
    about = {"contents": contents, "origin": origin, "made": as_text(now)}
    db.execute(sa.insert(uploads), {"upload": upload, "member": member} | about | read)
    return upload


def find(db: sa.Connection, upload: str, member: str) -> Upload | None:
    """A list that this member is taking in; None when it is somebody else's, or gone."""
    shown = [uploads.c[name] for name in Upload.__dataclass_fields__]
    mine = (uploads.c.upload == upload) & (uploads.c.member == member)
    row = db.execute(sa.select(*shown).where(mine)).mappings().first()
    return Upload(**row) if row else None


def waiting(db: sa.Connection, member: str) -> list[Upload]:
    """The lists that a member has not finished taking in, the newest first."""
    shown = [uploads.c[name] for name in Upload.__dataclass_fields__]
    mine = sa.select(*shown).where(uploads.c.member == member)
    return [Upload(**row) for row in db.execute(mine.order_by(uploads.c.made.desc())).mappings()]


def change(db: sa.Connection, upload: str, **values: bytes) -> None:
    """Keep other choices about a list, or its cells as they are read in another way."""
    db.execute(sa.update(uploads).where(uploads.c.upload == upload).values(**values))


def forget(db: sa.Connection, upload: str) -> None:
    """Remove a list: it was taken in, or it is not wanted."""
    db.execute(sa.delete(uploads).where(uploads.c.upload == upload))


def sweep(db: sa.Connection, now: datetime) -> None:
    """Forget what nobody finished within a day."""
    db.execute(sa.delete(uploads).where(uploads.c.made < as_text(now - KEPT)))
