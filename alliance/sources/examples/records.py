"""What is recorded in the meetings of the examples: notes, advice, signals, and the minutes."""

from collections.abc import Sequence
from datetime import date

from alliance.dutch import weekday
from alliance.events.actions import ActionFacts
from alliance.events.advice import answer_advice, give_advice
from alliance.events.agenda_rules import take_decision
from alliance.events.attendance import AttendanceRecorded
from alliance.events.base import Event
from alliance.events.meetings import AgendaLine, AgendaSet, DecisionCorrected, DecisionTaken
from alliance.events.meetings_rules import planned_meeting
from alliance.events.minutes_drafts import draft_minutes
from alliance.events.outcomes_rules import record_outcome
from alliance.events.patterns import raise_pattern
from alliance.events.records import MinutesLine, NoteTaken, PointRecorded, RecordKind
from alliance.events.records_rules import (
    approve_minutes,
    correct_decision,
    record_at,
    take_back,
    take_note,
)
from alliance.seals import seal
from alliance.sources.examples.calendar import CALENDAR, Calendar, Series, chair_on, held_before
from alliance.sources.examples.cast import CAST, KERN, KLANK, LIFE
from alliance.sources.examples.pen import AFTERNOON, EVENING, Pen
from alliance.sources.examples.script import scenes
from alliance.sources.examples.spoken import Advised, Noted

SCRIPT = "meetings.toml"
KINDS: dict[str, RecordKind] = {
    "decision": "besluit",
    "action": "afspraak",
    "advice": "advies",
    "pattern": "signaal",
    "outcome": "opbrengst",
}


def tell_records(pen: Pen, calendar: Calendar) -> None:
    """What else was said in meetings, what was set right, and the minutes that were approved."""
    for one in scenes(SCRIPT, "note", Noted):
        note(pen, calendar, one)
    for one in scenes(SCRIPT, "pattern", Noted):
        see(pen, calendar, one)
    for said in scenes(SCRIPT, "advice", Advised):
        advise(pen, calendar, said)
    tell_slips(pen, calendar)
    for series in CALENDAR:
        for number in range(series.held, 1, -1):
            approve(pen, series, number, calendar)


def agenda_of(pen: Pen, meeting: str) -> Sequence[AgendaLine]:
    """The agenda of a meeting as it was set last."""
    told = [event for event in pen.past("meeting", meeting) if isinstance(event, AgendaSet)]
    return told[-1].lines if told else ()


def point_of(pen: Pen, meeting: str, *, last: bool = False) -> str | None:
    """The key of the first or the last point of the agenda of a meeting."""
    lines = agenda_of(pen, meeting)
    return lines[-1 if last else 0].key if lines else None


def record(
    pen: Pen, meeting: str, made: Sequence[Event], told: date, *, about: str | None
) -> Sequence[Event]:
    """What was made in a meeting, with the point at which it was."""
    planned, past = pen.past("meeting", meeting), pen.past("record", meeting)
    return record_at(planned, past, made, about=about, today=told)


def moment(pen: Pen, group: str, number: int) -> tuple[Series, date, str]:
    """When a meeting of a group was, and who led it."""
    series = next(one for one in CALENDAR if one.group == group)
    before = held_before(pen, series, number)
    return series, pen.exact(before), chair_on(series, before)


def note(pen: Pen, calendar: Calendar, one: Noted) -> None:
    """What was said at the first point."""
    _, told, chair = moment(pen, one.group, one.number)
    meeting = calendar[one.group, one.number]
    taken = take_note(
        pen.past("meeting", meeting),
        pen.past("record", meeting),
        note=pen.new(),
        statement=one.statement,
        about=point_of(pen, meeting),
        today=told,
    )
    pen.write(chair, told, taken, hour=AFTERNOON)


def see(pen: Pen, calendar: Calendar, one: Noted) -> None:
    """A pattern that a group saw."""
    _, told, chair = moment(pen, one.group, one.number)
    meeting = calendar[one.group, one.number]
    raised = raise_pattern(pattern=pen.new(), statement=one.statement, group=one.group)
    events = record(pen, meeting, [raised], told, about=point_of(pen, meeting, last=True))
    pen.write(chair, told, *events, hour=AFTERNOON)


def advise(pen: Pen, calendar: Calendar, one: Advised) -> None:
    """What the sounding board said, and what was done with it."""
    _, told, chair = moment(pen, KLANK, one.number)
    meeting, key = calendar[KLANK, one.number], pen.new()
    about = point_of(pen, meeting)
    given = give_advice(
        advice=key, group=KLANK, to=one.to, statement=one.statement, meeting=meeting, about=about
    )
    pen.write(chair, told, *record(pen, meeting, [given], told, about=about), hour=AFTERNOON)
    if one.uptake:
        _, told, chair = moment(pen, one.to, one.answered)
        past, where = pen.past("advice", key), calendar[one.to, one.answered]
        done = answer_advice(past, uptake=one.uptake, reason=one.reason, meeting=where)
        pen.write(chair, told, done, hour=AFTERNOON)


