"""Which needs are met where? Joins what fits with what reaches, for one offer or for all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from alliance.events.base import Code
from alliance.matching.cards import Offer, Persona, Wanted, Words
from alliance.matching.fits import Fit, stands, suits
from alliance.matching.places import Place, reach
from alliance.matching.sentences import quoted
from alliance.matching.verdicts import (
    HOPEFUL,
    TURN,
    Reason,
    Verdict,
    Word,
    cell_word,
    in_turn,
    need_word,
)


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on one offer for one persona, place and need, with every reason."""

    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """What to ask the organisation, since nobody knows it."""
        return tuple(reason.question for reason in self.reasons if reason.question)


def judge(need: Wanted, offer: Offer, fitting: Fit, reached: Reason) -> Match:
    """Join what `fit` and `reach` said for one need: the first verdict that applies holds."""
    meets = need.code in offer.needs
    text = f"Is {'' if meets else 'niet '}bedoeld voor {quoted([need.label])}."
    purpose = Reason("behoefte", text, None if meets else "telt_niet")
    found = [fitting.verdict, reached.verdict or "past", purpose.verdict or "past"]
    reasons = in_turn([purpose, *fitting.reasons, reached])
    return Match(min(found, key=TURN.__getitem__), reasons)


@dataclass(frozen=True, slots=True)
class Marks:
    """A set of offers as bits, by their place in the list: the sure ones and the others."""

    sure: int = 0
    unsure: int = 0


class Cover:
    """All offers at once: which needs of which personas are met where, without the reasons."""

    def __init__(self, offers: Sequence[Offer], words: Words, today: date) -> None:
        self.offers = offers
        self._standing = [(offer, stands(offer, words, today)) for offer in offers]
        bits = {offer.offer: 1 << bit for bit, offer in enumerate(offers)}
        parts: dict[int, int] = defaultdict(int)
        for offer in offers:
            if offer.part_of in bits:
                parts[bits[offer.part_of]] |= bits[offer.offer]
        self._parts = tuple(parts.items())

    def fitting(self, persona: Persona) -> dict[Code, Marks]:
        """Per need the offers that fit, and those that may come to fit, wherever someone lives."""
        found = {need.code: Marks() for need in persona.wanted}
        for bit, (offer, standing) in enumerate(self._standing):
            if meets := found.keys() & offer.needs:
                verdict = suits(persona, offer, standing).verdict
                sure, unsure = (verdict == "past") << bit, (verdict in HOPEFUL) << bit
                for code in meets:
                    marks = found[code]
                    found[code] = Marks(marks.sure | sure, marks.unsure | unsure)
        return found

    def reaching(self, place: Place) -> Marks:
        """The offers that reach a place, and those of which nobody knows."""
        sure = unsure = 0
        said: dict[tuple[object, ...], Verdict | None] = {}
        for bit, offer in enumerate(self.offers):
            alike = (offer.reach, offer.areas)
            if alike not in said:
                said[alike] = reach(offer, place).verdict
            sure |= (said[alike] is None) << bit
            unsure |= (said[alike] == "misschien") << bit
        return Marks(sure, unsure)

    def words(
        self, persona: Persona, fitting: Mapping[Code, Marks], reaching: Marks
    ) -> dict[Code, Word]:
        """The word for each need of a persona in a place, by rank."""
        return {need.code: self.word(need, fitting[need.code], reaching) for need in persona.wanted}

    def word(self, need: Wanted, fitting: Marks, reaching: Marks) -> Word:
        """The word for one need in a place; what nobody can judge is no gap."""
        if not need.weight:
            return "iemand_anders"
        past = fitting.sure & reaching.sure
        hopeful = fitting.sure & reaching.unsure
        hopeful |= fitting.unsure & (reaching.sure | reaching.unsure)
        word = need_word(self.count(past), hopeful.bit_count())
        return "weten_niet" if word == "niets_passends" and need.reach is None else word

    def count(self, marked: int) -> int:
        """How many offers these are; an offer with a part of it among them is not counted twice."""
        twice = sum(bool(marked & whole and marked & parts) for whole, parts in self._parts)
        return marked.bit_count() - twice


def word_of_cell(persona: Persona, words: Mapping[Code, Word]) -> Word:
    """The word for all needs of a persona in a place together, weighed by rank."""
    return cell_word([(need.weight, words[need.code]) for need in persona.wanted])
