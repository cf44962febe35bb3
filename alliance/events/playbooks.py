"""Playbooks: a few steps that are agreed again and again, each so many days from a start."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from alliance.events.base import (
    TITLE_LENGTH,
    Event,
    Fact,
    Id,
    Text,
    Title,
    event,
    refuse,
    unfit_line,
    unfit_text,
    unfit_title,
)
from alliance.events.days import unfit_plan
from alliance.events.state import UNCHANGED, WHY

MOST = 7
"""So many steps at most: more is a programme of its own."""
SATURDAY = 5
LINE = re.compile(r"(?P<days>[-+]?\d{1,3})\s+(?P<what>\S.*)")

UNKNOWN = "Dit stappenplan bestaat niet. Kies er een uit de lijst."
DROPPED = "Dit stappenplan is weggehaald. Schrijf een nieuw stappenplan als je het weer nodig hebt."
NO_NAME = "Geef het stappenplan een naam, zoals: nieuwe organisatie welkom heten."
NO_STEPS = "Schrijf minstens één stap op, zoals: 14 Bellen hoe het gaat."
TOO_MANY = "Dit zijn meer dan zeven stappen. Maak er twee stappenplannen van."
NO_DAYS = "Begin regel {} met het aantal dagen na de start, zoals: 14 Bellen hoe het gaat."
NO_START = "Vul in op welke dag het begint."
PAST = "Deze dag is al geweest. Kies een latere dag."


class PlaybookStep(Fact):
    """One step, so many days after the start; a negative number is before it."""

    what: Title
    days: int


@event("playbook_described", "playbook", "Stappenplan opgeschreven")
class PlaybookDescribed(Event):
    """Steps that may be agreed from any day on; a later one replaces it."""

    playbook: Id
    name: Title
    steps: tuple[PlaybookStep, ...]


@event("playbook_started", "playbook", "Stappenplan gestart")
class PlaybookStarted(Event):
    """Its steps were agreed by a group, counted from a day."""

    playbook: Id
    on: date
    group: Id
    title: Title | None = None  # what it was started for


@event("playbook_dropped", "playbook", "Stappenplan weggehaald")
class PlaybookDropped(Event):
    """It is not for use any more, and why; what was agreed stands."""

    playbook: Id
    reason: Text


def write_playbook(
    history: Sequence[Event] = (), *, playbook: str, name: str, lines: str
) -> PlaybookDescribed:
    """Write the steps down, a line each, or write them anew."""
    steps, fault = read_steps(lines)
    refuse(name=unfit_title(name, NO_NAME), lines=fault)
    new = PlaybookDescribed(playbook=playbook, name=name.strip(), steps=steps)
    if history:
        refuse(form=new == playbook_now(history) and UNCHANGED)
    return new


def start_playbook(
    history: Sequence[Event], *, on: date | None, group: str, title: str | None, today: date
) -> PlaybookStarted:
    """Let a group agree on its steps, counted from a day."""
    now = playbook_now(history)
    refuse(
        on=unfit_plan(on, today=today, past=PAST, missing=NO_START),
        title=unfit_line(title or "", None, TITLE_LENGTH),
    )
    assert on is not None  # an empty day was refused
    said = (title or "").strip() or None
    return PlaybookStarted(playbook=now.playbook, on=on, group=group, title=said)


def drop_playbook(history: Sequence[Event], *, reason: str) -> PlaybookDropped:
    """Take it off the list; what was agreed stands."""
    now = playbook_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return PlaybookDropped(playbook=now.playbook, reason=reason.strip())


def playbook_now(history: Sequence[Event]) -> PlaybookDescribed:
    """What it says now; refuses when there is none or it was dropped."""
    now = next((one for one in reversed(history) if isinstance(one, PlaybookDescribed)), None)
    refuse(form=now is None and UNKNOWN)
    refuse(form=any(isinstance(one, PlaybookDropped) for one in history) and DROPPED)
    assert now is not None  # an unknown playbook was refused
    return now


def read_steps(lines: str) -> tuple[tuple[PlaybookStep, ...], str | None]:
    """The steps that were typed, in the order of their days, and what is wrong with them."""
    typed = [line.strip() for line in lines.splitlines() if line.strip()]
    found = [LINE.fullmatch(line) for line in typed]
    if not typed:
        return (), NO_STEPS
    if len(typed) > MOST:
        return (), TOO_MANY
    for number, one in enumerate(found, 1):
        if one is None or unfit_title(one["what"], NO_STEPS):
            return (), NO_DAYS.format(number)
    steps = [PlaybookStep(what=one["what"], days=int(one["days"])) for one in found if one]
    return tuple(sorted(steps, key=lambda one: one.days)), None


def as_lines(steps: Sequence[PlaybookStep]) -> str:
    """The steps as they are typed."""
    return "\n".join(f"{one.days} {one.what}" for one in steps)


def day_of_step(on: date, step: PlaybookStep, is_free: Callable[[date], bool]) -> date:
    """By which day a step must be done: after the start the first working day, before it the last.

    A weekend or a holiday is no day to finish something.
    """
    day, way = on + timedelta(days=step.days), timedelta(days=-1 if step.days < 0 else 1)
    while day.weekday() >= SATURDAY or is_free(day):
        day += way
    return day
