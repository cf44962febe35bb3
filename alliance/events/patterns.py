"""Signals from the wijk: a pattern that was seen, never a person."""

from collections.abc import Sequence

from alliance.events.base import Code, Event, Id, Text, event, refuse, unfit_text
from alliance.events.state import tidy

NO_STATEMENT = "Schrijf in één zin op wat jullie zien, zonder iets over een persoon."
NO_ANSWER = "Schrijf in één zin wat jullie ermee doen, of waarom niet."
ANSWERED = "Op dit signaal is al een antwoord gegeven. Kijk bij het signaal wat het was."
NOTHING_NEW = "Er is nog niets gekoppeld. Kies iets wat er nog niet bij staat."
UNKNOWN = "Dit signaal bestaat niet. Kies er een uit de lijst met signalen."
WITHDRAWN = "Dit signaal is teruggenomen. Geef een nieuw signaal als dat nodig is."


class PatternFact(Event):
    """What happened with one signal."""

    pattern: Id


@event("pattern_raised", "pattern", "Signaal uit de wijk gegeven")
class PatternRaised(PatternFact):
    """A group sees something that comes back: in words, without anyone recognisable."""

    statement: Text
    group: Id | None = None
    theme: Id | None = None
    area: Code | None = None


@event("pattern_linked", "pattern", "Signaal gekoppeld")
class PatternLinked(PatternFact):
    """For whom or where it is seen, as the aanjager links it; what is not named stays as it is."""

    persona: Id | None = None
    area: Code | None = None


@event("pattern_answered", "pattern", "Signaal beantwoord")
class PatternAnswered(PatternFact):
    """What a group does with it, or why it does nothing: "dit doen we ermee"."""

    group: Id  # who answers
    statement: Text
    meeting: Id | None = None  # where it was said


@event("pattern_withdrawn", "pattern", "Signaal teruggenomen")
class PatternWithdrawn(PatternFact):
    """It should not have been written down."""


def raise_pattern(
    *,
    pattern: str,
    statement: str,
    group: str | None = None,
    theme: str | None = None,
    area: str | None = None,
) -> PatternRaised:
    """Something that comes back, seen by a group."""
    refuse(statement=unfit_text(statement, NO_STATEMENT))
    said = tidy(statement)
    return PatternRaised(pattern=pattern, statement=said, group=group, theme=theme, area=area)


def link_pattern(
    history: Sequence[Event], *, persona: str | None = None, area: str | None = None
) -> PatternLinked:
    """Say for whom as a persona, or where, a pattern is seen."""
    now = pattern_now(history)
    said = [one for one in history if isinstance(one, PatternRaised | PatternLinked)]
    known = {
        "persona": [one.persona for one in said if isinstance(one, PatternLinked)],
        "area": [one.area for one in said],
    }
    last = {name: next(filter(None, reversed(each)), None) for name, each in known.items()}
    new_persona = persona if persona != last["persona"] else None
    new_area = area if area != last["area"] else None
    refuse(form=not (new_persona or new_area) and NOTHING_NEW)
    return PatternLinked(pattern=now.pattern, persona=new_persona, area=new_area)


def answer_pattern(
    history: Sequence[Event], *, group: str, statement: str, meeting: str | None = None
) -> PatternAnswered:
    """What a group does with a pattern; always in words, also when that is nothing."""
    now = pattern_now(history)
    answered = any(isinstance(event, PatternAnswered) for event in history)
    refuse(form=answered and ANSWERED, statement=unfit_text(statement, NO_ANSWER))
    said = statement.strip()
    return PatternAnswered(pattern=now.pattern, group=group, statement=said, meeting=meeting)


def withdraw_pattern(history: Sequence[Event]) -> PatternWithdrawn:
    """Take back what should not have been written down."""
    return PatternWithdrawn(pattern=pattern_now(history).pattern)


def pattern_now(history: Sequence[Event]) -> PatternRaised:
    """A pattern that stands; refuses one that was taken back or never was."""
    raised = next((event for event in history if isinstance(event, PatternRaised)), None)
    gone = any(isinstance(event, PatternWithdrawn) for event in history)
    refuse(form=(raised is None and UNKNOWN) or (gone and WITHDRAWN))
    assert raised is not None  # an unknown signal was refused
    return raised
