"""Vocabularies, the fit table and routes: what the files hold, and what happens with it."""

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta

from alliance.events.base import Code, Id, Text, Title
from alliance.events.words import (
    FitCode,
    FitRow,
    FitTableAdopted,
    RouteAdopted,
    Term,
    VocabularyAdopted,
)
from alliance.sources.lists import (
    AreaCode,
    FormCode,
    KindCode,
    LevelCode,
    NeedCode,
    OrganisationId,
    ReachCode,
    Record,
)

FIT_SOURCE = "LESI 2010, met een eigen vertaling naar onze soorten aanbod"
FIT_TABLE = "offer_kind_and_persistence"

Order = Annotated[int, Meta(ge=1)]


class TermRecord(Record):
    """One word of a list."""

    code: Code
    label: Title
    explanation: Text | None = None
    kind: Code | None = None
    reach: Literal["alliantie", "keten", "buiten"] | None = None
    forms: tuple[FormCode, ...] = ()
    parent: Code | None = None  # a wider term of the same list
    counts: bool | None = None
    order: Order | None = None
    pole_1: Title | None = None
    pole_5: Title | None = None
    source: Title


class VocabularyRecord(Record):
    """A list of words."""

    name: Id
    label: Title
    source: Title
    date: Title
    note: Text | None = None
    entries: tuple[TermRecord, ...]


class FitRecord(Record):
    """How well one kind of offer suits one level of persistence."""

    kind: KindCode
    level: LevelCode
    code: FitCode
    codes_of_profiles: tuple[FitCode, ...]
    source_offers: tuple[Code, ...] = ()
    source: Title
    confirmed: bool
    note: Text | None = None


class RouteRecord(Record):
    """Whom to turn to with a worry."""

    id: Id
    worry: Title
    who: Title
    organisation: OrganisationId | None = None
    areas: tuple[AreaCode, ...]
    reach: ReachCode | None = None
    known: Text
    unknown: tuple[Title, ...] = ()
    needs: tuple[NeedCode, ...] = ()
    nakijken: bool
    source: Title
    note: Text | None = None


def adopt_vocabulary(record: VocabularyRecord) -> VocabularyAdopted:
    """The list as the alliance takes it over."""
    return VocabularyAdopted(
        vocabulary=record.name,
        title=record.label,
        source=_dated(record),
        note=record.note,
        terms=tuple(map(_term, record.entries)),
    )


def adopt_fit_table(records: Sequence[FitRecord]) -> FitTableAdopted:
    """The table as the alliance takes it over."""
    return FitTableAdopted(table=FIT_TABLE, source=FIT_SOURCE, rows=tuple(map(_row, records)))


def adopt_route(record: RouteRecord) -> RouteAdopted:
    """The route as it stands on the card."""
    return RouteAdopted(
        route=record.id,
        worry=record.worry,
        name=record.who,
        what=record.known,
        areas=record.areas,
        organisation=record.organisation,
        reach=record.reach,
        needs=record.needs,
        unknown=record.unknown,
        note=record.note,
        source=record.source,
        check=record.nakijken,
    )


def _dated(record: VocabularyRecord) -> str:
    if record.date in record.source:
        return record.source
    return f"{record.source} ({record.date})"


def _term(record: TermRecord) -> Term:
    return Term(
        code=record.code,
        label=record.label,
        explanation=record.explanation,
        kind=record.kind,
        reach=record.reach,
        forms=record.forms,
        parent=record.parent,
        counts=record.counts,
        order=record.order,
        lowest=record.pole_1,
        highest=record.pole_5,
    )


def _row(record: FitRecord) -> FitRow:
    return FitRow(
        kind=record.kind,
        level=record.level,
        code=record.code,
        profiles=record.codes_of_profiles,
        source=record.source,
        confirmed=record.confirmed,
        note=record.note,
    )
