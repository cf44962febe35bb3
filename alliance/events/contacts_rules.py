"""When someone may speak for an organisation without signing in, and when that ends."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from alliance.events.base import Event, refuse
from alliance.events.members_rules import assign_role, end_role
from alliance.events.organisations import ContactEnded, ContactHandedOver, ContactNamed
from alliance.events.organisations_rules import organisation_now

KNOWN = "Deze persoon is al contactpersoon van deze organisatie. Kies een ander."
NO_SUCCESSOR = "Kies wie contactpersoon wordt."
NO_PREDECESSOR = "Kies wie het contact overdraagt."
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


class Party(NamedTuple):
    """Someone who is or becomes a contact, with what happened with them so far."""

    member: str
    past: Sequence[Event]


def hand_over_contact(
    history: Sequence[Event],
    before: Party | None,
    after: Party | None,
    *,
    today: date,
    needs_choice: bool = False,
) -> tuple[Event, ...]:
    """Someone becomes the contact of an organisation, from whoever was it; None: the place is free.

    `needs_choice` when there are more contacts than one.
    """
    now = organisation_now(history)
    refuse(
        successor=after is None and NO_SUCCESSOR,
        member=needs_choice and before is None and NO_PREDECESSOR,
    )
    assert after is not None  # refused
    to = {"organisation": now.organisation}
    given = assign_role(
        after.past, member=after.member, role="contactpersoon", since=today, today=today, **to
    )
    if before is None:
        return (given,)
    told = ContactHandedOver(**to, member=before.member, successor=after.member)
    if before.member in contacts_now(history):
        return (told, end_contact(history, **to, member=before.member), given)
    ended = end_role(before.past, member=before.member, role="contactpersoon", **to)
    return (told, ended, given)
