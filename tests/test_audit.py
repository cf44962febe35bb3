"""Audit: whatever is changed in a copy of the demo is found, with the position where it is."""

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from alliance import audit, demo
from alliance.app import make_desk
from alliance.chain import check_journal
from alliance.database import writing
from alliance.desk import Desk
from alliance.recorder import journal, journal_head, link, seal

COLUMNS = list(journal.columns.keys())
BITS = 8
RHYTHM = 4


@pytest.fixture(scope="module")
def desk(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A copy of the demo; whoever damages it puts it back."""
    copy = shutil.copy(demo_file, tmp_path_factory.mktemp("audit") / "demo.db")
    desk = make_desk(demo.settings_for(Path(copy)))
    yield desk
    desk.engine.dispose()


@contextmanager
def damaged(desk: Desk) -> Iterator[sa.Connection]:
    """A database in which what is changed is not kept."""
    with pytest.raises(ZeroDivisionError), writing(desk.engine) as db:
        yield db
        raise ZeroDivisionError


def entry(db: sa.Connection, position: int) -> dict[str, Any]:
    found = db.execute(sa.select(journal).where(journal.c.position == position))
    return dict(found.mappings().one())


def change(db: sa.Connection, position: int, /, **values: object) -> None:
    db.execute(sa.update(journal).where(journal.c.position == position).values(values))


def last_of_each_kind(db: sa.Connection) -> list[int]:
    """The position of an entry of every kind there is in the demo."""
    last = sa.select(sa.func.max(journal.c.position)).group_by(journal.c.name)
    return list(db.execute(last.order_by(journal.c.name)).scalars())


def flip(db: sa.Connection, position: int, column: str) -> None:
    """Turn one bit of one byte in what a column of an entry holds, always the same one."""
    value, chance = entry(db, position)[column], random.Random(f"{position} {column}")
    if isinstance(value, int):
        change(db, position, **{column: value ^ (1 << chance.randrange(2 * BITS, 3 * BITS))})
        return
    raw = bytearray(value.encode() if isinstance(value, str) else value)
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(BITS)
    kind = "TEXT" if isinstance(value, str) else "BLOB"  # as text it may be no UTF-8 any more
    command = f'UPDATE journal SET "{column}" = CAST(? AS {kind}) WHERE position = ?'
    db.connection.cursor().execute(command, [bytes(raw), position])


def faulty(db: sa.Connection) -> set[int]:
    return {fault.position for fault in check_journal(db)}


def test_a_sound_demo_has_no_faults(desk: Desk) -> None:
    assert list(audit.faults(desk)) == []


@pytest.mark.parametrize("column", COLUMNS)
def test_a_flipped_byte_is_found_in(desk: Desk, column: str) -> None:
    """Of ten columns and all kinds of entries, every pair that a fixed rhythm meets."""
    with damaged(desk) as db:
        positions = last_of_each_kind(db)[COLUMNS.index(column) % RHYTHM :: RHYTHM]
        for position in positions:
            with db.begin_nested() as kept:
                flip(db, position, column)
                found = faulty(db)
                assert position in found or (column == "position" and found), position
                kept.rollback()
        assert faulty(db) == set()


@pytest.mark.parametrize("share", [0, 0.5, 1])
def test_a_missing_entry_is_found_the_last_one_too(desk: Desk, share: float) -> None:
    with damaged(desk) as db:
        last = db.execute(sa.select(journal_head.c.position)).scalar_one()
        position = max(1, round(last * share))
        db.execute(sa.delete(journal).where(journal.c.position == position))
        assert position in faulty(db)


@pytest.mark.parametrize("share", [0.25, 0.75])
def test_a_swapped_pair_is_found(desk: Desk, share: float) -> None:
    with damaged(desk) as db:
        last = db.execute(sa.select(journal_head.c.position)).scalar_one()
        first = round(last * share)
        for old, new in ((first, -1), (first + 1, first), (-1, first + 1)):
            change(db, old, position=new)
        assert {first, first + 1} <= faulty(db)


def test_an_entry_that_cannot_be_decoded_is_found_though_the_chain_fits(desk: Desk) -> None:
    with damaged(desk) as db:
        last = db.execute(sa.select(journal_head.c.position)).scalar_one()
        row, data = entry(db, last), b'{"nobody":"knows this"}'
        row |= {"data": data, "digest": seal(row["salt"], data)}
        row["chain"] = link(entry(db, last - 1)["chain"], row)
        change(db, last, **row)
        db.execute(sa.update(journal_head).values(chain=row["chain"]))
        assert faulty(db) == {last}


def test_a_damaged_journal_is_not_compared_with_anything(desk: Desk) -> None:
    with writing(desk.engine) as db:
        whole = entry(db, 7)
        change(db, 7, by="noor")
    found = list(audit.faults(desk))
    with writing(desk.engine) as db:
        change(db, 7, by=whole["by"])
    assert found[0].startswith("Regel 7: ")
    assert found[-1] == "De overzichten zijn niet vergeleken, want het logboek klopt niet."


def test_a_changed_row_is_found_in_every_table_of_every_projection(desk: Desk) -> None:
    last, emptied = audit.last_line(desk).split()[0], []
    for projection in desk.known:
        for table in projection.tables.sorted_tables:
            with writing(desk.engine) as db:
                if first := db.execute(sa.select(table).limit(1)).mappings().first():
                    key = sa.and_(*(column == first[column.name] for column in table.primary_key))
                    db.execute(sa.delete(table).where(key))
                    emptied.append((table, dict(first)))
    found = list(audit.faults(desk))
    with writing(desk.engine) as db:
        for table, row in emptied:
            db.execute(sa.insert(table), row)
    assert len(found) == len(emptied) > len(desk.known)
    for fault, (table, _) in zip(found, emptied, strict=True):
        assert fault.startswith(f"Regel {last}: Overzicht ")
        assert f"tabel {table.name}, rij " in fault
        assert fault.endswith("die ontbreekt.")
    assert list(audit.faults(desk)) == []
