"""The bare `eventsourcing` library with the same events: what ours is measured against."""

import types
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
import sqlalchemy as sa
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate

from alliance.events.base import KINDS, Event
from alliance.journal import Entry

PAGE = 5_000
AT_ONCE = 200
"""Events in one save; with thousands its pipeline to PostgreSQL never ends."""


def _kind(kind: type[Event]) -> type[Any]:
    """The library's class for one kind of event: the same fields, as plain JSON values."""

    def fill(body: dict[str, Any]) -> None:
        body["__module__"] = __name__
        body["__annotations__"] = dict.fromkeys(kind.__struct_fields__, object)

    return types.new_class(kind.__name__, (Aggregate.Event,), exec_body=fill)


OF_KIND = {name: _kind(kind) for name, kind in KINDS.items()}
globals().update({kind.__name__: kind for kind in OF_KIND.values()})  # where its topics lead


class Log:
    """An application of the library with a log of its own."""

    def __init__(self, **environment: str) -> None:
        self.application: Application[UUID] = Application(env=environment)

    @classmethod
    def on_sqlite(cls, file: Path) -> "Log":
        """A log in a SQLite file; write-ahead, synchronous=FULL, as the library does by itself."""
        return cls(PERSISTENCE_MODULE="eventsourcing.sqlite", SQLITE_DBNAME=str(file))

    @classmethod
    def on_postgres(cls, url: sa.URL) -> "Log":
        """A log on a PostgreSQL server."""
        return cls(
            PERSISTENCE_MODULE="eventsourcing.postgres",
            POSTGRES_DBNAME=str(url.database),
            POSTGRES_HOST=str(url.query.get("host", url.host)),
            POSTGRES_PORT=str(url.port or 5432),
            POSTGRES_USER=str(url.username),
            POSTGRES_PASSWORD=str(url.password or ""),
        )

    def copy(self, found: Iterable[Entry]) -> None:
        """Write the same events down."""
        page: list[Any] = []
        for entry in found:
            page.append(as_theirs(entry))
            if len(page) == AT_ONCE:
                self.application.events.put(page)
                page = []
        self.application.events.put(page)

    def read(self) -> int:
        """Read and decode everything; how many there were."""
        application, start, number = self.application, 1, 0
        while True:
            page = application.recorder.select_notifications(start, PAGE)
            for notification in page:
                application.mapper.to_domain_event(notification)
            number += len(page)
            if len(page) < PAGE:
                return number
            start = page[-1].id + 1

    def save(self, title: str) -> None:
        """Save one new aggregate: one event, as the bare library does it."""
        self.application.save(Action(title=title, by_when="2026-03-02", organisation="org-1"))


class Action(Aggregate):
    """What the library saves: as small as our event."""

    def __init__(self, title: str, by_when: str, organisation: str) -> None:
        self.title, self.by_when, self.organisation = title, by_when, organisation


def as_theirs(entry: Entry) -> Any:
    """The same event as the library would hold it."""
    fields = msgspec.to_builtins(entry.event)
    return OF_KIND[entry.name](
        originator_id=uuid5(NAMESPACE_URL, entry.stream),
        originator_version=entry.version,
        timestamp=datetime.now(UTC),
        **{name: fields.get(name) for name in entry.event.__struct_fields__},
    )
