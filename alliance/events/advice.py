"""Advice: what the sounding board says to a group, and what that group did with it."""

from collections.abc import Sequence
from typing import Literal, cast, get_args

from alliance.events.base import Event, Id, Text, event, refuse, unfit_text
from alliance.events.meetings import PointKey
from alliance.events.state import tidy

Uptake = Literal["overgenomen", "deels", "niet"]

NO_STATEMENT = "Schrijf het advies in één zin op."
NO_UPTAKE = "Kies of jullie het advies overnemen: ja, deels of niet."
NO_REASON = "Schrijf in één zin wat jullie ermee deden, en waarom."
UNKNOWN = "Dit advies bestaat niet. Kies er een uit de lijst met adviezen."
WITHDRAWN = "Dit advies is teruggenomen. Geef een nieuw advies als dat nodig is."
ANSWERED = "Op dit advies is al een antwoord gegeven. Kijk bij het advies wat het was."


@event("advice_given", "advice", "Advies gegeven")
class AdviceGiven(Event):
    """What a group says to another group that must answer it."""

    advice: Id
    group: Id  # who gives it
    to: Id  # the group that is asked to do something with it
    statement: Text
    meeting: Id | None = None
    about: PointKey | None = None


@event("advice_withdrawn", "advice", "Advies teruggenomen")
class AdviceWithdrawn(Event):
    """It should not have been written down."""

    advice: Id


@event("advice_answered", "advice", "Advies beantwoord")
class AdviceAnswered(Event):
    """What was done with it: "dit deden we ermee"."""

    advice: Id
    uptake: Uptake
    reason: Text
    meeting: Id | None = None  # where it was said


def give_advice(
    *,
    advice: str,
    group: str,
    to: str,
    statement: str,
    meeting: str | None = None,
    about: str | None = None,
) -> AdviceGiven:
    """Something another group must think about and answer."""
    refuse(statement=unfit_text(statement, NO_STATEMENT))
    said = tidy(statement)
    return AdviceGiven(
        advice=advice, group=group, to=to, statement=said, meeting=meeting, about=about
    )


def withdraw_advice(history: Sequence[Event]) -> AdviceWithdrawn:
    """Take back what should not have been written down, before it was answered."""
    return AdviceWithdrawn(advice=open_advice(history).advice)


def answer_advice(
    history: Sequence[Event], *, uptake: str | None, reason: str, meeting: str | None = None
) -> AdviceAnswered:
    """Taken over, partly or not; always with what was done and why."""
    given = open_advice(history)
    refuse(
        uptake=uptake not in get_args(Uptake) and NO_UPTAKE,
        reason=unfit_text(reason, NO_REASON),
    )
    word = cast(Uptake, uptake)  # any other word was refused
    return AdviceAnswered(advice=given.advice, uptake=word, reason=reason.strip(), meeting=meeting)


def open_advice(history: Sequence[Event]) -> AdviceGiven:
    """Advice that waits for an answer; refuses any other."""
    given = next((event for event in history if isinstance(event, AdviceGiven)), None)
    refuse(
        form=(given is None and UNKNOWN)
        or (any(isinstance(event, AdviceWithdrawn) for event in history) and WITHDRAWN)
        or (any(isinstance(event, AdviceAnswered) for event in history) and ANSWERED)
    )
    assert given is not None  # unknown advice was refused
    return given
