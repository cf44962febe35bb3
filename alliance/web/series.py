"""Pages on which a chair plans a year of meetings: the wish, the days, and all at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import holidays
from alliance.events.base import Refused
from alliance.events.days import written
from alliance.events.meetings_rules import TWO_HOURS
from alliance.events.series import (
    WEEKDAYS,
    WHICH,
    Free,
    Proposal,
    Wish,
    plan_series,
    propose_days,
    wish_for,
)
from alliance.projections import meetings_year, people, programme, year
from alliance.projections.people import Group
from alliance.readers import Filled
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.meetings import here
from alliance.web.pages import ask, page, past_day, person, record, refused, today
from alliance.web.picking import pick
from alliance.web.roles import may, needs
from alliance.web.writing import allow, new_id, subject, to_today

bp = Blueprint("series", __name__, url_prefix="/bijeenkomsten/reeks")
LIST = "Een jaar bijeenkomsten plannen"
PLAN = "plan_meeting"
AHEAD = timedelta(days=14)
EXTRA = "extra"
NAMES = {
    "weekday": "dag",
    "which": "hoeveelste",
    "number": "aantal",
    "start": "tijd",
    "first": "vanaf",
    "minutes": "duur",
    "place": "plaats",
    "link": "link",
    "organisation": "gast",
    "organisation-keuze": "gast-keuze",
    "others": "gasten",
}
"""What a field of the wish is called in the address of the page with the days."""


@dataclass(frozen=True)
class Asked:
    """What a chair wants for a year, and what every meeting of it has."""

    group: str
    wish: Wish
    start: time | None
    minutes: int
    place: str | None
    link: str | None
    organisations: Sequence[str]
    others: int | None


@bp.get("/")
@needs(PLAN)
def new() -> ResponseReturnValue:
    """For which group, and then how often it meets and when; nothing is planned yet."""
    return to_today() if past_day() else draw_wish()


@bp.route("/dagen", methods=["GET", "POST"])
@needs(PLAN)
def days() -> ResponseReturnValue:
    """The days that are proposed, to untick or change, and then all of them planned at once."""
    if past_day():
        return to_today()
    if not request.args.get("groep"):
        return redirect(url_for(".new"))
    allow(PLAN, group=chosen_group().group)
    try:
        asked = wish_asked(chosen_group())
    except Refused as why:
        called = {NAMES.get(name, name): said for name, said in why.faults.items()}
        return refused(draw_wish(Refused(**called)), why)
    if request.method != "POST":
        return draw_days(asked)
    try:
        return plan(asked)
    except Refused as why:
        return refused(draw_days(asked, why), why)


def plan(asked: Asked) -> ResponseReturnValue:
    """Write down every day that is still ticked, with its meeting."""
    typed, there = Typed(), standing(asked)
    kept = [one for one in request.form.getlist("keep") if one.isdecimal()]
    chosen = [*kept, *([EXTRA] if typed.text(f"on-{EXTRA}") else [])]
    rows = [(f"on-{one}", new_id(), *typed.day_and_time(f"on-{one}")) for one in chosen]
    events = typed.decide(
        plan_series,
        rows,
        today=today(),
        planned=there,
        organisations=asked.organisations,
        others=asked.others,
        group=asked.group,
        start=asked.start,
        minutes=asked.minutes,
        place=asked.place,
        link=asked.link,
    )
    said = f"Er staan {len(rows)} bijeenkomsten in." if len(rows) > 1 else "Er staat er één in."
    return record(events, then=url_for("meetings.index", groep=asked.group), said=said)


def wish_asked(group: Group) -> Asked:
    """What the address asks; raises Refused with every fault."""
    typed = Filled({name: request.args.get(short, "") for name, short in NAMES.items()})
    start, minutes, others = typed.time("start"), typed.number("minutes"), typed.number("others")
    guest = pick(typed, "organisation", names.of("organisation"))
    wish = typed.decide(
        wish_for,
        weekday=typed.optional("weekday"),
        which=typed.optional("which"),
        number=typed.number("number"),
        first=typed.date("first") or today() + AHEAD,
    )
    every = {"place": typed.optional("place"), "link": typed.optional("link")}
    length = minutes or group.minutes_per_meeting or TWO_HOURS
    guests = [guest] if guest else []
    asked = Asked(group.group, wish, start, length, **every, organisations=guests, others=others)
    typed.decide(try_out, asked)
    return asked


def try_out(asked: Asked) -> None:
    """Raise Refused when what every meeting has does not fit, or the year is long ago."""
    plan_series(
        [("first", "x", asked.wish.first, asked.start)],
        today=today(),
        organisations=asked.organisations,
        others=asked.others,
        group=asked.group,
        minutes=asked.minutes,
        place=asked.place,
        link=asked.link,
    )


def draw_wish(why: Refused | None = None) -> str:
    """The page that asks for which group, or how often that group meets and when."""
    groups = [one for one in ask(people.all_groups) if may(person(), PLAN, group=one.group)]
    group = chosen_group() if request.args.get("groep") else groups[0] if len(groups) == 1 else None
    if group:
        allow(PLAN, group=group.group)
    cadences = {one.kind: one for one in ask(programme.all_cadences)}
    context: dict[str, Any] = {
        "groups": groups,
        "group": group,
        "cadences": cadences,
        "planned": {one.group: number_in_year(one) for one in groups},
        "form": wish_start(group, cadences) | request.args.to_dict() if group else {},
        "weekdays": [(one, one) for one in WEEKDAYS],
        "which": [(one, which_words(one)) for one in WHICH],
        "organisations": [*names.of("organisation").items()],
        "year": today().year,
    }
    title = f"{LIST}: {group.name}" if group else LIST
    crumbs = [*here(), (url_for(".new"), LIST)] if group else here()
    return page("series/new.html", title, crumbs, why=why, plan=bool(cadences), **context)


def number_in_year(group: Group) -> int:
    """How many meetings of a group stand in the year of today."""
    return ask(meetings_year.number_in, group.group, today().year)


def wish_start(group: Group, cadences: dict[str, programme.Cadence]) -> dict[str, str]:
    """What the questions begin with: the rhythm of the group, or else that of the plan."""
    cadence = cadences.get(group.kind)
    often = group.meetings_per_year or (cadence.per_year if cadence else None)
    length = group.minutes_per_meeting or (cadence.minutes if cadence else None)
    return {"aantal": str(often or ""), "duur": str(length or TWO_HOURS)}


def draw_days(asked: Asked, why: Refused | None = None) -> str:
    """The page with the days that are proposed, and why some are not."""
    proposal = propose_days(asked.wish, free_on(), standing(asked))
    known = ask(year.known_until)
    last = max((one.on for one in proposal.days), default=asked.wish.first)
    context: dict[str, Any] = {
        "asked": asked,
        "proposal": proposal,
        "form": request.form if why else as_proposed(proposal),
        "kept": request.form.getlist("keep") if why else None,
        "which": which_words(asked.wish.which),
        "guests": [names.name_of("organisation", one) for one in asked.organisations],
        "unknown_from": known if known is None or known < last else None,
        "nothing_known": known is None,
        "back": f"{url_for('.new')}?{request.query_string.decode()}",
        "sources": [*dict.fromkeys(one.source for one in ask(year.all_school_years))],
    }
    crumbs = [*here(), (url_for(".new", groep=asked.group), LIST)]
    title = f"Deze dagen: {names.name_of('group', asked.group)}"
    return page("series/days.html", title, crumbs, why=why, **context)


def as_proposed(proposal: Proposal) -> dict[str, str]:
    """The days as they stand in their fields."""
    return {f"on-{number}": written(one.on) for number, one in enumerate(proposal.days, 1)}


def free_on() -> Free:
    """Tells why nobody meets on a day: a public holiday or a school holiday."""
    school = ask(year.school_holiday_on)
    return lambda day: holidays.holiday(day) or school(day)


def standing(asked: Asked) -> list[date]:
    """The days on which the group meets already."""
    return ask(meetings_year.days_of, asked.group, today())


def chosen_group() -> Group:
    """The group in the address; 404 when there is none."""
    key = request.args.get("groep", "")
    subject("group", key)
    found = ask(people.group, key)
    assert found is not None  # it has a history
    return found


def which_words(which: str) -> str:
    """How a choice reads: "de eerste van de maand"."""
    return "gelijk verdeeld over het jaar" if not WHICH[which] else f"de {which} van de maand"
