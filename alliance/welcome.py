"""Letting someone in from the keyboard: for the first keeper, the demo, and a day without mail."""

from typing import get_args
from uuid import uuid4

from alliance import members
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.members_rules import (
    FOR_AN_ORGANISATION,
    IN_A_GROUP,
    admit_member,
    assign_role,
)
from alliance.events.organisations import Role

ROLES: tuple[Role, ...] = tuple(
    role for role in get_args(Role) if role not in IN_A_GROUP | FOR_AN_ORGANISATION
)
"""The roles for the whole alliance; the aanjager gives the others on the site."""
BY = "import"
"""Whom the journal names: no member did this."""


class Unwelcome(Exception):
    """Nobody can be let in this way; the message says in Dutch what to do."""


def invite(desk: Desk, *, name: str, mail: str, role: Role) -> str:
    """Give someone a role and a place in the phone book; the link that signs in once."""
    with reading(desk.engine) as db:
        if members.find_by_mail(db, mail):
            raise Unwelcome(f"{mail} doet al mee. Maak een link met: alliance sign-in-link {mail}")
    member = uuid4().hex
    joined, today = admit_member(member=member), desk.today()
    given = assign_role([joined], member=member, role=role, since=today, today=today)
    desk.record([joined, given], by=BY)
    with writing(desk.engine) as db:
        members.add_member(db, member, name=name, mail=mail, now=desk.clock())
    return link_for(desk, member)


def sign_in_link(desk: Desk, mail: str) -> str:
    """A link that signs in, once, whoever has this address."""
    with reading(desk.engine) as db:
        member = members.find_by_mail(db, mail)
    if member is None:
        raise Unwelcome(f"Niemand heeft het adres {mail}. Kijk of het goed is geschreven.")
    return link_for(desk, member)


def link_for(desk: Desk, member: str) -> str:
    """A link that signs this member in once, within fifteen minutes."""
    with writing(desk.engine) as db:
        token = members.start_link(db, member, desk.clock())
    return f"{desk.settings.site_url}/inloggen/{token}"
