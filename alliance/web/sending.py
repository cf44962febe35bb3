"""The buttons that set an agenda and send it, as it was read."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from alliance.events.agenda_rules import send_agenda, set_agenda
from alliance.events.base import Refused, refuse
from alliance.projections.meetings import Meeting
from alliance.web.agenda import draw, the_meeting
from alliance.web.drafts import draft_of, proposal_of
from alliance.web.forms import Typed
from alliance.web.letters import posted, seal_of
from alliance.web.pages import record, refused, today
from alliance.web.roles import needs
from alliance.web.writing import Subject, allow

bp = Blueprint("sending", __name__, url_prefix="/bijeenkomsten")
NOT_NEXT = "Deze bijeenkomst is niet de volgende van de groep. Kies de volgende in de lijst."
CHANGED = "De agenda is net veranderd. Kijk wat er nu staat en verstuur opnieuw."


@bp.post("/<meeting>/agenda/vaststellen")
@needs("set_agenda")
def set_down(meeting: str) -> ResponseReturnValue:
    """Set what the meeting talks about without mail; a later agenda replaces it."""
    return put_down(meeting, sends=False)


@bp.post("/<meeting>/agenda/versturen")
@needs("set_agenda")
def send(meeting: str) -> ResponseReturnValue:
    """Send the agenda to the members of the group; again only when it says something else."""
    return put_down(meeting, sends=True)


def put_down(meeting: str, *, sends: bool) -> ResponseReturnValue:
    """Set the agenda as it was read, with or without its letters."""
    it, found = the_meeting(meeting)
    allow("set_agenda", group=found.group)
    try:
        return write(it, found, Typed(), sends=sends)
    except Refused as why:
        return refused(draw(it, found, why), why)


def write(it: Subject, found: Meeting, typed: Typed, *, sends: bool) -> ResponseReturnValue:
    """The agenda as events, and its letters; refuses when another one was read."""
    seen, proposal = typed.seen(it.stream), proposal_of(found)
    refuse(form=proposal is None and NOT_NEXT)
    assert proposal is not None  # a later meeting was refused
    draft = draft_of(found, proposal)
    digest = seal_of(found, draft)
    refuse(form=typed.text("digest") != digest and CHANGED)
    then = url_for("meetings.agenda", meeting=found.meeting)
    if not sends:
        agenda = typed.decide(set_agenda, it.events, lines=draft.lines, today=today())
        return record(agenda, then=then, said="De agenda staat vast.", seen=seen)
    events = typed.decide(send_agenda, it.events, lines=draft.lines, digest=digest, today=today())
    also = posted(found, draft.lines, digest)
    return record(events, then=then, said="De agenda is verstuurd.", seen=seen, also=also)
