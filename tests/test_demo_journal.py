"""The demo's journal through every projection: one by one or all at once, the rows are the same."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import coverage
import pytest
import sqlalchemy as sa

from alliance.database import open_readonly, reading
from alliance.events.base import KINDS
from alliance.journal import Entry, Journal, entries
from alliance.projections import ALL, base, rows, stores
from alliance.projections.base import Projection, catch_up, rebuild
from alliance.projections.verification import differences
from tests.conftest import Clock

FLOOR = Path(base.__file__).parent
MECHANICS = {Path(module.__file__ or "").name for module in (base, rows, stores)}
"""Files that keep the rows of every projection and decide nothing about them."""


@pytest.fixture(scope="module")
def history(demo_file: Path) -> list[Entry]:
    """Everything that happened in the demo."""
    engine = open_readonly(demo_file)
    with reading(engine) as db:
        found = [*entries(db)]
    engine.dispose()
    return found


def live_again(engine: sa.Engine, history: list[Entry], clock: Clock) -> Iterator[Entry]:
    """Write the same history into another journal, entry by entry."""
    journal = Journal(engine, clock)
    for entry in history:
        clock.now = entry.at
        journal.append([entry.event], by=entry.by)
        yield entry


def test_one_by_one_gives_the_same_rows_as_a_rebuild(
    engine: sa.Engine, history: list[Entry], clock: Clock
) -> None:
    rebuild(engine, ALL)
    for _ in live_again(engine, history, clock):
        catch_up(engine, ALL)
    assert not [*differences(engine, ALL)]


def test_every_kind_of_event_occurs_in_the_demo(history: list[Entry]) -> None:
    assert {entry.name for entry in history} == {*KINDS}


def test_every_branch_of_every_projection_occurs_in_the_demo(
    sqlite_engine: sa.Engine, history: list[Entry], clock: Clock
) -> None:
    for _ in live_again(sqlite_engine, history, clock):
        pass
    watch = coverage.Coverage(config_file=False, data_file=None, include=[str(FLOOR / "*.py")])
    watch.start()
    rebuild(sqlite_engine, ALL)
    watch.stop()
    never = [f"{file.name}:{line}" for file in FLOOR.glob("*.py") for line in unseen(watch, file)]
    assert not never


def unseen(watch: coverage.Coverage, file: Path) -> list[int]:
    """The lines that never ran, in functions of this file that ran at least once."""
    if file.name in MECHANICS:
        return []
    _, statements, _, missing, _ = watch.analysis2(str(file))
    entered: list[int] = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            body = range(node.body[0].lineno, (node.end_lineno or 0) + 1)
            inside = [line for line in statements if line in body]
            if len([line for line in inside if line in missing]) < len(inside):
                entered += [line for line in inside if line in missing]
    return sorted(set(entered))


@pytest.mark.parametrize("projection", ALL, ids=lambda projection: projection.name)
def test_every_projection_states_its_question(projection: Projection) -> None:
    told = import_module(f"alliance.projections.{projection.name}")
    assert "?" in (told.__doc__ or "")
    assert projection.kinds
