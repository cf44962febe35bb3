"""The year: the rows of holidays and moments, and how an entry changes them."""

import msgspec
import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.holidays import SchoolYearAdopted
from alliance.events.moments import (
    InvitationDeclined,
    MomentDropped,
    MomentMoved,
    MomentSet,
    OccasionAdopted,
    OrganisationsInvited,
    StepTaken,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows, blank

tables = sa.MetaData()
school_years = sa.Table(
    "year_school_years",
    tables,
    sa.Column("school_year", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON),
)
occasions = sa.Table(
    "year_occasions",
    tables,
    sa.Column("occasion", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON),
    sa.Column("position", sa.BigInteger),
)
moments = sa.Table(
    "year_moments",
    tables,
    sa.Column("moment", sa.Text, primary_key=True),
    sa.Column("occasion", sa.Text, index=True),
    sa.Column("title", sa.Text),
    sa.Column("on", sa.Date, index=True),
    sa.Column("until", sa.Date),
    sa.Column("source", sa.Text),
    sa.Column("steps", sa.JSON),
    sa.Column("moved_from", sa.Date),
    sa.Column("reason", sa.Text),  # why it moved or was dropped
    sa.Column("dropped", sa.Boolean),
    sa.Column("invited_on", sa.Date),  # when every organisation was asked what it does
)
taken = sa.Table(  # which step is an agreement now
    "year_taken",
    tables,
    sa.Column("moment", sa.Text, primary_key=True),
    sa.Column("step", sa.Integer, primary_key=True),
    sa.Column("action", sa.Text),
)
declined = sa.Table(  # which organisation does nothing this time
    "year_declined",
    tables,
    sa.Column("moment", sa.Text, primary_key=True),
    sa.Column("organisation", sa.Text, primary_key=True),
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep the school holidays, what comes back every year, and when it is this time."""
    match entry.event:
        case SchoolYearAdopted() as event:
            facts = msgspec.to_builtins(event)
            rows.put(school_years, school_year=event.school_year, facts=facts)
        case OccasionAdopted() as event:
            before = rows.get(occasions, event.occasion)
            position = before["position"] if before else entry.position
            facts = msgspec.to_builtins(event)
            rows.put(occasions, occasion=event.occasion, facts=facts, position=position)
        case MomentSet() as event:
            said = msgspec.structs.asdict(event) | {"steps": msgspec.to_builtins(event.steps)}
            rows.put(moments, **said, dropped=False, invited_on=None)
        case MomentMoved(moment=moment, on=on, until=until, reason=reason):
            row = rows.get(moments, moment) or blank(moments)
            rows.change(moments, moment, on=on, until=until, reason=reason, moved_from=row["on"])
        case MomentDropped(moment=moment, reason=reason):
            rows.change(moments, moment, dropped=True, reason=reason)
        case StepTaken(moment=moment, step=step, action=action):
            rows.put(taken, moment=moment, step=step, action=action)
        case OrganisationsInvited(moment=moment):
            rows.change(moments, moment, invited_on=day_of(entry.at))
        case InvitationDeclined(moment=moment, organisation=organisation):
            rows.put(declined, moment=moment, organisation=organisation)


PROJECTION = Projection("year", tables, apply)
