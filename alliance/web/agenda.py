"""Pages of agendas: what the next meeting of a group talks about, and why."""

from collections.abc import Sequence
from typing import Any

import msgspec
from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance.events.agenda_rules import raise_point as raise_rule
from alliance.events.agenda_rules import set_agenda
from alliance.events.base import Refused
from alliance.events.meetings import AgendaLine, PointKey
from alliance.projections import meetings, people
from alliance.projections.agenda import Proposal
from alliance.projections.meetings import Meeting
from alliance.web.forms import Typed
from alliance.web.group_choice import group_of, group_question
from alliance.web.meetings import bp as meetings_bp
from alliance.web.meetings import here, show_url, title_of
from alliance.web.pages import ask, page, record, refused, today
from alliance.web.points import candidates, shown
from alliance.web.proposals import proposal_for
from alliance.web.roles import needs
from alliance.web.writing import Field, Subject, allow, fill_in, new_id, subject

bp = Blueprint("agenda", __name__, url_prefix="/agenda")
TITLE = Field("line", "title", "Waar moet het over gaan?", free=True)
WHY = Field("text", "reason", "Waarom?", "Eén zin is genoeg.", optional=True, free=True)


@meetings_bp.get("/<meeting>/agenda")
@needs("read_inside")
def agenda(meeting: str) -> ResponseReturnValue:
    """The agenda of one meeting: as it was set, or as it proposes itself."""
    it, found = the_meeting(meeting)
    return draw(it, found, proposal_of(found))


@meetings_bp.post("/<meeting>/agenda")
@needs("set_agenda")
def set_down(meeting: str) -> ResponseReturnValue:
    """Set what the meeting talks about; a later agenda replaces it."""
    it, found = the_meeting(meeting)
    allow("set_agenda", group=found.group)
    proposal = proposal_of(found)
    try:
        return put_down(it, found, proposal)
    except Refused as why:
        return refused(draw(it, found, proposal, why), why)


def the_meeting(meeting: str) -> tuple[Subject, Meeting]:
    """A meeting with its history; 404 when there is none."""
    it = subject("meeting", meeting)
    found = ask(meetings.one, meeting)
    assert found is not None  # it has a history
    return it, found


@bp.get("/<group>")
@needs("read_inside")
def show(group: str) -> ResponseReturnValue:
    """What the next meeting of a group would talk about, planned or not."""
    proposal = proposal_for(group)
    if proposal is None:
        abort(404)
    coming = ask(meetings.next_of, group, today())
    title = f"Agenda voor de volgende keer: {proposal.occasion.name}"
    return page(
        "agenda/show.html",
        title,
        here(),
        plan=True,
        found=coming,
        group=group,
        on_day=today(),
        proposal=proposal,
        points=shown(proposal.points, group, start=coming.start if coming else None),
        backlog=shown(proposal.backlog, group),
    )


@bp.route("/aandragen", methods=["GET", "POST"])
@needs("raise_point")
def raise_point() -> ResponseReturnValue:
    """Bring something up for the next meeting of a group."""
    over, title = key_of(request.args.get("over")), request.args.get("titel", "")
    kept = {"over": over, "titel": title or None}
    asked = group_question("raise_point", ".raise_point", "Voor welke groep?", **kept)
    form = asked.form("Zet iets op de agenda", "Punt aandragen", (TITLE, WHY), here())

    def write(typed: Typed) -> ResponseReturnValue:
        group = group_of(typed, asked)
        allow("raise_point", group=group or None)
        known = ask(people.group, group)
        thinks_along = known is not None and known.kind == "klankbordgroep"
        event = typed.decide(
            raise_rule,
            item=new_id(),
            group=group,
            title=typed.text("title"),
            kind="meedenken" if thinks_along else "bespreken",
            reason=typed.optional("reason"),
            about=over,
        )
        said = "Het punt staat klaar voor de volgende bijeenkomst."
        return record(event, then=url_for(".show", group=group), said=said)

    return fill_in(form, write, {"title": title})


def key_of(typed: str | None) -> str | None:
    """The key of what a point is about, as the address has it; 404 when it can be no key."""
    try:
        return msgspec.convert(typed, PointKey) if typed else None
    except msgspec.ValidationError:
        abort(404)


def proposal_of(found: Meeting) -> Proposal | None:
    """What a meeting could talk about; None unless it is the next one of its group."""
    if found.status != "gepland" or found.on < today():
        return None
    proposal = proposal_for(found.group)
    return proposal if proposal and proposal.occasion.meeting == found.meeting else None


def draw(it: Subject, found: Meeting, proposal: Proposal | None, why: Refused | None = None) -> str:
    """The agenda's page: as it was set, or else as proposed, and the form to set it."""
    lines = ask(meetings.agenda_of, found.meeting)
    talks = lines or (proposal.points if proposal else ())
    points = shown(talks, found.group, proposal, found.start)
    options = candidates(proposal, lines) if proposal else {}
    return page(
        "agenda/show.html",
        f"Agenda: {title_of(found)}",
        [*here(), (show_url(found.meeting), title_of(found))],
        why=why,
        plan=True,
        it=it,
        found=found,
        group=found.group,
        proposal=proposal,
        is_set=bool(lines),
        on_day=today(),
        points=points,
        backlog=backlog(lines, found, proposal),
        options=[(one.key, one.title, f"{one.minutes} minuten") for one in options.values()],
        typed=request.form if why else {"lines": [one.key for one in points]},
    )


def backlog(lines: Sequence[AgendaLine], found: Meeting, proposal: Proposal | None) -> Any:
    """What waits for another time: what is proposed and does not stand on the agenda."""
    if proposal is None:
        return []
    on_it = {line.key for line in lines} or {one.key for one in proposal.points}
    waiting = [one for one in (*proposal.points, *proposal.backlog) if one.key not in on_it]
    return shown(waiting, found.group)


def put_down(it: Subject, found: Meeting, proposal: Proposal | None) -> ResponseReturnValue:
    """Set the agenda to the points that were ticked; raises Refused with what is wrong."""
    typed = Typed()
    lines = ask(meetings.agenda_of, found.meeting)
    known = candidates(proposal, lines) if proposal else {}
    ticked = typed.choices("lines", known)
    chosen = [known[key] for key in ticked]
    event = typed.decide(set_agenda, it.events, lines=chosen, today=today())
    then = url_for("meetings.agenda", meeting=found.meeting)
    said = "De agenda is vastgesteld."
    return record(event, then=then, said=said, seen=typed.seen(it.stream))
