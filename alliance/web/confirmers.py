"""Who says whether what stands about an organisation is right: for whom, as whom, and where."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from alliance.projections import offers_round, people
from alliance.projections.offer_rows import OfferRow
from alliance.projections.offers_round import Theirs
from alliance.web import names
from alliance.web.pages import Crumbs, ask, today

TITLE = "Dit staat er over jullie. Klopt het?"
SAID = {
    "klopt": "Dank je wel. Wie iemand doorverwijst, weet nu dat dit klopt.",
    "gewijzigd": "Dank je wel. Zo staat het er nu.",
    "gestopt": "Het staat erin. Dank je dat je het zegt.",
    "klopt-niet": "Het staat weer open. Kies hieronder zelf het antwoord.",
}
"""What is said after each answer."""
DONE = "Je antwoord staat erin."
NOTED = "Het antwoord staat erin, met jou als wie het opschreef."


@dataclass(frozen=True)
class Answering:
    """Where someone answers: for which organisations, in whose name, and the addresses around."""

    organisations: tuple[str, ...]
    there: str  # the page itself; below it the forms of one offer
    thanks: str  # where one goes when nothing is left to answer
    title: str = TITLE
    by: str | None = None  # whom the journal names, when not who signed in
    also: Callable[[Any], None] | None = None  # what is done in the same transaction
    crumbs: Crumbs = ()
    noting: bool = False  # what someone else said is written down
    theirs: dict[str, Theirs] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Read what stands about these organisations now."""
        self.read()

    def read(self) -> None:
        """Read again what stands about these organisations."""
        self.theirs.clear()
        self.theirs.update(ask(offers_round.standing, today(), self.organisations))

    @property
    def parts(self) -> list[Theirs]:
        """What stands about each organisation, in the order in which they were named."""
        return [self.theirs[one] for one in self.organisations if one in self.theirs]

    @property
    def asked(self) -> list[OfferRow]:
        """Every offer that waits for an answer here."""
        return [offer for one in self.parts for offer in one.asked]

    def its(self, offer: str) -> OfferRow | None:
        """One of the offers on the page; None when it is not here, or not any more."""
        every = (one for theirs in self.parts for one in theirs.offers)
        return next((one for one in every if one.offer == offer), None)

    def said(self, word: str, answered: Sequence[str]) -> str:
        """What is said after an answer; the thanks say the rest."""
        if self.noting:
            return NOTED
        return DONE if self.then(answered) == self.thanks else SAID[word]

    def then(self, answered: Sequence[str]) -> str:
        """Where to go on after these offers were answered: the thanks when that was all."""
        left = [one for one in self.asked if one.offer not in answered]
        return self.there if left else self.thanks


def still_here(organisations: Sequence[str]) -> tuple[str, ...]:
    """Those of these organisations that did not stop, by name."""
    found = {key: ask(people.organisation, key) for key in organisations}
    here = [key for key, one in found.items() if one and not one.left_on]
    return tuple(sorted(here, key=lambda key: names.name_of("organisation", key)))
