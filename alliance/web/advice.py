"""Pages of advice: what the sounding board said, and what was done with it and why."""

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.advice import answer_advice
from alliance.events.base import Event
from alliance.projections import advice
from alliance.projections.advice import Advice
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.inside import ACT, is_closed, is_inside
from alliance.web.pages import Crumbs, ask, number_of_page, page
from alliance.web.replies import UPTAKES
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, add_to, allow, subject

bp = Blueprint("advice", __name__, url_prefix="/adviezen")
LIST = "Dit deden we met jullie advies"
UPTAKE = Field("choice", "uptake", "Nemen jullie het over?", options=[*UPTAKES.items()])
WHY = Field("text", "reason", "Wat deden jullie ermee, en waarom?", "Eén zin is genoeg.", free=True)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """All advice, the last first, each with what was done with it."""
    found = ask(advice.listed, number_of_page())
    rows = [one for one in found.rows if sees(one)]
    return page("advice/index.html", LIST, found=found, rows=rows, uptakes=UPTAKES)


@bp.get("/<advice>")
@needs("read_inside")
def show(advice: str) -> ResponseReturnValue:
    """One piece of advice with its answer."""
    it, found = subject("advice", advice), the_advice(advice)
    title = dutch.shortened(found.statement, 120)
    return page("advice/show.html", title, here(), it=it, found=found, uptakes=UPTAKES)


@bp.route("/<advice>/antwoord", methods=["GET", "POST"])
@needs("answer_advice")
def answer(advice: str) -> ResponseReturnValue:
    """Taken over, partly or not; always with what was done and why."""
    it, found = subject("advice", advice), the_advice(advice)
    allow("answer_advice", group=found.to)
    lead = f"Het advies van {names.name_of('group', found.group)}: {found.statement}"
    form = Form("Dit deden we ermee", "Antwoord vastleggen", (UPTAKE, WHY), lead=lead)
    back = url_for(".show", advice=advice)

    def decide(typed: Typed, past: list[Event]) -> Event:
        uptake, reason = typed.choice("uptake", UPTAKES), typed.text("reason")
        return typed.decide(answer_advice, past, uptake=uptake, reason=reason)

    below = form.below(here(), dutch.shortened(found.statement, 120), back)
    return add_to(it, below, decide, back, "Het antwoord staat erin.")


def the_advice(key: str) -> Advice:
    """Advice that the reader may see; 404 when it was taken back."""
    found = ask(advice.one, key)
    if found is None:
        abort(404)
    if not sees(found):
        abort(403, ACT)
    return found


def sees(one: Advice) -> bool:
    """Whether the reader may see it: a confidential point is for both its groups."""
    closed = one.meeting is not None and is_closed(one.meeting, one.about)
    return not closed or is_inside(one.group) or is_inside(one.to)


def here() -> Crumbs:
    """The way from home to the list of advice."""
    return [(url_for("start.show"), "Start"), (url_for("advice.index"), LIST)]
