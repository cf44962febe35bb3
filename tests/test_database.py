"""The engine: transactions that hold, and a database that cannot work now says so plainly."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance.chain import check_journal
from alliance.database import (
    Unavailable,
    make_tables,
    open_engine,
    open_readonly,
    reading,
    widen,
    writing,
)
from alliance.events.actions import ActionAgreed
from alliance.journal import Journal, entries, head
from alliance.recorder import create_tables, journal_head

COFFEE = ActionAgreed(action="coffee", title="Koffie in de wijk")
LONG = ActionAgreed(action="long", title="Koffie in de wijk" * 10)


@pytest.fixture
def impatient(url: str, engine: sa.Engine) -> Iterator[sa.Engine]:
    """An engine on the same database that waits a tenth of a second."""
    impatient = open_engine(url, patience=0.1)
    yield impatient
    impatient.dispose()


def test_a_page_reads_everything_as_it_was_at_one_moment(engine: sa.Engine) -> None:
    with reading(engine) as db:
        before = head(db)
        Journal(engine).append([COFFEE], by="m1")
        assert head(db) == before
    with reading(engine) as db:
        assert head(db).position == 1


def test_nothing_is_written_while_reading(engine: sa.Engine) -> None:
    with reading(engine) as db:
        db.execute(sa.update(journal_head).values(position=7))
    with reading(engine) as db:
        assert head(db).position == 0


def test_a_write_that_fails_halfway_leaves_nothing(engine: sa.Engine) -> None:
    with pytest.raises(ZeroDivisionError), writing(engine) as db:
        db.execute(sa.update(journal_head).values(position=7))
        raise ZeroDivisionError
    with reading(engine) as db:
        assert head(db).position == 0


def test_a_locked_database_is_unavailable(engine: sa.Engine, impatient: sa.Engine) -> None:
    with writing(engine) as db:
        db.execute(sa.update(journal_head).values(position=0))
        with pytest.raises(Unavailable):
            Journal(impatient).append([COFFEE], by="m1")
    assert Journal(impatient).append([COFFEE], by="m1").position == 1


def test_a_locked_database_can_still_be_read(engine: sa.Engine, impatient: sa.Engine) -> None:
    Journal(engine).append([COFFEE], by="m1")
    with writing(engine) as db:
        db.execute(sa.update(journal_head).values(position=9))
        with reading(impatient) as other:
            assert head(other).position == 1


def test_a_full_disk_is_unavailable_and_loses_nothing(sqlite_engine: sa.Engine) -> None:
    journal = Journal(sqlite_engine)
    written = journal.append([COFFEE], by="m1").position
    fill_at(sqlite_engine, pages=12)
    with pytest.raises(Unavailable):
        while written < 1_000:
            written = journal.append([LONG], by="m1").position
    with reading(sqlite_engine) as db:
        assert [entry.position for entry in entries(db)] == list(range(1, written + 1))
        assert list(check_journal(db)) == []


def fill_at(engine: sa.Engine, pages: int) -> None:
    """From now on the file may not grow beyond so many pages."""

    @sa.event.listens_for(engine, "connect")
    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    engine.dispose()


def test_a_read_only_file_is_read_and_never_written(tmp_path: Path) -> None:
    path = tmp_path / "ja? 100% #1" / "alliance.db"
    path.parent.mkdir()
    engine = made(path)
    engine.dispose()
    readonly = open_readonly(path)
    with reading(readonly) as db:
        assert head(db).position == 1
    with pytest.raises(Unavailable):
        Journal(readonly).append([COFFEE], by="m1")
    readonly.dispose()


def made(path: Path) -> sa.Engine:
    """A journal of one entry in a file of its own."""
    engine = open_engine(sa.URL.create("sqlite", database=str(path)).render_as_string())
    create_tables(engine)
    Journal(engine).append([COFFEE], by="m1")
    return engine


@pytest.mark.postgres
def test_a_read_only_server_is_unavailable(postgres_url: str, postgres_engine: sa.Engine) -> None:
    stopped = open_engine(postgres_url + "%20-cdefault_transaction_read_only%3Don")
    with pytest.raises(Unavailable):
        Journal(stopped).append([COFFEE], by="m1")
    stopped.dispose()


@pytest.mark.parametrize(
    "url",
    ["sqlite:////nowhere/at/all/alliance.db", "postgresql://nobody@127.0.0.1:9/alliance"],
    ids=["no folder", "no server"],
)
def test_a_database_that_is_not_there_is_unavailable(url: str) -> None:
    engine = open_engine(url)
    with pytest.raises(Unavailable), reading(engine):
        pass


def test_a_wrong_question_is_not_called_unavailable(engine: sa.Engine) -> None:
    with pytest.raises(sa.exc.DBAPIError), reading(engine) as db:
        db.execute(sa.text("SELECT * FROM no_such_table"))


def test_sqlite_syncs_every_write_to_the_disk(sqlite_engine: sa.Engine) -> None:
    with reading(sqlite_engine) as db:
        assert db.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert db.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_file_nobody_sees_yet_leaves_no_log_beside_it(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'building.db'}", durable=False)
    with writing(engine) as db:
        db.execute(sa.text("CREATE TABLE kept (row INTEGER)"))
    engine.dispose()
    assert [path.name for path in tmp_path.iterdir()] == ["building.db"]


def test_a_table_of_an_older_release_gets_the_columns_it_did_not_have(url: str) -> None:
    older, newer = sa.MetaData(), sa.MetaData()
    kept = sa.Table("kept", older, sa.Column("key", sa.Text, primary_key=True))
    number = sa.Column("number", sa.Integer, nullable=False, server_default="0")
    wider = sa.Table("kept", newer, sa.Column("key", sa.Text, primary_key=True), number)
    engine = open_engine(url)
    with writing(engine) as db:
        make_tables(db, older)
        db.execute(sa.insert(kept).values(key="a"))
    for _ in range(2):
        with writing(engine) as db:
            make_tables(db, newer)
            widen(db, wider)
            assert db.execute(sa.select(wider)).all() == [("a", 0)]
    engine.dispose()
