"""What must the next meeting of a group talk about?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import sqlalchemy as sa

from alliance.dutch import day
from alliance.events.actions import (
    ActionAccepted,
    ActionConsidered,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionFacts,
    ActionLinked,
    ActionMoved,
    ActionWithdrawn,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
)
from alliance.events.advice import AdviceAnswered, AdviceGiven, AdviceWithdrawn
from alliance.events.agendas import AgendaPrepared
from alliance.events.meetings import (
    AgendaItemForwarded,
    AgendaItemRaised,
    AgendaSet,
    DecisionCorrected,
    DecisionTaken,
    DecisionWithdrawn,
    MeetingCancelled,
    MeetingFacts,
    MeetingMoved,
    MeetingWithdrawn,
)
from alliance.events.organisations import GroupFormed
from alliance.events.outcomes import (
    LessonCorrected,
    LessonRecorded,
    LessonWithdrawn,
    OutcomeFacts,
    OutcomeLinked,
    OutcomeWithdrawn,
)
from alliance.events.patterns import PatternFact
from alliance.events.programme import PlannedActionAdopted, ThemeAdopted
from alliance.events.records import MinutesApproved
from alliance.events.words import GebiedNamed
from alliance.journal import Entry
from alliance.projections.agenda_actions import (
    action_points,
    doubted_points,
    silent_points,
)
from alliance.projections.agenda_concerns import Concern, concern_points
from alliance.projections.agenda_items import answer_action, change_action, keep_action, keep_shared
from alliance.projections.agenda_occasion import Occasion, occasion
from alliance.projections.agenda_plans import plan_points
from alliance.projections.agenda_points import Point, raised_points, reviews, shared_points
from alliance.projections.agenda_results import Agreed, result_points
from alliance.projections.agenda_rows import (
    keep_agenda,
    keep_group,
    keep_meeting,
    keep_planned,
    keep_spoken,
)
from alliance.projections.agenda_spoken import spoken_points
from alliance.projections.agenda_tables import lines, meetings, tables
from alliance.projections.base import Projection, Rows


def apply(rows: Rows, entry: Entry) -> None:
    """Keep copies of all that may come on an agenda."""
    match entry.event:  # what happens most stands first
        case ActionFacts() as said:
            keep_action(rows, said, entry)
        case OutcomeFacts() | LessonRecorded() as said:
            keep_shared(rows, said, entry)
        case ActionDone() | ActionLinked() | ActionMoved() | ActionDropped() as said:
            change_action(rows, said)
        case ActionWithdrawn() as said:
            change_action(rows, said)
        case ActionAccepted() | ActionDeclined() | ActionConsidered() as said:
            answer_action(rows, said, entry)
        case OtherDateProposed() | OtherDateAccepted() | OtherDateDeclined() as said:
            answer_action(rows, said, entry)
        case OutcomeLinked() | OutcomeWithdrawn() | LessonCorrected() | LessonWithdrawn() as said:
            keep_shared(rows, said, entry)
        case AgendaItemRaised() | AgendaPrepared() | AgendaSet() | DecisionTaken() as said:
            keep_agenda(rows, said, entry)
        case AdviceGiven() | AdviceAnswered() | AdviceWithdrawn() | AgendaItemForwarded() as said:
            keep_spoken(rows, said, entry)
        case DecisionCorrected() | DecisionWithdrawn() | MinutesApproved() | PatternFact() as said:
            keep_spoken(rows, said, entry)
        case MeetingFacts() | MeetingMoved() | MeetingCancelled() | MeetingWithdrawn() as said:
            keep_meeting(rows, said)
        case GroupFormed() | ThemeAdopted() | GebiedNamed() as said:
            keep_group(rows, said)
        case PlannedActionAdopted() as said:
            keep_planned(rows, said, entry)


PROJECTION = Projection("agenda", tables, apply)


@dataclass(frozen=True)
class Proposal:
    """What a meeting could talk about: what fits its length, and what waits."""

    occasion: Occasion
    points: tuple[Point, ...]
    backlog: tuple[Point, ...]

    @property
    def by_weight(self) -> list[Point]:
        """Every point, the heaviest first, whether it fits or not."""
        return by_weight((*self.points, *self.backlog), self.occasion.today)

    @property
    def minutes_available(self) -> int:
        """How long the meeting lasts."""
        return self.occasion.minutes

    @property
    def minutes_used(self) -> int:
        """How long the points take together."""
        return sum(point.minutes for point in self.points)


def proposed(
    db: sa.Connection,
    group: str,
    today: date,
    *,
    results: Sequence[Agreed] = (),
    facts: Sequence[Concern] = (),
    gaps: Sequence[Concern] = (),
    to_confirm: Sequence[Concern] = (),
    silent: Sequence[Concern] = (),
    doubted: Sequence[Concern] = (),
    who: Sequence[tuple[str, str]] = (),
) -> Proposal | None:
    """The agenda that follows from what happened; None when there is no such group.

    What other projections found comes in as data: its `silent` and `doubted` agreements too, `who`.
    """
    if (for_ := occasion(db, group, today)) is None:
        return None
    theme_of = {one.result: one.theme for one in results}
    spoken = (*raised_points(db, for_, dict(who)), *spoken_points(db, for_), *reviews(db, for_))
    found = [
        *spoken,
        *result_points(for_, results),
        *action_points(db, for_, theme_of, (*silent_points(silent), *doubted_points(doubted))),
        *concern_points(db, for_, facts=facts, gaps=gaps, to_confirm=to_confirm),
        *plan_points(db, for_),
        *shared_points(db, for_, theme_of),
    ]
    return fitted(for_, carried(db, for_, once(found)))


def once(found: Sequence[Point]) -> list[Point]:
    """The points without the proposals that somebody took up by hand."""
    taken_up = {point.takes_up for point in found}
    return [point for point in found if point.key not in taken_up]


def carried(db: sa.Connection, for_: Occasion, found: Sequence[Point]) -> list[Point]:
    """The points that are due now, each saying so when it was on an agenda before."""
    asked = (
        sa.select(lines.c.key, sa.func.max(meetings.c.on))
        .join(meetings, meetings.c.meeting == lines.c.meeting)
        .where(
            lines.c.group == for_.group,
            lines.c.key.in_([point.key for point in found]),
            lines.c.meeting != (for_.meeting or ""),
        )
        .group_by(lines.c.key)
    )
    before: dict[str, date] = {row[0]: row[1] for row in db.execute(asked)}
    return [
        again(point, before[point.key]) if point.key in before else point
        for point in found
        if point.key not in before or is_due(point, before[point.key], for_)
    ]


def is_due(point: Point, last: date, for_: Occasion) -> bool:
    """Whether a point that was on an agenda may come back."""
    return point.rests is not None and last + timedelta(point.rests) <= (for_.on or for_.today)


def again(point: Point, last: date) -> Point:
    """A point that was on an agenda before, which its reason says."""
    reason = f"{point.reason} Dit stond ook op de agenda van {day(last)}."
    return replace(point, reason=reason, is_new=False)


def fitted(for_: Occasion, found: Sequence[Point]) -> Proposal:
    """The heaviest points that fit the length of the meeting, and the rest as backlog."""
    points: list[Point] = []
    backlog: list[Point] = []
    left = for_.minutes
    for point in by_weight(found, for_.today):
        if for_.kind == "klankbordgroep":
            point = replace(point, kind="meedenken")
        fits = point.minutes <= left
        (points if fits else backlog).append(point)
        left -= point.minutes if fits else 0
    return Proposal(for_, tuple(points), tuple(backlog))


def by_weight(found: Iterable[Point], today: date) -> list[Point]:
    """The heaviest first, and of the same weight what waits longest."""
    return sorted(found, key=lambda one: (-one.priority, one.since or today))
