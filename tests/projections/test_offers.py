"""What is there, for whom and where, and is it still right, after these things happened."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

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
from alliance.projections import offers
from alliance.projections.offers import Counts, Filter, OfferRow
from alliance.projections.paging import Page
from tests.projections.conftest import Given

Asked = Callable[..., Any]
SUNDAY = date(2026, 11, 22)
COFFEE = OfferRegistered(
    offer="b1",
    name="Élke week koffie",
    organisation="wel",
    kind="inloop",
    needs=("netwerk", "praatje"),
    target_groups=("ouderen",),
    areas=("WK050202",),
    place="De Wel",
    check=True,
)
BUDDY = OfferRegistered(offer="b2", name="Maatje 100%", reach="telefoon", source="plan")
CODED = OfferCoded(
    offer="b2", kind="maatje", needs=("netwerk",), target_groups=("alle",), areas=("GM0502",)
)


def ids(page: Page[OfferRow]) -> list[str]:
    return [row.offer for row in page.rows]


def test_an_offer_is_as_it_was_registered(given: Given, asked: Asked) -> None:
    given(COFFEE, by="fatima", at=SUNDAY)
    row = asked(offers.one, "b1", SUNDAY)
    assert (row.name, row.needs, row.areas) == (COFFEE.name, COFFEE.needs, ("WK050202",))
    assert (row.author, row.registered_on, row.capacity) == ("fatima", SUNDAY, None)
    assert (row.state, row.word) == ("te_bevestigen", "nog te bevestigen")


def test_an_unknown_offer_is_none(given: Given, asked: Asked) -> None:
    given(OfferCoded(offer="b9", kind="maatje", needs=(), target_groups=(), areas=()))
    given(OfferConfirmed(offer="b9"))
    assert asked(offers.one, "b9", SUNDAY) is None


def test_a_revised_offer_is_found_by_its_new_words_only(given: Given, asked: Asked) -> None:
    given(COFFEE, by="fatima", at=SUNDAY)
    given(OfferRevised(offer="b1", name="Thee", needs=("rust",)), by="jan", at=date(2026, 11, 30))
    row = asked(offers.one, "b1", SUNDAY)
    assert (row.name, row.place, row.author, row.registered_on) == ("Thee", None, "fatima", SUNDAY)
    assert ids(asked(offers.page, Filter(need="netwerk"), SUNDAY)) == []
    assert ids(asked(offers.page, Filter(need="rust"), SUNDAY)) == ["b1"]


def test_a_coded_offer_keeps_its_reach_unless_it_is_named(given: Given, asked: Asked) -> None:
    given(BUDDY, CODED)
    row = asked(offers.one, "b2", SUNDAY)
    assert (row.kind, row.needs, row.areas, row.reach) == (
        "maatje",
        ("netwerk",),
        ("GM0502",),
        "telefoon",
    )
    given(OfferCoded(offer="b2", kind="maatje", needs=(), target_groups=(), areas=(), reach="plek"))
    assert asked(offers.one, "b2", SUNDAY).reach == "plek"


def test_a_confirmed_offer_grows_outdated(given: Given, asked: Asked) -> None:
    given(COFFEE)
    given(OfferConfirmed(offer="b1"), by="jan", at=SUNDAY)
    row = asked(offers.one, "b1", SUNDAY + timedelta(days=183))
    assert (row.state, row.word) == ("bevestigd", "bevestigd op 22 november 2026")
    assert (row.confirmed_on, row.confirmed_by, row.check) == (SUNDAY, "jan", False)
    row = asked(offers.one, "b1", SUNDAY + timedelta(days=184))
    assert (row.state, row.word) == ("verouderd", "verouderd, bevestigd op 22 november 2026")


def test_room_is_known_with_its_day(given: Given, asked: Asked) -> None:
    given(COFFEE)
    given(CapacityStated(offer="b1", capacity="vol"), at=SUNDAY)
    row = asked(offers.one, "b1", SUNDAY)
    assert (row.capacity, row.capacity_on) == ("vol", SUNDAY)


def test_a_paused_offer_runs_again_once_confirmed(given: Given, asked: Asked) -> None:
    given(COFFEE, OfferPaused(offer="b1", reason="Zomer."))
    row = asked(offers.one, "b1", SUNDAY)
    assert (row.word, row.reason) == ("gepauzeerd", "Zomer.")
    given(OfferConfirmed(offer="b1"), at=SUNDAY)
    row = asked(offers.one, "b1", SUNDAY)
    assert (row.state, row.reason) == ("bevestigd", None)


def test_a_stopped_offer_says_why_and_what_it_taught(given: Given, asked: Asked) -> None:
    given(COFFEE, OfferStopped(offer="b1", reason="Geld op.", lesson="Begin klein."))
    row = asked(offers.one, "b1", SUNDAY)
    assert (row.word, row.reason, row.lesson) == ("gestopt", "Geld op.", "Begin klein.")


def test_an_offer_taken_back_is_on_no_list_but_still_there(given: Given, asked: Asked) -> None:
    given(COFFEE, OfferWithdrawn(offer="b1", reason="Dubbel."))
    assert asked(offers.one, "b1", SUNDAY).word == "teruggenomen"
    assert ids(asked(offers.page, Filter(), SUNDAY)) == []
    assert ids(asked(offers.page, Filter(state="teruggenomen"), SUNDAY)) == ["b1"]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (OfferRevised(offer="b1", name="Thee", stage="gepland"), "gepland"),
        (OfferRevised(offer="b1", name="Thee", starts=SUNDAY + timedelta(days=1)), "gepland"),
        (OfferRevised(offer="b1", name="Thee", starts=SUNDAY, ends=SUNDAY), "bevestigd"),
        (OfferRevised(offer="b1", name="Thee", ends=SUNDAY - timedelta(days=1)), "afgelopen"),
    ],
)
def test_an_offer_runs_between_its_days(
    given: Given, asked: Asked, said: Event, state: str
) -> None:
    given(COFFEE, OfferConfirmed(offer="b1"), said, at=SUNDAY)
    assert asked(offers.one, "b1", SUNDAY).state == state


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), ["b2", "b1"]),
        (Filter(search="KOFF"), ["b1"]),
        (Filter(search="élke"), ["b1"]),
        (Filter(search="0%"), ["b2"]),
        (Filter(search="%0"), []),
        (Filter(organisation="wel"), ["b1"]),
        (Filter(kind="maatje"), ["b2"]),
        (Filter(need="netwerk"), ["b2", "b1"]),
        (Filter(need="netwerk", target_group="ouderen"), ["b1"]),
        (Filter(areas=("GM0502", "WK050205")), ["b2"]),
        (Filter(author="fatima"), ["b2"]),
        (Filter(check=True), ["b1"]),
        (Filter(state="te_bevestigen"), ["b2", "b1"]),
        (Filter(state="gestopt"), []),
    ],
)
def test_a_filter_leaves_only_what_is_asked(
    given: Given, asked: Asked, wanted: Filter, found: list[str]
) -> None:
    given(COFFEE, by="import")
    given(BUDDY, CODED, by="fatima")
    assert ids(asked(offers.page, wanted, SUNDAY)) == found


def test_an_organisation_sees_everything_of_its_own(given: Given, asked: Asked) -> None:
    given(COFFEE, BUDDY, OfferStopped(offer="b1", reason="Geld op."))
    assert [row.offer for row in asked(offers.of_organisation, "wel", SUNDAY)] == ["b1"]


def test_an_area_has_what_runs_there(given: Given, asked: Asked) -> None:
    given(COFFEE, BUDDY, CODED)
    both = ("WK050202", "GM0502")
    assert [row.offer for row in asked(offers.in_area, both, SUNDAY)] == ["b2", "b1"]
    assert asked(offers.in_area, (), SUNDAY) == ()
    given(OfferPaused(offer="b2"))
    assert [row.offer for row in asked(offers.in_area, both, SUNDAY)] == ["b1"]


def test_an_offer_waits_for_its_words_until_it_is_coded(given: Given, asked: Asked) -> None:
    given(COFFEE, BUDDY)
    assert ids(asked(offers.to_code, SUNDAY)) == ["b2"]
    given(CODED)
    assert ids(asked(offers.to_code, SUNDAY)) == []


def test_an_offer_that_meets_no_need_by_itself_misses_none(given: Given, asked: Asked) -> None:
    fund = OfferCoded(offer="b2", kind="fonds", needs=(), target_groups=("alle",), areas=())
    given(BUDDY, fund)
    assert ids(asked(offers.to_code, SUNDAY)) == ["b2"]
    assert ids(asked(offers.to_code, SUNDAY, needless=["fonds"])) == []
    for_nobody = OfferRevised(offer="b2", name="Maatje", kind="fonds")
    given(for_nobody)
    assert ids(asked(offers.to_code, SUNDAY, needless=["fonds"])) == ["b2"]


def test_numbers_say_how_many_stand_how(given: Given, asked: Asked) -> None:
    given(COFFEE, BUDDY)
    given(OfferRegistered(offer="b3", name="Gestopt"), OfferStopped(offer="b3", reason="Op."))
    given(OfferRegistered(offer="b4", name="Dub"), OfferWithdrawn(offer="b4", reason="Dubbel."))
    given(OfferConfirmed(offer="b1"), at=SUNDAY)
    assert asked(offers.counts, SUNDAY) == Counts(
        all=3, running=2, confirmed=1, to_confirm=1, outdated=0
    )
