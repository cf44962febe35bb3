"""The round: which organisations said whether what stands about them is right, and whom to call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance import contacts
from alliance.mailing.checks import TWICE, asked_lately
from alliance.mailing.shares import Known
from alliance.projections import offers_round, people
from alliance.projections.offers_round import Theirs
from alliance.web import names
from alliance.web.confirmers import Answering
from alliance.web.confirming import show
from alliance.web.confirming_forms import change, stop
from alliance.web.pages import Crumbs, ask, page, past_day, reading, today
from alliance.web.roles import needs
from alliance.web.writing import allow, subject, to_today

bp = Blueprint("offers_round", __name__, url_prefix="/ronde")
LIST = "Klopt het nog? De ronde"
TITLE = "Schrijf het antwoord op"
WAITS = 14
"""So many days after the second letter a call helps more than waiting."""


@dataclass(frozen=True)
class Silent:
    """An organisation that did not answer yet, and how to reach it."""

    theirs: Theirs
    name: str
    phone: str | None
    mailed: tuple[date, ...]  # when letters asked for this answer
    why_call: str = ""  # why no letter asks, or asks again; empty while letters still do


@dataclass(frozen=True)
class Round:
    """Who answered and who did not, the longest silent first."""

    answered: tuple[Theirs, ...]
    silent: tuple[Silent, ...]
    nobodys: int  # offers of which nobody named the organisation

    @property
    def total(self) -> int:
        """How many organisations are asked."""
        return len(self.answered) + len(self.silent)

    @property
    def to_call(self) -> Sequence[Silent]:
        """Whom a letter does not reach, or did not move."""
        return [one for one in self.silent if one.why_call]


@bp.get("/")
@needs("follow_round")
def index() -> ResponseReturnValue:
    """Who has not answered, the longest first, and who has."""
    crumbs = [(url_for("start.show"), "Start")]
    return page("offers_round/index.html", LIST, crumbs, round=round_now(Known(reading())))


@bp.route("/<organisation>", methods=["GET", "POST"])
@needs("note_answer")
def note(organisation: str) -> ResponseReturnValue:
    """Write down what an organisation said about its offers: how it came, and the answer."""
    return to_today() if past_day() else show(noting(organisation))


@bp.route("/<organisation>/<offer>/gewijzigd", methods=["GET", "POST"])
@needs("note_answer")
def note_change(organisation: str, offer: str) -> ResponseReturnValue:
    """What an organisation said that changed about one offer."""
    return change(noting(organisation), offer)


@bp.route("/<organisation>/<offer>/gestopt", methods=["GET", "POST"])
@needs("note_answer")
def note_stop(organisation: str, offer: str) -> ResponseReturnValue:
    """An organisation said that one offer ended."""
    return stop(noting(organisation), offer)


def noting(organisation: str) -> Answering:
    """Where someone writes down what an organisation said; 403 when that is not theirs to do."""
    subject("organisation", organisation)
    allow("note_answer", organisation=organisation)
    there, name = (
        url_for(".note", organisation=organisation),
        names.name_of("organisation", organisation),
    )
    return Answering((organisation,), there, there, f"{TITLE}: {name}", crumbs=way(), noting=True)


def way() -> Crumbs:
    """The way from home to the round."""
    return [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]


def round_now(known: Known) -> Round:
    """Who answered and who did not, on the day this page shows."""
    here = {one.organisation: one for one in known.organisations}
    asked = [known.offers[key] for key in here if key in known.offers]
    asked = [one for one in asked if one.takes_part]
    silent = [silent_one(known, one, here[one.organisation]) for one in asked if one.waiting]
    silent.sort(key=lambda one: (one.theirs.unsure_since or date.max, one.name))
    answered = tuple(one for one in asked if not one.waiting)
    return Round(answered, tuple(silent), ask(offers_round.nobodys, today()))


def silent_one(known: Known, theirs: Theirs, it: people.Organisation) -> Silent:
    """One organisation that did not answer, with its phone and whether a letter reaches it."""
    to = known.speaks_for(it.organisation)
    days = known.asked.get(it.organisation, ())
    mailed = tuple(day for day in asked_lately(theirs, days) if day <= today())
    own = contacts.phones(reading().db, [to.partition(":")[2]]) if to else {}
    phone = next(iter(own.values()), it.phone)
    return Silent(theirs, it.name, phone, mailed, why_call(known, to, mailed))


def why_call(known: Known, to: str | None, mailed: Sequence[date]) -> str:
    """Why no letter asks an organisation, or asks it again; empty while letters still do."""
    if to is None:
        return "geen mailadres: bellen"
    way = known.liked_by(to).way
    if way == "bellen":
        return "wordt liever gebeld"
    if way == "niets":
        return "wil geen mail en geen telefoon"
    long_ago = len(mailed) >= TWICE and (today() - mailed[-1]).days >= WAITS
    return "twee keer gemaild: bellen" if long_ago else ""
