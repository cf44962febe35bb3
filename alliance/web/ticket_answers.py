"""What can be answered from a mail without signing in: about an agreement, and about an offer."""

from collections.abc import Sequence

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance import dutch, tickets
from alliance.events.actions import ActionCorrected
from alliance.events.actions_rules import (
    action_now,
    drop_action,
    move_action,
    unended_action,
)
from alliance.events.answers_rules import propose_date
from alliance.events.base import Event, Refused
from alliance.events.offers import OfferFacts
from alliance.events.offers_rules import confirm_offer, running_offer
from alliance.events.repeating_rules import finish_action
from alliance.events.turns import whose_turn
from alliance.projections import people
from alliance.web import days
from alliance.web.forms import Typed
from alliance.web.pages import ask, today
from alliance.web.roles import needs
from alliance.web.tickets import Dead, Opened, answer, opened, opened_page
from alliance.web.writing import WHY, WHY_OR_NOT, Decide, Field, Form, because, new_id, subject

bp = Blueprint("ticket_answers", __name__, url_prefix=tickets.PLACE)
YIELDED = Field("text", "yielded", "Wat kwam ervan?", "Eén zin is genoeg.", True, free=True)


@bp.route("/<token>/gedaan", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/gedaan", methods=["GET", "POST"])
@needs("read_public")
def done(token: str, action: str = "") -> ResponseReturnValue:
    """It was done: one tap, and if wanted what came of it."""
    form = Form("Gedaan", "Ja, dit is gedaan", (YIELDED,))

    def decide(typed: Typed, past: list[Event]) -> Sequence[Event]:
        yielded, day = typed.text("yielded"), today()
        return typed.decide(
            finish_action, past, renewed_as=new_id(), on=day, yielded=yielded, today=day
        )

    return about_action(token, action, form, decide, "Mooi, het staat erin als gedaan.")


@bp.route("/<token>/andere-datum", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/andere-datum", methods=["GET", "POST"])
@needs("read_public")
def move(token: str, action: str = "") -> ResponseReturnValue:
    """Another day, and why."""
    when = Field("date", "by_when", "Welke dag wordt het?", options=days.ahead())
    form = Form("Andere datum", "Nieuwe dag vastleggen", (when, WHY_OR_NOT))

    def decide(typed: Typed, past: list[Event]) -> Event:
        day, reason = typed.date("by_when"), typed.text("reason")
        rule = propose_date if whose_turn(past) == "asked" else move_action
        return typed.decide(rule, past, by_when=day, reason=reason, today=today())

    return about_action(token, action, form, decide, "De nieuwe dag staat erin.")


@bp.route("/<token>/lukt-niet", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/lukt-niet", methods=["GET", "POST"])
@needs("read_public")
def drop(token: str, action: str = "") -> ResponseReturnValue:
    """It will not happen, and why."""
    form = Form("Lukt niet", "Vastleggen dat het niet doorgaat", (WHY,))
    return about_action(token, action, form, because(drop_action), "Dank je dat je het zegt.")


@bp.route("/<token>/klopt-nog", methods=["GET", "POST"])
@needs("read_public")
def confirm(token: str) -> ResponseReturnValue:
    """What is known of an offer is still right: one tap."""
    it = opened(token, "answer_offer", "offer")
    try:
        now = running_offer(it.it.events)
    except Refused as why:
        raise Dead("ended", token) from why
    it.check(author=it.it.author, organisation=now.organisation)
    lead = f"{told(now)} Is er iets veranderd? Antwoord dan op de mail of bel."
    form = Form("Klopt dit nog", "Ja, dit klopt", (), lead=lead)
    said = "Wie iemand doorverwijst, weet nu dat dit klopt."
    return answer(it, form, lambda _typed, past: confirm_offer(past), said)


def about_action(
    token: str, action: str, form: Form, decide: Decide, said: str
) -> ResponseReturnValue:
    """One answer about an agreement that is still open and theirs."""
    it = opened_action(token, action)
    now, asked = still_open(it), whose_turn(it.it.events) == "asked"
    check_whose(it, now)
    day = f", vóór {dutch.weekday(now.by_when)}" if now.by_when else ""
    said_so = "Dit wordt je gevraagd" if asked else "Dit is afgesproken"
    lead = f"{said_so}{day}. Pas als je op de knop tikt, staat je antwoord erin."
    return answer(it, Form(form.title, form.button, form.fields, lead=lead), decide, said)


def check_whose(it: Opened, now: ActionCorrected) -> None:
    """Raise Dead when whoever got the mail does not answer for an agreement any more."""
    author = None if whose_turn(it.it.events) == "asked" else it.it.author
    # A mail may have been merged with that of a colleague, who answers for the same organisation.
    ours = now.organisation or (now.owner and ask(people.organisation_of, now.owner))
    it.check(author=author, owner=now.owner, organisation=ours)


def facts_now(it: Opened) -> ActionCorrected:
    """What the agreement says now, also when it ended; raises Dead when it was taken back."""
    try:
        return action_now(it.it.events)
    except Refused as why:
        raise Dead("ended", it.token) from why


def opened_action(token: str, action: str) -> Opened:
    """The agreement of a link, or one of those on the page that it leads to."""
    if not action:
        return opened(token, "answer_action", "action")
    ticket, holder = opened_page(token, "answer_action")
    return Opened(token, ticket, holder, subject("action", action), on_a_page=True)


def still_open(it: Opened) -> ActionCorrected:
    """What the agreement says now; raises Dead when it has ended."""
    try:
        now = unended_action(it.it.events)
    except Refused as why:
        raise Dead("ended", it.token) from why
    if whose_turn(it.it.events) == "asker":
        raise Dead("answered", it.token)
    return now


def told(offer: OfferFacts) -> str:
    """What is known of an offer, in one line."""
    known = (offer.for_whom, offer.place or offer.area_words, offer.joining, offer.contact)
    said = ". ".join(line.strip().rstrip(".") for line in known if line)
    return f"Dit staat bij ons: {said}." if said else "Bij ons staat alleen de naam."
