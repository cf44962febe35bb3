"""Personas: invented people who stand for a group, and whether a wijk recognises them."""

from typing import Literal

from alliance.events.base import Code, Event, Fact, Id, Text, Title, event


class Need(Fact):
    """What a persona needs, in order of what weighs most; rank 1 comes first."""

    rank: int
    statement: Title
    codes: tuple[Code, ...]


class PersonaChannel(Fact):
    """Whether a persona is reached along one channel."""

    channel: Code
    reaches: Literal["ja", "nee", "onbekend"]


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
