"""The page on which guests without an account are asked to a meeting; never by name."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.meetings_rules import invite_guests, meeting_now
from alliance.projections import meetings
from alliance.projections.meetings_guests import guests_of
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.meetings import here, show_url, title_of
from alliance.web.pages import ask, today
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, add_to, allow, subject

bp = Blueprint("guests", __name__, url_prefix="/bijeenkomsten")
LEAD = "Een gast heeft geen account. Schrijf een organisatie of een aantal op, nooit een naam."
WHICH = "Welke organisaties komen als gast?"
OTHERS = Field("number", "others", "Hoeveel andere gasten komen er?", optional=True)


@bp.route("/<meeting>/gasten", methods=["GET", "POST"])
@needs("plan_meeting")
def invite(meeting: str) -> ResponseReturnValue:
    """Ask organisations or a number of others to a meeting."""
    it = subject("meeting", meeting)
    allow("plan_meeting", group=meeting_now(it.events).group)
    found, now = ask(meetings.one, meeting), ask(guests_of, meeting)
    assert found is not None  # it has a history
    known = names.of("organisation")
    which = Field("picks", "organisations", WHICH, optional=True, options=[*known.items()])
    form = Form("Gasten", "Gasten vastleggen", (which, OTHERS), lead=LEAD)

    def decide(typed: Typed, past: list[Event]) -> Event:
        chosen = typed.picks("organisations", known)
        others = typed.number("others")
        return typed.decide(invite_guests, past, organisations=chosen, others=others, today=today())

    start = {"others": now.others, "organisations": now.organisations}
    back = show_url(meeting)
    form = form.below(here(), title_of(found), back)
    return add_to(it, form, decide, back, "De gasten staan erbij.", start)
