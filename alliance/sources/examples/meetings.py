"""Meetings in the examples: a year calendar per group, agendas, decisions, what members raise."""

from dataclasses import dataclass
from datetime import time

from alliance.events.agenda_rules import set_agenda, take_decision
from alliance.events.meetings import AgendaLine
from alliance.events.meetings_rules import (
    cancel_meeting,
    move_meeting,
    plan_meeting,
    withdraw_meeting,
)
from alliance.sources.examples.agendas import prepare, raise_points
from alliance.sources.examples.calendar import CALENDAR, Calendar, Series, chair_on, held_before
from alliance.sources.examples.cast import KERN, KLANK, NEAR, SCHOLLEVAAR
from alliance.sources.examples.pen import AFTERNOON, Pen
from alliance.sources.examples.records import point_of, record
from alliance.sources.examples.script import scenes
from alliance.sources.examples.spoken import Decision

SCRIPT = "meetings.toml"
PLANNED_AHEAD = 70


@dataclass(frozen=True)
class Move:
    """Why a meeting moved, and to what time when the hour changed too."""

    reason: str
    start: time | None = None


MOVED = {
    (NEAR, 3): Move("De zaal was die week niet vrij."),
    (KLANK, 0): Move("De vorige datum viel in de vakantie.", time(16)),
}


def tell_meetings(pen: Pen) -> Calendar:
    """Plan and hold the meetings of every group; gives their keys."""
    calendar: Calendar = {}
    for series in CALENDAR:
        for number in range(series.held, -1, -1):
            calendar[series.group, number] = plan(pen, series, number)
    items = raise_points(pen)
    for series in CALENDAR:
        for number in range(series.held, -1, -1):
            prepare(pen, series, number, calendar[series.group, number], items)
        decide(pen, series, calendar)
    tell_mishaps(pen)
    return calendar


def plan(pen: Pen, series: Series, number: int) -> str:
    """Plan one meeting, at the latest on the first days of the year; some were moved since."""
    before = held_before(pen, series, number)
    earliest = 140 if series.group == SCHOLLEVAAR else 355
    told = pen.day(min(before + PLANNED_AHEAD, earliest))
    key, moved = pen.new(), MOVED.get((series.group, number))
    planned = plan_meeting(
        meeting=key,
        group=series.group,
        on=pen.exact(before + (7 if moved else 0)),
        today=told,
        start=series.start,
        place=series.place,
        minutes=series.minutes,
    )
    pen.write("noor", told, planned)
    if moved:
        told = pen.day(max(0, before + 30))
        past, on = pen.past("meeting", key), pen.exact(before)
        later = move_meeting(past, on=on, today=told, start=moved.start, reason=moved.reason)
        pen.write("noor", told, later)
    return key


def decide(pen: Pen, series: Series, calendar: Calendar) -> None:
    """Write down what a group decided, right after each meeting."""
    known: dict[str, str] = {}
    for one in told_by(series.group):
        before = held_before(pen, series, one.number)
        key, told = pen.new(), pen.exact(before)
        meeting = calendar[series.group, one.number]
        reviewed = [known[words] for words in known if one.of and words.startswith(one.of)]
        decision = take_decision(
            pen.past("meeting", meeting),
            decision=key,
            statement=one.statement,
            today=told,
            review_on=pen.exact(before - one.review) if one.review else None,
            about=f"decision:{reviewed[0]}" if reviewed else point_of(pen, meeting),
            mandate=one.mandate,
        )
        known[one.statement] = key
        recorded = record(pen, meeting, [decision], told, about=decision.about)
        pen.write(chair_on(series, before), told, *recorded, hour=AFTERNOON)


def told_by(group: str) -> list[Decision]:
    """What one group decided."""
    return [one for one in scenes(SCRIPT, "decision", Decision) if one.group == group]


def tell_mishaps(pen: Pen) -> None:
    """One meeting is called off with its agenda ready, one was entered twice."""
    told, on = pen.day(240), pen.exact(225)
    for reason in ("Te veel mensen zijn ziek.", None):
        key = pen.new()
        planned = plan_meeting(meeting=key, group=KERN, on=on, today=told)
        pen.write("noor", told, planned)
        if reason is None:
            gone = withdraw_meeting(pen.past("meeting", key), reason="Dubbel ingevoerd.")
            pen.write("noor", told, gone)
            continue
        line = AgendaLine(
            key="onderwerp:extra",
            title="Extra overleg",
            kind="bespreken",
            minutes=60,
            reason="Op verzoek.",
        )
        agenda = set_agenda(pen.past("meeting", key), lines=[line], today=told)
        pen.write("karim", pen.day(236), agenda)
        off = cancel_meeting(pen.past("meeting", key), reason=reason)
        pen.write("karim", pen.day(228), off)
