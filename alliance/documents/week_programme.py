"""The programme of a week as plain text, for the local paper: days, hours, places, no layout."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from alliance import dutch
from alliance.projections.announced import Announced

EXAMPLE = "VOORBEELD: de mensen en activiteiten hieronder zijn verzonnen."
NOTHING = "Er staat nog niets in het programma."
NO_HOUR = "Tijd volgt"


def paper_text(
    title: str,
    on: date,
    until: date | None,
    shown: Sequence[Announced],
    *,
    organisations: Mapping[str, str],
    areas: Mapping[str, str],
    example: bool = False,
) -> str:
    """The programme day by day, ready to be set in columns."""
    lines = [EXAMPLE, ""] if example else []
    lines += [title, dutch.span(on, until), ""]
    for day, those in groupby(shown, key=lambda one: one.on):
        lines += [dutch.capital(dutch.weekday(day)), ""]
        for one in those:
            lines += [*told(one, organisations, areas), ""]
    return "\n".join(lines if shown else [*lines, NOTHING, ""])


def told(one: Announced, organisations: Mapping[str, str], areas: Mapping[str, str]) -> list[str]:
    """One activity in lines: when and what, where, more, how to join, and whose it is."""
    when = dutch.hour(one.start) or NO_HOUR
    off = " GAAT NIET DOOR." if one.cancelled else ""
    return [
        line
        for line in (
            f"{when}: {one.headline}.{off}".replace("..", "."),
            where(one, areas),
            one.text,
            one.joining and f"Meedoen: {one.joining}",
            one.organisation and organisations.get(one.organisation),
        )
        if line
    ]


def where(one: Announced, areas: Mapping[str, str]) -> str | None:
    """The place of an activity, or else the wijk."""
    return one.place or (areas.get(one.area) if one.area else None)
