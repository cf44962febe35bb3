"""The year calendar in the examples: what stands on it, what moved, and steps taken up."""

from datetime import date, timedelta

from alliance.events.actions_rules import agree_action, do_action
from alliance.events.moments import (
    MomentSet,
    OccasionAdopted,
    drop_moment,
    move_moment,
    set_moment,
    step_day,
    take_step,
    usual_days,
)
from alliance.sources.examples.cast import ORGANISATIONS
from alliance.sources.examples.pen import AFTERNOON, Pen

WEEK, SPRING, EVALUATION = "week_tegen_eenzaamheid", "voorjaarsnota", "jaarevaluatie"
LONG_AGO = timedelta(days=200)
AHEAD, EARLIEST, LATEST = 140, 355, 6
"""The Week is set so many days before it begins, within the days of the story."""
TAKEN = ((1, "noor"), (5, "noor"), (2, "karim"))
"""Which steps of the Week became agreements, and whose."""


def tell_moments(pen: Pen) -> MomentSet:
    """Put the Week and other moments on the calendar; gives the Week."""
    on, until = week_near(pen)
    before = min(EARLIEST, max(LATEST, (pen.until - on).days + AHEAD))
    week = put(pen, before, WEEK, on, until)
    for number, who in TAKEN:
        take(pen, before - 1, week, number, who)
    spring = put(pen, 60, SPRING, pen.until + timedelta(days=120))
    day, later = pen.day(40), pen.until + timedelta(days=134)
    past, why = pen.past("moment", spring.moment), "De raad schoof de behandeling op."
    moved = move_moment(past, on=later, until=None, reason=why, today=day)
    pen.write("noor", day, moved)
    put(pen, 30, EVALUATION, pen.until + timedelta(days=75))
    tell_market(pen)
    return week


def occasion(pen: Pen, key: str) -> OccasionAdopted:
    """What comes back every year, as the plan has it."""
    known = pen.past("occasion", key)[-1]
    assert isinstance(known, OccasionAdopted)
    return known


def week_near(pen: Pen) -> tuple[date, date | None]:
    """The days of the Week that comes next, or of the last one when that is not long ago."""
    usual = occasion(pen, WEEK).usual
    assert usual is not None  # its source says when it begins
    years = range(pen.until.year - 1, pen.until.year + 2)
    found = (usual_days(usual, year) for year in years)
    return next(days for days in found if days[0] >= pen.until - LONG_AGO)


def put(pen: Pen, before: int, key: str, on: date, until: date | None = None) -> MomentSet:
    """Put a moment on the calendar; its days are invented."""
    told, known = pen.day(before), occasion(pen, key)
    moment = set_moment(
        moment=pen.new(),
        occasion=known,
        title=f"{known.name} {on.year}",
        on=on,
        until=until,
        source="voorbeeld, verzonnen dag",
        today=told,
    )
    pen.write("noor", told, moment)
    return moment


def take(pen: Pen, before: int, moment: MomentSet, number: int, who: str) -> None:
    """Let someone take up a step, and do it when its day has been."""
    told, key, step = pen.day(before), pen.new(), moment.steps[number - 1]
    by = step_day(moment.on, moment.until, step)
    agreed = agree_action(
        action=key,
        title=f"{step.what} ({moment.title})",
        by_when=by if by >= told else None,
        today=told,
        owner=pen.keys[who],
        organisation=ORGANISATIONS[who],
    )
    taken = take_step(pen.past("moment", moment.moment), step=number, action=key)
    pen.write(who, told, taken, agreed, hour=AFTERNOON)
    if told < by < pen.until:
        done = do_action(pen.past("action", key), on=by, today=by)
        pen.write(who, by, done, hour=AFTERNOON)


def tell_market(pen: Pen) -> None:
    """Something of this year only stands on the calendar, and is taken off again."""
    told, on = pen.day(90), pen.until + timedelta(days=10)
    market = set_moment(
        moment=pen.new(), occasion=None, title="Markt van verenigingen", on=on, today=told
    )
    pen.write("noor", told, market)
    past = pen.past("moment", market.moment)
    dropped = drop_moment(past, reason="Er doen te weinig verenigingen mee.")
    pen.write("noor", pen.day(20), dropped)
