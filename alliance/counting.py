"""Counting honestly: what was counted, what was not, and what may be added up.

Rules: a sum with an unknown part is a lower bound or unknown, different units are never added, and
people are never added up, since the same person may come twice: of several counts of people only
the largest is sure. Counts about residents under a floor do not show, nor can they be subtracted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from msgspec import structs

from alliance.dutch import number
from alliance.events.counts import OF_PEOPLE, UNITS, Count, Known

TAKING_PART = frozenset({"personen", "terugkomers", "getraind"})
"""Units of people who each took part at least once."""
NOT_ABOUT_PEOPLE = frozenset({"bijeenkomsten", "uren"})
KNOWN: dict[Known, str] = {
    "getal": "numbers",
    "minstens": "bounds",
    "onbekend": "unknown",
    "niet_aangeboden": "not_offered",
}
"""Which number of a tally a count belongs to, by how much is known of it."""
FLOOR = 5
"""Counts about residents under this number show as "minder dan 5" (privacy rule 5)."""


def honest(counts: Iterable[Count]) -> tuple[Count, ...]:
    """The counts of one occasion, each in the unit in which it may be added to others.

    People who may have been counted twice are participations; and who counted only people knows
    at least how often someone took part.
    """
    named = tuple(renamed(count) for count in counts)
    sure = [count.number or 0 for count in named if count.unit in TAKING_PART]
    if not any(sure) or any(count.unit == "deelnames" for count in named):
        return named
    return (*named, Count(known="minstens", number=max(sure), unit="deelnames"))


def renamed(count: Count) -> Count:
    """A count of people that is not unique says how often someone took part."""
    if count.unit == "personen" and not count.unique:
        return structs.replace(count, unit="deelnames")
    return count


@dataclass(frozen=True)
class Tally:
    """Counts of one unit from several occasions, added up without losing what is not known."""

    unit: str
    numbers: int = 0  # how many plain numbers
    bounds: int = 0  # how many lower bounds
    unknown: int = 0  # how many times nobody counted
    not_offered: int = 0
    amount: int = 0  # of the numbers and the bounds together
    largest: int = 0  # of the numbers and the bounds
    small: int = 0  # how many numbers are under the floor, and not zero
    small_amount: int = 0

    def plus(self, count: Count, sign: int = 1) -> "Tally":
        """This tally with one count more, or with `sign=-1` one less; `largest` only grows.

        Raises ValueError for a count of another unit.
        """
        if count.unit != self.unit:
            raise ValueError(f"{count.unit} cannot be added to {self.unit}")
        more = {name: getattr(self, name) + sign * part for name, part in parts(count).items()}
        return replace(self, **more, largest=max(self.largest, count.number or 0))

    def joined(self, other: "Tally") -> "Tally":
        """Two tallies of one unit as one; raises ValueError when the units differ."""
        if other.unit != self.unit:
            raise ValueError(f"{other.unit} cannot be added to {self.unit}")
        return Tally(
            self.unit,
            self.numbers + other.numbers,
            self.bounds + other.bounds,
            self.unknown + other.unknown,
            self.not_offered + other.not_offered,
            self.amount + other.amount,
            max(self.largest, other.largest),
            self.small + other.small,
            self.small_amount + other.small_amount,
        )

    @property
    def occasions(self) -> int:
        """How many counts are in it, known or not."""
        return self.numbers + self.bounds + self.unknown + self.not_offered

    def total(self) -> Count:
        """The sum, or what may honestly be said instead of it."""
        if self.not_offered and self.not_offered == self.occasions:
            return Count(known="niet_aangeboden", unit=self.unit)
        several_people = self.unit in OF_PEOPLE and self.numbers + self.bounds > 1
        amount = self.largest if several_people else self.amount
        if self.numbers + self.bounds and not (self.unknown or self.bounds or several_people):
            return Count(
                known="getal", number=amount, unit=self.unit, unique=self.unit in OF_PEOPLE
            )
        if amount:
            return Count(known="minstens", number=amount, unit=self.unit)
        return Count(known="onbekend", unit=self.unit)

    def shown(self) -> Count:
        """The total as it may be shown beside its parts: small parts cannot be subtracted from it.

        One small part, or several that say too much together, are left out of the total.
        """
        gives_away = self.small == 1 or 0 < self.small_amount < FLOOR
        if not gives_away or self.occasions == 1 or self.unit in OF_PEOPLE:
            return self.total()
        rest = self.amount - self.small_amount
        if rest:
            return Count(known="minstens", number=rest, unit=self.unit)
        return Count(known="onbekend", unit=self.unit)


def parts(count: Count) -> dict[str, int]:
    """What one count adds to the numbers of a tally that are sums; the rest stays as it is."""
    amount = count.number or 0
    found = {KNOWN[count.known]: 1}
    if amount:
        found["amount"] = amount
    if is_small(count):
        found |= {"small": 1, "small_amount": amount}
    return found


def is_small(count: Count) -> bool:
    """Whether a count is about so few residents that it could give someone away."""
    return count.unit not in NOT_ABOUT_PEOPLE and 0 < (count.number or 0) < FLOOR


def tallies(occasions: Iterable[Iterable[Count]]) -> tuple[Tally, ...]:
    """The counts of several occasions, one tally per unit, in the order units first appear."""
    found: dict[str, Tally] = {}
    for counts in occasions:
        for count in honest(counts):
            found[count.unit] = found.get(count.unit, Tally(count.unit)).plus(count)
    return tuple(found.values())


def in_words(count: Count, *, whole: bool = False) -> str:
    """A count in Dutch: "107 deelnames", "minstens 107 deelnames", "deelnames: niet geteld".

    A small number shows as "minder dan 5", unless `whole`: for the organisation that recorded it.
    """
    one, more = UNITS.get(count.unit, (count.unit.replace("_", " "),) * 2)
    if count.known == "niet_aangeboden":
        return f"{more}: niet aangeboden"
    if count.known == "onbekend" or count.number is None:
        return f"{more}: niet geteld"
    if is_small(count) and not whole:
        return (
            f"{more}: niet precies geteld" if count.known == "minstens" else f"minder dan 5 {more}"
        )
    said = f"{number(count.number)} {one if count.number == 1 else more}"
    return f"minstens {said}" if count.known == "minstens" else said
