"""A contact whom a list named: in the phone book, speaks for an organisation, never signs in."""

from alliance import contacts, members
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.organisations import ContactNamed, MemberJoined

ORIGIN = "sociale kaart van 2025"


def name_contact(desk: Desk, member: str, organisation: str, phone: str | None = None) -> None:
    """Someone came in with a list as the contact of an organisation."""
    joined = MemberJoined(member=member, organisation=organisation)
    desk.record([joined, ContactNamed(organisation=organisation, member=member)], by="noor")
    with writing(desk.engine) as db:
        name, mail = f"{member.capitalize()} Voorbeeld", f"{member}@voorbeeld.example"
        members.add_member(db, member, name=name, mail=mail, now=desk.clock())
        contacts.note_contact(db, member, phone=phone, origin=ORIGIN)
