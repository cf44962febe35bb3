"""Whom a letter asks whether what stands about their offers is right, and how often."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from alliance.documents.offers_check import Check, Noted, Told, told
from alliance.projections.offer_rows import OfferRow
from alliance.projections.offers_round import Theirs

AGAIN = timedelta(days=28)
"""How long an answer may take before a letter asks once more."""
TWICE = 2
"""So often letters ask; after that a call helps more."""


def is_due(theirs: Theirs, asked: Sequence[date], on: date) -> bool:
    """Whether a letter of this day asks: at first, and once more after four weeks."""
    lately = asked_lately(theirs, asked)
    if not theirs.waiting or len(lately) >= TWICE:
        return False
    return not lately or on - lately[-1] >= AGAIN


def asked_lately(theirs: Theirs, asked: Sequence[date]) -> list[date]:
    """The days on which letters asked for the answer that is waited for now."""
    since = theirs.asked_anew
    return [day for day in asked if since and day >= since]


def check(theirs: Theirs, name: str, areas: Mapping[str, str]) -> Check:
    """What a letter says of the offers of one organisation."""
    return Check(theirs.organisation, name, tuple(tell(one, areas) for one in theirs.asked))


def tell(one: OfferRow, areas: Mapping[str, str]) -> Told:
    """One offer as an outsider reads it."""
    return Told(
        one.offer, one.name, told(one.for_whom, where(one, areas), one.joining, one.contact)
    )


def where(one: OfferRow, areas: Mapping[str, str]) -> str | None:
    """Where an offer is: the place, else the wijken and gebieden by name, else as it was listed."""
    named = ", ".join(areas[code] for code in one.areas if code in areas)
    return one.place or named or one.area_words


def noted(theirs: Theirs, since: date | None) -> Iterator[Noted]:
    """What someone else wrote down for an organisation, that no letter told yet."""
    for one in theirs.noted:
        if since is None or (one.answered_on and one.answered_on >= since):
            yield Noted(one.offer, one.name, one.answer or "", one.via or "")
