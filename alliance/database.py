"""The one engine and its two kinds of transaction: reading and writing."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

import msgspec
import psycopg
import sqlalchemy as sa

PATIENCE = 10.0
"""Seconds to wait for someone else's transaction before saying that the database is locked."""
CONFLICTS = (sa.exc.IntegrityError, sqlite3.IntegrityError, psycopg.IntegrityError)
"""A row that may be there once only was there already."""

_LINES: WeakKeyDictionary[sa.Engine, Lock] = WeakKeyDictionary()
_JSON = {
    "json_serializer": lambda value: msgspec.json.encode(value).decode(),
    "json_deserializer": msgspec.json.decode,
}
"""Lists in columns are written and read many times as fast as Python's own json does it."""
_TROUBLES = (sa.exc.DBAPIError, sa.exc.TimeoutError, sqlite3.Error, psycopg.Error)
_SQLITE_AWAY = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)


class Unavailable(Exception):
    """The database is locked, read-only, full or away; nothing of this transaction was written."""


def open_engine(url: str, *, durable: bool = True, patience: float = PATIENCE) -> sa.Engine:
    """An engine on SQLite or PostgreSQL; open it after a fork, never before.

    `durable=False` is for a SQLite file that nobody else sees before it is complete.
    """
    target = sa.make_url(url)
    if target.get_backend_name() == "sqlite":
        return _open_sqlite(target, _pragmas(durable, patience))
    target = target.set(drivername="postgresql+psycopg")
    engine = sa.create_engine(target, pool_pre_ping=True, paramstyle="format", **_JSON)

    @sa.event.listens_for(engine, "connect")
    def limit_waiting(connection: Any, _record: object) -> None:
        connection.execute(f"SET lock_timeout = {round(patience * 1000)}")
        connection.commit()

    return engine


def open_readonly(path: Path) -> sa.Engine:
    """An engine on a finished SQLite file that nothing can be written to; it keeps nothing open."""
    file = path.absolute().as_uri()
    url = sa.URL.create("sqlite", database=file, query={"mode": "ro", "uri": "true"})
    return _open_sqlite(url, [_busy(PATIENCE)], poolclass=sa.NullPool)


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection on which everything is read as it was at one moment; raises Unavailable."""
    with _told_plainly(), engine.connect() as db:
        if db.dialect.name == "postgresql":
            db.execution_options(isolation_level="REPEATABLE READ")
        db.begin()  # ends in a rollback: what reads leaves nothing behind
        yield db


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that is written as a whole or not at all; raises Unavailable."""
    with _told_plainly(), _in_line(engine), engine.connect() as db:
        if db.dialect.name == "sqlite":
            db.execution_options(begin="BEGIN IMMEDIATE")
        with db.begin():
            yield db


def make_tables(db: sa.Connection, tables: sa.MetaData) -> None:
    """Make the tables that are not there yet; processes that start together take turns."""
    if db.dialect.name == "postgresql":
        db.execute(sa.select(sa.func.pg_advisory_xact_lock(2_901)))
    tables.create_all(db)


def widen(db: sa.Connection, table: sa.Table) -> None:
    """Give a table that an older release made the columns it did not have."""
    known = {column["name"] for column in sa.inspect(db).get_columns(table.name)}
    for column in table.columns:
        if column.name not in known:
            described = sa.schema.CreateColumn(column).compile(dialect=db.dialect)
            db.execute(sa.text(f"ALTER TABLE {table.name} ADD COLUMN {described}"))


def scrub(engine: sa.Engine, tables: Sequence[sa.Table]) -> None:
    """Rewrite what these tables were in, so that what was deleted is not left in any file of ours.

    PostgreSQL keeps its own log a while longer. Raises Unavailable while someone reads on.
    """
    with _told_plainly(), closing(engine.raw_connection()) as connection:
        if engine.dialect.name == "postgresql":
            _rewrite_postgres(connection.driver_connection, tables)
        else:
            connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise Unavailable("the write-ahead log could not be emptied: someone reads on")


def is_away(error: BaseException) -> bool:
    """Whether the database cannot do its work now, rather than being asked something wrong."""
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        return (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in _SQLITE_AWAY
    return isinstance(
        cause,
        psycopg.OperationalError | psycopg.errors.ReadOnlySqlTransaction | sa.exc.TimeoutError,
    )


class Statement:
    """SQL that is compiled once per kind of database and handed to the driver as it is.

    An append through this takes half the time of one through Connection.execute. Parameters and
    columns are what both drivers know by themselves: text, whole numbers and bytes.
    """

    def __init__(self, sql: sa.ClauseElement) -> None:
        self._sql = sql
        self._compiled: dict[str, tuple[str, dict[str, Any], list[str]]] = {}

    def run(self, db: sa.Connection, **values: Any) -> Any:
        """Execute it once; the driver's cursor, to fetch from."""
        text, fixed, order = self._for(db)
        all_values, cursor = fixed | values, db.connection.cursor()
        cursor.execute(text, [all_values[name] for name in order])
        return cursor

    def run_all(self, db: sa.Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Execute it for every row in one call."""
        order = self.order(db)
        self.run_each(db, [[row[name] for name in order] for row in rows])

    def run_each(self, db: sa.Connection, rows: Sequence[Sequence[Any]]) -> None:
        """Execute it for every row in one call, the values already in its own order."""
        text, _, _ = self._for(db)
        db.connection.cursor().executemany(text, rows)

    def order(self, db: sa.Connection) -> list[str]:
        """The order in which it takes its values."""
        return self._for(db)[2]

    def _for(self, db: sa.Connection) -> tuple[str, dict[str, Any], list[str]]:
        found = self._compiled.get(db.dialect.name)
        if found is None:
            made: Any = self._sql.compile(
                dialect=db.dialect, compile_kwargs={"render_postcompile": True}
            )
            fixed = {name: value for name, value in made.params.items() if value is not None}
            found = self._compiled[db.dialect.name] = (str(made), fixed, made.positiontup)
        return found


@contextmanager
def _in_line(engine: sa.Engine) -> Iterator[None]:
    # SQLite lets whoever tries at the right moment go first; threads of one process stand in line.
    line = _LINES.setdefault(engine, Lock())
    if engine.dialect.name != "sqlite":
        yield
    elif line.acquire(timeout=PATIENCE):
        try:
            yield
        finally:
            line.release()
    else:
        raise Unavailable("the writers before this one take too long")


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except _TROUBLES as error:
        if is_away(error):
            raise Unavailable(str(error)) from error
        raise


def _rewrite_postgres(connection: Any, tables: Sequence[sa.Table]) -> None:
    connection.autocommit = True
    try:
        for table in tables:
            connection.execute(f"VACUUM (FULL, ANALYZE) {table.name}")  # samples of old rows too
    finally:
        connection.autocommit = False


def _open_sqlite(url: sa.URL, pragmas: Sequence[str], **options: Any) -> sa.Engine:
    engine = sa.create_engine(
        url.set(drivername="sqlite+pysqlite"),
        connect_args={"isolation_level": None},
        **_JSON,
        **options,
    )

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    @sa.event.listens_for(engine, "begin")
    def begin(db: sa.Connection) -> None:
        # Without this the driver begins late and deferred: reading first, then writing, is lost.
        options = db.get_execution_options()
        db.connection.cursor().execute(options.get("begin", "BEGIN"))

    return engine


def _pragmas(durable: bool, patience: float) -> list[str]:
    if durable:
        return [_busy(patience), "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"]
    return ["PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"]


def _busy(patience: float) -> str:
    return f"PRAGMA busy_timeout = {round(patience * 1000)}"
