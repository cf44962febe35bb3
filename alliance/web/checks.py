"""Saying of a proposal whether it was tried out with the people it is about: one choice."""

from typing import get_args

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.documents.checks import CHECKS
from alliance.events.base import Event
from alliance.events.checks import check_item
from alliance.events.meetings import AgendaItemForwarded, AgendaItemRaised, Checked
from alliance.projections.checks import of_point
from alliance.web.forms import Typed
from alliance.web.pages import ask, person
from alliance.web.roles import may, needs
from alliance.web.writing import Field, Form, add_to, subject

bp = Blueprint("checks", __name__, url_prefix="/agenda")
CHOICE = Field("choice", "checked", "Is het getoetst?", options=[*CHECKS.items()])
HOW = Field("text", "how", "Zo ja: hoe?", "Eén zin is genoeg.", optional=True, free=True)


@bp.route("/punt/<item>/getoetst", methods=["GET", "POST"])
@needs("raise_point")
def check(item: str) -> ResponseReturnValue:
    """One choice, and with a yes one sentence; for who speaks of it in one of its groups."""
    it = subject("item", item)
    raised = next(event for event in it.events if isinstance(event, AgendaItemRaised))
    passed = [event.to for event in it.events if isinstance(event, AgendaItemForwarded)]
    mine = [one for one in (raised.group, *passed) if may(person(), "raise_point", group=one)]
    if not mine:
        abort(403, "raise_point")
    back = url_for("agenda.show", group=mine[0])
    form = Form("Getoetst met mensen om wie het gaat", "Vastleggen", (CHOICE, HOW))

    def decide(typed: Typed, past: list[Event]) -> Event:
        said = next((one for one in get_args(Checked) if one == typed.text("checked")), None)
        return typed.decide(check_item, past, checked=said, how=typed.optional("how"))

    now = ask(of_point, f"item:{item}")
    start = {"checked": now.checked, "how": now.how or ""} if now else {}
    here = [(url_for("start.show"), "Start")]
    return add_to(it, form.below(here, raised.title, back), decide, back, "Het staat erbij.", start)
