"""What a meeting leaves on paper: its agenda and minutes as a PDF, and the minutes as text.

Whoever is inside a group gets its confidential points on paper too, or asks for it without them.
Text is there to be mailed, so it never holds them.
"""

from flask import Blueprint, Response, abort, request

from alliance.documents.agenda_pdf import agenda_pdf
from alliance.documents.minutes_pdf import minutes_pdf
from alliance.projections.meetings import Meeting
from alliance.seals import seal
from alliance.web import veiling
from alliance.web.agenda import lines_of, state_of, the_meeting
from alliance.web.inside import is_inside
from alliance.web.letters import letter_of
from alliance.web.minutes import told_of
from alliance.web.pages import today
from alliance.web.points import Eyes
from alliance.web.roles import needs
from alliance.web.sight import sees

bp = Blueprint("papers", __name__, url_prefix="/bijeenkomsten")
OTHERS = "anderen"
"""What in an address asks for a paper as everyone may read it."""


@bp.get("/<meeting>/agenda.pdf")
@needs("read_inside")
def agenda(meeting: str) -> Response:
    """The agenda as it was set, or as it stands so far, to print or to send on."""
    _, found = the_meeting(meeting)
    lines = lines_of(found)
    if not lines:
        abort(404)
    within = keeps_inside(found)
    eyes = Eyes(late=within and sees(group=found.group), confidential=within)
    letter = letter_of(found, lines, eyes)
    data = agenda_pdf(letter, lead=state_of(found), within=within, over=veiling.over)
    return as_pdf(data, f"agenda-{found.group}-{found.on}")


@bp.get("/<meeting>/verslag.pdf")
@needs("read_inside")
def minutes(meeting: str) -> Response:
    """The same minutes as on their page, to print or to keep."""
    found = held(meeting)
    minutes = told_of(found)
    told = minutes.whole if keeps_inside(found) else minutes.outward
    data = minutes_pdf(told, approved=minutes.approved, seal=seal(told), over=veiling.over)
    return as_pdf(data, f"verslag-{found.group}-{found.on}")


@bp.get("/<meeting>/verslag.txt")
@needs("read_inside")
def text(meeting: str) -> Response:
    """The minutes as plain text, to mail: as everyone may read them."""
    return Response(told_of(held(meeting)).text, mimetype="text/plain")


def held(meeting: str) -> Meeting:
    """A meeting that was held, or is going on; 404 for any other."""
    _, found = the_meeting(meeting)
    if found.status != "gepland" or found.on > today():
        abort(404)
    return found


def keeps_inside(found: Meeting) -> bool:
    """Whether this paper may hold what stays within the group."""
    return is_inside(found.group) and request.args.get("voor") != OTHERS


def as_pdf(data: bytes, name: str) -> Response:
    """A PDF that a browser shows, and keeps under this name."""
    shown = {"Content-Disposition": f"inline; filename={name}.pdf"}
    return Response(data, mimetype="application/pdf", headers=shown)
