"""Who comes to a meeting: what a member says beforehand, and what the group sees of it."""

from collections.abc import Container
from dataclasses import dataclass
from typing import get_args

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.attendance import Coming, Presence, announce_attendance
from alliance.events.base import Event
from alliance.events.meetings_rules import meeting_now
from alliance.projections import attendance, meetings, people
from alliance.projections.attendance import Attendance
from alliance.projections.meetings_guests import guests_of
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import ask, person, reading, record, today
from alliance.web.people import name_shown
from alliance.web.roles import needs
from alliance.web.writing import allow, subject

bp = Blueprint("attendance", __name__, url_prefix="/bijeenkomsten")
OURS = "organisation:"
"""How the key of who introduces a point begins when it is an organisation."""
ANSWERS = {"ja": "Je komt. De groep ziet dat.", "nee": "Je bent afgemeld. De groep ziet dat."}


@dataclass(frozen=True)
class Guest:
    """Someone at a meeting as its page shows them: of the group, or a guest."""

    member: str | None
    name: str  # where the reader may not see names: role and organisation
    organisation: str | None
    comes: bool | None
    presence: Presence | None

    @property
    def said(self) -> str:
        """What is known so far, in words."""
        if self.presence:
            return self.presence
        return {True: "komt", False: "afgemeld", None: ""}[self.comes]


@bp.post("/<meeting>/komst")
@needs("attend")
def announce(meeting: str) -> ResponseReturnValue:
    """Say beforehand whether you come; from the start page or from the meeting's own."""
    it, typed = subject("meeting", meeting), Typed()
    allow("attend", group=meeting_now(it.events).group)
    answer = next((one for one in get_args(Coming) if one == typed.text("komt")), None)
    event = typed.decide(
        announce_attendance,
        it.events,
        history_of(meeting),
        member=person().member,
        answer=answer,
        today=today(),
    )
    shown = url_for("meetings.show", meeting=meeting)
    then = url_for("start.show") if typed.yes("start") else shown
    return record(event, then=then, said=ANSWERS[event.answer])


def history_of(meeting: str) -> list[Event]:
    """What was said so far about who comes to a meeting, and who was there."""
    return [entry.event for entry in reading().history(f"attendance:{meeting}")]


def expected(meeting: str, group: str) -> list[Guest]:
    """Everyone of the group, the chair first, and who came or was asked as a guest."""
    known = ask(attendance.of_meeting, meeting)
    by_member = {one.member: one for one in known if one.member}
    seats = ask(people.seats, group)
    members = [
        shown(seat.organisation, by_member.get(seat.member) or Attendance(seat.member, None))
        for seat in seats
    ]
    here = {seat.member for seat in seats}
    others = [one for one in known if one.member not in here]
    told = {one.on_behalf_of for one in others if not one.member}
    asked = asked_for(meeting, {seat.organisation for seat in seats})
    ready = [Attendance(None, one) for one in asked if one not in told]
    return [*members, *(shown(one.on_behalf_of, one) for one in (*others, *ready))]


def asked_for(meeting: str, seated: Container[str | None]) -> list[str]:
    """The organisations asked as guests, and those that introduce a point and have no seat."""
    presenters = [line.presenter or "" for line in ask(meetings.agenda_of, meeting)]
    named = [one.removeprefix(OURS) for one in presenters if one.startswith(OURS)]
    beside = [one for one in named if one not in seated]
    return [*dict.fromkeys((*ask(guests_of, meeting).organisations, *beside))]


def shown(organisation: str | None, one: Attendance) -> Guest:
    """One of them as the reader may see them."""
    theirs = names.name_of("organisation", organisation) if organisation else ""
    named = (
        (name_shown(one.member) or names.who_is(one.member)) if one.member else f"gast: {theirs}"
    )
    return Guest(one.member, named, organisation, one.comes, one.presence)


def mine(meeting: str) -> Attendance | None:
    """What was said of who is looking."""
    known = ask(attendance.of_meeting, meeting)
    return next((one for one in known if one.member == person().member), None)
