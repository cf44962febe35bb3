"""What is there to do for everyone between two days, in the words meant for who comes?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.activities import (
    ActivityAnnounced,
    ActivityCancelled,
    ActivityFacts,
    ActivityMoved,
    ActivityWithdrawn,
    AnnouncementWithdrawn,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows, blank

tables = sa.MetaData()
activities = sa.Table(
    "announced_activities",
    tables,
    sa.Column("activity", sa.Text, primary_key=True),
    sa.Column("title", sa.Text),  # as the alliance calls it; strangers read the headline
    sa.Column("on", sa.Date, index=True),
    sa.Column("start", sa.Time),
    sa.Column("place", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("audience", sa.Text),
    sa.Column("organisation", sa.Text),
    sa.Column("group", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("cancelled", sa.Boolean),
    sa.Column("headline", sa.Text),
    sa.Column("text", sa.Text),
    sa.Column("joining", sa.Text),
    sa.Column("shown_on", sa.Date),  # when it was first shown to everyone
    sa.Column("left_out", sa.Boolean),  # it was shown, and taken out of the programme
)
FACTS = ("activity", "title", "on", "start", "place", "area", "audience", "organisation", "group")
WORDS = ("headline", "text", "joining")


def apply(rows: Rows, entry: Entry) -> None:
    """Keep every activity with its day and place, and what everyone may read of it."""
    match entry.event:
        case ActivityFacts() as event:
            facts = {name: getattr(event, name) for name in FACTS}
            fresh = dict.fromkeys((*WORDS, "shown_on"))
            fresh |= {"cancelled": False, "left_out": False, "author": entry.by}
            before = rows.get(activities, event.activity) or fresh
            rows.put(activities, **before | facts)
        case ActivityMoved(activity=activity, on=on):
            rows.change(activities, activity, on=on)
        case ActivityCancelled(activity=activity):
            rows.change(activities, activity, cancelled=True)
        case ActivityWithdrawn(activity=activity):
            rows.drop(activities, activity)
        case ActivityAnnounced(activity=activity) as event:
            words = {name: getattr(event, name) for name in WORDS}
            before = rows.get(activities, activity) or blank(activities)
            first = before["shown_on"] or day_of(entry.at)
            rows.change(activities, activity, **words, shown_on=first, left_out=False)
        case AnnouncementWithdrawn(activity=activity):
            rows.change(activities, activity, **dict.fromkeys(WORDS), left_out=True)


PROJECTION = Projection("announced", tables, apply)


@dataclass(frozen=True)
class Announced:
    """An activity for residents; without a headline it is not shown to everyone."""

    activity: str
    title: str
    on: date
    start: time | None
    place: str | None
    area: str | None
    organisation: str | None
    group: str | None
    author: str
    cancelled: bool
    headline: str | None
    text: str | None
    joining: str | None
    shown_on: date | None = None
    left_out: bool = False


def for_residents(db: sa.Connection, first: date, last: date) -> Sequence[Announced]:
    """The activities for residents between two days, shown to everyone or not, in order."""
    names = [column for column in activities.c if column.name != "audience"]
    asked = sa.select(*names).where(
        activities.c.audience == "inwoners", activities.c.on.between(first, last)
    )
    order = (activities.c.on, activities.c.start, activities.c.activity)
    return [Announced(**row) for row in db.execute(asked.order_by(*order)).mappings()]


def programme(db: sa.Connection, first: date, last: date) -> Sequence[Announced]:
    """What everyone may read of these days, in order; also what does not go through."""
    return [one for one in for_residents(db, first, last) if one.headline]
