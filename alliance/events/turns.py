"""Whose turn it is with an action: of whoever was asked, who asked, or who does it."""

from collections.abc import Sequence
from typing import Literal

from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionConsidered,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionHandedOver,
    ActionLogged,
    ActionWithdrawn,
    Answer,
    AnswerDisputed,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
)
from alliance.events.base import Event

Turn = Literal["asked", "asker", "doer"]
BEGINS = (ActionAgreed, ActionAsked, ActionHandedOver, AnswerDisputed)
"""From where on answers count: what was answered before is about something else."""
TO_A_QUESTION: frozenset[str] = frozenset(
    kind.stored_name
    for kind in (ActionAccepted, ActionDeclined, ActionConsidered, OtherDateProposed)
)
"""Answers to the question whether it will be done; the others are about how it goes."""


def whose_turn(history: Sequence[Event]) -> Turn | None:
    """Who must say something now; None when it ended, and once more answered for by nobody."""
    turn: Turn | None = None
    for event in history:
        match event:
            case ActionAsked() | ActionHandedOver() | ActionConsidered() | OtherDateDeclined():
                turn = "asked"
            case OtherDateProposed() | ActionDeclined():
                turn = "asker"
            case ActionAgreed() | ActionAccepted() | OtherDateAccepted():
                turn = "doer"
            case AnswerDisputed(answer=answer):
                turn = "asked" if answer in TO_A_QUESTION else "doer"
            case ActionLogged() | ActionDone() | ActionDropped() | ActionWithdrawn():
                turn = None
    return turn


def ending(history: Sequence[Event]) -> Event | None:
    """The event that ended an action; None while it is somebody's turn."""
    if whose_turn(history):
        return None
    ends = ActionLogged | ActionDone | ActionDropped | ActionWithdrawn
    return next((event for event in reversed(history) if isinstance(event, ends)), None)


def noted_answer(history: Sequence[Event]) -> Answer | None:
    """The last answer, when someone else wrote it down and nothing was built on it since."""
    for event in reversed(history):
        if isinstance(event, Answer):
            return event if event.via else None
        if isinstance(event, BEGINS):
            return None
    return None
