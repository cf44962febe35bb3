"""Contacts in the phone book: their own phone number, and where we have their address from."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa

from alliance.phone_book import contacts, members


@dataclass(frozen=True)
class Details:
    """What is kept of a contact besides name and address."""

    phone: str | None
    origin: str  # where we have the address from


def note_contact(db: sa.Connection, member: str, *, phone: str | None, origin: str) -> None:
    """Keep where we have someone's address from, and a phone number of their own."""
    db.execute(sa.delete(contacts).where(contacts.c.member == member))
    db.execute(sa.insert(contacts), {"member": member, "phone": phone, "origin": origin})


def details_of(db: sa.Connection, member: str) -> Details | None:
    """What is kept of a contact; None for whoever came in another way."""
    query = sa.select(contacts.c.phone, contacts.c.origin)
    row = db.execute(query.where(contacts.c.member == member)).mappings().first()
    return Details(**row) if row else None


def phones(db: sa.Connection, wanted: Collection[str]) -> dict[str, str]:
    """The own phone numbers of these members; who has none here is left out."""
    query = sa.select(contacts.c.member, contacts.c.phone)
    asked = contacts.c.member.in_(sorted(wanted)) & contacts.c.phone.is_not(None)
    return {row.member: row.phone for row in db.execute(query.where(asked))}


def addresses(db: sa.Connection) -> dict[str, str]:
    """Whose each mail address is, by the address as it is stored."""
    return {row.mail: row.member for row in db.execute(sa.select(members.c.mail, members.c.member))}
