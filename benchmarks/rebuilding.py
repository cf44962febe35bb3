"""Rebuilding every projection, against the library reading and decoding the same events."""

from statistics import median
from time import perf_counter

from alliance.database import reading
from alliance.desk import Desk
from alliance.journal import entries
from alliance.readiness import rebuild_rows
from benchmarks.library import Log

TIMES = 7


def copy_into(log: Log, desk: Desk) -> None:
    """Write the same events into the library's own log."""
    with reading(desk.engine) as db:
        log.copy(entries(db))


def compare(desk: Desk, log: Log) -> tuple[float, float]:
    """Median seconds of a rebuild, and of the library reading its log, in turns."""
    ours, theirs = [], []
    for _ in range(TIMES):
        began = perf_counter()
        number = log.read()
        halfway = perf_counter()
        assert rebuild_rows(desk) == number, "both hold the same events"
        theirs.append(halfway - began)
        ours.append(perf_counter() - halfway)
    return median(ours), median(theirs)
