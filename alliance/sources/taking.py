"""Taking a list in as one append with its people in the phone book, and taking it back as one."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from alliance import contacts, members
from alliance.desk import Reading
from alliance.events.actions_rules import withdraw_action
from alliance.events.base import Event, Refused
from alliance.events.contacts_rules import end_contact
from alliance.events.lists import ListItem, ListTaken
from alliance.events.lists_rules import list_taken, take_list, withdraw_list
from alliance.events.members_rules import erase_member
from alliance.events.offers_rules import withdraw_offer
from alliance.events.organisations import MemberJoined, OrganisationFacts
from alliance.events.organisations_rules import revise_organisation, withdraw_organisation
from alliance.journal import Entry
from alliance.projections import actions_names, offers_names, people
from alliance.sources.drafts import Person
from alliance.sources.there import Intake
from alliance.sources.weighing import Weighed

ORDER = ("action", "offer", "member", "mailbox", "organisation")
"""In which order a list is taken back: what belongs to an organisation goes before it."""


@dataclass(frozen=True)
class Back:
    """What happens when a list is taken back, and what stays since others changed it."""

    events: tuple[Event, ...]
    kept: tuple[ListItem, ...]
    people: tuple[str, ...]  # members whose names go from the phone book


def taken(intake: Intake, weighed: Weighed) -> list[Event]:
    """Everything that happens when a list is taken in; refuses a list that brings nothing."""
    joined = [ListItem(kind="organisation", key=one.organisation) for one in weighed.joining]
    joined += [ListItem(kind="mailbox", key=one.organisation) for one in weighed.addressed]
    items = [*joined, *(ListItem(kind=one.kind, key=one.key) for one in weighed.drafts)]
    contents = intake.contents.kind
    whole = take_list(key=intake.seed, contents=contents, origin=intake.origin, taken=items)
    return [*weighed.events, whole]


def enter_people(db: sa.Connection, people: Sequence[Person], origin: str, now: datetime) -> None:
    """Enter the people of a list in the phone book; raises MailTaken when one is there already."""
    for one in people:
        members.add_member(db, one.member, name=one.name, mail=one.mail, now=now)
        contacts.note_contact(db, one.member, phone=one.phone, origin=origin)


def back(known: Reading, history: Sequence[Entry], reason: str) -> Back:
    """What taking a list back comes to: each thing by its own event, but what others changed."""
    whole = list_taken([entry.event for entry in history])
    first = next(entry for entry in history if isinstance(entry.event, ListTaken))
    streams = {item: known.history(stream_of(item)) for item in whole.taken}
    kept = {item for item, past in streams.items() if changed_since(item, past, first)}
    gone = {item.key for item in whole.taken if item not in kept}
    used = in_use(known, gone)
    kept |= {item for item in whole.taken if item.kind == "organisation" and item.key in used}
    left = [
        item for kind in ORDER for item in whole.taken if item.kind == kind and item not in kept
    ]
    told = withdraw_list(
        [entry.event for entry in history],
        reason=reason,
        kept=[item for item in whole.taken if item in kept],
    )
    events = [
        event
        for item in left
        for event in withdrawn(item, [entry.event for entry in streams[item]], known, reason)
    ]
    people = tuple(item.key for item in left if item.kind == "member")
    return Back((*events, told), told.kept, people)


def stream_of(item: ListItem) -> str:
    """Where what happens with something of a list is written down."""
    return f"organisation:{item.key}" if item.kind == "mailbox" else f"{item.kind}:{item.key}"


def changed_since(item: ListItem, past: Sequence[Entry], first: Entry) -> bool:
    """Whether somebody else did something with this after the list was taken in.

    A mail address stays whoever described the organisation anew.
    """
    since = [entry for entry in past if entry.position > first.position]
    if item.kind == "mailbox":
        return any(isinstance(entry.event, OrganisationFacts) for entry in since)
    return any(entry.by != first.by for entry in since)


def in_use(known: Reading, gone: Collection[str]) -> set[str | None]:
    """The organisations that something or someone belongs to that does not go."""
    things = (*known.ask(offers_names.named), *known.ask(actions_names.named))
    members = known.ask(people.all_members).values()
    theirs = [(one.member, one.organisation) for one in members if not one.left_on]
    mine = [(key, organisation) for key, _, organisation in things]
    return {organisation for key, organisation in (*mine, *theirs) if key not in gone}


def withdrawn(
    item: ListItem, past: Sequence[Event], known: Reading, reason: str
) -> Iterator[Event]:
    """What takes one thing back; nothing, when it went by itself already."""
    with suppress(Refused):
        match item.kind:
            case "offer":
                yield withdraw_offer(past, reason=reason)
            case "action":
                yield withdraw_action(past, reason=reason)
            case "mailbox":
                yield revise_organisation(past, mailbox=None)
            case "member":
                yield from contact_gone(item.key, past, known)
            case _:
                yield withdraw_organisation(past, reason=reason)


def contact_gone(member: str, past: Sequence[Event], known: Reading) -> tuple[Event, ...]:
    """A contact speaks for the organisation no more, and is erased."""
    whose = next(one.organisation for one in past if isinstance(one, MemberJoined))
    theirs = [entry.event for entry in known.history(f"organisation:{whose}")]
    ended = end_contact(theirs, organisation=str(whose), member=member)
    return (ended, *erase_member(past, member=member))
