"""Pages of a list on its way in: which column holds what, and throwing the list away."""

from dataclasses import replace
from typing import Any

import msgspec
from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import uploads
from alliance.database import writing
from alliance.events.base import Refused
from alliance.readers import read_number
from alliance.sources.choices import Choices
from alliance.sources.columns import LOOKED_AT, guess_columns, guess_heading
from alliance.sources.separated import ENCODINGS, SEPARATORS, Form
from alliance.sources.sheets import read_sheets
from alliance.web.busy import Busy, choose, opened
from alliance.web.forms import Typed
from alliance.web.lists import here
from alliance.web.pages import desk, page, past_day, refused
from alliance.web.roles import needs
from alliance.web.writing import to_today

bp = Blueprint("uploads", __name__, url_prefix="/lijsten/bezig")
SHOWN = 5
"""How many rows of a list show what stands in its columns."""
MISSING = "Kies in welke kolom dit staat."
HOW = ("blad", "rij", "letters", "scheiding")
"""What the address may say about how to read the list."""


@bp.route("/<upload>/kolommen", methods=["GET", "POST"])
@needs("take_list")
def columns(upload: str) -> ResponseReturnValue:
    """Choose which column holds what, beside the first rows; nothing is taken in by it."""
    if past_day():
        return to_today()
    try:
        busy = read_as(opened(upload))
    except Refused as unread:
        return refused(draw(opened(upload), {}, unread), unread)
    if request.method == "GET":
        return draw(busy, {field: str(at) for field, at in busy.choices.columns.items()})
    chosen = chosen_columns(busy)
    missing = [one.field for one in busy.contents.columns if one.needed and one.field not in chosen]
    if missing:
        why = Refused(**dict.fromkeys(missing, MISSING))
        return refused(draw(busy, request.form, why), why)
    choose(busy, msgspec.structs.replace(busy.choices, columns=chosen, rows={}))
    return redirect(url_for("upload_rows.index", upload=upload), 303)


@bp.post("/<upload>/weggooien")
@needs("take_list")
def throw_away(upload: str) -> ResponseReturnValue:
    """The list is not wanted; what was uploaded goes at once."""
    busy = opened(upload)
    with writing(desk().engine) as db:
        uploads.forget(db, busy.key)
    flash("De lijst is weggegooid. Er is niets opgenomen.")
    return redirect(url_for("lists.index"), 303)


def read_as(busy: Busy) -> Busy:
    """The list read as the address says; its columns are guessed anew when it says anything."""
    if not any(request.args.get(name) for name in HOW):
        return busy
    written = Form(
        one_of("letters", [*ENCODINGS], busy.choices.encoding),
        one_of("scheiding", [*SEPARATORS], busy.choices.separator),
    )
    if file := busy.kept.file:
        busy = replace(busy, sheets=read_sheets(file, written))
    sheet = whole(request.args.get("blad"), busy.choices.sheet, len(busy.sheets) - 1)
    rows = busy.sheets[sheet].rows
    usual = busy.choices.heading
    if sheet != busy.choices.sheet or file:
        usual = guess_heading(busy.contents, rows)
    heading = whole(request.args.get("rij"), usual, len(rows))
    named = rows[heading - 1] if heading else ()
    choices = Choices(
        sheet=sheet,
        heading=heading,
        encoding=written.encoding if file else None,
        separator=written.separator if file else None,
        columns=guess_columns(busy.contents, named),
        organisations=busy.choices.organisations,
    )
    return replace(busy, choices=choices)


def one_of(name: str, known: list[str], usual: str | None) -> str:
    """What the address says, when it is one of these; otherwise as it was."""
    asked = request.args.get(name, "")
    return asked if asked in known else usual or known[0]


def whole(asked: str | None, usual: int, most: int) -> int:
    """A number in the address, from 0; what cannot be read, or is too much, is as it was."""
    try:
        number = read_number(asked or "")
    except ValueError:
        return usual
    return number if number <= most else usual


def chosen_columns(busy: Busy) -> dict[str, int]:
    """Per field the place of the column that was chosen for it."""
    typed = Typed()
    places = {str(at): at for at in range(len(busy.headings))}
    chosen = {field: typed.choice(field, places) for field in busy.contents.fields}
    return {field: places[at] for field, at in chosen.items() if at}


def draw(busy: Busy, chosen: Any, why: Refused | None = None) -> str:
    """The page of the columns."""
    rows = busy.sheet.rows
    begins = busy.choices.heading
    read: dict[str, Any] = {
        "heading_rows": [(str(at + 1), shown_row(row)) for at, row in enumerate(rows[:LOOKED_AT])],
        "sheets": [(str(at), one.name) for at, one in enumerate(busy.sheets)],
        "places": [(str(at), name) for at, name in enumerate(busy.headings)],
        "encodings": [*ENCODINGS.items()],
        "separators": [*SEPARATORS.items()],
        "first": [(at, rows[at - 1]) for at in range(begins + 1, len(rows) + 1)][:SHOWN],
    }
    return page(
        "uploads/columns.html", "Kies de kolommen", here(), why=why, busy=busy, form=chosen, **read
    )


def shown_row(row: tuple[str, ...]) -> str:
    """A row in one short line."""
    return " · ".join(cell for cell in row if cell)[:60] or "leeg"
