"""Map files: outlines that are closed, belong to an area, and are still the adopted ones."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from alliance.config import PERSONA_DATA
from alliance.sources import Unfit
from alliance.sources.maps import OtherMap, digest_of, draw
from alliance.sources.plan import read_plan

Edit = Callable[[Any], object]


def faults_after(folder: Path, file: str, edit: Edit) -> list[str]:
    path = folder / file
    content = json.loads(path.read_text("utf-8"))
    edit(content)
    path.write_text(json.dumps(content), "utf-8")
    with pytest.raises(Unfit) as refused:
        read_plan(folder)
    return [str(fault) for fault in refused.value.faults]


def geometry(content: Any) -> Any:
    return content["features"][0]["geometry"]


def test_a_ring_that_is_not_closed_is_refused(folder: Path) -> None:
    def open_ring(content: Any) -> None:
        geometry(content)["coordinates"][0][-1][0] += 1

    assert faults_after(folder, "wijken.geojson", open_ring) == [
        "wijken.geojson, feature 1 (WK050201): een ring is niet gesloten:"
        " het laatste punt moet gelijk zijn aan het eerste."
    ]


def test_a_line_is_no_area(folder: Path) -> None:
    edit: Edit = lambda content: geometry(content).update(type="LineString")  # noqa: E731
    (fault,) = faults_after(folder, "buurten.geojson", edit)
    assert fault.startswith("buurten.geojson, feature 1: hier hoort een gebied met code")


def test_words_are_no_coordinates(folder: Path) -> None:
    edit: Edit = lambda content: geometry(content).update(coordinates=[[["a", "b"]]])  # noqa: E731
    assert len(faults_after(folder, "buurten.geojson", edit)) == 1


def test_two_points_are_no_ring(folder: Path) -> None:
    edit: Edit = lambda content: geometry(content).update(coordinates=[[[0, 0], [0, 0]]])  # noqa: E731
    (fault,) = faults_after(folder, "gemeente.geojson", edit)
    assert fault.endswith("een ring heeft minstens 4 punten nodig.")


def test_an_area_without_any_ring_is_refused(folder: Path) -> None:
    edit: Edit = lambda content: geometry(content).update(coordinates=[])  # noqa: E731
    (fault,) = faults_after(folder, "gemeente.geojson", edit)
    assert fault.endswith("dit gebied heeft geen omtrek.")


def test_an_area_without_outline_is_refused(folder: Path) -> None:
    edit: Edit = lambda content: content["features"].pop()  # noqa: E731
    assert faults_after(folder, "wijken.geojson", edit) == [
        "wijken.geojson, WK050209: dit gebied staat in areas.csv maar heeft hier geen omtrek."
    ]


def test_an_outline_of_no_known_area_is_refused(folder: Path) -> None:
    def rename(content: Any) -> None:
        content["features"][0]["properties"]["code"] = "WK999999"

    found = faults_after(folder, "wijken.geojson", rename)
    assert "wijken.geojson, WK999999: dit gebied staat niet in areas.csv." in found


def test_a_map_that_is_no_map_is_refused(folder: Path) -> None:
    (folder / "wijken.geojson").write_text("[1, 2", "utf-8")
    (folder / "buurten.geojson").write_text("[1, 2]", "utf-8")
    (folder / "gemeente.geojson").unlink()
    with pytest.raises(Unfit) as refused:
        read_plan(folder)
    assert [fault.file for fault in refused.value.faults] == [
        "buurten.geojson",
        "gemeente.geojson",
        "wijken.geojson",
    ]


def test_the_adopted_map_is_drawn_by_code() -> None:
    path = PERSONA_DATA / "wijken.geojson"
    drawn = draw(path, digest_of(path.read_bytes()))
    assert len(drawn) == 9
    schenkel = drawn["WK050206"]
    assert schenkel.name == "Schenkel"
    assert schenkel.rings[0][0] == schenkel.rings[0][-1]


def test_an_area_of_several_parts_has_the_rings_of_each(tmp_path: Path) -> None:
    ring = [[0, 0], [0, 1], [1, 1], [0, 0]]
    parts = {"type": "MultiPolygon", "coordinates": [[ring], [ring, ring]]}
    feature = {"properties": {"code": "WK1", "name": "Eiland"}, "geometry": parts}
    path = tmp_path / "wijken.geojson"
    path.write_text(json.dumps({"features": [feature]}), "utf-8")
    assert len(draw(path, digest_of(path.read_bytes()))["WK1"].rings) == 3


def test_another_map_than_the_adopted_one_is_not_drawn(tmp_path: Path) -> None:
    with pytest.raises(OtherMap):
        draw(PERSONA_DATA / "wijken.geojson", "0" * 64)
    with pytest.raises(OtherMap):
        draw(tmp_path / "weg.geojson", "0" * 64)
