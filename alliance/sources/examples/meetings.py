"""Meetings in the examples: a year calendar per group, agendas, decisions, what members raise."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time, timedelta

from alliance.events.agenda_rules import raise_point, set_agenda, take_decision
from alliance.events.meetings import AgendaLine
from alliance.events.meetings_rules import (
    cancel_meeting,
    correct_meeting,
    move_meeting,
    plan_meeting,
    withdraw_meeting,
)
from alliance.sources.examples.cast import (
    KERN,
    KLANK,
    LIFE,
    NEAR,
    SCHENKEL,
    SCHOLLEVAAR,
    YOUNG,
)
from alliance.sources.examples.holidays import is_free
from alliance.sources.examples.pen import AFTERNOON, EVENING, Pen
from alliance.sources.examples.script import Decision, Raised, Topic, scenes

Calendar = dict[tuple[str, int], str]
"""The meetings by group and number: 0 comes next, 1 was the last one, and so on back."""
Items = dict[tuple[str, int], list[tuple[str, Raised]]]
"""What was raised, with its key, by group and number of the meeting that speaks of it."""
MONDAY, TUESDAY, WEDNESDAY, THURSDAY = range(4)
SCRIPT = "meetings.toml"
PLANNED_AHEAD = 70
AGENDA_AHEAD = 7


@dataclass(frozen=True)
class Series:
    """How a group meets: on which weekday, first how soon after the story, how often, how many."""

    group: str
    chair: str
    weekday: int
    soonest: int
    every: int
    held: int
    start: time
    minutes: int
    place: str


@dataclass(frozen=True)
class Move:
    """Why a meeting moved, and to what time when the hour changed too."""

    reason: str
    start: time | None = None


MOVED = {
    (NEAR, 3): Move("De zaal was die week niet vrij."),
    (KLANK, 0): Move("De vorige datum viel in de vakantie.", time(16)),
}
CALENDAR = (
    Series(KERN, "karim", THURSDAY, 4, 42, 8, time(14), 120, "Gemeentehuis, zaal 2"),
    Series(LIFE, "lotte", TUESDAY, 9, 42, 8, time(10), 120, "Inloophuis de IJssel"),
    Series(YOUNG, "sander", TUESDAY, 16, 42, 8, time(15), 120, "Comenius College, kamer 12"),
    Series(NEAR, "marijke", TUESDAY, 2, 42, 8, time(13), 120, "Huis van de Wijk Schollevaar"),
    Series(KLANK, "noor", WEDNESDAY, 20, 84, 4, time(15, 30), 90, "Huis van de Wijk De Wel"),
    Series(SCHENKEL, "greet", MONDAY, 12, 56, 6, time(19, 30), 90, "Huis van de Wijk De Wel"),
    Series(SCHOLLEVAAR, "saida", MONDAY, 5, 49, 2, time(19), 90, "Huis van de Wijk Schollevaar"),
)
NEW_CHAIR = 203
"""Days before the end: from then on someone else leads the group for young people."""


def chair_on(series: Series, before: int) -> str:
    """Who leads a group, so many days before the end of the story."""
    return "hetty" if series.group == YOUNG and before > NEW_CHAIR else series.chair


def next_day(until: date, series: Series) -> date:
    """The first day on which this group meets after the story ends."""
    soonest = until + timedelta(days=series.soonest)
    return soonest + timedelta(days=(series.weekday - soonest.weekday()) % 7)


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


def held_before(pen: Pen, series: Series, number: int) -> int:
    """How many days before the end of the story a meeting is; never on a public holiday."""
    before = (pen.until - next_day(pen.until, series)).days + number * series.every
    while is_free(pen.exact(before)):
        before += 7 if number else -7
    return before


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


def prepare(pen: Pen, series: Series, number: int, meeting: str, items: Items) -> None:
    """Set the agenda a week ahead, except that of the core group's next meeting."""
    before = held_before(pen, series, number) + AGENDA_AHEAD
    if before < 0 or (series.group, number) == (KERN, 0):
        return
    told, chair = pen.day(before), chair_on(series, before)
    own = [line_of(raised, key) for key, raised in items.get((series.group, number), ())]
    agenda = [*own, *usual(pen, series, number)]
    for lines in (agenda, agenda[:-1]) if number == 3 else (agenda,):
        past = pen.past("meeting", meeting)
        pen.write(chair, told, set_agenda(past, lines=lines, today=told), hour=EVENING)
    if (series.group, number) == (KERN, 2):
        past = pen.past("meeting", meeting)
        other = correct_meeting(past, today=told, place="Gemeentehuis, zaal 5")
        pen.write("noor", told, other, hour=EVENING + 1)


def usual(pen: Pen, series: Series, number: int) -> list[AgendaLine]:
    """Two points that a group speaks of in turn."""
    topics = [topic for topic in scenes(SCRIPT, "topic", Topic) if topic.group == series.group]
    first = (series.held - number) * 2
    chosen = [topics[(first + n) % len(topics)] for n in range(2)]
    again = first >= len(topics)
    return [
        AgendaLine(
            key=topic.key if topic.key and not again else f"onderwerp:{pen.new()}",
            title=topic.title,
            kind=topic.kind,
            minutes=30,
            reason=topic.why,
        )
        for topic in chosen
    ]


def line_of(raised: Raised, item: str) -> AgendaLine:
    """What someone raised, as a point of an agenda."""
    return AgendaLine(
        key=f"item:{item}", title=raised.title, kind=raised.kind, minutes=15, reason=raised.reason
    )


def decide(pen: Pen, series: Series, calendar: Calendar) -> None:
    """Write down what a group decided, right after each meeting."""
    known: dict[str, str] = {}
    for one in told_by(series.group):
        before = held_before(pen, series, one.number)
        key, told = pen.new(), pen.exact(before)
        reviewed = [known[words] for words in known if one.of and words.startswith(one.of)]
        decision = take_decision(
            pen.past("meeting", calendar[series.group, one.number]),
            decision=key,
            statement=one.statement,
            today=told,
            review_on=pen.exact(before - one.review) if one.review else None,
            about=f"decision:{reviewed[0]}" if reviewed else None,
        )
        known[one.statement] = key
        pen.write(chair_on(series, before), told, decision, hour=AFTERNOON + 1)


def told_by(group: str) -> list[Decision]:
    """What one group decided."""
    return [one for one in scenes(SCRIPT, "decision", Decision) if one.group == group]


def raise_points(pen: Pen) -> Items:
    """What members raise, by the meeting that will speak of it."""
    items: Items = defaultdict(list)
    for one in scenes(SCRIPT, "raised", Raised):
        key = pen.new()
        raised = raise_point(
            item=key,
            group=one.group,
            title=one.title,
            kind=one.kind,
            reason=one.reason,
            about=one.about,
        )
        before = one.before
        if one.on is not None:
            series = next(series for series in CALENDAR if series.group == one.group)
            before += held_before(pen, series, one.on)
            items[one.group, one.on].append((key, one))
        pen.write(one.who, pen.day(before), raised, hour=EVENING)
    return items


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
