"""Rules of what is recorded in a meeting: from its day on, until its minutes are approved."""

from collections.abc import Callable, Sequence
from datetime import date

from alliance.events.actions_rules import withdraw_action
from alliance.events.advice import withdraw_advice
from alliance.events.agenda_rules import NO_STATEMENT, TOO_SOON
from alliance.events.base import Event, refuse, unfit_text
from alliance.events.days import written
from alliance.events.meetings import (
    DecisionCorrected,
    DecisionTaken,
    DecisionWithdrawn,
    Mandate,
    MeetingCorrected,
)
from alliance.events.meetings_rules import planned_meeting
from alliance.events.outcomes_rules import withdraw_outcome
from alliance.events.patterns import withdraw_pattern
from alliance.events.records import (
    Minutes,
    MinutesApproved,
    NoteTaken,
    NoteWithdrawn,
    PointRecorded,
)
from alliance.events.state import UNCHANGED

APPROVED = (
    "Het verslag van deze bijeenkomst is vastgesteld en verandert niet meer."
    " Leg het vast in de volgende bijeenkomst."
)
NO_NOTE = "Schrijf in één zin wat er gezegd is."
NOT_THERE = "Dit staat niet in het verslag. Kijk wat er nu staat."
MISTAKEN = "Verkeerd opgeschreven in de bijeenkomst. Kijk in het verslag wat er wel staat."
"""Why something is taken back that was recorded in a meeting."""


def recording(meeting: Sequence[Event], record: Sequence[Event], today: date) -> MeetingCorrected:
    """The meeting in which something may be recorded now; refuses before its day and afterwards."""
    now = planned_meeting(meeting)
    early = f"Deze bijeenkomst is pas op {written(now.on)}. Leg het daarna vast."
    refuse(form=(now.on > today and early) or (is_approved(record) and APPROVED))
    return now


def is_approved(record: Sequence[Event]) -> bool:
    """Whether the minutes were approved."""
    return any(isinstance(event, MinutesApproved) for event in record)


def record_at(
    meeting: Sequence[Event],
    record: Sequence[Event],
    made: Sequence[Event],
    *,
    about: str | None,
    today: date,
) -> tuple[Event, ...]:
    """What was decided, agreed, advised, seen or brought, with the point at which that was."""
    now = recording(meeting, record, today)
    return (PointRecorded(record=now.meeting, of=made[-1].stream, about=about), *made)


def take_note(
    meeting: Sequence[Event],
    record: Sequence[Event],
    *,
    note: str,
    statement: str,
    about: str | None,
    today: date,
) -> NoteTaken:
    """What was said at a point."""
    now = recording(meeting, record, today)
    refuse(statement=unfit_text(statement, NO_NOTE))
    return NoteTaken(record=now.meeting, note=note, statement=statement.strip(), about=about)


def correct_decision(
    record: Sequence[Event],
    past: Sequence[Event],
    *,
    statement: str,
    held_on: date,
    review_on: date | None = None,
    mandate: Mandate | None = None,
) -> DecisionCorrected:
    """A decision set right, as long as the minutes of its meeting are not approved."""
    taken = standing_decision(past)
    refuse(
        form=is_approved(record) and APPROVED,
        statement=unfit_text(statement, NO_STATEMENT),
        review_on=review_on is not None and review_on <= held_on and TOO_SOON,
    )
    now = [event for event in past if isinstance(event, DecisionTaken | DecisionCorrected)][-1]
    said = (statement.strip(), review_on, mandate)
    refuse(form=(now.statement, now.review_on, now.mandate) == said and UNCHANGED)
    return DecisionCorrected(
        decision=taken.decision, statement=said[0], review_on=review_on, mandate=mandate
    )


def take_back(record: Sequence[Event], past: Sequence[Event], *, of: str) -> Event:
    """What should not have been recorded is taken back; `past` is what happened with it."""
    refuse(form=is_approved(record) and APPROVED)
    kind, _, key = of.partition(":")
    if kind == "note":
        return withdraw_note(record, key)
    refuse(form=(kind not in TAKEN_BACK or not past) and NOT_THERE)
    return TAKEN_BACK[kind](past)


def withdraw_note(record: Sequence[Event], note: str) -> NoteWithdrawn:
    """A note that should not have been taken."""
    taken = [event for event in record if isinstance(event, NoteTaken) and event.note == note]
    gone = any(isinstance(event, NoteWithdrawn) and event.note == note for event in record)
    refuse(form=(not taken or gone) and NOT_THERE)
    return NoteWithdrawn(record=taken[0].record, note=note)


def withdraw_decision(past: Sequence[Event]) -> DecisionWithdrawn:
    """It was not decided."""
    return DecisionWithdrawn(decision=standing_decision(past).decision)


def standing_decision(past: Sequence[Event]) -> DecisionTaken:
    """The decision as it was taken; refuses when there is none or it was taken back."""
    taken = next((event for event in past if isinstance(event, DecisionTaken)), None)
    gone = any(isinstance(event, DecisionWithdrawn) for event in past)
    refuse(form=(taken is None or gone) and NOT_THERE)
    assert taken is not None  # without one it was refused
    return taken


TAKEN_BACK: dict[str, Callable[[Sequence[Event]], Event]] = {
    "decision": withdraw_decision,
    "advice": withdraw_advice,
    "pattern": withdraw_pattern,
    "action": lambda past: withdraw_action(past, reason=MISTAKEN),
    "outcome": lambda past: withdraw_outcome(past, reason=MISTAKEN),
}
"""How each kind of thing is taken back."""


def approve_minutes(
    meeting: Sequence[Event],
    record: Sequence[Event],
    *,
    told: Minutes,
    digest: str,
    today: date,
    approved_in: str | None = None,
) -> MinutesApproved:
    """The minutes are right; from now on nothing in them changes."""
    now = recording(meeting, record, today)
    return MinutesApproved(record=now.meeting, told=told, digest=digest, approved_in=approved_in)
