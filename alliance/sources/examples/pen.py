"""The pen that writes the examples: who did what on which day, by the same rules as on the site."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from alliance.dutch import AMSTERDAM, day_of
from alliance.events.base import Event
from alliance.journal import Entry
from alliance.sources.examples.cast import PLACES

SEED = 2019
"""The same story every time; only the keys of the members are new."""
LONG_AGO = 340
DAY, AFTERNOON, EVENING = 10, 16, 20
"""Hours at which something is usually written down: at work, after a meeting, at home."""
SATURDAY = 5


@dataclass(frozen=True)
class Told:
    """Some events that one person wrote down at one moment."""

    at: datetime
    by: str
    events: tuple[Event, ...]


class Pen:
    """Writes the story down in any order; what was told comes out in the order of time."""

    def __init__(self, until: date, keys: dict[str, str], before: Sequence[Entry]) -> None:
        """`keys` gives each person of the cast a key; `before` is what the journal holds."""
        self.until = until
        self.keys = keys
        self.chance = Random(SEED)
        self._told: list[Told] = []
        self._streams: dict[str, list[Event]] = defaultdict(list)
        self._last: dict[str, datetime] = {}
        for entry in before:
            self._streams[entry.stream].append(entry.event)

    def day(self, before: int) -> date:
        """A working day, so many days before the end of the story, or just before that."""
        return self.working(self.exact(before))

    def working(self, day: date) -> date:
        """A working day: that day, or the Friday before it."""
        return day - timedelta(days=max(0, day.weekday() - SATURDAY + 1))

    def exact(self, before: int) -> date:
        """The day so many days before the end of the story; a negative number is after it."""
        return self.until - timedelta(days=before)

    def new(self) -> str:
        """A key for something new."""
        return f"{self.chance.getrandbits(64):016x}"

    def past(self, subject: str, key: str) -> list[Event]:
        """Everything that happened with one subject so far."""
        return list(self._streams[f"{subject}:{key}"])

    def known(self, subject: str) -> list[str]:
        """The keys of all subjects of one kind so far."""
        streams = [stream.partition(":") for stream in self._streams]
        return [key for kind, _, key in streams if kind == subject]

    def last(self, subject: str, key: str) -> date:
        """The day on which the story last spoke of a subject; long ago when it never did."""
        at = self._last.get(f"{subject}:{key}")
        return day_of(at) if at else self.exact(LONG_AGO)

    def write(self, who: str, on: date, *events: Event, hour: int = DAY) -> None:
        """Let someone write events down on a day, at their own minute of an hour.

        Raises ValueError when something later happened in a stream already: a slip in the story.
        """
        at = datetime.combine(on, time(hour, PLACES.get(who, 0)), AMSTERDAM).astimezone(UTC)
        for event in events:
            if at < self._last.get(event.stream, at):
                raise ValueError(f"{event} is told after what came later")
            self._last[event.stream] = at
            self._streams[event.stream].append(event)
        self._told.append(Told(at, self.keys.get(who, who), events))

    def told(self) -> list[Told]:
        """Everything that was told, in the order of time; what is of one moment stands together."""
        together: dict[tuple[datetime, str], list[Event]] = {}
        for one in sorted(self._told, key=lambda one: one.at):
            together.setdefault((one.at, one.by), []).extend(one.events)
        return [Told(at, by, tuple(events)) for (at, by), events in together.items()]
