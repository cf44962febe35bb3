"""Verdicts and words: from reasons to a verdict per offer, a word per need and a word per cell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Verdict = Literal[
    "telt_niet",
    "vol",
    "drempel",
    "past_niet",
    "later",
    "verouderd",
    "voorwaarde",
    "misschien",
    "past",
]
VERDICTS: dict[Verdict, str] = {
    "telt_niet": "telt niet mee",
    "vol": "vol",
    "drempel": "heeft een drempel",
    "past_niet": "past niet",
    "later": "past pas later",
    "verouderd": "verouderd",
    "voorwaarde": "past onder voorwaarde",
    "misschien": "past misschien",
    "past": "past",
}
"""Every verdict with its Dutch words, in the order in which the first that applies is taken."""
TURN = {verdict: turn for turn, verdict in enumerate(VERDICTS)}
HOPEFUL: frozenset[Verdict] = frozenset({"voorwaarde", "misschien", "vol", "later", "verouderd"})
"""Verdicts that are no cover yet, but show what may become it."""

HALF = 0.5 - 1e-9  # of the weight, with room for rounding

Word = Literal[
    "voldoende",
    "kan_beter",
    "niets_passends",
    "weten_niet",
    "iemand_anders",
    "niet_hier",
    "geen_bewoners",
]
WORDS: dict[Word, str] = {
    "voldoende": "voldoende",
    "kan_beter": "kan beter",
    "niets_passends": "niets passends",
    "weten_niet": "weten we nog niet",
    "iemand_anders": "hiervoor is iemand anders nodig",
    "niet_hier": "herkennen wij hier niet",
    "geen_bewoners": "geen bewoners",
}
"""The four words of a need; then what is no word about offers at all."""

RULES = {
    "soort": "Alleen aanbod waar iemand zelf iets aan heeft, telt mee.",
    "plan": "Wat nog een plan is, telt niet mee.",
    "looptijd": "Alleen aanbod dat nu loopt, telt mee.",
    "behoefte": "Aanbod telt voor een behoefte als het daarvoor bedoeld is.",
    "doelgroep": "Aanbod telt voor wie bij de doelgroep hoort.",
    "plek": "Aanbod telt in dezelfde buurt of wijk, in de hele gemeente, aan huis, "
    "per telefoon en online.",
    "ruimte": "Aanbod dat vol is, helpt nu niemand.",
    "drempel": "Een drempel houdt iemand alleen tegen als het aanbod die zeker heeft.",
    "niveau": "Bij ouderen telt of de soort aanbod past bij hoe hardnekkig het is.",
    "bevestiging": "Aanbod telt als iemand in het laatste halfjaar zei dat het klopt.",
    "kanaal": "Of iemand ervan hoort, staat naast het oordeel en verandert het niet.",
    "belemmering": "Een belemmering houdt niemand tegen. Het is een advies.",
}
"""The rules by which an offer is judged, as a member reads them."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: the rule that says it, the sentence, the verdict it asks for, what to ask whom."""

    rule: str
    text: str
    verdict: Verdict | None = None
    question: str | None = None


def first_verdict(reasons: Iterable[Reason]) -> Verdict:
    """The verdict that comes first among what the reasons ask for; `past` when none asks."""
    asked = (reason.verdict for reason in reasons if reason.verdict)
    return min(asked, key=TURN.__getitem__, default="past")


def in_turn(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons that decide first; those that speak for the offer last."""
    return tuple(sorted(reasons, key=lambda reason: TURN[reason.verdict or "past"]))


def need_word(past: int, hopeful: int) -> Word:
    """The word for a need with so many offers that fit, and so many that may come to fit."""
    if past >= 2:
        return "voldoende"
    return "kan_beter" if past or hopeful else "niets_passends"


def cell_word(weighed: Sequence[tuple[float, Word]]) -> Word:
    """The word for all needs of a persona together, each with its weight (0: not for us to meet).

    Nothing fits when that holds for half of the weight or more; sufficient when that holds for
    half or more and no need is left with nothing. More cover never makes the word worse.
    """
    total = sum(weight for weight, _ in weighed)
    if not total:
        return "iemand_anders" if weighed else "weten_niet"
    shares: dict[Word, float] = defaultdict(float)
    for weight, word in weighed:
        shares[word] += weight / total
    for word in ("niets_passends", "weten_niet"):
        if shares[word] >= HALF:
            return word
    enough = shares["voldoende"] >= HALF and not shares["niets_passends"]
    return "voldoende" if enough else "kan_beter"
