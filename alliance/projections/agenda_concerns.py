"""What coverage asks of a meeting: gaps, offers to confirm, and what the whole offer shows.

Coverage answers these questions itself; its answers come in as data.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa

from alliance.dutch import capital, several
from alliance.events.meetings import ItemKind
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_points import HALF_A_YEAR, ONCE, Point, some, titled
from alliance.projections.agenda_tables import themes

HEAVIEST = 10
"""So many gaps may wait in line for one meeting; the rest stands on the coverage page."""


@dataclass(frozen=True)
class Concern:
    """Something that holds today and that a group may have to talk about."""

    key: str  # the same each time: gap:yonas:netwerk:schollevaar
    title: str
    reason: str  # a Dutch sentence that says why it is here
    weight: float = 0  # heavier comes first
    theme: str | None = None  # None: the theme that is aimed at one of the target groups
    target_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()  # codes, or keys of gebieden
    streams: tuple[str, ...] = ()  # what it follows from, to link to
    kind: ItemKind = "bespreken"
    minutes: int = 10
    since: date | None = None


def concern_points(
    db: sa.Connection,
    for_: Occasion,
    *,
    facts: Sequence[Concern],
    gaps: Sequence[Concern],
    to_confirm: Sequence[Concern],
) -> list[Point]:
    """What coverage found in this group's own field; for the core group the main lines."""
    aimed_at = aims(db)
    facts, gaps, to_confirm = (
        [with_theme(one, aimed_at) for one in sorted(found, key=lambda one: (-one.weight, one.key))]
        for found in (facts, gaps, to_confirm)
    )
    if for_.is_core:
        return [*map(fact_point, facts), *all_gaps(gaps), *all_to_confirm(to_confirm)]
    if for_.kind == "klankbordgroep":
        return [*map(fact_point, facts)]
    mine = list(within(for_, gaps))[:HEAVIEST]
    return [
        *map(fact_point, within(for_, facts)),
        *map(gap_point, mine),
        *all_to_confirm(list(within(for_, to_confirm))),
    ]


def aims(db: sa.Connection) -> dict[str, str]:
    """The first theme that is aimed at each target group."""
    found = db.execute(sa.select(themes.c.theme, themes.c.target_groups).order_by(themes.c.theme))
    pairs = [(group, theme) for theme, aimed_at in found for group in aimed_at]
    return dict(reversed(pairs))


def with_theme(one: Concern, aimed_at: dict[str, str]) -> Concern:
    """The concern, with the theme that is aimed at one of its target groups."""
    found = (aimed_at[group] for group in one.target_groups if group in aimed_at)
    return one if one.theme else replace(one, theme=next(found, None))


def within(for_: Occasion, found: Iterable[Concern]) -> Iterable[Concern]:
    """The concerns of a group's own theme or gebied."""
    return (
        one
        for one in found
        if any(for_.covers(theme=one.theme, area=area) for area in one.areas or (None,))
    )


def fact_point(one: Concern) -> Point:
    """What the whole offer shows, as it was put."""
    return plain_point(one, priority=72, rests=HALF_A_YEAR)


def gap_point(one: Concern) -> Point:
    """Something for which there is nothing that fits; asked once."""
    return plain_point(one, priority=68, rests=ONCE)


def plain_point(one: Concern, *, priority: int, rests: int | None) -> Point:
    """A concern as a point of its own."""
    return Point(
        key=one.key,
        title=titled(one.title),
        kind=one.kind,
        minutes=one.minutes,
        reason=one.reason,
        priority=priority,
        streams=one.streams,
        since=one.since,
        rests=rests,
    )


def all_gaps(found: Sequence[Concern]) -> list[Point]:
    """For the core group: all gaps as one point, the heaviest named."""
    if not found:
        return []
    lost = sum(one.theme is None for one in found)
    nobody = f" Bij {lost} hoort geen themagroep: wie pakt die op?" if lost else ""
    return [
        Point(
            key="gaps:all",
            title=titled(f"{several(len(found), 'keer', 'keer')} is er niets passends"),
            kind="bespreken",
            minutes=15,
            reason=f"Het zwaarst weegt: {some([one.title for one in found])}.{nobody}",
            priority=68,
            streams=tuple(dict.fromkeys(stream for one in found for stream in one.streams)),
            rests=HALF_A_YEAR,
        )
    ]


def all_to_confirm(found: Sequence[Concern]) -> list[Point]:
    """Offers to confirm, as one point: who calls whom."""
    if not found:
        return []
    names = capital(some([one.title for one in found]))
    return [
        Point(
            key="offers:confirm",
            title=titled(f"Vraag na of {several(len(found), 'aanbod', 'keer aanbod')} nog klopt"),
            kind="bespreken",
            minutes=10,
            reason=f"Nog te bevestigen: {names}. Spreek af wie het navraagt.",
            priority=50,
            streams=tuple(dict.fromkeys(stream for one in found for stream in one.streams)),
            rests=HALF_A_YEAR,
        )
    ]
