"""The demo as tests use it: made once in a run, copied where a test changes it."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from alliance import demo, members
from alliance.app import create_app
from alliance.config import Settings
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.journal import entries
from alliance.projections import people
from alliance.web.roles import Person, word_of

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the plan and a year of invented life until Sunday 1 March 2026."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    demo.make(file, NOW.date())
    return file


@pytest.fixture(scope="session")
def demo_site(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A site on a copy of the demo, for tests that only look."""
    copy = tmp_path_factory.mktemp("shown") / "demo.db"
    shutil.copy(demo_file, copy)
    app = create_app(settings_of(copy), lambda: NOW)
    yield app
    desk_of(app).engine.dispose()


def settings_of(file: Path) -> Settings:
    return replace(demo.settings_for(file), site_url="http://localhost")


def desk_of(app: Flask) -> Desk:
    found: Desk = app.extensions["alliance"]
    return found


def members_by_role(desk: Desk) -> dict[str, str]:
    """For each role of the table the first member of the demo that has it."""
    found: dict[str, str] = {}
    with reading(desk.engine) as db:
        for member in members.names(db):
            person = Person(member, grants=people.roles_of(db, member))
            for role in {word_of(grant) for grant in person.grants}:
                found.setdefault(role, member)
    return found


def link_for(desk: Desk, member: str) -> str:
    """The path of a sign-in link for a member."""
    with writing(desk.engine) as db:
        return f"/inloggen/{members.start_link(db, member, desk.clock())}"


def keys_by_subject(desk: Desk) -> dict[str, list[str]]:
    """The keys of everything that has a stream, per subject, the newest first."""
    found: dict[str, dict[str, None]] = {}
    with reading(desk.engine) as db:
        for entry in entries(db):
            subject, _, key = entry.stream.partition(":")
            found.setdefault(subject, {})[key] = None
    return {subject: [*reversed(keys)] for subject, keys in found.items()}
