"""What can be answered from a mail to what looks odd: it is right, or its activity was there."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance import tickets
from alliance.events.actions_rules import note_progress
from alliance.events.activities_rules import hold_activity
from alliance.events.base import Event
from alliance.events.doubts_rules import explain_action
from alliance.projections import doubts, people
from alliance.projections.doubts import Doubt
from alliance.web.doubts import REASON
from alliance.web.forms import Typed
from alliance.web.pages import ask, today
from alliance.web.roles import needs
from alliance.web.ticket_answers import about_action, opened_action
from alliance.web.tickets import Dead, Opened, answer
from alliance.web.writing import Field, Form, subject

bp = Blueprint("ticket_doubts", __name__, url_prefix=tickets.PLACE)


@bp.route("/<token>/klopt-zo", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/klopt-zo", methods=["GET", "POST"])
@needs("read_public")
def explain(token: str, action: str = "") -> ResponseReturnValue:
    """It is right as it stands: one tap, and why if wanted."""
    it, doubt = opened_doubt(token, action)
    form = Form("Klopt zo", "Ja, dit klopt zo", (REASON,), lead=doubt.why)

    def decide(typed: Typed, past: list[Event]) -> Event:
        said = typed.text("reason")
        return typed.decide(explain_action, past, about=doubt.about, reason=said)

    return answer(it, form, decide, "Dank je. We vragen het niet meer.")


@bp.route("/<token>/bezig", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/bezig", methods=["GET", "POST"])
@needs("read_public")
def busy(token: str, action: str = "") -> ResponseReturnValue:
    """It still holds: one tap, and how it goes if wanted."""
    how = Field("text", "note", "Hoe gaat het?", "Alleen als je wilt.", optional=True, free=True)
    form = Form("Klopt nog", "Ja, klopt nog", (how,))

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(note_progress, past, note=typed.text("note"))

    return about_action(token, action, form, decide, "Goed om te weten. Het staat erin.")


@bp.route("/<token>/was-er-wel", methods=["GET", "POST"])
@bp.route("/<token>/alles/<action>/was-er-wel", methods=["GET", "POST"])
@needs("read_public")
def held(token: str, action: str = "") -> ResponseReturnValue:
    """The activity was held: one tap; how many came can be said later."""
    it, doubt = opened_doubt(token, action)
    if doubt.activity is None or doubt.cancelled:
        raise Dead("ended", token)
    activity = subject("activity", doubt.activity)
    form = Form("De activiteit was er wel", "Ja, die was er", (), lead=doubt.why)

    def decide(typed: Typed, _past: list[Event]) -> Event:
        return typed.decide(hold_activity, activity.events, today=today())

    return answer(it, form, decide, "Dank je. Het staat erin als gehouden.")


def opened_doubt(token: str, action: str) -> tuple[Opened, Doubt]:
    """What looks odd of the agreement of a link; raises Dead when nothing does any more."""
    it = opened_action(token, action)
    doubt = ask(doubts.of_action, it.it.stream.partition(":")[2], today())
    if doubt is None:
        raise Dead("ended", token)
    ours = doubt.organisation or (doubt.owner and ask(people.organisation_of, doubt.owner))
    it.check(author=doubt.author, owner=doubt.owner, organisation=ours)
    return it, doubt
