"""Pages on which members write down what they agreed, and what came of it."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance.events.actions import ActionMoved
from alliance.events.actions_rules import (
    ActionContext,
    action_now,
    agree_action,
    correct_action,
    do_action,
    drop_action,
    link_action,
    log_action,
    move_action,
    withdraw_action,
)
from alliance.events.base import Event
from alliance.projections import actions, outcomes
from alliance.web import names, neighbourhoods
from alliance.web.filtering import picked
from alliance.web.forms import Typed
from alliance.web.links import any_new, back_to, link_fields, links_now, links_typed
from alliance.web.pages import ask, number_of_page, page, person, record, today
from alliance.web.roles import needs
from alliance.web.sight import behind_elsewhere, eyes, sees
from alliance.web.writing import (
    WHY,
    Decide,
    Field,
    Form,
    Subject,
    add_to,
    allow,
    because,
    fill_in,
    new_id,
    subject,
    where_from,
)

bp = Blueprint("actions", __name__, url_prefix="/afspraken")
LIST = "Afspraken"
STATUSES: dict[str, str] = {
    "open": "open",
    "gedaan": "nagekomen",
    "niet_doorgegaan": "niet doorgegaan",
    "teruggenomen": "teruggenomen",
}
MISSING = {"owner": "wie het doet", "by_when": "een dag", "result": "een resultaat"}
WHAT = Field("line", "title", "Wat spreken we af?", free=True)
BY_WHEN = Field("date", "by_when", "Vóór wanneer?", optional=True)
DONE = Field("tick", "done", "Dit is al gedaan. De dag hierboven is de dag waarop het gebeurde.")
YIELDED = Field("text", "yielded", "Wat kwam ervan?", "Eén zin is genoeg.", True, free=True)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Who promised what, by when: fifty on a page, filtered by what stands in the address."""
    asked, places = request.args, neighbourhoods.everywhere()
    wanted = actions.Filter(
        status=asked.get("stand") if asked.get("stand") in STATUSES else None,  # type: ignore[arg-type]
        mine=person().member if asked.get("van") == "mij" else None,
        group=picked("groep", names.of("group")),
        organisation=picked("organisatie", names.of("organisation")),
        theme=asked.get("thema") or None,
        result=asked.get("resultaat") or None,
        areas=neighbourhoods.near(picked("waar", places)),
        past_date=asked.get("stand") == "voorbij",
        missing=asked.get("mist") if asked.get("mist") in MISSING else None,  # type: ignore[arg-type]
        seen_by=eyes(),
    )
    options: dict[str, Any] = {
        "found": ask(actions.page, wanted, today(), number_of_page()),
        "statuses": [*STATUSES.items(), ("voorbij", "over de datum")],
        "missing": [*MISSING.items()],
        "areas": [*places.items()],
        "elsewhere": behind_elsewhere(),
    }
    return page("actions/index.html", LIST, **options)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("agree_action")
def new() -> ResponseReturnValue:
    """Write down an agreement, or something that was already done."""
    mine: dict[str, Any] = {"organisation": person().organisation, "owner": person().member}
    around = mine | where_from(ActionContext.__annotations__)
    if around["organisation"] != person().organisation:
        around["owner"] = None
        allow("ask_action", organisation=around["organisation"], group=around.get("group"))
    form = Form("Schrijf een afspraak op", "Afspraak vastleggen", (WHAT, BY_WHEN, DONE), here())

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
    it = subject("action", action)
    found = ask(actions.one, action, today())
    assert found is not None  # it has a history
    seen = sees(**{of: getattr(found, of) for of in ("author", "owner", "group", "organisation")})
    if found.behind and not seen:
        hidden = "Deze afspraak zie je niet"
        return page("actions/hidden.html", hidden, here(), elsewhere=behind_elsewhere()), 403
    history = [one for one in it.history if seen or not isinstance(one.event, ActionMoved)]
    owner = names.who_is(found.owner) if found.owner else None
    brought = ask(outcomes.page, outcomes.Filter(action=action)).rows
    shown: dict[str, Any] = {
        "found": found,
        "history": history,
        "owner": owner,
        "outcomes": brought,
    }
    return page("actions/show.html", found.title, here(), **shown)


