"""White spots, where people recognise the persona; and offers that wait for a confirmation."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from alliance.events.offers import OfferPaused
from alliance.matching import FRESH
from alliance.projections.coverage_gaps import gaps, to_confirm
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


def keys(asked: Asked) -> list[str]:
    return [gap.key for gap in asked(gaps, MONDAY)]


def test_a_gap_is_there_only_where_the_persona_is_recognised(given: Given, asked: Asked) -> None:
    given(*ALLIANCE)
    assert keys(asked) == []
    given(recognised("WK2"), recognised("WK3", answer=False))
    assert keys(asked) == ["gap:yonas:netwerk:WK2", "gap:yonas:maatje:WK2"]


def test_wijken_that_make_a_gebied_are_one_gap_by_its_name(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, recognised("WK1"))
    assert keys(asked) == [
        "gap:yonas:netwerk:WK1",
        "gap:yonas:netwerk:schollevaar",
        "gap:yonas:maatje:WK1",
        "gap:yonas:maatje:schollevaar",
    ]


def test_a_gap_says_for_whom_where_what_and_why(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, registered(stage="gepland"))
    first, second = asked(gaps, MONDAY)
    assert first.title == "Iemand als Yonas in Schollevaar: “Eigen netwerk”"
    assert first.sentence == (
        "Voor iemand als Yonas (nieuwkomer) is in Schollevaar niets passends voor “Eigen netwerk”. "
        "Wat er is, past niet: 1 keer is het nog een plan."
    )
    assert (first.wijken, first.target_groups) == (("WK2", "WK3"), ("nieuwkomers",))
    assert (first.weight, first.first, first.forms) == (1, True, ("sociaal",))
    assert (second.weight, second.first) == (1 / 2, False)


def test_a_gap_says_who_said_first_that_they_live_here(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, recognised("WK3"), at=MONDAY - timedelta(9))
    given(recognised("WK2"), at=MONDAY)
    [gap, _] = asked(gaps, MONDAY)
    assert (gap.area, gap.seen.on) == ("schollevaar", MONDAY - timedelta(9))
    assert gap.is_for("yonas", "WK2") and gap.is_for("yonas", None)
    assert not gap.is_for("yonas", "WK1") and not gap.is_for("zeynep", "WK2")


def test_a_gap_elsewhere_is_no_gap_everywhere(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, registered(areas=("WK3",)))
    gap, rest = asked(gaps, MONDAY)
    assert (gap.key, gap.everywhere) == ("gap:yonas:netwerk:WK2", False)
    assert (rest.key, rest.everywhere) == ("gap:yonas:maatje:schollevaar", True)


def test_what_is_for_someone_else_or_may_come_to_fit_is_no_gap(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, *IN_SCHOLLEVAAR, registered(needs=("netwerk", "maatje"), areas=()))
    assert keys(asked) == []


def test_offers_that_count_wait_for_a_confirmation(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, registered("a"), registered("b", needs=("netwerk", "maatje")))
    given(registered("gids", kind="vindplaats"), registered("plan", stage="gepland"))
    given(registered("los", needs=()), registered("rust"), OfferPaused(offer="rust"))
    given(*confirmed("c"), at=MONDAY)
    found = asked(to_confirm, MONDAY)
    assert [(one.key, one.state, one.serves) for one in found] == [
        ("confirm:b", "nog te bevestigen", ("Yonas", "Zeynep")),
        ("confirm:a", "nog te bevestigen", ("Yonas",)),
    ]
    assert [one.state for one in asked(to_confirm, MONDAY + FRESH * 2)] == [
        "nog te bevestigen",
        "nog te bevestigen",
        "verouderd",
    ]


def test_an_offer_for_another_group_serves_no_one_here(given: Given, asked: Asked) -> None:
    given(*ALLIANCE, registered("jong", target_groups=("ouderen",)))
    assert [one.serves for one in asked(to_confirm, MONDAY)] == [()]
