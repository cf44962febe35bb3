"""What the rules read: the adopted words, an offer, and a persona with what it asks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from alliance.events.base import Code
from alliance.events.offers import Capacity, Reach, Stage
from alliance.events.personas import Need, PersonaChannel
from alliance.events.words import FitRow, Term

ELSEWHERE = frozenset({"keten", "buiten"})
"""The reach of needs that no offer of the alliance can meet."""
OLDER = "ouderen"
"""The fit table comes from work with older people: for others it is advice."""
OF_HEARING = frozenset({"vindbaarheid", "niet_in_beeld"})
"""Of kind toegang, but about hearing of an offer: never a drempel."""


@dataclass(frozen=True)
class Words:
    """The adopted words that rules read: terms by code, and the fit table by kind and level."""

    barriers: Mapping[Code, Term] = field(default_factory=dict)
    needs: Mapping[Code, Term] = field(default_factory=dict)
    channels: Mapping[Code, Term] = field(default_factory=dict)
    groups: Mapping[Code, Term] = field(default_factory=dict)
    kinds: Mapping[Code, Term] = field(default_factory=dict)
    levels: Mapping[Code, Term] = field(default_factory=dict)
    fit: Mapping[tuple[Code, Code], FitRow] = field(default_factory=dict)


@dataclass(frozen=True)
class Offer:
    """What the rules read of an offer. Empty means unknown, never no."""

    offer: str
    name: str
    kind: Code | None = None
    stage: Stage = "loopt"
    paused: bool = False
    target_groups: tuple[Code, ...] = ()
    needs: tuple[Code, ...] = ()
    barriers_removed: tuple[Code, ...] = ()
    barriers_present: tuple[Code, ...] = ()
    channels: tuple[Code, ...] = ()
    reach: Reach | None = None
    areas: tuple[Code, ...] = ()
    starts: date | None = None
    ends: date | None = None
    capacity: Capacity | None = None
    confirmed_on: date | None = None
    part_of: str | None = None  # the offer this is a part of: never counted twice


@dataclass(frozen=True)
class Wanted:
    """One need of a persona; `weight` is 0 when the alliance cannot meet it."""

    code: Code
    label: str
    rank: int
    statement: str
    reach: Code | None  # None: nobody wrote down who can meet it
    forms: tuple[Code, ...]
    weight: float


@dataclass(frozen=True, eq=False)
class Persona:
    """What the rules read of a persona, in the words the alliance adopted."""

    persona: str
    name: str
    words: Words
    needs: tuple[Need, ...] = ()
    barriers: tuple[Code, ...] = ()
    channels: tuple[PersonaChannel, ...] = ()
    levels: tuple[Code, ...] = ()
    target_groups: tuple[Code, ...] = ()

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """Every need once, by rank; the first the alliance can meet weighs 1, the next 1/2."""
        ranked: dict[Code, Need] = {}
        for need in sorted(self.needs, key=lambda need: need.rank):
            for code in need.codes:
                ranked.setdefault(code, need)
        found: list[Wanted] = []
        for code, need in ranked.items():
            term = self.words.needs.get(code) or Term(code=code, label=code)
            turn = 1 + sum(one.weight > 0 for one in found)
            weight = 0.0 if term.reach in ELSEWHERE else 1 / turn
            found.append(
                Wanted(code, term.label, need.rank, need.statement, term.reach, term.forms, weight)
            )
        return tuple(found)

    @cached_property
    def first(self) -> Wanted | None:
        """The first need that the alliance can meet."""
        return next((need for need in self.wanted if need.weight), None)

    @cached_property
    def drempels(self) -> tuple[Term, ...]:
        """Barriers in how an offer is organised, and those of which nobody said where they lie."""
        return tuple(
            term
            for term in self._barriers
            if term.kind != "persoon" and term.code not in OF_HEARING
        )

    @cached_property
    def belemmeringen(self) -> tuple[Term, ...]:
        """Barriers within the person, that ask for someone to go along."""
        return tuple(term for term in self._barriers if term.kind == "persoon")

    @cached_property
    def unheard(self) -> frozenset[Code]:
        """Reasons why this persona hears of little."""
        return OF_HEARING.intersection(self.barriers)

    @cached_property
    def groups(self) -> frozenset[Code]:
        """The target groups this persona belongs to, the wider ones too."""
        known = self.words.groups
        wider = {term.parent for code in self.target_groups if (term := known.get(code))}
        return frozenset(self.target_groups).union(code for code in wider if code)

    @cached_property
    def older(self) -> bool:
        """Whether the fit table speaks about people like this persona."""
        return OLDER in self.groups

    @cached_property
    def hears(self) -> Mapping[Code, str]:
        """Per channel whether it reaches this persona: ja, nee or onbekend."""
        return {channel.channel: channel.reaches for channel in self.channels}

    @cached_property
    def _barriers(self) -> tuple[Term, ...]:
        known = self.words.barriers
        return tuple(known.get(code) or Term(code=code, label=code) for code in self.barriers)
