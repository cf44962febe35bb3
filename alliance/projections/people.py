"""People: which organisations and groups are there, and who is in them with which role?"""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance import dutch
from alliance.events.organisations import GroupKind, Role
from alliance.projections.people_rows import PROJECTION as PROJECTION
from alliance.projections.people_rows import contacts as unsigned
from alliance.projections.people_rows import groups, members, organisations, roles, speakers

GROUP = [column for column in groups.c if column.name != "position"]


@dataclass(frozen=True)
class Organisation:
    """An organisation as it is described now; `left_on` when it stopped."""

    organisation: str
    name: str
    sector: str
    kind: str
    takes_part: bool
    expertise: str | None
    phone: str | None
    mailbox: str | None
    address: str | None
    check: bool  # the name changed since the plan: nakijken
    part: str | None
    note: str | None
    source: str | None
    joined_on: date
    left_on: date | None
    left_why: str | None


@dataclass(frozen=True)
class Group:
    """A group as it works now."""

    group: str
    name: str
    kind: GroupKind
    task: str
    theme: str | None
    gebied: str | None
    meetings_per_year: int | None
    minutes_per_meeting: int | None
    members: str | None  # what kind of organisations belong in it
    note: str | None
    check: bool
    source: str | None


@dataclass(frozen=True)
class Grant:
    """One role of a member, and what it is for."""

    role: Role
    group: str | None = None
    group_kind: GroupKind | None = None
    theme: str | None = None  # of the group
    organisation: str | None = None
    since: date | None = None


@dataclass(frozen=True)
class Seat:
    """A member in a group, and for which organisation."""

    member: str
    role: Role
    organisation: str | None
    since: date


@dataclass(frozen=True)
class Member:
    """A member as events know one: a key, an organisation and dates."""

    member: str
    organisation: str | None
    organisation_name: str | None
    alone: bool  # nobody else ever stood for this organisation
    joined_on: date
    left_on: date | None
    erased_on: date | None

    @property
    def former(self) -> str:
        """What remains of a name after erasing; without the organisation where that would tell."""
        named = self.organisation_name and not self.alone
        return f"oud-lid van {self.organisation_name}" if named else "oud-lid"


def listed(db: sa.Connection, *, taking_part: bool | None = None) -> tuple[Organisation, ...]:
    """Every organisation that has not stopped, by name; only those that take part, or not."""
    query = sa.select(organisations).where(organisations.c.left_on.is_(None))
    if taking_part is not None:
        query = query.where(organisations.c.takes_part == taking_part)
    found = db.execute(query.order_by(sa.func.lower(organisations.c.name))).mappings()
    return tuple(Organisation(**row) for row in found)


def organisation(db: sa.Connection, key: str) -> Organisation | None:
    """One organisation, also when it stopped."""
    query = sa.select(organisations).where(organisations.c.organisation == key)
    found = db.execute(query).mappings().first()
    return Organisation(**found) if found else None


def all_groups(db: sa.Connection) -> tuple[Group, ...]:
    """Every group, in the order in which they were first formed."""
    query = sa.select(*GROUP).order_by(groups.c.position)
    return tuple(Group(**row) for row in db.execute(query).mappings())


def group(db: sa.Connection, key: str) -> Group | None:
    """One group."""
    found = db.execute(sa.select(*GROUP).where(groups.c.group == key)).mappings().first()
    return Group(**found) if found else None


def seats(db: sa.Connection, key: str) -> tuple[Seat, ...]:
    """Who is in a group: chairs first, then whoever came first."""
    columns = roles.c.member, roles.c.role, members.c.organisation, roles.c.since
    query = sa.select(*columns).join(members, members.c.member == roles.c.member)
    order = (roles.c.role != "voorzitter", roles.c.position)
    found = db.execute(query.where(roles.c.group == key).order_by(*order)).mappings()
    return tuple(Seat(**row) for row in found)


def roles_of(db: sa.Connection, member: str) -> tuple[Grant, ...]:
    """The roles a member has now, in the order in which they were given."""
    role = roles.c.role, roles.c.group, roles.c.organisation, roles.c.since
    query = sa.select(*role, groups.c.kind.label("group_kind"), groups.c.theme)
    query = query.outerjoin_from(roles, groups, groups.c.group == roles.c.group)
    query = query.where(roles.c.member == member).order_by(roles.c.position)
    return tuple(Grant(**row) for row in db.execute(query).mappings())


def contacts_of(db: sa.Connection, key: str) -> tuple[str, ...]:
    """The members to turn to at an organisation; those who sign in first."""
    return contacts(db, key).get(key, ())


