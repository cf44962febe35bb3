"""A link for the own manager: whoever was asked sends it along, and one tap answers it."""

from urllib.parse import quote

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import tickets
from alliance.database import writing
from alliance.events.answers_rules import answer_as_manager, considered, is_considered
from alliance.events.base import Event
from alliance.web.action_pages import asked_in_words, is_own, show_url, the_action
from alliance.web.answers import BACKING
from alliance.web.forms import Typed
from alliance.web.pages import desk, page, past_day, person, record
from alliance.web.roles import needs
from alliance.web.ticket_answers import check_whose, facts_now, opened_action
from alliance.web.tickets import Dead, Opened, find, holder_of, opened, use
from alliance.web.writing import Field, Form, Subject, allow, fill_in, subject, to_today

bp = Blueprint("ticket_manager", __name__)
ACT = "note_answer"
"""What a manager says is written down with the right of whoever sent the link along."""
SAYS = Field("taps", "backing", "Steunt de organisatie dit?", options=[*BACKING.items()])
LIMIT = Field("text", "limit", "Tot waar mag het?", "Alleen nodig bij “Tot hier”.", True, free=True)
SENT = "Dank je wel. Wie de vraag kreeg, ziet je antwoord en geeft nu zelf antwoord."
GONE = "Is je antwoord anders? Zeg het tegen wie je deze link stuurde."


@bp.post("/afspraken/<action>/leidinggevende/doorsturen")
@needs("answer_action")
def make(action: str) -> ResponseReturnValue:
    """A link to send along, for who signed in."""
    found = the_action(action)
    allow("answer_action", **found.whose)
    if not (is_own(found) and is_considered(subject("action", action).events)):
        return redirect(show_url(action), 303)
    return made(f"member:{person().member}", action)


@bp.post(f"{tickets.PLACE}/<token>/doorsturen")
@needs("read_public")
def make_after(token: str) -> ResponseReturnValue:
    """A link to send along, for who just said in a mail that they talk it over first."""
    ticket = find(token)
    if (ticket.act, ticket.subject[0]) != ("answer_action", "action"):
        raise Dead("unknown", token)
    it = subject(*ticket.subject)
    return made_of(Opened(token, ticket, holder_of(ticket, token), it))


@bp.post(f"{tickets.PLACE}/<token>/alles/<action>/doorsturen")
@needs("read_public")
def make_from_page(token: str, action: str) -> ResponseReturnValue:
    """A link to send along, from the page with all that is asked."""
    return made_of(opened_action(token, action))


@bp.get(f"{tickets.PLACE}/<token>/doorsturen")
@needs("read_public")
def send_along(token: str) -> ResponseReturnValue:
    """The link in full, with a mail that stands ready in the own mail program."""
    if past_day():
        return to_today()
    it = opened(token, ACT, "action")
    address = desk().settings.site_url + url_for(".answer", token=token)
    text = f"{asked_in_words(the_action(key_of(it.it)))}\n\n{address}\n"
    mail = f"mailto:?subject={quote('Een vraag aan onze organisatie')}&body={quote(text)}"
    return page("tickets/manager.html", "Stuur door aan je leidinggevende", to=address, mail=mail)


@bp.route(f"{tickets.PLACE}/<token>/leidinggevende", methods=["GET", "POST"])
@needs("read_public")
def answer(token: str) -> ResponseReturnValue:
    """Three answers, each one tap, without signing in; whoever was asked still answers."""
    if find(token).state(desk().clock()) != "open":
        return page("tickets/dead.html", "Deze link is gebruikt of verlopen", sentence=GONE), 410
    it = opened(token, ACT, "action")
    check_whose(it, facts_now(it))
    if not is_considered(it.it.events):
        raise Dead("answered", token)
    found = the_action(key_of(it.it))
    said = considered(it.it.events)
    question = said.question if said else None
    lead = f"{asked_in_words(found)} {question or ''}".strip()
    form = Form("Vraag aan de leidinggevende", "", (LIMIT, SAYS), lead=lead)

    def write(typed: Typed) -> ResponseReturnValue:
        chosen = next((one for one in BACKING if one == typed.choice("backing", BACKING)), None)
        limit, past = typed.text("limit"), it.it.events
        event: Event = typed.decide(answer_as_manager, past, backing=chosen, limit=limit)
        by = f"organisation:{found.organisation}" if found.organisation else it.by
        seen, then = typed.seen(it.it.stream), url_for("tickets.thanks", token=token)
        return record(event, then=then, said=SENT, seen=seen, by=by, also=use(it))

    try:
        return fill_in(form, write, it=it.it)
    except tickets.Spent as why:
        raise Dead("answered", token) from why


def made_of(it: Opened) -> ResponseReturnValue:
    """A link to send along of what is talked over; raises Dead when it is not, or not theirs."""
    check_whose(it, facts_now(it))
    if not is_considered(it.it.events):
        raise Dead("answered", it.token)
    return made(it.ticket.recipient, key_of(it.it))


def made(recipient: str, action: str) -> ResponseReturnValue:
    """On to a new link for the manager of whoever this is."""
    here = desk()
    with writing(here.engine) as db:
        number = tickets.issue(
            db, act=ACT, stream=f"action:{action}", recipient=recipient, now=here.clock()
        )
    token = tickets.token(number, here.settings.secret_key)
    return redirect(url_for(".send_along", token=token), 303)


def key_of(it: Subject) -> str:
    """The key of the action of a link."""
    return it.stream.partition(":")[2]
