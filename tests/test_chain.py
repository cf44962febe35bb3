"""Checking the chain: whatever is changed in a journal is found, with its position."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from alliance.chain import Fault, check_journal
from alliance.database import reading, writing
from alliance.journal import Journal, head
from alliance.recorder import journal as table
from alliance.recorder import journal_head, link, link_at, seal
from tests.test_journal import AGREED, DONE, MOVED, WALK

COLUMNS = list(table.columns.keys())
ROOT_PAGE = "SELECT rootpage FROM sqlite_master WHERE name = 'journal'"
NUMBERS = {"position", "version"}


@pytest.fixture
def db(journal: Journal) -> Iterator[sa.Connection]:
    """A whole journal of four entries; what a test changes in it is not kept."""
    journal.append([AGREED, WALK], by="fatima")
    journal.append([MOVED, DONE], by="jan")
    with reading(journal.engine) as db:
        assert list(check_journal(db)) == []
    with pytest.raises(ZeroDivisionError), writing(journal.engine) as db:
        yield db
        raise ZeroDivisionError


def change(db: sa.Connection, position: int, /, **values: object) -> None:
    db.execute(sa.update(table).where(table.c.position == position).values(values))


def entry(db: sa.Connection, position: int) -> dict[str, object]:
    found = db.execute(sa.select(table).where(table.c.position == position)).mappings().one()
    return dict(found)


def positions(db: sa.Connection) -> set[int]:
    return {fault.position for fault in check_journal(db)}


def flip(value: object) -> object:
    """The same value with one bit of it turned."""
    if isinstance(value, int):
        return value ^ 64
    if isinstance(value, str):
        return chr(ord(value[0]) ^ 1) + value[1:]
    assert isinstance(value, bytes)
    return bytes([value[0] ^ 1]) + value[1:]


@pytest.mark.parametrize("position", [1, 2, 3, 4])
@pytest.mark.parametrize("column", COLUMNS)
def test_one_flipped_bit_is_found_in(db: sa.Connection, column: str, position: int) -> None:
    change(db, position, **{column: flip(entry(db, position)[column])})
    assert position in positions(db)


@pytest.mark.parametrize("position", [1, 2, 3, 4])
def test_a_missing_entry_is_found_the_last_one_too(db: sa.Connection, position: int) -> None:
    db.execute(sa.delete(table).where(table.c.position == position))
    assert Fault(position, f"Regel {position} ontbreekt.") in list(check_journal(db))


def test_an_emptied_journal_is_found(db: sa.Connection) -> None:
    db.execute(sa.delete(table))
    assert list(check_journal(db)) == [Fault(1, "De regels 1 tot en met 4 ontbreken.")]


@pytest.mark.parametrize("first", [1, 2, 3])
def test_a_swapped_pair_is_found(db: sa.Connection, first: int) -> None:
    for old, new in ((first, 100), (first + 1, first), (100, first + 1)):
        change(db, old, position=new)
    assert {first, first + 1} <= positions(db)


def test_an_entry_that_cannot_be_decoded_is_found_though_its_chain_fits(
    db: sa.Connection,
) -> None:
    row = entry(db, 4) | {"name": "never_heard_of", "data": b"{}", "salt": b"s" * 16}
    row["digest"] = seal(b"s" * 16, b"{}")
    before = entry(db, 3)["chain"]
    assert isinstance(before, bytes)
    row["chain"] = link(before, row)
    change(db, 4, **row)
    db.execute(sa.update(journal_head).values(chain=row["chain"]))
    assert list(check_journal(db)) == [Fault(4, "Niemand weet wat never_heard_of is.")]


@pytest.mark.parametrize(
    "values",
    [{"position": 3}, {"at": "2026-03-02T09:00:00.000001+00:00"}, {"chain": b"x" * 32}],
    ids=["position", "at", "chain"],
)
def test_a_changed_head_is_found(db: sa.Connection, values: dict[str, object]) -> None:
    db.execute(sa.update(journal_head).values(values))
    assert positions(db) == {4}


def test_a_head_that_is_gone_is_found(db: sa.Connection) -> None:
    db.execute(sa.delete(journal_head))
    assert positions(db) == {4}


@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in NUMBERS])
def test_bytes_that_are_no_text_are_found_and_do_not_end_the_check(
    sqlite_engine: sa.Engine, column: str
) -> None:
    Journal(sqlite_engine).append([AGREED, WALK, MOVED], by="fatima")
    with writing(sqlite_engine) as db:
        broken = f"UPDATE journal SET \"{column}\" = CAST(x'ff41' AS TEXT) WHERE position = 2"
        db.exec_driver_sql(broken)
        assert 2 in positions(db)
        assert db.exec_driver_sql("SELECT 'é'").scalar() == "é"


def test_a_number_that_became_a_word_is_found(sqlite_engine: sa.Engine) -> None:
    Journal(sqlite_engine).append([AGREED, WALK, MOVED], by="fatima")
    with writing(sqlite_engine) as db:
        db.exec_driver_sql("UPDATE journal SET version = 'twee' WHERE position = 1")
        assert 1 in positions(db)


def test_a_broken_database_file_is_a_fault_and_no_crash(sqlite_engine: sa.Engine) -> None:
    path = sqlite_engine.url.database
    assert path
    Journal(sqlite_engine).append([WALK] * 200, by="fatima")
    with sqlite_engine.connect() as db:
        root = db.exec_driver_sql(ROOT_PAGE).scalar_one()
    sqlite_engine.dispose()
    with open(path, "r+b") as file:
        file.seek(4096 * (root - 1))
        file.write(b"\xff" * 4096)
    with reading(sqlite_engine) as db:
        assert "niet te lezen" in list(check_journal(db))[-1].what


def test_an_entry_has_the_chain_of_what_happened_up_to_there(db: sa.Connection) -> None:
    assert [link_at(db, position) for position in (1, 4)] == [
        entry(db, position)["chain"] for position in (1, 4)
    ]
    assert link_at(db, 4) == head(db).chain
    assert link_at(db, 0) == bytes(32)
