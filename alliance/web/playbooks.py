"""Step plans outside the year calendar: written once, and agreed from any day on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch, holidays
from alliance.events.actions_rules import agree_action
from alliance.events.base import TITLE_LENGTH, Event, Refused
from alliance.events.playbooks import (
    MOST,
    PlaybookStep,
    as_lines,
    day_of_step,
    drop_playbook,
    start_playbook,
    write_playbook,
)
from alliance.projections import actions, playbooks, year
from alliance.projections.playbooks import Playbook
from alliance.readers import read_date
from alliance.web.action_filter import wanted
from alliance.web.action_pages import here as above
from alliance.web.forms import Typed
from alliance.web.group_choice import group_of, group_question
from alliance.web.pages import Crumbs, ask, page, past_day, record, today
from alliance.web.roles import needs
from alliance.web.writing import (
    WHY,
    Field,
    Form,
    add_to,
    allow,
    because,
    fill_in,
    new_id,
    subject,
    to_today,
)

bp = Blueprint("playbooks", __name__, url_prefix="/stappenplannen")
LIST = "Stappenplannen"
KEEP = "keep_calendar"
NAME = Field("line", "name", "Hoe heet het stappenplan?", free=True)
LINES = Field(
    "text",
    "lines",
    "Welke stappen, en hoeveel dagen na de start?",
    "Eén stap per regel, hooguit zeven, het aantal dagen voorop: 14 Bellen hoe het gaat."
    " Vóór de start: -7 Zaal regelen.",
    free=True,
)
LEAD = (
    "Wat aangevinkt staat, wordt een afspraak van de groep. Wie het doet, vraag je daarna. Valt een"
    " dag in een weekend of vakantie, dan schuift hij op."
)
NONE = "Vink minstens één stap aan."
NO_GROUP = "Kies welke groep dit afspreekt."


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Every step plan, with what it is good for."""
    return page("playbooks/index.html", LIST, above(), found=ask(playbooks.listed))


@bp.get("/<playbook>")
@needs("read_inside")
def show(playbook: str) -> ResponseReturnValue:
    """One step plan with its steps, and when it was started."""
    it, found = subject("playbook", playbook), known(playbook)
    return page("playbooks/show.html", found.name, here(), found=found, history=it.history)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs(KEEP)
def new() -> ResponseReturnValue:
    """Write a step plan, or begin with what a list of agreements holds."""
    form = Form("Schrijf een stappenplan", "Stappenplan bewaren", (NAME, LINES), here())

    def write(typed: Typed) -> ResponseReturnValue:
        key = new_id()
        name, lines = typed.text("name"), typed.text("lines")
        event = typed.decide(write_playbook, playbook=key, name=name, lines=lines)
        then = url_for(".show", playbook=key)
        return record(event, then=then, said="Het stappenplan staat erin.")

    return fill_in(form, write, {"lines": as_lines(taken_from_list())})


@bp.route("/<playbook>/veranderen", methods=["GET", "POST"])
@needs(KEEP)
def rewrite(playbook: str) -> ResponseReturnValue:
    """Write its steps anew; what was agreed before stands."""
    it, found = subject("playbook", playbook), known(playbook)
    back = url_for(".show", playbook=playbook)
    form = Form("Verander", "Stappenplan bewaren", (NAME, LINES)).below(here(), found.name, back)

    def decide(typed: Typed, past: list[Event]) -> Event:
        name, lines = typed.text("name"), typed.text("lines")
        return typed.decide(write_playbook, past, playbook=playbook, name=name, lines=lines)

    start = {"name": found.name, "lines": as_lines(found.steps)}
    return add_to(it, form, decide, back, "Het stappenplan is veranderd.", start)


@bp.route("/<playbook>/weghalen", methods=["GET", "POST"])
@needs(KEEP)
def drop(playbook: str) -> ResponseReturnValue:
    """Take it off the list; what was agreed stands."""
    it, found = subject("playbook", playbook), known(playbook)
    form = Form(
        "Weghalen", "Stappenplan weghalen", (WHY,), lead="Wat is afgesproken, blijft staan."
    )
    form = form.below(here(), found.name, url_for(".show", playbook=playbook))
    said = "Het stappenplan is weggehaald."
    return add_to(it, form, because(drop_playbook), url_for(".index"), said)


