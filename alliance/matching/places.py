"""Does an offer reach a place? Once per pair, whoever lives there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from alliance.events.base import Code
from alliance.events.words import Area
from alliance.matching.cards import Offer
from alliance.matching.fits import COMES_TO_YOU
from alliance.matching.verdicts import Reason


@dataclass(frozen=True)
class Gebied:
    """A set of wijken or buurten with a name of the alliance's own; empty: still to be linked."""

    code: str
    name: str
    areas: tuple[Code, ...] = ()


@dataclass(frozen=True, eq=False)
class Place:
    """Where someone lives. `near` says of each area code how an offer there reaches this place."""

    code: str
    name: str
    level: str  # gemeente, wijk, buurt or gebied
    near: Mapping[Code, str]
    known: frozenset[Code]  # every code that stands on the map
    wijken: frozenset[Code]  # in which it lies, or that lie in it; none: still to be linked
    parent: Code | None = None
    residents: int | None = None  # unknown is never zero
    inhabited: bool | None = None

    @property
    def linked(self) -> bool:
        """Whether this place stands on the map."""
        return bool(self.wijken)


def reach(offer: Offer, place: Place) -> Reason:
    """How an offer reaches this place: no verdict when it does, telt_niet or misschien if not."""
    way = COMES_TO_YOU.get(offer.reach or "")
    where = next((how for code, how in place.near.items() if code in offer.areas), None)
    if where:
        return Reason("plek", f"Is er {way}, {where}." if way else f"Is {where}.")
    if way and not offer.areas:
        return Reason("plek", f"Is er {way}, waar je ook woont.")
    if offer.areas and place.linked and place.known.issuperset(offer.areas):
        return Reason("plek", f"Is niet in {place.name}.", "telt_niet")
    text = f"Of dit ook voor {place.name} is, weten we niet."
    return Reason("plek", text, "misschien", f"In welke wijken is {offer.name}?")


def all_places(areas: Sequence[Area], gebieden: Sequence[Gebied]) -> dict[Code, Place]:
    """Every gemeente, wijk, buurt and gebied as a place where someone may live, by code."""
    land = Land(areas, gebieden)
    found = {gebied.code: land.place(gebied.code, gebied.name, "gebied") for gebied in gebieden}
    for area in areas:
        place = land.place(area.code, area.name, area.level)
        found[area.code] = replace(
            place, parent=area.parent, residents=area.residents, inhabited=area.inhabited
        )
    return found


class Land:
    """How wijken, buurten and gebieden lie in each other."""

    def __init__(self, areas: Sequence[Area], gebieden: Sequence[Gebied]) -> None:
        self.areas = {area.code: area for area in areas}
        self.gebieden = {gebied.code: gebied for gebied in gebieden}
        self.buurten: dict[Code, list[Code]] = {}
        for area in areas:
            if area.level == "buurt" and area.parent:
                self.buurten.setdefault(area.parent, []).append(area.code)
        self._within = {code: self.wijken(code) for code in self.gebieden}
        self._known_around: dict[frozenset[Code], dict[Code, str]] = {}
        self.known = frozenset(
            [*self.areas, *(code for code, found in self._within.items() if found)]
        )

    def place(self, code: Code, name: str, level: str) -> Place:
        """A place with everything that is near it."""
        return Place(code, name, level, self.near(code), self.known, self.wijken(code))

    def wijken(self, code: Code) -> frozenset[Code]:
        """The wijken that this area or gebied lies in, or that lie in it."""
        if gebied := self.gebieden.get(code):
            return frozenset().union(*map(self.wijken, gebied.areas))
        area = self.areas.get(code)
        if area is None:
            return frozenset()
        if area.level == "gemeente":
            return frozenset(one.code for one in self.areas.values() if one.parent == code)
        return frozenset([area.parent or code] if area.level == "buurt" else [code])

    def near(self, code: Code) -> dict[Code, str]:
        """Every code at which an offer reaches this place, with how; the nearest first.

        The same buurt, the same wijk, a gebied in that wijk, the whole gemeente.
        """
        return {code: f"in {self.name(code)}"} | self._around(self.wijken(code))

    def _around(self, wijken: frozenset[Code]) -> dict[Code, str]:
        if wijken not in self._known_around:
            codes = sorted(wijken)
            codes += [buurt for wijk in codes for buurt in self.buurten.get(wijk, ())]
            codes += [gebied for gebied, within in self._within.items() if wijken & within]
            found = {one: f"in {self.name(one)}" for one in codes}
            whole = [area.code for area in self.areas.values() if area.level == "gemeente"]
            self._known_around[wijken] = found | dict.fromkeys(whole, "in de hele gemeente")
        return self._known_around[wijken]

    def name(self, code: Code) -> str:
        """The name of an area or gebied, or its code when nobody named it."""
        named = self.areas.get(code) or self.gebieden.get(code)
        return named.name if named else code
