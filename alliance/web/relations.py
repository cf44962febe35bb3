"""Pages on which the aanjager writes down contact with an organisation, and how it stands."""

from collections.abc import Sequence

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.organisations_rules import organisation_now
from alliance.events.relations import TalkFacts, Way
from alliance.events.relations_rules import (
    note_talk,
    pause_relation,
    resume_relation,
    take_part,
    withdraw_talk,
)
from alliance.web import days, names
from alliance.web.forms import Typed
from alliance.web.lessons import NOT_FOR_SUBSIDY
from alliance.web.pages import reading, record, today
from alliance.web.people import here
from alliance.web.roles import needs
from alliance.web.stages import PAUSES, WAYS
from alliance.web.writing import Decide, Field, Form, Subject, add_to, fill_in, new_id, subject

bp = Blueprint("relations", __name__, url_prefix="/alliantie")
FROM_LIST = "bellijst"
"""What the address says when someone comes from the list to call, and goes back there."""
UNHEARD: dict[Way, str] = {"gebeld": "Gebeld, geen gehoor", "gemaild": "Gemaild"}
"""How an organisation is approached that gave no answer yet."""
FIRST = "Vul dit in voordat je tikt."
NOT_A_PERSON = f"{FIRST} Waar het over ging, niet met wie. De organisatie kan dit lezen."
OTHER_DAY = "Vul dit in voordat je tikt, bijvoorbeeld 27-11-2026. Leeg is vandaag."
ON = Field("date", "on", "Was het op een andere dag?", OTHER_DAY, True)
NOTE = Field("line", "note", "Waar ging het over?", NOT_A_PERSON, True, free=True)
AGAIN = Field("date", "again_on", "Vanaf wanneer mag je het weer vragen?", FIRST, True)


@bp.route("/organisaties/<organisation>/gesproken", methods=["GET", "POST"])
@needs("keep_network")
def talk(organisation: str) -> ResponseReturnValue:
    """Write down that there was contact: when, and by one tap how."""
    it = subject("organisation", organisation)
    name = organisation_now(it.events).name
    heard = Field("taps", "way", "Hoe hadden jullie contact?", options=[*WAYS.items()])
    unheard = Field("taps", "asked", "Nog geen antwoord?", options=[*UNHEARD.items()])
    form = Form("Schrijf op dat je sprak", "", (heard, unheard, NOTE, ON))
    back = back_from(organisation)

    def write(typed: Typed) -> ResponseReturnValue:
        way, asked = typed.choice("way", WAYS), typed.choice("asked", UNHEARD)
        event = typed.decide(
            note_talk,
            it.events,
            talk=new_id(),
            on=typed.date("on") or today(),
            today=today(),
            way=next((one for one in WAYS if one == (way or asked)), None),
            note=typed.text("note"),
            heard=bool(way),
        )
        return record(event, then=back, said="Het staat erin.")

    return fill_in(form.below(here(), name, show_url(organisation)), write)


@bp.route("/contact/<talk>/terugnemen", methods=["GET", "POST"])
@needs("keep_network")
def withdraw(talk: str) -> ResponseReturnValue:
    """Take back contact that was written down by mistake."""
    it = subject("talk", talk)
    noted = it.events[0]
    assert isinstance(noted, TalkFacts)  # nothing else begins the history of a talk
    told = f"{WAYS[noted.way]} op {dutch.day(noted.on)}"
    form = Form("Neem terug", "Neem dit contact terug", (), lead=f"{told}.")
    back = show_url(noted.organisation)
    name = names.name_of("organisation", noted.organisation)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(withdraw_talk, past)

    return add_to(it, form.below(here(), name, back), decide, back, "Het is teruggenomen.")


@bp.route("/organisaties/<organisation>/even-niet", methods=["GET", "POST"])
@needs("keep_network")
def pause(organisation: str) -> ResponseReturnValue:
    """An organisation does not join in for a while: by one tap why."""
    it = subject("organisation", organisation)
    why = Field("taps", "why", "Waarom even niet?", options=[*PAUSES.items()])
    form = Form("Even niet", "", (why, AGAIN.near(days.far_ahead())))

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(
            pause_relation,
            past,
            past_of(organisation),
            why=typed.choice("why", PAUSES),
            today=today(),
            again_on=typed.date("again_on"),
        )

    return change(it, form, decide, "Het staat erin. Alleen jij en de organisatie zien dit.")


@bp.route("/organisaties/<organisation>/weer-in-gesprek", methods=["GET", "POST"])
@needs("keep_network")
def resume(organisation: str) -> ResponseReturnValue:
    """The pause of an organisation is over."""
    it = subject("organisation", organisation)
    form = Form("Weer in gesprek", "De pauze is voorbij", ())

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(resume_relation, past_of(organisation))

    return change(it, form, decide, "Het staat erin.")


@bp.route("/organisaties/<organisation>/doet-mee", methods=["GET", "POST"])
@needs("keep_network")
def join(organisation: str) -> ResponseReturnValue:
    """An organisation takes part from now on, for the first time or after a pause."""
    it = subject("organisation", organisation)
    form = Form("Doet mee", "Deze organisatie doet mee", (), lead=NOT_FOR_SUBSIDY)

    def decide(typed: Typed, past: list[Event]) -> Sequence[Event]:
        return typed.decide(take_part, past, past_of(organisation))

    return change(it, form, decide, "De organisatie doet mee. Iedereen ziet dat nu.")


def change(it: Subject, form: Form, decide: Decide, said: str) -> ResponseReturnValue:
    """A form under the page of an organisation, that changes how it stands."""
    now = organisation_now(it.events)
    back = show_url(now.organisation)
    return add_to(it, form.below(here(), now.name, back), decide, back, said)


def past_of(organisation: str) -> list[Event]:
    """What was said of a relation before."""
    return [entry.event for entry in reading().history(f"relation:{organisation}")]


def back_from(organisation: str) -> str:
    """Where someone goes on who wrote down contact: the list they came from, or the page."""
    if request.args.get("van") == FROM_LIST:
        return url_for("call_list.index")
    return show_url(organisation)


def show_url(organisation: str) -> str:
    """The page of one organisation."""
    return url_for("people.organisation", organisation=organisation)
