"""The journal itself, page by page: everything that happened, each entry with its own page."""

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from alliance import journal
from alliance.events.base import KINDS, Event
from alliance.web.facts import facts_of, title_of
from alliance.web.filtering import picked
from alliance.web.pages import page, reading
from alliance.web.roles import needs
from alliance.web.sight import ACT, sees_entry
from alliance.web.subjects import address_of, show_entry_of

bp = Blueprint("timeline", __name__, url_prefix="/tijdlijn")
LIST = "Tijdlijn"
ON_A_PAGE = 50
FURTHEST = 2**63 - 2
"""No position lies further: databases count no higher than one more."""


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """What happened, newest first; older pages follow by position, so that nothing shifts."""
    kinds = {name: each.label for name, each in sorted(KINDS.items(), key=label_of)}
    kind = picked("soort", kinds)
    before = request.args.get("voor", type=position_typed)
    last = reading().position
    ceiling = min(filter(None, (before, last + 1 if last is not None else None)), default=None)
    found = journal.page(
        reading().db, before=ceiling, limit=ON_A_PAGE + 1, names=[kind] if kind else []
    )
    older = found[ON_A_PAGE - 1].position if len(found) > ON_A_PAGE else None
    shown = [entry for entry in found[:ON_A_PAGE] if sees_entry(entry)]
    return page(
        "timeline/index.html", LIST, found=shown, older=older, kinds=[*kinds.items()], kind=kind
    )


def label_of(kind: tuple[str, type[Event]]) -> str:
    """What a kind of event is called, to sort by."""
    return kind[1].label


def position_typed(typed: str) -> int:
    """A position in the journal as an address has it; raises ValueError when it can be none."""
    if (position := int(typed)) > FURTHEST:
        raise ValueError("too far")
    return position


@bp.get(f"/<int(max={FURTHEST}):position>")
@needs("read_inside")
def show(position: int) -> ResponseReturnValue:
    """One entry: what it says, when it was written down, and what it belongs to."""
    found = journal.page(reading().db, before=position + 1, limit=1)
    last = reading().position
    if not found or found[0].position != position or (last is not None and position > last):
        abort(404)
    entry = found[0]
    if not sees_entry(entry):
        abort(403, ACT)
    show_entry_of(entry.stream)
    title = title_of(entry.event)
    return page(
        "timeline/show.html",
        f"{entry.event.label}{': ' if title else ''}{title}",
        [(url_for(".index"), LIST)],
        entry=entry,
        facts=facts_of(entry),
        address=address_of(entry.stream),
        others=reading().history(entry.stream),
    )
