"""Areas and gebieden: what the files hold, and what happens with it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from msgspec import Meta

from alliance.events.base import Code, Id, Text, Title
from alliance.events.words import Area, AreasAdopted, GebiedNamed, MapFile
from alliance.sources.lists import AreaCode, Record

Level = Literal["gemeente", "wijk", "buurt"]
MAP_FILES: dict[Level, str] = {
    "buurt": "buurten.geojson",
    "wijk": "wijken.geojson",
    "gemeente": "gemeente.geojson",
}
"""The file that draws each level."""

Residents = Annotated[int, Meta(ge=0)]


class AreaRecord(Record):
    """One gemeente, wijk or buurt."""

    code: Code
    name: Title
    level: Level
    parent: AreaCode | None = None
    year: int
    residents: Residents | None = None
    residents_year: int | None = None
    inhabited: bool | None = None
    source: Title
    residents_source: Title | None = None


class GebiedRecord(Record):
    """A name people use for a set of wijken or buurten."""

    id: Id
    name: Title
    areas: tuple[AreaCode, ...] = ()
    linked: bool
    source: Title
    certainty: Literal["hoog", "middel", "laag", "geen"]
    note: Text | None = None


def adopt_areas(records: Sequence[AreaRecord], digests: Mapping[str, str]) -> AreasAdopted:
    """The areas of the gemeente in the file; `digests` are of the map files, by name."""
    gemeente = next(record for record in records if record.level == "gemeente")
    wider: tuple[Level, ...] = ("wijk", "gemeente")
    return AreasAdopted(
        areas=gemeente.code,
        year=gemeente.year,
        source=_sources(records),
        map_file=MAP_FILES["buurt"],
        map_digest=digests[MAP_FILES["buurt"]],
        items=tuple(map(_area, records)),
        wider_maps=tuple(
            MapFile(level=level, file=MAP_FILES[level], digest=digests[MAP_FILES[level]])
            for level in wider
        ),
    )


def name_gebied(record: GebiedRecord) -> GebiedNamed:
    """The gebied; certain only when its codes are beyond doubt."""
    return GebiedNamed(
        gebied=record.id,
        name=record.name,
        areas=record.areas,
        source=record.source,
        certain=record.certainty == "hoog",
        note=record.note,
    )


def _area(record: AreaRecord) -> Area:
    return Area(
        code=record.code,
        name=record.name,
        level=record.level,
        parent=record.parent,
        residents=record.residents,
        inhabited=True if record.residents else record.inhabited,
    )


def _sources(records: Sequence[AreaRecord]) -> str:
    outlines = {record.source: None for record in records}
    residents = {
        record.residents_source: None
        for record in records
        if record.level == "wijk" and record.residents_source
    }
    return "; ".join([*outlines, *(f"inwoners: {source}" for source in residents)])
