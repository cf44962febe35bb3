"""White spots: what is missing where people recognise a persona, and what to ask about offers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import sqlalchemy as sa

from alliance.matching import Persona, Place, Wanted, fit
from alliance.matching.fits import stands
from alliance.projections.coverage import PROJECTION as PROJECTION
from alliance.projections.coverage_cells import weigh, why
from alliance.projections.coverage_known import Known, known
from alliance.projections.coverage_rows import Head, Listed, Said


@dataclass(frozen=True)
class Gap:
    """A need of a persona for which nothing fits in an area where people recognise the persona."""

    key: str  # gap:<persona>:<need>:<area>, the same for as long as the gap is there
    persona: Head
    need: Wanted
    area: str  # a gebied where one holds these wijken, otherwise a wijk
    area_name: str
    wijken: tuple[str, ...]
    first: bool  # the first need of this persona that the alliance can meet
    everywhere: bool  # nothing fits in any wijk where the persona is recognised
    target_groups: tuple[str, ...]
    forms: tuple[str, ...]
    weight: float  # by rank: 1 for the first need, 1/2 for the next
    reason: str  # why nothing fits
    seen: Said  # who said first that people like this persona live here

    @property
    def title(self) -> str:
        """The gap in one line, for an agenda."""
        return f"Iemand als {self.persona.name} in {self.area_name}: “{self.need.label}”"

    @property
    def sentence(self) -> str:
        """The gap as members read it, with its reason."""
        return (
            f"Voor iemand als {self.persona.name} ({self.persona.kind_label}) is in "
            f"{self.area_name} niets passends voor “{self.need.label}”. {self.reason}"
        )

    def is_for(self, persona: str, area: str | None) -> bool:
        """Whether what is meant for a persona in an area, or wherever, is meant for this gap."""
        return persona == self.persona.persona and area in (None, self.area, *self.wijken)


@dataclass(frozen=True)
class ToConfirm:
    """An offer that counts, of which nobody said lately that it is right."""

    offer: Listed
    state: Literal["nog te bevestigen", "verouderd"]
    serves: tuple[str, ...]  # the personas whose needs it is meant for

    @property
    def key(self) -> str:
        """What it is called on an agenda."""
        return f"confirm:{self.offer.offer}"


def gaps(db: sa.Connection, today: date, persona: str | None = None) -> tuple[Gap, ...]:
    """Every white spot, of one persona or of all, in the wijken where people recognise them.

    The heaviest comes first.
    """
    everything = known(db, today)
    who = [one for code, one in everything.personas.items() if persona in (None, code)]
    found = [gap for one in who for gap in of(everything, one)]
    return tuple(sorted(found, key=lambda gap: (-gap.weight, gap.persona.name, gap.area_name)))


def of(everything: Known, persona: Persona) -> Iterator[Gap]:
    """The white spots of one persona, by need; wijken of one gebied together."""
    words = everything.words_in(persona, everything.wijken_of(persona))
    for need in persona.wanted:
        bare = [wijk for wijk, found in words.items() if found[need.code] == "niets_passends"]
        for place, wijken in together(everything, bare):
            weighed = weigh(everything, persona, place, need)
            yield Gap(
                key=f"gap:{persona.persona}:{need.code}:{place.code}",
                persona=everything.heads[persona.persona],
                need=need,
                area=place.code,
                area_name=place.name,
                wijken=wijken,
                first=need == persona.first,
                everywhere=len(bare) == len(words),
                target_groups=everything.groups[persona.persona],
                forms=need.forms,
                weight=need.weight,
                reason=why("niets_passends", weighed),
                seen=first_seen(everything, persona, wijken),
            )


def first_seen(everything: Known, persona: Persona, wijken: Sequence[str]) -> Said:
    """What was said first of a persona in one of these wijken, where all recognise it."""
    said = [everything.recognised(persona.persona, everything.places[one]) for one in wijken]
    return min(said, key=lambda one: one.on or date.max)


def together(everything: Known, wijken: list[str]) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """These wijken by the names people use: a gebied that is made of whole wijken, or the wijk."""
    left = set(wijken)
    for gebied in sorted(everything.gebieden, key=lambda one: (-len(one.areas), one.code)):
        if gebied.areas and left.issuperset(gebied.areas):
            left -= set(gebied.areas)
            yield everything.places[gebied.code], tuple(sorted(gebied.areas))
    for wijk in sorted(left):
        yield everything.places[wijk], (wijk,)


def to_confirm(db: sa.Connection, today: date) -> tuple[ToConfirm, ...]:
    """Offers that count once someone confirms them, those that serve most personas first."""
    everything = known(db, today)
    found = []
    for offer in everything.offers:
        if offer.needs and counts_if_confirmed(everything, offer):
            serves = tuple(
                everything.heads[code].name
                for code, persona in everything.personas.items()
                if may_serve(persona, offer, today)
            )
            stale = offer.confirmed_on is not None
            found.append(ToConfirm(offer, "verouderd" if stale else "nog te bevestigen", serves))
    return tuple(sorted(found, key=lambda one: -len(one.serves)))


def may_serve(persona: Persona, offer: Listed, today: date) -> bool:
    """Whether an offer is meant for a need and the target group of a persona, wherever it is."""
    codes = {need.code for need in persona.wanted if need.weight}
    return not codes.isdisjoint(offer.needs) and fit(persona, offer, today).verdict != "telt_niet"


def counts_if_confirmed(everything: Known, offer: Listed) -> bool:
    """Whether an offer runs, is of a kind that counts, and only misses a fresh confirmation."""
    asked = [
        reason for reason in stands(offer, everything.words, everything.today) if reason.verdict
    ]
    unsure = any(reason.rule == "bevestiging" for reason in asked)
    return unsure and not any(reason.verdict == "telt_niet" for reason in asked)
