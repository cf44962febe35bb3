"""Hours per role: what the plan asks beside what members noted, and everyone's own hours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.hours import (
    correct_hours,
    last_of,
    note_hours,
    open_months,
    withdraw_hours,
)
from alliance.projections import attendance, meetings, programme
from alliance.projections import hours as noted
from alliance.projections.hours import Note, Year
from alliance.projections.programme import Role
from alliance.web.forms import Typed
from alliance.web.pages import Crumbs, ask, page, person, record, today
from alliance.web.programme import here as programme_way
from alliance.web.roles import Person, has_any, needs
from alliance.web.writing import Field, Form, Subject, add_to, fill_in, new_id, subject

bp = Blueprint("hours", __name__, url_prefix="/programma/uren")
TITLE = "Uren per rol"
MINE = "Jouw uren"
ACT = "note_hours"
AANJAGER = "aanjager"
"""The role of the plan that one person has: only that person reads of its hours."""
MINUTES = 60
HOURS = re.compile(r"(\d{1,4})(?:[.,]([05]))?")
HOW_LONG = Field("line", "hours", "Hoeveel uur?", "In hele of halve uren, zoals 2 of 1,5.")
LEAD = (
    "Alleen jij ziet wat je noteert. Anderen zien alleen een getal van drie of meer mensen samen,"
    " als het kwartaal gesloten is."
)
KEPT = "Je uren staan erin. Alleen jij ziet ze."
TAKEN = "Je uren zijn teruggenomen."


@dataclass(frozen=True)
class Told:
    """One role as the page shows it: the plan's hours, and what members noted."""

    role: Role
    year: Year


