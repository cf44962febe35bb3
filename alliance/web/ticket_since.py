"""What is told in a mail and answered without signing in: a page for home, and what came of it."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance import tickets
from alliance.events.actions import TakerInformed
from alliance.events.asking_rules import inform_taker
from alliance.events.base import Event
from alliance.events.news import share_news
from alliance.projections import actions, meetings
from alliance.projections.meetings import Meeting
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.meetings import title_of
from alliance.web.news import told_at_home
from alliance.web.open_questions import TOLD
from alliance.web.pages import ask, page, past_day, reading, record, today
from alliance.web.roles import needs
from alliance.web.ticket_answers import facts_now
from alliance.web.tickets import Dead, Opened, answer, opened, use
from alliance.web.writing import Form, to_today

bp = Blueprint("ticket_since", __name__, url_prefix=tickets.PLACE)


@bp.get("/<token>/thuis")
@needs("read_public")
def home(token: str) -> ResponseReturnValue:
    """What was decided, what they agreed, what to tell: nothing that stays within the group."""
    if past_day():
        return to_today()
    it, found, ours = opened_home(token)
    name, title = names.name_of("organisation", ours), f"Om thuis te vertellen: {title_of(found)}"
    context: dict[str, Any] = {"found": found, "name": name, **told_at_home(found.meeting, ours)}
    return page("tickets/home.html", title, token=it.token, **context)


@bp.post("/<token>/thuis")
@needs("read_public")
def tell_home(token: str) -> ResponseReturnValue:
    """It was told at home; the page can be read again until the last day of its link."""
    it, found, ours = opened_home(token)
    past = [entry.event for entry in reading().history(f"news:{found.meeting}")]
    event = Typed().decide(share_news, it.it.events, past, organisation=ours, today=today())
    then = url_for(".home", token=token)
    return record(
        event, then=then, said="Mooi. Het staat erin als verteld.", by=it.by, also=use(it)
    )


@bp.route("/<token>/vertel", methods=["GET", "POST"])
@needs("read_public")
def tell(token: str) -> ResponseReturnValue:
    """Whoever took a question hears what came of it."""
    it = opened(token, "settle_answer", "action")
    facts_now(it)
    found = ask(actions.one, it.it.stream.partition(":")[2], today())
    it.check(author=found.asker if found else None, group=found.group if found else None)
    if any(isinstance(event, TakerInformed) for event in it.it.events):
        raise Dead("ended", token)
    lead = "Wie ja zei, leest dit in de volgende mail."
    form = Form("Vertel wat ervan kwam", "Vastleggen wat ervan kwam", (TOLD,), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(inform_taker, past, told=typed.text("told"))

    return answer(it, form, decide, "Het staat erin, voor wie het deed.")


def opened_home(token: str) -> tuple[Opened, Meeting, str]:
    """The meeting of a link and whose page it is; raises Dead when it was not held after all."""
    it = replace(opened(token, "take_home", "meeting"), on_a_page=True)
    found, ours = ask(meetings.one, it.it.stream.partition(":")[2]), it.holder.organisation
    if found is None or ours is None or found.status != "gepland" or found.on > today():
        raise Dead("ended", token)
    it.check(organisation=ours)
    return it, found, ours
