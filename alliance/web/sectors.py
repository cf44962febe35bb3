"""Sectors: which sit at a table or offer something in a wijk, and which do not.

It is a fact about the table or the wijk, derived from who sits there and what is offered there.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from alliance import dutch
from alliance.projections import people
from alliance.projections.offer_rows import OfferRow
from alliance.projections.people import Group
from alliance.projections.progress_evidence import plan
from alliance.web import names
from alliance.web.pages import ask

NO_TABLE = {"overig", "landelijk"}
"""Sectors that say nothing about who misses here."""


@dataclass(frozen=True)
class Table:
    """The sectors at a table, each with how many organisations; and those that are not there."""

    seated: tuple[tuple[str, int], ...]
    asked: tuple[str, ...]  # what the plan asks for, as far as it says so
    missing: tuple[str, ...]  # of those, what does not sit here
    elsewhere: tuple[str, ...]  # what takes part in the alliance, and does not sit here
    unknown: int  # members of whom no organisation is known


@dataclass(frozen=True)
class Spread:
    """The sectors with offers in a wijk, with offers for the whole gemeente only, and without."""

    here: tuple[str, ...]
    wide: tuple[str, ...]
    without: tuple[str, ...]
    unknown: int  # offers of which the organisation is not known


def table_of(group: Group) -> Table:
    """Which sectors sit in a group, beside what the plan asks for."""
    seats = ask(people.seats, group.group)
    known = sectors_of(seat.organisation for seat in seats)
    number, asked = Counter(known.values()), asked_for(group)
    taking_part = {one.sector for one in ask(people.listed, taking_part=True)}
    return Table(
        tuple((words, number[code]) for code, words in sectors().items() if number[code]),
        in_words(asked),
        in_words(asked - number.keys()),
        in_words(taking_part - number.keys() - asked),
        len([seat for seat in seats if seat.organisation not in known]),
    )


def asked_for(group: Group) -> set[str]:
    """The sectors that the plan asks for: those it names, and of whom it wants to work with."""
    said = (group.members or "").casefold()
    named = {
        code
        for code, words in sectors().items()
        if re.search(rf"\b{re.escape(words.casefold())}\b", said)
    }
    if not group.theme:
        return named
    partners = {name for one in ask(plan, theme=group.theme) for name in one.partners}
    every = names.of("organisation").items()
    wanted = sectors_of(key for key, name in every if name in partners)
    return named | (set(wanted.values()) & sectors().keys())


def missing_in_words(group: str) -> str:
    """What the plan asks for and does not sit at a table, in one sentence; empty when nothing."""
    found = ask(people.group, group)
    missing = table_of(found).missing if found else ()
    if not missing:
        return ""
    return f"Het plan vraagt hier ook om {dutch.listed(missing)}: nog niet aan tafel."


def spread(own: Iterable[OfferRow], wide: Iterable[OfferRow]) -> Spread:
    """Which sectors have offers in a wijk, from those for it alone and for the whole gemeente."""
    near, far = [*own], [*wide]
    here = set(sectors_of(one.organisation for one in near).values())
    only_wide = set(sectors_of(one.organisation for one in far).values()) - here
    return Spread(
        in_words(here),
        in_words(only_wide),
        in_words(sectors().keys() - here - only_wide),
        len([one for one in (*near, *far) if not one.organisation]),
    )


def sectors_of(organisations: Iterable[str | None]) -> dict[str, str]:
    """The sector of each of these organisations; one that is not known is left out."""
    found = (ask(people.organisation, key) for key in {*organisations} if key)
    return {one.organisation: one.sector for one in found if one}


def sectors() -> dict[str, str]:
    """The sectors that can miss somewhere, in words, in the order of the list."""
    return {code: words for code, words in names.of("sector").items() if code not in NO_TABLE}


def in_words(codes: Iterable[str]) -> tuple[str, ...]:
    """These sectors in words as they stand in a sentence, in the order of the list."""
    wanted = {*codes}
    return tuple(words.lower() for code, words in sectors().items() if code in wanted)
