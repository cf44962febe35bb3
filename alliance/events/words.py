"""Words and places: the lists the alliance speaks with, and the areas it works in."""

from typing import Literal

from alliance.events.base import Code, Digest, Event, Fact, Id, Place, Text, Title, event

FitCode = Literal["P", "L", "C", "N", "F", "."]
"""P primary, L later, C conditional, N unsuitable, F failed elsewhere, . not discussed."""


class Term(Fact):
    """One word of a vocabulary."""

    code: Code
    label: Title
    explanation: Text | None = None
    kind: Code | None = None  # barrier: toegang or persoon
    reach: Code | None = None  # need: alliantie, keten or buiten
    forms: tuple[Code, ...] = ()  # need: forms of loneliness it answers
    parent: Code | None = None  # channel: the wider channel
    counts: bool | None = None  # offer kind: may count as cover for a persona
    order: int | None = None  # persistence: from light to heavy
    lowest: Title | None = None  # trait: what a score of 1 stands for
    highest: Title | None = None  # trait: what a score of 5 stands for


class FitRow(Fact):
    """How well one kind of offer suits one level of persistence."""

    kind: Code
    level: Code
    code: FitCode
    profiles: tuple[FitCode, ...]  # the codes of the profiles of this level, before joining
    source: Title
    confirmed: bool = False
    note: Text | None = None


class Area(Fact):
    """One gemeente, wijk or buurt of the national statistics office."""

    code: Code
    name: Title
    level: Literal["gemeente", "wijk", "buurt"]
    parent: Code | None = None
    residents: int | None = None  # unknown is never zero
    inhabited: bool | None = None  # False: nobody lives here, so nothing can be missing


class MapFile(Fact):
    """A file with the outlines of one level of areas, as it was when it was adopted."""

    level: Literal["gemeente", "wijk", "buurt"]
    file: Place
    digest: Digest


@event("vocabulary_adopted", "vocabulary", "Woordenlijst vastgesteld")
class VocabularyAdopted(Event):
    """The alliance took over a list of words, whole; a later one replaces it."""

    vocabulary: Id
    source: Title
    terms: tuple[Term, ...]
    title: Title | None = None
    note: Text | None = None


@event("fit_table_adopted", "table", "Tabel van aanbod en profielen vastgesteld")
class FitTableAdopted(Event):
    """The alliance took over the table of which kind of offer suits which level."""

    table: Id
    source: Title
    rows: tuple[FitRow, ...]


@event("areas_adopted", "areas", "Wijken en buurten vastgesteld")
class AreasAdopted(Event):
    """The areas of one gemeente in one year, with the map file that draws them."""

    areas: Id
    year: int
    source: Title
    map_file: Place
    map_digest: Digest
    items: tuple[Area, ...]
    wider_maps: tuple[MapFile, ...] = ()  # of wijken and gemeente; map_file draws the buurten


@event("gebied_named", "gebied", "Gebied benoemd")
class GebiedNamed(Event):
    """The alliance gave a set of wijken or buurten its own name."""

    gebied: Id
    name: Title
    areas: tuple[Code, ...]  # empty: still to be linked
    source: Title
    certain: bool = True
    note: Text | None = None


@event("route_adopted", "route", "Route vastgesteld")
class RouteAdopted(Event):
    """Whom to call for which worry, for the card "Waar kun je terecht?"."""

    route: Id
    worry: Title
    name: Title
    what: Text
    areas: tuple[Code, ...]
    organisation: Id | None = None
    contact: Place | None = None
    reach: Code | None = None  # offer_reach: at a place, at home, by phone, online
    needs: tuple[Code, ...] = ()  # for which someone else than the alliance is needed too
    unknown: tuple[Title, ...] = ()  # what no source gives: phone number, opening hours
    note: Text | None = None
    source: Title
    check: bool = False  # the name or the facts changed since: nakijken
