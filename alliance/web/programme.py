"""Pages of the programme: what the plan asks beside its results, and what became of it."""

from typing import Any, get_args

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.budgets import BudgetStatus, set_budget
from alliance.events.milestones import settle_milestone
from alliance.projections import programme
from alliance.projections.programme import Budget, Milestone
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import Crumbs, ask, page, today
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, add_to, subject

bp = Blueprint("programme", __name__, url_prefix="/programma")
LIST = "Het programma"
KEEP = "keep_programme"
STATES = {
    "gehaald": "Gehaald",
    "niet_doorgegaan": "Niet doorgegaan",
    "open": "Nog open",
}
STATUSES: dict[BudgetStatus, str] = {
    "aan_te_vragen": "Nog aan te vragen",
    "aangevraagd": "Aangevraagd",
    "toegekend": "Toegekend",
    "afgewezen": "Afgewezen",
    "begroot": "In de begroting opgenomen",
}
assert {*STATUSES} == {*get_args(BudgetStatus)}
STATE = Field("choice", "state", "Hoe staat het met deze mijlpaal?", options=[*STATES.items()])
REACHED = Field("date", "on", "Op welke dag was het?", "Alleen bij gehaald.", optional=True)
NOTE_HELP = "Ging het niet door, of is het weer open? Schrijf dan waarom."
NOTE = Field("text", "note", "Wat wil je erbij schrijven?", NOTE_HELP, True, free=True)
STATUS = Field("choice", "status", "Hoe staat het met dit geld?", options=[*STATUSES.items()])
AMOUNT_HELP = "In hele euro's. Weet je het bedrag niet? Laat het leeg."
AMOUNT = Field("number", "amount", "Om hoeveel euro gaat het?", AMOUNT_HELP, optional=True)
SOURCE = Field("line", "source", "Waar staat dat?", "Zoals: raadsbesluit van 12 januari 2027.")


@bp.get("/")
@needs("read_inside")
def show() -> ResponseReturnValue:
    """The plan in short: who began, its principles, the time it asks, its milestones and money."""
    plan, every = ask(programme.plan), ask(programme.all_budgets)
    return page(
        "programme/show.html",
        LIST,
        [*here()[:-1]],
        plan=True,
        found=plan,
        starters=[names.name_of("organisation", one) for one in plan.starters] if plan else [],
        cadences=ask(programme.all_cadences),
        roles=ask(programme.all_roles),
        milestones=ask(programme.all_milestones),
        asked_for=[one for one in every if not one.context],
        context=[one for one in every if one.context],
        statuses=STATUSES,
    )


@bp.get("/mijlpalen/<milestone>")
@needs("read_inside")
def milestone(milestone: str) -> ResponseReturnValue:
    """One milestone: when it was to be, and what became of it."""
    it, found = subject("milestone", milestone), known_milestone(milestone)
    context: dict[str, Any] = {"it": it, "found": found, "states": STATES}
    return page("programme/milestone.html", found.statement, here(), plan=True, **context)


@bp.route("/mijlpalen/<milestone>/stand", methods=["GET", "POST"])
@needs(KEEP)
def settle(milestone: str) -> ResponseReturnValue:
    """Say what became of a milestone."""
    it, found = subject("milestone", milestone), known_milestone(milestone)
    back = url_for(".milestone", milestone=milestone)
    form = Form("Stand", "Stand vastleggen", (STATE, REACHED, NOTE))

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(
            settle_milestone,
            past,
            state=typed.choice("state", STATES),
            on=typed.date("on"),
            note=typed.optional("note"),
            today=today(),
        )

    start = {
        "state": found.state,
        "on": f"{found.settled_on:%d-%m-%Y}" if found.settled_on else "",
        "note": found.note,
    }
    form = form.below(here(), dutch.shortened(found.statement, 60), back)
    return add_to(it, form, decide, back, "De stand van deze mijlpaal staat erin.", start)


@bp.get("/geld/<budget>")
@needs("read_inside")
def budget(budget: str) -> ResponseReturnValue:
    """Money of one year: what the plan says of it, and what became of it."""
    it, found = subject("budget", budget), known_budget(budget)
    context: dict[str, Any] = {"it": it, "found": found, "statuses": STATUSES}
    return page("programme/budget.html", called(found), here(), plan=True, **context)


@bp.route("/geld/<budget>/stand", methods=["GET", "POST"])
@needs(KEEP)
def state(budget: str) -> ResponseReturnValue:
    """Say what became of money the plan asks for."""
    it, found = subject("budget", budget), known_budget(budget)
    back = url_for(".budget", budget=budget)
    form = Form("Stand", "Stand vastleggen", (STATUS, AMOUNT, SOURCE))

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(
            set_budget,
            past,
            status=typed.choice("status", STATUSES),
            amount=typed.number("amount"),
            source=typed.text("source"),
        )

    start = {"status": found.status, "amount": found.amount}
    form = form.below(here(), called(found), back)
    return add_to(it, form, decide, back, "De stand van dit geld staat erin.", start)


def known_milestone(key: str) -> Milestone:
    """One milestone as it stands; 404 when there is none."""
    return ask(programme.milestone, key) or abort(404)


def known_budget(key: str) -> Budget:
    """Money of one year as it stands; 404 when the plan names no such."""
    return ask(programme.budget, key) or abort(404)


def called(found: Budget) -> str:
    """What money is called: for which year, and where it comes from."""
    return f"{found.year}: {found.fund}"


def here() -> Crumbs:
    """The way from home to the page of the programme."""
    return [
        (url_for("start.show"), "Start"),
        (url_for("progress.index"), "Voortgang"),
        (url_for("programme.show"), LIST),
    ]
