"""The programme: what was agreed to reach, and what the plan means to do for it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, TypedDict, Unpack, cast, get_args

from alliance.events.base import (
    Code,
    Event,
    Fact,
    Id,
    Text,
    Title,
    event,
    refuse,
    unfit_text,
    unfit_title,
)
from alliance.events.days import GONE, unfit_plan
from alliance.events.state import UNCHANGED, WHY, tidy

Verdict = Literal["gehaald", "grotendeels", "deels", "niet", "niet_meetbaar", "vervangen"]

NO_THEME = "Kies bij welk thema het resultaat hoort."
NO_RESULT = "Schrijf in één zin wat er bereikt moet zijn."
NO_WORDS = "Schrijf ook in woorden waaraan jullie zien dat het lukt."
NO_NUMBER = "Vul een aantal in, of haal de eenheid en de nulmeting weg."
NO_UNIT = "Schrijf op wat je telt, zoals getrainde vrijwilligers."
NEGATIVE = "Een aantal is nul of meer. Vul het opnieuw in, of laat het leeg."
NO_VERDICT = "Kies hoe ver dit resultaat is."
NO_GROUP = "Kies welke groep dit vindt."
NO_REASON = "Schrijf in één zin waarom jullie dat vinden."
UNKNOWN = "Dit resultaat bestaat niet. Kies er een uit het overzicht van de voortgang."


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
    starters: tuple[Id, ...] = ()  # the organisations that began
    participants: Title | None = None  # how many take part, in the words of the plan
    participants_known: int | None = None  # how many of them are named in public
    builds_on: tuple[Title, ...] = ()  # other plans and agreements
    finance_principles: tuple[Text, ...] = ()
    privacy_rules: tuple[Text, ...] = ()


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


class ResultFacts(TypedDict, total=False):
    """What is agreed about a result; what is not named is left open, or stays as it is."""

    statement: str
    target: Target | None
    deadline: date | None
    owner: str | None
    ideas: tuple[str, ...]


def agree_result(
    *, result: str, theme: str, today: date, **facts: Unpack[ResultFacts]
) -> ResultAgreed:
    """Something the alliance will reach; measure, date and owner may still be left open."""
    agreed = tidied(facts)
    refuse(
        theme=not theme and NO_THEME,
        statement=unfit_text(agreed.get("statement"), NO_RESULT),
        deadline=unfit_plan(facts.get("deadline"), today=today, past=GONE, missing=None),
        **target_faults(facts.get("target")),
    )
    return ResultAgreed(result=result, theme=theme, **agreed)


def adjust_result(
    history: Sequence[Event], *, reason: str, today: date, **changes: Unpack[ResultFacts]
) -> ResultAdjusted:
    """The result reads otherwise from now on; why it changed stays with it."""
    result, now = result_now(history)
    new = now | tidied(changes)
    moved = new["deadline"] != now["deadline"]
    refuse(
        statement=unfit_text(new["statement"], NO_RESULT),
        deadline=moved and unfit_plan(new["deadline"], today=today, past=GONE, missing=None),
        reason=unfit_text(reason, WHY),
        **target_faults(new["target"]),
    )
    refuse(form=new == now and UNCHANGED)
    return ResultAdjusted(result=result, reason=reason.strip(), **new)


def assess_result(
    history: Sequence[Event], *, verdict: str, group: str, reason: str
) -> ResultAssessed:
    """A group says how far a result is; it stands beside what follows from the journal."""
    result, _ = result_now(history)
    refuse(
        verdict=verdict not in get_args(Verdict) and NO_VERDICT,
        group=not group and NO_GROUP,
        reason=unfit_text(reason, NO_REASON),
    )
    said = cast(Verdict, verdict)  # any other word was refused
    return ResultAssessed(result=result, verdict=said, group=group, reason=reason.strip())


def result_now(history: Sequence[Event]) -> tuple[str, dict[str, Any]]:
    """A result's id and what is agreed about it now; refuses when there is no such result."""
    said = (
        event for event in reversed(history) if isinstance(event, ResultAgreed | ResultAdjusted)
    )
    last = next(said, None)
    refuse(form=last is None and UNKNOWN)
    assert last is not None  # an unknown result was refused
    return last.result, {name: getattr(last, name) for name in ResultFacts.__annotations__}


def tidied(facts: ResultFacts) -> dict[str, Any]:
    """The same facts, every text without spaces around it."""
    return {name: tidy(fact) for name, fact in facts.items()}


def target_faults(target: Target | None) -> dict[str, str | None]:
    """What is wrong with a target, by form field: target (its words), number, unit, baseline."""
    if target is None:
        return {}
    alone = target.number is None and (target.unit or target.baseline is not None)
    unit = NO_UNIT if target.number is not None else None
    return {
        "target": unfit_text(target.words, NO_WORDS),
        "number": NO_NUMBER if alone else negative(target.number),
        "unit": unfit_title(target.unit or "", unit or "") or None,
        "baseline": negative(target.baseline),
    }


def negative(amount: int | None) -> str | None:
    """What is wrong with an amount below zero, or None."""
    return NEGATIVE if amount is not None and amount < 0 else None
