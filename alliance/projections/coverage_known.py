"""What coverage knows at one moment, and what follows from it for a persona in a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

import sqlalchemy as sa

from alliance.events.words import RouteAdopted, Term
from alliance.matching import Cover, Gebied, Marks, Persona, Place, Word, Words, all_places
from alliance.projections import coverage_rows as rows
from alliance.projections.coverage_rows import NOBODY, Head, Listed, Recognition, Said


@dataclass(frozen=True)
class Known:
    """Everything coverage knows at one moment."""

    today: date
    words: Words
    forms: Mapping[str, Term]
    offers: tuple[Listed, ...]
    personas: Mapping[str, Persona]
    heads: Mapping[str, Head]
    groups: Mapping[str, tuple[str, ...]]  # the target groups of each persona
    places: Mapping[str, Place]
    gebieden: tuple[Gebied, ...]
    said: Mapping[tuple[str, str], Said]
    routes: tuple[RouteAdopted, ...]

    @cached_property
    def cover(self) -> Cover:
        """All offers against all personas and places."""
        return Cover(self.offers, self.words, self.today)

    @cached_property
    def _reaching(self) -> dict[str, Marks]:
        return {}

    def reaching(self, place: Place) -> Marks:
        """The offers that reach a place, found once."""
        if place.code not in self._reaching:
            self._reaching[place.code] = self.cover.reaching(place)
        return self._reaching[place.code]

    @cached_property
    def wijken(self) -> tuple[Place, ...]:
        """Every wijk, by code."""
        found = [place for place in self.places.values() if place.level == "wijk"]
        return tuple(sorted(found, key=lambda place: place.code))

    @cached_property
    def inhabited(self) -> tuple[Place, ...]:
        """Every wijk where people live."""
        return tuple(wijk for wijk in self.wijken if wijk.inhabited is not False)

    def wijken_of(self, persona: Persona) -> tuple[Place, ...]:
        """The inhabited wijken where people recognise a persona."""
        return tuple(
            wijk
            for wijk in self.inhabited
            if self.recognised(persona.persona, wijk).recognition == "herkend"
        )

    @cached_property
    def _fitting(self) -> dict[str, dict[str, Marks]]:
        return {}

    def fitting(self, persona: Persona) -> dict[str, Marks]:
        """Per need the offers that fit a persona, found once."""
        if persona.persona not in self._fitting:
            self._fitting[persona.persona] = self.cover.fitting(persona)
        return self._fitting[persona.persona]

    def words_in(self, persona: Persona, places: Sequence[Place]) -> dict[str, Mapping[str, Word]]:
        """The word for each need of a persona, whoever recognises it, by place and need."""
        fitting = self.fitting(persona)
        return {
            place.code: self.cover.words(persona, fitting, self.reaching(place)) for place in places
        }

    def recognised(self, persona: str, place: Place) -> Said:
        """What was said of a persona in a place, or in the wijken it lies in."""
        if said := self.said.get((persona, place.code)):
            return said
        found = [self.said.get((persona, wijk), NOBODY) for wijk in sorted(place.wijken)]
        for said in found:
            if said.recognition == "herkend":
                return said
        seen = found and all(said is not NOBODY for said in found)
        return found[0] if seen else NOBODY

    def word_here(self, persona: str, place: Place, computed: Word) -> Word:
        """The word to show: what was computed counts where people recognise the persona."""
        if place.inhabited is False:
            return "geen_bewoners"
        shown: dict[Recognition, Word] = {
            "herkend": computed,
            "niet_herkend": "niet_hier",
            "niet_bekeken": "weten_niet",
        }
        return shown[self.recognised(persona, place).recognition]


_by_connection: WeakKeyDictionary[sa.Connection, Known] = WeakKeyDictionary()


def known(db: sa.Connection, today: date) -> Known:
    """All that coverage knows; read once per page, for a connection reads one moment."""
    found = _by_connection.get(db)
    if found is None or found.today != today:
        found = _by_connection[db] = read(db, today)
    return found


def read(db: sa.Connection, today: date) -> Known:
    """All that coverage knows, read at once: a few hundred rows."""
    terms = rows.vocabularies(db)
    words = rows.words_of(terms, db)
    described = rows.personas(db)
    gebieden = rows.gebieden(db)
    return Known(
        today=today,
        words=words,
        forms=terms.get("loneliness_form", {}),
        offers=rows.offers(db),
        personas={one.persona: rows.card(one, words) for one in described},
        heads={one.persona: rows.head(one) for one in described},
        groups={one.persona: one.target_groups for one in described},
        places=all_places(rows.areas(db), gebieden),
        gebieden=gebieden,
        said=rows.recognitions(db),
        routes=rows.routes(db),
    )
