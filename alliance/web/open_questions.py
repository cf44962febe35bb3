"""Wie kan dit? What is asked of anyone, who took it, and that they hear what came of it."""

from typing import Any

from flask import Blueprint, abort, redirect
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.asking_rules import ask_action, inform_taker
from alliance.events.base import TITLE_LENGTH, Event
from alliance.projections import actions
from alliance.projections.action_rows import ActionRow
from alliance.web import names
from alliance.web.action_pages import answer, here, show_url, the_action
from alliance.web.asking import allow_asker
from alliance.web.forms import Typed
from alliance.web.pages import ask, number_of_page, page, person, record, today
from alliance.web.roles import may, needs
from alliance.web.writing import Field, Form, fill_in, new_id, where_from

bp = Blueprint("open_questions", __name__, url_prefix="/afspraken")
TITLE = "Wie kan dit?"
ABOUT = ("result", "theme", "persona", "area")
TOLD = Field("text", "told", "Wat kwam ervan?", "Eén zin is genoeg.", free=True)


@bp.get("/wie-kan-dit")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Small and concrete questions that anyone may take."""
    found = ask(actions.page, actions.Filter(anyone=True), today(), number_of_page())
    return page("open_questions/index.html", TITLE, here(), found=found, on_day=today())


@bp.route("/kwartiermaker", methods=["GET", "POST"])
@needs("ask_action")
def scout() -> ResponseReturnValue:
    """Ask anyone to find out what can be done for a result or a gap that nobody takes on."""
    about: dict[str, Any] = where_from(ABOUT)
    title = what_to_find_out(about)
    if already := asked_before(title):
        return redirect(show_url(already.action), 303)
    lead = "De vraag komt onder Wie kan dit? te staan, tot iemand haar oppakt."
    form = Form(title, "Vraag wie dit wil uitzoeken", (), here(), lead)

    def write(typed: Typed) -> ResponseReturnValue:
        known = about | {"title": title, "group": group_here(), "today": today()}
        action = new_id()
        event = typed.decide(ask_action, action=action, **known)
        return record(event, then=show_url(action), said="De vraag staat bij Wie kan dit?")

    return fill_in(form, write)


@bp.route("/<action>/teruggehoord", methods=["GET", "POST"])
@needs("settle_answer")
def tell(action: str) -> ResponseReturnValue:
    """Whoever took it hears what came of it."""
    found = the_action(action)
    allow_asker(found)
    lead = "Wie ja zei, hoort binnen een week wat ervan kwam."
    form = Form("Vertel wat ervan kwam", "Vastleggen wat ervan kwam", (TOLD,), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(inform_taker, past, told=typed.text("told"))

    return answer(found, form, decide, "Het staat erin, voor wie het deed.")


def what_to_find_out(about: dict[str, Any]) -> str:
    """What someone is asked to find out; 404 when the address names no result and no persona."""
    if "result" in about:
        for_what = names.name_of("result", about["result"])
    elif "persona" in about and "area" in about:
        place = names.name_of("area", about["area"])
        for_what = f"voor iemand als {names.name_of('persona', about['persona'])} in {place}"
    else:
        abort(404)
    return dutch.shortened(f"Zoek uit wat er kan: {for_what}", TITLE_LENGTH)


def asked_before(title: str) -> ActionRow | None:
    """The same question, when it is open already."""
    rows = ask(actions.page, actions.Filter(anyone=True), today()).rows
    return next((row for row in rows if row.title == title), None)


def group_here() -> str | None:
    """The group on whose behalf someone asks: their first, or none for who asks for all."""
    someone = person()
    mine = sorted(one for one in someone.groups if may(someone, "ask_action", group=one))
    return mine[0] if mine else None
