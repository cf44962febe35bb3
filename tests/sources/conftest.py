"""What every test of a source starts from: an empty journal, and the plan's files to change."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance.config import PERSONA_DATA, Settings
from alliance.desk import Desk
from alliance.readiness import make_ready
from alliance.sources import Unfit
from alliance.sources.plan import read_plan
from tests.conftest import Clock


def make_desk(engine: sa.Engine, folder: Path, clock: Clock) -> Desk:
    """A desk on an empty journal."""
    settings = Settings(
        database_url=engine.url.render_as_string(),
        secret_key="x" * 32,
        site_url="https://alliantie.example",
        smtp_url=None,
        folder=folder,
        demo=True,
    )
    desk = Desk(settings, engine, clock)
    make_ready(desk)
    return desk


@pytest.fixture
def desk(engine: sa.Engine, tmp_path: Path, clock: Clock) -> Desk:
    """A desk on an empty journal, on both databases."""
    return make_desk(engine, tmp_path, clock)


@pytest.fixture
def sqlite_desk(sqlite_engine: sa.Engine, tmp_path: Path, clock: Clock) -> Desk:
    """A desk on an empty journal in SQLite, for what does not depend on the database."""
    return make_desk(sqlite_engine, tmp_path, clock)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the plan's files, to change."""
    return Path(shutil.copytree(PERSONA_DATA, tmp_path / "plan"))


Change = Callable[[str, str, str], None]


@pytest.fixture
def change(folder: Path) -> Change:
    """Changes one text in one file; the text must stand there."""

    def change(file: str, before: str, after: str) -> None:
        path = folder / file
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    return change


def faults(folder: Path) -> list[str]:
    """What is told of a folder that is refused, in order."""
    with pytest.raises(Unfit) as refused:
        read_plan(folder)
    return [str(fault) for fault in refused.value.faults]
