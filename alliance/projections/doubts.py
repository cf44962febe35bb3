"""What looks odd of what was agreed, and was not explained: is it done, is it in time?

Whoever does it is asked first. The queries get the day, and say since when it looks odd.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from alliance import dutch
from alliance.events.actions import (
    ActionAccepted,
    ActionDone,
    ActionDropped,
    ActionExplained,
    ActionFacts,
    ActionLinked,
    ActionMoved,
    ActionWithdrawn,
    Doubtful,
    OtherDateAccepted,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityFacts,
    ActivityHeld,
    ActivityMoved,
    ActivityWithdrawn,
)
from alliance.events.programme import ResultAdjusted, ResultAgreed
from alliance.journal import Entry
from alliance.projections import links
from alliance.projections.base import Projection, Rows
from alliance.projections.doubts_rows import (
    actions,
    activities,
    explained,
    keep_action,
    keep_activity,
    keep_result,
    mark,
    results,
    tables,
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what was agreed with its day, its result and its activities, and what was explained."""
    match entry.event:
        case ActionFacts() as said:
            keep_action(rows, entry, said)
        case ActionLinked(action=action) as said:
            news = links.news(said)
            mark(rows, entry, action, **{"result": news["result"]} if "result" in news else {})
        case ActionMoved() | OtherDateAccepted() as said:
            mark(rows, entry, said.action, by_when=said.by_when, stand="open")
        case ActionAccepted(action=action, owner=owner, organisation=organisation):
            who = {"owner": owner, "organisation": organisation}
            rows.change(actions, action, **{name: key for name, key in who.items() if key})
            mark(rows, entry, action, stand="open")
        case ActionDone(action=action):
            mark(rows, entry, action, stand="gedaan")
        case ActionDropped(action=action) | ActionWithdrawn(action=action):
            mark(rows, entry, action, stand=None)
        case ActionExplained(action=action, about=about):
            rows.put(explained, action=action, about=about, told_at=entry.position)
        case ActivityFacts() | ActivityMoved() | ActivityCancelled() | ActivityHeld() as said:
            keep_activity(rows, entry, said)
        case ActivityWithdrawn(activity=activity):
            rows.drop(activities, activity)
        case ResultAgreed() | ResultAdjusted() as said:
            keep_result(rows, entry, said)


PROJECTION = Projection("doubts", tables, apply)


@dataclass(frozen=True)
class Doubt:
    """One agreement that looks odd: whose it is, why, and since when."""

    action: str
    title: str
    author: str
    owner: str | None
    organisation: str | None
    group: str | None
    about: Doubtful
    since: date
    day: date  # by when it is, or when its activity was to be
    deadline: date | None = None  # of its result
    activity: str | None = None  # that was not held
    cancelled: bool = False

    @property
    def why(self) -> str:
        """What looks odd, in a sentence."""
        if self.about == "na_resultaat":
            return (
                f"Dit is voor {dutch.day(self.day)}. Het resultaat waar het bij hoort, is voor"
                f" {dutch.day(self.deadline)}."
            )
        if self.cancelled:
            return "Dit is nagekomen, maar de activiteit die erbij hoort, ging niet door."
        return (
            f"Dit is nagekomen, maar of de activiteit van {dutch.day(self.day)} er was, schreef"
            " niemand op."
        )

    @property
    def how(self) -> str:
        """What can be answered to it."""
        return "afgelast" if self.cancelled else self.about


_WHOSE = [
    actions.c[name] for name in ("action", "title", "author", "owner", "organisation", "group")
]


def asked(db: sa.Connection, today: date) -> tuple[Doubt, ...]:
    """All that looks odd today and was not explained, what looks so longest first."""
    return tuple(sorted([*beyond(db), *unheld(db, today)], key=lambda one: (one.since, one.action)))


def of_action(db: sa.Connection, action: str, today: date) -> Doubt | None:
    """What looks odd of one agreement; None when nothing does."""
    one = actions.c.action == action
    return next(iter([*beyond(db, one), *unheld(db, today, one)]), None)


def beyond(db: sa.Connection, *wanted: sa.ColumnElement[bool]) -> list[Doubt]:
    """What is still open, for a day after that of its result."""
    query = (
        sa.select(
            *_WHOSE,
            actions.c.by_when.label("day"),
            results.c.deadline,
            actions.c.since,
            results.c.since.label("set_on"),
        )
        .join(results, results.c.result == actions.c.result)
        .where(actions.c.open_until.is_not(None), *wanted)
        .where(actions.c.open_until > results.c.deadline)
        .where(sa.not_(is_explained("na_resultaat", results.c.told_at)))
    )
    return [found(row, "na_resultaat") for row in db.execute(query).mappings()]


def unheld(db: sa.Connection, today: date, *wanted: sa.ColumnElement[bool]) -> list[Doubt]:
    """What is done, while none of its activities was held; once, for the last of them."""
    other = activities.alias()
    held = sa.exists().where(other.c.action == actions.c.action, other.c.stand == "gehouden")
    query = (
        sa.select(
            *_WHOSE,
            activities.c.since.label("day"),
            activities.c.activity,
            (activities.c.stand == "niet").label("cancelled"),
            actions.c.since,
            activities.c.since.label("set_on"),
        )
        .join(activities, activities.c.action == actions.c.action)
        .where(activities.c.action.is_not(None), activities.c.since < today)
        .where(actions.c.stand == "gedaan", sa.not_(held), *wanted)
        .where(sa.not_(is_explained("niet_gehouden", activities.c.told_at)))
        .order_by(activities.c.since)
    )
    last = {row["action"]: row for row in db.execute(query).mappings()}
    return [found(row, "niet_gehouden") for row in last.values()]


def is_explained(about: Doubtful, other: sa.Column[Any]) -> sa.ColumnElement[bool]:
    """Whether this was explained since it last changed, on either side."""
    c = explained.c
    return sa.exists().where(
        c.action == actions.c.action,
        c.about == about,
        c.told_at > actions.c.told_at,
        c.told_at > other,
    )


def found(row: sa.RowMapping, about: Doubtful) -> Doubt:
    """A doubt from its row: it looks odd since the last of what makes it so."""
    facts = dict(row)
    since = max(facts.pop("since"), facts.pop("set_on"))
    return Doubt(**facts, about=about, since=since)
