"""The desk: what every page reads from, and which figures stay behind what was written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance.app import make_desk
from alliance.config import Settings
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.projections.actions import PROJECTION
from alliance.projections.base import Projection
from alliance.readiness import make_ready
from tests.conftest import Clock

COFFEE = ActionAgreed(action="coffee", title="Koffie")


@pytest.fixture
def desk(url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """A desk with nothing written down yet, on both databases."""
    settings = Settings(url, "een geheim", "http://localhost", None, tmp_path / "past", demo=False)
    desk = make_desk(settings, clock)
    make_ready(desk)
    yield desk
    desk.engine.dispose()


def test_what_someone_else_is_writing_makes_nothing_stay_behind(desk: Desk) -> None:
    with desk.reading() as now:
        desk.journal.append([COFFEE], by="noor")
        assert now.behind == {}
    assert desk.behind()  # until whoever reads next lets them catch up
    with desk.reading() as now:
        assert now.behind == {}


def test_a_projection_that_raises_stays_behind_with_its_position(desk: Desk) -> None:
    def breaks(_rows: object, _entry: object) -> None:
        raise ValueError(COFFEE)

    broken = Projection(PROJECTION.name, PROJECTION.tables, breaks)
    object.__setattr__(broken, "kinds", PROJECTION.kinds)
    desk.known = [broken if one is PROJECTION else one for one in desk.known]
    desk.record([COFFEE], by="noor")
    with desk.reading() as now:
        assert now.behind == {"actions": 0}
