"""Pages on which members write down what something taught, for whoever starts something alike."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.days import written
from alliance.events.outcomes_rules import (
    correct_lesson,
    lesson_now,
    record_lesson,
    withdraw_lesson,
)
from alliance.projections import outcomes
from alliance.web.forms import Typed
from alliance.web.origins import origin
from alliance.web.pages import ask, number_of_page, page, record, today
from alliance.web.roles import needs
from alliance.web.writing import (
    WHY,
    Decide,
    Field,
    Form,
    add_to,
    allow,
    because,
    fill_in,
    new_id,
    subject,
    where_from,
)

bp = Blueprint("lessons", __name__, url_prefix="/opbrengsten")
LIST = "Lessen"
NOT_FOR_SUBSIDY = (
    "Wat hier staat, telt bij geen enkel besluit over subsidie mee, "
    "tenzij de organisatie het zelf inlevert."
)
LESSON = Field("text", "statement", "Wat leerde je ervan?", "Eén zin is genoeg.", free=True)

ON = Field("date", "on", "Op welke dag leerde je het?")


@bp.get("/lessen")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """What was learned, newest first: all, or of one theme."""
    theme = request.args.get("thema") or None
    found = ask(outcomes.learned, theme=theme, page=number_of_page())
    return page("lessons/index.html", LIST, found=found)


@bp.route("/les", methods=["GET", "POST"])
@needs("record_outcome")
def new() -> ResponseReturnValue:
    """Write down what an activity, an afspraak or something else taught."""
    it = origin()
    it.let_record()
    around = where_from(("theme", "persona"))
    button, way = "Les vastleggen", it.crumbs(here())
    form = Form(f"Leg een les vast{it.named}", button, (LESSON,), way, NOT_FOR_SUBSIDY)

    def write(typed: Typed) -> ResponseReturnValue:
        lesson, statement = new_id(), typed.text("statement")
        known: dict[str, Any] = it.histories | around | {"today": today()}
        event = typed.decide(record_lesson, lesson=lesson, statement=statement, **known)
        then = url_for(".show", lesson=lesson)
        return record(event, then=then, said="De les staat erin. Dank je wel.")

    return fill_in(form, write)


@bp.get("/lessen/<lesson>")
@needs("read_inside")
def show(lesson: str) -> ResponseReturnValue:
    """One lesson, with its theme and persona and every earlier wording; never whose it was."""
    it = subject("lesson", lesson)
    found = ask(outcomes.lesson, lesson)
    assert found is not None  # it has a history
    title = dutch.shortened(found.statement, 90)
    return page("lessons/show.html", title, here(), found=found, it=it)


@bp.route("/lessen/<lesson>/verbeteren", methods=["GET", "POST"])
@needs("correct")
def correct(lesson: str) -> ResponseReturnValue:
    """Set right what was written down; the earlier wording stays readable."""
    now = lesson_now(subject("lesson", lesson).events)
    form = Form("Verbeter de les", "Verbetering vastleggen", (LESSON, ON))

    def decide(typed: Typed, past: list[Event]) -> Event:
        said: dict[str, Any] = {"statement": typed.text("statement"), "on": typed.date("on")}
        return typed.decide(correct_lesson, past, today=today(), **said)

    start = {"statement": now.statement, "on": written(now.on)}
    return answer(lesson, form, decide, "De verbetering staat erin.", start)


@bp.route("/lessen/<lesson>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(lesson: str) -> ResponseReturnValue:
    """Take back what should not have been written down; it stays readable on the timeline."""
    form = Form("Les terugnemen", "Les terugnemen", (WHY,))
    return answer(lesson, form, because(withdraw_lesson), "De les is teruggenomen.")


def answer(
    lesson: str, form: Form, decide: Decide, said: str, start: Mapping[str, Any] | None = None
) -> ResponseReturnValue:
    """A form that adds to one lesson, for who wrote it down."""
    it = subject("lesson", lesson)
    allow("correct", author=it.author)
    back = url_for(".show", lesson=lesson)
    form = form.below(here(), dutch.shortened(lesson_now(it.events).statement, 60), back)
    return add_to(it, form, decide, back, said, start)


def here() -> list[tuple[str, str]]:
    """The way from home to the list of lessons."""
    return [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]