def contacts(db: sa.Connection, key: str | None = None) -> dict[str, tuple[str, ...]]:
    """The members to turn to, by organisation; an organisation without any is left out."""
    found: dict[str, dict[str, None]] = {}
    for table in (roles, unsigned):
        query = sa.select(table.c.organisation, table.c.member).order_by(table.c.position)
        query = query.where(table.c.organisation == key if key else table.c.organisation != "")
        for organisation, member in db.execute(query):
            found.setdefault(organisation, {})[member] = None
    return {organisation: tuple(members) for organisation, members in found.items()}


def speaks_for(db: sa.Connection, member: str) -> tuple[str, ...]:
    """The organisations that a member speaks for without signing in."""
    query = sa.select(unsigned.c.organisation).where(unsigned.c.member == member)
    return tuple(db.scalars(query.order_by(unsigned.c.position)))


def holders(db: sa.Connection, role: Role) -> tuple[str, ...]:
    """The members with this role, whoever got it first in front."""
    query = sa.select(roles.c.member).where(roles.c.role == role)
    return tuple(db.scalars(query.order_by(roles.c.position)))


def all_members(db: sa.Connection) -> dict[str, Member]:
    """Everyone who ever took part, by key, in the order of joining."""
    number = sa.select(speakers.c.organisation, sa.func.count().label("number"))
    spoke = number.group_by(speakers.c.organisation).subquery()
    here = members.c.organisation == organisations.c.organisation
    query = sa.select(
        *(members.c.member, members.c.organisation, organisations.c.name),
        sa.func.coalesce(spoke.c.number, 0) <= 1,
        *(members.c.joined_on, members.c.left_on, members.c.erased_on),
    )
    query = query.outerjoin_from(members, organisations, here)
    query = query.outerjoin(spoke, spoke.c.organisation == members.c.organisation)
    found = db.execute(query.order_by(members.c.joined_on, members.c.member))
    return {member: Member(member, *facts) for member, *facts in found}


def member_words(db: sa.Connection) -> dict[str, str]:
    """Everyone who ever took part in words, without a name: roles and organisation, by key."""
    query = sa.select(roles.c.member, roles.c.role, groups.c.name)
    query = query.outerjoin_from(roles, groups, groups.c.group == roles.c.group)
    held: dict[str, list[str]] = {}
    for member, role, name in db.execute(query.order_by(roles.c.position)):
        held.setdefault(member, []).append(f"{role} van {name}" if name else role)
    for member in db.scalars(sa.select(unsigned.c.member)):
        held.setdefault(member, []).append("contactpersoon")
    return {
        key: one.former if one.left_on else in_words(held.get(key, []), one.organisation_name)
        for key, one in all_members(db).items()
    }


def in_words(held: list[str], organisation_name: str | None) -> str:
    """Roles and organisation in one line: "lid van Kerngroep, Stichting Voorbeeld"."""
    said = list(dict.fromkeys(held)) or ["deelnemer"]
    return ", ".join([dutch.listed(said), *([organisation_name] if organisation_name else [])])


def idle(db: sa.Connection, before: date) -> tuple[str, ...]:
    """Whoever has had no role since before a day and was not erased."""
    waits = sa.and_(members.c.idle_since < before, members.c.erased_on.is_(None))
    return tuple(db.scalars(sa.select(members.c.member).where(waits).order_by(members.c.member)))


def only_contacts(db: sa.Connection, before: date) -> tuple[str, ...]:
    """Whoever joined before a day, and has no role but to be reached for an organisation."""
    more = sa.select(roles.c.member).where(roles.c.role != "contactpersoon")
    query = sa.select(members.c.member).where(members.c.joined_on < before)
    query = query.where(members.c.idle_since.is_(None), members.c.member.not_in(more))
    return tuple(db.scalars(query.order_by(members.c.member)))


def organisation_of(db: sa.Connection, member: str) -> str | None:
    """The organisation that a member stands for, if any."""
    return db.scalar(sa.select(members.c.organisation).where(members.c.member == member))


def has_left(db: sa.Connection, member: str) -> bool:
    """Whether a member stopped taking part; of who is not known yet nobody said so."""
    left = sa.select(members.c.left_on).where(members.c.member == member)
    return db.scalar(left) is not None


def gone(db: sa.Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The members and the organisations that stopped taking part."""
    left = sa.select(members.c.member).where(members.c.left_on.is_not(None))
    stopped = sa.select(organisations.c.organisation).where(organisations.c.left_on.is_not(None))
    return tuple(db.scalars(left)), tuple(db.scalars(stopped))


def organisation_names(db: sa.Connection) -> dict[str, str]:
    """The name of every organisation by key, also of those that stopped."""
    found = db.execute(sa.select(organisations.c.organisation, organisations.c.name))
    return dict(row for row in found)


def group_names(db: sa.Connection) -> dict[str, str]:
    """The name of every group by key."""
    found = db.execute(sa.select(groups.c.group, groups.c.name))
    return dict(row for row in found)
