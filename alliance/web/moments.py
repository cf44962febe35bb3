"""Pages of one moment of the year: when it is, its steps, and who takes them up."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.actions_rules import agree_action
from alliance.events.base import Event
from alliance.events.days import written
from alliance.events.invitations import invite_organisations
from alliance.events.moments import (
    OccasionAdopted,
    drop_moment,
    move_moment,
    set_moment,
    take_step,
    usual_days,
)
from alliance.mailing.inviting import unanswered
from alliance.projections import actions, year
from alliance.projections.action_rows import ActionRow
from alliance.projections.announced import Announced, for_residents
from alliance.projections.year import Due, Moment
from alliance.web.forms import Typed
from alliance.web.pages import ask, page, person, reading, record, today
from alliance.web.roles import has_any, needs
from alliance.web.writing import WHY, Field, Form, add_to, because, fill_in, new_id, subject
from alliance.web.year import here, year_shown

bp = Blueprint("moments", __name__, url_prefix="/jaarkalender")
KEEP = "keep_calendar"
TITLE = Field("line", "title", "Wat is het?", free=True)
FIRST = Field("date", "on", "Wat is de eerste dag?")
LAST = Field("date", "until", "Wat is de laatste dag?", "Laat dit leeg bij één dag.", True)
SOURCE = Field("line", "source", "Waar staat dat?", "Zoals: raadskalender.", True, free=True)
INVITE = (
    "Elke organisatie die meedoet en nog niets zei, krijgt de vraag in haar eerstvolgende mail, met"
    " een link waarmee zij zelf iets in het programma zet. Inloggen hoeft niet. Zonder dat je hier"
    " tikt, gaat de vraag vanaf acht weken vooraf vanzelf mee."
)
REASON = Field("text", "reason", "Waarom?", free=True)


@bp.get("/<moment>")
@needs("read_inside")
def show(moment: str) -> ResponseReturnValue:
    """One moment: its days, its steps, and what became of them."""
    it, found = subject("moment", moment), known(moment)
    occasion = ask(year.occasion, found.occasion) if found.occasion else None
    context: dict[str, Any] = {
        "it": it,
        "found": found,
        "occasion": occasion,
        "activities": activities_in(found) if occasion and occasion.programme else None,
        "unanswered": unanswered(reading(), found) if is_filled(found) else None,
        "steps": [(one, action_of(one)) for one in found.steps],
        "on_day": today(),
    }
    return page("moments/show.html", found.title, here(), **context)


@bp.route("/nieuw", methods=["GET", "POST"])
@needs(KEEP)
def new() -> ResponseReturnValue:
    """Put a moment on the calendar: one that comes back every year, or another."""
    occasion = occasion_asked()
    asks = (FIRST, LAST, SOURCE) if occasion else (TITLE, FIRST, LAST, SOURCE)
    title = f"Wanneer is het? {occasion.name}" if occasion else "Zet iets op de jaarkalender"
    form = Form(title, "Op de jaarkalender zetten", asks, here(), lead_of(occasion))

    def write(typed: Typed) -> ResponseReturnValue:
        key, on = new_id(), typed.date("on")
        known = ask(year.moments_of, occasion.occasion) if occasion else ()
        called = f"{occasion.name} {on.year if on else ''}" if occasion else typed.text("title")
        event = typed.decide(
            set_moment,
            moment=key,
            occasion=occasion,
            title=called,
            on=on,
            until=typed.date("until"),
            source=typed.optional("source"),
            today=today(),
            planned=[one.on for one in known],
        )
        then = url_for(".show", moment=key)
        return record(event, then=then, said="Het staat op de jaarkalender.")

    return fill_in(form, write, start_of(occasion))


@bp.route("/<moment>/verplaatsen", methods=["GET", "POST"])
@needs(KEEP)
def move(moment: str) -> ResponseReturnValue:
    """Other days for a moment; its steps count from there."""
    it, found = subject("moment", moment), known(moment)
    form = Form("Verplaatsen", "Nieuwe dagen vastleggen", (FIRST, LAST, REASON))

    def decide(typed: Typed, past: list[Event]) -> Event:
        on, until, reason = typed.date("on"), typed.date("until"), typed.text("reason")
        return typed.decide(move_moment, past, on=on, until=until, reason=reason, today=today())

    start = {"on": written(found.on), "until": written(found.until) if found.until else ""}
    back = url_for(".show", moment=moment)
    form = form.below(here(), found.title, back)
    return add_to(it, form, decide, back, "De nieuwe dagen staan erin.", start)


@bp.route("/<moment>/weghalen", methods=["GET", "POST"])
@needs(KEEP)
def drop(moment: str) -> ResponseReturnValue:
    """Take a moment off the calendar; what was agreed for it stays."""
    it, found = subject("moment", moment), known(moment)
    lead = "Wat al is afgesproken, blijft een afspraak."
    form = Form("Weghalen", "Van de jaarkalender halen", (WHY,), lead=lead)
    form = form.below(here(), found.title, url_for(".show", moment=moment))
    said = "Het is van de jaarkalender gehaald."
    return add_to(it, form, because(drop_moment), url_for("year.index"), said)


@bp.route("/<moment>/uitnodigen", methods=["GET", "POST"])
@needs(KEEP)
def invite(moment: str) -> ResponseReturnValue:
    """Let every organisation be asked in its next mail what it does in the week."""
    it, found = subject("moment", moment), known(moment)
    form = Form("Vraag organisaties om hun activiteit", "Vraag het", (), lead=INVITE)
    form = form.below(here(), found.title, back := url_for(".show", moment=moment))

    def decide(typed: Typed, past: list[Event]) -> Event:
        return typed.decide(invite_organisations, past, today=today())

    return add_to(it, form, decide, back, "De vraag gaat mee in de volgende mail aan elk van hen.")


@bp.route("/<moment>/stappen/<int:step>", methods=["GET", "POST"])
@needs("agree_action")
def take(moment: str, step: int) -> ResponseReturnValue:
    """Make a step an agreement of who taps, by the day that was counted back."""
    it, found = subject("moment", moment), known(moment)
    due = next((one for one in found.steps if one.number == step), None) or abort(404)
    back = url_for(".show", moment=moment)
    lead = f"{due.what}, vóór {dutch.day(due.by)}. Het wordt een afspraak op jouw naam."
    form = Form("Dat doe ik", "Afspraak vastleggen", (), lead=lead).below(here(), found.title, back)

    def decide(typed: Typed, past: list[Event]) -> Sequence[Event]:
        action = new_id()
        mine: Any = {"owner": person().member, "organisation": person().organisation}
        by_when = due.by if due.by >= today() else None
        taken = typed.decide(take_step, past, step=step, action=action)
        title = f"{due.what} ({found.title})"
        agreed = typed.decide(
            agree_action, action=action, title=title, by_when=by_when, today=today(), **mine
        )
        return taken, agreed

    return add_to(it, form, decide, back, "Het is een afspraak, op jouw naam.")


def activities_in(found: Moment) -> Sequence[Announced]:
    """What is there for residents in these days, shown to everyone or not yet."""
    return ask(for_residents, found.on, found.last)


def is_filled(found: Moment) -> bool:
    """Whether organisations add to its programme, and whoever is looking may see who did not."""
    occasion = ask(year.occasion, found.occasion) if found.occasion else None
    fills = occasion is not None and occasion.programme and found.last >= today()
    return fills and not found.dropped and has_any(person(), KEEP)


def action_of(due: Due) -> ActionRow | None:
    """The agreement that a step became, as it stands now."""
    return ask(actions.one, due.action, today()) if due.action else None


def occasion_asked() -> OccasionAdopted | None:
    """What comes back every year in the address; 404 when there is no such thing."""
    key = request.args.get("vast")
    return (ask(year.occasion, key) or abort(404)) if key else None


def lead_of(occasion: OccasionAdopted | None) -> str:
    """What is known of when something is: never more than its source says."""
    return (occasion.note or "") if occasion else ""


def start_of(occasion: OccasionAdopted | None) -> dict[str, Any]:
    """What the form begins with: where a source says when it usually is, that, to be checked."""
    if occasion is None or occasion.usual is None:
        return {}
    on, until = usual_days(occasion.usual, year_shown())
    return {"on": written(on), "until": written(until) if until else ""}


def known(moment: str) -> Moment:
    """One moment as it stands; 404 when there is none."""
    return ask(year.moment, moment) or abort(404)
