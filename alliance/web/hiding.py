"""Hiding a text about a person: choose which text it is, and it is gone for everyone at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import hidden, hiding
from alliance.events.base import KINDS
from alliance.events.texts import texts
from alliance.journal import Entry
from alliance.web.facts import path_in_words
from alliance.web.frame import ACTS, MENU
from alliance.web.labels import LABELS
from alliance.web.pages import close_reading, desk, page, past_day, person, reading
from alliance.web.roles import WORDS as ROLES
from alliance.web.roles import needs
from alliance.web.sight import sees_entry
from alliance.web.subjects import address_of
from alliance.web.writing import to_today

bp = Blueprint("hiding", __name__)
TITLE = "Hier staat iets over een persoon"
DONE = (
    "De tekst is verborgen voor iedereen, behalve voor wie hem schreef. De beheerder kijkt ernaar."
    " Dank je wel."
)
TOO_MANY = (
    "Je verborg vandaag al veel teksten. Bel de aanjager als er nog iets over een persoon staat,"
    " of ga morgen verder."
)

OWN_WORDS = frozenset(
    words.casefold()
    for words in (
        *(label for _, label, _ in (*MENU, *ACTS)),
        *LABELS.values(),
        *ROLES.values(),
        *(kind.label for kind in KINDS.values()),
    )
)
"""What stands in menus and beside facts on every page."""


@dataclass(frozen=True)
class Choice:
    """A text that can be hidden, and where it was last said."""

    entry: Entry
    field: str
    text: str
    is_hidden: bool

    @property
    def is_ours(self) -> bool:
        """Whether the site itself says this: then it is about nobody, and stands everywhere."""
        return self.text.strip().casefold() in OWN_WORDS

    @property
    def words(self) -> str:
        """Which field of what it is."""
        return path_in_words(self.field)


@bp.route("/verbergen/<stream>", methods=["GET", "POST"])
@needs("hide_text")
def choose(stream: str) -> ResponseReturnValue:
    """Every text of one subject that the reader may see; on POST one of them is hidden."""
    if past_day():
        return to_today()
    history = reading().history(stream)
    entries = [entry for entry in history if sees_entry(entry)]
    if not entries:
        abort(404)
    offered = choices(entries)
    if request.method == "POST":
        return hide(stream, offered)
    here, last = address_of(stream), entries[-1].position
    back = here or url_for("timeline.show", position=last)
    crumbs = [(url_for("start.show"), "Start"), (back, "Terug")]
    return page("hiding/choose.html", TITLE, crumbs, offered=offered, stream=stream, back=back)


def hide(stream: str, offered: Sequence[Choice]) -> ResponseReturnValue:
    """Hide the text that was chosen; 404 when it is not one of these."""
    asked = request.form.get("position", type=int), request.form.get("field")
    found = next((one for one in offered if (one.entry.position, one.field) == asked), None)
    if found is None or found.is_ours:
        abort(404)
    close_reading()
    try:
        hiding.hide(desk(), found.text, by=person().member)
    except hiding.TooMany:
        abort(429, TOO_MANY)
    flash(DONE)
    then = address_of(stream) or url_for("timeline.show", position=found.entry.position)
    return redirect(then, 303)


def choices(entries: Sequence[Entry]) -> list[Choice]:
    """The texts in these entries, the newest first, each once."""
    gone = {one.text for one in hidden.waiting(reading().db)}
    found: dict[str, Choice] = {}
    for entry in reversed(entries):
        for said in texts(entry.event):
            choice = Choice(entry, said.path, said.text, said.text in gone)
            found.setdefault(said.text, choice)
    return [*found.values()]
