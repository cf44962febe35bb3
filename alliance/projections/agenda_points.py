"""What may come on an agenda because it was raised, decided or learned, each with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

import sqlalchemy as sa

from alliance.dutch import capital, day, several, shortened
from alliance.events.base import TITLE_LENGTH
from alliance.events.meetings import ItemKind
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_rows import DECISION, RAISED
from alliance.projections.agenda_tables import decisions, raised, shared
from alliance.projections.base import Row

AT_MOST = 50
"""So many of one kind are looked at; who has more waiting has another problem."""
NAMED = 3
"""So many are named in a reason; the rest is counted."""
LOOK_BACK = timedelta(days=90)
"""How far back by-catch and lessons are looked for when a group did not meet before."""
NOBODY: Mapping[str, str] = MappingProxyType({})
ONCE = None
HALF_A_YEAR = 182


@dataclass(frozen=True)
class Point:
    """One proposed point: what to talk about, how, how long, and why it is here."""

    key: str
    title: str
    kind: ItemKind
    minutes: int
    reason: str
    priority: int  # higher comes first
    streams: tuple[str, ...] = ()  # what happened, to link to
    since: date | None = None  # the longest waiting comes first
    rests: int | None = 0  # days before it comes back after an agenda; ONCE: never
    is_new: bool = True  # on no agenda this group had before
    takes_up: str | None = None  # the key of the proposal it stands for


def titled(words: str) -> str:
    """A title that fits, beginning with a capital."""
    return shortened(capital(words), TITLE_LENGTH)


def some(names: Sequence[str], longest: int = 90) -> str:
    """The first few of these in words, and how many more there are: a; b; en nog 2."""
    named = [shortened(name.rstrip("."), longest) for name in names[:NAMED]]
    more = [f"en nog {len(names) - NAMED}"] if len(names) > NAMED else []
    return "; ".join([*named, *more])


def own_first(own: str | None, told: str) -> str:
    """The reason that somebody gave, and then how it came here."""
    said = (own or "").strip()
    stop = "" if not said or said.endswith((".", "!", "?", "…")) else "."
    return f"{said}{stop} {told}".strip()


def raised_points(
    db: sa.Connection, for_: Occasion, who: Mapping[str, str] = NOBODY
) -> list[Point]:
    """What someone raised for this group and was on no agenda yet, other than of this meeting.

    `who` names the organisation of each member: that raised it, never who.
    """
    waits = raised.c.meeting.is_(None) | (raised.c.meeting == (for_.meeting or ""))
    asked = sa.select(raised).where(raised.c.group == for_.group, waits)
    ordered = asked.order_by(raised.c.raised_on, raised.c.item).limit(AT_MOST)
    return [
        Point(
            key=f"{RAISED}{row['item']}",
            title=row["title"],
            kind=row["kind"],
            minutes=row["minutes"],
            reason=own_first(row["reason"], how_raised(row, who)),
            priority=95,
            streams=(f"{RAISED}{row['item']}",),
            since=row["raised_on"],
            takes_up=row["about"],
        )
        for row in db.execute(ordered).mappings()
    ]


def how_raised(row: sa.RowMapping, who: Mapping[str, str]) -> str:
    """When something was raised, and by which organisation."""
    theirs = who.get(row["by"] or "")
    by = f" door {theirs}" if theirs else ""
    return f"Aangedragen op {day(row['raised_on'])}{by}."


def reviews(db: sa.Connection, for_: Occasion) -> list[Point]:
    """Decisions this group meant to look at again by the day it meets, the latest apart."""
    asked = sa.select(decisions).where(
        decisions.c.group == for_.group, decisions.c.review_on <= (for_.on or for_.today)
    )
    ordered = asked.order_by(decisions.c.review_on.desc(), decisions.c.decision)
    found = [dict(row) for row in db.execute(ordered.limit(AT_MOST)).mappings()]
    rest = found[NAMED:]
    return [*map(review, found[:NAMED]), *([other_reviews(rest)] if rest else [])]


def review(row: Row) -> Point:
    """One decision to look at again."""
    return Point(
        key=f"{DECISION}{row['decision']}",
        title=titled(f"Opnieuw bekijken: {row['statement']}"),
        kind="besluiten",
        minutes=10,
        reason=(
            f"Jullie besloten dit op {day(row['taken_on'])} en wilden het"
            f" vanaf {day(row['review_on'])} opnieuw bekijken. Klopt het besluit nog?"
        ),
        priority=90,
        streams=(f"{DECISION}{row['decision']}",),
        since=row["review_on"],
    )


def other_reviews(found: Sequence[Row]) -> Point:
    """Decisions that wait longer to be looked at again, gone through together."""
    return Point(
        key="decisions:review",
        title=titled(f"Loop {several(len(found), 'ouder besluit', 'oudere besluiten')} na"),
        kind="besluiten",
        minutes=15,
        reason=(
            "Jullie wilden deze besluiten opnieuw bekijken, het oudste vanaf"
            f" {day(found[-1]['review_on'])}. Kies per besluit: het blijft, of het wordt anders."
        ),
        priority=79,
        streams=tuple(f"{DECISION}{row['decision']}" for row in found),
        since=found[-1]["review_on"],
    )


def shared_points(db: sa.Connection, for_: Occasion, theme_of: dict[str, str]) -> list[Point]:
    """By-catch and lessons in this group's field, written down since it met."""
    since = for_.last or for_.today - LOOK_BACK
    asked = sa.select(shared).where(shared.c.shared_on >= since)
    ordered = asked.order_by(shared.c.shared_on.desc(), shared.c.stream)
    found = db.execute(ordered.limit(AT_MOST)).mappings()
    return [
        worth_sharing(dict(row))
        for row in found
        if for_.covers(theme=theme_of.get(row["result"], row["theme"]), area=row["area"])
    ]


def worth_sharing(row: Row) -> Point:
    """A lesson or an unplanned outcome as a point."""
    lesson = row["stream"].startswith("lesson:")
    what = "Les" if lesson else "Onverwachte opbrengst"
    why = (
        "Wie iets soortgelijks begint, heeft hier iets aan."
        if lesson
        else "Dit was niet gepland en kan anderen helpen."
    )
    return Point(
        key=row["stream"],
        title=titled(f"{what}: {row['title']}"),
        kind="ter_informatie",
        minutes=5,
        reason=f"{why} Vastgelegd op {day(row['shared_on'])}.",
        priority=45,
        streams=(row["stream"],),
        since=row["shared_on"],
        rests=ONCE,
    )
