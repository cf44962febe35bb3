"""Rows: what was put comes back as it was, on both databases, and nothing else changes."""

from collections.abc import Iterator
from datetime import date, time

import pytest
import sqlalchemy as sa

from alliance.database import make_tables, writing
from alliance.projections.columns import following
from alliance.projections.rows import Rows

tables = sa.MetaData()
kinds = sa.Table(
    "rows_kinds",
    tables,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("at", sa.Time),
    sa.Column("yes", sa.Boolean),
    sa.Column("number", sa.Integer),
    sa.Column("list", sa.JSON),
    sa.Column("check", sa.Text),
)
pairs = sa.Table(
    "rows_pairs",
    tables,
    sa.Column("one", sa.Text, primary_key=True),
    sa.Column("other", sa.Text, primary_key=True),
)
lists = sa.Table(
    "rows_lists",
    tables,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("asked", sa.JSON),
    sa.Column("told", sa.JSON(none_as_null=True)),
)
sums = sa.Table(
    "rows_sums",
    tables,
    sa.Column("unit", sa.Text, primary_key=True),
    sa.Column("times", sa.Integer),
    sa.Column("amount", sa.Integer),
    following("mean", sa.Integer, lambda row: row["amount"] // row["times"]),
    following("large", sa.Boolean, lambda amount: amount > 100, source="amount"),
)
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
FULL = {
    "day": MONDAY,
    "name": "één",
    "at": time(14, 30),
    "yes": True,
    "number": 7,
    "list": [{"a": [1, 2], "b": None}, "twee"],
    "check": "100% %(name)s ? :day",
}
EMPTY = dict.fromkeys(FULL) | {"day": TUESDAY, "name": ""}


@pytest.fixture
def db(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A database with two full rows and a pair in it."""
    with writing(engine) as db:
        make_tables(db, tables)
        rows = Rows()
        rows.put(kinds, **FULL)
        rows.put(kinds, day=TUESDAY, name="")
        rows.put(pairs, one="a", other="b")
        rows.write(db)
        yield db


def all_of(db: sa.Connection) -> list[dict[str, object]]:
    return [dict(row) for row in db.execute(sa.select(kinds).order_by("day", "name")).mappings()]


def test_every_kind_of_value_comes_back_as_it_was(db: sa.Connection) -> None:
    rows = Rows(db)
    assert rows.get(kinds, MONDAY, "één") == FULL
    assert rows.get(kinds, TUESDAY, "") == EMPTY
    assert rows.get(kinds, MONDAY, "") is None


def test_queries_read_the_same_as_the_projection_does(db: sa.Connection) -> None:
    assert all_of(db) == [FULL, EMPTY]
    assert db.execute(sa.select(kinds.c.number).where(kinds.c.day == MONDAY)).scalars().all() == [7]
    assert db.execute(sa.select(kinds.c.day).where(kinds.c.at > time(14))).scalar() == MONDAY


def test_a_changed_row_takes_the_place_of_the_one_before(db: sa.Connection) -> None:
    rows = Rows(db)
    rows.change(kinds, MONDAY, "één", number=8, list=[])
    rows.change(kinds, MONDAY, "twee", number=9)
    rows.put(kinds, **EMPTY | {"yes": False})
    assert all_of(db) == [FULL, EMPTY]
    rows.write(db)
    assert all_of(db) == [FULL | {"number": 8, "list": []}, EMPTY | {"yes": False}]


def test_what_was_not_changed_is_not_written_again(db: sa.Connection) -> None:
    rows = Rows(db)
    rows.get(kinds, MONDAY, "één")
    assert rows.changed == 0
    rows.change(kinds, MONDAY, "één", number=8)
    assert rows.changed == 1
    rows.write(db)
    assert rows.changed == 0


def test_a_dropped_row_is_gone_and_can_come_back(db: sa.Connection) -> None:
    rows = Rows(db)
    rows.drop(kinds, MONDAY, "één")
    rows.drop(kinds, MONDAY, "nooit")
    assert rows.get(kinds, MONDAY, "één") is None
    rows.write(db)
    assert all_of(db) == [EMPTY]
    rows.put(kinds, **FULL)
    rows.write(db)
    assert all_of(db) == [FULL, EMPTY]


def test_empty_tables_are_filled_with_the_same_as_is_written(db: sa.Connection) -> None:
    for table in tables.sorted_tables:
        db.execute(sa.delete(table))
    rows = Rows()
    rows.put(kinds, **FULL | {"check": "tab\t, regel\n, \\N en \\."})
    rows.put(kinds, **EMPTY)
    rows.drop(kinds, TUESDAY, "nooit")
    rows.put(pairs, one="a", other="b")
    rows.fill(db)
    assert all_of(db) == [FULL | {"check": "tab\t, regel\n, \\N en \\."}, EMPTY]
    assert db.execute(sa.select(sa.func.count()).select_from(pairs)).scalar() == 1
    assert rows.changed == 0


def test_nothing_is_a_null_of_its_own_in_a_list_and_none_where_a_column_says_so(
    db: sa.Connection,
) -> None:
    rows = Rows()
    for name, value in (("lijst", [1]), ("niets", None)):
        rows.put(lists, name=name, asked=value, told=value)
    rows.write(db)
    rows = Rows(db)
    assert rows.get(lists, "lijst") == {"name": "lijst", "asked": [1], "told": [1]}
    assert rows.get(lists, "niets") == {"name": "niets", "asked": None, "told": None}
    empty = sa.select(lists.c.name).where(lists.c.told.is_(sa.null()))
    assert db.execute(empty).scalars().all() == ["niets"]
    assert not db.execute(empty.where(lists.c.asked.is_(sa.null()))).scalars().all()


def test_a_row_that_is_only_a_key_may_be_written_twice(db: sa.Connection) -> None:
    rows = Rows(db)
    rows.put(pairs, one="a", other="b")
    rows.put(pairs, one="b", other="a")
    rows.write(db)
    assert db.execute(sa.select(sa.func.count()).select_from(pairs)).scalar() == 2


def test_a_column_that_does_not_exist_is_refused() -> None:
    rows = Rows()
    with pytest.raises(KeyError, match="rows_kinds has no colour"):
        rows.put(kinds, **FULL, colour="red")
    rows.put(kinds, **FULL)
    with pytest.raises(KeyError, match="rows_kinds has no colour"):
        rows.change(kinds, MONDAY, "één", colour="red")


def test_what_was_written_can_be_let_go_of(db: sa.Connection, engine: sa.Engine) -> None:
    rows = Rows(db)
    rows.change(kinds, MONDAY, "één", number=8)
    rows.write(db)
    rows.forget()
    assert rows.get(kinds, MONDAY, "één") == FULL | {"number": 8}


def test_rows_that_were_written_alone_are_found_again_and_no_others(db: sa.Connection) -> None:
    rows = Rows(db, alone=True)
    assert rows.get(kinds, MONDAY, "één") is None  # somebody else wrote it
    rows.put(kinds, **FULL | {"name": "twee"})
    rows.put(pairs, one="c", other="d")
    rows.write(db)
    rows.forget()
    assert rows.get(kinds, MONDAY, "twee") == FULL | {"name": "twee"}
    rows.drop(pairs, "c", "d")
    rows.write(db)
    rows.forget()
    assert rows.get(pairs, "c", "d") is None


def test_amounts_are_added_to_what_was_there_and_else_to_nothing(db: sa.Connection) -> None:
    for expected in (107, 214):
        rows = Rows(db)
        rows.add(sums, "deelnames", times=1, amount=95)
        rows.add(sums, "deelnames", times=1, amount=12)
        rows.write(db)
        asked = sa.select(sums.c.amount).where(sums.c.unit == "deelnames")
        assert db.execute(asked).scalar_one() == expected


def test_a_column_that_follows_from_the_others_is_worked_out_when_a_row_is_written(
    db: sa.Connection,
) -> None:
    rows = Rows()
    rows.put(sums, unit="uren", times=1, amount=20)
    rows.change(sums, "uren", times=2)
    rows.write(db)
    rows = Rows(db)
    assert rows.get(sums, "uren") == {"unit": "uren", "times": 2, "amount": 20}
    rows.put(sums, unit="deelnames", times=3, amount=300)
    rows.fill(db)
    found = db.execute(sa.select(sums).order_by("unit")).all()
    assert [tuple(row) for row in found] == [
        ("deelnames", 3, 300, 100, True),
        ("uren", 2, 20, 10, False),
    ]


def test_a_column_that_follows_from_the_others_cannot_be_set() -> None:
    with pytest.raises(KeyError, match="rows_sums has no mean"):
        Rows().put(sums, unit="uren", times=1, amount=20, mean=20)
