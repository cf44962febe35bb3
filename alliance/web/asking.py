"""Pages on which someone is asked for something, and on which who asked settles the answer."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.actions_rules import ActionContext
from alliance.events.asking_rules import (
    accept_date,
    ask_action,
    ask_elsewhere,
    decline_date,
    hand_over,
)
from alliance.events.base import Event, Refused, refuse
from alliance.projections import people
from alliance.projections.action_rows import ActionRow
from alliance.web import days
from alliance.web.action_pages import answer, asked_in_words, here, the_action
from alliance.web.forms import Typed
from alliance.web.group_choice import GroupQuestion, group_of, group_question
from alliance.web.pages import ask, person, record, today
from alliance.web.people import name_shown
from alliance.web.picking import NONE
from alliance.web.roles import may, needs
from alliance.web.writing import Field, Form, allow, fill_in, new_id, where_from

bp = Blueprint("asking", __name__, url_prefix="/afspraken")
ANYONE = "Iedereen: wie kan dit?"
MEMBER = "lid:"
"""How the choice of one member begins; the others are organisations."""
WHAT = Field("line", "title", "Wat vraag je?", free=True)
BY_WHEN = Field("date", "by_when", "Vóór wanneer?", optional=True)
WHY = Field("text", "reason", "Waarom?", "Eén zin, alleen als je wilt.", True, free=True)
NOBODY = "Kies van wie je het vraagt, of vraag het iedereen."
DATES = {"goed": "Ja, die datum is goed", "niet_goed": "Nee, liever niet"}


@bp.route("/vragen", methods=["GET", "POST"])
@needs("ask_action")
def new() -> ResponseReturnValue:
    """Ask an organisation, or whoever can: what, of whom, and by when."""
    around: dict[str, Any] = where_from(ActionContext.__annotations__)
    start = {"whom": around.pop("organisation", None)}
    asks = for_which_group(around.pop("group", None))
    fields = (WHAT, whom_field(), BY_WHEN.near(days.ahead(asks.group)))
    form = asks.form("Vraag iets", "Vraag stellen", fields, here())

    def write(typed: Typed) -> ResponseReturnValue:
        action, group = new_id(), group_of(typed, asks) or None
        allow("ask_action", group=group)
        known: dict[str, Any] = around | {"group": group}
        known |= {"title": typed.text("title"), "by_when": typed.date("by_when")}
        chosen = typed.pick("whom", whom_options())
        event = typed.decide(asked_of, chosen, action=action, today=today(), **known)
        then = url_for("actions.show", action=action)
        return record(
            event, then=then, said="De vraag staat erin. Het antwoord komt op deze pagina."
        )

    return fill_in(form, write, start)


@bp.route("/<action>/elders", methods=["GET", "POST"])
@needs("settle_answer")
def elsewhere(action: str) -> ResponseReturnValue:
    """Ask another organisation, or whoever can."""
    found = the_action(action)
    allow_asker(found)
    form = Form("Vraag het een ander", "Vraag stellen", (whom_field(),), lead=asked_in_words(found))

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = typed.pick("whom", whom_options())
        refuse(whom=not chosen and (typed.faults.get("whom") or NOBODY))
        return at_whom(typed, ask_elsewhere, past, **choice_of(chosen), today=today())

    return answer(found, form, decide, "De vraag is gesteld. Het antwoord komt op deze pagina.")


@bp.route("/<action>/datum", methods=["GET", "POST"])
@needs("settle_answer")
def date(action: str) -> ResponseReturnValue:
    """Whether the other date that was proposed is fine."""
    found = the_action(action)
    allow_asker(found)
    proposed = dutch.weekday(found.ask.proposed) if found.ask and found.ask.proposed else ""
    lead = f"Voorgesteld is {proposed}. {found.ask.said or ''}" if found.ask and proposed else ""
    taps = Field("taps", "agreed", "Is deze datum goed?", options=[*DATES.items()])
    form = Form("Andere datum", "", (taps,), lead=lead.strip())

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = typed.choice("agreed", DATES)
        refuse(agreed=not chosen and "Kies ja of nee.")
        return typed.decide(accept_date if chosen == "goed" else decline_date, past)

    return answer(found, form, decide, "Het staat erin.")


@bp.route("/<action>/overdragen", methods=["GET", "POST"])
@needs("hand_over")
def hand(action: str) -> ResponseReturnValue:
    """Ask a successor: a colleague, another organisation, or whoever can."""
    found = the_action(action)
    allow("hand_over", **found.whose)
    options = {**colleagues(found), **organisations()}
    whom = whom_field("Wie neemt het over?", options)
    lead = (
        "Wie je kiest, krijgt de vraag en antwoordt zelf. Wie het eerst afsprak, blijft leesbaar."
    )
    form = Form("Draag over", "Vraag een opvolger", (whom, WHY), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = typed.pick("whom", options | {NONE: ANYONE})
        refuse(whom=not chosen and (typed.faults.get("whom") or NOBODY))
        about = choice_of(chosen) | {"reason": typed.text("reason"), "today": today()}
        return at_whom(typed, hand_over, past, **about)

    return answer(found, form, decide, "De opvolger is gevraagd.")


def asked_of(chosen: str | None, **known: Any) -> Event:
    """A question to whom was chosen; raises Refused with every fault."""
    try:
        event = ask_action(**known, **choice_of(chosen))
    except Refused as why:
        refuse(**why.faults, whom=not chosen and NOBODY)
        raise
    refuse(whom=not chosen and NOBODY)
    return event


def at_whom(typed: Typed, rule: Any, past: list[Event], **about: Any) -> Event:
    """What a rule makes of it; what is wrong with the organisation is said where it was chosen."""
    try:
        event: Event = typed.decide(rule, past, **about)
    except Refused as why:
        told = {"whom" if name == "organisation" else name: one for name, one in why.faults.items()}
        raise Refused(**told) from why
    return event


def choice_of(chosen: str | None) -> dict[str, Any]:
    """The organisation and the member that were chosen; neither when anyone may."""
    if chosen and chosen.startswith(MEMBER):
        member = chosen.removeprefix(MEMBER)
        return {"organisation": ask(people.organisation_of, member), "owner": member}
    return {"organisation": None if chosen == NONE else chosen, "owner": None}


def organisations() -> dict[str, str]:
    """The organisations that did not stop."""
    return {one.organisation: one.name for one in ask(people.listed)}


def whom_options() -> dict[str, str]:
    """Whom can be asked: anyone, or one of the organisations."""
    return organisations() | {NONE: ANYONE}


def colleagues(found: ActionRow) -> dict[str, str]:
    """Members of the organisation that does it, by name for who may read names."""
    every = ask(people.all_members).values()
    mine = [one for one in every if one.organisation == found.organisation and not one.left_on]
    named = {one.member: name_shown(one.member) for one in mine if one.member != found.owner}
    return {f"{MEMBER}{member}": name for member, name in named.items() if name}


def whom_field(label: str = "Van wie?", options: Mapping[str, str] | None = None) -> Field:
    """Of whom it is asked; or of anyone."""
    known = organisations() if options is None else options
    return Field("pick", "whom", label, options=[*known.items()], none=ANYONE)


def for_which_group(group: str | None) -> GroupQuestion:
    """For which group someone asks: in the address, their only one, none, or asked."""
    someone, act = person(), "ask_action"
    if group:
        allow(act, group=group)
        return GroupQuestion(group)
    if may(someone, act):
        return GroupQuestion([*someone.groups][0] if len(someone.groups) == 1 else "")
    return group_question(act, "Namens welke groep?")


def allow_asker(found: ActionRow) -> None:
    """Stop who did not ask, is not the chair of the group that did, and is not the aanjager."""
    allow("settle_answer", author=found.asker or found.author, group=found.group)
