"""One cell opened: per need every offer with its verdict and reasons, and what to ask whom."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.events.words import RouteAdopted
from alliance.matching import (
    HOPEFUL,
    VERDICTS,
    WORDS,
    Match,
    Persona,
    Place,
    Reason,
    Verdict,
    Wanted,
    Word,
    beside,
    fit,
    judge,
    reach,
)
from alliance.projections.coverage import PROJECTION as PROJECTION
from alliance.projections.coverage_known import Known, known
from alliance.projections.coverage_matrix import Square, square
from alliance.projections.coverage_rows import Head, Listed

MANY = 4
"""From so many offers for one need that fit or may come to fit, we speak of overlap."""
BEST_FIRST: tuple[Verdict, ...] = (
    "past",
    "misschien",
    "voorwaarde",
    "later",
    "vol",
    "verouderd",
    "drempel",
    "past_niet",
    "telt_niet",
)


WHY_NOT = {
    "soort": "helpt het alleen om iemand te vinden of de weg te wijzen",
    "plan": "is het nog een plan",
    "looptijd": "ligt het stil of is het gestopt",
    "doelgroep": "is het voor een andere groep",
    "plek": "is het ergens anders",
    "drempel": "heeft het een drempel",
    "niveau": "past de soort aanbod niet",
}
"""Why an offer is no cover, by the rule that decides."""


@dataclass(frozen=True)
class Weighed:
    """One offer held against a persona, a place and a need."""

    offer: Listed
    kind_label: str
    verdict: Verdict
    reasons: tuple[Reason, ...]  # what decides stands first
    beside: tuple[Reason, ...]  # hearing of it, and advice: they change nothing
    questions: tuple[str, ...]  # for the organisation

    @property
    def deciding(self) -> tuple[Reason, ...]:
        """The reasons that ask for this verdict; when it fits, everything that speaks for it."""
        asked = None if self.verdict == "past" else self.verdict
        return tuple(reason for reason in self.reasons if reason.verdict == asked)

    @property
    def label(self) -> str:
        """The verdict in Dutch."""
        return VERDICTS[self.verdict]


@dataclass(frozen=True)
class NeedHere:
    """One need of a persona in a place, with what serves it and what does not."""

    need: Wanted
    word: Word  # to show: unknown where nobody recognises the persona yet
    computed: Word
    sentence: str  # why this word
    offers: tuple[Weighed, ...]  # that are meant for it, the best first
    routes: tuple[RouteAdopted, ...]  # to someone else, where the alliance cannot meet it
    overlap: tuple[str, ...]  # kinds of offer, when there are many for this need

    @property
    def label(self) -> str:
        """The word in Dutch."""
        return WORDS[self.word]


@dataclass(frozen=True)
class Cell:
    """One persona in one area, with everything that led to its word."""

    persona: Head
    area: Place
    square: Square
    needs: tuple[NeedHere, ...]
    questions: tuple[tuple[Listed, tuple[str, ...]], ...]  # per offer what to ask its organisation
    uncoded: tuple[Listed, ...]  # offers of which nobody said for which need they are


def cell(db: sa.Connection, persona: str, area: str, today: date) -> Cell | None:
    """One persona in one wijk, buurt or gebied, opened; None when there is no such cell."""
    everything = known(db, today)
    who, where = everything.personas.get(persona), everything.places.get(area)
    if who is None or where is None:
        return None
    words = everything.words_in(who, [where])[area]
    needs = tuple(need_here(everything, who, where, need, words[need.code]) for need in who.wanted)
    return Cell(
        everything.heads[persona],
        where,
        square(everything, who, where, words),
        needs,
        questions(needs),
        tuple(
            offer for offer in everything.offers if not offer.needs and counts(offer, everything)
        ),
    )


def need_here(
    everything: Known, persona: Persona, place: Place, need: Wanted, computed: Word
) -> NeedHere:
    """One need with every offer that is meant for it."""
    weighed = weigh(everything, persona, place, need)
    word = computed
    if computed != "iemand_anders":
        word = everything.word_here(persona.persona, place, computed)
    return NeedHere(
        need,
        word,
        computed,
        why(computed, weighed),
        weighed,
        () if need.weight else tuple(one for one in everything.routes if need.code in one.needs),
        overlap(weighed),
    )


def weigh(everything: Known, persona: Persona, place: Place, need: Wanted) -> tuple[Weighed, ...]:
    """The offers that are meant for a need, each with its verdict and reasons, the best first."""
    meant = [offer for offer in everything.offers if need.code in offer.needs]
    found = [weighed(everything, persona, place, need, offer) for offer in meant]
    return tuple(sorted(found, key=lambda one: BEST_FIRST.index(one.verdict)))


def weighed(
    everything: Known, persona: Persona, place: Place, need: Wanted, offer: Listed
) -> Weighed:
    """One offer with its verdict and every reason."""
    fitting = fit(persona, offer, everything.today)
    match: Match = judge(need, offer, fitting, reach(offer, place))
    kind = everything.words.kinds.get(offer.kind or "")
    return Weighed(
        offer,
        kind.label if kind else "soort onbekend",
        match.verdict,
        match.reasons,
        beside(persona, offer),
        match.questions,
    )


def why(word: Word, weighed: Sequence[Weighed]) -> str:
    """The word for a need in one sentence, with the verdicts it came from."""
    fits = [one.offer.name for one in weighed if one.verdict == "past"]
    hopeful = counted(VERDICTS[one.verdict] for one in weighed if one.verdict in HOPEFUL)
    if word == "iemand_anders":
        return "Dit kan aanbod van de alliantie niet oplossen. Hiervoor is iemand anders nodig."
    if word == "voldoende":
        return f"{len(fits)} keer past het aanbod: {', '.join(fits)}."
    if fits:
        return f"Hangt aan één aanbod: {fits[0]}." + (f" Verder: {hopeful}." if hopeful else "")
    if hopeful:
        return f"Nog niets past zeker: {hopeful}."
    if not weighed:
        return "Geen enkel aanbod is hiervoor bedoeld."
    return f"Wat er is, past niet: {counted(WHY_NOT[one.reasons[0].rule] for one in weighed)}."


def counted(words: Iterable[str]) -> str:
    """How often what: "2 keer vol, 1 keer past misschien"."""
    return ", ".join(f"{times} keer {word}" for word, times in Counter(words).most_common())


def overlap(weighed: Sequence[Weighed]) -> tuple[str, ...]:
    """The kinds of offer for one need, when there are many; kinds, not organisations."""
    found = [one for one in weighed if BEST_FIRST.index(one.verdict) <= BEST_FIRST.index("later")]
    return tuple(sorted({one.kind_label for one in found})) if len(found) >= MANY else ()


def questions(needs: Sequence[NeedHere]) -> tuple[tuple[Listed, tuple[str, ...]], ...]:
    """What to ask, per offer and each once: only of offers that may come to fit."""
    asked: dict[str, tuple[Listed, dict[str, None]]] = {}
    for need in needs:
        for one in need.offers:
            if one.questions and one.verdict != "telt_niet":
                _, found = asked.setdefault(one.offer.offer, (one.offer, {}))
                found.update(dict.fromkeys(one.questions))
    return tuple((offer, tuple(found)) for offer, found in asked.values())


def counts(offer: Listed, everything: Known) -> bool:
    """Whether an offer may be cover for a need, as far as its kind says."""
    kind = everything.words.kinds.get(offer.kind or "")
    return kind is None or kind.counts is not False
