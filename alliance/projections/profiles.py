"""Profiles: what does each organisation bring and seek, and to whom does one turn there?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.organisations import (
    AandachtsfunctionarisStated,
    ContactHandedOver,
    ExchangeDescribed,
    MemberLeft,
    There,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
profiles = sa.Table(
    "profiles_profiles",
    tables,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("brings", sa.Text),
    sa.Column("seeks", sa.Text),
    sa.Column("there", sa.Text),  # ja or nee; NULL: nobody said
    sa.Column("contact", sa.Text),
    sa.Column("member", sa.Text),
    sa.Column("predecessor", sa.Text),
    sa.Column("successor", sa.Text),
    sa.Column("handed_on", sa.Date),
)
left = sa.Table("profiles_left", tables, sa.Column("member", sa.Text, primary_key=True))


def apply(rows: Rows, entry: Entry) -> None:
    """Keep what an organisation said last; who left is nobody's aandachtsfunctionaris."""
    match entry.event:
        case ExchangeDescribed(organisation=organisation, brings=brings, seeks=seeks):
            before = rows.get(profiles, organisation) or {"organisation": organisation}
            rows.put(profiles, **before | {"brings": brings, "seeks": seeks})
        case AandachtsfunctionarisStated(organisation=organisation) as event:
            before = rows.get(profiles, organisation) or {"organisation": organisation}
            said = {"there": event.there, "contact": event.contact, "member": event.member}
            rows.put(profiles, **before | said)
            if event.member:
                rows.drop(left, event.member)
        case ContactHandedOver(organisation=organisation) as event:
            before = rows.get(profiles, organisation) or {"organisation": organisation}
            handed = {"predecessor": event.member, "successor": event.successor}
            rows.put(profiles, **before | handed | {"handed_on": day_of(entry.at)})
        case MemberLeft(member=member):
            rows.put(left, member=member)


PROJECTION = Projection("profiles", tables, apply)


@dataclass(frozen=True)
class Profile:
    """What one organisation says of itself; empty means that nobody said."""

    organisation: str
    brings: str | None = None
    seeks: str | None = None
    there: There | None = None  # whether there is an aandachtsfunctionaris
    contact: str | None = None
    member: str | None = None  # who that is, for as long as they take part
    predecessor: str | None = None  # who was the contact before
    successor: str | None = None  # to whom that one handed over
    handed_on: date | None = None


def profile(db: sa.Connection, organisation: str) -> Profile:
    """What one organisation says of itself."""
    return every(db).get(organisation, Profile(organisation))


def every(db: sa.Connection) -> dict[str, Profile]:
    """What organisations say of themselves, by key; whoever said nothing is left out."""
    names = [column for column in profiles.c if column.name != "member"]
    here = sa.case((left.c.member.is_(None), profiles.c.member), else_=None).label("member")
    query = sa.select(*names, here).outerjoin_from(
        profiles, left, left.c.member == profiles.c.member
    )
    return {row["organisation"]: Profile(**row) for row in db.execute(query).mappings()}
