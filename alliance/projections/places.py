"""Places: which wijken and buurten are there, by which names, and whom to call there?"""

from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from alliance.events.words import Area, AreasAdopted, GebiedNamed, MapFile, RouteAdopted
from alliance.journal import Entry
from alliance.matching import Gebied, Place, all_places
from alliance.matching.fits import COMES_TO_YOU
from alliance.projections.base import Projection, Rows

tables = sa.MetaData()
adoptions = sa.Table(
    "places_adoptions",
    tables,
    sa.Column("areas", sa.Text, primary_key=True),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("maps", sa.JSON, nullable=False),
    sa.Column("items", sa.JSON, nullable=False),
)
named = sa.Table(
    "places_gebieden",
    tables,
    sa.Column("gebied", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("areas", sa.JSON, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("certain", sa.Boolean, nullable=False),
    sa.Column("note", sa.Text),
)
adopted_routes = sa.Table(
    "places_routes",
    tables,
    sa.Column("route", sa.Text, primary_key=True),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)


@dataclass(frozen=True)
class Adoption:
    """Where the areas of a gemeente come from, and the files that draw them."""

    areas: str
    year: int
    source: str
    maps: tuple[MapFile, ...]


@dataclass(frozen=True)
class Wijk:
    """A wijk with its buurten; unknown residents are None, never 0."""

    code: str
    name: str
    parent: str | None
    residents: int | None
    inhabited: bool | None
    buurten: tuple[Area, ...]


@dataclass(frozen=True)
class NamedGebied:
    """A set of wijken or buurten that the alliance gave a name; empty: still to be linked."""

    gebied: str
    name: str
    areas: tuple[str, ...]
    source: str
    certain: bool
    note: str | None


def apply(rows: Rows, entry: Entry) -> None:
    """Keep areas, gebieden and routes as they were last adopted."""
    match entry.event:
        case AreasAdopted() as event:
            first = MapFile(level="buurt", file=event.map_file, digest=event.map_digest)
            rows.put(
                adoptions,
                areas=event.areas,
                year=event.year,
                source=event.source,
                maps=msgspec.to_builtins((first, *event.wider_maps)),
                items=msgspec.to_builtins(event.items),
            )
        case GebiedNamed() as event:
            facts = msgspec.structs.asdict(event)
            rows.put(named, **facts | {"areas": list(event.areas)})
        case RouteAdopted() as event:
            before = rows.get(adopted_routes, event.route)
            rows.put(
                adopted_routes,
                route=event.route,
                facts=msgspec.to_builtins(event),
                position=before["position"] if before else entry.position,
            )


PROJECTION = Projection("places", tables, apply)


def adopted(db: sa.Connection) -> tuple[Adoption, ...]:
    """Per gemeente where its areas come from; for captions and for drawing the map."""
    chosen = (adoptions.c.areas, adoptions.c.year, adoptions.c.source, adoptions.c.maps)
    found = db.execute(sa.select(*chosen).order_by(adoptions.c.areas))
    return tuple(
        Adoption(areas, year, source, msgspec.convert(maps, tuple[MapFile, ...]))
        for areas, year, source, maps in found
    )


def areas(db: sa.Connection) -> dict[str, Area]:
    """Every gemeente, wijk and buurt by its code, in the order of the source."""
    found = db.execute(sa.select(adoptions.c["items"]).order_by(adoptions.c.areas)).scalars()
    lists = [msgspec.convert(items, list[Area]) for items in found]
    return {area.code: area for items in lists for area in items}


def wijken(db: sa.Connection) -> tuple[Wijk, ...]:
    """Every wijk with its buurten, by code."""
    known = sorted(areas(db).values(), key=lambda area: area.code)
    return tuple(
        Wijk(
            area.code,
            area.name,
            area.parent,
            area.residents,
            area.inhabited,
            tuple(one for one in known if one.parent == area.code),
        )
        for area in known
        if area.level == "wijk"
    )


def wijk(db: sa.Connection, code: str) -> Wijk | None:
    """One wijk with its buurten; None when there is none."""
    return next((one for one in wijken(db) if one.code == code), None)


def gebieden(db: sa.Connection) -> tuple[NamedGebied, ...]:
    """The names the alliance gave to sets of wijken or buurten, by name."""
    found = db.execute(sa.select(named).order_by(named.c.name)).mappings()
    return tuple(NamedGebied(**dict(row) | {"areas": tuple(row["areas"])}) for row in found)


def names(db: sa.Connection) -> dict[str, str]:
    """The name of every gemeente, wijk, buurt and gebied, by code."""
    own = {gebied.gebied: gebied.name for gebied in gebieden(db)}
    return {code: area.name for code, area in areas(db).items()} | own


def places(db: sa.Connection) -> dict[str, Place]:
    """Every area and gebied as a place that an offer may reach, by code."""
    own = [Gebied(one.gebied, one.name, one.areas) for one in gebieden(db)]
    return all_places(tuple(areas(db).values()), own)


def routes(db: sa.Connection, area: str | None = None) -> tuple[RouteAdopted, ...]:
    """Whom to call for which worry: everywhere, or from one area or gebied."""
    query = sa.select(adopted_routes.c.facts).order_by(adopted_routes.c.position)
    found = [msgspec.convert(facts, RouteAdopted) for facts in db.execute(query).scalars()]
    if area is None:
        return tuple(found)
    here = places(db).get(area)
    near: Any = here.near if here else {}
    return tuple(one for one in found if near.keys() & one.areas or one.reach in COMES_TO_YOU)
