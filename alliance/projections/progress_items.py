"""What came of what: an action, activity, outcome or lesson as one item, below its origin.

An item counts for its own result, or else for the result of what it came from, whenever either is
linked. It is packed in one column, since it is searched only by what it counts for.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec
import sqlalchemy as sa

from alliance.events.counts import Count
from alliance.events.outcomes import Evidence

Kind = Literal["action", "activity", "outcome", "lesson"]
State = Literal["asked", "open", "done", "held", "recorded", "dropped", "withdrawn"]
NEWS = frozenset({"done", "held", "recorded"})
"""The states of an item in which it tells how a result is going."""
LATER = 10_000_000
"""Where in a list what has ended begins: below everything that is open."""


class Item(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An action, activity, outcome or lesson as it stands now."""

    stream: str
    kind: Kind
    state: State = "open"
    title: str = ""
    said: str | None = None  # what came of it, or why not
    parent: str | None = None  # the stream it came from
    children: tuple[str, ...] = ()
    own_result: str | None = None  # empty: none, whatever it came from
    own_theme: str | None = None
    result: str | None = None  # its own, or that of what it came from
    theme: str | None = None
    planned: str | None = None
    day: date | None = None  # by when, or on which day
    moved: int = 0
    moved_on: date | None = None
    ended_on: date | None = None  # done, dropped, held, cancelled or recorded
    shared_on: date | None = None  # when a lesson or by-catch was written down
    unplanned: bool = False
    evidence: Evidence | None = None
    counts: tuple[Count, ...] = ()  # as they were said
    counted: tuple[Count, ...] = ()  # those that add up: not what its activity counts already
    told: int = 0  # how many counts of outcomes below it say how many
    bucket: str | None = (
        None  # a result, else a theme, else "" for nothing yet; None: taken back, or only asked
    )
    news_on: date | None = None  # when it told how its result is going
    traits: str = ""  # how it is counted: action:done, activity:held:uncounted

    @property
    def key(self) -> str:
        """Its id, without what it is."""
        return self.stream.partition(":")[2]

    @property
    def stands(self) -> bool:
        """Whether it was not taken back."""
        return self.bucket is not None

    @property
    def rank(self) -> int:
        """Where it stands in a list: what is open first, then the latest day."""
        latest = -self.day.toordinal() if self.day else 0
        return latest if self.state == "open" else latest + LATER


def known(counts: Iterable[Count]) -> int:
    """How many of these counts say how many."""
    return sum(count.known != "onbekend" for count in counts)


class Packed(sa.types.TypeDecorator[Item]):
    """A column that holds a whole item."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Item | None, dialect: sa.Dialect) -> str | None:
        """An item as text."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Item | None:
        """The item that a text holds."""
        return None if value is None else msgspec.json.decode(value, type=Item)
