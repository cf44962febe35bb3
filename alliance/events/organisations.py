"""Organisations, groups, members and roles: who takes part."""

from datetime import date
from typing import Literal

from alliance.events.base import Code, Contact, Event, Id, Place, Text, Title, event

Role = Literal[
    "aanjager",
    "beheerder",
    "beleidsmedewerker",
    "voorzitter",
    "lid",
    "contactpersoon",
    "raadslid",
]
There = Literal["ja", "nee"]
GroupKind = Literal["kerngroep", "themagroep", "klankbordgroep", "wijkgroep"]


class OrganisationFacts(Event):
    """What is known of an organisation; a person's details never stand here."""

    organisation: Id
    name: Title
    sector: Code
    kind: Code  # organisatie, groep, loket, locatie, functie, fonds ...
    takes_part: bool = False  # a known member of the alliance
    expertise: Text | None = None
    phone: Contact | None = None
    mailbox: Contact | None = None
    address: Place | None = None
    check: bool = False  # the name changed since the plan: nakijken
    part: Text | None = None  # what it does for the alliance, as the source says it
    note: Text | None = None
    source: Title | None = None


@event("organisation_joined", "organisation", "Organisatie opgenomen")
class OrganisationJoined(OrganisationFacts):
    """An organisation came into the picture of the alliance."""


@event("organisation_revised", "organisation", "Gegevens van organisatie gewijzigd")
class OrganisationRevised(OrganisationFacts):
    """The organisation as it is described from now on."""


@event("organisation_left", "organisation", "Organisatie gestopt")
class OrganisationLeft(Event):
    """The organisation no longer takes part."""

    organisation: Id
    reason: Text | None = None


@event("organisation_withdrawn", "organisation", "Organisatie teruggenomen")
class OrganisationWithdrawn(Event):
    """It came in by mistake, and should not have been there."""

    organisation: Id
    reason: Text


@event("contact_named", "organisation", "Contactpersoon genoteerd")
class ContactNamed(Event):
    """Someone speaks for the organisation without signing in; who, the phone book knows."""

    organisation: Id
    member: Id


@event("contact_ended", "organisation", "Contactpersoon gestopt")
class ContactEnded(Event):
    """Someone no longer speaks for the organisation."""

    organisation: Id
    member: Id


@event("contact_handed_over", "organisation", "Contactpersoon droeg over")
class ContactHandedOver(Event):
    """Who was the contact told who is it from now on; the roles change along with it."""

    organisation: Id
    member: Id
    successor: Id


@event("exchange_described", "organisation", "Wat de organisatie brengt en zoekt")
class ExchangeDescribed(Event):
    """In one line each, in its own words; what is empty nobody said."""

    organisation: Id
    brings: Title | None = None
    seeks: Title | None = None


@event("aandachtsfunctionaris_stated", "organisation", "Aandachtsfunctionaris gemeld")
class AandachtsfunctionarisStated(Event):
    """Whether there is one; who it is only as a member, whom the phone book knows."""

    organisation: Id
    there: There
    contact: Contact | None = None  # a general phone or mailbox
    member: Id | None = None


@event("group_formed", "group", "Groep gevormd")
class GroupFormed(Event):
    """A group of the alliance, as it works from now on."""

    group: Id
    name: Title
    kind: GroupKind
    task: Text
    theme: Id | None = None
    gebied: Id | None = None
    meetings_per_year: int | None = None
    minutes_per_meeting: int | None = None
    members: Text | None = None  # what kind of organisations belong in it
    note: Text | None = None
    check: bool = False  # the name changed since the plan: nakijken
    source: Title | None = None


@event("member_joined", "member", "Lid toegelaten")
class MemberJoined(Event):
    """Someone takes part; who that is stands in the phone book only."""

    member: Id
    organisation: Id | None = None


@event("member_left", "member", "Lid gestopt")
class MemberLeft(Event):
    """Someone stopped taking part; every role ends with it."""

    member: Id


@event("member_erased", "member", "Gegevens van lid gewist")
class MemberErased(Event):
    """Name and address were erased from the phone book; only this remains."""

    member: Id


@event("role_assigned", "member", "Rol gegeven")
class RoleAssigned(Event):
    """A member got a role: in a group, for an organisation, or for the whole alliance."""

    member: Id
    role: Role
    group: Id | None = None
    organisation: Id | None = None
    since: date


@event("role_ended", "member", "Rol beëindigd")
class RoleEnded(Event):
    """A member no longer has this role."""

    member: Id
    role: Role
    group: Id | None = None
    organisation: Id | None = None
