"""The recorder: the library's own cases, on both databases, and what the library does not ask."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
import sqlalchemy as sa
from eventsourcing.persistence import StoredEvent
from eventsourcing.tests import persistence as library

from alliance.chain import check_journal
from alliance.database import reading
from alliance.recorder import Recorder, create_tables, journal_head


class OurRecorder:
    """What the library's cases need to know: how to make a recorder, and that ids are text."""

    engine: sa.Engine

    def create_recorder(self) -> Recorder:
        return Recorder(self.engine)

    def new_originator_id(self) -> str:
        return str(uuid4())


@contextmanager
def outlasting_threads() -> Iterator[None]:
    """Keep the engine until the threads are ready that the library's cases leave behind."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join()


class OnSqlite(OurRecorder):
    @pytest.fixture(autouse=True)
    def given_sqlite(self, sqlite_engine: sa.Engine) -> Iterator[None]:
        self.engine = sqlite_engine
        with outlasting_threads():
            yield


@pytest.mark.postgres
class OnPostgres(OurRecorder):
    @pytest.fixture(autouse=True)
    def given_postgres(self, postgres_engine: sa.Engine) -> Iterator[None]:
        self.engine = postgres_engine
        with outlasting_threads():
            yield


class TestRecorderOnSqlite(OnSqlite, library.ApplicationRecorderTestCase[Recorder]):
    pass


class TestRecorderOnPostgres(OnPostgres, library.ApplicationRecorderTestCase[Recorder]):
    pass


class TestPositionsOnSqlite(OnSqlite, library.NonInterleavingNotificationIDsBaseCase):
    pass


class TestPositionsOnPostgres(OnPostgres, library.NonInterleavingNotificationIDsBaseCase):
    pass


def test_making_the_tables_twice_keeps_the_head(engine: sa.Engine) -> None:
    Recorder(engine).insert_events([StoredEvent("action:a1", 1, "action_agreed", b"{}")])
    create_tables(engine)
    with reading(engine) as db:
        assert [row.position for row in db.execute(sa.select(journal_head))] == [1]


def test_what_the_library_records_is_chained_too(engine: sa.Engine) -> None:
    stored = StoredEvent("action:a1", 1, "action_dropped", b'{"action":"a1","reason":"dubbel"}')
    Recorder(engine).insert_events([stored])
    with reading(engine) as db:
        assert list(check_journal(db)) == []


def test_nobody_can_subscribe(engine: sa.Engine) -> None:
    with pytest.raises(NotImplementedError):
        Recorder(engine).subscribe()
