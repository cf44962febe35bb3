"""The script of the examples: what its files hold, scene by scene."""

import tomllib
from dataclasses import dataclass
from datetime import time
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from alliance.events.actions import Backing, No, Via
from alliance.events.activities import Audience
from alliance.events.counts import Count
from alliance.events.offers import Capacity, Reach

Scene = TypeVar("Scene")


@dataclass(frozen=True)
class Promise:
    """Something agreed in a meeting of a group, `number` meetings ago, to be done within `weeks`.

    At most one of `done` and `dropped`; without either it is still open.
    """

    group: str
    number: int
    title: str
    who: str | None = None
    weeks: int | None = None
    done: str | None = None  # what came of it
    dropped: str | None = None  # why it will not happen
    moved: str | None = None  # why it took four weeks longer
    result: str | None = None
    planned: str | None = None
    persona: str | None = None
    area: str | None = None


@dataclass(frozen=True)
class AnswerStep:
    """What someone says to a question, or does with it; `via` when the aanjager wrote it down.

    `day` is in days before the end of the story; what is said is a reason, a note or a limit.
    """

    before: int
    who: str
    does: str
    day: int = 0
    said: str | None = None
    via: Via | None = None
    why: No | None = None
    backing: Backing | None = None
    to: str | None = None
    by: str | None = None  # who is asked by name


@dataclass(frozen=True)
class Asked:
    """Something asked of an organisation, or of whoever can, and what came back."""

    before: int
    who: str
    group: str
    title: str
    due: int
    to: str | None = None
    result: str | None = None
    planned: str | None = None
    persona: str | None = None
    theme: str | None = None
    area: str | None = None
    steps: tuple[AnswerStep, ...] = ()


@dataclass(frozen=True)
class Loose:
    """Something agreed outside a meeting, due so many days after the end, or done at once."""

    who: str
    title: str
    before: int
    due: int | None = None
    done: bool = False


@dataclass(frozen=True)
class Round:
    """Something that comes back: first and last so many days before the end of the story.

    It is always on the same weekday, from 0 for Monday, so `every` is a number of whole weeks.
    `low` and `high` are how many come; what they brought in one sentence is told in turn.
    """

    who: str
    title: str
    weekday: int
    start: time
    first: int
    last: int
    every: int
    place: str
    low: int
    high: int
    unit: str
    brought: tuple[str, ...]
    audience: Audience = "inwoners"
    offer: str | None = None
    area: str | None = None
    result: str | None = None
    persona: str | None = None
    agreed: str | None = None  # the title of the action it comes from


@dataclass(frozen=True)
class Once:
    """Something that was there one time, with what was counted and what it brought."""

    before: int
    who: str
    title: str
    place: str
    count: Count | None = None
    brought: str | None = None
    audience: Audience = "inwoners"
    area: str | None = None
    result: str | None = None
    persona: str | None = None
    agreed: str | None = None
    unplanned: str | None = None  # what else it brought
    lesson: str | None = None


@dataclass(frozen=True)
class Yielded:
    """What an action brought without any activity."""

    before: int
    who: str
    action: str  # its title
    count: Count
    statement: str


@dataclass(frozen=True)
class Provided:
    """An offer that an organisation registered, and how the aanjager linked it.

    `before` is in days before the end of the story; without a kind it still waits to be linked.
    """

    key: str
    before: int
    who: str
    name: str
    for_whom: str
    joining: str
    place: str | None = None
    kind: str | None = None
    needs: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    reach: Reach | None = None
    removes: tuple[str, ...] = ()
    has: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """That an offer is still right or, with a capacity, whether it has room."""

    offer: str
    who: str
    before: int
    capacity: Capacity | None = None


def number(amount: int, unit: str, *, unique: bool = False) -> Count:
    """So many, counted."""
    return Count(known="getal", number=amount, unit=unit, unique=unique)


def theme_of(result: str | None) -> str | None:
    """The theme of a result of the plan, whose key begins with it."""
    return result.partition(".")[0] if result else None


def scenes(file: str, section: str, scene: type[Scene]) -> list[Scene]:
    """The scenes in one section of a file of the script."""
    return msgspec.convert(_read(file)[section], list[scene])  # type: ignore[valid-type]


@cache
def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / file).read_text("utf-8"))
