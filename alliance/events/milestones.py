"""Milestones: the moments the plan names, and what became of them."""

from collections.abc import Sequence
from datetime import date

from alliance.events.base import Event, Id, Text, Title, event, refuse, unfit_text
from alliance.events.days import unfit_memory
from alliance.events.state import UNCHANGED, WHY, WHY_NOT, tidy

UNKNOWN = "Deze mijlpaal bestaat niet. Kies er een op de pagina van het programma."
NO_STATE = "Kies hoe het met deze mijlpaal staat."
NO_DAY = "Alleen bij gehaald hoort een dag. Haal de dag weg, of kies gehaald."


@event("milestone_adopted", "milestone", "Mijlpaal uit het plan opgenomen")
class MilestoneAdopted(Event):
    """A moment the plan names; a day only where the plan prints one."""

    milestone: Id
    statement: Text
    on: date | None = None
    year: int | None = None
    at_end: bool = False  # of that year
    source: Title


@event("milestone_reached", "milestone", "Mijlpaal gehaald")
class MilestoneReached(Event):
    """It happened, on a day that may be known no more."""

    milestone: Id
    on: date | None = None
    note: Text | None = None


@event("milestone_dropped", "milestone", "Mijlpaal niet doorgegaan")
class MilestoneDropped(Event):
    """It did not happen and will not, and why."""

    milestone: Id
    reason: Text


@event("milestone_reopened", "milestone", "Mijlpaal weer open")
class MilestoneReopened(Event):
    """What was said of it does not hold; it is open again."""

    milestone: Id
    reason: Text


Settled = MilestoneReached | MilestoneDropped | MilestoneReopened


def settle_milestone(
    history: Sequence[Event],
    *,
    state: str | None,
    on: date | None,
    note: str | None,
    today: date,
) -> Settled:
    """Say what became of a milestone: gehaald, niet_doorgegaan or open; the last word counts."""
    plan = next((one for one in history if isinstance(one, MilestoneAdopted)), None)
    why = {"niet_doorgegaan": WHY_NOT, "open": WHY}
    refuse(form=plan is None and UNKNOWN)
    refuse(
        state=state not in ("gehaald", *why) and NO_STATE,
        on=unfit_day(on, state, today),
        note=unfit_text(note, why.get(state or "")),
    )
    assert plan is not None  # an unknown milestone was refused
    said = settled(plan.milestone, state or "", on, tidy(note))
    last = next((one for one in reversed(history) if isinstance(one, Settled)), None)
    was_open = last is None or isinstance(last, MilestoneReopened)
    refuse(form=(said == last or (state == "open" and was_open)) and UNCHANGED)
    return said


def unfit_day(on: date | None, state: str | None, today: date) -> str | None:
    """What is wrong with the day on which a milestone was reached, or None; it may be unknown."""
    if on is None:
        return None
    return unfit_memory(on, today=today) if state == "gehaald" else NO_DAY


def settled(milestone: str, state: str, on: date | None, note: str | None) -> Settled:
    """The event that says what became of a milestone."""
    if state == "gehaald":
        return MilestoneReached(milestone=milestone, on=on, note=note)
    kind = MilestoneDropped if state == "niet_doorgegaan" else MilestoneReopened
    return kind(milestone=milestone, reason=note or "")
