"""Pages of lists: handing one in, what came in with which list, and taking one back as a whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import msgspec
from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import journal, leaving, uploads
from alliance.database import writing
from alliance.events.base import refuse
from alliance.events.lists import ListItem, ListKind, ListTaken, ListWithdrawn
from alliance.events.lists_rules import unfit_origin
from alliance.privacy import check_texts
from alliance.sources.choices import Choices
from alliance.sources.columns import CONTENTS, guess_columns, guess_heading
from alliance.sources.separated import form_of
from alliance.sources.sheets import LARGEST, NO_FILE, is_separated, read_sheets
from alliance.sources.taking import back
from alliance.web import names
from alliance.web.forms import Typed
from alliance.web.pages import close_reading, desk, page, past_day, person, reading, record
from alliance.web.people import here as alliance
from alliance.web.roles import needs
from alliance.web.writing import WHY, Field, Form, fill_in, subject

bp = Blueprint("lists", __name__, url_prefix="/lijsten")
LIST = "Lijsten"
NO_CONTENTS = "Kies wat er in de lijst staat."
CHOICES = [(one.kind, one.label) for one in CONTENTS.values()]
HOLDS = Field("choice", "contents", "Wat staat er in de lijst?", options=CHOICES)
ORIGIN = Field(
    "line",
    "origin",
    "Waar komt de lijst vandaan?",
    "Bijvoorbeeld: sociale kaart van 2025. Wie een eerste mail krijgt, leest dit erin.",
)
FILE = Field("file", "file", "Welk bestand?", "Een .xlsx, .ods of .csv van hoogstens 4 MB.")
LEAD = (
    "Neem de lijst zoals zij is. Hierna kies je de kolommen en zie je per regel wat er gebeurt."
    " Pas daarna wordt er iets opgenomen."
)
View = TypeVar("View", bound=Callable[..., ResponseReturnValue])


@dataclass(frozen=True)
class Taken:
    """A list that was taken in, as the page shows it."""

    key: str
    label: str
    origin: str
    at: datetime
    number: int
    withdrawn: bool


def takes_files(view: View) -> View:
    """Say that a page takes a file, larger than any form."""
    view.largest = LARGEST + 64 * 1024  # type: ignore[attr-defined]
    return view


@bp.get("/")
@needs("take_list")
def index() -> ResponseReturnValue:
    """The lists that came in, and those somebody is still busy with."""
    busy = [] if past_day() else uploads.waiting(reading().db, person().member)
    return page("lists/index.html", LIST, alliance(), taken=taken(), busy=busy, contents=CONTENTS)


@bp.route("/nieuw", methods=["GET", "POST"])
@takes_files
@needs("take_list")
def new() -> ResponseReturnValue:
    """Hand a list in as it is; nothing is taken in yet."""
    form = Form("Neem een lijst op", "Lees de lijst", (HOLDS, ORIGIN, FILE), here(), LEAD)
    return fill_in(form, hand_in)


def hand_in(typed: Typed) -> ResponseReturnValue:
    """Read the file that was handed in and keep it for a day; refuses what cannot be read."""
    kind = next((one for one in CONTENTS if one == typed.choice("contents", CONTENTS)), None)
    handed = request.files.get("file")
    content, origin = handed.read() if handed else b"", typed.text("origin")
    refuse(
        contents=kind is None and NO_CONTENTS,
        origin=unfit_origin(origin),
        file=not content and NO_FILE,
    )
    assert kind is not None  # it was refused
    told = ListTaken(list="nieuw", contents=kind, origin=origin, taken=())
    check_texts([told], sure=typed.yes("sure"))
    return redirect(url_for("uploads.columns", upload=keep(kind, origin, content)), 303)


def keep(kind: ListKind, origin: str, content: bytes) -> str:
    """Keep the cells of a list for a day, with the columns as they seem to be."""
    sheets, written = read_sheets(content), form_of(content) if is_separated(content) else None
    heading = guess_heading(CONTENTS[kind], sheets[0].rows)
    named = sheets[0].rows[heading - 1] if heading else ()
    choices = Choices(
        heading=heading,
        encoding=written.encoding if written else None,
        separator=written.separator if written else None,
        columns=guess_columns(CONTENTS[kind], named),
    )
    with writing(desk().engine) as db:
        return uploads.keep(
            db,
            person().member,
            contents=kind,
            origin=origin,
            file=content if written else None,
            sheets=msgspec.json.encode(sheets),
            choices=msgspec.json.encode(choices),
            now=desk().clock(),
        )


@bp.get("/<list>")
@needs("take_list")
def show(list: str) -> ResponseReturnValue:
    """One list: what came in with it, and whether it was taken back."""
    it = subject("list", list)
    whole = next(one for one in it.events if isinstance(one, ListTaken))
    gone = next((one for one in it.events if isinstance(one, ListWithdrawn)), None)
    context: dict[str, Any] = {"whole": whole, "gone": gone, "called": called}
    return page("lists/show.html", title_of(whole), here(), it=it, **context)


@bp.route("/<list>/terugnemen", methods=["GET", "POST"])
@needs("take_list")
def withdraw(list: str) -> ResponseReturnValue:
    """Take a whole list back; what others changed since stays, and is told."""
    it = subject("list", list)
    whole = next(one for one in it.events if isinstance(one, ListTaken))
    stays = back(reading(), it.history, "-").kept
    form = Form("Neem de lijst terug", "Neem alles terug", (WHY,), lead=told(whole, len(stays)))
    there = url_for(".show", list=list)

    def write(typed: Typed) -> ResponseReturnValue:
        seen = typed.seen(it.stream)
        gone = back(reading(), it.history, typed.text("reason"))
        check_texts(gone.events, sure=typed.yes("sure"))
        if gone.people:
            close_reading()  # erasing rewrites the file, and waits for everyone who reads it
            leaving.erase_names(desk(), gone.people)
        said = "De lijst is teruggenomen."
        return record(gone.events, then=there, said=said, seen=seen)

    return fill_in(form.below(here(), title_of(whole), there), write, it=it)


def called(item: ListItem) -> str:
    """What something of a list is called now; who was erased has no name any more."""
    if item.kind == "member":
        return names.of("member_name").get(item.key) or names.name_of("member", item.key)
    return names.name_of("organisation" if item.kind == "mailbox" else item.kind, item.key)


def told(whole: ListTaken, stays: int) -> str:
    """What taking a list back comes to, before it is done."""
    number = len(whole.taken) - stays
    gone = f"Alles wat met deze lijst kwam, wordt teruggenomen: {number} keer."
    kept = f" Wat anderen daarna veranderden, blijft staan: {stays} keer." if stays else ""
    return f"{gone}{kept}"


def taken() -> list[Taken]:
    """The lists that came in, the newest first."""
    db, position = reading().db, reading().position
    names = (ListTaken.stored_name, ListWithdrawn.stored_name)
    before = None if position is None else position + 1
    found = journal.page(db, names=names, limit=200, before=before)
    gone = {one.stream for one in found if isinstance(one.event, ListWithdrawn)}
    return [
        Taken(
            one.event.list,
            CONTENTS[one.event.contents].label,
            one.event.origin,
            one.at,
            len(one.event.taken),
            one.stream in gone,
        )
        for one in found
        if isinstance(one.event, ListTaken)
    ]


def title_of(whole: ListTaken) -> str:
    """What a list is called on its page."""
    return f"{CONTENTS[whole.contents].label} uit: {whole.origin}"


def here() -> list[tuple[str, str]]:
    """The way from home to the lists."""
    return [*alliance(), (url_for("lists.index"), LIST)]
