"""When an outcome or a lesson may be written down or set right, and what it says now."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Unpack

from alliance.events.actions_rules import action_now
from alliance.events.activities import ActivityHeld
from alliance.events.activities_rules import activity_now, hold_activity
from alliance.events.activities_rules import ending as what_became
from alliance.events.base import Event, refuse, unfit_text
from alliance.events.counts import NUMBERED, Count, count_faults
from alliance.events.days import unfit_memory
from alliance.events.outcomes import (
    Evidence,
    LessonCorrected,
    LessonFacts,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeCorrected,
    OutcomeFacts,
    OutcomeLinked,
    OutcomeRecorded,
    OutcomeWithdrawn,
)
from alliance.events.state import UNCHANGED, WHY, Links, changed, fold, new_links

NO_STATEMENT = "Schrijf in één zin wat het bracht."
NO_LESSON = "Schrijf in één zin wat je ervan leerde."
UNKNOWN = "Deze opbrengst bestaat niet. Kies er een uit de lijst met opbrengsten."
NO_SUCH_LESSON = "Deze les bestaat niet. Kies er een uit de lijst met lessen."
LESSON_WITHDRAWN = "Deze les is teruggenomen. Leg een nieuwe vast als dat nodig is."
WITHDRAWN = "Deze opbrengst is teruggenomen. Leg een nieuwe vast als dat nodig is."


class OutcomeContext(Links, total=False):
    """What may be known around an outcome; what is not named stays as it is."""

    evidence: Evidence
    unplanned: bool


class OutcomeChanges(OutcomeContext, total=False):
    """What a correction may set right; what is not named stays as it is."""

    statement: str
    on: date | None
    count: Count | None


def record_outcome(
    *,
    outcome: str,
    statement: str,
    count: Count | None,
    today: date,
    on: date | None = None,
    activity: Sequence[Event] | None = None,
    action: Sequence[Event] | None = None,
    **context: Unpack[OutcomeContext],
) -> tuple[Event, ...]:
    """What something brought; an activity nobody spoke of yet was held by that.

    `activity` and `action` are their histories. Day and links that are not given are theirs.
    """
    held = hold(activity, today)
    known = {"evidence": evidence_of(count)} | origin(activity, action)
    known |= {"on": on} if on else {}
    known |= {name: given for name, given in context.items() if given}
    known["without"] = tuple(kind for kind in known.get("without", ()) if not known.get(kind))
    refuse(
        statement=unfit_text(statement, NO_STATEMENT),
        on=unfit_memory(known.get("on"), today=today),
        **count_faults([count] if count else []),
    )
    said = statement.strip()
    return (*held, OutcomeRecorded(outcome=outcome, statement=said, count=count, **known))


def correct_outcome(
    history: Sequence[Event], *, today: date, **changes: Unpack[OutcomeChanges]
) -> OutcomeCorrected:
    """What was recorded is set right, the count included; nothing else is touched."""
    now = outcome_now(history)
    new = changed(now, changes)
    refuse(
        statement=unfit_text(new.statement, NO_STATEMENT),
        on=unfit_memory(new.on, today=today),
        **count_faults([new.count] if new.count else []),
    )
    refuse(form=new == now and UNCHANGED)
    return new


def link_outcome(history: Sequence[Event], **links: Unpack[Links]) -> OutcomeLinked:
    """Say what an outcome counts for; what is not named stays linked as it is."""
    now = outcome_now(history)
    return OutcomeLinked(outcome=now.outcome, **new_links(now, links))


def withdraw_outcome(history: Sequence[Event], *, reason: str) -> OutcomeWithdrawn:
    """Take back what should not have been recorded; an activity stays held."""
    now = outcome_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return OutcomeWithdrawn(outcome=now.outcome, reason=reason.strip())


def record_lesson(
    *,
    lesson: str,
    statement: str,
    today: date,
    on: date | None = None,
    activity: Sequence[Event] | None = None,
    action: Sequence[Event] | None = None,
    theme: str | None = None,
    persona: str | None = None,
) -> LessonRecorded:
    """What something taught; without a day it was learned today."""
    known = origin(activity, action)
    day = on or today
    refuse(statement=unfit_text(statement, NO_LESSON), on=unfit_memory(day, today=today))
    return LessonRecorded(
        lesson=lesson,
        statement=statement.strip(),
        on=day,
        activity=known.get("activity"),
        action=known.get("action"),
        theme=theme or known.get("theme"),
        persona=persona or known.get("persona"),
    )


def correct_lesson(
    history: Sequence[Event], *, statement: str, on: date | None, today: date
) -> LessonCorrected:
    """What was written down is set right; what it came from and is about stays."""
    now = lesson_now(history)
    new = changed(now, {"statement": statement, "on": on})
    refuse(statement=unfit_text(statement, NO_LESSON), on=unfit_memory(on, today=today))
    refuse(form=new == now and UNCHANGED)
    return new


def withdraw_lesson(history: Sequence[Event], *, reason: str) -> LessonWithdrawn:
    """Take back what should not have been recorded."""
    now = lesson_now(history)
    refuse(reason=unfit_text(reason, WHY))
    return LessonWithdrawn(lesson=now.lesson, reason=reason.strip())


def lesson_now(history: Sequence[Event]) -> LessonCorrected:
    """What a lesson says now; refuses when there is none or it was taken back."""
    now = fold(history, LessonFacts, LessonCorrected)
    refuse(form=now is None and NO_SUCH_LESSON)
    refuse(form=any(isinstance(one, LessonWithdrawn) for one in history) and LESSON_WITHDRAWN)
    assert now is not None  # an unknown lesson was refused
    return now


def outcome_now(history: Sequence[Event]) -> OutcomeCorrected:
    """What an outcome says now; refuses when there is none or it was taken back."""
    now = fold(history, OutcomeFacts, OutcomeCorrected)
    refuse(form=now is None and UNKNOWN)
    refuse(form=any(isinstance(one, OutcomeWithdrawn) for one in history) and WITHDRAWN)
    assert now is not None  # an unknown outcome was refused
    return now


def evidence_of(count: Count | None) -> Evidence:
    """What kind of evidence an outcome is when nobody said: a number, or a story."""
    return "telling" if count and count.known in NUMBERED else "verhaal"


def hold(activity: Sequence[Event] | None, today: date) -> tuple[ActivityHeld, ...]:
    """What has to be said of an activity before its outcome: that it was held, or nothing."""
    if activity is None or isinstance(what_became(activity), ActivityHeld):
        return ()
    return (hold_activity(activity, today=today),)


def origin(activity: Sequence[Event] | None, action: Sequence[Event] | None) -> dict[str, Any]:
    """Where an outcome or lesson comes from: the ids, the day and the links it takes over."""
    from_action = {} if action is None else taken_over(action_now(action))
    from_activity = {} if activity is None else taken_over(activity_now(activity))
    return from_action | from_activity


def taken_over(now: Event) -> dict[str, Any]:
    """What an outcome takes over from what it came from."""
    names = ("activity", "action", "on", *Links.__annotations__)
    return {name: found for name in names if (found := getattr(now, name, None)) is not None}
