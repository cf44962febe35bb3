"""The page on which the contact of an organisation hands over, or a free place is filled."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.contacts_rules import Party, hand_over_contact
from alliance.events.organisations_rules import organisation_now
from alliance.projections import people
from alliance.web.forms import Typed
from alliance.web.pages import ask, reading, record, today
from alliance.web.people import called, here
from alliance.web.profiles import members_of, show_url
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, fill_in, subject

bp = Blueprint("succession", __name__, url_prefix="/alliantie/organisaties")
ONLY_OURS = "Alleen wie al meedoet voor deze organisatie. Iemand anders laat je eerst toe."
ADMIT = "Staat die persoon er niet bij?"


@bp.route("/<organisation>/contactpersoon", methods=["GET", "POST"])
@needs("manage_people")
def hand_over(organisation: str) -> ResponseReturnValue:
    """Say who becomes the contact, and who handed over."""
    it = subject("organisation", organisation)
    now = ask(people.contacts_of, organisation)
    free = {key: name for key, name in members_of(organisation).items() if key not in now}
    who = Field(
        "pick", "successor", "Wie wordt contactpersoon?", ONLY_OURS, options=[*free.items()]
    )
    names = dict(zip(now, called(now), strict=True))
    hands = Field("choice", "member", "Wie draagt over?", options=[*names.items()])
    title = "Draag over" if now else "Kies een contactpersoon"
    asks = (who, *([hands] if len(now) > 1 else []))
    way = [(url_for("admitting.admit", organisatie=organisation), "Laat iemand toe")]
    form = Form(title, "Contactpersoon vastleggen", asks).aside(ADMIT, way)

    def write(typed: Typed) -> ResponseReturnValue:
        chosen = typed.choice("member", names) if len(now) > 1 else next(iter(now), None)
        successor = typed.pick("successor", free)
        events = typed.decide(
            hand_over_contact,
            it.events,
            Party(chosen, past_of(chosen)) if chosen else None,
            Party(successor, past_of(successor)) if successor else None,
            needs_choice=len(now) > 1,
            today=today(),
        )
        return record(events, then=show_url(organisation), said="Het staat erin.")

    name = organisation_now(it.events).name
    return fill_in(form.below(here(), name, show_url(organisation)), write)


def past_of(member: str) -> list[Event]:
    """What happened with a member so far."""
    return [entry.event for entry in reading().history(f"member:{member}")]
