"""Whom a confirmation helps: who has a place now, and had none without it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from alliance.matching import FRESH, Persona
from alliance.projections.coverage import PROJECTION as PROJECTION
from alliance.projections.coverage_gaps import together
from alliance.projections.coverage_known import Known, known
from alliance.projections.coverage_rows import Head

Before = tuple[tuple[str, date | None], ...]
"""Offers that were confirmed, each with the day on which that was done the time before."""


@dataclass(frozen=True)
class Helped:
    """Someone like a persona, in a place where the persona is recognised, with one need."""

    persona: Head
    area_name: str
    weight: float
    again: bool  # an offer that counted before, counts again

    @property
    def sentence(self) -> str:
        """Whom it helps, in one line."""
        again = "weer " if self.again else ""
        return f"Iemand als {self.persona.name} in {self.area_name} heeft hierdoor {again}een plek."


def helped(db: sa.Connection, today: date, before: Before) -> tuple[Helped, ...]:
    """For whom something fits with these confirmations, and nothing did without them.

    Only where people recognise the persona; what weighs most stands first.
    """
    everything = known(db, today)
    fresh = {offer: was for offer, was in before if not was or today - was > FRESH}
    bits = {one.offer: 1 << bit for bit, one in enumerate(everything.offers)}
    marked = {offer: bits[offer] for offer in fresh if offer in bits}
    again = sum(bit for offer, bit in marked.items() if fresh[offer])
    wanted = {need for one in everything.offers if one.offer in marked for need in one.needs}
    found = [
        one
        for persona in everything.personas.values()
        if wanted.intersection(need.code for need in persona.wanted)
        for one in of(everything, persona, sum(marked.values()), again)
    ]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.persona.name, one.area_name)))


def of(everything: Known, persona: Persona, new: int, again: int) -> Iterator[Helped]:
    """What these offers, as bits, change for one persona; wijken of one gebied together."""
    fitting = everything.fitting(persona)
    for need in persona.wanted:
        here = {
            wijk.code: fitting[need.code].sure & everything.reaching(wijk).sure
            for wijk in everything.wijken_of(persona)
            if need.weight
        }
        gained = [code for code, fits in here.items() if fits & new and not fits & ~new]
        for place, wijken in together(everything, gained):
            back = any(here[code] & again for code in wijken)
            yield Helped(everything.heads[persona.persona], place.name, need.weight, back)
