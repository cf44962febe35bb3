"""Places: wijken and buurten, their names, and whom to call there."""

from collections.abc import Callable
from typing import Any

from alliance.events.words import Area, AreasAdopted, GebiedNamed, MapFile, RouteAdopted
from alliance.projections import places
from tests.projections.conftest import Given

GEMEENTE = Area(code="GM1", name="Capelle", level="gemeente")
SCHENKEL = Area(code="WK1", name="Schenkel", level="wijk", parent="GM1", residents=6295)
ZUID = Area(code="WK2", name="Schollevaar Zuid", level="wijk", parent="GM1")
FLORABUURT = Area(code="BU11", name="Florabuurt", level="buurt", parent="WK1")
SPORTPARK = Area(code="BU12", name="Sportpark", level="buurt", parent="WK1", inhabited=False)
WIJKEN = MapFile(level="wijk", file="wijken.geojson", digest="b" * 64)
AREAS = AreasAdopted(
    areas="GM1",
    year=2025,
    source="CBS 2025",
    map_file="buurten.geojson",
    map_digest="a" * 64,
    items=(GEMEENTE, ZUID, SCHENKEL, SPORTPARK, FLORABUURT),
    wider_maps=(WIJKEN,),
)
SCHOLLEVAAR = GebiedNamed(gebied="schollevaar", name="Schollevaar", areas=("WK2",), source="plan")
RONDELEN = GebiedNamed(gebied="rondelen", name="Rondelen", areas=(), source="plan", certain=False)


def route(key: str, areas: tuple[str, ...], reach: str | None = None) -> RouteAdopted:
    return RouteAdopted(
        route=key, worry="Je voelt je alleen", name=key, what="Loop eens binnen.", areas=areas,
        reach=reach, source="plan",
    )  # fmt: skip


def test_wijken_come_with_their_buurten_and_what_is_unknown(
    given: Given, asked: Callable[..., Any]
) -> None:
    given(AREAS)
    schenkel, zuid = asked(places.wijken)
    assert (schenkel.name, schenkel.residents) == ("Schenkel", 6295)
    assert schenkel.buurten == (FLORABUURT, SPORTPARK)
    assert (zuid.residents, zuid.inhabited, zuid.buurten) == (None, None, ())
    assert asked(places.wijk, "WK2") == zuid
    assert asked(places.wijk, "WK9") is None


def test_areas_adopted_anew_replace_the_old_ones(given: Given, asked: Callable[..., Any]) -> None:
    later = AreasAdopted(
        areas="GM1", year=2026, source="CBS 2026", map_file="b.geojson", map_digest="c" * 64,
        items=(GEMEENTE, SCHENKEL),
    )  # fmt: skip
    given(AREAS, later)
    assert list(asked(places.areas)) == ["GM1", "WK1"]
    [adoption] = asked(places.adopted)
    assert (adoption.year, adoption.source) == (2026, "CBS 2026")


def test_the_files_that_draw_the_map_are_known(given: Given, asked: Callable[..., Any]) -> None:
    given(AREAS)
    [adoption] = asked(places.adopted)
    assert adoption.maps == (
        MapFile(level="buurt", file="buurten.geojson", digest="a" * 64),
        WIJKEN,
    )


def test_every_area_and_gebied_has_a_name(given: Given, asked: Callable[..., Any]) -> None:
    given(AREAS, SCHOLLEVAAR, RONDELEN)
    names = asked(places.names)
    assert (names["BU11"], names["schollevaar"]) == ("Florabuurt", "Schollevaar")
    rondelen, schollevaar = asked(places.gebieden)
    assert (rondelen.areas, rondelen.certain) == ((), False)
    assert schollevaar.areas == ("WK2",)


def test_routes_are_those_of_the_area_and_those_from_anywhere(
    given: Given, asked: Callable[..., Any]
) -> None:
    given(AREAS, SCHOLLEVAAR, RONDELEN)
    given(route("loket", ("GM1",)), route("de_wel", ("WK1",)), route("bellen", (), "telefoon"))
    given(route("loket", ("GM1",), "plek"))
    assert [one.route for one in asked(places.routes)] == ["loket", "de_wel", "bellen"]
    assert [one.route for one in asked(places.routes, "BU11")] == ["loket", "de_wel", "bellen"]
    assert [one.route for one in asked(places.routes, "schollevaar")] == ["loket", "bellen"]
    assert [one.route for one in asked(places.routes, "rondelen")] == ["loket", "bellen"]
    assert [one.route for one in asked(places.routes, "WK9")] == ["bellen"]
