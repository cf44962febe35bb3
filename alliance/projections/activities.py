"""Activities: what is coming, what has been, and was it held and counted?"""

from collections.abc import Sequence
from datetime import date

import msgspec
import sqlalchemy as sa

from alliance.events.activities import (
    ActivityCancelled,
    ActivityCorrected,
    ActivityFacts,
    ActivityHeld,
    ActivityLinked,
    ActivityMoved,
    ActivityWithdrawn,
)
from alliance.events.counts import NUMBERED, Count
from alliance.events.outcomes import OutcomeFacts, OutcomeWithdrawn
from alliance.journal import Entry
from alliance.projections import links
from alliance.projections.activity_rows import ActivityRow as ActivityRow
from alliance.projections.activity_rows import Filter as Filter
from alliance.projections.base import Projection, Row, Rows, blank
from alliance.projections.columns import following, partial_index
from alliance.projections.paging import Page, paged

ASKED = ("audience", "organisation", "group", "offer", "action", "theme", "result")
FILTERED = (*ASKED[1:], "area", "waits_for")


def awaited(row: Row) -> str | None:
    """What still has to be said of an activity: bericht (was it held?) or telling (how many?)."""
    if row["status"] == "gehouden":
        return None if is_counted(row) else "telling"
    return "bericht" if row["status"] == "gepland" else None


def is_counted(row: Row) -> bool:
    """Whether somebody gave a number for an activity, itself or with an outcome."""
    return row["numbers"] > 0 or any(count["known"] in NUMBERED for count in row["counts"])


def is_unlinked(row: Row) -> bool:
    """Whether an activity that stands misses its result, theme or persona."""
    return row["status"] in ("gepland", "gehouden") and not links.is_linked(row)


