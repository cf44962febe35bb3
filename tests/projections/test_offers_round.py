"""Who is asked about which offers, since when, and who answered."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from alliance.events.offers import (
    OfferAnswerDisputed,
    OfferConfirmed,
    OfferPaused,
    OfferRegistered,
    OfferRevised,
    OfferStopped,
    OfferWithdrawn,
)
from alliance.matching import FRESH
from alliance.projections import offers
from alliance.projections.offers_round import ALONG, Theirs, nobodys, standing
from tests.projections.conftest import Given

Asked = Callable[..., Any]
MONDAY, LATER = date(2026, 3, 2), date(2026, 3, 9)
STALE = timedelta(days=FRESH.days + 1)


def offer(key: str, organisation: str | None = "kerk", **more: Any) -> OfferRegistered:
    return OfferRegistered(offer=key, name=f"Aanbod {key}", organisation=organisation, **more)


def theirs(asked: Asked, today: date = LATER) -> Theirs:
    found = asked(standing, today)["kerk"]
    assert isinstance(found, Theirs)
    return found


def keys(found: tuple[offers.OfferRow, ...]) -> list[str]:
    return [one.offer for one in found]


def test_what_nobody_confirmed_waits_since_it_came(given: Given, asked: Asked) -> None:
    given(offer("a"), at=MONDAY)
    given(offer("b"), offer("c", "bakker"), offer("d", None), at=LATER)
    found = theirs(asked)
    assert keys(found.waiting) == keys(found.asked) == ["a", "b"]
    assert (found.unsure_since, found.asked_anew, found.answered_on) == (MONDAY, LATER, None)
    assert {*asked(standing, LATER)} == {"kerk", "bakker"}
    assert {*asked(standing, LATER, ("bakker",))} == {"bakker"}
    assert asked(nobodys, LATER) == 1


def test_what_was_answered_waits_for_half_a_year(given: Given, asked: Asked) -> None:
    given(offer("a"), offer("b"), at=MONDAY)
    given(OfferConfirmed(offer="a"), OfferStopped(offer="b", reason="Weg."), at=LATER)
    found = theirs(asked)
    assert (found.waiting, keys(found.settled), found.answered_on) == ((), ["a", "b"], LATER)
    assert found.takes_part
    stale = theirs(asked, LATER + STALE)
    assert keys(stale.waiting) == ["a"] and stale.unsure_since == LATER + STALE
    assert keys(stale.offers) == ["a"]


def test_what_would_be_asked_soon_is_asked_along(given: Given, asked: Asked) -> None:
    given(offer("a"), offer("b"), OfferConfirmed(offer="a"), at=MONDAY)
    given(OfferConfirmed(offer="b"), at=MONDAY + ALONG)
    assert theirs(asked, MONDAY + FRESH).asked == ()
    found = theirs(asked, MONDAY + STALE)
    assert (keys(found.waiting), keys(found.asked)) == (["a"], ["a", "b"])
    given(OfferConfirmed(offer="b"), at=MONDAY + ALONG + timedelta(days=1))
    assert keys(theirs(asked, MONDAY + STALE).asked) == ["a"]


def test_what_is_planned_or_rests_waits_for_nobody(given: Given, asked: Asked) -> None:
    given(offer("a", stage="gepland"), offer("b"), OfferPaused(offer="b"), at=MONDAY)
    found = theirs(asked)
    assert not found.takes_part and keys(found.settled) == ["a", "b"]
    given(OfferWithdrawn(offer="a", reason="Dubbel."), at=LATER)
    assert keys(theirs(asked).offers) == ["b"]


def test_an_answer_tells_what_by_whom_and_how(given: Given, asked: Asked) -> None:
    given(offer("a"), at=MONDAY)
    given(OfferConfirmed(offer="a"), by="wil", at=LATER)
    row = asked(offers.one, "a", LATER)
    assert (row.answer, row.answered_on, row.answered_by, row.via) == ("klopt", LATER, "wil", None)
    assert (row.confirmed_on, row.confirmed_before) == (LATER, None)
    again = LATER + STALE
    given(OfferConfirmed(offer="a", via="gebeld", changed=True), at=again)
    given(OfferRevised(offer="a", name="Anders", organisation="kerk"), at=again)
    given(OfferConfirmed(offer="a", via="gebeld", changed=True), at=again)
    row = asked(offers.one, "a", again)
    assert (row.answer, row.via, row.confirmed_before) == ("gewijzigd", "gebeld", LATER)
    assert keys(theirs(asked, again).noted) == ["a"]


def test_what_was_never_said_waits_again_from_that_day(given: Given, asked: Asked) -> None:
    given(offer("a"), OfferStopped(offer="a", reason="Weg.", via="gebeld"), at=MONDAY)
    back = OfferAnswerDisputed(
        offer="a", name="Aanbod a", organisation="kerk", answer="offer_stopped", paused=False
    )
    given(back, at=LATER)
    found = theirs(asked)
    assert (keys(found.waiting), found.unsure_since, found.noted) == (["a"], LATER, ())
    row = asked(offers.one, "a", LATER)
    assert (row.state, row.answer, row.reason) == ("te_bevestigen", None, None)
    given(OfferAnswerDisputed(offer="a", name="A", answer="offer_confirmed", paused=True))
    assert asked(offers.one, "a", LATER).state == "gepauzeerd"
