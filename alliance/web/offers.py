"""Pages of the catalogue: what is there, for whom and where, and whether it is still right."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance.events.base import Event
from alliance.events.offers_rules import (
    confirm_offer,
    offer_now,
    pause_offer,
    register_offer,
    revise_offer,
    state_capacity,
    stop_offer,
    withdraw_offer,
)
from alliance.projections import activities, offers
from alliance.projections.offers import Filter
from alliance.web import names, neighbourhoods, veiling
from alliance.web.filtering import picked
from alliance.web.forms import Typed
from alliance.web.lessons import NOT_FOR_SUBSIDY
from alliance.web.links import back_to
from alliance.web.pages import PLAN, ask, number_of_page, page, person, record, today
from alliance.web.roles import may, needs
from alliance.web.sight import sees
from alliance.web.writing import (
    WHY,
    Decide,
    Field,
    Form,
    add_to,
    allow,
    because,
    fill_in,
    new_id,
    subject,
    where_from,
)

bp = Blueprint("offers", __name__, url_prefix="/aanbod")
LIST = "Aanbod"
STATES = {
    "te_bevestigen": "nog te bevestigen",
    "bevestigd": "bevestigd",
    "verouderd": "verouderd: te lang geleden bevestigd",
    "gepland": "gepland",
    "gepauzeerd": "gepauzeerd",
    "gestopt": "gestopt",
    "afgelopen": "afgelopen",
    "teruggenomen": "teruggenomen",
}
CAPACITIES = {"ruimte": "Ruimte", "vol": "Vol", "wachtlijst": "Wachtlijst"}
ORGANISATION_OR_JOINING = (
    "Telefoonnummer of adres van de organisatie. Is hierboven genoeg gezegd? Laat dit dan leeg."
)
FIVE = (
    Field("line", "name", "Hoe heet het?", free=True),
    Field("text", "for_whom", "Voor wie is het?", "In gewone woorden.", free=True),
    Field("line", "place", "Waar is het?", "Een gebouw of een adres, of: bij mensen thuis."),
    Field("line", "joining", "Hoe kom je erbij?", "Bijvoorbeeld: binnenlopen."),
    Field("line", "contact", "Wie bel je?", ORGANISATION_OR_JOINING),
)
WHY_REST = Field("text", "reason", "Waarom?", optional=True, free=True)
LEARNED = Field("text", "lesson", "Wat leerden jullie ervan?", NOT_FOR_SUBSIDY, True, free=True)


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """The catalogue by name, fifty on a page, filtered by what stands in the address."""
    asked, places = request.args, neighbourhoods.everywhere()
    wanted = Filter(
        state=asked.get("stand") if asked.get("stand") in STATES else None,  # type: ignore[arg-type]
        search=asked.get("zoek", "").strip() or None,
        unsaid=veiling.unsaid(),
        organisation=picked("organisatie", names.of("organisation")),
        kind=picked("soort", names.of("offer_kind")),
        need=picked("behoefte", names.of("need")),
        target_group=picked("voor", names.of("target_group")),
        areas=neighbourhoods.near(picked("waar", places)),
        check=bool(asked.get("nakijken")),
    )
    found = ask(offers.page, wanted, today(), number_of_page())
    states = [one for one in STATES.items() if one[0] != "teruggenomen"]
    options: dict[str, Any] = {"states": states, "areas": [*places.items()]}
    return page("offers/index.html", LIST, plan=True, found=found, **options)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs("register_offer")
def new() -> ResponseReturnValue:
    """Put an offer into the catalogue, in five fields of ordinary words."""
    around = where_from(("organisation", "area"))
    organisation = around.get("organisation", person().organisation)
    if organisation != person().organisation:
        allow("register_offer", organisation=organisation)
    areas = (around["area"],) if "area" in around else ()
    form = Form("Neem aanbod op", "Aanbod vastleggen", FIVE, here())

    def write(typed: Typed) -> ResponseReturnValue:
        offer, known = new_id(), five(typed) | {"organisation": organisation, "areas": areas}
        event = typed.decide(register_offer, offer=offer, **known)
        return record(event, then=url_for(".show", offer=offer), said="Het aanbod staat erin.")

    return fill_in(form, write)


@bp.get("/<offer>")
@needs("read_inside")
def show(offer: str) -> ResponseReturnValue:
    """One offer: what it is, whether it is still right, and every earlier description."""
    it = subject("offer", offer)
    found = ask(offers.one, offer, today())
    assert found is not None  # it has a history
    coming = ask(activities.coming, activities.Filter(offer=offer), today()).rows[:5]
    reasons = sees(author=found.author, organisation=found.organisation)
    context: dict[str, Any] = {
        "it": it,
        "coming": coming,
        "reasons": reasons,
        "capacities": CAPACITIES,
        "another": for_another(found.author, found.organisation),
    }
    plan = PLAN in (found.source or "")
    return page("offers/show.html", found.name, here(), plan=plan, found=found, **context)


@bp.route("/<offer>/klopt", methods=["GET", "POST"])
@needs("answer_offer")
def confirm(offer: str) -> ResponseReturnValue:
    """It is still right: one tap, also for what was resting."""
    form = Form("Klopt dit nog", "Ja, dit klopt", ())
    said = "Dank je wel. Wie iemand doorverwijst, weet nu dat dit klopt."
    if elsewhere := instead(offer):
        return elsewhere
    return answer(offer, form, lambda _typed, past: confirm_offer(past), said)


@bp.route("/<offer>/ruimte", methods=["GET", "POST"])
@needs("answer_offer")
def room(offer: str) -> ResponseReturnValue:
    """Whether there is room today."""
    choice = Field("choice", "capacity", "Is er ruimte?", options=[*CAPACITIES.items()])
    form = Form("Ruimte melden", "Vastleggen", (choice,))

    def decide(typed: Typed, past: list[Event]) -> Event:
        capacity = typed.choice("capacity", CAPACITIES)
        return typed.decide(state_capacity, past, capacity=capacity)

    return answer(offer, form, decide, "Dank je wel. Het staat erbij.")


@bp.route("/<offer>/pauzeren", methods=["GET", "POST"])
@needs("answer_offer")
def pause(offer: str) -> ResponseReturnValue:
    """It rests for a while."""
    form = Form("Pauzeren", "Vastleggen dat het even rust", (WHY_REST,))
    said = "Het staat erin. Loopt het weer? Kies dan Klopt nog."
    return answer(offer, form, because(pause_offer), said)


@bp.route("/<offer>/stoppen", methods=["GET", "POST"])
@needs("answer_offer")
def stop(offer: str) -> ResponseReturnValue:
    """It ends: why, and if wanted what it taught."""
    if elsewhere := instead(offer):
        return elsewhere
    form = Form("Stoppen", "Vastleggen dat het stopt", (WHY, LEARNED))

    def decide(typed: Typed, past: list[Event]) -> Event:
        reason, lesson = typed.text("reason"), typed.optional("lesson")
        return typed.decide(stop_offer, past, reason=reason, lesson=lesson)

    return answer(offer, form, decide, "Het staat erin. Dank je dat je het zegt.")


@bp.route("/<offer>/verbeteren", methods=["GET", "POST"])
@needs("answer_offer")
def revise(offer: str) -> ResponseReturnValue:
    """Describe it as it is now; the earlier description stays readable."""
    now = offer_now(subject("offer", offer).events)
    form = Form("Aanbod verbeteren", "Verbetering vastleggen", FIVE)

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(revise_offer, past, **five(typed))

    start = {field.name: getattr(now, field.name) or "" for field in FIVE}
    return answer(offer, form, decide, "De verbetering staat erin.", start)


@bp.route("/<offer>/terugnemen", methods=["GET", "POST"])
@needs("correct")
def withdraw(offer: str) -> ResponseReturnValue:
    """Take back what should not have been registered; it stays readable on the timeline."""
    form = Form("Aanbod terugnemen", "Aanbod terugnemen", (WHY,))
    return answer(
        offer, form, because(withdraw_offer), "Het aanbod is teruggenomen.", act="correct"
    )


def answer(
    offer: str,
    form: Form,
    decide: Decide,
    said: str,
    start: Mapping[str, Any] | None = None,
    act: str = "answer_offer",
) -> ResponseReturnValue:
    """A form that adds to one offer, for who may do this act with it."""
    it = subject("offer", offer)
    now = offer_now(it.events)
    ours = {"organisation": now.organisation} if act == "answer_offer" else {}
    allow(act, author=it.author, **ours)
    back = url_for("offers.show", offer=offer)
    form = form.below(here(), now.name, back)
    return add_to(it, form, decide, back_to(back), said, start)


def instead(offer: str) -> ResponseReturnValue | None:
    """Who may answer, but for another organisation, goes on to write down what that one said."""
    it = subject("offer", offer)
    now = offer_now(it.events)
    if not for_another(it.author, now.organisation):
        return None
    allow("note_answer", organisation=now.organisation)
    return redirect(url_for("offers_round.note", organisation=now.organisation), 303)


def for_another(author: str, organisation: str | None) -> bool:
    """Whether who is looking would answer for another organisation, as who took in its list."""
    someone = person()
    if organisation is None or organisation in someone.organisations:
        return False
    return author != someone.member or may(someone, "note_answer", organisation=organisation)


def five(typed: Typed) -> dict[str, Any]:
    """What was typed in the five fields."""
    return {field.name: typed.text(field.name) for field in FIVE}


def here() -> list[tuple[str, str]]:
    """The way from home to the catalogue."""
    return [(url_for("start.show"), "Start"), (url_for("offers.index"), LIST)]
