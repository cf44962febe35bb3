"""What comes back: done once, it is agreed again for the next time, in the same breath."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from alliance.events.actions import ActionAgreed, Every, RepetitionAgreed, Via
from alliance.events.actions_rules import do_action, unended_action
from alliance.events.asking_rules import facts_of
from alliance.events.base import Event, refuse
from alliance.events.state import UNCHANGED

WEEKS: dict[Every, int] = {"week": 1, "twee_weken": 2}
MONTHS: dict[Every, int] = {"maand": 1, "kwartaal": 3, "half_jaar": 6, "jaar": 12}
NO_RHYTHM = "Kies hoe vaak het terugkomt."


def repeat_action(history: Sequence[Event], *, every: Every | None) -> RepetitionAgreed:
    """It comes back this often from now on, or no longer."""
    now = unended_action(history)
    refuse(every=every is None and NO_RHYTHM)
    assert every is not None  # an empty choice was refused
    refuse(form=rhythm(history) == every and UNCHANGED)
    return RepetitionAgreed(action=now.action, every=every)


def finish_action(
    history: Sequence[Event],
    *,
    renewed_as: str,
    on: date | None,
    today: date,
    yielded: str | None = None,
    via: Via | None = None,
) -> tuple[Event, ...]:
    """It was done; what comes back is agreed again, under a key of its own."""
    done = do_action(history, on=on, today=today, yielded=yielded, via=via)
    every = rhythm(history)
    if every == "nooit":
        return (done,)
    now = unended_action(history)
    day = next_time(now.by_when or done.on, every, today)
    facts = facts_of(now) | {"action": renewed_as, "by_when": day}
    again = RepetitionAgreed(action=renewed_as, every=every, after=now.action)
    return done, ActionAgreed(**facts), again


def rhythm(history: Sequence[Event]) -> Every:
    """How often it comes back, as was said last."""
    said = [event.every for event in history if isinstance(event, RepetitionAgreed)]
    return said[-1] if said else "nooit"


def next_time(day: date, every: Every, today: date) -> date:
    """The first day after today in the rhythm that began on a day."""
    turn = 1
    while (found := so_many_later(day, every, turn)) <= today:
        turn += 1
    return found


def so_many_later(day: date, every: Every, turns: int) -> date:
    """The day so many turns later; the 31st becomes the last day of a shorter month."""
    if every in WEEKS:
        return day + timedelta(weeks=WEEKS[every] * turns)
    months = day.month - 1 + MONTHS[every] * turns
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
