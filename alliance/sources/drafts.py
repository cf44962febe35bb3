"""What a row of a list asks for: the events that would take it in, by the rules of every form."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alliance.events.actions import ActionAgreed, ActionLogged
from alliance.events.actions_rules import agree_action, log_action
from alliance.events.base import Event, refuse
from alliance.events.contacts_rules import name_contact
from alliance.events.lists import ListKind
from alliance.events.members_rules import admit_member
from alliance.events.offers_rules import enter_offer
from alliance.members import plain as plain_mail
from alliance.members import unfit_entry
from alliance.readers import Filled
from alliance.sources.alike import plain
from alliance.sources.lines import Line
from alliance.sources.mailboxes import fault_in
from alliance.sources.newcomers import Placed
from alliance.sources.there import Intake

BETWEEN = re.compile(r"[,;/\n]| en ")
NO_ORGANISATION = "Schrijf op van welke organisatie deze persoon is."


@dataclass(frozen=True)
class Person:
    """Who a row names; this goes to the phone book and into no event."""

    member: str
    name: str
    mail: str
    phone: str | None


@dataclass(frozen=True)
class Draft:
    """What a row asks for, and what tells whether that is there already."""

    kind: str  # the subject it makes
    key: str
    name: str
    organisation: str | None
    events: tuple[Event, ...]
    known: str | None = None  # the key of what this surely is
    person: Person | None = None

    @property
    def same_as(self) -> tuple[str, str]:
        """What two rows share when they say the same."""
        return (
            (self.person.mail, "") if self.person else (plain(self.name), self.organisation or "")
        )


def draft_offer(intake: Intake, line: Line, whose: Placed) -> Draft:
    """An offer as the list has it."""
    said, key = Filled(line.typed), intake.key_of(line.number)
    kind = code_of(said, "kind", intake.there.kinds)
    if fault := fault_in(said.text("mailbox")):
        said.faults["mailbox"] = fault
    registered = said.decide(
        enter_offer,
        offer=key,
        name=said.text("name"),
        source=intake.origin,
        organisation=whose.key,
        provider=None if whose.key else said.optional("organisation"),
        for_whom=said.optional("for_whom"),
        place=said.optional("place"),
        joining=said.optional("joining"),
        contact=said.optional("contact"),
        kind=kind,
        **places(said.text("area"), intake.there.areas),
    )
    return Draft("offer", key, registered.name, whose.key, (registered,))


def draft_contact(intake: Intake, line: Line, whose: Placed) -> Draft:
    """Someone who speaks for an organisation; the events hold a key, the phone book the name."""
    said, key = Filled(line.typed), intake.key_of(line.number)
    name = " ".join(filter(None, map(said.text, ("name", "between", "surname"))))
    mail = said.text("mail")
    refuse(**unfit_entry(name, mail), organisation=whose.key is None and NO_ORGANISATION)
    assert whose.key is not None  # it was refused
    theirs = history_of(intake, whose)
    joined = admit_member(member=key, organisation=whose.key, organisation_history=theirs)
    named = name_contact(theirs, member=key)
    person = Person(key, name, plain_mail(mail), said.optional("phone"))
    known = intake.there.mails.get(person.mail)
    return Draft("member", key, name, whose.key, (joined, named), known, person)


def draft_action(intake: Intake, line: Line, whose: Placed) -> Draft:
    """Something agreed, or done already."""
    said, key = Filled(line.typed), intake.key_of(line.number)
    by_when, on = said.date("by_when"), said.date("on")
    facts: dict[str, Any] = {
        "action": key,
        "title": said.text("title"),
        "today": intake.there.today,
    }
    facts["organisation"] = whose.key
    event: ActionAgreed | ActionLogged
    if on or "on" in said.faults:
        event = said.decide(log_action, on=on, **facts)
    else:
        event = said.decide(agree_action, by_when=by_when, **facts)
    return Draft("action", key, event.title, whose.key, (event,))


DRAFTS: Mapping[ListKind, Callable[[Intake, Line, Placed], Draft]] = {
    "offers": draft_offer,
    "contacts": draft_contact,
    "actions": draft_action,
}


def history_of(intake: Intake, whose: Placed) -> Sequence[Event]:
    """What happened with the organisation of a row so far."""
    return [whose.joined] if whose.joined else intake.there.history(f"organisation:{whose.key}")


def code_of(said: Filled, field: str, codes: Mapping[str, str]) -> str | None:
    """The code of what was chosen from a list by its word; another word is a fault."""
    by_word = {plain(word): code for word, code in codes.items()}
    chosen = Filled({field: plain(said.text(field))})
    word = chosen.choice(field, by_word)
    said.faults |= chosen.faults
    return by_word[word] if word else None


def places(typed: str, areas: Mapping[str, str]) -> dict[str, Any]:
    """The wijken and gebieden that are named; other words stay as the list has them."""
    by_name = {plain(name): code for name, code in areas.items()}
    codes = [by_name.get(plain(part)) for part in BETWEEN.split(typed) if part.strip()]
    if codes and all(codes):
        return {"areas": tuple(dict.fromkeys(code for code in codes if code))}
    return {"area_words": typed or None}
