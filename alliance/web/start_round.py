"""What of the offers that wait for an answer may stand on a start page."""

from collections.abc import Sequence
from functools import cached_property

from alliance.projections import offers_round, tips
from alliance.projections.offer_rows import OfferRow
from alliance.projections.paging import COUNT
from alliance.web.confirming_pages import spoken_for
from alliance.web.offers_round import Round, round_now
from alliance.web.pages import ask, person, today
from alliance.web.start_mail import MailKnown


class ComingAnswers(MailKnown):
    """Who answers about their offers; each is asked only when a part of the page wants it."""

    @cached_property
    def round(self) -> Round:
        """Who answered, and who did not."""
        return round_now(self.known)

    @cached_property
    def to_check(self) -> Sequence[OfferRow]:
        """What who is looking is asked about the offers of their organisation."""
        found = ask(offers_round.standing, today(), spoken_for(person()))
        return [offer for theirs in found.values() for offer in theirs.asked]

    @cached_property
    def tips(self) -> int:
        """How many tips wait to be read."""
        return ask(tips.page, settled=False, page=COUNT).total
