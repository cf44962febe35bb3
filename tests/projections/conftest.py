"""What every question is asked of: a journal in which given things happened."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any, Protocol, TypeVar

import pytest
import sqlalchemy as sa

from alliance.database import reading
from alliance.events.base import Event
from alliance.journal import Journal
from alliance.projections import ALL
from alliance.projections.base import advance, prepare
from tests.conftest import Clock

Answer = TypeVar("Answer")


class Given(Protocol):
    """Lets things happen, one after another."""

    def __call__(self, *events: Event, by: str = "noor", at: date | None = None) -> None:
        """Let these happen, on this day at noon; without a day, on the day of what was before."""


@pytest.fixture
def given(sqlite_engine: sa.Engine, clock: Clock) -> Given:
    """Appends events to a journal; every question then knows of them."""
    prepare(sqlite_engine, ALL)
    journal = Journal(sqlite_engine, clock)

    def given(*events: Event, by: str = "noor", at: date | None = None) -> None:
        if at is not None:
            clock.now = datetime.combine(at, time(12), UTC)
        journal.append(events, by=by)
        advance(sqlite_engine, ALL)

    return given


@pytest.fixture
def asked(sqlite_engine: sa.Engine) -> Callable[..., Any]:
    """The answer to a query about what happened so far."""

    def asked(query: Callable[..., Answer], *args: Any, **kwargs: Any) -> Answer:
        with reading(sqlite_engine) as db:
            return query(db, *args, **kwargs)

    return asked
