"""Pages of agendas: what the next meeting of a group talks about, and why."""

from collections.abc import Sequence
from typing import Any

import msgspec
from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance.dutch import day
from alliance.events.agenda_drafts import Draft
from alliance.events.agenda_rules import raise_point as raise_rule
from alliance.events.base import Refused
from alliance.events.meetings import AgendaLine, PointKey
from alliance.projections import meetings, people
from alliance.projections.agenda import Proposal
from alliance.projections.meetings import Meeting
from alliance.web.drafts import draft_of, proposal_of
from alliance.web.forms import Typed
from alliance.web.group_choice import group_of, group_question
from alliance.web.inside import is_inside
from alliance.web.letters import MEMBERS, letter_of, readers_of, seal_of
from alliance.web.meetings import bp as meetings_bp
from alliance.web.meetings import here, show_url, title_of
from alliance.web.pages import ask, page, record, today
from alliance.web.points import shown
from alliance.web.proposals import proposal_for
from alliance.web.roles import needs
from alliance.web.writing import Field, Subject, fill_in, new_id, subject

bp = Blueprint("agenda", __name__, url_prefix="/agenda")
NOT_SET = "Zo staat de agenda er nu voor. Er kan nog iets veranderen."
TITLE = Field("line", "title", "Waar moet het over gaan?", free=True)
WHY = Field("text", "reason", "Waarom?", "Eén zin is genoeg.", optional=True, free=True)


@meetings_bp.get("/<meeting>/agenda")
@needs("read_inside")
def agenda(meeting: str) -> ResponseReturnValue:
    """The agenda of one meeting: as it was set, or as it stands so far."""
    it, found = the_meeting(meeting)
    return draw(it, found)


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
    draft = draft_of(coming, proposal) if coming else None
    title = f"Agenda voor de volgende keer: {proposal.occasion.name}"
    context = about(group, coming, proposal, draft)
    return page("agenda/show.html", title, here(), plan=True, **context)


@bp.route("/aandragen", methods=["GET", "POST"])
@needs("raise_point")
def raise_point() -> ResponseReturnValue:
    """Bring something up for the next meeting of a group."""
    over, title = key_of(request.args.get("over")), request.args.get("titel", "")
    asked = group_question("raise_point", "Voor welke groep?")
    form = asked.form("Zet iets op de agenda", "Punt aandragen", (TITLE, WHY), here())

    def write(typed: Typed) -> ResponseReturnValue:
        group = group_of(typed, asked)
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


def draw(it: Subject, found: Meeting, why: Refused | None = None) -> str:
    """The agenda's page: as it was set, or else as it stands so far, and the button to send it."""
    proposal = proposal_of(found)
    draft = draft_of(found, proposal) if proposal else None
    letter = letter_of(found, draft.lines, MEMBERS) if draft and draft.talks else None
    return page(
        "agenda/show.html",
        f"Agenda: {title_of(found)}",
        [*here(), (show_url(found.meeting), title_of(found))],
        why=why,
        plan=True,
        it=it,
        letter=letter,
        digest=seal_of(found, draft) if draft else "",
        readers=readers_of(found),
        **about(found.group, found, proposal, draft),
    )


def lines_of(found: Meeting) -> Sequence[AgendaLine]:
    """The agenda of a meeting as it was set, or as it stands so far; empty when there is none."""
    lines = ask(meetings.agenda_of, found.meeting)
    proposal = None if lines else proposal_of(found)
    return draft_of(found, proposal).lines if proposal else lines


def state_of(found: Meeting) -> str:
    """How far an agenda is, in a sentence."""
    if found.sent_on:
        return f"Verstuurd op {day(found.sent_on)}."
    is_set = bool(ask(meetings.agenda_of, found.meeting))
    return "Deze agenda is vastgesteld." if is_set else NOT_SET


def about(
    group: str, found: Meeting | None, proposal: Proposal | None, draft: Draft | None
) -> dict[str, Any]:
    """What the page of an agenda shows: the points as members read them, and what waits."""
    lines = ask(meetings.agenda_of, found.meeting) if found else []
    proposed: Any = proposal.points if proposal else ()
    talks = lines or (draft.lines if draft else proposed)
    waits = draft.waits if draft else proposal.backlog if proposal else ()
    return {
        "found": found,
        "group": group,
        "proposal": proposal,
        "is_set": bool(lines),
        "inside": is_inside(group),
        "on_day": today(),
        "points": shown(talks, group, proposal, found.start if found else None),
        "backlog": shown(waits, group, proposal),
        "changed": bool(lines) and draft is not None and [*draft.lines] != lines,
    }
