"""The agenda's own copies: who meets when, what was agreed, what was on an agenda before."""

import sqlalchemy as sa

tables = sa.MetaData()
groups = sa.Table(
    "agenda_groups",
    tables,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("gebied", sa.Text),
    sa.Column("minutes", sa.Integer),
    sa.Column("per_year", sa.Integer),
)
themes = sa.Table(
    "agenda_themes",
    tables,
    sa.Column("theme", sa.Text, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("target_groups", sa.JSON),
)
gebieden = sa.Table(
    "agenda_gebieden",
    tables,
    sa.Column("gebied", sa.Text, primary_key=True),
    sa.Column("areas", sa.JSON),
)
meetings = sa.Table(
    "agenda_meetings",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("group", sa.Text),
    sa.Column("on", sa.Date),
    sa.Column("minutes", sa.Integer),
    sa.Column("stands", sa.Boolean),
    sa.Column("keys", sa.JSON),  # of the points on its agenda
    sa.Column("approved", sa.Boolean),  # whether its minutes were
    sa.Index("agenda_meetings_by_group", "group", "on"),
)
lines = sa.Table(
    "agenda_lines",
    tables,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("meeting", sa.Text, primary_key=True),
)
drafts = sa.Table(  # what the chair chose for a meeting whose agenda is still in the making
    "agenda_drafts",
    tables,
    sa.Column("meeting", sa.Text, primary_key=True),
    sa.Column("choices", sa.JSON),  # None once the agenda was set: then that is how it stands
    sa.Column("dropped", sa.JSON),
)
raised = sa.Table(
    "agenda_raised",
    tables,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("group", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("minutes", sa.Integer),
    sa.Column("reason", sa.Text),
    sa.Column("about", sa.Text),
    sa.Column("raised_on", sa.Date),
    sa.Column("by", sa.Text),
    sa.Column("meeting", sa.Text),  # on whose agenda it was set
    sa.Index("agenda_raised_by_group", "group", "meeting"),
)
sides = sa.Table(  # raised items that another group speaks of too
    "agenda_sides",
    tables,
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("meeting", sa.Text),  # on whose agenda it was set
    sa.Column("forwarded_on", sa.Date),
    sa.Index("agenda_sides_by_group", "group", "meeting"),
)
decisions = sa.Table(
    "agenda_decisions",
    tables,
    sa.Column("decision", sa.Text, primary_key=True),
    sa.Column("group", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("taken_on", sa.Date),
    sa.Column("about", sa.Text, index=True),
    sa.Column("review_on", sa.Date),  # None once it was reviewed
    sa.Index("agenda_decisions_by_review", "group", "review_on"),
)
advice = sa.Table(
    "agenda_advice",
    tables,
    sa.Column("advice", sa.Text, primary_key=True),
    sa.Column("group", sa.Text),  # who gave it
    sa.Column("to", sa.Text),  # who answers it
    sa.Column("statement", sa.Text),
    sa.Column("given_on", sa.Date),
    sa.Column("uptake", sa.Text),  # None: it waits for an answer
    sa.Column("reason", sa.Text),
    sa.Column("answered_on", sa.Date),
    sa.Index("agenda_advice_by_to", "to", "uptake"),
    sa.Index("agenda_advice_by_group", "group", "answered_on"),
)
patterns = sa.Table(
    "agenda_patterns",
    tables,
    sa.Column("pattern", sa.Text, primary_key=True),
    sa.Column("statement", sa.Text),
    sa.Column("group", sa.Text, index=True),  # who saw it
    sa.Column("theme", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("raised_on", sa.Date),
    sa.Column("answer", sa.Text),  # None: it waits
    sa.Column("by", sa.Text),  # who answered
    sa.Column("answered_on", sa.Date, index=True),
)
planned = sa.Table(
    "agenda_planned",
    tables,
    sa.Column("planned", sa.Text, primary_key=True),
    sa.Column("theme", sa.Text),
    sa.Column("statement", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("parent", sa.Text),
    sa.Column("asks_wijk", sa.Boolean),  # whether each wijk group is asked to choose
    sa.Column("position", sa.BigInteger),
)
taken = sa.Table(  # agreements that carry out an action of the plan
    "agenda_taken",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("planned", sa.Text),
    sa.Column("group", sa.Text),
    sa.Index("agenda_taken_by_planned", "planned", "group"),
)
actions = sa.Table(  # only those that are open
    "agenda_actions",
    tables,
    sa.Column("action", sa.Text, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("day", sa.Date),  # by when
    sa.Column("moved", sa.Integer),
    sa.Column("group", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("result", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("stand", sa.Text),  # how a question stands; None: it was agreed
    sa.Column("since", sa.Date),  # since when it stands so
    sa.Column("other", sa.Date),  # the day that was proposed, or by when they answer
)
shared = sa.Table(  # lessons and by-catch
    "agenda_shared",
    tables,
    sa.Column("stream", sa.Text, primary_key=True),
    sa.Column("title", sa.Text),
    sa.Column("theme", sa.Text),
    sa.Column("result", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("shared_on", sa.Date, index=True),
)
