"""What is told of activities: one as it stands, what was counted, and a filter."""

from dataclasses import dataclass
from datetime import date, time

from alliance.events.activities import Audience
from alliance.events.counts import Count

WORDS = {
    "gehouden": "geweest",
    "gaat_niet_door": "gaat niet door",
    "teruggenomen": "teruggenomen",
}


@dataclass(frozen=True)
class Filter:
    """Which activities are asked for."""

    audience: Audience | None = None
    organisation: str | None = None
    group: str | None = None
    offer: str | None = None
    action: str | None = None
    theme: str | None = None
    result: str | None = None
    areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActivityRow:
    """One activity as it stands; `unknown` when its day has been and nobody said if it was held."""

    activity: str
    title: str
    status: str  # gepland, gehouden, gaat_niet_door or teruggenomen
    author: str
    on: date
    first_day: date
    moved: int
    start: time | None
    place: str | None
    area: str | None
    audience: Audience
    organisation: str | None
    group: str | None
    offer: str | None
    action: str | None
    theme: str | None
    result: str | None
    persona: str | None
    without: tuple[str, ...]  # the links it has none of
    source: str | None
    reason: str | None
    counts: tuple[Count, ...]  # of those who were there; of its outcomes, see the outcomes
    counted: bool  # somebody gave a number: here or with an outcome
    unknown: bool

    @property
    def word(self) -> str:
        """How it stands, in a few words."""
        if self.unknown:
            return "niet bekend of dit doorging"
        if self.status == "gepland":
            return "verplaatst" if self.moved else "gepland"
        return WORDS[self.status]
