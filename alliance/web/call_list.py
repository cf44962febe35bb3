"""The list to call: the organisations that nobody spoke to for long, for the aanjager."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from alliance import contacts
from alliance.outbox import Letter
from alliance.outbox_sent import last_sent
from alliance.projections import actions, offers, people, relations
from alliance.projections.relation_rows import LONG, Stage, Standing
from alliance.web import names
from alliance.web.filtering import picked
from alliance.web.pages import ask, page, past_day, reading, today
from alliance.web.people import called, here
from alliance.web.roles import needs
from alliance.web.stages import STAGES, touch_in_words

bp = Blueprint("call_list", __name__, url_prefix="/alliantie/bellen")
TITLE = "Lang niet gesproken"
ALL = "alles"
PERIODS = {
    "30": "langer dan een maand niet",
    "90": "langer dan drie maanden niet",
    "180": "langer dan een half jaar niet",
    ALL: "maakt niet uit",
}
NO_CONTACT = "contactpersoon"
"""What the address says when only those are asked for that have nobody to turn to."""
ASK_AGAIN = ("te_bevestigen", "verouderd")


@dataclass(frozen=True)
class Wanted:
    """Which organisations are asked for: silent for so many days (0: any), in a stage, a sector."""

    days: int = LONG
    stage: Stage | None = None
    sector: str | None = None
    vacant: bool = False


@dataclass(frozen=True)
class Call:
    """One organisation to call, with what is open with it."""

    standing: Standing
    contacts: Sequence[str]
    phones: Sequence[str]  # of the organisation, and of its contacts
    waiting: int  # questions without an answer
    late: int  # what was agreed, and is past its day
    unsure: int  # offers that it has to confirm
    letter: Letter | None  # what it was mailed last

    @property
    def stage(self) -> str:
        """The stage it is in, in words."""
        return STAGES[self.standing.stage]


@bp.get("/")
@needs("keep_network")
def index() -> ResponseReturnValue:
    """Whom nobody spoke to for long, the longest first, each with what is open."""
    wanted = asked_for()
    found = [call_to(one) for one in to_call(wanted)]
    return page(
        "call_list/index.html",
        TITLE,
        here(),
        found=found,
        wanted=wanted,
        periods=[*PERIODS.items()],
        stages=[*STAGES.items()],
        touch_in_words=touch_in_words,
    )


def asked_for() -> Wanted:
    """What stands in the address; what is unknown there asks for nothing."""
    period, vacant = request.args.get("sinds"), request.args.get("mist") == NO_CONTACT
    days = {ALL: 0, **{one: int(one) for one in PERIODS if one != ALL}}
    return Wanted(
        days=days.get(period or "", 0 if vacant else LONG),
        stage=next((one for one in STAGES if one == request.args.get("stand")), None),
        sector=picked("sector", names.of("sector")),
        vacant=vacant,
    )


def to_call(wanted: Wanted) -> list[Standing]:
    """The organisations that are asked for, the longest ago first; not the aanjager's own."""
    found = [one for one in ask(relations.standings) if is_wanted(one, wanted)]
    if wanted.vacant:
        known = ask(people.contacts)
        found = [one for one in found if one.stage == "doet_mee" and one.organisation not in known]
    own = {ask(people.organisation_of, one) for one in ask(people.holders, "aanjager")}
    return sorted((one for one in found if one.organisation not in own), key=last_heard)


def is_wanted(one: Standing, wanted: Wanted) -> bool:
    """Whether an organisation is one of those that are asked for."""
    fits = wanted.stage in (None, one.stage) and wanted.sector in (None, one.sector)
    return fits and (not wanted.days or one.is_silent(today(), wanted.days))


def last_heard(one: Standing) -> tuple[bool, date]:
    """By which a list is ordered: of whom no contact is known first, then the longest ago."""
    return (one.heard is not None, one.heard.on if one.heard else date.min)


def call_to(one: Standing) -> Call:
    """One organisation with its contacts, and with what is open with it."""
    theirs = actions.Filter(organisation=one.organisation)
    members = ask(people.contacts_of, one.organisation)
    given = ask(offers.of_organisation, one.organisation, today())
    return Call(
        one,
        called(members),
        [*filter(None, (one.phone, *contacts.phones(reading().db, members).values()))],
        ask(actions.number, replace(theirs, waiting=True), today()),
        ask(actions.number, replace(theirs, past_date=True), today()),
        len([offer for offer in given if offer.state in ASK_AGAIN]),
        last_letter(one.organisation, members),
    )


def last_letter(organisation: str, members: Sequence[str]) -> Letter | None:
    """What an organisation or its contacts were mailed last, as far as it is still kept."""
    if past_day():
        return None
    to = [f"organisation:{organisation}", *(f"member:{one}" for one in members)]
    return last_sent(reading().db, to)


def long_silent() -> int:
    """How many organisations nobody spoke to for long."""
    return len(to_call(Wanted()))


def without_contact() -> int:
    """How many organisations take part and have nobody to turn to."""
    return len(to_call(Wanted(days=0, vacant=True)))
