"""Signals from the wijk: what comes back somewhere, what is done with it, and where it belongs."""

from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.patterns import (
    answer_pattern,
    link_pattern,
    raise_pattern,
    withdraw_pattern,
)
from alliance.projections import patterns
from alliance.projections.agenda_patterns import concerned
from alliance.projections.patterns import Filter, Pattern
from alliance.web import names
from alliance.web.filtering import picked
from alliance.web.forms import Typed
from alliance.web.group_choice import group_of, group_question
from alliance.web.pages import Crumbs, ask, number_of_page, page, person, record
from alliance.web.roles import may, needs
from alliance.web.writing import (
    Decide,
    Field,
    Form,
    add_to,
    allow,
    fill_in,
    new_id,
    subject,
    where_from,
)

bp = Blueprint("patterns", __name__, url_prefix="/signalen")
LIST = "Signalen uit de wijk"
SEEN = Field(
    "text",
    "statement",
    "Wat zie je steeds terugkomen?",
    "Eén zin, over meer dan één mens. Bijvoorbeeld: weduwnaars kennen het Huis van de Wijk niet.",
    free=True,
)
ANSWER = Field(
    "text", "statement", "Wat doen jullie ermee?", "Of waarom niets. Eén zin is genoeg.", free=True
)
THANKS = "Dank je wel. Het signaal komt op de agenda van de groep die erover gaat."
PLACES = {"area": "Waar speelt dit?", "persona": "Voor iemand als wie?"}


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Every signal, the last first; those that wait, of one place or persona, by the address."""
    area = picked("waar", names.of("area"))
    wanted = Filter(
        waiting=request.args.get("stand") == "wacht",
        persona=picked("persona", names.of("persona")),
        areas=(area,) if area else (),
    )
    found = ask(patterns.listed, wanted, number_of_page())
    return page("patterns/index.html", LIST, home(), found=found, wanted=wanted)


@bp.get("/<pattern>")
@needs("read_inside")
def show(pattern: str) -> ResponseReturnValue:
    """One signal: where it is seen, whose it is to answer, and what was answered."""
    it, found = subject("pattern", pattern), the_pattern(pattern)
    title = dutch.shortened(found.statement, 120)
    context: dict[str, Any] = {"groups": groups_of(found), "answers": mine(found) is not None}
    return page("patterns/show.html", title, here(), it=it, found=found, **context)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("raise_pattern")
def new() -> ResponseReturnValue:
    """Give a signal: one sentence, and where, unless that goes without saying."""
    asked = group_question("raise_pattern", "Namens welke groep?")
    around = where_from(("area",))
    where = Field("pick", "area", "Waar?", optional=True, options=[*names.of("area").items()])
    fields = (SEEN,) if around else (SEEN, where)
    form = asked.form("Geef een signaal uit de wijk", "Signaal geven", fields, here())

    def write(typed: Typed) -> ResponseReturnValue:
        key = new_id()
        event = typed.decide(
            raise_pattern,
            pattern=key,
            statement=typed.text("statement"),
            group=group_of(typed, asked) or None,
            area=around.get("area") or typed.pick("area", names.of("area")),
        )
        return record(event, then=url_for(".show", pattern=key), said=THANKS)

    return fill_in(form, write)


@bp.route("/<pattern>/antwoord", methods=["GET", "POST"])
@needs("answer_pattern")
def answer(pattern: str) -> ResponseReturnValue:
    """What the group it is for does with it."""
    found = the_pattern(pattern)
    group = mine(found)
    if group is None:
        abort(403, "answer_pattern")
    form = Form("Dit doen we ermee", "Antwoord vastleggen", (ANSWER,), lead=found.statement)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(answer_pattern, past, group=group, statement=typed.text("statement"))

    return add(found, form, decide, "Het antwoord staat erin. Wie het signaal gaf, hoort het.")


@bp.route("/<pattern>/koppelen", methods=["GET", "POST"])
@needs("link")
def link(pattern: str) -> ResponseReturnValue:
    """Say where it is seen, and for whom as a persona."""
    found, known = the_pattern(pattern), {name: names.of(name) for name in PLACES}
    fields = [
        Field("pick", name, words, optional=True, options=[*known[name].items()])
        for name, words in PLACES.items()
    ]
    form = Form("Signaal koppelen", "Koppeling vastleggen", fields, lead=found.statement)

    def decide(typed: Typed, past: list[Event]) -> Event:
        links: dict[str, Any] = {name: typed.pick(name, of) for name, of in known.items()}
        return typed.decide(link_pattern, past, **links)

    start = {name: getattr(found, name) or "" for name in known}
    return add(found, form, decide, "De koppeling staat erin.", start)


@bp.route("/<pattern>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(pattern: str) -> ResponseReturnValue:
    """Take back what should not have been written down."""
    found, it = the_pattern(pattern), subject("pattern", pattern)
    allow("correct", author=it.author)
    form = Form("Signaal terugnemen", "Signaal terugnemen", (), lead=found.statement)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(withdraw_pattern, past)

    back = url_for(".show", pattern=pattern)
    below = form.below(here(), dutch.shortened(found.statement, 60), back)
    return add_to(it, below, decide, url_for(".index"), "Het signaal is teruggenomen.")


def add(
    found: Pattern, form: Form, decide: Decide, said: str, start: dict[str, Any] | None = None
) -> ResponseReturnValue:
    """A form that adds to one signal and comes back to its page."""
    back = url_for(".show", pattern=found.pattern)
    below = form.below(here(), dutch.shortened(found.statement, 60), back)
    return add_to(subject("pattern", found.pattern), below, decide, back, said, start)


def the_pattern(key: str) -> Pattern:
    """A signal that stands; 404 when it was taken back."""
    found = ask(patterns.one, key)
    if found is None:
        abort(404)
    return found


def groups_of(found: Pattern) -> list[str]:
    """The groups whose agenda a signal comes on."""
    return ask(concerned, found.theme, found.area)


def mine(found: Pattern) -> str | None:
    """The group for which who is looking may answer a signal; None when there is none."""
    every = (one for one in groups_of(found) if may(person(), "answer_pattern", group=one))
    return next(every, None)


def home() -> Crumbs:
    """The way to the list."""
    return [(url_for("start.show"), "Start")]


def here() -> Crumbs:
    """The way from home to the list of signals."""
    return [*home(), (url_for(".index"), LIST)]
