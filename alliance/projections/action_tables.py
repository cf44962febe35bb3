"""The rows of actions: each as it stands, and what was said to those that were asked."""

import sqlalchemy as sa

from alliance.projections import links
from alliance.projections.columns import following, partial_index
from alliance.projections.rows import Row

UNDATED, ASKED, ENDED, WITHDRAWN = 5 * 10**6, 6 * 10**6, 10**12, 2 * 10**12
"""Where in the list: open ones by day, those without a day, questions that waited longest first,
ended ones newest first, withdrawn."""
ASKED_LAST = 10**7
"""Every question stands before this, and everything that ended behind it."""
LINKED = (
    "owner",
    "asker",
    "organisation",
    "group",
    "meeting",
    "theme",
    "result",
    "area",
    "planned",
)
QUESTIONS = frozenset(("gevraagd", "overleg", "andere_datum", "afgewezen"))
"""How a question stands that is not answered with a yes."""


def rank_of(row: Row) -> int:
    """Where an action stands in every list, as a number, so that each is read from an index."""
    if row["status"] == "open":
        return row["by_when"].toordinal() if row["by_when"] else UNDATED
    if row["status"] in QUESTIONS:
        return int(ASKED + row["since"].toordinal())
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
    sa.Column("asker", sa.Text),
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
    sa.Column("agreed_on", sa.Date, nullable=False, index=True),
    sa.Column("since", sa.Date),  # since when a question is somebody's turn
    sa.Column("news_on", sa.Date),  # when someone last said something of it
    sa.Column("first_date", sa.Date),
    sa.Column("by_when", sa.Date),
    sa.Column("moved", sa.Integer, nullable=False),
    sa.Column("on", sa.Date),
    sa.Column("ended_on", sa.Date),
    sa.Column("yielded", sa.Text),
    sa.Column("reason", sa.Text),
    sa.Column("every", sa.Text),  # how often it comes back
    sa.Column("renews", sa.Text),  # the one before, when it came back
    sa.Column("via", sa.Text),  # how the last answer came, when someone else wrote it down
    sa.Column("noted_by", sa.Text),
    sa.Column("answer", sa.Text),  # the stored name of the last answer
    sa.Column("answered_at", sa.BigInteger),  # the position of the entry that told it
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
asks = sa.Table(  # what was said to a question
    "actions_asks",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("answer_by", sa.Date),
    sa.Column("why", sa.Text),
    sa.Column("said", sa.Text),
    sa.Column("proposed", sa.Date),
    sa.Column("question", sa.Text),
    sa.Column("backing", sa.Text),
    sa.Column("limit", sa.Text),
    sa.Column("disputed_on", sa.Date),
    sa.Column("taken_on", sa.Date),  # when someone took what was asked of anyone
    sa.Column("told", sa.Text),  # what they heard came of it
    sa.Column("told_on", sa.Date),
    sa.Column("told_at", sa.BigInteger),  # the position of the entry that told it
)
UNTOLD = sa.and_(asks.c.taken_on.is_not(None), asks.c.told.is_(None))
"""What someone took, who did not hear yet what came of it."""
partial_index("actions_untold", asks.c.action, where=UNTOLD)
partial_index("actions_noted", actions.c.news_on, where=actions.c.via.is_not(None))
