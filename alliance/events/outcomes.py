"""Outcomes: what actions and activities brought, and what was learned."""

from datetime import date
from typing import Literal

from alliance.events.base import Code, Event, Id, Text, event
from alliance.events.counts import Count
from alliance.events.state import LinkKind

Evidence = Literal["telling", "verhaal", "deelnemers", "professionals"]


class OutcomeFacts(Event):
    """What something brought: how many of what, and one sentence."""

    outcome: Id
    statement: Text
    on: date
    count: Count | None = None  # None: nothing to count here
    evidence: Evidence = "verhaal"
    activity: Id | None = None
    action: Id | None = None
    theme: Id | None = None
    result: Id | None = None
    persona: Id | None = None
    area: Code | None = None
    unplanned: bool = False  # onverwachte opbrengst
    without: tuple[LinkKind, ...] = ()  # as in what it came from, or as the aanjager said


@event("outcome_recorded", "outcome", "Opbrengst vastgelegd")
class OutcomeRecorded(OutcomeFacts):
    """Someone wrote down what it brought."""


@event("outcome_corrected", "outcome", "Opbrengst verbeterd")
class OutcomeCorrected(OutcomeFacts):
    """Who recorded it set right what it says; the earlier wording stays readable."""


@event("outcome_linked", "outcome", "Opbrengst gekoppeld")
class OutcomeLinked(Event):
    """The aanjager linked an outcome to what it counts for; what is empty stays as it was."""

    outcome: Id
    theme: Id | None = None
    result: Id | None = None
    persona: Id | None = None
    area: Code | None = None
    without: tuple[LinkKind, ...] = ()  # what it has none of: nobody has to link that any more


@event("outcome_withdrawn", "outcome", "Opbrengst teruggenomen")
class OutcomeWithdrawn(Event):
    """Who recorded it took it back: it should not have been there."""

    outcome: Id
    reason: Text


class LessonFacts(Event):
    """What something taught, for whoever starts something alike."""

    lesson: Id
    statement: Text
    on: date
    activity: Id | None = None
    action: Id | None = None
    theme: Id | None = None
    persona: Id | None = None


@event("lesson_recorded", "lesson", "Les vastgelegd")
class LessonRecorded(LessonFacts):
    """Someone wrote down what it taught."""


@event("lesson_corrected", "lesson", "Les verbeterd")
class LessonCorrected(LessonFacts):
    """Who recorded it set right what it says; the earlier wording stays readable."""


@event("lesson_withdrawn", "lesson", "Les teruggenomen")
class LessonWithdrawn(Event):
    """Who recorded it took it back: it should not have been there."""

    lesson: Id
    reason: Text
