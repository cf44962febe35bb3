"""Actions in the examples: agreed in meetings or in between, done, moved, dropped, mended."""

from collections.abc import Mapping
from datetime import date

from alliance.events.actions_rules import (
    agree_action,
    correct_action,
    do_action,
    drop_action,
    link_action,
    log_action,
    move_action,
    withdraw_action,
)
from alliance.sources.examples.calendar import CALENDAR, Calendar, chair_on, held_before
from alliance.sources.examples.cast import KERN, ORGANISATIONS, YOUNG
from alliance.sources.examples.pen import AFTERNOON, EVENING, Pen
from alliance.sources.examples.records import point_of, record
from alliance.sources.examples.script import Loose, Promise, scenes, theme_of

SCRIPT = "actions.toml"
MENTORS = "Een maatje zoeken voor nieuwkomers in Schollevaar"
"""What Welzijn agreed to in the last meeting of the core group; it is not done yet."""
FOUR_WEEKS = 28
ASKED_FIRST = 12
"""So many days before its date someone asks for another one."""


def tell_actions(pen: Pen, calendar: Calendar) -> Mapping[str, str]:
    """Everything that was agreed; gives the keys of the actions by their title."""
    keys = {
        promise.title: promise_made(pen, promise, calendar)
        for promise in scenes(SCRIPT, "promise", Promise)
    }
    keys[MENTORS] = look_for_mentors(pen, calendar)
    for one in scenes(SCRIPT, "loose", Loose):
        tell_loose_one(pen, one)
    tell_mistake(pen)
    mend(pen, keys)
    return keys


def promise_made(pen: Pen, promise: Promise, calendar: Calendar) -> str:
    """One agreement and what became of it."""
    series = next(one for one in CALENDAR if one.group == promise.group)
    before = held_before(pen, series, promise.number)
    key, told = pen.new(), pen.exact(before)
    organisation = ORGANISATIONS[promise.who] if promise.who else None
    agreed = agree_action(
        action=key,
        title=promise.title,
        today=told,
        by_when=pen.exact(before - promise.weeks * 7) if promise.weeks else None,
        organisation=organisation,
        owner=pen.keys[promise.who] if promise.who else None,
        group=promise.group,
        meeting=calendar[promise.group, promise.number],
        theme=theme_of(promise.result),
        result=promise.result,
        planned=promise.planned,
        persona=promise.persona,
        area=promise.area,
    )
    meeting = calendar[promise.group, promise.number]
    about = point_of(pen, meeting, last=True)
    recorded = record(pen, meeting, [agreed], told, about=about)
    pen.write(chair_on(series, before), told, *recorded, hour=AFTERNOON)
    if promise.weeks and promise.who:
        carry_out(pen, promise, key, promise.who, before - promise.weeks * 7)
    return key


def carry_out(pen: Pen, promise: Promise, key: str, who: str, due: int) -> None:
    """What became of it around its date, `due` days before the end of the story."""
    if promise.moved:
        told = pen.day(due + ASKED_FIRST)
        due -= FOUR_WEEKS
        moved = move_action(
            pen.past("action", key), by_when=pen.exact(due), today=told, reason=promise.moved
        )
        pen.write(who, told, moved)
    told = pen.day(due + pen.chance.randint(0, 8))
    past = pen.past("action", key)
    if promise.done:
        done = do_action(past, on=told, today=told, yielded=promise.done)
        pen.write(who, told, done, hour=EVENING)
    elif promise.dropped:
        pen.write(who, told, drop_action(past, reason=promise.dropped), hour=EVENING)


def look_for_mentors(pen: Pen, calendar: Calendar) -> str:
    """What Welzijn agreed to for someone like Yonas in Schollevaar."""
    series = CALENDAR[0]
    key, told = pen.new(), pen.exact(held_before(pen, series, 1))
    agreed = agree_action(
        action=key,
        title=MENTORS,
        today=told,
        by_when=first_of_a_month(pen.exact(-20)),
        organisation="welzijn_capelle",
        owner=pen.keys["karim"],
        group=KERN,
        meeting=calendar[KERN, 1],
        theme="T2",
        persona="yonas",
        area="schollevaar",
    )
    pen.write("karim", told, agreed, hour=AFTERNOON)
    link = link_action(pen.past("action", key), result="T2.R4")
    pen.write("noor", pen.day(15), link)
    return key


def first_of_a_month(day: date) -> date:
    """The first day of the month after a day."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def tell_loose_one(pen: Pen, one: Loose) -> None:
    """What was agreed by phone or in the corridor, or done at once."""
    told, key, organisation = pen.day(one.before), pen.new(), ORGANISATIONS[one.who]
    if one.done:
        logged = log_action(
            action=key, title=one.title, on=told, today=told, organisation=organisation
        )
        pen.write(one.who, told, logged, hour=EVENING)
        return
    agreed = agree_action(
        action=key,
        title=one.title,
        today=told,
        by_when=None if one.due is None else pen.exact(-one.due),
        organisation=organisation,
        owner=pen.keys[one.who],
    )
    pen.write(one.who, told, agreed)


def tell_mistake(pen: Pen) -> None:
    """One action was written down twice."""
    key, told = pen.new(), pen.day(130)
    twice = agree_action(action=key, title="Kaartjes laten drukken", today=told, group=YOUNG)
    pen.write("sander", told, twice)
    why = "Dit stond er al bij de themagroep Verbuurzamen."
    pen.write("sander", told, withdraw_action(pen.past("action", key), reason=why))


def mend(pen: Pen, keys: Mapping[str, str]) -> None:
    """Titles that were wrong, a first date for what had none, links the aanjager adds."""
    told = pen.day(14)
    bench = pen.past("action", keys["Een bankje vragen voor de Florabuurt"])
    title = "Twee bankjes vragen voor de Florabuurt"
    pen.write("marijke", told, correct_action(bench, today=told, title=title))
    doors = pen.past("action", keys["Langs de deuren gaan in de Florabuurt"])
    yielded = "Bij 118 deuren aangebeld, 46 gesprekken."
    mended = correct_action(doors, today=told, yielded=yielded)
    pen.write("wim", told, mended)
    chess = pen.past("action", keys["Een schaakmaatje zoeken via de koffieochtend"])
    pen.write("noor", told, link_action(chess, theme="T4", result="T4.R2"))
    point = pen.past("action", keys["Het kennis- en adviespunt uitwerken"])
    later = move_action(point, by_when=pen.exact(-60), today=told)
    pen.write("noor", told, later)
