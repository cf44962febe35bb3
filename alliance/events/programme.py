"""The programme: what was agreed to reach, and what the plan means to do for it."""

from datetime import date
from typing import Literal

from alliance.events.base import Code, Event, Fact, Id, Text, Title, event

Verdict = Literal["gehaald", "grotendeels", "deels", "niet", "niet_meetbaar", "vervangen"]


class Target(Fact):
    """What shows that a result is reached: in words, with a number where there is one."""

    words: Text
    number: int | None = None
    unit: Title | None = None
    baseline: int | None = None


@event("programme_adopted", "programme", "Programma vastgesteld")
class ProgrammeAdopted(Event):
    """The plan as a whole."""

    programme: Id
    name: Title
    plan_title: Title
    gemeente: Code
    period: Title
    main_result: Text
    principles: tuple[Text, ...]
    source: Title
    pillars: tuple[Text, ...] = ()  # of the national programme, for reports
    started: date | None = None


@event("theme_adopted", "theme", "Thema vastgesteld")
class ThemeAdopted(Event):
    """A theme of the plan."""

    theme: Id
    name: Title
    what: Text
    problem: Text
    target_groups: tuple[Code, ...] = ()
    question: Text | None = None  # what the plan itself leaves to find out


@event("planned_action_adopted", "planned", "Actie uit het plan opgenomen")
class PlannedActionAdopted(Event):
    """An action the plan names, without owner or date; an afspraak may carry it out."""

    planned: Id
    theme: Id
    statement: Text
    parent: Id | None = None
    kind: Title
    partners: tuple[Title, ...] = ()
    results: tuple[Id, ...] = ()  # derived: the plan does not link them
    horizon: Title | None = None
    note: Text | None = None


@event("result_agreed", "result", "Resultaat afgesproken")
class ResultAgreed(Event):
    """A result the alliance agreed to reach. What the plan leaves open stays empty."""

    result: Id
    theme: Id
    statement: Text
    target: Target | None = None
    deadline: date | None = None
    owner: Id | None = None  # the organisation that keeps it moving
    ideas: tuple[Text, ...] = ()  # ideas for a measure, not agreed


@event("result_adjusted", "result", "Resultaat bijgesteld")
class ResultAdjusted(Event):
    """The agreed result as it reads from now on, and why it changed."""

    result: Id
    reason: Text
    statement: Text
    target: Target | None = None
    deadline: date | None = None
    owner: Id | None = None
    ideas: tuple[Text, ...] = ()


@event("result_assessed", "result", "Resultaat beoordeeld")
class ResultAssessed(Event):
    """A group said how far a result is reached, and why."""

    result: Id
    verdict: Verdict
    group: Id
    reason: Text
