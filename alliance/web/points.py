"""Agenda points as the reader of a page may see them, and the lines that they become."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from alliance.events.meetings import AgendaLine
from alliance.projections.agenda import Proposal
from alliance.projections.agenda_points import Point
from alliance.web import names, sight
from alliance.web.reasons import Link, links_to

HIDDEN = "Een afspraak van deze groep: lukt het nog?"
HIDDEN_WHY = (
    "De dag die was afgesproken, is voorbij. Welke afspraak het is, zien de groep zelf, de"
    " organisatie die het doet en de aanjager."
)


@dataclass(frozen=True)
class Shown:
    """One point as the reader of this page may see it."""

    key: str
    title: str
    kind: str  # in words: ter informatie, bespreken, besluiten, meedenken
    minutes: int
    reason: str
    links: Sequence[Link] = ()
    is_new: bool = True
    at: time | None = None  # when it begins, where the meeting says when it begins


def shown(
    points: Iterable[Point | AgendaLine],
    group: str,
    known: Proposal | None = None,
    start: time | None = None,
) -> list[Shown]:
    """Points of a group's agenda; what someone did not do yet shows to whom it concerns.

    `known` is what is proposed now: a line that was set is linked as its proposal is.
    """
    ours = sight.sees(group=group)
    streams = streams_of(known)
    found, at = [], start
    for one in points:
        found.append(seen(one, ours, streams.get(one.key, (one.key,)), at))
        at = later(at, one.minutes) if at else None
    return found


def seen(one: Point | AgendaLine, ours: bool, streams: Sequence[str], at: time | None) -> Shown:
    """One point, for who may see everything of this group or for anyone else."""
    hidden = not ours and one.key.startswith(sight.LATE)
    streams = one.streams or streams if isinstance(one, Point) else streams
    visible = [stream for stream in streams if ours or not stream.startswith(sight.LATE)]
    return Shown(
        key=one.key,
        title=HIDDEN if hidden else one.title,
        kind=names.WORDS.get(one.kind, one.kind),
        minutes=one.minutes,
        reason=HIDDEN_WHY if hidden else one.reason,
        links=links_to(visible),
        is_new=one.is_new if isinstance(one, Point) else True,
        at=at,
    )


def streams_of(proposal: Proposal | None) -> dict[str, tuple[str, ...]]:
    """What each proposed point follows from."""
    found = (*proposal.points, *proposal.backlog) if proposal else ()
    return {one.key: one.streams for one in found if one.streams}


def candidates(proposal: Proposal, lines: Sequence[AgendaLine]) -> dict[str, AgendaLine]:
    """What may stand on the agenda, by key: what is proposed, what waits, what stood on it."""
    found = {one.key: line_of(one) for one in (*proposal.points, *proposal.backlog)}
    return found | {line.key: line for line in lines if line.key not in found}


def line_of(point: Point) -> AgendaLine:
    """A point as a line of an agenda that is set."""
    return AgendaLine(
        key=point.key,
        title=point.title,
        kind=point.kind,
        minutes=point.minutes,
        reason=point.reason,
    )


def later(at: time, minutes: int) -> time:
    """The time so many minutes later."""
    return (datetime.combine(datetime.min, at) + timedelta(minutes=minutes)).time()
