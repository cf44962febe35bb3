"""What a made-up alliance knows of itself on one day: from a fixed seed, always the same."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from alliance.events.base import Event

SEED = 2026
ORGANISATIONS = 31
WORDS = (
    "koffie ochtend samen wandelen bezoek bellen maatje buurt huis tafel eten muziek tuin avond "
    "jongeren ouderen mantelzorg nieuw inloop fiets vervoer flyer huisarts school kerk sport"
)


class Past:
    """Who and what there is, what is going to happen, and chance."""

    def __init__(self, plan: Sequence[Event], started: date) -> None:
        """`plan` is what was taken in before."""
        self._chance = Random(SEED)
        self._known: dict[str, list[str]] = defaultdict(list)
        for event in plan:
            self._known[event.subject].append(getattr(event, event.subject))
        del self._known["organisation"][ORGANISATIONS:]
        self._known["member"].clear()
        self._wijken: list[str] = [
            area.code
            for event in plan
            for area in getattr(event, "items", ())
            if area.level == "wijk"
        ]
        self._due: dict[date, list[Event]] = defaultdict(list)
        self._made = 0
        self.today = started

    def take(self) -> list[Event]:
        """What happens today, once."""
        return self._due.pop(self.today, [])

    def times(self, rate: float) -> int:
        """How often something happens today that happens so many times a day."""
        return int(rate) + (self._chance.random() < rate % 1)

    def one(self, subject: str) -> str:
        """Any one of what is known of a subject."""
        return self._chance.choice(self._known[subject])

    def maybe(self, subject: str, share: float = 0.5) -> str | None:
        """One of a subject, in this share of the cases."""
        return self.one(subject) if self._chance.random() < share else None

    def wijk(self) -> str:
        """Any wijk."""
        return self._chance.choice(self._wijken)

    def chance(self, share: float) -> bool:
        """Yes, in this share of the cases."""
        return self._chance.random() < share

    def number(self, least: int, most: int) -> int:
        """Any number between these two."""
        return self._chance.randint(least, most)

    def line(self, words: int = 6) -> str:
        """Some words in a row."""
        return " ".join(self._chance.choices(WORDS.split(), k=words)).capitalize()

    def new(self, kind: str) -> str:
        """A key that was not used before."""
        self._made += 1
        return f"{kind}-{self._made:07d}"

    def keep(self, subject: str, key: str) -> None:
        """Know one more of a subject."""
        self._known[subject].append(key)

    def lose(self, subject: str) -> str:
        """Forget the one of a subject that was known longest."""
        return self._known[subject].pop(0)

    def tell(self, event: Event, after: int = 0) -> None:
        """Let this happen so many days from today."""
        self._due[self.today + timedelta(days=after)].append(event)

    def has(self, subject: str) -> int:
        """How many of a subject are known."""
        return len(self._known[subject])
