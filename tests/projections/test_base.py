"""Catching up and rebuilding: each entry once, in one pass, and a faulty projection stays alone."""

import threading
from collections.abc import Sequence
from datetime import date

import pytest
import sqlalchemy as sa

from alliance.database import open_engine, reading, writing
from alliance.events.actions import ActionAgreed, ActionDone, ActionDropped, ActionFacts
from alliance.events.base import Event
from alliance.journal import Entry, Journal
from alliance.projections.base import (
    Projection,
    Rows,
    catch_up,
    made_with,
    prepare,
    rebuild,
    seen_positions,
)

MONDAY = date(2026, 3, 2)
tables = sa.MetaData()
counted = sa.Table(
    "test_counted",
    tables,
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("times", sa.Integer),
    sa.Column("last", sa.Text),
)


def apply(rows: Rows, entry: Entry) -> None:
    match entry.event:
        case ActionFacts(title=word):
            row = rows.get(counted, word)
            rows.put(counted, word=word, times=(row["times"] if row else 0) + 1)
        case ActionDone(yielded=word):
            rows.change(counted, word, last=str(entry.position))
        case ActionDropped(reason=word):
            rows.drop(counted, word)


COUNTED = Projection("counted", tables, apply)


def stumble(rows: Rows, entry: Entry) -> None:
    match entry.event:
        case ActionDone():
            raise ZeroDivisionError


FAULTY = Projection("faulty", sa.MetaData(), stumble)


def agreed(word: str, action: str = "a1") -> ActionAgreed:
    return ActionAgreed(action=action, title=word)


def given(journal: Journal, *events: Event) -> None:
    journal.append(events, by="noor")


def rows_of(engine: sa.Engine) -> list[tuple[str, int, str | None]]:
    with reading(engine) as db:
        return [tuple(row) for row in db.execute(sa.select(counted).order_by("word")).all()]


def positions_of(engine: sa.Engine) -> dict[str, int]:
    with reading(engine) as db:
        return seen_positions(db)


def test_what_was_written_shows_after_catching_up(engine: sa.Engine, journal: Journal) -> None:
    rebuild(engine, [COUNTED])
    given(journal, agreed("taart"), agreed("taart", "a2"), agreed("zaal"))
    catch_up(engine, [COUNTED])
    assert rows_of(engine) == [("taart", 2, None), ("zaal", 1, None)]


def test_catching_up_twice_counts_once(engine: sa.Engine, journal: Journal) -> None:
    rebuild(engine, [COUNTED])
    given(journal, agreed("taart"))
    for _ in range(2):
        catch_up(engine, [COUNTED])
    assert rows_of(engine) == [("taart", 1, None)]


def test_rows_are_changed_and_dropped(engine: sa.Engine, journal: Journal) -> None:
    rebuild(engine, [COUNTED])
    given(journal, agreed("taart"), agreed("zaal"))
    catch_up(engine, [COUNTED])
    given(
        journal,
        ActionDone(action="a1", on=MONDAY, yielded="taart"),
        ActionDone(action="a1", on=MONDAY, yielded="nooit gehoord"),
        ActionDropped(action="a1", reason="zaal"),
    )
    catch_up(engine, [COUNTED])
    assert rows_of(engine) == [("taart", 1, "3")]


def test_a_rebuild_gives_the_same_rows(engine: sa.Engine, journal: Journal) -> None:
    rebuild(engine, [COUNTED])
    for word in ("taart", "zaal", "taart"):
        given(journal, agreed(word))
        catch_up(engine, [COUNTED])
    before = rows_of(engine)
    told: list[int] = []
    assert rebuild(engine, [COUNTED], "nieuw", told.append) == 3
    assert rows_of(engine) == before
    with reading(engine) as db:
        assert made_with(db) == {"nieuw"}


def test_a_rebuild_of_an_empty_journal_leaves_nothing(engine: sa.Engine) -> None:
    assert rebuild(engine, [COUNTED]) == 0
    assert rows_of(engine) == []


def test_only_the_faulty_projection_stays_behind(
    engine: sa.Engine, journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    rebuild(engine, [COUNTED, FAULTY])
    given(journal, agreed("taart"), ActionDone(action="a1", on=MONDAY), agreed("zaal"))
    catch_up(engine, [COUNTED, FAULTY])
    assert positions_of(engine) == {"counted": 3, "faulty": 0}
    assert [word for word, _, _ in rows_of(engine)] == ["taart", "zaal"]
    assert "faulty" in caplog.text


def test_a_locked_database_is_waited_for_once(
    sqlite_engine: sa.Engine, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    rebuild(sqlite_engine, [COUNTED, FAULTY])
    given(Journal(sqlite_engine), agreed("taart"))
    hurried = open_engine(sqlite_url, patience=0.05)
    with writing(sqlite_engine):
        catch_up(hurried, [COUNTED, FAULTY])
    hurried.dispose()
    assert positions_of(sqlite_engine) == {"counted": 0, "faulty": 0}
    assert caplog.text.count("stay behind") == 1
    assert "on its own" not in caplog.text


def test_two_workers_never_apply_an_entry_twice(engine: sa.Engine, journal: Journal) -> None:
    rebuild(engine, [COUNTED])

    def work() -> None:
        for _ in range(10):
            given(journal, agreed("taart"))
            catch_up(engine, [COUNTED])

    workers = [threading.Thread(target=work) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert rows_of(engine) == [("taart", 30, None)]


def test_a_table_with_other_columns_is_made_anew(engine: sa.Engine) -> None:
    with writing(engine) as db:
        db.execute(sa.text("CREATE TABLE test_counted (word TEXT PRIMARY KEY, old INTEGER)"))
    prepare(engine, [COUNTED])
    assert rows_of(engine) == []


def test_a_projection_is_shown_the_kinds_its_apply_names() -> None:
    def names(kinds: Sequence[type[Event]]) -> set[str]:
        return {kind.stored_name for kind in kinds}

    assert names([*COUNTED.kinds]) == {
        "action_agreed",
        "action_asked",
        "action_corrected",
        "action_handed_over",
        "action_logged",
        "answer_disputed",
        "action_done",
        "action_dropped",
    }
