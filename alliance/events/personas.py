"""Personas: invented people who stand for a group, and whether a wijk recognises them."""

from collections.abc import Container, Sequence
from typing import Literal

from alliance.events.base import Code, Event, Fact, Id, Text, Title, event, refuse, unfit_text
from alliance.events.state import tidy


class Need(Fact):
    """What a persona needs, in order of what weighs most; rank 1 comes first."""

    rank: int
    statement: Title
    codes: tuple[Code, ...]


class PersonaChannel(Fact):
    """Whether a persona is reached along one channel."""

    channel: Code
    reaches: Literal["ja", "nee", "onbekend"]


class Trait(Fact):
    """Where a persona stands between two ends, from 1 to 5."""

    trait: Code
    score: int
    certain: bool = True  # False: the mark on the sheet cannot be read with certainty


@event("persona_described", "persona", "Persona beschreven")
class PersonaDescribed(Event):
    """A persona, whole; a later description replaces it. Invented, never a resident."""

    persona: Id
    name: Title
    kind_label: Title  # always shown with the name: "oudere weduwnaar"
    age: int | None = None
    situation: tuple[Text, ...] = ()
    needs: tuple[Need, ...] = ()
    goals: tuple[Text, ...] = ()
    barriers: tuple[Code, ...] = ()
    channels: tuple[PersonaChannel, ...] = ()
    forms: tuple[Code, ...] = ()
    levels: tuple[Code, ...] = ()  # persistence
    target_groups: tuple[Code, ...] = ()
    life_stage: Code | None = None
    life_events: tuple[Code, ...] = ()
    area_words: Title | None = None  # where the plan puts this persona
    areas: tuple[Code, ...] = ()  # empty with area_words: still to be linked
    talent: Text | None = None
    public_group: Title | None = None  # how a public report names people like this
    background: tuple[Text, ...] = ()  # what the sheet says of home, school, work and income
    contacts: tuple[Text, ...] = ()  # who knows someone like this
    notes: tuple[Text, ...] = ()
    traits: tuple[Trait, ...] = ()
    source: Title


@event("persona_retired", "persona", "Persona gestopt")
class PersonaRetired(Event):
    """The alliance no longer works with this persona."""

    persona: Id
    reason: Text


@event("persona_recognised", "persona", "Persona herkend in wijk")
class PersonaRecognised(Event):
    """Whether people who know a wijk recognise someone like this there."""

    persona: Id
    wijk: Code
    recognised: bool
    group: Id | None = None
    reason: Text | None = None


UNKNOWN = "Deze persona bestaat niet. Kies er een uit de lijst met persona's."
RETIRED = "Met deze persona werken we niet meer. Kies een andere uit de lijst met persona's."
NO_WIJK = "Kies een wijk uit de lijst."
NO_ANSWER = "Kies: herkennen wij hier, of herkennen wij hier niet."
WHY = "Schrijf in één zin waarom we niet meer met deze persona werken."


def recognise_persona(
    history: Sequence[Event],
    *,
    wijk: str | None,
    recognised: bool | None,
    wijken: Container[str],
    group: str | None = None,
    reason: str | None = None,
) -> PersonaRecognised:
    """Say whether people who know a wijk recognise someone like this there."""
    now = living_persona(history)
    refuse(
        wijk=(wijk is None or wijk not in wijken) and NO_WIJK,
        recognised=recognised is None and NO_ANSWER,
        reason=unfit_text(reason),
    )
    assert wijk is not None and recognised is not None  # without, it was refused
    return PersonaRecognised(
        persona=now.persona, wijk=wijk, recognised=recognised, group=group, reason=tidy(reason)
    )


def retire_persona(history: Sequence[Event], *, reason: str) -> PersonaRetired:
    """Stop working with a persona; what was said of it stays readable."""
    now = living_persona(history)
    refuse(reason=unfit_text(reason, WHY))
    return PersonaRetired(persona=now.persona, reason=reason.strip())


def living_persona(history: Sequence[Event]) -> PersonaDescribed:
    """A persona as last described; refuses when there is none or it was retired since."""
    whole = [event for event in history if isinstance(event, PersonaDescribed | PersonaRetired)]
    now = whole[-1] if whole else None
    refuse(form=now is None and UNKNOWN)
    refuse(form=isinstance(now, PersonaRetired) and RETIRED)
    assert isinstance(now, PersonaDescribed)  # anything else was refused
    return now
