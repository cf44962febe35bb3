"""Lists in the examples: one of offers, one of contacts without a login, one that was a mistake."""

from collections.abc import Sequence
from dataclasses import dataclass

from alliance.events.base import Event
from alliance.events.contacts_rules import end_contact, name_contact
from alliance.events.lists import ListItem, ListKind
from alliance.events.lists_rules import take_list, withdraw_list
from alliance.events.members_rules import admit_member, end_member
from alliance.events.offers_rules import code_offer, enter_offer, withdraw_offer
from alliance.events.organisations import ContactNamed
from alliance.events.organisations_rules import join_organisation, withdraw_organisation
from alliance.sources.examples.pen import EVENING, Pen
from alliance.sources.examples.script import scenes
from alliance.sources.newcomers import ORDINARY

SCRIPT = "lists.toml"
TAKEN, LINKED, MISTAKE = 128, 125, 140
"""Days before the end on which lists came in, were linked, and one was a mistake."""
ORIGIN = "sociale kaart van de bibliotheek (verzonnen)"
WRONG = "Dit was de lijst van een andere gemeente."


@dataclass(frozen=True)
class Neighbour:
    """An invented organisation on the list; who speaks for it never signs in."""

    key: str
    name: str
    sector: str
    contact: str | None = None  # the key of who speaks for it
    phone: str | None = None


@dataclass(frozen=True)
class Listed:
    """An offer on the list, and how the aanjager linked it afterwards."""

    key: str
    organisation: str
    name: str
    for_whom: str | None = None
    place: str | None = None
    contact: str | None = None
    kind: str | None = None
    needs: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


NEIGHBOURS = scenes(SCRIPT, "organisation", Neighbour)
UNSIGNED = tuple(one.contact for one in NEIGHBOURS if one.contact)
"""Who speaks for an organisation without signing in; their names are in the phone book only."""


def tell_lists(pen: Pen) -> None:
    """A list that was of another gemeente is taken back; then one of offers, and one of people."""
    make_a_mistake(pen)
    offers = scenes(SCRIPT, "offer", Listed)
    came = [event for one in NEIGHBOURS for event in [enter(pen, one)]]
    listed = [
        enter_offer(
            offer=one.key,
            name=one.name,
            source=ORIGIN,
            organisation=one.organisation,
            for_whom=one.for_whom,
            place=one.place,
            contact=one.contact,
        )
        for one in offers
    ]
    take(pen, "lijst_aanbod", "offers", [*came, *listed])
    for one in offers:
        if one.kind:
            link(pen, one)
    name_contacts(pen)


def make_a_mistake(pen: Pen) -> None:
    """A list of another gemeente comes in, and goes again the same evening."""
    club = join_organisation(
        organisation="jeu_de_boules_voorbeeld",
        name="Jeu de boules Elders (verzonnen)",
        sector="sport",
        kind=ORDINARY,
        source=ORIGIN,
    )
    offer = enter_offer(
        offer="boules", name="Balletje gooien", source=ORIGIN, organisation=club.organisation
    )
    take(pen, "lijst_elders", "offers", [club, offer], before=MISTAKE)
    gone = (
        withdraw_offer(pen.past("offer", "boules"), reason=WRONG),
        withdraw_organisation(pen.past("organisation", club.organisation), reason=WRONG),
        withdraw_list(pen.past("list", "lijst_elders"), reason=WRONG),
    )
    pen.write("noor", pen.day(MISTAKE), *gone, hour=EVENING)


def enter(pen: Pen, one: Neighbour) -> Event:
    """An organisation that nobody knew before the list."""
    return join_organisation(
        pen.past("organisation", one.key),
        organisation=one.key,
        name=f"{one.name} (verzonnen)",
        sector=one.sector,
        kind=ORDINARY,
        phone=one.phone,
        source=ORIGIN,
    )


def take(
    pen: Pen, key: str, contents: ListKind, events: Sequence[Event], before: int = TAKEN
) -> None:
    """Take a list in as one act."""
    new = [one for one in events if not isinstance(one, ContactNamed)]
    items = [ListItem(kind=one.subject, key=getattr(one, one.subject)) for one in new]
    whole = take_list(key=key, contents=contents, origin=ORIGIN, taken=items)
    pen.write("noor", pen.day(before), *events, whole)


def link(pen: Pen, one: Listed) -> None:
    """The aanjager links an offer of the list, as any other."""
    coded = code_offer(
        pen.past("offer", one.key),
        kind=one.kind,
        needs=one.needs,
        target_groups=one.target_groups,
        areas=one.areas,
        reach="plek",
    )
    pen.write("noor", pen.day(LINKED), coded)


def name_contacts(pen: Pen) -> None:
    """Whom to mail at each; one of them stops later, and nobody takes over yet."""
    events: list[Event] = []
    for one in NEIGHBOURS:
        if one.contact:
            theirs, member = pen.past("organisation", one.key), pen.keys[one.contact]
            events.append(
                admit_member(member=member, organisation=one.key, organisation_history=theirs)
            )
            events.append(name_contact(theirs, member=member))
    take(pen, "lijst_mensen", "contacts", events, before=TAKEN - 1)
    last, stops = NEIGHBOURS[-1], pen.keys[UNSIGNED[-1]]
    theirs = pen.past("organisation", last.key)
    ended = end_contact(theirs, organisation=last.key, member=stops)
    left = end_member(pen.past("member", stops), member=stops)
    pen.write("noor", pen.day(30), ended, left)