@bp.route("/<action>/gedaan", methods=["GET", "POST"])
@needs("answer_action")
def done(action: str) -> ResponseReturnValue:
    """It was done: on which day, and what came of it."""
    it = subject("action", action)
    form = Form("Gedaan", "Vastleggen als gedaan", (Field("date", "on", "Op welke dag?"), YIELDED))

    def decide(typed: Typed, past: list[Event]) -> Event:
        day, yielded = typed.date("on"), typed.text("yielded")
        return typed.decide(do_action, past, on=day, yielded=yielded, today=today())

    said = "Mooi, het staat erin als gedaan."
    return answer(it, "answer_action", form, decide, said, {"on": f"{today():%d-%m-%Y}"})


@bp.route("/<action>/andere-datum", methods=["GET", "POST"])
@needs("answer_action")
def move(action: str) -> ResponseReturnValue:
    """Another day, and why."""
    it = subject("action", action)
    when = Field("date", "by_when", "Welke dag wordt het?")
    why = Field("text", "reason", "Waarom?", optional=True, free=True)
    form = Form("Andere datum", "Nieuwe dag vastleggen", (when, why))

    def decide(typed: Typed, past: list[Event]) -> Event:
        day, reason = typed.date("by_when"), typed.text("reason")
        return typed.decide(move_action, past, by_when=day, reason=reason, today=today())

    return answer(it, "answer_action", form, decide, "De nieuwe dag staat erin.")


@bp.route("/<action>/lukt-niet", methods=["GET", "POST"])
@needs("answer_action")
def drop(action: str) -> ResponseReturnValue:
    """It will not happen, and why."""
    it = subject("action", action)
    form = Form("Lukt niet", "Vastleggen dat het niet doorgaat", (WHY,))
    return answer(
        it, "answer_action", form, because(drop_action), "Het staat erin. Dank je dat je het zegt."
    )


@bp.route("/<action>/verbeteren", methods=["GET", "POST"])
@needs("correct")
def correct(action: str) -> ResponseReturnValue:
    """Set right what was written down; the earlier wording stays readable."""
    it = subject("action", action)
    now = action_now(it.events)
    day = now.on or now.by_when
    form = Form("Afspraak verbeteren", "Verbetering vastleggen", (WHAT, BY_WHEN))
    name = "on" if now.on else "by_when"

    def decide(typed: Typed, past: list[Event]) -> Event:
        changes: dict[str, Any] = {"title": typed.text("title"), name: typed.date("by_when")}
        return typed.decide(correct_action, past, today=today(), **changes)

    start = {"title": now.title, "by_when": f"{day:%d-%m-%Y}" if day else ""}
    return answer(it, "correct", form, decide, "De verbetering staat erin.", start)


@bp.route("/<action>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(action: str) -> ResponseReturnValue:
    """Take back what should not have been written down; it stays readable on the timeline."""
    it = subject("action", action)
    form = Form("Afspraak terugnemen", "Afspraak terugnemen", (WHY,))
    return answer(it, "correct", form, because(withdraw_action), "De afspraak is teruggenomen.")


@bp.route("/<action>/koppelen", methods=["GET", "POST"])
@needs("link")
def link(action: str) -> ResponseReturnValue:
    """Say what an action works towards, and which organisation is asked to do it."""
    it = subject("action", action)
    now = action_now(it.events)
    organisations = names.of("organisation")
    who = Field("pick", "organisation", "Wie doet het?", options=[*organisations.items()])
    form = Form("Afspraak koppelen", "Koppeling vastleggen", (who, *link_fields()))

    def decide(typed: Typed, past: list[Event]) -> list[Event]:
        asked, links = typed.pick("organisation", organisations), links_typed(typed)
        done: list[Event] = []
        if asked and asked != now.organisation:
            other = {"organisation": asked, "owner": None}
            done += [typed.decide(correct_action, past, today=today(), **other)]  # type: ignore[arg-type]
        if not done or any_new(now, links):
            done += [typed.decide(link_action, past, **links)]
        return done

    start = links_now(now) | {"organisation": now.organisation}
    return answer(it, "link", form, decide, "De koppeling staat erin.", start)


def answer(
    it: Subject,
    act: str,
    form: Form,
    decide: Decide,
    said: str,
    start: Mapping[str, Any] | None = None,
) -> ResponseReturnValue:
    """A form that adds to one action, for who may do this act with it."""
    now = action_now(it.events)
    mine = {"author": it.author, "owner": now.owner, "organisation": now.organisation}
    allow(act, **(mine if act == "answer_action" else {"author": it.author}))
    back = url_for(".show", action=now.action)
    form = form.below(here(), now.title, back)
    return add_to(it, form, decide, back_to(back), said, start)


def here() -> list[tuple[str, str]]:
    """The way from home to the list of actions."""
    return [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]
