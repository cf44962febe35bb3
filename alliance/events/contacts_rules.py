"""When someone may speak for an organisation without signing in, and when that ends."""

from collections.abc import Sequence

from alliance.events.base import Event, refuse
from alliance.events.organisations import ContactEnded, ContactNamed
from alliance.events.organisations_rules import organisation_now

KNOWN = "Deze persoon is al contactpersoon van deze organisatie. Kies een ander."
NOT_KNOWN = "Deze persoon is geen contactpersoon van deze organisatie. Kies een ander."


def name_contact(history: Sequence[Event], *, member: str) -> ContactNamed:
    """Someone speaks for an organisation from now on, without signing in."""
    now = organisation_now(history)
    refuse(form=member in contacts_now(history) and KNOWN)
    return ContactNamed(organisation=now.organisation, member=member)


def end_contact(history: Sequence[Event], *, organisation: str, member: str) -> ContactEnded:
    """Someone no longer speaks for an organisation, also when that stopped itself."""
    refuse(form=member not in contacts_now(history) and NOT_KNOWN)
    return ContactEnded(organisation=organisation, member=member)


def contacts_now(history: Sequence[Event]) -> list[str]:
    """Who speaks for an organisation without signing in, the longest first."""
    now: dict[str, None] = {}
    for event in history:
        match event:
            case ContactNamed(member=member):
                now[member] = None
            case ContactEnded(member=member):
                now.pop(member, None)
    return list(now)
