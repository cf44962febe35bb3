"""The page on which an answer is written down that came by phone, by mail or in a talk."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, get_args

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance.events.actions import Via
from alliance.events.actions_rules import drop_action, move_action, note_progress
from alliance.events.answers_rules import (
    accept_action,
    consider_action,
    decline_action,
    propose_date,
)
from alliance.events.base import Event, Refused, refuse
from alliance.events.repeating_rules import finish_action
from alliance.projections.action_filters import WAITING
from alliance.projections.action_rows import NO, ActionRow
from alliance.web import names
from alliance.web.action_pages import answer, asked_in_words, the_action
from alliance.web.forms import Typed
from alliance.web.pages import today
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, allow, new_id

bp = Blueprint("noting", __name__, url_prefix="/afspraken")
VIA: dict[Via, str] = {"gebeld": "gebeld", "gemaild": "gemaild", "gesproken": "gesproken"}
assert {*VIA} == {*get_args(Via)}
TO_A_QUESTION = {"ja": "Ja", "datum": "Andere datum", "overleg": "Overlegt eerst"}
TO_AN_AGREEMENT = {
    "gedaan": "Gedaan",
    "bezig": "Bezig",
    "verschoven": "Andere datum",
    "lukt_niet": "Lukt niet",
}
NO_VIA = "Kies hoe het antwoord kwam."
NO_ANSWER = "Kies wat het antwoord is."
SHOWN_AT = {
    "by_when": "day",
    "answer_by": "day",
    "on": "day",
    "reason": "told",
    "yielded": "told",
    "note": "told",
    "form": "form",
}
"""At which field of this page a fault of a rule is shown."""
HOW = Field("choice", "via", "Hoe kwam het antwoord?", options=[*VIA.items()])
FIRST = "Vul dit in voordat je tikt."
DAY = Field("date", "day", "Welke dag noemden ze?", f"{FIRST} Bijvoorbeeld 27-11-2026.", True)
TOLD = Field(
    "text", "told", "Zeiden ze er iets bij?", f"{FIRST} Eén zin is genoeg.", True, free=True
)
Rule = Callable[..., Event | Sequence[Event]]


@bp.route("/<action>/optekenen", methods=["GET", "POST"])
@needs("note_answer")
def note(action: str) -> ResponseReturnValue:
    """Write down what someone else said: how it came, and by one tap the answer."""
    found = the_action(action)
    allow("note_answer", **found.whose)
    asks = (HOW, *answers_to(found), DAY, TOLD)
    form = Form("Schrijf het antwoord op", "", asks, lead=asked_in_words(found))

    def decide(typed: Typed, past: list[Event]) -> Event | Sequence[Event]:
        return noted(typed, past)

    said = "Het antwoord staat erin, met jou als wie het opschreef."
    return answer(found, form, decide, said)


def answers_to(found: ActionRow) -> Sequence[Field]:
    """The answers that can be tapped, as it stands now."""
    if found.for_anyone:
        every = [*names.of("organisation").items()]
        taker = Field("pick", "organisation", "Wie doet het?", options=every)
        return (taker, Field("taps", "answer", "Wat is het antwoord?", options=[("ja", "Ja")]))
    asked = found.status in WAITING
    options = TO_A_QUESTION if asked else TO_AN_AGREEMENT
    taps = Field("taps", "answer", "Wat is het antwoord?", options=[*options.items()])
    return (taps, Field("taps", "why", "Nee, want:", options=[*NO.items()])) if asked else (taps,)


def noted(typed: Typed, past: list[Event]) -> Event | Sequence[Event]:
    """The answer that was tapped; raises Refused with every fault, each at its field."""
    via, answer = typed.choice("via", VIA), typed.choice("answer", RULES)
    why = typed.choice("why", NO)
    refuse(via=not via and NO_VIA, answer=not (answer or why) and NO_ANSWER)
    said, day = typed.text("told"), typed.date("day")
    try:
        if why:
            return typed.decide(decline_action, past, why=why, reason=said, via=via)  # type: ignore[arg-type]
        rule, about = RULES[answer or ""](typed, said, day)
        return typed.decide(rule, past, via=via, **about)
    except Refused as fault:
        told = {SHOWN_AT.get(field, field): one for field, one in fault.faults.items()}
        raise Refused(**told) from fault


RULES: dict[str, Callable[[Typed, str, date | None], tuple[Rule, dict[str, Any]]]] = {
    "ja": lambda typed, said, day: (
        accept_action,
        {"organisation": typed.pick("organisation", names.of("organisation"))},
    ),
    "datum": lambda typed, said, day: (
        propose_date,
        {"by_when": day, "today": today(), "reason": said},
    ),
    "overleg": lambda typed, said, day: (consider_action, {"answer_by": day, "today": today()}),
    "gedaan": lambda typed, said, day: (
        finish_action,
        {"renewed_as": new_id(), "on": day or today(), "today": today(), "yielded": said},
    ),
    "bezig": lambda typed, said, day: (note_progress, {"note": said}),
    "verschoven": lambda typed, said, day: (
        move_action,
        {"by_when": day, "today": today(), "reason": said},
    ),
    "lukt_niet": lambda typed, said, day: (drop_action, {"reason": said}),
}
"""Per answer the rule that makes it an event, and what it takes of what was typed."""
