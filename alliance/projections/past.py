"""What was known at an earlier moment: a projection folded up to one position, kept in a file."""

import os
import shutil
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from alliance.database import Unavailable, open_engine, open_readonly, reading, writing
from alliance.journal import entries
from alliance.projections.base import Projection, Rows

KEPT = 8
AT_ONCE, NOW_AND_THEN = 20_000, 100


def open_past(
    engine: sa.Engine, folder: Path, projection: Projection, position: int, code: str
) -> sa.Engine:
    """A read-only database with this projection's rows as they were at a position.

    Built beside and renamed, so that workers and threads that ask at once never see half a file.
    Raises Unavailable when no file can be made, or when others swept this one away meanwhile.
    """
    moment = folder / f"{position}-{code[:16]}"
    file = moment / f"{projection.name}.db"
    try:
        if not file.exists():
            make_private(moment)
            building = moment / f"{projection.name}.{uuid4().hex}.part"
            build(engine, building, projection, position)
            os.replace(building, file)
            sweep(folder, spare=moment)
        os.utime(moment)
    except OSError as error:
        raise Unavailable(f"no file of an earlier moment: {error}") from error
    return opened(file)


@lru_cache(maxsize=128)
def opened(file: Path) -> sa.Engine:
    """The engine of a file, with what it learned of queries; connections are made for each page."""
    return open_readonly(file)


def make_private(moment: Path) -> None:
    """Make the folder of a moment, and the one that it is in, for the owner of the site alone."""
    moment.parent.parent.mkdir(parents=True, exist_ok=True)
    for folder in (moment.parent, moment):
        folder.mkdir(mode=0o700, exist_ok=True)


def build(engine: sa.Engine, file: Path, projection: Projection, position: int) -> None:
    """Fold the journal up to a position into a database file of its own."""
    into = open_engine(f"sqlite:///{file}", durable=False)
    try:
        with reading(engine) as source, writing(into) as db:
            projection.tables.create_all(db)
            rows = Rows(db, alone=True)
            found = entries(source, up_to=position, kinds=projection.kinds)
            for number, entry in enumerate(found):
                projection.apply(rows, entry)
                if number % NOW_AND_THEN == 0 and rows.changed > AT_ONCE:
                    rows.write(db)
                    rows.forget()
            rows.write(db)
    finally:
        into.dispose()


def sweep(folder: Path, spare: Path | None = None) -> None:
    """Remove all but the moments looked at most recently."""
    moments = [moment for moment in folder.iterdir() if moment.is_dir() and moment != spare]
    moments.sort(key=lambda moment: moment.stat().st_mtime, reverse=True)
    for moment in moments[KEPT - 1 if spare else KEPT :]:
        shutil.rmtree(moment, ignore_errors=True)
