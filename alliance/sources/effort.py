"""Time the plan asks of groups and roles: what the file holds, and what happens with it."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from alliance.events.base import Id, Text, Title
from alliance.events.effort import CadenceAdopted, RoleAdopted, RolePart
from alliance.events.organisations import GroupKind
from alliance.sources.lists import Record

MINUTES = 60
DERIVED_TIMES = "parts.times"
Number = Annotated[int, Meta(ge=0)]


class PartRecord(Record):
    """What the hours of a role go to."""

    what: Title
    times: Number | None = None
    hours: Number | None = None


class RoleRecord(Record):
    """A role with its hours in a year, as printed, and the sum we made of its parts."""

    id: Id
    name: Title
    group_kind: Id | None = None
    hours_min: Number | None = None
    hours_max: Number | None = None
    hours_sum: Number | None = None
    fits_range: bool | None = None
    check: Text | None = None
    tasks: tuple[Text, ...] = ()
    parts: tuple[PartRecord, ...] = ()
    derived: tuple[str, ...] = ()
    source: Title


class CadenceRecord(Record):
    """How often groups of one kind meet."""

    group_kind: GroupKind
    per_year: Number
    hours: Number | None = None
    every_weeks: Number | None = None
    source: Title


def adopt_role(record: RoleRecord) -> RoleAdopted:
    """The role as the plan describes it; its range and its parts are never made to fit."""
    derived = DERIVED_TIMES in record.derived
    return RoleAdopted(
        role=record.id,
        name=record.name,
        kind=record.group_kind,
        tasks=record.tasks,
        hours_min=record.hours_min,
        hours_max=record.hours_max,
        parts=tuple(
            RolePart(what=part.what, times=part.times, hours=part.hours, derived=derived)
            for part in record.parts
        ),
        note=record.check,
        source=record.source,
    )


def adopt_cadence(record: CadenceRecord) -> CadenceAdopted:
    """The rhythm the plan gives to one kind of group."""
    return CadenceAdopted(
        cadence=record.group_kind,
        kind=record.group_kind,
        per_year=record.per_year,
        minutes=None if record.hours is None else record.hours * MINUTES,
        every_weeks=record.every_weeks,
        source=record.source,
    )


def odd_hours(role: RoleRecord) -> Iterator[tuple[str, str]]:
    """Where what the file works out of a role is not what its own figures say."""
    known = [part.hours for part in role.parts if part.hours is not None]
    total = sum(known) if known and len(known) == len(role.parts) else None
    low, high = role.hours_min, role.hours_max
    if low is not None and high is not None and low > high:
        yield "hours_max", f"dit is minder dan hours_min ({low}). Kijk beide na in de bron."
    if role.hours_sum != total:
        yield "hours_sum", f"de delen zijn samen {told(total)}, er staat {told(role.hours_sum)}."
    ranged = None if total is None or low is None or high is None else low <= total <= high
    if role.fits_range != ranged:
        what = {True: "true", False: "false", None: "niets"}
        yield "fits_range", f"hier hoort {what[ranged]}, er staat {what[role.fits_range]}."


def told(hours: int | None) -> str:
    """A number of hours as it stands in a file; unknown is never zero."""
    return "niets" if hours is None else str(hours)
