"""Writing one event down, against the bare library's save on the same disk."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter

from alliance import recorder
from alliance.database import open_engine
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.journal import Journal
from benchmarks.library import Log

WARM, ROUNDS, IN_A_ROW = 100, 40, 25
TITLE = "Koffie in de wijk"
FORM = hashlib.sha256(b"a form").hexdigest()
Work = Callable[[], object]


def compare_bare(url: str, log: Log) -> tuple[float, float]:
    """Median seconds of an append with key, form and chain, and of the library's save."""
    engine = open_engine(url)
    recorder.create_tables(engine)
    journal = Journal(engine)
    try:
        ours, theirs = alternate(lambda: append(journal), lambda: log.save(TITLE))
        return ours, theirs
    finally:
        engine.dispose()


def compare_caught_up(desk: Desk, log: Log) -> tuple[float, float]:
    """Median seconds of recording with all projections caught up, and of the library's save."""
    return alternate(lambda: record(desk), lambda: log.save(TITLE))


def append(journal: Journal) -> None:
    """One agreement into the journal, as a form does it."""
    journal.append([agreed()], by="noor", key=secrets.token_hex(16), form=FORM, answer="/afspraken")


def record(desk: Desk) -> None:
    """One agreement at the desk, as a form does it: checked, written down, caught up with."""
    desk.record([agreed()], by="noor", key=secrets.token_hex(16), form=FORM, answer="/afspraken")


def agreed() -> ActionAgreed:
    """An agreement of the usual size."""
    return ActionAgreed(
        action=secrets.token_hex(8),
        title=TITLE,
        by_when=date(2026, 3, 2),
        organisation="welzijn_capelle",
        owner="noor",
        result="T1.R1",
    )


def alternate(one: Work, other: Work) -> tuple[float, float]:
    """Median seconds of both, measured in turns, so that both meet the same disk and neighbours."""
    for _ in range(WARM):
        one()
        other()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for work, found in zip((one, other), times, strict=True):
            found.extend(timed(work) for _ in range(IN_A_ROW))
    return median(times[0]), median(times[1])


def timed(work: Work) -> float:
    """The seconds that something takes."""
    began = perf_counter()
    work()
    return perf_counter() - began
