"""The clock: each job is done by one process, on time, and one that fails stops no other."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance import lease, members, outbox, rounds
from alliance.config import Settings
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.journal import TextRedacted
from alliance.jobs import JOBS, Clock, Job
from alliance.readiness import make_ready
from alliance.recorder import receipts
from tests.conftest import Clock as Time
from tests.projections.test_verification import TITLES

AGREED = ActionAgreed(action="coffee", title="Koffie in de wijk")
OFTEN = timedelta(milliseconds=20)
PATIENCE = 20.0


@pytest.fixture
def desk(sqlite_engine: sa.Engine, sqlite_url: str, tmp_path: Path, clock: Time) -> Desk:
    """A desk that knows one projection."""
    settings = Settings(
        database_url=sqlite_url,
        secret_key="k" * 32,
        site_url="http://127.0.0.1",
        smtp_url=None,
        folder=tmp_path / "past",
        demo=False,
    )
    desk = Desk(settings, sqlite_engine, clock, [TITLES])
    make_ready(desk)
    return desk


def job(name: str) -> Job:
    return next(one for one in JOBS if one.name == name)


def rows(desk: Desk, table: sa.Table) -> int:
    with reading(desk.engine) as db:
        return db.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_job_is_done_while_the_clock_runs_and_not_after(desk: Desk) -> None:
    done = threading.Event()
    clock = Clock(desk, [Job("once", OFTEN, lambda _desk: done.set())])
    clock.start()
    assert done.wait(PATIENCE)
    clock.stop()
    done.clear()
    assert not done.wait(OFTEN.total_seconds() * 3)


def test_of_two_clocks_one_works_and_the_other_takes_over(desk: Desk) -> None:
    turns: list[str] = []

    def named(name: str) -> Clock:
        return Clock(desk, [Job("note", OFTEN, lambda _desk: turns.append(name))])

    both = {name: named(name) for name in ("one", "other")}
    both["one"].start()
    wait_for(lambda: turns.count("one") > 1)
    both["other"].start()
    wait_for(lambda: turns.count("one") > 5)
    assert "other" not in turns
    both["one"].stop()
    wait_for(lambda: "other" in turns)
    both["other"].stop()
    assert turns == sorted(turns)


def test_a_job_that_fails_is_logged_and_stops_no_other(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    done = threading.Event()

    def fail(_desk: Desk) -> None:
        raise ValueError("this job is broken")

    clock = Clock(desk, [Job("broken", OFTEN, fail), Job("sound", OFTEN, lambda _: done.set())])
    with caplog.at_level(logging.ERROR):
        clock.start()
        assert done.wait(PATIENCE)
        wait_for(lambda: "this job is broken" in caplog.text)
        clock.stop()


def test_a_running_clock_is_heard(desk: Desk, clock: Time) -> None:
    running = Clock(desk, [])
    running.start()
    wait_for(lambda: heard(desk))
    running.stop()
    assert heard(desk) == clock.now


def test_a_projection_that_stayed_behind_catches_up(desk: Desk) -> None:
    desk.journal.append([AGREED], by="fatima")
    assert desk.behind() == {"titles": 0}
    job("retry_projections").work(desk)
    assert desk.behind() == {}


def test_receipts_go_after_thirty_days(desk: Desk, clock: Time) -> None:
    desk.record([AGREED], by="fatima", key="k1", form="f", answer="/")
    clock.forward(days=29)
    job("sweep_receipts").work(desk)
    assert rows(desk, receipts) == 1
    clock.forward(days=2)
    job("sweep_receipts").work(desk)
    assert rows(desk, receipts) == 0


def test_files_of_past_dates_go_when_there_are_too_many(desk: Desk) -> None:
    job("sweep_past").work(desk)
    (desk.settings.folder / "3-code").mkdir(parents=True)  # as an earlier release kept them
    for number in range(12):
        (desk.settings.folder / f"{number}-chain-0-code.db").touch()
    job("sweep_past").work(desk)
    assert len(list(desk.settings.folder.iterdir())) == 8


def test_files_made_before_a_text_was_taken_away_go_at_once(desk: Desk) -> None:
    desk.settings.folder.mkdir()
    for times in (0, 1):
        (desk.settings.folder / f"3-chain-{times}-code.db").touch()
    gone = TextRedacted(journal="alliance", entry=1, field="title", digest="0" * 64)
    desk.record([gone], by="bram")
    job("sweep_past").work(desk)
    assert [file.name for file in desk.settings.folder.iterdir()] == ["3-chain-1-code.db"]


def test_what_is_past_its_term_goes_from_the_phone_book(desk: Desk, clock: Time) -> None:
    with writing(desk.engine) as db:
        members.add_member(db, "m1", name="Fatima Voorbeeld", mail="f@example.nl", now=clock.now)
        members.open_session(db, "m1", clock.now)
    clock.forward(days=31)
    job("sweep_people").work(desk)
    assert (rows(desk, members.sessions), rows(desk, members.members)) == (0, 1)


def test_without_a_mail_server_letters_wait(desk: Desk, clock: Time) -> None:
    with writing(desk.engine) as db:
        outbox.put(
            db,
            about="week:1",
            kind="week",
            subject="Deze week",
            body="Dag.",
            now=clock.now,
            to="mail:f@example.nl",
        )
    job("send_mail").work(desk)
    with reading(desk.engine) as db:
        assert [letter.state for letter in outbox.letters(db)] == [outbox.WAITS]


def test_mail_is_made_only_where_it_can_be_sent_or_shown(desk: Desk, clock: Time) -> None:
    job("do_rounds").work(desk)
    assert rows(desk, rounds.rounds) == 0
    make_ready(whole := Desk(replace(desk.settings, demo=True), desk.engine, clock))
    job("do_rounds").work(whole)
    assert rows(desk, rounds.rounds) == 1


def heard(desk: Desk) -> datetime | None:
    with reading(desk.engine) as db:
        return lease.last_heard(db)


def wait_for(true: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(OFTEN.total_seconds())


def test_a_letter_that_waits_is_sent_within_a_quarter_of_a_minute() -> None:
    assert job("send_mail").every == timedelta(seconds=15)
