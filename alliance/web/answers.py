"""Pages on which whoever was asked answers: yes, no, another date, or later."""

from typing import get_args

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance.events.actions import Backing
from alliance.events.actions_rules import note_progress
from alliance.events.answers_rules import (
    accept_action,
    answer_as_manager,
    consider_action,
    decline_action,
    dispute_answer,
)
from alliance.events.base import Event
from alliance.events.repeating_rules import repeat_action
from alliance.projections.action_rows import EVERY, NO
from alliance.web import days
from alliance.web.action_pages import answer, asked_in_words, instead_of, the_action
from alliance.web.forms import Typed
from alliance.web.pages import person, today
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, allow

bp = Blueprint("answers", __name__, url_prefix="/afspraken")
BACKING: dict[Backing, str] = {
    "steunen": "Ja, dit steunen we",
    "tot_hier": "Tot hier",
    "nee": "Nee, dit doen we niet",
}
assert {*BACKING} == {*get_args(Backing)}
IF_YOU_LIKE = "Eén zin, alleen als je wilt."
BEFORE_YOU_TAP = "Alleen als je wilt. Schrijf het op voordat je tikt."


@bp.route("/<action>/ja", methods=["GET", "POST"])
@needs("agree_action")
def accept(action: str) -> ResponseReturnValue:
    """Yes, by one tap; what was asked of anyone is for the organisation of who says it."""
    found = the_action(action)
    if not found.for_anyone and (elsewhere := instead_of("answer_action", found)):
        return elsewhere
    form = Form("Ja", "Ja, dat doen wij", (), lead=asked_in_words(found))

    def decide(typed: Typed, past: list[Event]) -> Event:
        ours, me = person().organisation, person().member
        return typed.decide(accept_action, past, organisation=ours, owner=me)

    return answer(found, form, decide, "Fijn. Het staat erin als afgesproken.")


@bp.route("/<action>/nee", methods=["GET", "POST"])
@needs("answer_action")
def decline(action: str) -> ResponseReturnValue:
    """No: one tap says why, a sentence only if wanted."""
    found = the_action(action)
    if elsewhere := instead_of("answer_action", found):
        return elsewhere
    said = Field("text", "reason", "Wil je er iets bij zeggen?", BEFORE_YOU_TAP, True, free=True)
    why = Field("taps", "why", "Waarom niet?", options=[*NO.items()])
    form = Form("Nee", "", (why, said), lead=asked_in_words(found))

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = next((one for one in NO if one == typed.choice("why", NO)), None)
        return typed.decide(decline_action, past, why=chosen, reason=typed.text("reason"))

    return answer(found, form, decide, "Dank je dat je het zegt. Wie het vroeg, ziet je antwoord.")


@bp.route("/<action>/overleg", methods=["GET", "POST"])
@needs("answer_action")
def consider(action: str) -> ResponseReturnValue:
    """The answer comes later; a question to the own manager may go along."""
    found = the_action(action)
    if elsewhere := instead_of("answer_action", found):
        return elsewhere
    by = Field("date", "answer_by", "Vóór welke dag geef je antwoord?", options=days.ahead())
    help = "Dan krijg je één pagina, waarop je leidinggevende met één tik antwoordt."
    what = "Wat vraag je je leidinggevende?"
    form = Form(
        "Ik overleg eerst",
        "Vastleggen dat je overlegt",
        (by, Field("text", "question", what, help, optional=True, free=True)),
        lead=asked_in_words(found),
    )

    def decide(typed: Typed, past: list[Event]) -> Event:
        by, asks = typed.date("answer_by"), typed.text("question")
        return typed.decide(consider_action, past, answer_by=by, question=asks, today=today())

    return answer(found, form, decide, "Het staat erin. Wie het vroeg, ziet wanneer je antwoordt.")


@bp.route("/<action>/leidinggevende", methods=["GET", "POST"])
@needs("answer_action")
def manager(action: str) -> ResponseReturnValue:
    """What the manager of whoever was asked says: one page, one tap."""
    found = the_action(action)
    if elsewhere := instead_of("answer_action", found):
        return elsewhere
    asks = found.ask.question if found.ask else None
    help = "Alleen nodig bij “Tot hier”."
    limit = Field("text", "limit", "Tot waar mag het?", help, True, free=True)
    says = Field("taps", "backing", "Steunt de organisatie dit?", options=[*BACKING.items()])
    lead = " ".join(filter(None, [asked_in_words(found), asks]))
    form = Form("Vraag aan je leidinggevende", "", (limit, says), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = next((one for one in BACKING if one == typed.choice("backing", BACKING)), None)
        said = {"backing": chosen, "limit": typed.text("limit")}
        return typed.decide(answer_as_manager, past, **said)  # type: ignore[arg-type]

    return answer(found, form, decide, "Het staat erin. Geef nu zelf nog antwoord op de vraag.")


@bp.route("/<action>/bezig", methods=["GET", "POST"])
@needs("answer_action")
def busy(action: str) -> ResponseReturnValue:
    """It is being done, and maybe how that goes."""
    found = the_action(action)
    allow("answer_action", **found.whose)
    how = Field("text", "note", "Hoe gaat het?", IF_YOU_LIKE, optional=True, free=True)
    form = Form("Bezig", "Vastleggen dat je bezig bent", (how,))

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(note_progress, past, note=typed.text("note"))

    return answer(found, form, decide, "Goed om te weten. Het staat erin.")


@bp.route("/<action>/klopt-niet", methods=["GET", "POST"])
@needs("answer_action")
def dispute(action: str) -> ResponseReturnValue:
    """What someone else wrote down was not said: it is open again, and the aanjager sees it."""
    found = the_action(action)
    allow("answer_action", **found.whose)
    lead = "Dan staat het weer zoals het ervoor was. De aanjager ziet dat dit antwoord niet klopt."
    form = Form("Dit antwoord klopt niet", "Vastleggen dat het niet klopt", (), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(dispute_answer, past)

    return answer(found, form, decide, "Het staat weer open. Geef nu je eigen antwoord.")


@bp.route("/<action>/herhalen", methods=["GET", "POST"])
@needs("answer_action")
def repeat(action: str) -> ResponseReturnValue:
    """How often it comes back, once it is done."""
    found = the_action(action)
    allow("answer_action", **found.whose)
    often = Field("choice", "every", "Hoe vaak komt dit terug?", options=[*EVERY.items()])
    lead = "Is het gedaan, dan staat de volgende keer er meteen weer in."
    form = Form("Laat het terugkomen", "Herhaling vastleggen", (often,), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = next((one for one in EVERY if one == typed.choice("every", EVERY)), None)
        return typed.decide(repeat_action, past, every=chosen)

    start = {"every": found.every}
    return answer(found, form, decide, "Het staat erin.", start)
