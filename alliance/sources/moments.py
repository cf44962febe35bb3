"""Moments that come back every year: what the file holds, and what happens with it."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from alliance.events.base import Id, Text, Title
from alliance.events.moments import OccasionAdopted, Step, Usual
from alliance.sources.lists import Record

Month = Annotated[int, Meta(ge=1, le=12)]
Weekday = Annotated[int, Meta(ge=1, le=7)]
Which = Annotated[int, Meta(ge=1, le=5)]
Days = Annotated[int, Meta(ge=1, le=60)]
Weeks = Annotated[int, Meta(ge=-52, le=52)]


class StepRecord(Record):
    """Something to do for it, counted back in weeks."""

    what: Title
    weeks: Weeks
    who: Title | None = None


class UsualRecord(Record):
    """On which day it usually begins."""

    month: Month
    weekday: Weekday
    which: Which
    days: Days | None = None


class OccasionRecord(Record):
    """Something that comes back every year."""

    id: Id
    name: Title
    what: Text | None = None
    steps: tuple[StepRecord, ...] = ()
    usual: UsualRecord | None = None
    programme: bool = False
    note: Text | None = None
    derived: tuple[str, ...] = ()
    source: Title


def adopt_occasion(record: OccasionRecord) -> OccasionAdopted:
    """The yearly moment with its steps; its day stays open."""
    return OccasionAdopted(
        occasion=record.id,
        name=record.name,
        what=record.what,
        steps=tuple(Step(what=one.what, weeks=one.weeks, who=one.who) for one in record.steps),
        usual=_usual(record.usual),
        programme=record.programme,
        note=record.note,
        source=record.source,
    )


def _usual(record: UsualRecord | None) -> Usual | None:
    if record is None:
        return None
    return Usual(month=record.month, weekday=record.weekday, which=record.which, days=record.days)


def odd_steps(occasion: OccasionRecord) -> Iterator[tuple[str, str]]:
    """Where the steps do not stand in the order in which they come."""
    before = 53
    for number, step in enumerate(occasion.steps, 1):
        if step.weeks > before:
            yield f"steps[{number}].weeks", "deze stap komt vóór de stap erboven. Zet hem eerder."
        before = step.weeks
