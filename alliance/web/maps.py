"""Drawing areas: outlines in metres become paths, each with a place for its number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from pathlib import Path

from alliance.config import PERSONA_DATA
from alliance.projections import places
from alliance.sources import maps
from alliance.sources.maps import OtherMap, Outline, Point, Ring
from alliance.web.pages import ask

STEPS = 24
"""In so many steps across an area we look for the point that is farthest from its border."""


@dataclass(frozen=True)
class Shape:
    """One area: its path, and the point well inside it where its number stands."""

    d: str
    x: int
    y: int


@dataclass(frozen=True)
class Drawing:
    """Areas side by side, in metres from the top left corner."""

    width: int
    height: int
    shapes: Mapping[str, Shape]


def drawing(level: str, codes: Iterable[str]) -> Drawing | None:
    """These areas of one level; None when the adopted map file does not draw all of them."""
    wanted = frozenset(codes)
    for adoption in ask(places.adopted):
        for file in adoption.maps:
            if file.level == level:
                try:
                    found = drawn(PERSONA_DATA / Path(file.file).name, file.digest, wanted)
                except OtherMap:
                    continue
                if wanted and found.shapes.keys() == wanted:
                    return found
    return None


@lru_cache(maxsize=64)
def drawn(path: Path, digest: str, codes: frozenset[str]) -> Drawing:
    """These areas from one map file; raises OtherMap when it is not the adopted one."""
    known = maps.draw(path, digest)
    return lay_out([known[code] for code in sorted(codes) if code in known])


def lay_out(outlines: Sequence[Outline]) -> Drawing:
    """Outlines as paths; north is up, so what lies further north has a smaller y."""
    points = [point for outline in outlines for ring in outline.rings for point in ring]
    if not points:
        return Drawing(0, 0, {})
    left, top = min(x for x, _ in points), max(y for _, y in points)
    width, height = max(x for x, _ in points) - left, top - min(y for _, y in points)
    shapes = {}
    for outline in outlines:
        rings = [tuple((x - left, top - y) for x, y in ring) for ring in outline.rings]
        x, y = inner_point(rings)
        shapes[outline.code] = Shape("".join(map(path_of, rings)), round(x), round(y))
    return Drawing(round(width), round(height), shapes)


def path_of(ring: Ring) -> str:
    """One closed ring in the words of SVG, in whole metres."""
    return "M" + "L".join(f"{round(x)} {round(y)}" for x, y in ring[:-1]) + "Z"


def inner_point(rings: Sequence[Ring]) -> Point:
    """The point inside these rings that lies farthest from any border."""
    return max(grid(rings), key=lambda point: room_at(point, rings))


def grid(rings: Sequence[Ring]) -> Iterator[Point]:
    """Points in equal steps over the rectangle around these rings."""
    across, down = zip(*(point for ring in rings for point in ring), strict=True)
    for column in range(1, STEPS):
        for row in range(1, STEPS):
            x = min(across) + (max(across) - min(across)) * column / STEPS
            yield x, min(down) + (max(down) - min(down)) * row / STEPS


def room_at(point: Point, rings: Sequence[Ring]) -> float:
    """How far a point is from the nearest border; below zero outside."""
    edges = [edge for ring in rings for edge in zip(ring, ring[1:], strict=False)]
    nearest = min(distance(point, *edge) for edge in edges)
    crossed = sum(crosses(point, *edge) for edge in edges)
    return nearest if crossed % 2 else -nearest


def crosses(point: Point, start: Point, end: Point) -> bool:
    """Whether a line from this point to the right crosses this edge."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    return (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1)


def distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from an edge."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = ((x - x1) * dx + (y - y1) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(x - x1 - along * dx, y - y1 - along * dy)
