"""Two who answer about the same offers at the same moment, on both databases: once is once."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from flask import Flask

from alliance.app import create_app
from alliance.desk import Desk
from alliance.events.base import Event
from alliance.readiness import make_ready
from tests.conftest import Clock
from tests.web.conftest import settings_for
from tests.web.offers_asked import OURS, drawn, history, link, list_club, state
from tests.web.visitor import SAME_ORIGIN, Visitor

ALL = {"antwoord": "klopt:alles"}


def confirmations(desk: Desk) -> list[tuple[Event, str]]:
    return [one for offer in OURS for one in history(desk, offer)[1:]]


@pytest.fixture
def busy(url: str, tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Flask]:
    """A site with nothing but the club, on SQLite and on PostgreSQL."""
    folder = tmp_path_factory.mktemp("busy")
    app = create_app(replace(settings_for(folder), database_url=url), clock)
    desk: Desk = app.extensions["alliance"]
    make_ready(desk)
    list_club(desk)
    yield app
    desk.engine.dispose()


def at_once(*sends: Callable[[], int]) -> list[int]:
    """The statuses of answers that are sent at the same moment."""
    start = Barrier(len(sends))

    def send(one: Callable[[], int]) -> int:
        start.wait()
        return one()

    with ThreadPoolExecutor(len(sends)) as threads:
        return sorted(threads.map(send, sends))


def test_two_who_answer_at_the_same_moment_are_written_down_once(busy: Flask) -> None:
    desk: Desk = busy.extensions["alliance"]
    address = link(desk)

    def sender(answer: dict[str, str]) -> Callable[[], int]:
        visitor = Visitor(busy)
        form = drawn(visitor, address) | answer
        return lambda: visitor.client.post(address, data=form, headers=SAME_ORIGIN).status_code

    statuses = at_once(*(sender(ALL) for _ in range(3)))
    assert statuses == [303, 409, 409]
    assert len(confirmations(desk)) == 3
    assert [state(desk, one) for one in OURS] == ["bevestigd"] * 3


def test_one_form_sent_twice_at_the_same_moment_counts_once(busy: Flask) -> None:
    desk: Desk = busy.extensions["alliance"]
    address, visitor = link(desk), Visitor(busy)
    form = drawn(visitor, address) | ALL

    def send() -> int:
        other = Visitor(busy)
        other.client._cookies = visitor.client._cookies
        return other.client.post(address, data=form, headers=SAME_ORIGIN).status_code

    assert at_once(send, send) == [303, 303]
    assert len(confirmations(desk)) == 3
