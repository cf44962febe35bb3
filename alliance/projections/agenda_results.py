"""What agreed results ask of a meeting: who, what shows it, when, what is done, what is heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from alliance.dutch import day, number, several
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_points import Point, some, titled
from alliance.projections.agenda_tables import items, planned, results

SILENT = timedelta(days=90)
"""After so long without news a group asks what became of a result."""
REACHED = ("gehaald", "vervangen")


@dataclass(frozen=True)
class Result:
    """An agreed result as the agenda needs it."""

    result: str
    theme: str
    statement: str
    owner: bool
    target: bool
    deadline: date | None
    agreed_on: date
    verdict: str | None
    news_on: date | None
    has_action: bool  # planned or agreed

    @property
    def is_whole(self) -> bool:
        """Whether it says who, what shows that it is reached, and when."""
        return self.owner and self.target and self.deadline is not None

    @property
    def heard(self) -> date:
        """When it last was heard of, or else when it was agreed."""
        return self.news_on or self.agreed_on

    @property
    def named(self) -> str:
        """Its key and what it says."""
        return f"{self.result} {self.statement}"


def known_results(db: sa.Connection) -> list[Result]:
    """Every agreed result, with its last news and whether there is an action for it."""
    mine = items.c.result == results.c.result
    news = sa.select(sa.func.max(items.c.news_on)).where(mine).scalar_subquery()
    agreed = sa.exists().where(mine, items.c.kind == "action", items.c.state != "withdrawn")
    asked = sa.select(results, news.label("told_on"), agreed.label("agreed"))
    plan = {key for keys in db.execute(sa.select(planned.c.results)).scalars() for key in keys}
    return [
        Result(
            result=row["result"],
            theme=row["theme"],
            statement=row["statement"],
            owner=row["owner"],
            target=row["target"],
            deadline=row["deadline"],
            agreed_on=row["agreed_on"],
            verdict=row["verdict"],
            news_on=max(filter(None, (row["told_on"], row["assessed_on"])), default=None),
            has_action=row["agreed"] or row["result"] in plan,
        )
        for row in db.execute(asked.order_by(results.c.result)).mappings()
    ]


def result_points(for_: Occasion, known: Sequence[Result]) -> list[Point]:
    """What results ask of the core group, or of the group of their theme."""
    if for_.kind not in ("kerngroep", "themagroep"):
        return []
    mine = [one for one in known if for_.covers(theme=one.theme, area=None)]
    going_on = [one for one in mine if one.verdict not in REACHED]
    late = [one for one in going_on if one.deadline is not None and one.deadline < for_.today]
    silent = [one for one in going_on if one.heard + SILENT <= for_.today]
    unfinished = [one for one in going_on if not one.is_whole]
    idle = [one for one in going_on if not one.has_action]
    return [
        *([unfinished_point(unfinished, len(mine))] if unfinished else []),
        *([idle_point(idle)] if idle else []),
        *([silent_point(silent)] if silent else []),
        *(overdue_point(one) for one in late),
    ]


def unfinished_point(found: Sequence[Result], total: int) -> Point:
    """Results that miss an owner, a measure or a date, as one point."""
    missing = {
        "eigenaar": sum(not one.owner for one in found),
        "streefwaarde": sum(not one.target for one in found),
        "datum": sum(one.deadline is None for one in found),
    }
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


def idle_point(found: Sequence[Result]) -> Point:
    """Results for which the plan names nothing to do and nothing was agreed, as one point."""
    return Point(
        key="results:idle",
        title=titled(f"Bij {several(len(found), 'resultaat', 'resultaten')} hoort nog geen actie"),
        kind="bespreken",
        minutes=15,
        reason=(
            "Het plan noemt geen actie en er is geen afspraak gemaakt voor:"
            f" {some([one.named for one in found])}."
        ),
        priority=80,
        streams=tuple(f"result:{one.result}" for one in found),
    )


def silent_point(found: Sequence[Result]) -> Point:
    """Results without news, as one point; the longest silent first."""
    ordered = sorted(found, key=lambda one: (one.heard, one.result))
    first = ordered[0]
    since = f"niet gemeld sinds {day(first.news_on)}" if first.news_on else "nog nooit iets gemeld"
    return Point(
        key="results:silent",
        title=titled(f"Van {several(len(found), 'resultaat', 'resultaten')} horen we niets"),
        kind="bespreken",
        minutes=15,
        reason=(
            f"Al {SILENT.days} dagen of langer is er geen nieuws."
            f" Het langst stil: {some([first.named])} ({since})."
        ),
        priority=70,
        streams=tuple(f"result:{one.result}" for one in ordered),
        since=first.heard,
    )


def overdue_point(one: Result) -> Point:
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
