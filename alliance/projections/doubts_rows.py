"""The rows of what may look odd: actions, their activities, the days of results, explanations."""

from typing import Any

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.actions import (
    ActionAgreed,
    ActionCorrected,
    ActionFacts,
    ActionLogged,
    AnswerDisputed,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityFacts,
    ActivityHeld,
    ActivityMoved,
)
from alliance.events.programme import ResultAdjusted, ResultAgreed
from alliance.events.turns import TO_A_QUESTION
from alliance.journal import Entry
from alliance.projections.columns import following, partial_index
from alliance.projections.rows import Rows, blank

FACTS = ("title", "owner", "organisation", "group")

tables = sa.MetaData()
actions = sa.Table(
    "doubts_actions",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("author", sa.Text),
    sa.Column("owner", sa.Text),
    sa.Column("organisation", sa.Text),
    sa.Column("group", sa.Text),
    sa.Column("by_when", sa.Date),
    sa.Column("result", sa.Text),
    sa.Column("stand", sa.Text),  # open, gedaan, or empty: nothing to ask about
    sa.Column("since", sa.Date),  # when one of these three last changed
    sa.Column("told_at", sa.BigInteger),  # the position of the entry that told it
    following(
        "open_until", sa.Date, lambda row: row["by_when"] if row["stand"] == "open" else None
    ),
)
activities = sa.Table(
    "doubts_activities",
    tables,
    sa.Column("activity", sa.Text, primary_key=True),
    sa.Column("action", sa.Text),
    sa.Column("stand", sa.Text),  # gepland, gehouden or niet
    sa.Column("since", sa.Date),  # its day, or when it was cancelled
    sa.Column("told_at", sa.BigInteger),
)
results = sa.Table(
    "doubts_results",
    tables,
    sa.Column("result", sa.Text, primary_key=True),
    sa.Column("deadline", sa.Date),
    sa.Column("since", sa.Date),
    sa.Column("told_at", sa.BigInteger),
)
explained = sa.Table(
    "doubts_explained",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("about", sa.Text, primary_key=True),
    sa.Column("told_at", sa.BigInteger),
)
partial_index("doubts_open", actions.c.open_until)
partial_index("doubts_of_action", activities.c.action)


def keep_action(rows: Rows, entry: Entry, said: ActionFacts) -> None:
    """What was agreed or asked, or how it reads from now on.

    When its day, its result or how it stands changes, what was explained before does not count.
    """
    before = rows.get(actions, said.action)
    row = before or blank(actions) | {"action": said.action, "author": entry.by}
    stand = stand_of(said, row["stand"])
    news: dict[str, Any] = {"by_when": said.by_when, "result": said.result, "stand": stand}
    if any(row[name] != value for name, value in news.items()):
        news |= {"since": day_of(entry.at), "told_at": entry.position}
    rows.keep(actions, row | {name: getattr(said, name) for name in FACTS} | news)


def stand_of(said: ActionFacts, before: str | None) -> str | None:
    """How it stands: open, gedaan, or empty while nobody said yes."""
    match said:
        case ActionAgreed():
            return "open"
        case ActionLogged():
            return "gedaan"
        case ActionCorrected():
            return before
        case AnswerDisputed(answer=answer) if answer not in TO_A_QUESTION:
            return "open"
        case _:
            return None


def mark(rows: Rows, entry: Entry, action: str, **news: Any) -> None:
    """Keep what changed, and since when it is so."""
    row = rows.get(actions, action)
    if row and any(row[name] != value for name, value in news.items()):
        rows.change(actions, action, **news, since=day_of(entry.at), told_at=entry.position)


def keep_activity(
    rows: Rows,
    entry: Entry,
    said: ActivityFacts | ActivityMoved | ActivityCancelled | ActivityHeld,
) -> None:
    """An activity, which may belong to an action, as it stands now."""
    news: dict[str, Any]
    match said:
        case ActivityFacts(action=action, on=on):
            news = {"action": action, "since": on}
        case ActivityMoved(on=on):
            news = {"since": on}
        case ActivityCancelled():
            news = {"stand": "niet", "since": day_of(entry.at)}
        case ActivityHeld():
            news = {"stand": "gehouden"}
    news["told_at"] = entry.position
    if rows.get(activities, said.activity):
        rows.change(activities, said.activity, **news)
    else:
        fresh = blank(activities) | {"activity": said.activity, "stand": "gepland"}
        rows.keep(activities, fresh | news)


def keep_result(rows: Rows, entry: Entry, said: ResultAgreed | ResultAdjusted) -> None:
    """By when a result is to be there, and since when it is so."""
    before = rows.get(results, said.result) or blank(results)
    if before["deadline"] != said.deadline:
        since = {"since": day_of(entry.at), "told_at": entry.position}
        rows.put(results, result=said.result, deadline=said.deadline, **since)
