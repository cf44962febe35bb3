"""The rows of coverage as the matching reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec
import sqlalchemy as sa

from alliance.events.personas import PersonaDescribed
from alliance.events.words import Area, FitRow, RouteAdopted, Term
from alliance.matching import Gebied, Offer, Persona, Words
from alliance.projections import coverage

Recognition = Literal["herkend", "niet_herkend", "niet_bekeken"]
RECOGNITIONS: dict[Recognition, str] = {
    "herkend": "herkennen wij hier",
    "niet_herkend": "herkennen wij hier niet",
    "niet_bekeken": "nog niet bekeken",
}
UNLINKED = "buurt nog te koppelen"
"""What stands beside a persona whose place in the plan is no known buurt."""


@dataclass(frozen=True)
class Listed(Offer):
    """An offer as the rules read it, with what a member sees of it."""

    organisation: str | None = None
    provider: str | None = None
    for_whom: str | None = None
    forms: tuple[str, ...] = ()
    check: bool = False


@dataclass(frozen=True)
class Head:
    """A persona as it is named everywhere: never a name alone."""

    persona: str
    name: str
    kind_label: str
    unlinked: bool  # the plan's place for this persona is still to be linked

    @property
    def full(self) -> str:
        """The name with its kind: "Hans, persona: oudere weduwnaar"."""
        return f"{self.name}, persona: {self.kind_label}"


@dataclass(frozen=True)
class Said:
    """What people who know a wijk said of a persona there."""

    recognition: Recognition
    group: str | None = None
    reason: str | None = None
    on: date | None = None

    @property
    def label(self) -> str:
        """The recognition in Dutch."""
        return RECOGNITIONS[self.recognition]


NOBODY = Said("niet_bekeken")


def vocabularies(db: sa.Connection) -> dict[str, dict[str, Term]]:
    """Every adopted term, by vocabulary and code."""
    return {
        vocabulary: {term.code: term for term in msgspec.convert(found, list[Term])}
        for vocabulary, found in db.execute(sa.select(coverage.vocabularies)).all()
    }


def words_of(terms: Mapping[str, Mapping[str, Term]], db: sa.Connection) -> Words:
    """The words the rules read."""
    found = db.execute(sa.select(coverage.fit_tables.c.rows)).scalars()
    table = [row for rows in found for row in msgspec.convert(rows, list[FitRow])]
    return Words(
        barriers=terms.get("barrier", {}),
        needs=terms.get("need", {}),
        channels=terms.get("channel", {}),
        groups=terms.get("target_group", {}),
        kinds=terms.get("offer_kind", {}),
        levels=terms.get("persistence", {}),
        fit={(row.kind, row.level): row for row in table},
    )


def offers(db: sa.Connection) -> tuple[Listed, ...]:
    """Every offer that did not stop, by name."""
    listed = [
        msgspec.convert(
            facts
            | {
                "offer": offer,
                "paused": paused,
                "capacity": capacity,
                "confirmed_on": confirmed_on,
            },
            Listed,
        )
        for offer, facts, paused, capacity, confirmed_on in db.execute(sa.select(coverage.offers))
    ]
    return tuple(sorted(listed, key=lambda offer: (offer.name, offer.offer)))


def personas(db: sa.Connection) -> list[PersonaDescribed]:
    """Every persona the alliance works with, in the order in which they were first described."""
    query = sa.select(coverage.personas.c.facts).order_by(coverage.personas.c.position)
    return [msgspec.convert(facts, PersonaDescribed) for facts in db.execute(query).scalars()]


def card(one: PersonaDescribed, words: Words) -> Persona:
    """A persona as the rules read it."""
    return Persona(
        one.persona,
        one.name,
        words,
        one.needs,
        one.barriers,
        one.channels,
        one.levels,
        one.target_groups,
    )


def head(one: PersonaDescribed) -> Head:
    """A persona as it is named."""
    return Head(one.persona, one.name, one.kind_label, not one.areas and one.area_words is not None)


def areas(db: sa.Connection) -> list[Area]:
    """Every gemeente, wijk and buurt."""
    found = db.execute(sa.select(coverage.areas.c["items"])).scalars()
    return [area for items in found for area in msgspec.convert(items, list[Area])]


def gebieden(db: sa.Connection) -> tuple[Gebied, ...]:
    """The names the alliance gave to sets of wijken or buurten."""
    found = db.execute(sa.select(coverage.gebieden).order_by(coverage.gebieden.c.gebied)).all()
    return tuple(Gebied(code, name, tuple(within)) for code, name, within in found)


def recognitions(db: sa.Connection) -> dict[tuple[str, str], Said]:
    """What was last said of each persona in each wijk."""
    found = db.execute(sa.select(coverage.recognitions)).mappings()
    return {
        (row["persona"], row["wijk"]): Said(
            "herkend" if row["recognised"] else "niet_herkend",
            row["group"],
            row["reason"],
            row["on"],
        )
        for row in found
    }


def routes(db: sa.Connection) -> tuple[RouteAdopted, ...]:
    """Whom to call for which worry."""
    found = db.execute(sa.select(coverage.routes).order_by(coverage.routes.c.route)).all()
    return tuple(msgspec.convert(facts, RouteAdopted) for _, facts in found)