def tell_slips(pen: Pen, calendar: Calendar) -> None:
    """What was typed wrongly in one meeting is set right or taken back the same evening."""
    _, told, chair = moment(pen, LIFE, 1)
    meeting = calendar[LIFE, 1]
    planned, about = pen.past("meeting", meeting), point_of(pen, meeting)
    key = pen.new()
    decided = take_decision(planned, decision=key, statement="We kopen koffie.", today=told)
    seen = raise_pattern(pattern=pen.new(), statement="Mensen blijven na de koffie hangen.")
    said = give_advice(advice=pen.new(), group=LIFE, to=KERN, statement="Koop meer koffie.")
    brought = record_outcome(
        outcome=pen.new(),
        statement="Twee buren gaan nu samen naar de koffie.",
        count=None,
        today=told,
        on=told,
    )
    made: list[Sequence[Event]] = [[decided], [seen], [said], brought]
    for one in made:
        pen.write(chair, told, *record(pen, meeting, one, told, about=about), hour=AFTERNOON)
    past = pen.past("decision", key)
    statement = "We kopen voortaan zelf koffie."
    right = correct_decision(
        pen.past("record", meeting), past, statement=statement, held_on=told, mandate="groep"
    )
    pen.write(chair, told, right, hour=EVENING)
    for of in (decided.stream, seen.stream, said.stream, wrong_note(pen, meeting, told, chair)):
        kind, _, which = of.partition(":")
        gone = take_back(pen.past("record", meeting), pen.past(kind, which), of=of)
        pen.write(chair, told, gone, hour=EVENING)


def wrong_note(pen: Pen, meeting: str, told: date, chair: str) -> str:
    """A note that belongs to another meeting."""
    planned, past = pen.past("meeting", meeting), pen.past("record", meeting)
    taken = take_note(
        planned, past, note=pen.new(), statement="Dit hoort ergens anders.", about=None, today=told
    )
    pen.write(chair, told, taken, hour=EVENING)
    return f"note:{taken.note}"


def approve(pen: Pen, series: Series, number: int, calendar: Calendar) -> None:
    """In the next meeting the minutes of this one are found right."""
    before = held_before(pen, series, number - 1)
    told, meeting = pen.exact(before), calendar[series.group, number]
    planned = planned_meeting(pen.past("meeting", meeting))
    name = name_of(pen, "group", series.group)
    minutes = draft_minutes(
        title=f"{name}, {weekday(planned.on)}",
        group=series.group,
        on=planned.on,
        start=planned.start,
        place=planned.place,
        seats=[
            (seat_of(pen, one), one.presence)
            for one in pen.past("attendance", meeting)
            if isinstance(one, AttendanceRecorded)
        ],
        agenda=agenda_of(pen, meeting),
        recorded=recorded(pen, meeting),
    )
    approved = approve_minutes(
        pen.past("meeting", meeting),
        pen.past("record", meeting),
        told=minutes,
        digest=seal(minutes),
        today=told,
        approved_in=calendar[series.group, number - 1],
    )
    pen.write(chair_on(series, before), told, approved, hour=AFTERNOON)


def recorded(pen: Pen, meeting: str) -> list[tuple[str | None, MinutesLine]]:
    """What was recorded in a meeting, with the point at which it was."""
    found: list[tuple[str | None, MinutesLine]] = []
    for event in pen.past("record", meeting):
        if isinstance(event, NoteTaken):
            of = f"note:{event.note}"
            line = MinutesLine(kind="notitie", statement=event.statement, of=of)
            found.append((event.about, line))
        elif isinstance(event, PointRecorded):
            kind, _, key = event.of.partition(":")
            found.append((event.about, line_of(pen, event.of, pen.past(kind, key)[0])))
    return found


def line_of(pen: Pen, of: str, said: Event) -> MinutesLine:
    """One thing that was recorded, as the minutes tell it."""
    kind = KINDS[of.partition(":")[0]]
    match said:
        case ActionFacts():
            who = said.organisation
            name = name_of(pen, "organisation", who) if who else None
            return MinutesLine(
                kind=kind,
                statement=said.title,
                of=of,
                organisation=who,
                name=name,
                day=said.by_when,
            )
        case DecisionTaken() | DecisionCorrected():
            return MinutesLine(kind=kind, statement=said.statement, of=of, day=said.review_on)
    statement: str = getattr(said, "statement")  # noqa: B009  every other kind has one
    return MinutesLine(kind=kind, statement=statement, of=of)


def seat_of(pen: Pen, one: AttendanceRecorded) -> str:
    """Who was there, as an organisation."""
    theirs = {pen.keys[each.key]: each.organisation for each in CAST}
    organisation = one.on_behalf_of or theirs.get(one.member or "")
    return name_of(pen, "organisation", organisation) if organisation else "lid"


def name_of(pen: Pen, kind: str, key: str) -> str:
    """What a group or an organisation is called."""
    names = [getattr(event, "name", None) for event in pen.past(kind, key)]
    return str([name for name in names if name][-1])
