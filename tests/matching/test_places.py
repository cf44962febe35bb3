"""Does an offer reach a place? One test per way to reach it."""

from typing import Any

import pytest

from alliance.matching import reach
from tests.matching.cast import PLACES, offer

FLORABUURT, SCHENKEL = "BU11", "WK1"


@pytest.mark.parametrize(
    ("areas", "place", "text"),
    [
        (("BU11",), FLORABUURT, "Is in Florabuurt."),
        (("BU12",), FLORABUURT, "Is in Molenbuurt."),
        (("WK1",), FLORABUURT, "Is in Schenkel."),
        (("GM1",), FLORABUURT, "Is in de hele gemeente."),
        (("WK1",), SCHENKEL, "Is in Schenkel."),
        (("BU12",), SCHENKEL, "Is in Molenbuurt."),
        (("schollevaar",), "BU21", "Is in Schollevaar."),
        (("WK2",), "schollevaar", "Is in Schollevaar Zuid."),
        (("BU21",), "schollevaar", "Is in Burgenbuurt."),
        (("GM1",), "rondelen", "Is in de hele gemeente."),
        (("rondelen",), "rondelen", "Is in Rondelen."),
        (("BU21",), "GM1", "Is in Burgenbuurt."),
        (("WK2", "BU11"), FLORABUURT, "Is in Florabuurt."),
    ],
)
def test_an_offer_reaches_a_place(areas: tuple[str, ...], place: str, text: str) -> None:
    found = reach(offer(areas=areas), PLACES[place])
    assert (found.verdict, found.text) == (None, text)


@pytest.mark.parametrize(
    ("areas", "place"),
    [(("WK2",), SCHENKEL), (("BU21",), FLORABUURT), (("schollevaar",), SCHENKEL)],
)
def test_an_offer_in_another_wijk_does_not_count(areas: tuple[str, ...], place: str) -> None:
    assert reach(offer(areas=areas), PLACES[place]).verdict == "telt_niet"


@pytest.mark.parametrize(
    ("way", "text"),
    [
        ("aan_huis", "Is er aan huis, waar je ook woont."),
        ("telefoon", "Is er per telefoon, waar je ook woont."),
        ("online", "Is er online, waar je ook woont."),
    ],
)
def test_what_comes_to_you_reaches_every_place(way: str, text: str) -> None:
    for place in PLACES.values():
        found = reach(offer(reach=way, areas=()), place)
        assert (found.verdict, found.text) == (None, text)


def test_what_comes_to_you_in_one_wijk_does_not_reach_another() -> None:
    at_home = offer(reach="aan_huis", areas=("WK1",))
    assert reach(at_home, PLACES["WK1"]).text == "Is er aan huis, in Schenkel."
    assert reach(at_home, PLACES["WK2"]).verdict == "telt_niet"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"areas": ()}, SCHENKEL),
        ({"areas": (), "reach": None}, SCHENKEL),
        ({"areas": ("XX9",)}, SCHENKEL),
        ({"areas": ("WK2", "XX9")}, SCHENKEL),
        ({"areas": ("rondelen",)}, SCHENKEL),
        ({"areas": ("WK1",)}, "rondelen"),
    ],
)
def test_an_unknown_place_fits_perhaps_and_asks(change: dict[str, Any], place: str) -> None:
    found = reach(offer(**change), PLACES[place])
    assert found.verdict == "misschien"
    assert found.question == "In welke wijken is De Wel?"


def test_a_gebied_without_areas_is_still_to_be_linked() -> None:
    assert not PLACES["rondelen"].linked
    assert PLACES["schollevaar"].linked
