"""What came of what: every action, activity, outcome and lesson as one item, below its origin.

Rows for whoever asks about them: each projection keeps a table of its own with this shape. An item
counts for its own result, or else for the result of what it came from, whenever either is linked.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, cast

import sqlalchemy as sa
from msgspec import to_builtins

from alliance.dutch import day_of
from alliance.events.actions import (
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionFacts,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    ActionWithdrawn,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityFacts,
    ActivityHeld,
    ActivityLinked,
    ActivityMoved,
    ActivityWithdrawn,
)
from alliance.events.outcomes import (
    LessonRecorded,
    OutcomeFacts,
    OutcomeLinked,
    OutcomeWithdrawn,
)
from alliance.events.state import Linkable
from alliance.journal import Entry
from alliance.projections.base import Row, Rows, blank

Changed = Callable[[Rows, Row | None, Row], None]
"""Is told an item as it was, None when it is new, and as it is."""
NEWS = frozenset({"done", "held", "recorded"})
"""The states of an item in which it tells how a result is going."""
HANDED_DOWN = ("result", "theme", "counts")
"""What of an item says something about what came from it."""


def items_table(name: str, tables: sa.MetaData, *searched: tuple[str, ...]) -> sa.Table:
    """A table for the items of one projection, indexed by the columns it is searched by."""
    return sa.Table(
        name,
        tables,
        sa.Column("stream", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text),  # action, activity, outcome or lesson
        sa.Column("state", sa.Text),  # open, done, held, recorded, dropped or withdrawn
        sa.Column("title", sa.Text),
        sa.Column("said", sa.Text),  # what came of it, or why not
        sa.Column("parent", sa.Text),
        sa.Column("children", sa.JSON),
        sa.Column("own_result", sa.Text),
        sa.Column("own_theme", sa.Text),
        sa.Column("result", sa.Text),  # its own, or that of what it came from
        sa.Column("theme", sa.Text),
        sa.Column("group", sa.Text),
        sa.Column("area", sa.Text),
        sa.Column("planned", sa.Text),
        sa.Column("day", sa.Date),  # by when, or on which day
        sa.Column("moved", sa.Integer),
        sa.Column("moved_on", sa.Date),
        sa.Column("ended_on", sa.Date),  # done, dropped, held, cancelled or recorded
        sa.Column("news_on", sa.Date),  # when it told how its result is going
        sa.Column("shared_on", sa.Date),  # when a lesson or by-catch was written down
        sa.Column("recorded_on", sa.Date),
        sa.Column("unplanned", sa.Boolean),
        sa.Column("evidence", sa.Text),
        sa.Column("counts", sa.JSON),  # as they were said
        sa.Column("counted", sa.JSON),  # those that add up: not what its activity counts already
        sa.Column("uncounted", sa.Boolean),  # held, and nobody said how many came
        sa.Column("told", sa.Integer),  # how many counts of outcomes below it say how many
        sa.Column("position", sa.BigInteger),
        *(sa.Index(f"{name}_by_{'_'.join(columns)}", *columns) for columns in searched),
    )


def ignore(_rows: Rows, _before: Row | None, _after: Row) -> None:
    """For a projection that keeps nothing besides its items."""


def follow(rows: Rows, table: sa.Table, entry: Entry, changed: Changed = ignore) -> None:
    """Let an entry about an action, activity, outcome or lesson change its item."""
    row = rows.get(table, entry.stream) or blank(table) | fresh(entry)
    settle(rows, table, row | told(entry, row), changed)


def fresh(entry: Entry) -> Row:
    """What a new item has before anything is said of it."""
    return {
        "stream": entry.stream,
        "kind": entry.event.subject,
        "state": "open",
        "children": [],
        "moved": 0,
        "unplanned": False,
        "counts": [],
        "told": 0,
        "parent": None,
        "ended_on": None,
        "recorded_on": day_of(entry.at),
        "position": entry.position,
    }


def adopt(rows: Rows, table: sa.Table, parent: str, child: str) -> None:
    """Write an item down below what it came from."""
    row = rows.get(table, parent) or blank(table)
    rows.change(table, parent, children=[*(row["children"] or ()), child])


def settle(rows: Rows, table: sa.Table, item: Row, changed: Changed) -> None:
    """Write an item down, work out what it counts for, and let what came from it follow."""
    before = rows.get(table, item["stream"])
    origin = rows.get(table, item["parent"]) or blank(table)
    after = item | worked_out(item, origin)
    rows.put(table, **after)
    changed(rows, before, after)
    was = before or blank(table)
    if after["parent"] != was["parent"]:
        adopt(rows, table, after["parent"], after["stream"])
    if any(after[name] != was[name] for name in HANDED_DOWN):
        for child in after["children"]:
            settle(rows, table, cast(Row, rows.get(table, child)), changed)  # adopted, so there
    if origin["kind"] == "activity" and (more := says(after) - says(was)):
        now = cast(Row, rows.get(table, origin["stream"]))  # it may just have adopted
        settle(rows, table, now | {"told": now["told"] + more}, changed)


def worked_out(item: Row, origin: Row) -> Row:
    """What follows from an item and from what it came from."""
    tells = item["state"] in NEWS
    lesson = item["kind"] == "lesson"
    counted_there = {dimension(count) for count in origin["counts"] or ()}
    counted = [count for count in item["counts"] if dimension(count) not in counted_there]
    return {
        "result": item["own_result"] or origin["result"],
        "theme": item["own_theme"] or origin["theme"],
        "news_on": item["ended_on"] if tells and not lesson else None,
        "shared_on": item["recorded_on"] if tells and (lesson or item["unplanned"]) else None,
        "counted": counted if tells else [],
        "uncounted": item["state"] == "held" and not (known(item["counts"]) or item["told"]),
    }


def dimension(count: dict[str, Any]) -> str:
    """What is counted, however: people who came and how often they came are one thing."""
    return "deelnames" if count["unit"] == "personen" else str(count["unit"])


def says(item: Row) -> int:
    """How many of the counts that add up say how many; none while the item does not stand."""
    return known(item["counted"] or ())


def known(counts: Iterable[dict[str, Any]]) -> int:
    """How many of these counts say how many."""
    return sum(count["known"] != "onbekend" for count in counts)


def told(entry: Entry, row: Row) -> Row:
    """The columns that an entry changes in this row."""
    match entry.event:
        case ActionLinked() | ActivityLinked() | OutcomeLinked() as linked:
            return links(linked)
        case ActionMoved(by_when=day) | ActivityMoved(on=day):
            return {"day": day, "moved": row["moved"] + 1, "moved_on": day_of(entry.at)}
        case ActionDropped(reason=reason) | ActivityCancelled(reason=reason):
            return {"state": "dropped", "said": reason, "ended_on": day_of(entry.at)}
        case ActionWithdrawn() | ActivityWithdrawn() | OutcomeWithdrawn():
            return {"state": "withdrawn", "ended_on": None}
        case ActionFacts() | ActionDone() as action:
            return told_of_action(action)
        case ActivityFacts() | ActivityHeld() as activity:
            return told_of_activity(activity, row)
        case OutcomeFacts() | LessonRecorded() as outcome:
            return told_of_outcome(outcome)
    return {}


def told_of_action(action: ActionFacts | ActionDone) -> Row:
    """What was agreed, or what came of it."""
    if isinstance(action, ActionDone):
        return {"state": "done", "ended_on": action.on, "said": action.yielded}
    facts = links(action, whole=True) | {
        "title": action.title,
        "group": action.group,
        "planned": action.planned,
        "day": action.by_when,
    }
    match action:
        case ActionLogged(on=on):
            return facts | {"state": "done", "ended_on": on}
        case ActionCorrected(on=date() as on, yielded=yielded):
            return facts | {"ended_on": on, "said": yielded}
    return facts


def told_of_activity(activity: ActivityFacts | ActivityHeld, row: Row) -> Row:
    """What was planned, or that it was held and how many came; it was held on its day."""
    if isinstance(activity, ActivityHeld):
        counts = to_builtins(activity.counts)
        return {"state": "held", "ended_on": row["day"], "counts": counts}
    return links(activity, whole=True) | {
        "title": activity.title,
        "group": activity.group,
        "parent": f"action:{activity.action}" if activity.action else None,
        "day": activity.on,
        "ended_on": activity.on if row["state"] == "held" else row["ended_on"],
    }


def told_of_outcome(outcome: OutcomeFacts | LessonRecorded) -> Row:
    """What something brought or taught."""
    facts = {
        "title": outcome.statement,
        "state": "recorded",
        "parent": origin_of(outcome.activity, outcome.action),
        "ended_on": outcome.on,
    }
    if isinstance(outcome, LessonRecorded):
        return facts | {"own_theme": outcome.theme}
    counts = to_builtins([outcome.count]) if outcome.count else []
    said = {"counts": counts, "evidence": outcome.evidence, "unplanned": outcome.unplanned}
    return links(outcome, whole=True) | facts | said


def origin_of(activity: str | None, action: str | None) -> str | None:
    """The stream of what an outcome came from; the activity when there are both."""
    if activity:
        return f"activity:{activity}"
    return f"action:{action}" if action else None


def links(linked: Linkable, *, whole: bool = False) -> Row:
    """What an item works towards; what is empty stays as it was, unless it was said as a whole."""
    said = {"own_result": linked.result, "own_theme": linked.theme, "area": linked.area}
    return {name: code for name, code in said.items() if code or whole}
