"""Rules of offers: five fields to begin with, and kept right from then on."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from alliance.events import offers_rules as words
from alliance.events.base import Event
from alliance.events.offers import (
    CapacityStated,
    OfferCoded,
    OfferConfirmed,
    OfferPaused,
    OfferRegistered,
    OfferRevised,
    OfferStopped,
    OfferWithdrawn,
)
from alliance.events.offers_rules import (
    code_offer,
    confirm_offer,
    offer_now,
    pause_offer,
    register_offer,
    revise_offer,
    state_capacity,
    stop_offer,
    withdraw_offer,
)
from alliance.events.state import UNCHANGED, WHY
from tests.refusals import faults

COFFEE = OfferRegistered(
    offer="b1",
    name="Koffieochtend",
    for_whom="Iedereen die een praatje wil",
    place="De Wel",
    joining="Loop binnen",
    contact="010 000 00 00",
    organisation="wel",
)
FROM_PLAN = OfferRegistered(offer="b2", name="Maatjes", provider="Welzijn", kind="maatje")
CONFIRMED = OfferConfirmed(offer="b1")
PAUSED = OfferPaused(offer="b1", reason="Zomer")
STOPPED = OfferStopped(offer="b1", reason="Geen geld meer.", lesson="Begin klein.")
WITHDRAWN = OfferWithdrawn(offer="b1", reason="Stond er dubbel.")


def register(**changes: object) -> OfferRegistered:
    """Register the usual offer, with some of it changed."""
    usual = {
        "offer": "b1",
        "name": " Koffieochtend",
        "for_whom": "Iedereen die een praatje wil ",
        "place": "De Wel",
        "joining": "Loop binnen",
        "contact": "010 000 00 00",
        "organisation": "wel",
    }
    return register_offer(**(usual | changes))  # type: ignore[arg-type]


def test_an_offer_is_registered_in_five_fields() -> None:
    assert register() == COFFEE


@pytest.mark.parametrize(
    "where", [{"areas": ("WK050202",)}, {"reach": "telefoon"}, {"reach": "aan_huis"}]
)
def test_an_area_or_another_way_of_reaching_is_place_enough(where: dict[str, object]) -> None:
    assert register(place="", **where).place is None


@pytest.mark.parametrize("known", [{"joining": ""}, {"contact": ""}])
def test_one_way_to_get_in_is_enough(known: dict[str, object]) -> None:
    assert register(**known).name == "Koffieochtend"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"name": " ", "for_whom": "", "place": "", "joining": "", "contact": " "},
            {
                "name": words.NO_NAME,
                "for_whom": words.NO_AUDIENCE,
                "place": words.NO_PLACE,
                "contact": words.NO_CONTACT,
            },
        ),
        ({"place": "", "reach": "plek"}, {"place": words.NO_PLACE}),
        (
            {"starts": date(2026, 3, 2), "ends": date(2026, 3, 1)},
            {"ends": words.ENDS_FIRST},
        ),
        (
            {"joining": "x" * 201},
            {"joining": "Maak dit korter: hoogstens 200 tekens. Nu zijn het er 201."},
        ),
    ],
)
def test_an_offer_is_refused_when(changes: dict[str, object], why: dict[str, str]) -> None:
    assert faults(lambda: register(**changes)) == why


def test_a_revision_gives_the_whole_offer_as_it_is_now() -> None:
    made = revise_offer([COFFEE], place=" De Serre", areas=("WK050202",))
    assert made == OfferRevised(
        offer="b1",
        name="Koffieochtend",
        for_whom="Iedereen die een praatje wil",
        place="De Serre",
        areas=("WK050202",),
        joining="Loop binnen",
        contact="010 000 00 00",
        organisation="wel",
    )


def test_what_the_plan_did_not_say_may_stay_unknown() -> None:
    assert revise_offer([FROM_PLAN], name="Maatjesproject").for_whom is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, {"form": UNCHANGED}),
        ({"name": " "}, {"name": words.NO_NAME}),
        ({"for_whom": None, "place": ""}, {"for_whom": words.NO_AUDIENCE, "place": words.NO_PLACE}),
        ({"joining": None, "contact": None}, {"contact": words.NO_CONTACT}),
    ],
)
def test_a_revision_is_refused_when(changes: words.OfferChanges, why: dict[str, str]) -> None:
    assert faults(lambda: revise_offer([COFFEE], **changes)) == why


def test_coding_keeps_the_words_that_are_not_named() -> None:
    before = OfferCoded(offer="b2", kind="maatje", needs=("netwerk",), target_groups=(), areas=())
    made = code_offer([FROM_PLAN, before], target_groups=("ouderen",), reach="aan_huis")
    assert made == OfferCoded(
        offer="b2",
        kind="maatje",
        needs=("netwerk",),
        target_groups=("ouderen",),
        areas=(),
        reach="aan_huis",
    )


@pytest.mark.parametrize(
    ("given", "codes", "why"),
    [
        ([COFFEE], {"needs": ("netwerk",)}, {"kind": words.NO_KIND}),
        ([FROM_PLAN], {"kind": "maatje"}, {"form": UNCHANGED}),
        (
            [FROM_PLAN],
            {"barriers_removed": ("geld",), "barriers_present": ("geld", "taal")},
            {"barriers_present": words.BOTH_WAYS},
        ),
    ],
)
def test_coding_is_refused_when(
    given: Sequence[Event], codes: words.OfferCodes, why: dict[str, str]
) -> None:
    assert faults(lambda: code_offer(given, **codes)) == why


@pytest.mark.parametrize("given", [[COFFEE], [COFFEE, CONFIRMED], [COFFEE, PAUSED]])
def test_an_offer_is_confirmed_as_often_as_someone_says_so(given: Sequence[Event]) -> None:
    assert confirm_offer(given) == CONFIRMED


def test_room_is_stated_and_stated_again() -> None:
    full = CapacityStated(offer="b1", capacity="vol")
    assert state_capacity([COFFEE], capacity="vol") == full
    assert state_capacity([COFFEE, full], capacity="vol") == full


@pytest.mark.parametrize("capacity", [None, "half"])
def test_room_is_refused_when_it_is_no_choice(capacity: str | None) -> None:
    told = faults(lambda: state_capacity([COFFEE], capacity=capacity))
    assert told == {"capacity": words.NO_CAPACITY}


def test_an_offer_rests_once_until_it_is_confirmed() -> None:
    assert pause_offer([COFFEE], reason="Zomer ") == PAUSED
    assert faults(lambda: pause_offer([COFFEE, PAUSED])) == {"form": words.PAUSED}
    assert pause_offer([COFFEE, PAUSED, CONFIRMED]) == OfferPaused(offer="b1")


def test_an_offer_stops_with_its_reason_and_lesson() -> None:
    assert stop_offer([COFFEE], reason="Geen geld meer.", lesson="Begin klein. ") == STOPPED
    assert stop_offer([COFFEE], reason="Geen geld meer.").lesson is None
    told = faults(lambda: stop_offer([COFFEE], reason=" "))
    assert told == {"reason": "Schrijf in één zin waarom het stopt."}


@pytest.mark.parametrize("given", [[COFFEE], [COFFEE, PAUSED], [COFFEE, STOPPED]])
def test_whatever_became_of_it_an_offer_is_taken_back(given: Sequence[Event]) -> None:
    assert withdraw_offer(given, reason="Stond er dubbel.") == WITHDRAWN
    assert faults(lambda: withdraw_offer(given, reason="")) == {"reason": WHY}


AWAY = [([], words.UNKNOWN), ([COFFEE, WITHDRAWN], words.WITHDRAWN)]


@pytest.mark.parametrize(("given", "why"), [*AWAY, ([COFFEE, STOPPED], words.STOPPED)])
@pytest.mark.parametrize(
    "act",
    [
        lambda given: revise_offer(given, name="Anders"),
        lambda given: code_offer(given, kind="maatje"),
        lambda given: confirm_offer(given),
        lambda given: state_capacity(given, capacity="vol"),
        lambda given: pause_offer(given),
        lambda given: stop_offer(given, reason="Klaar."),
    ],
    ids=["revise", "code", "confirm", "capacity", "pause", "stop"],
)
def test_an_offer_that_does_not_run_is_left_alone(
    act: Callable[[Sequence[Event]], Event], given: Sequence[Event], why: str
) -> None:
    assert faults(lambda: act(given)) == {"form": why}


@pytest.mark.parametrize(("given", "why"), AWAY)
def test_an_offer_that_is_not_there_is_not_taken_back(given: Sequence[Event], why: str) -> None:
    assert faults(lambda: withdraw_offer(given, reason="Dubbel.")) == {"form": why}


def test_an_offer_says_what_was_last_said_of_it() -> None:
    assert offer_now([COFFEE, CONFIRMED]).name == "Koffieochtend"
