"""Actions: who promised what, by when, and what came of it?"""

from datetime import date
from typing import Any

import msgspec
import sqlalchemy as sa

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
from alliance.journal import Entry
from alliance.projections import links
from alliance.projections.action_rows import ActionRow as ActionRow
from alliance.projections.action_rows import Counts as Counts
from alliance.projections.action_rows import Eyes as Eyes
from alliance.projections.action_rows import Filter as Filter
from alliance.projections.base import Projection, Row, Rows, blank
from alliance.projections.columns import following, partial_index
from alliance.projections.paging import Page, paged

UNDATED, ENDED, WITHDRAWN = 5 * 10**6, 10**12, 2 * 10**12
"""Where in the list: open ones by day, those without a day, ended ones newest first, withdrawn."""
LINKED = ("owner", "organisation", "group", "theme", "result", "area")


def rank_of(row: Row) -> int:
    """Where an action stands in every list, as a number, so that each is read from an index."""
    if row["status"] == "open":
        return row["by_when"].toordinal() if row["by_when"] else UNDATED
    ended: int = row["ended_at"]
    return (WITHDRAWN if row["status"] == "teruggenomen" else ENDED) - ended


def is_unlinked(row: Row) -> bool:
    """Whether an action that counts misses its result, theme or persona."""
    return row["status"] in ("open", "gedaan") and not links.is_linked(row)


