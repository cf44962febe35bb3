"""What the plan means to do and nobody made an agreement about, as each kind of group sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from alliance.dutch import several
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_points import HALF_A_YEAR, ONCE, Point, some, titled
from alliance.projections.agenda_tables import planned, taken

HANDED_OVER = "overdracht"
"""The kind of a planned action that only says which group takes a theme over."""


@dataclass(frozen=True)
class Plan:
    """An action of the plan, with its parts."""

    key: str
    theme: str
    statement: str
    asks_wijk: bool
    parts: tuple[str, ...]
    taken: bool  # an agreement was made about it, or about a part
    taken_here: bool  # by this group


def plan_points(db: sa.Connection, for_: Occasion) -> list[Point]:
    """What nobody took up: to divide in its theme group, to choose in a wijk, to think along."""
    found = plans(db, for_.group)
    match for_.kind:
        case "themagroep":
            mine = [one for one in found if one.theme == for_.theme and not one.taken]
            return [nobody_took(mine)] if mine else []
        case "klankbordgroep":
            return [proposal(one) for one in found if not one.taken]
        case "wijkgroep":
            return [choice(one) for one in found if one.asks_wijk and not one.taken_here]
    return []


def nobody_took(found: Sequence[Plan]) -> Point:
    """All that is open in a theme, as one point."""
    names = some([one.statement for one in found])
    return Point(
        key="planned:open",
        title=titled(f"{several(len(found), 'actie', 'acties')} uit het plan zonder afspraak"),
        kind="bespreken",
        minutes=15,
        reason=f"Het plan noemt dit, maar niemand maakte er een afspraak over: {names}.",
        priority=65,
        streams=tuple(f"planned:{one.key}" for one in found),
    )


def proposal(one: Plan) -> Point:
    """An action nobody began, for who thinks along."""
    return Point(
        key=f"planned:{one.key}",
        title=titled(f"Wat vinden jullie hiervan? {one.statement}"),
        kind="meedenken",
        minutes=15,
        reason=(
            "Dit staat in het plan en er is nog geen afspraak over gemaakt."
            " Wat jullie ervan vinden, telt dus nog mee."
        ),
        priority=60,
        streams=(f"planned:{one.key}",),
        rests=ONCE,
    )


def choice(one: Plan) -> Point:
    """An action of which each wijk chooses what suits it."""
    examples = f" Je kunt kiezen uit: {some(one.parts)}." if one.parts else ""
    return Point(
        key=f"planned:{one.key}",
        title=titled(f"Kies wat bij jullie wijk past: {one.statement}"),
        kind="besluiten",
        minutes=20,
        reason=f"Het plan vraagt elke wijk om zelf te kiezen.{examples}",
        priority=75,
        streams=(f"planned:{one.key}",),
        rests=HALF_A_YEAR,
    )


def plans(db: sa.Connection, group: str) -> list[Plan]:
    """The actions of the plan in its order, each with who took it up: anyone, this group."""
    about = sa.select(taken.c.action).where(taken.c.planned == planned.c.planned)
    asked = sa.select(
        planned,
        sa.exists(about).label("taken"),
        sa.exists(about.where(taken.c.group == group)).label("taken_here"),
    ).where(planned.c.kind != HANDED_OVER)
    rows = db.execute(asked.order_by(planned.c.position)).mappings().all()
    parts = {
        row["planned"]: [part for part in rows if part["parent"] == row["planned"]] for row in rows
    }
    return [
        Plan(
            key=row["planned"],
            theme=row["theme"],
            statement=row["statement"],
            asks_wijk=row["asks_wijk"],
            parts=tuple(part["statement"] for part in parts[row["planned"]]),
            taken=any(one["taken"] for one in (row, *parts[row["planned"]])),
            taken_here=any(one["taken_here"] for one in (row, *parts[row["planned"]])),
        )
        for row in rows
        if row["parent"] is None
    ]
