"""A site with the real plan in it, and a visitor for every role."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from alliance.app import create_app
from alliance.config import PERSONA_DATA, Settings
from alliance.desk import Desk
from alliance.readiness import make_ready
from alliance.sources.intake import import_folder
from tests.conftest import Clock
from tests.web.cast import admit_cast, sign_in
from tests.web.visitor import Visitor

SECRET = "een geheim dat alleen in de proef bestaat"


def settings_for(folder: Path) -> Settings:
    return Settings(
        database_url=f"sqlite:///{folder / 'alliance.db'}",
        secret_key=SECRET,
        site_url="http://localhost",
        smtp_url=None,
        folder=folder / "past",
        demo=False,
    )


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that holds the plan and the cast; copied for each test."""
    folder = tmp_path_factory.mktemp("planned")
    app = create_app(settings_for(folder), Clock())
    desk: Desk = app.extensions["alliance"]
    make_ready(desk)
    import_folder(desk, PERSONA_DATA)
    admit_cast(desk)
    desk.engine.dispose()
    return folder


@pytest.fixture
def site(planned: Path, tmp_path: Path, clock: Clock) -> Flask:
    """A site of its own with the plan and the cast in it."""
    shutil.copytree(planned, tmp_path, dirs_exist_ok=True)
    return create_app(settings_for(tmp_path), clock)


@pytest.fixture
def desk(site: Flask) -> Desk:
    found: Desk = site.extensions["alliance"]
    return found


@pytest.fixture
def visit(site: Flask) -> Callable[[str], Visitor]:
    """A visitor in a role: `visit("aanjager")`; an empty role did not sign in."""

    def enter(role: str = "") -> Visitor:
        visitor = Visitor(site)
        if role:
            sign_in(visitor, role)
        return visitor

    return enter


@pytest.fixture
def noor(visit: Callable[[str], Visitor]) -> Visitor:
    """The aanjager, signed in."""
    return visit("aanjager")


@pytest.fixture
def visitor(site: Flask) -> Visitor:
    """Someone who did not sign in."""
    return Visitor(site)


@pytest.fixture
def demo(desk: Desk) -> None:
    """The site is a demo: what it mails, it shows."""
    desk.settings = replace(desk.settings, demo=True)
