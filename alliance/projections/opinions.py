"""What do members of the sounding board think of a proposal?

What one person said is asked for that person only; others read it without who said it.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from alliance.events.opinions import OpinionGiven, OpinionWithdrawn, Stance
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
opinions = sa.Table(
    "opinions",
    tables,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("member", sa.Text, primary_key=True),
    sa.Column("stance", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("position", sa.BigInteger),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what each member said last of each proposal."""
    match entry.event:
        case OpinionGiven(opinion=item, member=member) as said:
            told = {"stance": said.stance, "statement": said.statement}
            rows.put(opinions, item=item, member=member, **told, position=entry.position)
        case OpinionWithdrawn(opinion=item, member=member):
            rows.drop(opinions, item, member)


PROJECTION = Projection("opinions", tables, apply)


@dataclass(frozen=True)
class Opinion:
    """What somebody thinks of a proposal, without who it is."""

    stance: Stance
    statement: str | None


def about(db: sa.Connection, item: str) -> list[Opinion]:
    """All that was said of a proposal: those who agree first, then those with words to it."""
    asked = sa.select(opinions.c.stance, opinions.c.statement).where(opinions.c.item == item)
    found = db.execute(asked.order_by(opinions.c.stance, opinions.c.position))
    return [Opinion(stance, statement) for stance, statement in found]


def of_member(db: sa.Connection, item: str, member: str) -> Opinion | None:
    """What one member said, for that member only."""
    asked = sa.select(opinions.c.stance, opinions.c.statement).where(
        opinions.c.item == item, opinions.c.member == member
    )
    row = db.execute(asked).first()
    return Opinion(row[0], row[1]) if row else None
