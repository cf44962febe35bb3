"""Rules of what an organisation answers about its offers: what changed, and what it never said."""

from collections.abc import Sequence
from typing import Unpack

import msgspec

from alliance.events.actions import Via
from alliance.events.base import Event, Refused, refuse
from alliance.events.offers import (
    OfferAnswerDisputed,
    OfferConfirmed,
    OfferFacts,
    OfferRevised,
    OfferStopped,
)
from alliance.events.offers_rules import (
    OfferChanges,
    confirm_offer,
    is_paused,
    last_word,
    offer_now,
    revise_offer,
)
from alliance.events.state import UNCHANGED

SAME = "Er is niets veranderd. Pas iets aan. Klopt alles toch? Ga terug en kies Klopt."
NOTHING_NOTED = "Hier schreef niemand iets voor jullie op. Kijk op de pagina hoe het staat."
OUTWARD = ("name", "for_whom", "place")
"""What the words of an offer were linked by: when these change, someone looks at them again."""


def tell_change(
    history: Sequence[Event], *, via: Via | None = None, **changes: Unpack[OfferChanges]
) -> tuple[OfferConfirmed, OfferRevised]:
    """Something changed, and with that it is right: what is said now holds, both at once."""
    now = offer_now(history)
    confirmed = confirm_offer(history, via=via)
    try:
        new = revise_offer(history, **changes)
    except Refused as why:
        raise Refused(**why.faults | same(why)) from why
    looks = any(getattr(new, name) != getattr(now, name) for name in OUTWARD)
    again = msgspec.structs.replace(new, check=True) if looks and new.kind else new
    return OfferConfirmed(offer=confirmed.offer, via=via, changed=True), again


def same(why: Refused) -> dict[str, str]:
    """What is said on a page with a button for it when nothing changed."""
    return {"form": SAME} if why.faults.get("form") == UNCHANGED else {}


def dispute_offer_answer(history: Sequence[Event]) -> OfferAnswerDisputed:
    """What someone else wrote down was not said: it waits for an answer again."""
    offer_now(history)
    noted = noted_offer_answer(history)
    refuse(form=noted is None and NOTHING_NOTED)
    assert noted is not None  # nothing to dispute was refused
    at = max(number for number, event in enumerate(history) if event is noted)
    told = 2 if isinstance(noted, OfferConfirmed) and noted.changed else 1
    before = offer_now([*history[:at], *history[at + told :]])
    facts = {name: getattr(before, name) for name in OfferFacts.__struct_fields__}
    return OfferAnswerDisputed(**facts, answer=noted.stored_name, paused=is_paused(history[:at]))


def noted_offer_answer(history: Sequence[Event]) -> OfferConfirmed | OfferStopped | None:
    """The last answer, when someone else wrote it down and nothing was said since."""
    last = last_word(history)
    return last if isinstance(last, OfferConfirmed | OfferStopped) and last.via else None
