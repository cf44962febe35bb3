"""Pages on which members write down what something taught, for whoever starts something alike."""

from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.outcomes_rules import record_lesson
from alliance.projections import outcomes
from alliance.web.forms import Typed
from alliance.web.origins import origin
from alliance.web.pages import ask, number_of_page, page, record, today
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, fill_in, new_id, subject, where_from

bp = Blueprint("lessons", __name__, url_prefix="/opbrengsten")
LIST = "Lessen"
NOT_FOR_SUBSIDY = (
    "Wat hier staat, telt bij geen enkel besluit over subsidie mee, "
    "tenzij de organisatie het zelf inlevert."
)
LESSON = Field("text", "statement", "Wat leerde je ervan?", "Eén zin is genoeg.", free=True)


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
    """One lesson, with its theme and persona; never whose it was."""
    subject("lesson", lesson)
    found = ask(outcomes.lesson, lesson)
    assert found is not None  # it has a history
    title = dutch.shortened(found.statement, 90)
    return page("lessons/show.html", title, here(), found=found)


def here() -> list[tuple[str, str]]:
    """The way from home to the list of lessons."""
    return [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]
