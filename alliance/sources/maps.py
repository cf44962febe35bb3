"""Map files: the outlines of areas in metres of the national grid (RD), to be drawn as they are."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from alliance.sources.faults import Fault

SHORTEST_RING = 4
"""A triangle: three corners, and the first one again."""

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Outline:
    """One area on the map: its rings, the first of each part outside and holes after it."""

    code: str
    name: str
    rings: tuple[Ring, ...]


class OtherMap(Exception):
    """The map file is not the one that was adopted: take it in again before drawing it."""


@lru_cache(maxsize=8)
def draw(path: Path, digest: str) -> Mapping[str, Outline]:
    """The outlines by code; raises OtherMap when the file is gone or not the adopted one."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OtherMap(f"{path.name} cannot be read") from error
    if digest_of(content) != digest:
        raise OtherMap(f"{path.name} is not the file that was adopted")
    return {outline.code: outline for outline in outlines(content, path.name, [])}


def digest_of(content: bytes) -> str:
    """The SHA-256 by which an adopted map file is known again."""
    return hashlib.sha256(content).hexdigest()


def outlines(content: bytes, file: str, faults: list[Fault]) -> Iterator[Outline]:
    """The outlines of a GeoJSON file that fit; the faults are added to the list."""
    try:
        features = msgspec.json.decode(content)["features"]
    except (msgspec.DecodeError, UnicodeDecodeError, LookupError, TypeError) as error:
        what = f"dit is geen GeoJSON met een lijst features ({error})."
        faults.append(Fault(file, "", what))
        return
    for number, feature in enumerate(features if isinstance(features, list) else [], 1):
        outline = _outline(feature)
        where = f"feature {number}" + (f" ({outline.code})" if outline else "")
        if wrong := _wrong(outline):
            faults.append(Fault(file, where, wrong))
        elif outline:
            yield outline


def _outline(feature: Any) -> Outline | None:
    try:
        properties, geometry = feature["properties"], feature["geometry"]
        parts = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            parts = [parts]
        elif geometry["type"] != "MultiPolygon":
            return None
        rings = tuple(
            tuple((float(point[0]), float(point[1])) for point in ring)
            for part in parts
            for ring in part
        )
        return Outline(str(properties["code"]), str(properties["name"]), rings)
    except (LookupError, TypeError, ValueError):
        return None


def _wrong(outline: Outline | None) -> str | None:
    if outline is None:
        return "hier hoort een gebied met code, name en een Polygon of MultiPolygon van getallen."
    if not outline.rings:
        return "dit gebied heeft geen omtrek."
    if any(len(ring) < SHORTEST_RING for ring in outline.rings):
        return f"een ring heeft minstens {SHORTEST_RING} punten nodig."
    if any(ring[0] != ring[-1] for ring in outline.rings):
        return "een ring is niet gesloten: het laatste punt moet gelijk zijn aan het eerste."
    return None
