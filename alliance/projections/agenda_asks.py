"""What questions ask of a meeting: answered with a no or another date, or not answered at all."""

from collections.abc import Sequence
from datetime import timedelta

from alliance.dutch import day, several
from alliance.projections.agenda_items import DECLINED, PROPOSED
from alliance.projections.agenda_occasion import Occasion
from alliance.projections.agenda_points import Point, titled
from alliance.projections.base import Row

PATIENCE = timedelta(days=14)
"""So long a question may wait before a meeting hears of it, or until the day they would answer."""
SEPARATELY = 3
"""So many get a point of their own; the rest is gone through together."""


def question_points(for_: Occasion, found: Sequence[Row]) -> list[Point]:
    """The questions of a group that someone must do something about."""
    order = (DECLINED, PROPOSED)
    due = sorted(
        (row for row in found if is_due(row, for_)),
        key=lambda row: (order.index(row["stand"]) if row["stand"] in order else 2, row["since"]),
    )
    points = [question_point(row, for_) for row in due[:SEPARATELY]]
    return [*points, *([all_questions_point(due[SEPARATELY:])] if due[SEPARATELY:] else [])]


def is_due(row: Row, for_: Occasion) -> bool:
    """Whether an answer came that asks for another step, or has been waited for long enough."""
    if row["stand"] in (DECLINED, PROPOSED):
        return True
    patient_until = row["other"] or row["since"] + PATIENCE
    return bool(patient_until < for_.today)


def question_point(row: Row, for_: Occasion) -> Point:
    """One question, with what was said to it."""
    title, reason, priority = words_of(row, for_)
    return Point(
        key=row["stream"],
        title=titled(f"{title} {row['title']}"),
        kind="bespreken",
        minutes=5,
        reason=reason,
        priority=priority,
        streams=(row["stream"],),
        since=row["since"],
    )


def words_of(row: Row, for_: Occasion) -> tuple[str, str, int]:
    """What is asked about a question, why, and how much it weighs."""
    since = day(row["since"])
    if row["stand"] == DECLINED:
        return "Wie vragen we nu?", f"Op {since} is hier nee op gezegd.", 86
    if row["stand"] == PROPOSED:
        asked = f" De vraag was {day(row['day'])}." if row["day"] else ""
        return (
            "Is deze datum goed?",
            f"Op {since} is {day(row['other'])} voorgesteld.{asked}",
            85,
        )
    ago = several((for_.today - row["since"]).days, "dag", "dagen")
    promised = f" Het antwoord zou er zijn vóór {day(row['other'])}." if row["other"] else ""
    return (
        "Nog geen antwoord:",
        f"Dit is op {since} gevraagd. Dat is {ago} geleden.{promised}",
        82,
    )


def all_questions_point(found: Sequence[Row]) -> Point:
    """The other questions, gone through together."""
    return Point(
        key="actions:asked",
        title=titled(f"Loop {several(len(found), 'vraag', 'vragen')} na die nog open staan"),
        kind="bespreken",
        minutes=10,
        reason=(
            "Ook hierop is nog geen ja gezegd."
            " Kies per vraag: wachten, bellen of ergens anders vragen."
        ),
        priority=81,
        streams=tuple(row["stream"] for row in found),
        since=found[0]["since"],
    )
