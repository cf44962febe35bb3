"""What counts for a result, a theme or nothing yet: numbers of items, and honest sums of counts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from alliance.counting import Tally
from alliance.events.counts import Count
from alliance.projections.progress_tables import numbers, people, sums

COLUMNS = {
    "action:open": "actions_open",
    "action:done": "actions_done",
    "action:dropped": "actions_dropped",
    "activity:open": "activities_open",
    "activity:held": "activities_held",
    "activity:dropped": "activities_dropped",
    "outcome:recorded": "outcomes",
    "lesson:recorded": "lessons",
}
"""Which number an item counts in, by what it is and how it stands."""
TRAITS = {"moved": "actions_moved", "unplanned": "unplanned", "uncounted": "uncounted"}
"""Which numbers it counts in as well."""
NUMBERS = (*COLUMNS.values(), *TRAITS.values())


@dataclass(frozen=True)
class Sums:
    """What counts for a result, a theme or nothing yet, counted."""

    actions_open: int = 0
    actions_done: int = 0
    actions_dropped: int = 0
    actions_moved: int = 0  # at least once, whatever became of them
    activities_open: int = 0
    activities_held: int = 0
    activities_dropped: int = 0
    uncounted: int = 0  # held, and nobody said how many came
    outcomes: int = 0
    unplanned: int = 0
    lessons: int = 0
    tallies: tuple[Tally, ...] = ()

    @property
    def actions(self) -> int:
        """How many agreements were made."""
        return self.actions_open + self.actions_done + self.actions_dropped

    @property
    def counts(self) -> tuple[Count, ...]:
        """What was counted, one honest total per unit, as it may be shown beside its parts."""
        return tuple(tally.shown() for tally in self.tallies)


def all_sums(db: sa.Connection) -> defaultdict[str, Sums]:
    """What counts for each result and theme; nothing where nothing does."""
    found: dict[str, dict[str, Any]] = {}
    for bucket, traits, times in db.execute(sa.select(numbers)):
        count(found.setdefault(bucket, dict.fromkeys(NUMBERS, 0)), traits, times)
    largest = sa.select(sa.func.max(people.c.number)).where(
        people.c.bucket == sums.c.bucket, people.c.unit == sums.c.unit
    )
    for row in db.execute(sa.select(sums, largest.scalar_subquery().label("largest"))).mappings():
        facts = dict(row) | {"largest": row["largest"] or 0}
        tally = Tally(**{name: facts[name] for name in Tally.__dataclass_fields__})
        if tally.occasions:
            found[row["bucket"]].setdefault("tallies", []).append(tally)
    for kept in found.values():
        kept["tallies"] = in_order(kept.get("tallies", ()))
    return defaultdict(Sums, {bucket: Sums(**kept) for bucket, kept in found.items()})


def count(found: dict[str, Any], traits: str, times: int) -> None:
    """Count so many items with these traits in the numbers of what they count for."""
    kind, state, *more = traits.split(":")
    for name in (COLUMNS[f"{kind}:{state}"], *(TRAITS[trait] for trait in more)):
        found[name] += times


def in_order(tallies: Sequence[Tally]) -> tuple[Tally, ...]:
    """The unit that most was counted in comes first."""
    return tuple(sorted(tallies, key=lambda tally: (-tally.occasions, tally.unit)))


def joined(all_of: Sequence[Sums]) -> Sums:
    """Several sums as one."""
    tallies: dict[str, Tally] = {}
    for each in all_of:
        for tally in each.tallies:
            before = tallies.get(tally.unit)
            tallies[tally.unit] = before.joined(tally) if before else tally
    added = {name: sum(getattr(each, name) for each in all_of) for name in NUMBERS}
    return Sums(**added, tallies=in_order(list(tallies.values())))
