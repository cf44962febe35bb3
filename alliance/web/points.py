"""Agenda points as the reader of a page may see them, and the lines that they become."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from alliance.documents.agenda_letters import POINT_INSIDE, WHY_INSIDE
from alliance.documents.checks import check_words
from alliance.events.meetings import AgendaLine
from alliance.projections.agenda import Proposal
from alliance.projections.agenda_points import Point
from alliance.projections.checks import of_point
from alliance.web import inside, names, sight
from alliance.web.pages import ask
from alliance.web.reasons import Link, links_to

PROPOSES = ("besluiten", "meedenken")
"""What asks a decision or advice: of that it is said whether those it is about had a say."""
HIDDEN = "Een afspraak van deze groep: lukt het nog?"
HIDDEN_WHY = (
    "De dag die was afgesproken, is voorbij. Welke afspraak het is, zien de groep zelf, de"
    " organisatie die het doet en de aanjager."
)


@dataclass(frozen=True)
class Eyes:
    """What the reader may see of a group: what is behind, and what stays inside."""

    late: bool
    confidential: bool


@dataclass(frozen=True)
class Shown:
    """One point as the reader of this page may see it."""

    key: str
    title: str
    kind: str  # in words: ter informatie, bespreken, besluiten, meedenken
    minutes: int
    reason: str
    links: Sequence[Link] = ()
    at: time | None = None  # when it begins, where the meeting says when it begins
    presenter: str = ""  # who introduces it, in words
    confidential: bool = False
    checked: str = ""  # whether those it is about had a say, in one sentence
    asks_check: bool = False  # a proposal of which nobody said so yet


def shown(
    points: Iterable[Point | AgendaLine],
    group: str,
    known: Proposal | None = None,
    start: time | None = None,
) -> list[Shown]:
    """Points of a group's agenda; what someone did not do yet shows to whom it concerns.

    `known` is what is proposed now: a line that was set is linked as its proposal is.
    """
    eyes = Eyes(late=sight.sees(group=group), confidential=inside.is_inside(group))
    streams = streams_of(known)
    found, at = [], start
    for one in points:
        found.append(seen(one, eyes, streams.get(one.key, (one.key,)), at))
        at = later(at, one.minutes) if at else None
    return found


def seen(one: Point | AgendaLine, eyes: Eyes, streams: Sequence[str], at: time | None) -> Shown:
    """One point, for who may see everything of this group or for anyone else."""
    line = one if isinstance(one, AgendaLine) else line_of(one)
    closed = line.confidential and not eyes.confidential
    title, reason = hidden(line, eyes) or (line.title, line.reason)
    streams = one.streams or streams if isinstance(one, Point) else streams
    visible = [stream for stream in streams if follows(stream, eyes)]
    said = "" if closed else check_words(ask(of_point, line.key))
    proposes = line.kind in PROPOSES and line.key.startswith("item:") and not closed
    return Shown(
        key=one.key,
        title=title,
        kind=names.WORDS.get(one.kind, one.kind),
        minutes=one.minutes,
        reason=reason,
        links=[] if closed else links_to(visible),
        at=at,
        presenter=names.presenter(line.presenter) if line.presenter and not closed else "",
        confidential=line.confidential,
        checked=said if line.kind in PROPOSES else "",
        asks_check=proposes and not said,
    )


def hidden(line: AgendaLine, eyes: Eyes) -> tuple[str, str] | None:
    """What is read in the place of a point that these eyes may not see; None when they may."""
    if line.confidential and not eyes.confidential:
        return POINT_INSIDE, WHY_INSIDE
    late = line.key.startswith(inside.LATE) and not eyes.late
    return (HIDDEN, HIDDEN_WHY) if late else None


def follows(stream: str, eyes: Eyes) -> bool:
    """Whether these eyes may be led to what happened in a stream."""
    if stream.startswith(inside.LATE):
        return eyes.late
    return eyes.confidential or not inside.stays_inside(stream)


def streams_of(proposal: Proposal | None) -> dict[str, tuple[str, ...]]:
    """What each proposed point follows from."""
    found = (*proposal.points, *proposal.backlog) if proposal else ()
    return {one.key: one.streams for one in found if one.streams}


def line_of(point: Point) -> AgendaLine:
    """A point as a line of an agenda that is set; what comes back from within stays within."""
    return AgendaLine(
        key=point.key,
        title=point.title,
        kind=point.kind,
        minutes=point.minutes,
        reason=point.reason,
        confidential=inside.stays_inside(point.key),
    )


def later(at: time, minutes: int) -> time:
    """The time so many minutes later."""
    return (datetime.combine(datetime.min, at) + timedelta(minutes=minutes)).time()


def anchor(key: str) -> str:
    """Where a point stands on its page."""
    return "punt-" + re.sub(r"[^A-Za-z0-9_-]", "-", key)
