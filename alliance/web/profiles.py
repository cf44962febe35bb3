"""Pages on which an organisation says what it brings and seeks, and whom to turn to there."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.organisations_rules import organisation_now
from alliance.events.profiles_rules import describe_exchange, state_aandachtsfunctionaris
from alliance.projections import people, profiles
from alliance.web.forms import Typed
from alliance.web.pages import ask
from alliance.web.people import here, name_shown
from alliance.web.roles import needs
from alliance.web.writing import Field, Form, add_to, allow, subject

bp = Blueprint("profiles", __name__, url_prefix="/alliantie/organisaties")
EVERYONE_READS = "In één regel. Iedereen in de alliantie leest dit."
BRINGS = Field("line", "brings", "Wat brengen jullie?", EVERYONE_READS, True, free=True)
SEEKS = Field("line", "seeks", "Wat zoeken jullie?", EVERYONE_READS, True, free=True)
THERE = Field(
    "choice",
    "there",
    "Is er een aandachtsfunctionaris?",
    "Bij wie collega's terechtkunnen als zij zich zorgen maken om iemand.",
    options=[("ja", "Ja"), ("nee", "Nee")],
)
GENERAL = "Het algemene nummer of mailadres, niet van één persoon. Geen naam."
REACHED = Field("line", "contact", "Hoe bereik je die?", GENERAL, True)
WHO = "Alleen wie al meedoet in de alliantie. De naam blijft in het adresboek."


@bp.route("/<organisation>/brengt-en-zoekt", methods=["GET", "POST"])
@needs("revise_organisation")
def exchange(organisation: str) -> ResponseReturnValue:
    """Say in one line each what an organisation brings and seeks."""
    allow("revise_organisation", organisation=organisation)
    it = subject("organisation", organisation)
    form = Form("Wat jullie brengen en zoeken", "Dit vastleggen", (BRINGS, SEEKS))
    now = ask(profiles.profile, organisation)

    def decide(typed: Typed, past: list[Event]) -> Event:
        said = {"brings": typed.optional("brings"), "seeks": typed.optional("seeks")}
        return typed.decide(describe_exchange, past, **said)

    back = show_url(organisation)
    form = form.below(here(), organisation_now(it.events).name, back)
    return add_to(it, form, decide, back, "Het staat erin.", vars(now))


@bp.route("/<organisation>/aandachtsfunctionaris", methods=["GET", "POST"])
@needs("revise_organisation")
def attention(organisation: str) -> ResponseReturnValue:
    """Say whether there is an aandachtsfunctionaris, and how to reach one."""
    allow("revise_organisation", organisation=organisation)
    it = subject("organisation", organisation)
    ours = members_of(organisation)
    who = Field("pick", "member", "Wie is het?", WHO, True, [*ours.items()])
    form = Form(
        "Aandachtsfunctionaris", "Dit vastleggen", (THERE, REACHED, *([who] if ours else []))
    )
    now = ask(profiles.profile, organisation)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(
            state_aandachtsfunctionaris,
            past,
            there=typed.choice("there", ("ja", "nee")),
            contact=typed.optional("contact"),
            member=typed.pick("member", ours),
            members=tuple(ours),
        )

    back = show_url(organisation)
    form = form.below(here(), organisation_now(it.events).name, back)
    start: dict[str, Any] = vars(now)
    return add_to(it, form, decide, back, "Het staat erin.", start)


def members_of(organisation: str) -> dict[str, str]:
    """The members of an organisation who take part, by key, with their names."""
    found = ask(people.all_members)
    here_now = (
        key for key, one in found.items() if one.organisation == organisation and not one.left_on
    )
    return {key: name for key in here_now if (name := name_shown(key))}


def show_url(organisation: str) -> str:
    """The page of one organisation."""
    return url_for("people.organisation", organisation=organisation)
