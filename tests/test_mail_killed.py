"""A process that is killed while the mail server thinks: nothing is lost, nothing goes twice."""

import subprocess
import sys
import time

import sqlalchemy as sa

from alliance import outbox, outbox_choices
from alliance.database import reading, writing
from alliance.mail import Server
from tests.conftest import Clock
from tests.postbox import SENDER, Mailbox, put, send, states

CHILD = """
import sys
from datetime import datetime
from alliance.database import open_engine
from alliance.mail import Server, send_due
url, server, now = sys.argv[1:]
send_due(open_engine(url), Server.from_url(server), lambda *_: None, datetime.fromisoformat(now))
"""
PATIENCE = 30.0


def kill_while_it_thinks(url: str, server: Server, mailbox: Mailbox, clock: Clock) -> None:
    """Another process hands over a letter and is killed before it hears that it was taken."""
    mailbox.thinks = PATIENCE
    at = f"smtp://127.0.0.1:{server.port}/?from={SENDER}"
    process = subprocess.Popen([sys.executable, "-c", CHILD, url, at, clock().isoformat()])
    began = time.monotonic()
    while not mailbox.taken and time.monotonic() - began < PATIENCE:
        time.sleep(0.02)
    process.kill()
    process.wait()
    mailbox.thinks = 0.0


def test_a_letter_of_a_killed_process_is_uncertain_and_goes_again_under_the_same_id(
    box: sa.Engine, sqlite_url: str, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock)
    kill_while_it_thinks(sqlite_url, server, mailbox, clock)
    assert states(box) == [outbox.CLAIMED]
    assert send(box, server, clock) == 0
    clock.forward(minutes=11)
    assert send(box, server, clock) == 0
    assert states(box) == [outbox.UNCERTAIN]
    with reading(box) as db:
        [letter] = outbox.letters(db)
    with writing(box) as db:
        assert outbox_choices.again(db, letter.id, clock())
        assert not outbox_choices.again(db, letter.id, clock())
    assert send(box, server, clock) == 1
    first, second = mailbox.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert states(box) == [outbox.SENT]


def test_what_the_keeper_leaves_is_not_sent_again(box: sa.Engine, clock: Clock) -> None:
    put(box, clock)
    outbox.claim(box, lambda *_: None, "voorbeeld.example", clock())
    clock.forward(minutes=11)
    with writing(box) as db:
        outbox.lapse(db, clock())
        [letter] = outbox.letters(db)
        assert outbox.numbers(db) == {outbox.UNCERTAIN: 1}
        assert outbox_choices.leave(db, letter.id)
        assert not outbox_choices.leave(db, letter.id)
    assert states(box) == [outbox.LAPSED]
