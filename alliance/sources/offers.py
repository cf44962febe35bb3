"""Offers and dated sessions: what the files hold, and what happens with it."""

from datetime import date as Day
from datetime import time as Time

from alliance.events.activities import ActivityPlanned
from alliance.events.base import Id, Place, Text, Title
from alliance.events.offers import OfferRegistered, Reach, Stage
from alliance.sources.lists import (
    AreaCode,
    BarrierCode,
    ChannelCode,
    FormCode,
    GebiedId,
    KindCode,
    NeedCode,
    OfferId,
    OrganisationId,
    PlannedId,
    Record,
    TargetGroupCode,
)


class OfferRecord(Record):
    """Something an organisation lastingly provides, or plans to."""

    id: Id
    name: Title
    provider: OrganisationId | None = None
    provider_text: Title | None = None
    status: Stage
    part_of: OfferId | None = None
    reach: Reach | None = None
    areas: tuple[AreaCode, ...] = ()
    area_text: Title | None = None
    for_whom: Text | None = None
    target_groups: tuple[TargetGroupCode, ...] = ()
    needs: tuple[NeedCode, ...] = ()
    forms: tuple[FormCode, ...] = ()
    barriers_removed: tuple[BarrierCode, ...] = ()
    barriers_present: tuple[BarrierCode, ...] = ()
    kind: KindCode
    channels: tuple[ChannelCode, ...] = ()
    planned_actions: tuple[PlannedId, ...] = ()
    source: Title
    derived: tuple[str, ...] = ()
    nakijken: bool
    note: Text | None = None


class SessionRecord(Record):
    """A dated session of the past."""

    id: Id
    title: Title
    programme: Title | None = None
    provider: OrganisationId
    date: Day
    time: Time | None = None
    place: Place
    location: OrganisationId | None = None
    areas: tuple[AreaCode, ...] = ()
    gebied: GebiedId | None = None
    for_whom: Title | None = None
    target_groups: tuple[TargetGroupCode, ...] = ()
    needs: tuple[NeedCode, ...] = ()
    forms: tuple[FormCode, ...] = ()
    barriers_removed: tuple[BarrierCode, ...] = ()
    cost: Title | None = None
    kind: KindCode
    held: bool | None = None
    source: Title
    derived: tuple[str, ...] = ()
    note: Text | None = None


def register_offer(record: OfferRecord) -> OfferRegistered:
    """The offer as the source describes it; nobody has confirmed it yet."""
    return OfferRegistered(
        offer=record.id,
        name=record.name,
        organisation=record.provider,
        provider=record.provider_text,
        stage=record.status,
        kind=record.kind,
        for_whom=record.for_whom,
        target_groups=record.target_groups,
        needs=record.needs,
        forms=record.forms,
        barriers_removed=record.barriers_removed,
        barriers_present=record.barriers_present,
        channels=record.channels,
        reach=record.reach,
        areas=record.areas,
        area_words=record.area_text,
        planned=record.planned_actions,
        part_of=record.part_of,
        note=record.note,
        source=record.source,
        check=record.nakijken,
    )


def plan_session(record: SessionRecord) -> ActivityPlanned:
    """The session as it was announced; the source does not say whether it was held."""
    details = [record.programme, record.for_whom, record.cost]
    extra = ", ".join(detail for detail in details if detail)
    return ActivityPlanned(
        activity=record.id,
        title=f"{record.title} ({extra})" if extra else record.title,
        on=record.date,
        start=record.time,
        place=record.place,
        area=record.gebied or next(iter(record.areas), None),
        organisation=record.provider,
        source=record.source,
    )
