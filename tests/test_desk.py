"""The desk: what every page reads from, and which figures stay behind what was written."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from alliance.app import make_desk
from alliance.config import Settings
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionMoved, ActionWithdrawn
from alliance.projections import action_tables, actions
from alliance.projections.actions import PROJECTION, Filter
from alliance.projections.base import Projection
from alliance.readiness import make_ready
from tests.conftest import Clock

MONDAY = date(2026, 3, 2)
COFFEE = ActionAgreed(action="coffee", title="Koffie")


@pytest.fixture
def desk(url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk with nothing written down yet, on both databases."""
    settings = Settings(url, "een geheim", "http://localhost", None, tmp_path / "past", demo=False)
    desk = make_desk(settings, clock)
    make_ready(desk)
    yield desk
    desk.engine.dispose()


def broken_actions() -> Projection:
    """The actions, with an `apply` that raises."""

    def breaks(_rows: object, _entry: object) -> None:
        raise ValueError(COFFEE)

    broken = Projection(PROJECTION.name, PROJECTION.tables, breaks)
    object.__setattr__(broken, "kinds", PROJECTION.kinds)
    return broken


def test_what_someone_else_is_writing_makes_nothing_stay_behind(desk: Desk) -> None:
    with desk.reading() as now:
        desk.journal.append([COFFEE], by="noor")
        assert now.behind == {}
    assert desk.behind()  # until whoever reads next lets them catch up
    with desk.reading() as now:
        assert now.behind == {}


def test_a_projection_that_raises_stays_behind_with_its_position(desk: Desk) -> None:
    desk.known = [broken_actions() if one is PROJECTION else one for one in desk.known]
    desk.record([COFFEE], by="noor")
    with desk.reading() as now:
        assert now.behind == {"actions": 0}


def titles(desk: Desk, on: date | None = None) -> list[str]:
    with desk.reading(on) as now:
        return [row.title for row in now.ask(actions.page, Filter(), now.today).rows]


def test_an_answer_is_that_of_the_moment_whoever_wrote_since(desk: Desk, clock: Clock) -> None:
    other = make_desk(desk.settings, clock)
    assert titles(desk) == []
    other.record([COFFEE], by="noor")
    assert titles(desk) == ["Koffie"]
    clock.forward(days=1)
    other.record([ActionWithdrawn(action="coffee", reason="Dubbel.")], by="noor")
    assert titles(desk) == []
    assert titles(desk, MONDAY) == titles(other, MONDAY) == ["Koffie"]
    other.engine.dispose()


def test_the_same_question_is_asked_of_the_database_once(desk: Desk) -> None:
    desk.record([COFFEE], by="noor")
    assert titles(desk) == ["Koffie"]
    with writing(desk.engine) as db:
        db.execute(action_tables.actions.update().values(title="Thee"))
    assert titles(desk) == ["Koffie"]
    desk.record([ActionMoved(action="coffee", by_when=MONDAY)], by="noor")
    assert titles(desk) == ["Thee"]


def test_nothing_is_remembered_while_a_projection_stays_behind(desk: Desk) -> None:
    desk.record([COFFEE], by="noor")
    desk.known = [broken_actions() if one is PROJECTION else one for one in desk.known]
    desk.record([ActionMoved(action="coffee", by_when=MONDAY)], by="noor")
    assert titles(desk) == ["Koffie"]
    assert not desk.answers.kept