tables = sa.MetaData()
activities = sa.Table(
    "activities_activities",
    tables,
    sa.Column("activity", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("first_day", sa.Date, nullable=False),
    sa.Column("moved", sa.Integer, nullable=False),
    sa.Column("start", sa.Time),
    sa.Column("place", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("audience", sa.Text, nullable=False),
    sa.Column("organisation", sa.Text),
    sa.Column("group", sa.Text),
    sa.Column("offer", sa.Text),
    sa.Column("action", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("result", sa.Text),
    sa.Column("persona", sa.Text),
    sa.Column("without", sa.JSON, nullable=False),  # the links it has none of
    sa.Column("source", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("counts", sa.JSON, nullable=False),
    sa.Column("numbers", sa.Integer, nullable=False),  # how many outcomes give a number
    following("waits_for", sa.Text, awaited),
    following("unlinked", sa.Boolean, is_unlinked),
    sa.Index("activities_by_day", "on", "status"),
)
for name in FILTERED:
    partial_index(f"activities_of_{name}", activities.c[name], activities.c.on)
partial_index("activities_to_link", activities.c.on, where=activities.c.unlinked == sa.true())
outcomes = sa.Table(  # those that give an activity a number
    "activities_outcomes",
    tables,
    sa.Column("outcome", sa.Text, primary_key=True),
    sa.Column("activity", sa.Text, nullable=False),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each activity as it stands, and whether anyone counted what it brought."""
    match entry.event:
        case OutcomeFacts(outcome=outcome, activity=activity, count=count):
            number = count is not None and count.known in NUMBERED
            count_outcome(rows, outcome, activity if number else None)
        case ActivityCorrected() as event:
            correct(rows, event)
        case ActivityFacts() as event:
            start(rows, entry, event)
        case ActivityLinked(activity=activity) as event:
            rows.change(activities, activity, **links.news(event))
        case ActivityMoved(activity=activity, on=on):
            move(rows, activity, on)
        case ActivityHeld(activity=activity, counts=counts):
            held = msgspec.to_builtins(counts)
            rows.change(activities, activity, status="gehouden", counts=held)
        case ActivityCancelled(activity=activity, reason=reason):
            rows.change(activities, activity, status="gaat_niet_door", reason=reason)
        case ActivityWithdrawn(activity=activity, reason=reason):
            rows.change(activities, activity, status="teruggenomen", reason=reason)
        case OutcomeWithdrawn(outcome=outcome):
            count_outcome(rows, outcome, None)


PROJECTION = Projection("activities", tables, apply)


def start(rows: Rows, entry: Entry, event: ActivityFacts) -> None:
    """The row of an activity that was planned, or written down after its day."""
    row = blank(activities) | msgspec.structs.asdict(event)
    row |= {"status": "gepland", "author": entry.by, "moved": 0, "first_day": event.on}
    row |= {"counts": [], "numbers": 0, "without": []}
    rows.keep(activities, row)


def correct(rows: Rows, event: ActivityCorrected) -> None:
    """An activity as it should have been written down; a first day that never moved is mended."""
    if row := rows.get(activities, event.activity):
        first = row["first_day"] if row["moved"] else event.on
        mended = {"first_day": first, "without": list(event.without)}
        rows.change(activities, event.activity, **msgspec.structs.asdict(event) | mended)


def move(rows: Rows, activity: str, on: date) -> None:
    """Another day for an activity."""
    if row := rows.get(activities, activity):
        rows.change(activities, activity, on=on, moved=row["moved"] + 1)


def count_outcome(rows: Rows, outcome: str, activity: str | None) -> None:
    """An outcome gives an activity a number, gives it to another one, or (None) to none at all."""
    if before := rows.get(outcomes, outcome):
        add_numbers(rows, before["activity"], -1)
    if activity:
        add_numbers(rows, activity, 1)
        rows.put(outcomes, outcome=outcome, activity=activity)
    elif before:
        rows.drop(outcomes, outcome)


def add_numbers(rows: Rows, activity: str, more: int) -> None:
    """How many outcomes of an activity give a number."""
    if row := rows.get(activities, activity):
        rows.change(activities, activity, numbers=row["numbers"] + more)


def coming(db: sa.Connection, wanted: Filter, today: date, page: int = 1) -> Page[ActivityRow]:
    """What is planned from today on, the first day first; what was cancelled too."""
    days = [activities.c.on >= today, *conditions(wanted)]
    return found(db, days, today, page)


def past(db: sa.Connection, wanted: Filter, today: date, page: int = 1) -> Page[ActivityRow]:
    """What was before today, the last day first."""
    days = [activities.c.on < today, *conditions(wanted)]
    return found(db, days, today, page, newest_first=True)


def one(db: sa.Connection, activity: str, today: date) -> ActivityRow | None:
    """One activity, also when it was taken back; None when there is none."""
    rows = found(db, [activities.c.activity == activity], today).rows
    return rows[0] if rows else None


def title(db: sa.Connection, activity: str) -> str | None:
    """What an activity is called; None when there is none."""
    asked = sa.select(activities.c.title).where(activities.c.activity == activity)
    return db.execute(asked).scalar()


def unheard(db: sa.Connection, wanted: Filter, today: date, page: int = 1) -> Page[ActivityRow]:
    """What should have been, while nobody said if it was."""
    days = [activities.c.waits_for == "bericht", activities.c.on < today, *conditions(wanted)]
    return found(db, days, today, page, newest_first=True)


def not_counted(db: sa.Connection, wanted: Filter, today: date, page: int = 1) -> Page[ActivityRow]:
    """What was held, while nobody gave a number."""
    held = [activities.c.waits_for == "telling", *conditions(wanted)]
    return found(db, held, today, page, newest_first=True)


def to_link(db: sa.Connection, today: date, page: int = 1) -> Page[ActivityRow]:
    """Activities that still miss their result, theme or persona."""
    return found(db, [activities.c.unlinked == sa.true()], today, page, newest_first=True)


def found(
    db: sa.Connection,
    wanted: Sequence[sa.ColumnElement[bool]],
    today: date,
    page: int = 1,
    *,
    newest_first: bool = False,
) -> Page[ActivityRow]:
    """One page of the activities that meet these conditions."""

    def show(row: Row) -> ActivityRow:
        unknown = row["waits_for"] == "bericht" and row["on"] < today
        counts = tuple(msgspec.convert(row["counts"], list[Count]))
        row |= {"unknown": unknown, "counted": is_counted(row), "counts": counts}
        row["without"] = tuple(row["without"])
        return ActivityRow(**{name: row[name] for name in ActivityRow.__dataclass_fields__})

    day, start = activities.c.on, activities.c.start
    order = (day.desc() if newest_first else day, start.nulls_first(), activities.c.activity)
    return paged(db, activities, list(wanted), order, page, show)


def conditions(wanted: Filter) -> list[sa.ColumnElement[bool]]:
    """What a filter asks of the rows; what was taken back is never on a list."""
    c = activities.c
    asked = [c[name] == value for name in ASKED if (value := getattr(wanted, name))]
    asked += [c.area.in_(wanted.areas)] if wanted.areas else []
    return [*asked, c.status != "teruggenomen"]
