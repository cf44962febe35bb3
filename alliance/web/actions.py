"""Pages on which members write down what they agreed, and what came of it."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.actions_rules import (
    ActionContext,
    agree_action,
    correct_action,
    drop_action,
    link_action,
    log_action,
    move_action,
    withdraw_action,
)
from alliance.events.answers_rules import propose_date
from alliance.events.base import Event
from alliance.events.repeating_rules import finish_action
from alliance.projections import actions, outcomes
from alliance.projections.action_filters import WAITING
from alliance.projections.action_rows import ActionRow
from alliance.projections.action_tables import QUESTIONS
from alliance.web import days, names
from alliance.web.action_filter import choices, wanted
from alliance.web.action_pages import LIST, answer, here, instead_of, is_own, the_action
from alliance.web.action_story import told
from alliance.web.asked_late import call_for
from alliance.web.doubts import shown_with
from alliance.web.forms import Typed
from alliance.web.links import link_fields, links_now, links_typed
from alliance.web.pages import ask, number_of_page, page, person, record, today
from alliance.web.roles import needs
from alliance.web.sight import behind_elsewhere, sees_row
from alliance.web.writing import (
    WHY,
    WHY_OR_NOT,
    Field,
    Form,
    allow,
    because,
    fill_in,
    new_id,
    subject,
    where_from,
)

bp = Blueprint("actions", __name__, url_prefix="/afspraken")
WHAT = Field("line", "title", "Wat spreken we af?", free=True)
NEW_DAY = "De nieuwe dag staat erin."
BY_WHEN = Field("date", "by_when", "Vóór wanneer?", optional=True)
MOVED_TO = Field("date", "by_when", "Welke dag wordt het?")
ON = Field("date", "on", "Op welke dag?")
DONE = Field("tick", "done", "Dit is al gedaan. De dag hierboven is de dag waarop het gebeurde.")
YIELDED = Field("text", "yielded", "Wat kwam ervan?", "Eén zin is genoeg.", True, free=True)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Who promised what, by when: fifty on a page, filtered by what stands in the address."""
    found = ask(actions.page, wanted(), today(), number_of_page())
    shown: dict[str, Any] = {"found": found, "elsewhere": behind_elsewhere(), "on_day": today()}
    shown["call_for"] = call_for
    return page("actions/index.html", LIST, **shown, **choices())


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("agree_action")
def new() -> ResponseReturnValue:
    """Write down an agreement, or something that was already done."""
    mine: dict[str, Any] = {"organisation": person().organisation, "owner": person().member}
    around = mine | where_from(ActionContext.__annotations__)
    if around["organisation"] != person().organisation:
        around["owner"] = None
        allow("ask_action", organisation=around["organisation"], group=around.get("group"))
    asks = (WHAT, BY_WHEN.near(days.soon(around.get("group"))), DONE)
    form = Form("Schrijf een afspraak op", "Afspraak vastleggen", asks, here())

    def write(typed: Typed) -> ResponseReturnValue:
        action, title, day = new_id(), typed.text("title"), typed.date("by_when")
        known: dict[str, Any] = {"action": action, "title": title, "today": today()} | around
        event: Event
        if typed.yes("done"):
            event = typed.decide(log_action, **known, on=day)
        else:
            event = typed.decide(agree_action, **known, by_when=day)
        return record(event, then=url_for(".show", action=action), said="De afspraak staat erin.")

    return fill_in(form, write)


@bp.get("/<action>")
@needs("read_inside")
def show(action: str) -> ResponseReturnValue:
    """One action: what was agreed, what came of it, and every earlier wording."""
    it, found = subject("action", action), the_action(action)
    seen = sees_row(found)
    if found.behind and not seen:
        hidden = "Deze afspraak zie je niet"
        return page("actions/hidden.html", hidden, here(), elsewhere=behind_elsewhere()), 403
    owner = names.who_is(found.owner) if found.owner else None
    brought = ask(outcomes.page, outcomes.Filter(action=action)).rows
    shown: dict[str, Any] = {
        "found": found,
        "history": it.history,
        "told": told(it.history),
        "on_day": today(),
        "own": is_own(found),
        "version": it.version,
        "owner": owner,
        "doubt": shown_with(found),
        "calling": call_for(found),
        "outcomes": brought,
    }
    return page("actions/show.html", found.title, here(), **shown)


