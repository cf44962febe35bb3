"""What was said in a meeting and comes back: minutes to approve, advice to answer or answered."""

import sqlalchemy as sa

from alliance.dutch import day, weekday
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_patterns import pattern_points
from alliance.projections.agenda_points import AT_MOST, ONCE, Point, titled
from alliance.projections.agenda_sides import side_points
from alliance.projections.agenda_tables import advice, groups, meetings
from alliance.projections.base import Row

MINUTES, ADVICE, ANSWERED = "minutes:", "advice:", "answered:"
"""How the keys of these points begin."""
LAST = 3
"""So many meetings back minutes are asked to be approved."""
UPTAKES = {
    "overgenomen": "Dit is overgenomen.",
    "deels": "Dit is deels overgenomen.",
    "niet": "Dit is niet overgenomen.",
}


def spoken_points(db: sa.Connection, for_: Occasion) -> list[Point]:
    """All that was said before and waits for this group."""
    said = [*minutes_points(db, for_), *advice_points(db, for_), *side_points(db, for_)]
    return [*said, *pattern_points(db, for_)]


def minutes_points(db: sa.Connection, for_: Occasion) -> list[Point]:
    """The minutes of the last meetings of this group that had an agenda and wait for approval."""
    held = (
        sa.select(meetings.c.meeting, meetings.c.on, meetings.c["keys"], meetings.c.approved)
        .where(meetings.c.group == for_.group, meetings.c.stands, meetings.c.on < for_.today)
        .order_by(meetings.c.on.desc())
        .limit(LAST)
    )
    return [
        Point(
            key=f"{MINUTES}{meeting}",
            title=titled(f"Verslag vaststellen: {weekday(on)}"),
            kind="besluiten",
            minutes=5,
            reason=f"Het verslag van {day(on)} is nog niet vastgesteld. Klopt het?",
            priority=100,
            streams=(f"meeting:{meeting}",),
            since=on,
        )
        for meeting, on, keys, approved in db.execute(held)
        if keys and not approved
    ]


def advice_points(db: sa.Connection, for_: Occasion) -> list[Point]:
    """Advice that this group must answer, and what others did with the advice it gave."""
    named = sa.select(*advice.c, groups.c.name).join(groups, groups.c.group == advice.c.group)
    waits = named.where(advice.c.to == for_.group, advice.c.uptake.is_(None))
    found = db.execute(waits.order_by(advice.c.given_on, advice.c.advice).limit(AT_MOST))
    back = sa.select(*advice.c, groups.c.name).join(groups, groups.c.group == advice.c.to)
    told = back.where(advice.c.group == for_.group, advice.c.uptake.is_not(None))
    since = advice.c.answered_on >= for_.last if for_.last else sa.true()
    ordered = told.where(since).order_by(advice.c.answered_on, advice.c.advice).limit(AT_MOST)
    return [
        *(asked_point(dict(row)) for row in found.mappings()),
        *(answered_point(dict(row)) for row in db.execute(ordered).mappings()),
    ]


def asked_point(row: Row) -> Point:
    """Advice that waits: what do we do with it?"""
    return Point(
        key=f"{ADVICE}{row['advice']}",
        title=titled(f"Antwoord op advies: {row['statement']}"),
        kind="besluiten",
        minutes=10,
        reason=(
            f"{row['name']} gaf dit advies op {day(row['given_on'])} en hoort graag wat jullie"
            " ermee doen, en waarom."
        ),
        priority=88,
        streams=(f"{ADVICE}{row['advice']}",),
        since=row["given_on"],
    )


def answered_point(row: Row) -> Point:
    """What was done with advice: "dit deden we ermee"."""
    return Point(
        key=f"{ANSWERED}{row['advice']}",
        title=titled(f"Dit deden we met jullie advies: {row['statement']}"),
        kind="ter_informatie",
        minutes=5,
        reason=f"{UPTAKES[row['uptake']]} {row['reason']} ({row['name']})",
        priority=86,
        streams=(f"{ADVICE}{row['advice']}",),
        since=row["answered_on"],
        rests=ONCE,
    )
