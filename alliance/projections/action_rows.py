"""What is told of actions: one action as it stands, a filter, and numbers of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["open", "gedaan", "niet_doorgegaan", "teruggenomen"]
Missing = Literal["owner", "by_when", "result"]


@dataclass(frozen=True)
class Eyes:
    """Whose moved, dropped and late actions someone may see: their own, and of their groups."""

    member: str = ""
    groups: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filter:
    """Which actions are asked for; without a status all that were not taken back."""

    status: Status | None = None
    mine: str | None = None  # owned or written down by this member
    owner: str | None = None
    author: str | None = None
    organisation: str | None = None
    group: str | None = None
    theme: str | None = None
    result: str | None = None
    areas: tuple[str, ...] = ()
    past_date: bool = False  # open, while the day agreed on has been
    missing: Missing | None = None  # open, without this
    seen_by: Eyes | None = None  # without what these eyes may not see; None sees everything


@dataclass(frozen=True)
class ActionRow:
    """One action as it stands, `late` when its day has been and it is still open."""

    action: str
    title: str
    status: Status
    author: str
    owner: str | None
    organisation: str | None
    group: str | None
    meeting: str | None
    theme: str | None
    result: str | None
    planned: str | None
    persona: str | None
    area: str | None
    without: tuple[str, ...]  # the links it has none of
    agreed_on: date
    first_date: date | None
    by_when: date | None
    moved: int
    on: date | None
    ended_on: date | None
    yielded: str | None
    reason: str | None
    late: bool

    @property
    def behind(self) -> bool:
        """Whether it was moved or dropped or is late: not for everyone to see."""
        moved = self.status == "open" and bool(self.moved)
        return self.late or moved or self.status == "niet_doorgegaan"

    @property
    def word(self) -> str:
        """How it stands, in a word or a question."""
        if self.status != "open":
            return ENDINGS[self.status]
        if self.late:
            return "lukt het nog?"
        return "verschoven" if self.moved else "open"


ENDINGS = {
    "gedaan": "nagekomen",
    "niet_doorgegaan": "niet doorgegaan",
    "teruggenomen": "teruggenomen",
}


@dataclass(frozen=True)
class Counts:
    """How many actions stand how; what is not open has ended."""

    open: int = 0
    past_date: int = 0
    without_owner: int = 0
    without_date: int = 0
    without_result: int = 0
    done: int = 0
    dropped: int = 0


@dataclass(frozen=True)
class Behind:
    """How many actions of one group are late, moved, or were dropped in the past year."""

    group: str | None  # None: agreed outside any group
    late: int
    moved: int
    dropped: int
