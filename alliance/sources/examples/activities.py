"""Activities in the examples: planned, moved, held, cancelled, and what they brought and taught."""

from collections.abc import Mapping

from alliance.events.activities_rules import (
    cancel_activity,
    hold_activity,
    link_activity,
    move_activity,
    plan_activity,
)
from alliance.events.counts import Count
from alliance.events.outcomes_rules import record_lesson, record_outcome
from alliance.holidays import is_free
from alliance.sources.examples.cast import ORGANISATIONS
from alliance.sources.examples.outcomes import tell_mistakes, tell_yields
from alliance.sources.examples.pen import EVENING, Pen
from alliance.sources.examples.script import Once, Round, number, scenes, theme_of

SCRIPT = "activities.toml"
AHEAD = 24
"""How many days before its day something is planned."""
UNCOUNTED, CANCELLED, MOVED = 4, 7, 5
"""Of a series, which one nobody counted, which one fell through and which one moved."""


def tell_activities(pen: Pen, actions: Mapping[str, str]) -> None:
    """What was organised through the year, in series and once."""
    for series in scenes(SCRIPT, "round", Round):
        days = range(series.first, series.last, -series.every)
        for turn, wanted in enumerate(days, 1):
            before = later(pen, wanted, series.weekday)
            if before is not None:
                tell_turn(pen, series, turn, before, actions)
    kept = {one.title: tell_once(pen, one, actions) for one in scenes(SCRIPT, "once", Once)}
    tell_mistakes(pen, kept)
    tell_yields(pen, actions)


def later(pen: Pen, before: int, weekday: int) -> int | None:
    """The next such weekday, in days before the end of the story; None when it is not for then."""
    before -= (weekday - pen.exact(before).weekday()) % 7
    return None if is_free(pen.exact(before)) or before < -AHEAD else before


def tell_turn(pen: Pen, series: Round, turn: int, before: int, actions: Mapping[str, str]) -> None:
    """One time of a series."""
    key, told = pen.new(), pen.day(min(before + AHEAD, series.first + AHEAD - 20))
    planned = plan_activity(
        activity=key,
        title=series.title,
        on=pen.exact(before + 1 if turn == MOVED else before),
        place=series.place,
        today=told,
        start=series.start,
        area=series.area,
        audience=series.audience,
        organisation=ORGANISATIONS[series.who],
        offer=series.offer,
        action=actions[series.agreed] if series.agreed and turn <= 2 else None,
        theme=theme_of(series.result),
        result=series.result,
        persona=series.persona,
    )
    pen.write(series.who, told, planned)
    tell_after(pen, series, turn, before, key)


def tell_after(pen: Pen, series: Round, turn: int, before: int, key: str) -> None:
    """What became of one time that was planned."""
    if turn == MOVED:
        sooner = pen.day(before + 4)
        reason = "De zaal was bezet." if series.area else None
        past = pen.past("activity", key)
        moved = move_activity(past, on=pen.exact(before), today=sooner, reason=reason)
        pen.write(series.who, sooner, moved)
    if turn == CANCELLED:
        off = cancel_activity(pen.past("activity", key), reason="De gastvrouw was ziek.")
        pen.write(series.who, pen.exact(before), off)
    elif before >= 1:
        report(pen, series, turn, before, key)


def report(pen: Pen, series: Round, turn: int, before: int, key: str) -> None:
    """What one time of a series brought; now and then only that it was held."""
    told, past = pen.exact(before), pen.past("activity", key)
    came = pen.chance.randint(series.low, series.high)
    unique = series.unit in ("personen", "getraind")
    counted = number(came, series.unit, unique=unique)
    if turn == UNCOUNTED:
        unknown = Count(known="onbekend", unit=series.unit)
        pen.write(series.who, told, hold_activity(past, today=told, counts=[unknown]), hour=EVENING)
        return
    if turn % 3 == 0:
        back = Count(known="niet_aangeboden", unit="terugkomers")
        held = hold_activity(past, today=told, counts=[counted, back])
        pen.write(series.who, told, held, hour=EVENING)
        return
    recorded = record_outcome(
        outcome=pen.new(),
        statement=series.brought[turn % len(series.brought)],
        count=counted,
        today=told,
        activity=past,
    )
    pen.write(series.who, told, *recorded, hour=EVENING)


def tell_once(pen: Pen, one: Once, actions: Mapping[str, str]) -> tuple[str, str]:
    """Something that was there one time; gives its key and that of what it brought."""
    key, told = pen.new(), pen.day(one.before + AHEAD)
    planned = plan_activity(
        activity=key,
        title=one.title,
        on=pen.day(one.before),
        place=one.place,
        today=told,
        area=one.area,
        audience=one.audience,
        organisation=ORGANISATIONS[one.who],
        action=actions[one.agreed] if one.agreed else None,
        persona=one.persona,
    )
    pen.write(one.who, told, planned)
    outcome, on = pen.new(), pen.day(one.before)
    if one.brought is None:
        return key, outcome
    if not one.unplanned:
        link(pen, one, key, one.before + 3)
    past = pen.past("activity", key)
    brought = record_outcome(
        outcome=outcome, statement=one.brought, count=one.count, today=on, activity=past
    )
    pen.write(one.who, on, *brought, hour=EVENING)
    tell_more(pen, one, key)
    if one.unplanned:
        link(pen, one, key, one.before - 3)
    return key, outcome


def link(pen: Pen, one: Once, key: str, before: int) -> None:
    """The aanjager links what was planned, now and then only after it was there."""
    if one.result:
        theme, past = theme_of(one.result), pen.past("activity", key)
        linked = link_activity(past, theme=theme, result=one.result)
        pen.write("noor", pen.day(before), linked)


def tell_more(pen: Pen, one: Once, key: str) -> None:
    """What nobody had planned, and what was learned."""
    on = pen.day(one.before)
    if one.unplanned:
        extra = record_outcome(
            outcome=pen.new(),
            statement=one.unplanned,
            count=None,
            today=on,
            activity=pen.past("activity", key),
            unplanned=True,
        )
        pen.write(one.who, on, *extra, hour=EVENING)
    if one.lesson:
        past = pen.past("activity", key)
        lesson = record_lesson(lesson=pen.new(), statement=one.lesson, today=on, activity=past)
        pen.write(one.who, on, lesson, hour=EVENING)
