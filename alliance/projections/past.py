"""What was known at an earlier moment: the journal folded up to one position, kept in a file."""

import logging
import os
import shutil
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from alliance.database import Unavailable, open_engine, open_readonly, writing
from alliance.events.journal import REDACTIONS
from alliance.journal import Entry, entries, version
from alliance.projections.base import Projection, readers, without_collecting
from alliance.projections.rows import Rows
from alliance.recorder import link_at

log = logging.getLogger(__name__)
KEPT = 8
AT_ONCE, NOW_AND_THEN = 20_000, 100


def open_past(
    db: sa.Connection, folder: Path, projections: Sequence[Projection], position: int, code: str
) -> sa.Engine:
    """A read-only database with the rows of all projections as they were at a position.

    Its file is named after the position, the chain up to there, how often a text was taken out of
    the journal, and the code, so that it never speaks for another journal or for one of before. It
    is built beside and renamed: workers and threads that ask at once never see half a file. Raises
    Unavailable when no file can be made or was swept meanwhile.
    """
    chain, redactions = link_at(db, position).hex()[:16], version(db, REDACTIONS)
    file = folder / f"{position}-{chain}-{redactions}-{code[:16]}.db"
    try:
        if not file.exists():
            make_private(folder)
            building = file.with_suffix(f".{uuid4().hex}.part")
            building.touch(mode=0o600)
            build(db, building, projections, position)
            os.replace(building, file)
            sweep(folder, spare=file)
        os.utime(file)
    except OSError as error:
        raise Unavailable(f"no file of an earlier moment: {error}") from error
    return opened(file)


@lru_cache(maxsize=128)
def opened(file: Path) -> sa.Engine:
    """The engine of a file, with what it learned of queries; connections are made for each page."""
    return open_readonly(file)


def make_private(folder: Path) -> None:
    """Make the folder, for the owner of the site alone."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def build(
    source: sa.Connection, file: Path, projections: Sequence[Projection], position: int
) -> None:
    """Fold the journal up to a position into a database file of its own, in one pass for all.

    A projection that raises has no tables there: only questions to that one stay unanswered.
    """
    into = open_engine(f"sqlite:///{file}", durable=False)
    try:
        with writing(into) as db, without_collecting():
            for projection in projections:
                for table in projection.tables.sorted_tables:
                    db.execute(sa.schema.CreateTable(table))
            folded = fold_into(db, entries(source, up_to=position), projections)
            for projection in projections:
                for table in projection.tables.sorted_tables:
                    finish(db, table, whole=projection.name in folded)
    finally:
        into.dispose()


def fold_into(
    db: sa.Connection, found: Iterable[Entry], projections: Sequence[Projection]
) -> Collection[str]:
    """Run entries through the projections into empty tables; the names of those that did not raise.

    Rows are written now and then and let go of, so that a long history fits in little memory.
    """
    rows = {projection.name: Rows(db, alone=True) for projection in projections}
    reading_kind = readers(tuple(projections))
    for number, entry in enumerate(found):
        for projection in reading_kind.get(type(entry.event), ()):
            if mine := rows.get(projection.name):
                try:
                    projection.apply(mine, entry)
                except Exception:
                    log.exception("projection %s is left out of the past", projection.name)
                    del rows[projection.name]
        if number % NOW_AND_THEN == 0 and sum(mine.changed for mine in rows.values()) > AT_ONCE:
            write(db, rows.values())
    write(db, rows.values())
    return rows.keys()


def write(db: sa.Connection, rows: Iterable[Rows]) -> None:
    """Write what changed and let go of it."""
    for mine in rows:
        mine.write(db)
        mine.forget()


def finish(db: sa.Connection, table: sa.Table, *, whole: bool) -> None:
    """Make the indexes of a table that was filled, which takes less time afterwards, or drop it."""
    if whole:
        for index in table.indexes:
            index.create(db)
    else:
        table.drop(db)


def sweep(folder: Path, spare: Path | None = None) -> None:
    """Remove all but the moments looked at most recently."""
    moments = [moment for moment in folder.iterdir() if moment != spare]
    moments.sort(key=lambda moment: moment.stat().st_mtime, reverse=True)
    for moment in moments[KEPT - 1 if spare else KEPT :]:
        remove(moment)


def forget(folder: Path, redactions: int) -> None:
    """Remove the files that hold what was taken out of the journal since they were made."""
    for moment in folder.iterdir() if folder.is_dir() else ():
        if moment.name.split("-")[2:3] != [str(redactions)]:
            remove(moment)


def remove(moment: Path) -> None:
    """Remove the file of one moment, or the folder in which an earlier release kept it."""
    if moment.is_dir():
        shutil.rmtree(moment, ignore_errors=True)
    else:
        moment.unlink(missing_ok=True)
