"""What agreed results ask of a meeting: who, what shows it, when, what is done, what is heard."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from alliance.dutch import day, number, several
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_points import Point, some, titled

SILENT = timedelta(days=90)
"""After so long without news a group asks what became of a result."""
PARTS = ("eigenaar", "streefwaarde", "datum")
"""What a result must have to be whole."""
REACHED = ("gehaald", "vervangen")


class Agreed(Protocol):
    """An agreed result as the agenda needs to know it; progress answers it."""

    @property
    def result(self) -> str:
        """Its key."""

    @property
    def theme(self) -> str:
        """The theme it belongs to."""

    @property
    def statement(self) -> str:
        """What it says."""

    @property
    def deadline(self) -> date | None:
        """By when."""

    @property
    def agreed_on(self) -> date:
        """Since when it is agreed."""

    @property
    def news_on(self) -> date | None:
        """When something was heard of it."""

    @property
    def verdict(self) -> str | None:
        """How far a group said it is, the last time."""

    @property
    def missing(self) -> Sequence[str]:
        """What is not there yet: eigenaar, streefwaarde, datum, actie."""


def result_points(for_: Occasion, known: Sequence[Agreed]) -> list[Point]:
    """What results ask of the core group, or of the group of their theme."""
    if for_.kind not in ("kerngroep", "themagroep"):
        return []
    mine = [one for one in known if for_.covers(theme=one.theme, area=None)]
    going_on = [one for one in mine if one.verdict not in REACHED]
    late = [one for one in going_on if one.deadline is not None and one.deadline < for_.today]
    silent = [one for one in going_on if heard(one) + SILENT <= for_.today]
    unfinished = [one for one in going_on if not set(PARTS).isdisjoint(one.missing)]
    idle = [one for one in going_on if "actie" in one.missing]
    return [
        *([unfinished_point(unfinished, len(mine))] if unfinished else []),
        *([idle_point(idle)] if idle else []),
        *([silent_point(silent)] if silent else []),
        *(overdue_point(one) for one in late),
    ]


def unfinished_point(found: Sequence[Agreed], total: int) -> Point:
    """Results that miss an owner, a measure or a date, as one point."""
    missing = {what: sum(what in one.missing for one in found) for what in PARTS}
    nothing = min(missing.values()) == total
    counted = ", ".join(
        f"zonder {what} {number(count)}" for what, count in missing.items() if count
    )
    return Point(
        key="results:open",
        title=(
            f"Geen van de {total} resultaten heeft een eigenaar, een streefwaarde en een datum"
            if nothing and total > 1
            else titled(f"{several(len(found), 'resultaat is', 'resultaten zijn')} nog niet af")
        ),
        kind="besluiten",
        minutes=30 if len(found) > 3 else 15,
        reason=(
            f"Van de {several(total, 'resultaat', 'resultaten')}: {counted}. Kies per resultaat wie"
            " het trekt, waaraan jullie zien dat het lukt en wanneer het klaar is."
        ),
        priority=85,
        streams=tuple(f"result:{one.result}" for one in found),
    )


def idle_point(found: Sequence[Agreed]) -> Point:
    """Results for which the plan names nothing to do and nothing was agreed, as one point."""
    return Point(
        key="results:idle",
        title=titled(f"Bij {several(len(found), 'resultaat', 'resultaten')} hoort nog geen actie"),
        kind="bespreken",
        minutes=15,
        reason=(
            "Het plan noemt geen actie en er is geen afspraak gemaakt voor:"
            f" {some([one.statement for one in found])}."
        ),
        priority=80,
        streams=tuple(f"result:{one.result}" for one in found),
    )


def silent_point(found: Sequence[Agreed]) -> Point:
    """Results without news, as one point; the longest silent first."""
    ordered = sorted(found, key=lambda one: (heard(one), one.result))
    first = ordered[0]
    since = f"niet gemeld sinds {day(first.news_on)}" if first.news_on else "nog nooit iets gemeld"
    return Point(
        key="results:silent",
        title=titled(f"Van {several(len(found), 'resultaat', 'resultaten')} horen we niets"),
        kind="bespreken",
        minutes=15,
        reason=(
            f"Al {SILENT.days} dagen of langer is er geen nieuws."
            f" Het langst stil: {some([first.statement])} ({since})."
        ),
        priority=70,
        streams=tuple(f"result:{one.result}" for one in ordered),
        since=heard(first),
    )


def overdue_point(one: Agreed) -> Point:
    """A result of which the date has been, as a point of its own."""
    return Point(
        key=f"result:{one.result}",
        title=titled(f"Is dit gelukt? {one.statement}"),
        kind="besluiten",
        minutes=10,
        reason=(
            f"De datum van dit resultaat was {day(one.deadline)}."
            " Zeg hoe ver het is, of kies een nieuwe datum met de reden erbij."
        ),
        priority=82,
        streams=(f"result:{one.result}",),
        since=one.deadline,
    )


def heard(one: Agreed) -> date:
    """When a result last was heard of, or else when it was agreed."""
    return one.news_on or one.agreed_on
