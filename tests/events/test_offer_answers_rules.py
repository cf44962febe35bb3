"""What an organisation answers about its offers, and what it never said."""

from collections.abc import Sequence

import pytest

from alliance.events.base import Event, Refused
from alliance.events.offer_answers_rules import SAME, dispute_offer_answer, tell_change
from alliance.events.offers import (
    OfferAnswerDisputed,
    OfferCoded,
    OfferConfirmed,
    OfferPaused,
    OfferRegistered,
    OfferRevised,
    OfferStopped,
)
from alliance.events.offers_rules import confirm_offer, pause_offer, running_offer, stop_offer

SOUP = OfferRegistered(
    offer="soep", name="Soep", for_whom="Iedereen", place="De Wel", contact="010 000 00 00"
)
CODED = OfferCoded(offer="soep", kind="inloop", needs=("n",), target_groups=("t",), areas=("W",))
NOTED = OfferConfirmed(offer="soep", via="gebeld")
STOPPED = OfferStopped(offer="soep", reason="Weg.", via="gebeld")


def test_what_changed_is_right_from_then_on() -> None:
    confirmed, revised = tell_change([SOUP], via="gebeld", place="Elders")
    assert confirmed == OfferConfirmed(offer="soep", via="gebeld", changed=True)
    assert revised == OfferRevised(
        offer="soep", name="Soep", for_whom="Iedereen", place="Elders", contact="010 000 00 00"
    )


@pytest.mark.parametrize(
    ("change", "looks"),
    [({"place": "Elders"}, True), ({"for_whom": "Ouderen"}, True), ({"contact": "Bel"}, False)],
)
def test_who_links_looks_again_at_what_was_linked_by_other_words(
    change: dict[str, str], looks: bool
) -> None:
    assert tell_change([SOUP, CODED], **change)[1].check == looks  # type: ignore[arg-type]
    assert not tell_change([SOUP], **change)[1].check  # type: ignore[arg-type]


def test_a_change_without_a_difference_says_what_to_tap() -> None:
    with pytest.raises(Refused) as why:
        tell_change([SOUP], place="De Wel")
    assert why.value.faults == {"form": SAME}
    with pytest.raises(Refused) as why:
        tell_change([SOUP], place="")
    assert "form" not in why.value.faults
    with pytest.raises(Refused, match="gestopt"):
        tell_change([SOUP, STOPPED], place="Elders")


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ([NOTED], "offer_confirmed"),
        ([STOPPED], "offer_stopped"),
        ([*tell_change([SOUP], via="gesproken", place="Elders")], "offer_confirmed"),
        ([*tell_change([SOUP], via="gebeld", place="Elders"), CODED], "offer_confirmed"),
    ],
)
def test_what_was_not_said_leaves_the_offer_as_it_was(given: Sequence[Event], answer: str) -> None:
    disputed = dispute_offer_answer([SOUP, *given])
    assert (disputed.answer, disputed.place, disputed.paused) == (answer, "De Wel", False)
    assert disputed.kind == ("inloop" if CODED in given else None)
    assert running_offer([SOUP, *given, disputed]).place == "De Wel"


def test_what_rested_before_rests_again() -> None:
    rests = OfferPaused(offer="soep")
    disputed = dispute_offer_answer([SOUP, rests, NOTED])
    assert disputed.paused
    with pytest.raises(Refused, match="rust al"):
        pause_offer([SOUP, rests, NOTED, disputed])
    assert dispute_offer_answer([SOUP, rests, NOTED, disputed, STOPPED]).paused


def test_a_later_description_stays() -> None:
    said = tell_change([SOUP], via="gebeld", place="Elders")
    later = OfferRevised(offer="soep", name="Soep en brood", place="De Hoeken")
    assert dispute_offer_answer([SOUP, *said, later]).place == "De Hoeken"


@pytest.mark.parametrize(
    "given",
    [
        [],
        [OfferConfirmed(offer="soep")],
        [NOTED, OfferConfirmed(offer="soep")],
        [NOTED, OfferPaused(offer="soep")],
        [NOTED, OfferAnswerDisputed(offer="soep", name="Soep", answer="offer_confirmed")],
    ],
)
def test_only_what_another_wrote_down_last_can_be_disputed(given: list[Event]) -> None:
    with pytest.raises(Refused, match="niemand iets voor jullie op"):
        dispute_offer_answer([SOUP, *given])


def test_an_answer_says_how_it_came() -> None:
    assert confirm_offer([SOUP], via="gemaild").via == "gemaild"
    assert stop_offer([SOUP], reason="Weg.", via="gesproken").via == "gesproken"
