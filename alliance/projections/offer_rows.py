"""What is told of offers: one as it stands, in which state it is, and a filter."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from alliance.dutch import day
from alliance.events.actions import Via
from alliance.events.offers import Capacity, Reach, Stage

State = Literal[
    "teruggenomen",
    "gestopt",
    "afgelopen",
    "gepauzeerd",
    "gepland",
    "te_bevestigen",
    "verouderd",
    "bevestigd",
]
"""How an offer stands today; the first that applies."""
Answer = Literal["klopt", "gewijzigd", "gestopt"]
"""What an organisation says of an offer."""
WORDS = {"te_bevestigen": "nog te bevestigen"}


@dataclass(frozen=True)
class Filter:
    """Which offers are asked for; without a state all that were not taken back."""

    state: State | None = None
    search: str | None = None  # a part of the name
    unsaid: tuple[str, ...] = ()  # what no search may find: texts that are hidden from who asks
    organisation: str | None = None
    kind: str | None = None
    need: str | None = None
    target_group: str | None = None
    areas: tuple[str, ...] = ()  # any of these
    author: str | None = None
    check: bool = False  # only what has to be looked at again


@dataclass(frozen=True)
class OfferRow:
    """One offer as it stands; empty means unknown."""

    offer: str
    name: str
    state: State
    author: str
    registered_on: date
    organisation: str | None
    provider: str | None
    stage: Stage
    kind: str | None
    for_whom: str | None
    target_groups: tuple[str, ...]
    needs: tuple[str, ...]
    forms: tuple[str, ...]
    barriers_removed: tuple[str, ...]
    barriers_present: tuple[str, ...]
    channels: tuple[str, ...]
    reach: Reach | None
    areas: tuple[str, ...]
    area_words: str | None
    place: str | None
    joining: str | None
    contact: str | None
    starts: date | None
    ends: date | None
    planned: tuple[str, ...]
    part_of: str | None
    note: str | None
    source: str | None
    check: bool
    confirmed_on: date | None
    confirmed_by: str | None
    confirmed_before: date | None  # the last day before that on which it was confirmed
    unsure_since: date  # while nobody confirmed it
    answer: Answer | None
    answered_on: date | None
    answered_by: str | None
    via: Via | None  # how the answer came, when someone else wrote it down
    capacity: Capacity | None
    capacity_on: date | None
    reason: str | None  # why it rests, stopped or was taken back
    lesson: str | None

    @property
    def word(self) -> str:
        """How it stands, in a few words."""
        if self.state in ("bevestigd", "verouderd"):
            return f"{self.state}, bevestigd op {day(self.confirmed_on)}".removeprefix(
                "bevestigd, "
            )
        return WORDS.get(self.state, self.state)


@dataclass(frozen=True)
class Counts:
    """How many offers stand how; what was taken back is nowhere among them."""

    all: int = 0
    running: int = 0
    confirmed: int = 0
    to_confirm: int = 0
    outdated: int = 0
