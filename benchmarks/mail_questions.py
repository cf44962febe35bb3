"""What is asked in the year of mail, what is answered, and what came of it."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionDeclined,
    TakerInformed,
    Via,
)
from alliance.events.base import Event

BEGIN, QUESTIONS = date(2026, 1, 5), 90


@dataclass(frozen=True)
class Asked:
    """A question: asked on a day of a member, or of anyone, and what became of it when."""

    title: str
    of: str
    on: date
    by_when: date | None  # None: asked of anyone, and taken by this member
    answered: date
    noted: bool  # someone else wrote down the answer
    told: date  # when the taker hears what came of it


def plan_questions(chance: random.Random, days: int, members: Sequence[str]) -> dict[str, Asked]:
    """What is asked in a year: some of it in a hurry, some of anyone."""
    found = {}
    for number in range(QUESTIONS):
        on = BEGIN + timedelta(days=chance.randrange(7, days - 120))
        hurry = on + timedelta(days=chance.randrange(2, 60))
        answered = on + timedelta(days=chance.randrange(1, 15))
        found[f"v{number:03}"] = Asked(
            title=f"Vraag {number:03} van dit jaar",
            of=members[number % len(members)],
            on=on,
            by_when=hurry if number % 3 else None,
            answered=answered,
            noted=number % 2 == 0,
            told=answered + timedelta(days=5),
        )
    return found


def asks(asked: Mapping[str, Asked], today: date) -> Iterator[Event]:
    """What is asked on a day, what is answered, and what came of it."""
    for key, one in asked.items():
        anyone = one.by_when is None
        via: Via | None = "gebeld" if one.noted else None
        if one.on == today:
            owner = None if anyone else one.of
            yield ActionAsked(action=key, title=one.title, by_when=one.by_when, owner=owner)
        if one.answered == today and anyone:
            yield ActionAccepted(action=key, organisation="o1", owner=one.of, via=via)
        elif one.answered == today:
            yield ActionDeclined(action=key, why="geen_tijd", via=via)
        if one.told == today and anyone:
            yield TakerInformed(action=key, told=f"Het lukte, na {one.title}.")
