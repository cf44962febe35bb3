"""What was known at an earlier moment: a projection folded up to one position, kept in a file."""

import os
import shutil
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from alliance.database import open_engine, open_readonly, reading, writing
from alliance.journal import entries
from alliance.projections.base import Projection, Rows

KEPT = 8
AT_ONCE = 20_000


def open_past(
    engine: sa.Engine, folder: Path, projection: Projection, position: int, code: str
) -> sa.Engine:
    """A read-only database with this projection's rows as they were at a position.

    Built beside and renamed, so that workers and threads that ask at once never see half a file.
    """
    moment = folder / f"{position}-{code[:16]}"
    file = moment / f"{projection.name}.db"
    if not file.exists():
        moment.mkdir(parents=True, exist_ok=True)
        building = moment / f"{projection.name}.{uuid4().hex}.part"
        build(engine, building, projection, position)
        os.replace(building, file)
        sweep(folder, spare=moment)
    os.utime(moment)
    return open_readonly(file)


def build(engine: sa.Engine, file: Path, projection: Projection, position: int) -> None:
    """Fold the journal up to a position into a database file of its own."""
    into = open_engine(f"sqlite:///{file}", durable=False)
    try:
        with reading(engine) as source, writing(into) as db:
            projection.tables.create_all(db)
            rows = Rows(db)
            for entry in entries(source, up_to=position, kinds=projection.kinds):
                projection.apply(rows, entry)
                if rows.changed > AT_ONCE:
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
