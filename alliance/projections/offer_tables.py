"""The tables of the catalogue: each offer as it stands, and the codes it is found by."""

import sqlalchemy as sa

from alliance.projections.columns import following

LISTS = (
    *("target_groups", "needs", "forms", "barriers_removed", "barriers_present"),
    *("channels", "areas", "planned"),
)
NEEDED = ("kind", "needs", "target_groups")
SEARCHED = ("needs", "target_groups", "areas")

tables = sa.MetaData()
offers = sa.Table(
    "offers_offers",
    tables,
    sa.Column("offer", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    following("sorted", sa.Text, lambda row: row["name"].casefold()),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("registered_on", sa.Date, nullable=False),
    sa.Column("organisation", sa.Text),
    sa.Column("provider", sa.Text),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("kind", sa.Text),
    sa.Column("for_whom", sa.Text),
    *(sa.Column(name, sa.JSON, nullable=False) for name in LISTS),
    sa.Column("reach", sa.Text),
    sa.Column("area_words", sa.Text),
    sa.Column("place", sa.Text),
    sa.Column("joining", sa.Text),
    sa.Column("contact", sa.Text),
    sa.Column("starts", sa.Date),
    sa.Column("ends", sa.Date),
    sa.Column("part_of", sa.Text),
    sa.Column("note", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("check", sa.Boolean, nullable=False),
    sa.Column("end", sa.Text),  # gepauzeerd, gestopt or teruggenomen
    sa.Column("reason", sa.Text),
    sa.Column("lesson", sa.Text),
    sa.Column("confirmed_on", sa.Date),
    sa.Column("confirmed_by", sa.Text),
    sa.Column("confirmed_before", sa.Date),  # the last day before that on which it was confirmed
    sa.Column("unsure_since", sa.Date, nullable=False),  # while nobody confirmed it
    sa.Column("answer", sa.Text),  # klopt, gewijzigd or gestopt
    sa.Column("answered_on", sa.Date),
    sa.Column("answered_by", sa.Text),
    sa.Column("via", sa.Text),  # how the answer came, when someone else wrote it down
    sa.Column("capacity", sa.Text),
    sa.Column("capacity_on", sa.Date),
    following("uncoded", sa.Boolean, lambda row: not all(row[name] for name in NEEDED)),
    sa.Index("offers_by_name", "sorted"),
    sa.Index("offers_by_organisation", "organisation"),
)
codes = sa.Table(
    "offers_codes",
    tables,
    sa.Column("offer", sa.Text, primary_key=True),
    sa.Column("sort", sa.Text, primary_key=True),  # needs, target_groups or areas
    sa.Column("code", sa.Text, primary_key=True),
    sa.Index("offers_codes_by_code", "sort", "code"),
)
