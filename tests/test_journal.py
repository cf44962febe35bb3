"""The journal: nothing lost, nothing twice, in order, and read back as it was written."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alliance import recorder
from alliance.chain import check_journal
from alliance.database import reading, writing
from alliance.events.actions import ActionAgreed, ActionDone, ActionMoved
from alliance.events.base import Event
from alliance.journal import (
    Damaged,
    Journal,
    Numbered,
    Stale,
    entries,
    head,
    page,
    position_at,
    stream,
    version,
)
from tests.conftest import MONDAY_MORNING, Clock

AGREED = ActionAgreed(action="coffee", title="Koffie in de wijk")
MOVED = ActionMoved(action="coffee", by_when=date(2026, 4, 1))
DONE = ActionDone(action="coffee", on=date(2026, 3, 2))
WALK = ActionAgreed(action="walk", title="Samen wandelen")


def written(engine: sa.Engine) -> list[Event]:
    with reading(engine) as db:
        return [entry.event for entry in entries(db)]


def test_an_entry_says_what_happened_when_and_by_whom(journal: Journal) -> None:
    receipt = journal.append([AGREED], by="fatima")
    with reading(journal.engine) as db:
        [entry] = entries(db)
    assert (receipt.position, receipt.again) == (1, False)
    assert (entry.position, entry.stream, entry.version) == (1, "action:coffee", 1)
    assert (entry.name, entry.at, entry.by) == ("action_agreed", MONDAY_MORNING, "fatima")
    assert entry.event == AGREED


def test_one_append_touches_several_streams(journal: Journal) -> None:
    assert journal.append([AGREED, WALK, MOVED], by="fatima").position == 3
    with reading(journal.engine) as db:
        assert [entry.event for entry in stream(db, "action:coffee")] == [AGREED, MOVED]
        assert version(db, "action:coffee") == 2
        assert version(db, "action:walk") == 1
        assert version(db, "action:unknown") == 0


def test_an_append_is_written_as_a_whole_or_not_at_all(journal: Journal) -> None:
    unreadable = ActionMoved(action="walk", by_when="2 maart")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="action_moved"):
        journal.append([AGREED, unreadable], by="fatima")
    assert written(journal.engine) == []


@pytest.mark.parametrize(
    "event",
    [
        ActionAgreed(action="coffee", title="x" * 201),
        ActionAgreed(action="two words", title="Koffie"),
        ActionDone(action="coffee", on=datetime(2026, 3, 2, tzinfo=UTC)),
    ],
    ids=["too long", "no id", "a moment for a day"],
)
def test_what_would_not_read_back_is_never_stored(journal: Journal, event: Event) -> None:
    with pytest.raises(TypeError):
        journal.append([event], by="fatima")


def test_a_page_drawn_from_an_older_version_is_stale(journal: Journal) -> None:
    journal.append([AGREED], by="fatima", seen={"action:coffee": 0})
    journal.append([MOVED], by="jan", seen={"action:coffee": 1})
    with pytest.raises(Stale) as caught:
        journal.append([DONE], by="fatima", seen={"action:coffee": 1})
    assert (caught.value.stream, caught.value.seen, caught.value.now) == ("action:coffee", 1, 2)


@pytest.mark.parametrize("seen", [0, 2], ids=["too low", "too high"])
def test_streams_that_were_only_read_are_compared_too(journal: Journal, seen: int) -> None:
    journal.append([AGREED], by="fatima")
    with pytest.raises(Stale):
        journal.append([WALK], by="fatima", seen={"action:coffee": seen})
    assert written(journal.engine) == [AGREED]


def test_time_never_goes_back(journal: Journal, clock: Clock) -> None:
    journal.append([AGREED], by="fatima")
    clock.forward(hours=-1)
    journal.append([MOVED], by="fatima")
    with reading(journal.engine) as db:
        assert [entry.at for entry in entries(db)] == [MONDAY_MORNING] * 2


def test_a_moment_without_a_time_zone_is_refused(engine: sa.Engine) -> None:
    with pytest.raises(ValueError, match="time zone"):
        Journal(engine, lambda: datetime(2026, 3, 2)).append([AGREED], by="fatima")


def test_a_moment_finds_the_last_entry_that_was_there(journal: Journal, clock: Clock) -> None:
    for events in ([AGREED], [MOVED, WALK], [DONE]):
        journal.append(events, by="fatima")
        clock.forward(days=1)
    with reading(journal.engine) as db:
        hours = [-1, 0, 23, 24, 47, 48, 9_999]
        found = [position_at(db, MONDAY_MORNING + timedelta(hours=hour)) for hour in hours]
        assert found == [0, 1, 1, 3, 3, 4, 4]


def test_the_end_of_an_empty_journal_is_nothing(engine: sa.Engine) -> None:
    with reading(engine) as db:
        assert (head(db).position, head(db).at, head(db).chain) == (0, None, bytes(32))
        assert list(entries(db)) == page(db) == []
        assert position_at(db, MONDAY_MORNING) == 0


def test_entries_are_read_on_from_a_position_and_by_kind(journal: Journal) -> None:
    journal.append([AGREED, MOVED, WALK, DONE], by="fatima")
    with reading(journal.engine) as db:
        assert [entry.event for entry in entries(db, 1, up_to=3)] == [MOVED, WALK]
        assert [entry.event for entry in entries(db, kinds={ActionAgreed})] == [AGREED, WALK]
        assert list(entries(db, kinds=())) == []


def test_the_timeline_turns_its_pages_both_ways(journal: Journal) -> None:
    journal.append([AGREED, MOVED, WALK, DONE], by="fatima")
    with reading(journal.engine) as db:
        assert [entry.position for entry in page(db, limit=2)] == [4, 3]
        assert [entry.position for entry in page(db, limit=2, before=3)] == [2, 1]
        assert [entry.position for entry in page(db, limit=2, after=1)] == [3, 2]
        assert [entry.position for entry in page(db, names=["action_agreed"])] == [3, 1]
        assert [entry.position for entry in page(db, stream="action:coffee")] == [4, 2, 1]


def test_an_import_of_many_streams_is_one_append(journal: Journal) -> None:
    many = [ActionAgreed(action=f"a{number}", title="Koffie") for number in range(6_000)]
    journal.append(many, by="import")
    journal.append(many[:50], by="import", seen={f"action:a{number}": 1 for number in range(50)})
    with reading(journal.engine) as db:
        found = list(entries(db))
    assert [entry.position for entry in found] == list(range(1, 6_051))
    assert {entry.version for entry in found[6_000:]} == {2}


def test_the_librarys_store_reads_what_we_write(journal: Journal) -> None:
    journal.append([AGREED, MOVED], by="fatima")
    found = list(journal.store.get("action:coffee"))
    assert found == [Numbered("action:coffee", 1, AGREED), Numbered("action:coffee", 2, MOVED)]


@pytest.mark.parametrize("change", [{"name": "never_heard_of"}, {"data": b"{}"}])
def test_an_entry_that_cannot_be_read_is_named(
    journal: Journal, change: dict[str, str | bytes]
) -> None:
    journal.append([AGREED, MOVED], by="fatima")
    with writing(journal.engine) as db:
        table = recorder.journal
        db.execute(sa.update(table).where(table.c.position == 2).values(change))
        with pytest.raises(Damaged) as caught:
            list(entries(db))
    assert caught.value.position == 2


IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,9}", fullmatch=True)
TITLES = st.text(min_size=1, max_size=200)
ACTIONS = st.one_of(
    st.builds(ActionAgreed, action=IDS, title=TITLES, by_when=st.none() | st.dates()),
    st.builds(ActionMoved, action=IDS, by_when=st.dates(), reason=st.none() | TITLES),
)
MOMENTS = st.datetimes(min_value=datetime(2000, 1, 1), timezones=st.just(UTC))


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(events=st.lists(ACTIONS, max_size=8), now=MOMENTS)
def test_everything_reads_back_as_it_was_written(
    sqlite_engine: sa.Engine, events: list[Event], now: datetime
) -> None:
    with reading(sqlite_engine) as db:
        before = head(db)
    Journal(sqlite_engine, lambda: now).append(events, by="fatima")
    with reading(sqlite_engine) as db:
        found = list(entries(db, after=before.position))
        assert [entry.event for entry in found] == events
        assert all(entry.at == max(now, before.at or now) for entry in found)
        assert list(check_journal(db)) == []


WRITE_FOR_TEN_SECONDS = """
import sys, time
from alliance.database import open_engine
from alliance.events.actions import ActionAgreed
from alliance.journal import Journal
url, me = sys.argv[1:]
journal, until, number = Journal(open_engine(url)), time.monotonic() + 10, 0
while time.monotonic() < until:
    number += 1
    journal.append([ActionAgreed(action=f"{me}-{number}", title="Koffie")], by=me)
print(number)
"""


@pytest.mark.slow
def test_four_processes_writing_at_once_lose_nothing(
    sqlite_url: str, sqlite_engine: sa.Engine
) -> None:
    command = [sys.executable, "-c", WRITE_FOR_TEN_SECONDS, sqlite_url]
    writers = [
        subprocess.Popen([*command, f"m{number}"], stdout=subprocess.PIPE, text=True)
        for number in range(4)
    ]
    counts = [int(writer.communicate()[0]) for writer in writers]
    with reading(sqlite_engine) as db:
        found = list(entries(db))
        assert list(check_journal(db)) == []
    assert [entry.position for entry in found] == list(range(1, sum(counts) + 1))
    assert [sum(entry.by == f"m{number}" for entry in found) for number in range(4)] == counts
    assert min(counts) > 0


def test_what_is_stored_is_plain_json(journal: Journal) -> None:
    journal.append([AGREED], by="fatima")
    with reading(journal.engine) as db:
        data = db.execute(sa.select(recorder.journal.c.data)).scalar_one()
    assert msgspec.json.decode(data)["title"] == "Koffie in de wijk"
