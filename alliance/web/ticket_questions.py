"""What can be answered from a mail to a question, and to an answer that someone else wrote down."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance import tickets
from alliance.documents.week_since import ANSWERED
from alliance.events.answers_rules import (
    accept_action,
    consider_action,
    decline_action,
    dispute_answer,
)
from alliance.events.base import Event
from alliance.events.turns import noted_answer
from alliance.projections.action_rows import NO
from alliance.web.forms import Typed
from alliance.web.pages import today
from alliance.web.roles import needs
from alliance.web.ticket_answers import about_action, check_whose, facts_now, opened_action
from alliance.web.tickets import Dead, answer
from alliance.web.writing import Field, Form

bp = Blueprint("ticket_questions", __name__, url_prefix=tickets.PLACE)
FOR_YOUR_MANAGER = "Alleen als je wilt. Daarna maak je een link om door te sturen."
BEFORE_YOU_TAP = "Alleen als je wilt. Schrijf het op voordat je tikt."


@bp.route("/<token>/ja", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/ja", methods=["GET", "POST"])
@needs("read_public")
def accept(token: str, action: str = "") -> ResponseReturnValue:
    """Yes, by one tap."""
    form = Form("Ja", "Ja, dat doen wij", ())
    holder = opened_action(token, action).holder
    who: dict[str, Any] = {"organisation": holder.organisation, "owner": holder.member or None}

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(accept_action, past, **who)

    return about_action(token, action, form, decide, "Fijn. Het staat erin als afgesproken.")


@bp.route("/<token>/nee", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/nee", methods=["GET", "POST"])
@needs("read_public")
def decline(token: str, action: str = "") -> ResponseReturnValue:
    """No: one tap says why, a sentence only if wanted."""
    said = Field("text", "reason", "Wil je er iets bij zeggen?", BEFORE_YOU_TAP, True, free=True)
    why = Field("taps", "why", "Waarom niet?", options=[*NO.items()])
    form = Form("Nee", "", (why, said))

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = next((one for one in NO if one == typed.choice("why", NO)), None)
        return typed.decide(decline_action, past, why=chosen, reason=typed.text("reason"))

    return about_action(token, action, form, decide, "Dank je dat je het zegt.")


@bp.route("/<token>/overleg", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/overleg", methods=["GET", "POST"])
@needs("read_public")
def consider(token: str, action: str = "") -> ResponseReturnValue:
    """The answer comes later; a question to the own manager may go along."""
    by = Field("date", "answer_by", "Vóór welke dag geef je antwoord?")
    asks = Field(
        "text", "question", "Wat vraag je je leidinggevende?", FOR_YOUR_MANAGER, True, free=True
    )
    form = Form("Ik overleg eerst", "Vastleggen dat je overlegt", (by, asks))

    def decide(typed: Typed, past: list[Event]) -> Event:
        by, asks = typed.date("answer_by"), typed.text("question")
        return typed.decide(consider_action, past, answer_by=by, question=asks, today=today())

    return about_action(token, action, form, decide, "Het staat erin. We vragen het dan nog eens.")


@bp.route("/<token>/klopt-niet", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/klopt-niet", methods=["GET", "POST"])
@needs("read_public")
def dispute(token: str, action: str = "") -> ResponseReturnValue:
    """What someone else wrote down was not said: all is as it was before."""
    it = opened_action(token, action)
    check_whose(it, facts_now(it))
    said = noted_answer(it.it.events)
    if said is None:
        raise Dead("answered", token)
    lead = (
        f"Opgeschreven is: {ANSWERED[said.stored_name]} ({said.via}). Klopt dat niet? Dan staat het"
        " weer zoals het ervoor was. De aanjager ziet het."
    )
    form = Form("Dit antwoord klopt niet", "Vastleggen dat het niet klopt", (), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(dispute_answer, past)

    return answer(it, form, decide, "Het staat weer zoals het ervoor was.")
