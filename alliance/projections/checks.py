"""Was a proposal tried out with the people it is about, and how?

What was decided or advised about a proposal, and what comes back of that, says so too.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from alliance.events.advice import AdviceGiven
from alliance.events.meetings import AgendaItemChecked, Checked, DecisionTaken
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
checks = sa.Table(
    "checks",
    tables,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("checked", sa.Text),
    sa.Column("how", sa.Text),
)
about = sa.Table(  # which item a decision or advice is about
    "checks_about",
    tables,
    sa.Column("of", sa.Text, primary_key=True),
    sa.Column("item", sa.Text),
)
ITEM = "item:"
"""How the key of a point begins that somebody raised."""
FROM = {"decision": "decision", "back": "decision", "advice": "advice", "answered": "advice"}
"""Of which stream a point speaks, by how its key begins."""


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what was said last of each item, and what was said about it."""
    match entry.event:
        case AgendaItemChecked(item=item, checked=checked, how=how):
            rows.put(checks, item=item, checked=checked, how=how)
        case DecisionTaken(about=key) | AdviceGiven(about=key):
            if key and key.startswith(ITEM):
                rows.put(about, of=entry.stream, item=key.removeprefix(ITEM))


PROJECTION = Projection("checks", tables, apply)


@dataclass(frozen=True)
class Check:
    """Whether it was tried out with the people it is about, and how."""

    checked: Checked
    how: str | None


def of_point(db: sa.Connection, key: str) -> Check | None:
    """What is said of the proposal that a point of an agenda, or a decision, is about."""
    kind, _, rest = key.partition(":")
    if kind in FROM:
        rest = db.scalar(sa.select(about.c.item).where(about.c.of == f"{FROM[kind]}:{rest}")) or ""
    elif kind != "item":
        return None
    row = db.execute(sa.select(checks.c.checked, checks.c.how).where(checks.c.item == rest)).first()
    return Check(row[0], row[1]) if row else None
