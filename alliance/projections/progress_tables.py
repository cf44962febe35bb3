"""What progress keeps: what was agreed, every item that counts for it, and their sums."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from alliance.projections.columns import following, partial_index
from alliance.projections.progress_items import Item, Packed

tables = sa.MetaData()


def of_item(name: str, kind: Any, of: Callable[[Item], Any] | None = None) -> sa.Column[Any]:
    """A column by which items are searched; it follows from the item itself."""
    return following(name, kind, of or attrgetter(name), source="item")


themes = sa.Table(
    "progress_themes",
    tables,
    sa.Column("theme", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("what", sa.Text),
    sa.Column("position", sa.BigInteger),
)
results = sa.Table(
    "progress_results",
    tables,
    sa.Column("result", sa.Text, primary_key=True),
    sa.Column("theme", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("target", sa.JSON),
    sa.Column("deadline", sa.Date),
    sa.Column("owner", sa.Text),
    sa.Column("ideas", sa.JSON),
    sa.Column("agreed_on", sa.Date),
    sa.Column("adjusted", sa.Integer),  # how many times
    sa.Column("verdict", sa.Text),
    sa.Column("assessed_on", sa.Date),
    sa.Column("position", sa.BigInteger),
)
assessments = sa.Table(
    "progress_assessments",
    tables,
    sa.Column("position", sa.BigInteger, primary_key=True),
    sa.Column("result", sa.Text, index=True),
    sa.Column("verdict", sa.Text),
    sa.Column("group", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("on", sa.Date),
)
planned = sa.Table(
    "progress_planned",
    tables,
    sa.Column("planned", sa.Text, primary_key=True),
    sa.Column("theme", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("parent", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("partners", sa.JSON),
    sa.Column("results", sa.JSON),
    sa.Column("horizon", sa.Text),
    sa.Column("position", sa.BigInteger),
)
names = sa.Table(
    "progress_names",
    tables,
    sa.Column("stream", sa.Text, primary_key=True),  # of an organisation or a group
    sa.Column("name", sa.Text),
)
items = sa.Table(
    "progress_items",
    tables,
    sa.Column("stream", sa.Text, primary_key=True),
    of_item("bucket", sa.Text),
    of_item("kind", sa.Text),
    of_item("rank", sa.Integer),
    of_item("traits", sa.Text),
    of_item("ended_on", sa.Date),
    of_item("moved_on", sa.Date, lambda item: item.moved_on if item.stands else None),
    of_item("news_on", sa.Date),
    of_item("shared_on", sa.Date, lambda item: item.shared_on if item.stands else None),
    sa.Column("item", Packed),
    sa.Index("progress_items_ended", "ended_on"),
    sa.Index("progress_items_listed", "bucket", "kind", "rank"),
)
there = items.c.news_on.is_not(None)
partial_index("progress_items_news", items.c.bucket, items.c.news_on, where=there)
partial_index("progress_items_moved", items.c.moved_on)
partial_index("progress_items_shared", items.c.shared_on)
numbers = sa.Table(  # how many items with which traits count for a result, a theme or nothing yet
    "progress_numbers",
    tables,
    sa.Column("bucket", sa.Text, primary_key=True),
    sa.Column("traits", sa.Text, primary_key=True),
    sa.Column("times", sa.Integer),
)
taken = sa.Table(  # how many agreements carry out an action of the plan
    "progress_taken",
    tables,
    sa.Column("planned", sa.Text, primary_key=True),
    sa.Column("agreed", sa.Integer),
)
sums = sa.Table(  # of counts, by unit, without losing what is not known
    "progress_sums",
    tables,
    sa.Column("bucket", sa.Text, primary_key=True),
    sa.Column("unit", sa.Text, primary_key=True),
    sa.Column("numbers", sa.Integer),
    sa.Column("bounds", sa.Integer),
    sa.Column("unknown", sa.Integer),
    sa.Column("not_offered", sa.Integer),
    sa.Column("amount", sa.Integer),
    sa.Column("small", sa.Integer),
    sa.Column("small_amount", sa.Integer),
)
people = sa.Table(  # counts of people, since of those only the largest is sure
    "progress_people",
    tables,
    sa.Column("stream", sa.Text, primary_key=True),
    sa.Column("unit", sa.Text, primary_key=True),
    sa.Column("bucket", sa.Text),
    sa.Column("number", sa.Integer),
    sa.Index("progress_people_by_unit", "bucket", "unit", "number"),
)
