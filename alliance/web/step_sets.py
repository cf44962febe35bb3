"""All steps of a moment at once: seen beforehand, and agreed in one go by a group."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.actions_rules import agree_action
from alliance.events.base import Event, Refused
from alliance.events.moments import take_step
from alliance.projections.year import Due, Moment
from alliance.web.forms import Typed
from alliance.web.group_choice import group_of, group_question
from alliance.web.moments import KEEP, known
from alliance.web.pages import today
from alliance.web.roles import needs
from alliance.web.writing import Field, add_to, allow, new_id, subject
from alliance.web.year import here

bp = Blueprint("step_sets", __name__, url_prefix="/jaarkalender")
LEAD = (
    "Wat aangevinkt staat, wordt een afspraak van de groep, met de teruggetelde dag."
    " Wie het doet, vraag je daarna."
)
NONE = "Vink minstens één stap aan."
NO_GROUP = "Kies welke groep dit afspreekt."


@bp.route("/<moment>/stappen", methods=["GET", "POST"])
@needs(KEEP)
def take(moment: str) -> ResponseReturnValue:
    """Agree on every step that is left, of the ones that were ticked, in one append."""
    it, found = subject("moment", moment), known(moment)
    left = steps_left(found)
    ticks = [(str(one.number), f"{one.what}, vóór {dutch.day(one.by)}") for one in left]
    asked = group_question("ask_action", "Welke groep spreekt dit af?")
    steps = Field("ticks", "steps", "Welke stappen?", options=ticks)
    back = url_for("moments.show", moment=moment)
    form = asked.form("Alle stappen", "Alles afspreken", (steps,), here())
    form = form.below(here(), found.title, back)

    def decide(typed: Typed, past: list[Event]) -> list[Event]:
        group, ticked = group_of(typed, asked), typed.choices("steps", dict(ticks))
        if not (group and ticked):
            wrong = {"group": not group and NO_GROUP, "steps": not ticked and NONE}
            raise Refused(**{name: why for name, why in wrong.items() if why} | typed.faults)
        allow("ask_action", group=group)
        chosen = [one for one in left if str(one.number) in ticked]
        return agreed(typed, past, found, chosen, group)

    start = {"steps": [number for number, _ in ticks]}
    said = "De stappen zijn afspraken. Vraag nu wie ze doet."
    return add_to(it, replace(form, lead=LEAD), decide, back, said, start)


def steps_left(found: Moment) -> Sequence[Due]:
    """The steps that nobody took up and whose day is still to come."""
    return [one for one in found.steps if not one.action and one.by >= today()]


def agreed(
    typed: Typed, past: list[Event], found: Moment, chosen: Sequence[Due], group: str
) -> list[Event]:
    """Each step taken up, with the agreement that it becomes."""
    made: list[Event] = []
    for one in chosen:
        action, title = new_id(), f"{one.what} ({found.title})"
        made.append(typed.decide(take_step, [*past, *made], step=one.number, action=action))
        known = {"action": action, "title": title, "by_when": one.by, "group": group}
        made.append(typed.decide(agree_action, today=today(), **known))  # type: ignore[arg-type]
    return made
