"""What the plan itself already tells, before anyone typed a word: facts about its own offer."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.matching import Persona, Wanted
from alliance.matching.cards import ELSEWHERE, OLDER
from alliance.matching.fits import EVERYONE, stands
from alliance.projections.coverage import PROJECTION as PROJECTION
from alliance.projections.coverage_known import Known, known
from alliance.projections.coverage_rows import Head, Listed


@dataclass(frozen=True)
class Share:
    """How many of the offers, and which; an offer may stand in more than one share."""

    code: str
    label: str
    offers: tuple[Listed, ...]


@dataclass(frozen=True)
class Unmet:
    """A persona with a need for which nothing fits, or that is for someone else to meet."""

    persona: Head
    need: Wanted
    areas: tuple[str, ...]  # wijken where people recognise the persona; none: held against all


@dataclass(frozen=True)
class Start:
    """Facts about the offer that runs and is of a kind that may meet a need."""

    offers: tuple[Listed, ...]
    by_form: tuple[Share, ...]  # forms of loneliness; an offer may answer more than one
    by_age: tuple[Share, ...]  # ouderen, anderen, iedereen, onbekend: each offer once
    never_confirmed: tuple[Listed, ...]
    nothing_first: tuple[Unmet, ...]  # nothing fits the first need that the alliance can meet
    elsewhere: tuple[Unmet, ...]  # the very first need is not for the alliance to meet


def after_import(db: sa.Connection, today: date) -> Start:
    """What can be said of the offer and the personas as they stand."""
    everything = known(db, today)
    offers = tuple(offer for offer in everything.offers if counts(everything, offer))
    people = [(everything.heads[one.persona], one) for one in everything.personas.values()]
    return Start(
        offers,
        by_form(everything, offers),
        by_age(everything, offers),
        tuple(offer for offer in offers if offer.confirmed_on is None),
        tuple(unmet for head, one in people if (unmet := nothing_first(everything, head, one))),
        tuple(unmet for head, one in people if (unmet := elsewhere(head, one))),
    )


def counts(everything: Known, offer: Listed) -> bool:
    """Whether an offer runs and is of a kind that may meet a need."""
    standing = stands(offer, everything.words, everything.today)
    return not any(reason.verdict == "telt_niet" for reason in standing)


def by_form(everything: Known, offers: tuple[Listed, ...]) -> tuple[Share, ...]:
    """The offers by the form of loneliness they answer; those of which nobody said it, apart."""
    found = [
        Share(code, term.label, tuple(offer for offer in offers if code in offer.forms))
        for code, term in everything.forms.items()
    ]
    unknown = tuple(offer for offer in offers if not offer.forms)
    return (*found, Share("onbekend", "Niet bekend", unknown))


def by_age(everything: Known, offers: tuple[Listed, ...]) -> tuple[Share, ...]:
    """The offers for older people alone, for others alone, for everyone, and unknown."""
    labels = {
        "ouderen": "Alleen voor ouderen",
        "anderen": "Voor andere groepen",
        "iedereen": "Voor iedereen",
        "onbekend": "Niet bekend",
    }
    ages = [(age_of(everything, offer), offer) for offer in offers]
    return tuple(
        Share(code, label, tuple(offer for age, offer in ages if age == code))
        for code, label in labels.items()
    )


def age_of(everything: Known, offer: Listed) -> str:
    """For whom an offer is: ouderen, anderen, iedereen or onbekend."""
    terms = [everything.words.groups.get(code) for code in offer.target_groups]
    if any(term and term.kind == EVERYONE for term in terms):
        return "iedereen"
    if not terms:
        return "onbekend"
    older = [term for term in terms if term and OLDER in (term.code, term.parent)]
    return "ouderen" if len(older) == len(terms) else "anderen"


def nothing_first(everything: Known, head: Head, persona: Persona) -> Unmet | None:
    """The first need that the alliance can meet, when nothing fits it wherever we look.

    A persona that no wijk recognises yet is held against every wijk.
    """
    need = persona.first
    if need is None:
        return None
    here = everything.wijken_of(persona)
    words = everything.words_in(persona, here or everything.inhabited)
    nothing = words and all(found[need.code] == "niets_passends" for found in words.values())
    return Unmet(head, need, tuple(wijk.code for wijk in here)) if nothing else None


def elsewhere(head: Head, persona: Persona) -> Unmet | None:
    """The need that weighs most, when it is not for the alliance to meet."""
    need = next(iter(persona.wanted), None)
    return Unmet(head, need, ()) if need and need.reach in ELSEWHERE else None