@bp.route("/<action>/gedaan", methods=["GET", "POST"])
@needs("answer_action")
def done(action: str) -> ResponseReturnValue:
    """It was done: on which day, and what came of it."""
    found = the_action(action)
    allow("answer_action", **found.whose)
    asks = (ON.near(days.behind(found.by_when)), YIELDED)
    form = Form("Gedaan", "Vastleggen als gedaan", asks)

    def decide(typed: Typed, past: list[Event]) -> Sequence[Event]:
        told = {"on": typed.date("on"), "yielded": typed.text("yielded"), "today": today()}
        return typed.decide(finish_action, past, renewed_as=new_id(), **told)  # type: ignore[arg-type]

    said = "Mooi, het staat erin als gedaan."
    return answer(found, form, decide, said, {"on": f"{today():%d-%m-%Y}"})


@bp.route("/<action>/andere-datum", methods=["GET", "POST"])
@needs("answer_action")
def move(action: str) -> ResponseReturnValue:
    """Another day, and why: proposed to who asked, or set by who agreed."""
    found = the_action(action)
    asked = found.status in WAITING
    allow("answer_action", **found.whose)
    if asked and (elsewhere := instead_of("answer_action", found)):
        return elsewhere
    asks = (MOVED_TO.near(days.ahead(found.group)), WHY_OR_NOT)
    button = "Andere datum voorstellen" if asked else "Nieuwe dag vastleggen"
    form = Form("Andere datum", button, asks)
    rule: Callable[..., Event] = propose_date if asked else move_action

    def decide(typed: Typed, past: list[Event]) -> Event:
        day, reason = typed.date("by_when"), typed.text("reason")
        return typed.decide(rule, past, by_when=day, reason=reason, today=today())

    said = "Je voorstel staat erin. Wie het vroeg, antwoordt." if asked else NEW_DAY
    return answer(found, form, decide, said)


@bp.route("/<action>/lukt-niet", methods=["GET", "POST"])
@needs("answer_action")
def drop(action: str) -> ResponseReturnValue:
    """It will not happen, and why: for who agreed, or for who asked while nobody did."""
    found = the_action(action)
    if found.status in QUESTIONS:
        allow("settle_answer", author=found.asker, group=found.group)
    else:
        allow("answer_action", **found.whose)
    form = Form("Lukt niet", "Vastleggen dat het niet doorgaat", (WHY,))
    return answer(found, form, because(drop_action), "Het staat erin. Dank je dat je het zegt.")


@bp.route("/<action>/verbeteren", methods=["GET", "POST"])
@needs("correct")
def correct(action: str) -> ResponseReturnValue:
    """Set right what was written down; the earlier wording stays readable."""
    found = own_words(action)
    day = found.on or found.by_when
    form = Form("Afspraak verbeteren", "Verbetering vastleggen", (WHAT, BY_WHEN))
    name = "on" if found.on else "by_when"

    def decide(typed: Typed, past: list[Event]) -> Event:
        changes: dict[str, Any] = {"title": typed.text("title"), name: typed.date("by_when")}
        return typed.decide(correct_action, past, today=today(), **changes)

    start = {"title": found.title, "by_when": f"{day:%d-%m-%Y}" if day else ""}
    return answer(found, form, decide, "De verbetering staat erin.", start)


@bp.route("/<action>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(action: str) -> ResponseReturnValue:
    """Take back what should not have been written down; it stays readable on the timeline."""
    found = own_words(action)
    form = Form("Afspraak terugnemen", "Afspraak terugnemen", (WHY,))
    return answer(found, form, because(withdraw_action), "De afspraak is teruggenomen.")


@bp.route("/<action>/koppelen", methods=["GET", "POST"])
@needs("link")
def link(action: str) -> ResponseReturnValue:
    """Say what an action works towards."""
    found = the_action(action)
    form = Form("Afspraak koppelen", "Koppeling vastleggen", link_fields())

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(link_action, past, **links_typed(typed))

    return answer(found, form, decide, "De koppeling staat erin.", links_now(found))


def own_words(action: str) -> ActionRow:
    """One action, for who wrote it down."""
    found = the_action(action)
    allow("correct", author=found.author)
    return found
