"""What progress keeps: what was agreed, every item that counts for it, and their sums."""

import sqlalchemy as sa

from alliance.projections.lineage import items_table

tables = sa.MetaData()
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
items = items_table(
    "progress_items",
    tables,
    ("result", "kind", "state"),
    ("result", "news_on"),
    ("theme", "news_on"),
    ("kind", "ended_on"),
    ("moved_on",),
    ("planned",),
    ("shared_on",),
)
numbers = sa.Table(  # how many items of which kind in which state count for what
    "progress_numbers",
    tables,
    sa.Column("bucket", sa.Text, primary_key=True),
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("amount", sa.Integer),
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
