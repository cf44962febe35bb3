"""What agreements ask of a meeting: not answered yet, past their day, or coming soon."""

from collections import Counter
from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from alliance.dutch import day, listed, several
from alliance.projections.agenda_asks import question_points
from alliance.projections.agenda_concerns import Concern
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_points import Point, titled
from alliance.projections.agenda_tables import actions, groups, themes
from alliance.projections.base import Row

SEPARATELY = 3
"""So many late actions get a point of their own; the rest is gone through together."""


def action_points(
    db: sa.Connection,
    for_: Occasion,
    theme_of: Mapping[str, str],
    odd: Sequence[Point] = (),
) -> list[Point]:
    """This group's questions and agreements that wait; for the core group the others too."""
    asked = sa.select(actions).where(actions.c.day.is_not(None) | actions.c.stand.is_not(None))
    found = [
        dict(row) for row in db.execute(asked.order_by(actions.c.day, actions.c.action)).mappings()
    ]
    for row in found:
        row["stream"] = f"action:{row['action']}"
        row["theme"] = theme_of.get(row["result"], row["theme"])
    mine = [
        row
        for row in found
        if for_.handles(group=row["group"], theme=row["theme"], area=row["area"])
    ]
    agreed = [row for row in mine if row["stand"] is None]
    late = [row for row in agreed if row["day"] < for_.today]
    soon = [row for row in agreed if for_.today <= row["day"] <= for_.until]
    return [
        *question_points(for_, [row for row in mine if row["stand"]]),
        *(late_point(row, for_) for row in late[:SEPARATELY]),
        *([all_late_point(late[SEPARATELY:])] if len(late) > SEPARATELY else []),
        *([soon_point(soon, for_)] if soon else []),
        *odd,
        *(elsewhere(db, for_, [row for row in found if row not in mine])),
    ]


def silent_points(silent: Sequence[Concern]) -> list[Point]:
    """This group's agreements of which nobody heard for long, also after they were asked."""
    if not silent:
        return []
    longest = min(one.since for one in silent if one.since)
    return [
        Point(
            key="actions:silent",
            title=titled(f"Klopt dit nog? Loop {several(len(silent), 'afspraak', 'afspraken')} na"),
            kind="bespreken",
            minutes=5,
            reason=(
                f"Hier is lang niets van gehoord, het langst sinds {day(longest)}."
                " Wie het doet en de aanjager zijn het eerst gevraagd."
            ),
            priority=57,
            streams=tuple(stream for one in silent for stream in one.streams),
            since=longest,
        )
    ]


def doubted_points(doubted: Sequence[Concern]) -> list[Point]:
    """This group's agreements that look odd, also after they were asked about."""
    if not doubted:
        return []
    first, rest = doubted[0], len(doubted) - 1
    more = f" Zo {'staat' if rest == 1 else 'staan'} er nog {rest}." if rest else ""
    return [
        Point(
            key="actions:doubted",
            title=titled(f"Klopt dit? Kijk {several(len(doubted), 'afspraak', 'afspraken')} na"),
            kind="bespreken",
            minutes=5,
            reason=(
                f"{first.title}: {first.reason}{more} Wie het doet en de aanjager zijn het eerst"
                " gevraagd."
            ),
            priority=56,
            streams=tuple(stream for one in doubted for stream in one.streams),
            since=first.since,
        )
    ]


def late_point(row: Row, for_: Occasion) -> Point:
    """One agreement of which the day has been."""
    ago = several((for_.today - row["day"]).days, "dag", "dagen")
    moved = several(row["moved"], "keer", "keer")
    before = f" De dag is al {moved} verschoven." if row["moved"] else ""
    return Point(
        key=row["stream"],
        title=titled(f"Lukt het nog? {row['title']}"),
        kind="bespreken",
        minutes=5,
        reason=f"Dit zou op {day(row['day'])} klaar zijn. Dat is {ago} geleden.{before}",
        priority=84,
        streams=(row["stream"],),
        since=row["day"],
    )


def all_late_point(late: Sequence[Row]) -> Point:
    """The other agreements of which the day has been, gone through together."""
    return Point(
        key="actions:late",
        title=titled(f"Lukt het nog? Loop {several(len(late), 'afspraak', 'afspraken')} na"),
        kind="bespreken",
        minutes=15,
        reason=(
            f"Ook hiervan is de dag voorbij, van de oudste op {day(late[0]['day'])}."
            " Kies per afspraak: gedaan, een andere dag, of niet doorgegaan."
        ),
        priority=83,
        streams=tuple(row["stream"] for row in late),
        since=late[0]["day"],
    )


def soon_point(soon: Sequence[Row], for_: Occasion) -> Point:
    """Agreements to be kept before the meeting after this one."""
    return Point(
        key="actions:soon",
        title=titled(f"Dit komt eraan: {several(len(soon), 'afspraak', 'afspraken')}"),
        kind="ter_informatie",
        minutes=5,
        reason=(
            f"Klaar vóór of op {day(for_.until)}, als jullie elkaar daarna weer zien."
            f" De eerste is op {day(soon[0]['day'])}."
        ),
        priority=55,
        streams=tuple(row["stream"] for row in soon),
        since=soon[0]["day"],
    )


def elsewhere(db: sa.Connection, for_: Occasion, found: Sequence[Row]) -> list[Point]:
    """For the core group: how many agreements of each other group are past their day."""
    late = [row for row in found if row["stand"] is None and row["day"] < for_.today]
    if not (for_.is_core and late):
        return []
    named: dict[str, str] = {
        key: name
        for table, key_column in ((themes, themes.c.theme), (groups, groups.c.group))
        for key, name in db.execute(sa.select(key_column, table.c.name))
    }
    counts = Counter(named.get(row["group"] or row["theme"], "zonder groep") for row in late)
    many = several(len(late), "afspraak", "afspraken")
    words = listed([f"{name} {count}" for name, count in counts.most_common()])
    return [
        Point(
            key="actions:elsewhere",
            title=titled(f"Andere groepen: van {many} is de dag voorbij"),
            kind="ter_informatie",
            minutes=5,
            reason=f"Het gaat om: {words}. Vraag de voorzitters wat zij nodig hebben.",
            priority=58,
            since=late[0]["day"],
        )
    ]
