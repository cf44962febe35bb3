"""Signals from the wijk: a pattern that was seen, never a person."""

from collections.abc import Sequence

from alliance.events.base import Code, Event, Id, Text, event, refuse, unfit_text
from alliance.events.state import tidy

NO_STATEMENT = "Schrijf in één zin op wat jullie zien, zonder iets over een persoon."
UNKNOWN = "Dit signaal bestaat niet. Kies er een uit het verslag."
WITHDRAWN = "Dit signaal is teruggenomen. Geef een nieuw signaal als dat nodig is."


@event("pattern_raised", "pattern", "Signaal uit de wijk gegeven")
class PatternRaised(Event):
    """A group sees something that comes back: in words, without anyone recognisable."""

    pattern: Id
    statement: Text
    group: Id | None = None
    theme: Id | None = None
    area: Code | None = None


@event("pattern_withdrawn", "pattern", "Signaal teruggenomen")
class PatternWithdrawn(Event):
    """It should not have been written down."""

    pattern: Id


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


def withdraw_pattern(history: Sequence[Event]) -> PatternWithdrawn:
    """Take back what should not have been written down."""
    raised = next((event for event in history if isinstance(event, PatternRaised)), None)
    gone = any(isinstance(event, PatternWithdrawn) for event in history)
    refuse(form=(raised is None and UNKNOWN) or (gone and WITHDRAWN))
    assert raised is not None  # an unknown signal was refused
    return PatternWithdrawn(pattern=raised.pattern)
