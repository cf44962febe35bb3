"""Whom a confirmation helps: only who has something now, and had nothing without it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from alliance.events.offers import CapacityStated, OfferAnswerDisputed, OfferConfirmed, OfferStopped
from alliance.matching import FRESH
from alliance.projections.coverage_cells import cell
from alliance.projections.coverage_helped import helped
from tests.projections.conftest import Given
from tests.projections.coverage_cast import (
    ALLIANCE,
    IN_SCHOLLEVAAR,
    MONDAY,
    confirmed,
    recognised,
    registered,
)

Asked = Callable[..., Any]
NEVER = (("de_wel", None),)
LONG_AGO = (("de_wel", MONDAY - FRESH - timedelta(days=1)),)


def sentences(asked: Asked, before: object = NEVER) -> list[str]:
    return [one.sentence for one in asked(helped, MONDAY, before)]


def test_who_had_nothing_has_a_place_now(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, *confirmed(), at=MONDAY)
    assert sentences(asked) == ["Iemand als Yonas in Schollevaar heeft hierdoor een plek."]
    again = "Iemand als Yonas in Schollevaar heeft hierdoor weer een plek."
    assert sentences(asked, LONG_AGO) == [again]


def test_what_was_sure_already_helps_nobody_more(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, *confirmed(), at=MONDAY)
    assert sentences(asked, (("de_wel", MONDAY - FRESH),)) == []
    assert sentences(asked, ()) == [] and sentences(asked, (("nergens", None),)) == []


def test_another_offer_that_fits_leaves_nothing_to_claim(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, *confirmed(), *confirmed("huis"), at=MONDAY)
    assert sentences(asked) == []
    assert sentences(asked, (("de_wel", None), ("huis", None))) != []


def test_where_nobody_recognises_the_persona_nothing_is_claimed(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *confirmed(), at=MONDAY)
    assert sentences(asked) == []
    given(recognised("WK2", answer=False), recognised("WK3"))
    assert sentences(asked) == ["Iemand als Yonas in Schollevaar Noord heeft hierdoor een plek."]


def test_what_is_full_or_meets_no_need_is_no_place(given: Given, asked: Asked) -> None:
    full = CapacityStated(offer="de_wel", capacity="vol")
    given(*ALLIANCE, *IN_SCHOLLEVAAR, *confirmed(), full, at=MONDAY)
    given(*confirmed("gids", kind="vindplaats"), *confirmed("leeg", needs=()))
    assert sentences(asked, (*NEVER, ("gids", None), ("leeg", None))) == []


def test_what_was_never_said_counts_as_before(given: Given, asked: Asked) -> None:
    known = registered()
    given(*ALLIANCE, *IN_SCHOLLEVAAR, known, at=MONDAY)
    given(OfferStopped(offer="de_wel", reason="Weg.", via="gebeld"))
    assert asked(cell, "yonas", "WK2", MONDAY).needs[1].offers == ()
    facts = {name: getattr(known, name) for name in known.__struct_fields__}
    given(OfferAnswerDisputed(**facts, answer="offer_stopped"))
    assert asked(cell, "yonas", "WK2", MONDAY).needs[1].offers[0].verdict == "misschien"
    given(OfferConfirmed(offer="de_wel"))
    given(OfferAnswerDisputed(**facts, answer="offer_confirmed", paused=True))
    assert asked(cell, "yonas", "WK2", MONDAY).needs[1].offers[0].verdict == "telt_niet"
