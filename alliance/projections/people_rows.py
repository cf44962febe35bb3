"""People: the rows that tell who is in which organisation and group, with which role.

Members are random keys here; their names stand in the phone book.
"""

from datetime import date

import msgspec
import sqlalchemy as sa

from alliance.dutch import day_of
from alliance.events.organisations import (
    ContactEnded,
    ContactNamed,
    GroupFormed,
    MemberErased,
    MemberJoined,
    MemberLeft,
    OrganisationFacts,
    OrganisationLeft,
    OrganisationWithdrawn,
    RoleAssigned,
    RoleEnded,
)
from alliance.journal import Entry
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
organisations = sa.Table(
    "people_organisations",
    tables,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("sector", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("takes_part", sa.Boolean, nullable=False),
    sa.Column("expertise", sa.Text),
    sa.Column("phone", sa.Text),
    sa.Column("mailbox", sa.Text),
    sa.Column("address", sa.Text),
    sa.Column("check", sa.Boolean, nullable=False),
    sa.Column("part", sa.Text),
    sa.Column("note", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("joined_on", sa.Date, nullable=False),
    sa.Column("left_on", sa.Date),
    sa.Column("left_why", sa.Text),
)
groups = sa.Table(
    "people_groups",
    tables,
    sa.Column("group", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("task", sa.Text, nullable=False),
    sa.Column("theme", sa.Text),
    sa.Column("gebied", sa.Text),
    sa.Column("meetings_per_year", sa.Integer),
    sa.Column("minutes_per_meeting", sa.Integer),
    sa.Column("members", sa.Text),
    sa.Column("note", sa.Text),
    sa.Column("check", sa.Boolean, nullable=False),
    sa.Column("source", sa.Text),
    sa.Column("position", sa.BigInteger, nullable=False),  # of the entry that first formed it
)
members = sa.Table(
    "people_members",
    tables,
    sa.Column("member", sa.Text, primary_key=True),
    sa.Column("organisation", sa.Text),
    sa.Column("joined_on", sa.Date, nullable=False),
    sa.Column("left_on", sa.Date),
    sa.Column("erased_on", sa.Date),
    sa.Column("held", sa.JSON, nullable=False),  # the keys of this member's rows in people_roles
    sa.Column("idle_since", sa.Date),  # since when without a role; NULL while there is one
)
roles = sa.Table(
    "people_roles",
    tables,
    sa.Column("member", sa.Text, primary_key=True),
    sa.Column("held", sa.Text, primary_key=True),  # role, group and organisation as one key
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("group", sa.Text, index=True),
    sa.Column("organisation", sa.Text, index=True),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)
contacts = sa.Table(
    "people_contacts",
    tables,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("member", sa.Text, primary_key=True),  # who speaks for it without signing in
    sa.Column("position", sa.BigInteger, nullable=False),
)
speakers = sa.Table(
    "people_speakers",
    tables,
    sa.Column("organisation", sa.Text, primary_key=True),
    sa.Column("member", sa.Text, primary_key=True),  # who ever stood for this organisation
)


def apply(rows: Rows, entry: Entry) -> None:
    """Keep organisations and groups as last described, and who has which role."""
    day = day_of(entry.at)
    match entry.event:
        case OrganisationFacts() as event:
            before = rows.get(organisations, event.organisation)
            joined_on = before["joined_on"] if before else day
            rows.put(organisations, **msgspec.structs.asdict(event), joined_on=joined_on)
        case OrganisationLeft() | OrganisationWithdrawn() as event:
            rows.change(organisations, event.organisation, left_on=day, left_why=event.reason)
        case GroupFormed() as event:
            before = rows.get(groups, event.group)
            position = before["position"] if before else entry.position
            rows.put(groups, **msgspec.structs.asdict(event), position=position)
        case MemberJoined(member=member, organisation=organisation):
            join(rows, member, organisation, day)
        case ContactNamed(organisation=organisation, member=member):
            name(rows, organisation, member, entry.position)
        case ContactEnded(organisation=organisation, member=member):
            rows.drop(contacts, organisation, member)
            rows.change(members, member, idle_since=None if held_by(rows, member) else day)
        case RoleAssigned() as event:
            hold(rows, event, entry.position)
        case RoleEnded(member=member, role=role, group=group, organisation=organisation):
            let_go(rows, member, [key_of(role, group, organisation)], day)
        case MemberLeft(member=member):
            leave(rows, member, day)
        case MemberErased(member=member):
            rows.change(members, member, erased_on=day)


def join(rows: Rows, member: str, organisation: str | None, day: date) -> None:
    """Let someone take part, for an organisation or not."""
    joined = {"joined_on": day, "idle_since": day, "held": []}
    rows.put(members, member=member, organisation=organisation, **joined)
    note_speaker(rows, member, organisation)


def name(rows: Rows, organisation: str, member: str, position: int) -> None:
    """Let someone speak for an organisation without signing in."""
    rows.put(contacts, organisation=organisation, member=member, position=position)
    rows.change(members, member, idle_since=None)
    note_speaker(rows, member, organisation)


def hold(rows: Rows, event: RoleAssigned, position: int) -> None:
    """Give a member a role."""
    key = key_of(event.role, event.group, event.organisation)
    facts = msgspec.structs.asdict(event)
    rows.put(roles, held=key, position=position, **facts)
    keys = [*(one for one in held_by(rows, event.member) if one != key), key]
    rows.change(members, event.member, held=keys, idle_since=None)
    note_speaker(rows, event.member, event.organisation)


def let_go(rows: Rows, member: str, keys: list[str], day: date) -> None:
    """Take these roles from a member."""
    held = held_by(rows, member)
    left = [key for key in held if key not in keys]
    for key in keys:
        rows.drop(roles, member, key)
    if held and not left:
        rows.change(members, member, idle_since=day)
    rows.change(members, member, held=left)


def leave(rows: Rows, member: str, day: date) -> None:
    """Take every role from a member, and from being a contact."""
    let_go(rows, member, held_by(rows, member), day)
    rows.change(members, member, left_on=day)
    if row := rows.get(members, member):
        rows.drop(contacts, row["organisation"] or "", member)


def held_by(rows: Rows, member: str) -> list[str]:
    """The keys of the roles that a member has."""
    found = rows.get(members, member)
    return list(found["held"]) if found else []


def note_speaker(rows: Rows, member: str, organisation: str | None) -> None:
    """Remember who ever stood for an organisation: where it is one, "oud-lid" names nobody."""
    if organisation:
        rows.put(speakers, organisation=organisation, member=member)


def key_of(role: str, group: str | None, organisation: str | None) -> str:
    """One key for a role and what it is for."""
    return f"{role}:{group or ''}:{organisation or ''}"


PROJECTION = Projection("people", tables, apply)
