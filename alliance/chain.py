"""Checking the chain: the journal still says what was written, and all of it is there."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import msgspec
import sqlalchemy as sa

from alliance.database import Statement, is_away
from alliance.entry import decode
from alliance.events.journal import REDACTIONS, UNSEALED, TextRedacted
from alliance.events.texts import text_at
from alliance.recorder import NOTHING_YET, journal, journal_head, link, seal
from alliance.veil import GONE

AT_ONCE = 2_000
_READ_ON = Statement(
    sa.select(journal)
    .where(journal.c.position > sa.bindparam("after"))
    .order_by(journal.c.position)
    .limit(sa.literal_column(str(AT_ONCE)))
)
_HEADS = Statement(sa.select(journal_head))
_REDACTED = Statement(
    sa.select(journal.c.position, journal.c.data)
    .where(journal.c.stream == sa.bindparam("asked"))
    .order_by(journal.c.position)
)
_columns = journal.c.keys()
Row = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """What is wrong at one position of the journal, in a Dutch sentence."""

    position: int
    what: str


@dataclass
class Redaction:
    """What was taken out of one entry, by the position of the entry that says so last."""

    said_at: int
    digest: str
    fields: list[str]


@dataclass
class Walk:
    """How far a check has come, and what it knows of entries that were redacted later."""

    position: int = 0
    at: str = ""
    chain: bytes = NOTHING_YET
    versions: dict[str, int] = field(default_factory=dict)
    redacted: Mapping[int, Redaction] = field(default_factory=dict)


def check_journal(db: sa.Connection) -> Iterator[Fault]:
    """Every fault in the journal, in order of position; nothing when it is whole."""
    walk = Walk()
    try:
        with _damage_readable(db):
            walk.redacted = redactions(db)
            for row in _rows(db):
                yield from _check_entry(walk, row)
            yield from _check_head(walk, _HEADS.run(db).fetchall())
    except (sa.exc.DatabaseError, sqlite3.DatabaseError) as error:
        if is_away(error):
            raise
        yield Fault(walk.position + 1, f"De database is hier niet te lezen: {error}.")


def _rows(db: sa.Connection) -> Iterator[Row]:
    after = -(2**62)
    while rows := _READ_ON.run(db, after=after).fetchall():
        for row in rows:
            yield dict(zip(_columns, row, strict=True))
        after = rows[-1][0]


def _check_entry(walk: Walk, row: Row) -> Iterator[Fault]:
    position, stream, version = row["position"], row["stream"], row["version"]
    if position != walk.position + 1:
        yield Fault(walk.position + 1, _missing(walk.position + 1, position - 1))
    elif not _is_linked(walk.chain, row):
        yield Fault(position, "De keten sluit niet aan op de vorige regel.")
    if version != walk.versions.get(stream, 0) + 1:
        yield Fault(position, f"Versie {version} van {stream} volgt niet op de vorige.")
    if str(row["at"]) < walk.at:
        yield Fault(position, "Het tijdstip ligt voor dat van de vorige regel.")
    if not is_intact(row, walk.redacted.get(position)):
        yield Fault(position, "De inhoud is niet wat er is opgeschreven.")
    yield from _check_event(row)
    walk.position, walk.at, walk.chain = position, str(row["at"]), row["chain"]
    walk.versions[stream] = walk.versions.get(stream, 0) + 1


def _check_event(row: Row) -> Iterator[Fault]:
    try:
        event = decode(row["name"], row["data"])
        if event.stream != row["stream"]:
            yield Fault(row["position"], f"Dit hoort niet in {row['stream']}.")
    except KeyError:
        yield Fault(row["position"], f"Niemand weet wat {row['name']} is.")
    except (msgspec.MsgspecError, UnicodeDecodeError, TypeError) as error:
        yield Fault(row["position"], f"De inhoud is niet te lezen: {error}.")


def _check_head(walk: Walk, heads: list[tuple[Any, ...]]) -> Iterator[Fault]:
    if len(heads) != 1:
        yield Fault(walk.position, f"Het einde van het journaal staat er {len(heads)} keer.")
        return
    position, at, chain = heads[0]
    if position > walk.position:
        yield Fault(walk.position + 1, _missing(walk.position + 1, position))
    elif (position, at, chain) != (walk.position, walk.at, walk.chain):
        yield Fault(walk.position, "De laatste regel is niet het einde dat is genoteerd.")


def redactions(db: sa.Connection) -> dict[int, Redaction]:
    """What was taken out of the journal, by entry; of an entry that was redacted twice, the last.

    What cannot be read is found where it stands.
    """
    found: dict[int, Redaction] = {}
    for position, data in _REDACTED.run(db, asked=REDACTIONS).fetchall():
        with suppress(msgspec.MsgspecError, UnicodeDecodeError, TypeError):
            one = msgspec.json.decode(data, type=TextRedacted)
            before = found[one.entry].fields if one.entry in found else []
            found[one.entry] = Redaction(position, one.digest, [*before, one.field])
    return found


def is_intact(row: Row, redacted: Redaction | None) -> bool:
    """Whether the data is what was sealed or, redacted, what a later entry says that remains.

    A redacted entry has no salt, its fields hold the mask, and its seal stays: the chain stands on
    it. With the salt back, the text that was taken away is back too.
    """
    salt, data = row["salt"], row["data"]
    if not (isinstance(salt, bytes) and isinstance(data, bytes)):
        return False
    if redacted is None:
        return bool(seal(salt, data) == row["digest"])
    remains = salt == b"" and seal(salt, data).hex() == redacted.digest
    later = redacted.said_at > int(row["position"])
    return remains and later and _is_masked(row, redacted.fields)


def _is_masked(row: Row, fields: list[str]) -> bool:
    try:
        event = decode(row["name"], row["data"])
    except (KeyError, msgspec.MsgspecError, UnicodeDecodeError, TypeError):
        return False
    return all(
        GONE in (text_at(event, field) or "") or getattr(event, field, None) == UNSEALED
        for field in fields
    )


def _is_linked(previous: Any, row: Row) -> bool:
    whole = isinstance(previous, bytes) and isinstance(row["digest"], bytes)
    return whole and link(previous, row) == row["chain"]


def _missing(first: int, last: int) -> str:
    if first >= last:
        return f"Regel {first} ontbreekt."
    return f"De regels {first} tot en met {last} ontbreken."


@contextmanager
def _damage_readable(db: sa.Connection) -> Iterator[None]:
    """Text that is no longer UTF-8 must show as another text, not end the check (SQLite)."""
    if db.dialect.name != "sqlite":
        yield
        return
    driver: Any = db.connection.driver_connection
    driver.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
    try:
        yield
    finally:
        driver.text_factory = str
