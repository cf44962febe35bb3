"""Pages of the keeper: which texts are hidden, and whether they may be read again or must go."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import hidden, hiding, redaction
from alliance.database import Unavailable
from alliance.events.base import Refused
from alliance.hidden import Hidden
from alliance.veil import Veil
from alliance.web import veiling
from alliance.web.facts import path_in_words
from alliance.web.forms import Typed
from alliance.web.pages import close_reading, desk, page, person, reading, refused
from alliance.web.roles import needs
from alliance.web.writing import Field

bp = Blueprint("keeping", __name__, url_prefix="/beheer/verborgen")
LIST = "Verborgen teksten"
REASON = Field("line", "reason", "Waarom?", optional=True, free=True)
VISIBLE = "De tekst is weer zichtbaar. Wie erom vroeg en wie hem schreef, krijgt een mail."
GONE = "De tekst is voorgoed weg. Wie erom vroeg en wie hem schreef, krijgt een mail."
GONE_SOON = (
    "De tekst is weg van alle bladzijden. Uit de bestanden van de site verdwijnt hij binnen enkele"
    " minuten."
)


@bp.get("/")
@needs("manage_site")
def index() -> ResponseReturnValue:
    """The texts that wait for an answer, the oldest request first."""
    found = hidden.waiting(reading().db)
    return page("keeping/index.html", LIST, way()[:1], found=found, words=path_in_words)


@bp.get("/<int:position>/<field>")
@needs("manage_site")
def show(position: int, field: str) -> ResponseReturnValue:
    """One hidden text, with how many places say it, and the two answers."""
    return draw(waiting(position, field))


@bp.post("/<int:position>/<field>/zichtbaar")
@needs("manage_site")
def reveal(position: int, field: str) -> ResponseReturnValue:
    """It is not about a person: everyone may read it again."""
    found = waiting(position, field)
    try:
        hiding.reveal(desk(), position, field, reason=Typed().text("reason"))
    except Refused as why:
        return refused(draw(found, why), why)
    flash(VISIBLE)
    return redirect(url_for(".index"), 303)


@bp.post("/<int:position>/<field>/weg")
@needs("manage_site")
def take_away(position: int, field: str) -> ResponseReturnValue:
    """It is about a person: it goes for good, from everything that is kept."""
    waiting(position, field)
    close_reading()  # the files are rewritten, which waits for everyone who reads them
    redaction.take_away(desk(), position, field, by=person().member)
    try:
        redaction.finish(desk())
        flash(GONE)
    except Unavailable:
        flash(GONE_SOON)
    return redirect(url_for(".index"), 303)


def waiting(position: int, field: str) -> Hidden:
    """A text that waits for an answer; 404 when it does not, or not any more."""
    found = hidden.one(reading().db, position, field)
    if found is None:
        abort(404, hiding.ANSWERED)
    return found


def draw(found: Hidden, why: Refused | None = None) -> str:
    """The page of one hidden text; only here it is read."""
    veiling.lift()
    others = [
        place
        for place in hidden.places(reading().db, Veil([found.text]))
        if (place.entry.position, place.field) != (found.entry.position, found.field)
    ]
    title = f"{found.entry.event.label}: {path_in_words(found.field)}"
    context: dict[str, Any] = {"found": found, "others": others, "asks": REASON}
    return page("keeping/show.html", title, way(), why=why, words=path_in_words, **context)


def way() -> list[tuple[str, str]]:
    """The way from home to the list of hidden texts."""
    return [(url_for("start.show"), "Start"), (url_for(".index"), LIST)]
