"""Scenes of the meetings in the examples: what groups speak of, decide, advise and note."""

from dataclasses import dataclass

from alliance.events.meetings import ItemKind, Mandate


@dataclass(frozen=True)
class Topic:
    """A point that a group speaks of, and why."""

    group: str
    title: str
    why: str
    kind: ItemKind = "bespreken"
    key: str | None = None  # what the site had proposed
    confidential: bool = False


@dataclass(frozen=True)
class Decision:
    """What a group decided in its so manieth last meeting."""

    group: str
    number: int
    statement: str
    review: int | None = None  # days after the meeting
    of: str | None = None  # the first words of the decision that this one reviews
    mandate: Mandate | None = None


@dataclass(frozen=True)
class Raised:
    """What someone wants a group to talk about.

    `before` is in days before the end of the story, or before the meeting that spoke of it.
    """

    before: int
    who: str
    group: str
    title: str
    reason: str
    on: int | None = None  # the number of the meeting that had it on its agenda
    kind: ItemKind = "bespreken"
    about: str | None = None
    to: str | None = None  # the group to which it is passed on


@dataclass(frozen=True)
class Advised:
    """Advice of the sounding board, `number` meetings ago, and what a group did with it."""

    number: int
    to: str
    statement: str
    uptake: str | None = None
    reason: str = ""
    answered: int = 1  # the number of the meeting in which it was answered


@dataclass(frozen=True)
class Noted:
    """What was said in a meeting of a group, `number` meetings ago, or a pattern that it saw."""

    group: str
    number: int
    statement: str