@bp.route("/<playbook>/starten", methods=["GET", "POST"])
@needs(KEEP)
def start(playbook: str) -> ResponseReturnValue:
    """First from which day; then every step with its day, seen before anything is agreed."""
    it, found = subject("playbook", playbook), known(playbook)
    if past_day():
        return to_today()
    on, about = start_asked(), request.args.get("waarvoor", "").strip()[:TITLE_LENGTH]
    back = url_for(".show", playbook=playbook)
    if on is None:
        return page("playbooks/start.html", f"Start: {found.name}", [*here(), (back, found.name)])
    due = {str(number): (one, day) for number, (one, day) in enumerate(dated(found, on), 1)}
    ahead = {number: told(one, day, on) for number, (one, day) in due.items() if day >= today()}
    asked = group_question("ask_action", "Welke groep spreekt dit af?")
    steps = Field("ticks", "steps", "Welke stappen?", options=[*ahead.items()])
    form = asked.form("Start", "Alles afspreken", (steps,), here())
    form = form.below(here(), found.name, back)

    def decide(typed: Typed, past: list[Event]) -> list[Event]:
        group, ticked = group_of(typed, asked), typed.choices("steps", ahead)
        wrong = {"group": not group and NO_GROUP, "steps": not ticked and NONE}
        if any(wrong.values()):
            raise Refused(**{name: why for name, why in wrong.items() if why} | typed.faults)
        allow("ask_action", group=group)
        known = {"on": on, "group": group, "title": about, "today": today()}
        started = typed.decide(start_playbook, past, **known)  # type: ignore[arg-type]
        return [started, *(agreed(*due[number], group, about) for number in ticked)]

    said = "De stappen zijn afspraken. Vraag nu wie ze doet."
    return add_to(it, replace(form, lead=LEAD), decide, back, said, {"steps": [*ahead]})


def agreed(step: PlaybookStep, day: date, group: str, about: str) -> Event:
    """The agreement that a step becomes."""
    title = f"{step.what} ({about})" if about else step.what
    title = dutch.shortened(title, TITLE_LENGTH)
    return agree_action(action=new_id(), title=title, by_when=day, group=group, today=today())


def dated(found: Playbook, on: date) -> list[tuple[PlaybookStep, date]]:
    """Every step with the day it gets when it starts on this one."""
    free = is_free()
    return [(one, day_of_step(on, one, free)) for one in found.steps]


def is_free() -> Callable[[date], bool]:
    """Tells whether a day is a public holiday, or in a school holiday."""
    school = ask(year.school_holiday_on)
    return lambda day: holidays.is_free(day) or school(day) is not None


def told(step: PlaybookStep, day: date, on: date) -> str:
    """A step with its day, and whether that is another than was counted."""
    counted = on + timedelta(days=step.days)
    moved = f" ({dutch.day(counted)} is een vrije dag)" if counted != day else ""
    return f"{step.what}, vóór {dutch.weekday(day)}{moved}"


def start_asked() -> date | None:
    """The start in the address, when it can be read and is still to come."""
    try:
        on = read_date(request.args.get("start", ""))
    except ValueError:
        return None
    return on if on >= today() else None


def taken_from_list() -> Sequence[PlaybookStep]:
    """The agreements of the list in the address as steps, counted from the first of them."""
    if not request.args:
        return ()
    rows = ask(actions.page, wanted(), today()).rows
    found = sorted((one.by_when, one.title) for one in rows if one.by_when)[:MOST]
    return [PlaybookStep(what=title, days=(day - found[0][0]).days) for day, title in found]


def known(playbook: str) -> Playbook:
    """One step plan; 404 when there is none."""
    return ask(playbooks.one, playbook) or abort(404)


def here() -> Crumbs:
    """The way from home to the step plans."""
    return [*above(), (url_for("playbooks.index"), LIST)]
