"""Verification: every row that is not what the journal makes of it is found, and only those."""

from collections.abc import Callable
from datetime import date

import pytest
import sqlalchemy as sa

from alliance.database import writing
from alliance.events.actions import ActionAgreed, ActionDone, ActionMoved
from alliance.journal import Entry, Journal
from alliance.projections.base import Projection, Rows, advance, prepare
from alliance.projections.verification import Difference, differences

tables = sa.MetaData()
titles = sa.Table(
    "titles_actions",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("by_when", sa.Date),
)


def apply(rows: Rows, entry: Entry) -> None:
    match entry.event:
        case ActionAgreed(action=action, title=title, by_when=day):
            rows.put(titles, action=action, title=title, by_when=day)
        case ActionMoved(action=action, by_when=day):
            rows.change(titles, action, by_when=day)
        case ActionDone(action=action):
            rows.drop(titles, action)


TITLES = Projection("titles", tables, apply)
ended = sa.MetaData()
done = sa.Table("done_actions", ended, sa.Column("action", sa.Text, primary_key=True))


def keep_done(rows: Rows, entry: Entry) -> None:
    match entry.event:
        case ActionDone(action=action):
            rows.put(done, action=action)


DONE = Projection("done", ended, keep_done)
MARCH = date(2026, 3, 20)
Change = Callable[[sa.Connection], object]


def keep(journal: Journal) -> sa.Engine:
    """A journal with three actions, of which one is done, and the rows that follow from it."""
    prepare(journal.engine, [TITLES])
    for name in ("coffee", "walk", "soup"):
        journal.append([ActionAgreed(action=name, title=f"Samen {name}")], by="fatima")
    journal.append([ActionMoved(action="walk", by_when=MARCH)], by="jan")
    journal.append([ActionDone(action="soup", on=MARCH)], by="jan")
    advance(journal.engine, [TITLES])
    return journal.engine


@pytest.fixture
def kept(journal: Journal) -> sa.Engine:
    return keep(journal)


def found(engine: sa.Engine) -> list[Difference]:
    return list(differences(engine, [TITLES]))


def changed(engine: sa.Engine, statement: sa.Executable) -> list[tuple[str, str, tuple[str, ...]]]:
    with writing(engine) as db:
        db.execute(statement)
    return [(one.projection, one.table, one.key) for one in found(engine)]


def test_rows_that_follow_from_the_journal_are_in_order(kept: sa.Engine) -> None:
    assert found(kept) == []


def test_a_changed_row_is_found_with_its_table_and_key(kept: sa.Engine) -> None:
    change = sa.update(titles).where(titles.c.action == "coffee").values(title="Samen theee")
    assert changed(kept, change) == [("titles", "titles_actions", ("coffee",))]
    [difference] = found(kept)
    assert difference.position == 5
    assert str(difference) == (
        "Overzicht titles, tabel titles_actions, rij coffee: anders in title."
    )


def test_a_missing_row_is_found(kept: sa.Engine) -> None:
    assert changed(kept, sa.delete(titles).where(titles.c.action == "walk")) == [
        ("titles", "titles_actions", ("walk",))
    ]


def test_a_row_too_many_is_found(kept: sa.Engine) -> None:
    extra = sa.insert(titles).values(action="soup", title="Samen soup")
    assert changed(kept, extra) == [("titles", "titles_actions", ("soup",))]


def test_a_row_that_can_no_longer_be_read_is_found(sqlite_engine: sa.Engine) -> None:
    engine = keep(Journal(sqlite_engine))
    broken = sa.text("UPDATE titles_actions SET by_when = 'morgen'")
    assert changed(engine, broken) == [("titles", "titles_actions", ())]


def test_a_table_that_is_gone_is_found(kept: sa.Engine) -> None:
    assert changed(kept, sa.schema.DropTable(titles)) == [("titles", "titles_actions", ())]


def test_a_projection_behind_is_compared_with_where_it_was(kept: sa.Engine) -> None:
    Journal(kept).append([ActionAgreed(action="cake", title="Taart")], by="fatima")
    assert found(kept) == []


def test_projections_that_reached_different_entries_are_each_compared_with_their_own(
    kept: sa.Engine,
) -> None:
    prepare(kept, [TITLES, DONE])
    advance(kept, [DONE])
    Journal(kept).append([ActionDone(action="walk", on=MARCH)], by="fatima")
    advance(kept, [TITLES])
    assert list(differences(kept, [TITLES, DONE])) == []
    with writing(kept) as db:
        db.execute(sa.delete(titles))
        db.execute(sa.delete(done))
    found = {one.projection: one.position for one in differences(kept, [TITLES, DONE])}
    assert found == {"titles": 6, "done": 5}
