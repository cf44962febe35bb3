"""The programme, its groups and organisations: what the files hold, and what happens with it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta

from alliance.events.base import Id, Text, Title
from alliance.events.organisations import GroupFormed, GroupKind, OrganisationJoined
from alliance.events.programme import (
    PlannedActionAdopted,
    ProgrammeAdopted,
    ResultAgreed,
    ThemeAdopted,
)
from alliance.sources.lists import (
    AreaCode,
    GebiedId,
    GroupId,
    OrganisationId,
    PlannedId,
    Record,
    ResultId,
    SectorCode,
    TargetGroupCode,
    ThemeId,
)

MINUTES = 60
Number = Annotated[int, Meta(ge=0)]


class ProgrammeRecord(Record):
    """The plan as a whole."""

    id: Id
    name: Title
    plan_title: Title
    plan_label: Title
    gemeente: AreaCode
    gemeente_name: Title
    started_on: date | None = None
    starters: tuple[OrganisationId, ...] = ()
    participants: Title | None = None
    participants_known: Number | None = None
    main_result: Text
    coalition_agreement: Title | None = None
    social_vision: Title | None = None
    period: Title
    source: Title
    derived: tuple[str, ...] = ()


class SentenceRecord(Record):
    """A principle of the plan, also about money or privacy, or a national pillar."""

    id: Id
    text: Text
    source: Title | None = None


class ThemeRecord(Record):
    """A theme of the plan."""

    id: Id
    name: Title
    what: Text
    problem: Text
    question: Text | None = None
    named: tuple[OrganisationId, ...] = ()
    named_text: tuple[Title, ...] = ()
    target_groups: tuple[TargetGroupCode, ...] = ()
    group: GroupId | None = None
    source: Title


class ResultRecord(Record):
    """A result the plan agrees on."""

    id: Id
    theme: ThemeId
    text: Text
    wording: Literal["uitkomst", "inspanning"] | None = None
    indicator_ideas: tuple[Text, ...] = ()
    source: Title


class PlannedRecord(Record):
    """An action the plan names."""

    id: Id
    theme: ThemeId
    part_of: PlannedId | None = None
    text: Text
    kind: Title
    partners: tuple[OrganisationId, ...] = ()
    partners_text: tuple[Title, ...] = ()
    contents: tuple[Title, ...] = ()
    results: tuple[ResultId, ...] = ()
    horizon: Title | None = None
    note: Text | None = None
    source: Title


class GroupRecord(Record):
    """A group of the alliance."""

    id: Id
    name: Title
    kind: GroupKind
    theme: ThemeId | None = None
    gebied: GebiedId | None = None
    organisation: OrganisationId | None = None
    task: Text
    members: Text | None = None
    members_named: tuple[Title, ...] = ()
    meetings_per_year: Number | None = None
    hours_per_meeting: Number | None = None
    chair: Title | None = None
    derived: tuple[str, ...] = ()
    nakijken: bool = False
    note: Text | None = None
    source: Title


class OrganisationRecord(Record):
    """An organisation, group, desk, function or location."""

    id: Id
    name: Title
    sector: SectorCode
    soort: Literal["organisatie", "groep", "loket", "locatie", "functie"]
    lid: bool
    role: Text | None = None
    nakijken: bool
    source: Title
    derived: tuple[str, ...] = ()
    note: Text | None = None


def adopt_programme(
    record: ProgrammeRecord,
    sentences: Mapping[str, tuple[str, ...]],
) -> ProgrammeAdopted:
    """The plan as the alliance adopted it; `sentences` are its lists of sentences, by section."""
    return ProgrammeAdopted(
        programme=record.id,
        name=record.name,
        plan_title=record.plan_title,
        gemeente=record.gemeente,
        period=record.period,
        main_result=record.main_result,
        principles=sentences["principle"],
        source=record.source,
        pillars=sentences["pillar"],
        started=record.started_on,
        starters=record.starters,
        participants=record.participants,
        participants_known=record.participants_known,
        builds_on=tuple(filter(None, (record.coalition_agreement, record.social_vision))),
        finance_principles=sentences["finance_principle"],
        privacy_rules=sentences["privacy_rule"],
    )


def adopt_theme(record: ThemeRecord) -> ThemeAdopted:
    """The theme; its group says itself which theme it works on."""
    return ThemeAdopted(
        theme=record.id,
        name=record.name,
        what=record.what,
        problem=record.problem,
        target_groups=record.target_groups,
        question=record.question,
    )


def agree_result(record: ResultRecord) -> ResultAgreed:
    """The result; the plan gives it no target, date or owner."""
    return ResultAgreed(
        result=record.id, theme=record.theme, statement=record.text, ideas=record.indicator_ideas
    )


def adopt_planned_action(record: PlannedRecord, names: dict[str, str]) -> PlannedActionAdopted:
    """The planned action, its partners by name; `names` are those of the organisations."""
    contents = f"Inhoud: {', '.join(record.contents)}." if record.contents else None
    return PlannedActionAdopted(
        planned=record.id,
        theme=record.theme,
        statement=record.text,
        parent=record.part_of,
        kind=record.kind,
        partners=(*(names[partner] for partner in record.partners), *record.partners_text),
        results=record.results,
        horizon=record.horizon,
        note=" ".join(filter(None, [contents, record.note])) or None,
    )


def form_group(record: GroupRecord) -> GroupFormed:
    """The group as the plan describes it."""
    hours = record.hours_per_meeting
    extra = [record.chair and f"Voorzitter: {record.chair}.", record.note]
    return GroupFormed(
        group=record.id,
        name=record.name,
        kind=record.kind,
        task=record.task,
        theme=record.theme,
        gebied=record.gebied,
        meetings_per_year=record.meetings_per_year,
        minutes_per_meeting=None if hours is None else hours * MINUTES,
        members=record.members,
        note=" ".join(filter(None, extra)) or None,
        check=record.nakijken,
        source=record.source,
    )


def join_organisation(record: OrganisationRecord) -> OrganisationJoined:
    """The organisation as the sources name it."""
    return OrganisationJoined(
        organisation=record.id,
        name=record.name,
        sector=record.sector,
        kind=record.soort,
        takes_part=record.lid,
        check=record.nakijken,
        part=record.role,
        note=record.note,
        source=record.source,
    )
