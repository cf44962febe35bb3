"""Who is served by what, and where: pure rules, each answer with its reason in plain Dutch.

`fit` holds an offer against a persona and `reach` against a place, each once per pair; `judge`
joins the two for one need. Every rule may give a reason that asks for a verdict; the verdict of an
offer is the first of VERDICTS that any reason asks for, and `past` when none does.
"""

from alliance.matching.cards import Offer, Persona, Wanted, Words
from alliance.matching.fits import FRESH, Fit, beside, fit
from alliance.matching.joins import Cover, Marks, Match, judge, word_of_cell
from alliance.matching.places import Gebied, Place, all_places, reach
from alliance.matching.verdicts import (
    HOPEFUL,
    RULES,
    VERDICTS,
    WORDS,
    Reason,
    Verdict,
    Word,
    cell_word,
    need_word,
)

__all__ = [
    "FRESH",
    "HOPEFUL",
    "RULES",
    "VERDICTS",
    "WORDS",
    "Cover",
    "Fit",
    "Gebied",
    "Marks",
    "Match",
    "Offer",
    "Persona",
    "Place",
    "Reason",
    "Verdict",
    "Wanted",
    "Word",
    "Words",
    "beside",
    "cell_word",
    "fit",
    "judge",
    "need_word",
    "all_places",
    "reach",
    "word_of_cell",
]