@dataclass(frozen=True)
class Mine:
    """One role of who is looking: what they noted this year, and what they may note now."""

    role: Role
    minutes: int | None  # this year; None: nothing was noted, which is unknown
    suggested: Sequence[tuple[date, int, int]]  # a month, how many meetings, and their minutes


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Per role what the plan asks, and in each closed quarter what three or more people noted."""
    years = [today().year, today().year - 1]
    asked = request.args.get("jaar", type=int)
    chosen = asked if asked in years else years[0]
    shown = [one for one in ask(programme.all_roles) if one.printed and one.role != AANJAGER]
    told = [Told(one, ask(noted.year, one.role, chosen, today())) for one in shown]
    notes = has_any(person(), ACT)
    context: dict[str, Any] = {"told": told, "years": years, "chosen": chosen, "notes": notes}
    return page("hours/index.html", TITLE, programme_way(), plan=True, in_hours=in_hours, **context)


@bp.get("/van-mij")
@needs(ACT)
def mine() -> ResponseReturnValue:
    """What who is looking noted, for them alone, with what they may note now."""
    found = ask(noted.mine, person().member)
    held = [mine_of(one, found) for one in roles_of(person())]
    names = ask(programme.role_names)
    context: dict[str, Any] = {"held": held, "noted": found, "names": names}
    context |= {"month": month_of, "year": today().year, "in_hours": in_hours, "typed": as_typed}
    return page("hours/mine.html", MINE, way(), lead=LEAD, **context)


@bp.route("/nieuw/<role>", methods=["GET", "POST"])
@needs(ACT)
def note(role: str) -> ResponseReturnValue:
    """Note how long one role took in a month."""
    held = {one.role: one.name for one in roles_of(person())}
    if role not in held:
        abort(404)
    months = {f"{one:%Y-%m}": one for one in open_months(today())}
    options = [(key, dutch.month(one)) for key, one in months.items()]
    which = Field("choice", "month", "Over welke maand?", options=options)
    form = Form(f"Noteer uren: {held[role]}", "Noteren", (HOW_LONG, which), crumbs(), LEAD)

    def write(typed: Typed) -> ResponseReturnValue:
        event = typed.decide(
            note_hours,
            hours=new_id(),
            member=person().member,
            role=role,
            of=held,
            month=months.get(typed.choice("month", months) or ""),
            minutes=minutes_typed(typed.text("hours")),
            today=today(),
        )
        return record(event, then=url_for(".mine"), said=KEPT)

    start = {"month": request.args.get("maand") or f"{today():%Y-%m}"}
    return fill_in(form, write, start | {"hours": request.args.get("uren", "")})


@bp.route("/<hours>/verbeteren", methods=["GET", "POST"])
@needs(ACT)
def correct(hours: str) -> ResponseReturnValue:
    """Set right what was noted, for who noted it."""
    it, now = own(hours)
    form = Form("Uren verbeteren", "Verbetering vastleggen", (HOW_LONG,), lead=LEAD)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(correct_hours, past, minutes=minutes_typed(typed.text("hours")))

    form = form.below(way(), month_of(now.since), url_for(".mine"))
    start = {"hours": as_typed(now.minutes)}
    return add_to(it, form, decide, url_for(".mine"), KEPT, start)


@bp.route("/<hours>/terugnemen", methods=["GET", "POST"])
@needs(ACT)
def withdraw(hours: str) -> ResponseReturnValue:
    """Take back what was noted, for who noted it."""
    it, now = own(hours)
    lead = "Een getal van een kwartaal dat al gesloten is, verandert niet meer."
    form = Form("Uren terugnemen", "Terugnemen", (), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(withdraw_hours, past)

    form = form.below(way(), month_of(now.since), url_for(".mine"))
    return add_to(it, form, decide, url_for(".mine"), TAKEN)


def own(key: str) -> tuple[Subject, Note]:
    """What who is looking noted; 404 for anyone else, who need not know that it is there."""
    found = ask(noted.one, key, person().member)
    if found is None:
        abort(404)
    return subject("hours", key), found


def roles_of(someone: Person) -> list[Role]:
    """The roles of the plan, with hours, that someone may have: by their groups or own role."""
    kinds = {one.group_kind for one in someone.grants if one.group_kind}
    named = {one.role for one in someone.grants}
    every = [one for one in ask(programme.all_roles) if one.printed]
    return [one for one in every if one.kind in kinds or (not one.kind and one.role in named)]


def mine_of(role: Role, found: Sequence[Note]) -> Mine:
    """One role with what its holder noted this year, and months with meetings but without hours."""
    theirs = [one for one in found if one.role == role.role]
    this_year = [one.minutes for one in theirs if one.since.year == today().year]
    done = {one.since for one in theirs}
    left = [month for month in open_months(today()) if month not in done]
    suggested = [(month, *there_in(role, month)) for month in left]
    return Mine(role, sum(this_year) or None, [one for one in suggested if one[1]])


def there_in(role: Role, month: date) -> tuple[int, int]:
    """At how many meetings of a role's groups who is looking was in a month, and their minutes."""
    groups = {one.group for one in person().grants if one.group and one.group_kind == role.kind}
    keys = ask(attendance.attended, person().member, month, last_of(month))
    found = [one for key in keys if (one := ask(meetings.one, key)) and one.group in groups]
    return len(found), sum(-(-one.minutes // 30) * 30 for one in found)


def minutes_typed(said: str) -> int | None:
    """Hours as they were typed, "2" or "1,5", in minutes; None when they cannot be read."""
    read = HOURS.fullmatch(said)
    return int(read[1]) * MINUTES + (MINUTES // 2 if read[2] == "5" else 0) if read else None


def as_typed(minutes: int) -> str:
    """Minutes as hours are typed: 2 or 1,5."""
    return f"{minutes // MINUTES}{',5' if minutes % MINUTES else ''}"


def in_hours(minutes: float | None) -> str:
    """Minutes as hours in words: "37,5 uur"; unknown is never zero."""
    return dutch.UNKNOWN if minutes is None else f"{dutch.number(round(minutes / MINUTES, 1))} uur"


def month_of(month: date) -> str:
    """A month as a heading says it."""
    return dutch.month(month)


def way() -> Crumbs:
    """The way from home to the hours per role."""
    return [*programme_way(), (url_for("hours.index"), TITLE)]


def crumbs() -> Crumbs:
    """The way from home to one's own hours."""
    return [*way(), (url_for("hours.mine"), MINE)]
