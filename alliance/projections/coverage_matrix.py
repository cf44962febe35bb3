"""The whole picture: for every persona and every wijk or buurt one word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.matching import Persona, Place, Word, word_of_cell
from alliance.projections.coverage import PROJECTION as PROJECTION
from alliance.projections.coverage_known import Known, known
from alliance.projections.coverage_rows import Head, Said

WORST_FIRST: tuple[Word, ...] = (
    "niets_passends",
    "weten_niet",
    "kan_beter",
    "voldoende",
    "iemand_anders",
)


@dataclass(frozen=True)
class Square:
    """One persona in one area: the word to show, and what was computed whoever lives there."""

    persona: str
    area: str
    word: Word
    computed: Word
    said: Said
    open: int  # needs for which nothing fits
    needs: int  # needs that the alliance can meet


@dataclass(frozen=True)
class Column:
    """One area of the matrix; the map colours it by its word."""

    code: str
    name: str
    level: str
    residents: int | None  # None: unknown
    inhabited: bool | None
    word: Word  # the worst of those who are recognised here
    recognised: int
    unseen: int  # personas nobody has looked at yet


@dataclass(frozen=True)
class Matrix:
    """All personas in the areas that were asked for."""

    personas: tuple[Head, ...]
    areas: tuple[Column, ...]
    squares: Mapping[tuple[str, str], Square]

    def row(self, persona: str) -> tuple[Square, ...]:
        """One persona in every area, in the order of the columns."""
        return tuple(self.squares[persona, area.code] for area in self.areas)

    def column(self, area: str) -> tuple[Square, ...]:
        """Every persona in one area, in the order of the rows."""
        return tuple(self.squares[head.persona, area] for head in self.personas)


@dataclass(frozen=True)
class Zoom:
    """All personas in one place, and in the areas it is made of."""

    place: Place
    here: Matrix  # the place itself is its only column
    inside: Matrix  # without columns for a buurt


def matrix(db: sa.Connection, today: date, within: str | None = None) -> Matrix:
    """Every persona in every wijk; or in every buurt or wijk within a wijk or gebied."""
    everything = known(db, today)
    return held_against(everything, inside(everything, within))


def zoom(db: sa.Connection, today: date, code: str) -> Zoom | None:
    """Every persona in one wijk, buurt or gebied and in what lies within; None when unknown."""
    everything = known(db, today)
    place = everything.places.get(code)
    if place is None:
        return None
    within = inside(everything, code)
    return Zoom(place, held_against(everything, [place]), held_against(everything, within))


def held_against(everything: Known, places: Sequence[Place]) -> Matrix:
    """Every persona in each of these places."""
    squares: dict[tuple[str, str], Square] = {}
    for code, persona in everything.personas.items():
        words = everything.words_in(persona, places)
        for place in places:
            squares[code, place.code] = square(everything, persona, place, words[place.code])
    heads = tuple(everything.heads.values())
    columns = (
        column(place, [squares[head.persona, place.code] for head in heads]) for place in places
    )
    return Matrix(heads, tuple(columns), squares)


def inside(everything: Known, within: str | None) -> tuple[Place, ...]:
    """The areas to show: all wijken, the buurten of a wijk, or what a gebied is made of."""
    if within is None:
        return everything.wijken
    gebied = next((one for one in everything.gebieden if one.code == within), None)
    if gebied:
        return tuple(everything.places[code] for code in gebied.areas if code in everything.places)
    found = [place for place in everything.places.values() if place.parent == within]
    return tuple(sorted(found, key=lambda place: place.code))


def square(everything: Known, persona: Persona, place: Place, words: Mapping[str, Word]) -> Square:
    """The word for a persona in a place, from the words of the needs."""
    computed = word_of_cell(persona, words)
    return Square(
        persona.persona,
        place.code,
        everything.word_here(persona.persona, place, computed),
        computed,
        everything.recognised(persona.persona, place),
        sum(word == "niets_passends" for word in words.values()),
        sum(need.weight > 0 for need in persona.wanted),
    )


def column(place: Place, squares: Iterable[Square]) -> Column:
    """An area with the worst word among the personas that are recognised there."""
    found = list(squares)
    here = [one.computed for one in found if one.said.recognition == "herkend"]
    worst: Word = min(here, key=WORST_FIRST.index, default="weten_niet")
    return Column(
        place.code,
        place.name,
        place.level,
        place.residents,
        place.inhabited,
        "geen_bewoners" if place.inhabited is False else worst,
        len(here),
        sum(one.said.recognition == "niet_bekeken" for one in found),
    )
