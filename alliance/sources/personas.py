"""Personas: what the file holds, and what happens with it."""

from typing import Annotated, Literal

from msgspec import Meta

from alliance.events.base import Id, Text, Title
from alliance.events.personas import (
    Need,
    PersonaChannel,
    PersonaDescribed,
    PersonaRecognised,
    Trait,
)
from alliance.sources.lists import (
    AreaCode,
    BarrierCode,
    ChannelCode,
    FormCode,
    GebiedId,
    LevelCode,
    LifeEventCode,
    LifeStageCode,
    NeedCode,
    Record,
    TargetGroupCode,
    TraitCode,
)

RECOGNISED_WHY = "Het plan noemt deze wijk bij deze persona. Het is een voorbeeld, geen meting."
REACHES: dict[str, Literal["ja", "nee", "onbekend"]] = {
    "yes": "ja",
    "no": "nee",
    "unknown": "onbekend",
}

Rank = Annotated[int, Meta(ge=1)]
Score = Annotated[int, Meta(ge=1, le=5)]
Age = Annotated[int, Meta(ge=0)]


class WishRecord(Record):
    """A wish or a hindrance in the words of the sheet."""

    text: Text
    codes: tuple[NeedCode, ...] = ()


class HindranceRecord(Record):
    """What stands in the way, in the words of the sheet."""

    text: Text
    codes: tuple[BarrierCode, ...] = ()


class NeedRecord(Record):
    """A need in the words of the sheet; rank 1 weighs most."""

    rank: Rank
    text: Title
    codes: tuple[NeedCode, ...]


class TraitRecord(Record):
    """A mark on a line from 1 to 5."""

    score: Score
    certain: bool


class ChannelsRecord(Record):
    """Along which channels this persona is reached."""

    yes: tuple[ChannelCode, ...]
    no: tuple[ChannelCode, ...]
    unknown: tuple[ChannelCode, ...]
    certainty: dict[ChannelCode, Literal["zeker", "waarschijnlijk", "onzeker"]] = {}
    other: tuple[ChannelCode, ...] = ()
    other_text: Text | None = None
    note: Text | None = None


class DerivedRecord(Record):
    """What we made of the sheet, and why."""

    gebied: GebiedId | None = None
    wijken: tuple[AreaCode, ...] = ()
    buurten: tuple[AreaCode, ...] = ()
    area_certainty: Literal["hoog", "middel", "laag", "geen"]
    area_why: Text
    life_stage: LifeStageCode | None = None
    life_events: tuple[LifeEventCode, ...] = ()
    target_groups: tuple[TargetGroupCode, ...] = ()
    forms: tuple[FormCode, ...] = ()
    forms_possible: tuple[FormCode, ...] = ()
    forms_why: Text | None = None
    persistence: tuple[LevelCode, ...] = ()
    persistence_possible: tuple[LevelCode, ...] = ()
    persistence_why: Text | None = None
    needs: tuple[NeedCode, ...] = ()
    needs_why: Text | None = None
    barriers: tuple[BarrierCode, ...] = ()
    barriers_why: Text | None = None
    extra_channels: tuple[ChannelCode, ...] = ()
    extra_channels_why: Text | None = None
    talent: Text | None = None


class PersonaRecord(Record):
    """An invented person of the plan."""

    id: Id
    name: Title
    name_certain: bool
    kind_label: Title
    public_group: Title
    printed_group: Title
    age: Age | None = None
    sex: Title | None = None
    nationality: Title | None = None
    marital_status: Title | None = None
    children: Title | None = None
    education: Title | None = None
    occupation: Title | None = None
    income: Title | None = None
    area_printed: Title | None = None
    situation: tuple[Text, ...] = ()
    contacts: tuple[Text, ...] = ()
    goals: tuple[WishRecord, ...] = ()
    barriers_printed: tuple[HindranceRecord, ...] = ()
    notes: tuple[Text, ...] = ()
    source: Title
    needs_ranked: tuple[NeedRecord, ...]
    traits: dict[TraitCode, TraitRecord] = {}
    channels: ChannelsRecord
    derived: DerivedRecord


def describe_persona(record: PersonaRecord) -> PersonaDescribed:
    """The persona as the plan draws it, with the codes that make it comparable."""
    made = record.derived
    return PersonaDescribed(
        persona=record.id,
        name=record.name,
        kind_label=record.kind_label,
        age=record.age,
        situation=record.situation,
        needs=_needs(record),
        goals=tuple(wish.text for wish in record.goals),
        barriers=made.barriers,
        channels=_channels(record.channels, made.extra_channels),
        forms=made.forms,
        levels=made.persistence,
        target_groups=made.target_groups,
        life_stage=made.life_stage,
        life_events=made.life_events,
        area_words=record.area_printed,
        areas=made.buurten or made.wijken,
        talent=made.talent,
        public_group=record.public_group,
        background=_background(record),
        contacts=record.contacts,
        notes=_notes(record),
        traits=_traits(record),
        source=record.source,
    )


def recognise_persona(record: PersonaRecord) -> tuple[PersonaRecognised, ...]:
    """Where the plan itself puts this persona: there it starts as recognised."""
    return tuple(
        PersonaRecognised(persona=record.id, wijk=wijk, recognised=True, reason=RECOGNISED_WHY)
        for wijk in record.derived.wijken
    )


def _needs(record: PersonaRecord) -> tuple[Need, ...]:
    return tuple(
        Need(rank=need.rank, statement=need.text, codes=need.codes) for need in record.needs_ranked
    )


def _traits(record: PersonaRecord) -> tuple[Trait, ...]:
    return tuple(
        Trait(trait=code, score=mark.score, certain=mark.certain)
        for code, mark in record.traits.items()
    )


def _channels(record: ChannelsRecord, extra: tuple[ChannelCode, ...]) -> tuple[PersonaChannel, ...]:
    answers = {
        channel: answer for name, answer in REACHES.items() for channel in getattr(record, name)
    }
    answers |= dict.fromkeys((*record.other, *extra), REACHES["yes"])
    return tuple(PersonaChannel(channel=name, reaches=answer) for name, answer in answers.items())


def _background(record: PersonaRecord) -> tuple[str, ...]:
    lines = {
        "Geslacht": record.sex,
        "Nationaliteit": record.nationality,
        "Burgerlijke staat": record.marital_status,
        "Kinderen": record.children,
        "Opleiding": record.education,
        "Werk": record.occupation,
        "Inkomen": record.income,
        "Groep op het blad": record.printed_group,
    }
    return tuple(f"{label}: {words}" for label, words in lines.items() if words)


def _notes(record: PersonaRecord) -> tuple[str, ...]:
    made, channels = record.derived, record.channels
    derived = {
        "Wijk": made.area_why,
        "Vormen van eenzaamheid": made.forms_why,
        "Hardnekkigheid": made.persistence_why,
        "Behoeften": made.needs_why,
        "Drempels en belemmeringen": made.barriers_why,
        "Extra kanalen": made.extra_channels_why,
    }
    printed = {"Anders, namelijk": channels.other_text, "Kanalen": channels.note}
    return (
        *record.notes,
        *(f"{label}: {words}" for label, words in printed.items() if words),
        *(f"{label} (afgeleid): {words}" for label, words in derived.items() if words),
    )
