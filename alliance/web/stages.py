"""How it stands with an organisation, in words, for whoever may see that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from alliance.events.relations import Pause, Way
from alliance.projections import relations
from alliance.projections.relation_rows import Contact, Stage, Standing
from alliance.web.inside import RELATION
from alliance.web.pages import ask, person
from alliance.web.roles import may

WAYS: dict[Way, str] = {
    "gebeld": "Gebeld",
    "gemaild": "Gemaild",
    "gesproken": "Gesproken",
    "langs_geweest": "Langs geweest",
}
assert {*WAYS} == {*get_args(Way)}
PAUSES: dict[Pause, str] = {
    "geen_tijd": "Geen tijd",
    "geen_mensen": "Te weinig mensen",
    "verandering": "De organisatie verandert",
    "later": "Liever later",
    "past_niet": "Past niet bij ons",
    "anders": "Anders",
}
assert {*PAUSES} == {*get_args(Pause)}
LATELY, SHOWN = 50, 8
"""How far back a page looks for contact, and how much of that it shows."""
STAGES: dict[Stage, str] = {
    "genoemd": "nog niet benaderd",
    "benaderd": "benaderd",
    "gesproken": "gesproken",
    "doet_mee": "doet mee",
    "even_niet": "even niet",
    "gestopt": "gestopt",
}
assert {*STAGES} == {*get_args(Stage)}
TOUCHES = {
    "gebeld": "gebeld",
    "gemaild": "gemaild",
    "gesproken": "gesproken",
    "langs_geweest": "langs geweest",
    "even_niet": "zei dat het even niet gaat",
    "antwoord": "gaf antwoord",
    "aanwezig": "was bij een bijeenkomst",
    "aanbod": "bevestigde aanbod",
    "gevraagd": "kreeg een vraag",
}
"""What kind of contact there was, in words; with an approach: that there was no answer then."""


@dataclass(frozen=True)
class Relation:
    """How it stands with one organisation, and the last times there was contact."""

    standing: Standing
    contacts: tuple[Contact, ...]

    @property
    def stage(self) -> str:
        """The stage it is in, in words."""
        return STAGES[self.standing.stage]


def relation_of(organisation: str) -> Relation | None:
    """How it stands with an organisation; None for whoever may not see that."""
    found = ask(relations.standing, organisation)
    if found is None or not may(person(), RELATION, organisation=organisation):
        return None
    return Relation(found, told(ask(relations.contacts_with, organisation, LATELY)))


def told(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """What was written down, and of each other kind only the last: nobody's coming is counted."""
    seen: set[str] = set()
    found = []
    for one in contacts:
        if one.talk or one.way not in seen:
            found.append(one)
        seen.add(one.way)
    return tuple(found[:SHOWN])


def touch_in_words(contact: Contact) -> str:
    """What kind of contact there was."""
    said = TOUCHES[contact.way]
    unanswered = contact.talk and not contact.heard
    return f"{said}, nog geen antwoord" if unanswered else said
