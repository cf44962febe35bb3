"""What is there already when a list is taken in, and the list on its way in."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from alliance import contacts, members
from alliance.desk import Reading
from alliance.events.base import Event
from alliance.projections import actions_names, offers_names, people, places, words
from alliance.sources.alike import plain
from alliance.sources.choices import Choices
from alliance.sources.columns import Contents


@dataclass(frozen=True)
class Named:
    """Something that is there already: its key, its name and whose it is."""

    key: str
    name: str
    organisation: str | None = None


@dataclass(frozen=True)
class There:
    """What is there already; rows are held against it."""

    today: date
    organisations: Mapping[str, str]  # those that have not stopped, by key
    things: Sequence[Named] = ()  # offers, contacts or open actions
    history: Callable[[str], Sequence[Event]] = lambda stream: ()
    kinds: Mapping[str, str] = field(default_factory=dict)  # codes of kinds of offer, by label
    areas: Mapping[str, str] = field(default_factory=dict)  # codes of wijken and gebieden, by name
    mails: Mapping[str, str] = field(default_factory=dict)  # who has which address

    @cached_property
    def organisation_by_name(self) -> dict[str, str]:
        """The key of each organisation by its plain name."""
        return {plain(name): key for key, name in self.organisations.items()}

    @cached_property
    def by_organisation(self) -> dict[str | None, list[Named]]:
        """The things of each organisation."""
        return grouped(self.things, lambda one: one.organisation)

    @cached_property
    def by_name(self) -> dict[str | None, list[Named]]:
        """The things with each plain name."""
        return grouped(self.things, lambda one: plain(one.name))


@dataclass(frozen=True)
class Intake:
    """A list on its way in: what it holds, what was chosen, and what it is held against."""

    contents: Contents
    origin: str
    seed: str  # random; the keys of what comes in are made from it, and from no name
    choices: Choices
    there: There

    def key_of(self, what: object) -> str:
        """The key for something in this list, the same each time it is weighed."""
        return hashlib.sha256(f"{self.seed}:{what}".encode()).hexdigest()[:32]


def grouped(
    things: Sequence[Named], by: Callable[[Named], str | None]
) -> dict[str | None, list[Named]]:
    """Things by something they share."""
    found: dict[str | None, list[Named]] = {}
    for one in things:
        found.setdefault(by(one), []).append(one)
    return found


def there_now(known: Reading, contents: Contents) -> There:
    """What is there at this moment of what a list of this kind is held against."""
    kinds = known.ask(words.terms, "offer_kind").values()
    return There(
        known.today,
        {one.organisation: one.name for one in known.ask(people.listed)},
        things_now(known, contents),
        lambda stream: [entry.event for entry in known.history(stream)],
        {term.label: term.code for term in kinds},
        {name: code for code, name in known.ask(places.names).items()},
        contacts.addresses(known.db) if contents.kind == "contacts" else {},
    )


def things_now(known: Reading, contents: Contents) -> list[Named]:
    """What there is of the kind that a list holds."""
    match contents.kind:
        case "offers":
            return [Named(*one) for one in known.ask(offers_names.named)]
        case "actions":
            return [Named(*one) for one in known.ask(actions_names.named)]
        case "contacts":
            called = members.names(known.db)
            here = known.ask(people.all_members).values()
            return [
                Named(one.member, called[one.member], one.organisation)
                for one in here
                if one.member in called and not one.left_on
            ]
