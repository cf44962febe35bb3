"""Where who signed in says whether what stands about their organisation is right; the thanks."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.projections.coverage_helped import helped
from alliance.web.confirmers import Answering, still_here
from alliance.web.confirming import show
from alliance.web.confirming_forms import change, stop
from alliance.web.pages import ask, page, past_day, person, today
from alliance.web.roles import Person, may, needs
from alliance.web.writing import to_today

bp = Blueprint("confirming", __name__)
ACT = "answer_offer"
OWN = "/klopt-het"
SURE = "Wie iemand doorverwijst, weet nu zeker dat dit klopt."
STOPPED = "Nu stuurt niemand iemand voor niets."
LEFT = "Er staat nog iets open. Op de pagina tik je op je antwoord."
UP_TO_DATE = "Wat er over jullie staat, is bij."


@bp.route(OWN, methods=["GET", "POST"])
@needs(ACT)
def own() -> ResponseReturnValue:
    """All that stands about the organisation of who signed in."""
    return to_today() if past_day() else show(signed_in())


@bp.route(f"{OWN}/<offer>/gewijzigd", methods=["GET", "POST"])
@needs(ACT)
def change_own(offer: str) -> ResponseReturnValue:
    """What changed about one offer."""
    return change(signed_in(), offer)


@bp.route(f"{OWN}/<offer>/gestopt", methods=["GET", "POST"])
@needs(ACT)
def stop_own(offer: str) -> ResponseReturnValue:
    """One offer ended."""
    return stop(signed_in(), offer)


@bp.get(f"{OWN}/bedankt")
@needs(ACT)
def thanks_own() -> ResponseReturnValue:
    """Whom the answers of today help."""
    return to_today() if past_day() else thank(signed_in())


def signed_in() -> Answering:
    """Where who signed in answers for their own organisation."""
    crumbs = [(url_for("start.show"), "Start")]
    here = spoken_for(person())
    return Answering(here, url_for(".own"), url_for(".thanks_own"), crumbs=crumbs)


def spoken_for(holder: Person) -> tuple[str, ...]:
    """The organisations that someone may answer for."""
    return still_here([one for one in holder.organisations if may(holder, ACT, organisation=one)])


def thank(at: Answering) -> ResponseReturnValue:
    """The thanks, with whom it helps; never more than is so."""
    answered = [one for theirs in at.parts for one in theirs.offers if one.answered_on == today()]
    right = [one for one in answered if one.answer != "gestopt"]
    before = tuple((one.offer, one.confirmed_before) for one in right if not one.check)
    whom = ask(helped, today(), before)
    lead = SURE if right else STOPPED if answered else LEFT if at.asked else UP_TO_DATE
    return page("confirming/thanks.html", "Dank je wel", at.crumbs, whom=whom, lead=lead, check=at)
