"""What looks odd is asked of whoever does it first: "Klopt dit nog?", answered with one tap."""

from collections.abc import Sequence
from datetime import timedelta

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.doubts_rules import explain_action
from alliance.projections import doubts
from alliance.projections.action_rows import FIRST, ActionRow
from alliance.projections.agenda_concerns import Concern
from alliance.projections.doubts import Doubt
from alliance.web.action_pages import answer, is_own, the_action
from alliance.web.forms import Typed
from alliance.web.pages import ask, person, today
from alliance.web.roles import has_any, needs
from alliance.web.writing import Field, Form, allow

bp = Blueprint("doubts", __name__, url_prefix="/afspraken")
OWNER_FIRST = timedelta(days=FIRST)
"""So long whoever does it is asked alone; as long again only the aanjager is asked too."""
REASON = Field("text", "reason", "Klopt, want …", "Alleen als je wilt.", optional=True, free=True)
SAID = "Dank je. We vragen het niet meer, tenzij er iets verandert."


@bp.route("/<action>/klopt-zo", methods=["GET", "POST"])
@needs("answer_action")
def explain(action: str) -> ResponseReturnValue:
    """It is right as it stands: one tap, and why if wanted."""
    found = the_action(action)
    allow("answer_action", **found.whose)
    doubt = ask(doubts.of_action, action, today())
    lead = doubt.why if doubt else "Hier is nu geen vraag over."
    form = Form("Klopt zo", "Ja, dit klopt zo", (REASON,), lead=lead)

    def decide(typed: Typed, past: list[Event]) -> Event:
        about = doubt.about if doubt else "na_resultaat"
        return typed.decide(explain_action, past, about=about, reason=typed.text("reason"))

    return answer(found, form, decide, SAID)


def asked_of_me() -> list[Doubt]:
    """What looks odd of what who is looking does, by name or for an organisation."""
    return [one for one in ask(doubts.asked, today()) if is_mine(one)]


def asked_long_ago() -> list[Doubt]:
    """What looks odd still, two weeks after whoever does it was asked, and one's own at once."""
    every = ask(doubts.asked, today())
    return [one for one in every if is_mine(one) or one.since + OWNER_FIRST <= today()]


def listed() -> tuple[str, ...]:
    """The agreements on the list of what looks odd, for who is looking."""
    found = asked_long_ago() if has_any(person(), "link") else asked_of_me()
    return tuple(one.action for one in found)


def shown_with(found: ActionRow) -> Doubt | None:
    """What looks odd of an agreement, once whoever looks is to be asked about it."""
    doubt = ask(doubts.of_action, found.action, today())
    if doubt is None or is_mine(doubt) or is_own(found):
        return doubt
    waits = 1 if has_any(person(), "link") else 2
    return doubt if doubt.since + waits * OWNER_FIRST <= today() else None


def concerns_of(group: str) -> Sequence[Concern]:
    """What looks odd still of a group's agreements, after whoever does it and the aanjager."""
    return tuple(
        Concern(
            key=f"action:{one.action}",
            title=one.title,
            reason=one.why,
            streams=(f"action:{one.action}",),
            since=one.since,
        )
        for one in ask(doubts.asked, today())
        if one.group == group and one.since + 2 * OWNER_FIRST <= today()
    )


def is_mine(one: Doubt) -> bool:
    """Whether it is for who is looking to answer: by name, or for an organisation."""
    someone = person()
    if one.owner:
        return one.owner == someone.member
    if one.organisation:
        return one.organisation in someone.organisations
    return one.author == someone.member
