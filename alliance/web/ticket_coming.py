"""Whether you come to a meeting, said from a mail: by a member, or for an organisation as guest."""

from dataclasses import replace

from flask import Blueprint
from flask.typing import ResponseReturnValue

from alliance import dutch, tickets
from alliance.events.attendance import Coming, announce_attendance
from alliance.events.base import Event, Refused
from alliance.events.meetings_rules import awaited_meeting
from alliance.projections import meetings
from alliance.projections.meetings import Meeting
from alliance.projections.meetings_guests import guests_of
from alliance.web.attendance import history_of
from alliance.web.forms import Typed
from alliance.web.pages import ask, today
from alliance.web.roles import may, needs
from alliance.web.tickets import Dead, Opened, answer, opened, opened_page
from alliance.web.writing import Form, subject

bp = Blueprint("ticket_coming", __name__, url_prefix=tickets.PLACE)
ACT = "attend"


@bp.route("/<token>/ik-kom", methods=["GET", "POST"])
@bp.route("/<token>/alles/<meeting>/ik-kom", methods=["GET", "POST"])
@needs("read_public")
def comes(token: str, meeting: str = "") -> ResponseReturnValue:
    """Yes, by one tap."""
    form = Form("Ik kom", "Ja, ik kom", ())
    return say(token, meeting, form, "ja", "Fijn dat je komt. Wie bij elkaar komt, ziet dat.")


@bp.route("/<token>/ik-kan-niet", methods=["GET", "POST"])
@bp.route("/<token>/alles/<meeting>/ik-kan-niet", methods=["GET", "POST"])
@needs("read_public")
def stays_away(token: str, meeting: str = "") -> ResponseReturnValue:
    """No, by one tap."""
    form = Form("Ik kan niet", "Meld me af", ())
    return say(token, meeting, form, "nee", "Je bent afgemeld. Wie bij elkaar komt, ziet dat.")


def say(token: str, meeting: str, form: Form, coming: Coming, said: str) -> ResponseReturnValue:
    """One answer about a meeting that is still to come, of whoever got the mail."""
    it = opened_meeting(token, meeting)
    found = still_to_come(it)
    member, guests = who_answers(it, found)

    def decide(typed: Typed, past: list[Event]) -> list[Event]:
        whose = [{"member": member}] if member else [{"on_behalf_of": one} for one in guests]
        known = history_of(found.meeting)
        return [
            typed.decide(announce_attendance, past, known, answer=coming, today=today(), **one)
            for one in whose
        ]

    return answer(it, replace(form, lead=told(found, guests)), decide, said)


def opened_meeting(token: str, meeting: str) -> Opened:
    """The meeting of a link, or one of those on the page that it leads to."""
    if not meeting:
        return opened(token, ACT, "meeting")
    ticket, holder = opened_page(token, "answer_action")
    asked = replace(ticket, act=ACT)
    return Opened(token, asked, holder, subject("meeting", meeting), on_a_page=True)


def still_to_come(it: Opened) -> Meeting:
    """The meeting as it stands; raises Dead when it was held, or is not held."""
    try:
        now = awaited_meeting(it.it.events, today())
    except Refused as why:
        raise Dead("ended", it.token) from why
    found = ask(meetings.one, now.meeting)
    assert found is not None  # it has a history
    return found


def who_answers(it: Opened, found: Meeting) -> tuple[str, list[str]]:
    """For whom the holder answers: a member of the group, or the organisations asked as guests."""
    if it.holder.member and may(it.holder, ACT, group=found.group):
        return it.holder.member, []
    asked = ask(guests_of, found.meeting).organisations
    theirs = [one for one in asked if one in it.holder.organisations]
    if not theirs:
        raise Dead("passed_on", it.token)
    return "", theirs


def told(found: Meeting, guests: list[str]) -> str:
    """What the title does not say of the meeting, and that nothing was said yet."""
    when = ", ".join(filter(None, [dutch.hour(found.start), found.place]))
    asked = "Jullie zijn gevraagd als gast." if guests else ""
    parts = [
        f"{when}." if when else "",
        asked,
        "Pas als je op de knop tikt, staat je antwoord erin.",
    ]
    return " ".join(filter(None, parts))