tables = sa.MetaData()
actions = sa.Table(
    "actions_actions",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("owner", sa.Text),
    sa.Column("organisation", sa.Text),
    sa.Column("group", sa.Text),
    sa.Column("meeting", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("result", sa.Text),
    sa.Column("planned", sa.Text),
    sa.Column("persona", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("without", sa.JSON, nullable=False),  # the links it has none of
    sa.Column("agreed_on", sa.Date, nullable=False),
    sa.Column("first_date", sa.Date),
    sa.Column("by_when", sa.Date),
    sa.Column("moved", sa.Integer, nullable=False),
    sa.Column("on", sa.Date),
    sa.Column("ended_on", sa.Date),
    sa.Column("yielded", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("ended_at", sa.BigInteger),  # the position of the entry that told it
    following("rank", sa.BigInteger, rank_of),
    following("unlinked", sa.Boolean, is_unlinked),
    sa.Index("actions_by_rank", "rank"),
    sa.Index("actions_by_author", "author", "rank"),
    sa.Index("actions_by_status", "status", "rank"),
)
for name in LINKED:
    partial_index(f"actions_of_{name}", actions.c[name], actions.c.rank)
partial_index("actions_to_link", actions.c.rank, where=actions.c.unlinked == sa.true())


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each action as it stands, with what it was at first."""
    match entry.event:
        case ActionDone(action=action, on=on, yielded=yielded):
            end(rows, entry, action, status="gedaan", on=on, yielded=yielded)
        case ActionLinked(action=action) as event:
            rows.change(actions, action, **links.news(event))
        case ActionMoved(action=action, by_when=by_when):
            move(rows, action, by_when=by_when)
        case ActionCorrected() as event:
            correct(rows, event)
        case ActionFacts() as event:
            start(rows, entry, event)
        case ActionDropped(action=action, reason=reason):
            end(rows, entry, action, status="niet_doorgegaan", reason=reason)
        case ActionWithdrawn(action=action, reason=reason):
            end(rows, entry, action, status="teruggenomen", reason=reason)


PROJECTION = Projection("actions", tables, apply)


def start(rows: Rows, entry: Entry, event: ActionFacts) -> None:
    """The row of an action that was agreed, or done and then written down."""
    day = day_of(entry.at)
    row = blank(actions) | msgspec.structs.asdict(event)
    row |= {"status": "open", "author": entry.by, "agreed_on": day, "moved": 0}
    row |= {"first_date": event.by_when, "without": []}
    if isinstance(event, ActionLogged):
        row |= {"status": "gedaan", "ended_on": day, "ended_at": entry.position}
    rows.keep(actions, row)


def correct(rows: Rows, event: ActionCorrected) -> None:
    """An action as it should have been written down; a first day that never moved is mended too."""
    if row := rows.get(actions, event.action):
        first = row["first_date"] if row["moved"] else event.by_when
        mended = {"first_date": first, "without": list(event.without)}
        rows.keep(actions, row | msgspec.structs.asdict(event) | mended)


def move(rows: Rows, action: str, by_when: Any) -> None:
    """Another day; the first day that an action gets is not a move."""
    if row := rows.get(actions, action):
        first = row["first_date"]
        moved = row["moved"] + (first is not None)
        news = {"by_when": by_when, "moved": moved, "first_date": first or by_when}
        rows.keep(actions, row | news)


def end(rows: Rows, entry: Entry, action: str, **values: Any) -> None:
    """What became of an action, on the day it was written down."""
    ended = {"ended_on": day_of(entry.at), "ended_at": entry.position}
    rows.change(actions, action, **values, **ended)


def page(db: sa.Connection, wanted: Filter, today: date, page: int = 1) -> Page[ActionRow]:
    """Actions, fifty at a time: the open ones by their day, then the ended ones, newest first."""
    return found(db, conditions(wanted, today), today, page)


def one(db: sa.Connection, action: str, today: date) -> ActionRow | None:
    """One action, also when it was taken back; None when there is none."""
    rows = found(db, [actions.c.action == action], today).rows
    return rows[0] if rows else None


def open_of(db: sa.Connection, member: str, today: date) -> tuple[ActionRow, ...]:
    """What a member still has to do: their own, and what they wrote down for nobody yet."""
    nobody = sa.and_(actions.c.owner.is_(None), actions.c.author == member)
    mine = sa.or_(actions.c.owner == member, nobody)
    return found(db, [mine, actions.c.rank < ENDED // 2], today).rows


def to_link(db: sa.Connection, today: date, page: int = 1) -> Page[ActionRow]:
    """Open and done actions that still miss their result, theme or persona."""
    return found(db, [actions.c.unlinked == sa.true()], today, page)


def counts(db: sa.Connection, today: date, group: str | None = None) -> Counts:
    """How many actions stand how, in the alliance or in one group."""
    inside = [] if group is None else [actions.c.group == group]
    asked = {
        "open": sa.true(),
        "past_date": actions.c.by_when < today,
        "without_owner": actions.c.owner.is_(None),
        "without_date": actions.c.by_when.is_(None),
        "without_result": actions.c.result.is_(None),
    }
    numbers = [sa.func.count().filter(wanted).label(name) for name, wanted in asked.items()]
    still_open = sa.select(*numbers).where(actions.c.rank <= UNDATED, *inside)
    status = actions.c.status
    by_status = sa.select(status, sa.func.count()).where(*inside).group_by(status)
    ended: dict[str, int] = dict(map(tuple, db.execute(by_status)))
    return Counts(
        **db.execute(still_open).mappings().one(),
        done=ended.get("gedaan", 0),
        dropped=ended.get("niet_doorgegaan", 0),
    )


def found(
    db: sa.Connection, wanted: list[sa.ColumnElement[bool]], today: date, page: int = 1
) -> Page[ActionRow]:
    """One page of the actions that meet these conditions."""

    def show(row: Row) -> ActionRow:
        day = row["by_when"]
        del row["rank"], row["unlinked"], row["ended_at"]
        row["without"] = tuple(row["without"])
        return ActionRow(**row, late=row["status"] == "open" and day is not None and day < today)

    return paged(db, actions, wanted, (actions.c.rank, actions.c.action), page, show)


def conditions(wanted: Filter, today: date) -> list[sa.ColumnElement[bool]]:
    """What a filter asks of the rows."""
    c = actions.c
    names = ("owner", "author", "organisation", "group", "theme", "result")
    asked = [c[name] == value for name in names if (value := getattr(wanted, name))]
    asked += [sa.or_(c.owner == wanted.mine, c.author == wanted.mine)] if wanted.mine else []
    asked += [c.area.in_(wanted.areas)] if wanted.areas else []
    asked += [c[wanted.missing].is_(None)] if wanted.missing else []
    asked += [visible(wanted.seen_by, today)] if wanted.seen_by else []
    if wanted.past_date:
        asked += [c.rank < today.toordinal()]
    if wanted.status == "open" or wanted.missing:
        asked += [c.rank <= UNDATED]
    elif wanted.status is None:
        asked += [c.rank <= ENDED]
    return asked + ([c.status == wanted.status] if wanted.status else [])


def visible(eyes: Eyes, today: date) -> sa.ColumnElement[bool]:
    """What these eyes may see: what goes as agreed, and what is their own or of their groups."""
    c = actions.c
    moved = sa.and_(c.status == "open", c.moved > 0)
    behind = sa.or_(c.rank < today.toordinal(), moved, c.status == "niet_doorgegaan")
    own = sa.or_(c.owner == eyes.member, c.author == eyes.member)
    ours = sa.or_(c.group.in_(eyes.groups), c.organisation.in_(eyes.organisations))
    return sa.or_(sa.not_(behind), own, ours)


def title(db: sa.Connection, action: str) -> str | None:
    """What was agreed, in one line; None when there is no such action."""
    return db.execute(sa.select(actions.c.title).where(actions.c.action == action)).scalar()
