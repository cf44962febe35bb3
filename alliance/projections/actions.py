"""Actions: who promised what, by when, and what came of it?"""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.actions import (
    ActionAgreed,
    ActionAsked,
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionHandedOver,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    ActionWithdrawn,
    Answer,
    AnswerDisputed,
    ManagerAnswered,
    OtherDateAccepted,
    OtherDateDeclined,
    RepetitionAgreed,
    TakerInformed,
)
from alliance.journal import Entry
from alliance.projections import links
from alliance.projections.action_changes import (
    answer,
    ask,
    correct,
    end,
    how,
    move,
    note,
    reopen,
    start,
)
from alliance.projections.action_filters import (
    WAITING,
    assigned_to,
    conditions,
)
from alliance.projections.action_rows import ActionRow as ActionRow
from alliance.projections.action_rows import Ask as Ask
from alliance.projections.action_rows import Counts as Counts
from alliance.projections.action_rows import Eyes as Eyes
from alliance.projections.action_rows import Filter as Filter
from alliance.projections.action_rows import Gone as Gone
from alliance.projections.action_tables import UNDATED, actions, asks, tables
from alliance.projections.base import Projection, Row, Rows
from alliance.projections.paging import Page, paged


def apply(rows: Rows, entry: Entry) -> None:
    """Keep each action as it stands, with what it was at first."""
    match entry.event:
        case ActionAgreed() | ActionLogged() as event:
            start(rows, entry, event)
        case ActionDone(action=action, on=on, yielded=yielded) as event:
            done = {"status": "gedaan", "on": on, "yielded": yielded}
            end(rows, entry, action, **done, **how(entry, event))
        case ActionLinked(action=action) as event:
            rows.change(actions, action, **links.news(event))
        case ActionMoved() as event:
            move(rows, entry, event)
        case ActionCorrected() as event:
            correct(rows, event)
        case ActionAsked() | ActionHandedOver() as event:
            ask(rows, entry, event)
        case ActionDropped(action=action, reason=reason) as event:
            dropped = {"status": "niet_doorgegaan", "reason": reason}
            end(rows, entry, action, **dropped, **how(entry, event))
        case ActionWithdrawn(action=action, reason=reason):
            end(rows, entry, action, status="teruggenomen", reason=reason)
        case Answer() | ManagerAnswered() | OtherDateAccepted() | OtherDateDeclined() as event:
            answer(rows, entry, event)
        case TakerInformed(action=action, told=told):
            note(rows, action, told=told, told_on=day_of(entry.at), told_at=entry.position)
        case RepetitionAgreed(action=action, every=every, after=after):
            rows.change(actions, action, every=every, **({"renews": after} if after else {}))
        case AnswerDisputed() as event:
            reopen(rows, entry, event)


PROJECTION = Projection("actions", tables, apply)
INNER = ("rank", "unlinked", "ended_at", "answer", "answered_at")
"""What only queries need of a row."""


def page(db: sa.Connection, wanted: Filter, today: date, page: int = 1) -> Page[ActionRow]:
    """Actions, fifty at a time: the open ones by their day, then the ended ones, newest first."""
    return found(db, conditions(wanted, today), today, page)


def number(db: sa.Connection, wanted: Filter, today: date) -> int:
    """How many actions a filter finds."""
    asked = sa.select(sa.func.count()).select_from(actions).where(*conditions(wanted, today))
    return db.execute(asked).scalar_one()


def one(db: sa.Connection, action: str, today: date) -> ActionRow | None:
    """One action, also when it was taken back; None when there is none."""
    rows = found(db, [actions.c.action == action], today).rows
    return rows[0] if rows else None


def open_of(db: sa.Connection, member: str, today: date) -> tuple[ActionRow, ...]:
    """What a member still has to do: their own, and what they wrote down for nobody yet."""
    return found(db, [assigned_to(member), actions.c.rank <= UNDATED], today).rows


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
        waiting=sum(ended.get(status, 0) for status in WAITING),
    )


def found(
    db: sa.Connection, wanted: list[sa.ColumnElement[bool]], today: date, page: int = 1
) -> Page[ActionRow]:
    """One page of the actions that meet these conditions."""

    def show(row: Row) -> ActionRow:
        day = row["by_when"]
        for name in INNER:
            del row[name]
        row["without"] = tuple(row["without"])
        return ActionRow(**row, late=row["status"] == "open" and day is not None and day < today)

    page_of = paged(db, actions, wanted, (actions.c.rank, actions.c.action), page, show)
    keys = [row.action for row in page_of.rows]
    told = sa.select(asks).where(asks.c.action.in_(keys))
    said = {row["action"]: Ask(**row) for row in db.execute(told).mappings()} if keys else {}
    rows = (replace(row, ask=said.get(row.action)) for row in page_of.rows)
    return replace(page_of, rows=tuple(rows))


def title(db: sa.Connection, action: str) -> str | None:
    """What was agreed, in one line; None when there is no such action."""
    return db.execute(sa.select(actions.c.title).where(actions.c.action == action)).scalar()
