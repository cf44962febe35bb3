"""The lease: of all clocks, one works; another takes over when it falls silent."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa

from alliance import lease
from alliance.database import reading
from tests.conftest import MONDAY_MORNING as NOW


@pytest.fixture
def ready(engine: sa.Engine) -> sa.Engine:
    lease.create_tables(engine)
    return engine


def test_the_first_clock_to_ask_gets_the_lease(ready: sa.Engine) -> None:
    assert lease.take(ready, "one", NOW)
    assert not lease.take(ready, "other", NOW)


def test_whoever_has_the_lease_keeps_it_by_asking_again(ready: sa.Engine) -> None:
    for beat in range(5):
        assert lease.take(ready, "one", NOW + beat * lease.TERM / 2)
    assert not lease.take(ready, "other", NOW + 2.5 * lease.TERM)


def test_another_takes_over_from_a_clock_that_fell_silent(ready: sa.Engine) -> None:
    lease.take(ready, "one", NOW)
    assert not lease.take(ready, "other", NOW + lease.TERM - timedelta(seconds=1))
    assert lease.take(ready, "other", NOW + lease.TERM)
    assert not lease.take(ready, "one", NOW + lease.TERM)


def test_a_clock_that_ends_gives_the_lease_away_at_once(ready: sa.Engine) -> None:
    lease.take(ready, "one", NOW)
    lease.release(ready, "other")
    assert not lease.take(ready, "other", NOW)
    lease.release(ready, "one")
    assert lease.take(ready, "other", NOW)


def test_of_many_that_ask_at_once_exactly_one_gets_it(ready: sa.Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda name: lease.take(ready, f"clock {name}", NOW), range(24)))
    assert taken.count(True) == 1


def test_it_is_known_when_a_clock_was_last_heard(ready: sa.Engine) -> None:
    with reading(ready) as db:
        assert lease.last_heard(db) is None
    lease.take(ready, "one", NOW)
    lease.release(ready, "one")
    with reading(ready) as db:
        assert lease.last_heard(db) == NOW


def test_making_the_table_twice_changes_nothing(ready: sa.Engine) -> None:
    lease.take(ready, "one", NOW)
    lease.create_tables(ready)
    assert not lease.take(ready, "other", NOW)
