"""Pages of the rows of a list on its way in: what happens with each, and taking it in as one."""

from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch, members, uploads
from alliance.database import CONFLICTS
from alliance.events.base import Refused
from alliance.privacy import Doubted
from alliance.projections.paging import AT_ONCE, Page
from alliance.sources.choices import NEW, NONE, Choices, RowChoice, Use
from alliance.sources.taking import enter_people, taken
from alliance.sources.weighing import Row, State, Weighed
from alliance.web import names
from alliance.web.busy import Busy, choose, opened, way
from alliance.web.forms import Typed
from alliance.web.pages import desk, number_of_page, page, past_day, record, refused
from alliance.web.roles import needs
from alliance.web.twins import twin_of
from alliance.web.writing import Field, Form, draw, to_today

bp = Blueprint("upload_rows", __name__, url_prefix="/lijsten/bezig")
TITLE = "Kijk na wat er gebeurt"
STATES: dict[State, tuple[str, str]] = {
    "waiting": ("wacht op jou", "De organisatie van deze regels kennen we nog niet."),
    "faulty": ("kunnen we niet lezen", "Verbeter deze regels, of laat ze weg."),
    "alike": ("lijkt op iets wat er staat", "Kijk of het hetzelfde is."),
    "new": ("nieuw", "Deze regels komen erbij."),
    "same": ("staat er al", "Deze regels blijven weg. Zo komt niets er dubbel in."),
    "out": ("laat je weg", "Deze regels heb je zelf weggelaten."),
}
"""What can be said of rows, in the order in which they ask for attention."""
TAKEN_MEANWHILE = "Er is net ook anders iets opgenomen. Kijk de regels nog eens na."
LONG = ("for_whom",)
PICKED = {"kind": "offer_kind", "area": "area"}


@bp.get("/<upload>/regels")
@needs("take_list")
def index(upload: str) -> ResponseReturnValue:
    """Row by row what would happen, what asks for attention first."""
    return to_today() if past_day() else draw_rows(opened(upload))


@bp.post("/<upload>/organisaties")
@needs("take_list")
def organisations(upload: str) -> ResponseReturnValue:
    """Say of each organisation that nobody knows: a new one, one that is there, or none."""
    busy, typed = opened(upload), Typed()
    chosen = dict(busy.choices.organisations)
    for at, one in enumerate(busy.weighed.unknown):
        known = (NEW, NONE, *busy.intake.there.organisations)
        if picked := typed.choice(f"organisation-{at}", known):
            chosen[one.plain] = picked
    return keep(busy, organisations=chosen)


@bp.post("/<upload>/regels/<int:row>")
@needs("take_list")
def use(upload: str, row: int) -> ResponseReturnValue:
    """Take a row in although it looks known, leave it out, or weigh it again."""
    busy, typed = opened(upload), Typed()
    uses: dict[str, Use | None] = {"opnemen": "new", "weglaten": "out", "terug": None}
    asked = typed.choice("use", uses)
    before = busy.choices.about(row)
    about = RowChoice(use=uses.get(asked or ""), typed=before.typed, sure=before.sure)
    return keep(busy, rows=busy.choices.rows | {row: about})


@bp.route("/<upload>/regels/<int:row>/verbeteren", methods=["GET", "POST"])
@needs("take_list")
def correct(upload: str, row: int) -> ResponseReturnValue:
    """Set a row right in place."""
    if past_day():
        return to_today()
    busy = opened(upload)
    found = row_of(busy, row)
    crumbs = [*way(busy), (url_for(".index", upload=upload), TITLE)]
    form = Form(f"Verbeter regel {row}", "Bewaar de regel", fields(busy), crumbs)
    if request.method == "GET":
        return draw(form, found.line.typed, why=fault_of(found))
    typed = Typed()
    before = busy.choices.about(row)
    said = {field.name: said_in(typed, field) for field in form.fields}
    sure = typed.yes("sure")
    choices = busy.choices.with_row(row, RowChoice(use=before.use, typed=said, sure=sure))
    again = row_of(Busy(busy.kept, busy.contents, busy.sheets, choices), row)
    choose(busy, choices)
    if why := fault_of(again):
        return refused(draw(form, request.form, why=why), why)
    return redirect(url_for(".index", upload=upload), 303)


@bp.post("/<upload>/opnemen")
@needs("take_list")
def take(upload: str) -> ResponseReturnValue:
    """Take in every row that is new, in one append, with its people in the phone book."""
    busy = opened(upload)
    weighed = busy.weighed
    people = [one.person for one in weighed.drafts if one.person]
    now, origin = desk().clock(), busy.kept.origin

    def also(db: Any) -> None:
        enter_people(db, people, origin, now)
        uploads.forget(db, upload)

    try:
        events = taken(busy.intake, weighed)
        then, said = url_for("lists.show", list=upload), f"Opgenomen: {in_short(weighed)}."
        history = busy.intake.there.history
        seen = {one.stream: len(history(one.stream)) for one in weighed.addressed}
        seen[f"list:{upload}"] = 0
        return record(events, then=then, said=said, seen=seen, also=also, checked=True)
    except (members.MailTaken, *CONFLICTS):
        why = Refused(form=TAKEN_MEANWHILE)
    except Refused as fault:
        why = fault
    return refused(draw_rows(opened(upload), why), why)


def in_short(weighed: Weighed) -> str:
    """What comes in, counted: 12 regels en 3 mailadressen."""
    rows, boxes = len(weighed.drafts), len(weighed.addressed)
    parts = (
        rows and dutch.several(rows, "regel", "regels"),
        boxes and dutch.several(boxes, "mailadres", "mailadressen"),
    )
    return dutch.listed(part for part in parts if part)


def keep(busy: Busy, **news: Any) -> ResponseReturnValue:
    """Keep what was chosen, and go back to the rows that were shown."""
    kept = {name: getattr(busy.choices, name) for name in Choices.__struct_fields__}
    choose(busy, Choices(**(kept | news)))
    shown = request.args.get("toon")
    return redirect(url_for(".index", upload=busy.key, toon=shown), 303)


def draw_rows(busy: Busy, why: Refused | None = None) -> str:
    """The page with the rows of one kind, the kind that asks most first."""
    found: dict[State, list[Row]] = {one: busy.weighed.of(one) for one in STATES}
    filled: list[State] = [state for state, rows in found.items() if rows]
    asked = [one for one in filled if one == request.args.get("toon")]
    state: State = next(iter([*asked, *filled]), "new")
    rows = found[state]
    context: dict[str, Any] = {
        "found": one_page(rows),
        "state": state,
        "counts": [(one, STATES[one][0], len(found[one])) for one in filled],
        "lead": STATES[state][1],
        "waits": [one for one in busy.weighed.unknown if one.waits],
        "comes": in_short(busy.weighed),
        "twin_of": twin_of,
        "choices_of": choices_of,
    }
    return page("uploads/rows.html", TITLE, way(busy), why=why, busy=busy, **context)


def one_page(rows: list[Row]) -> Page[Row]:
    """Fifty rows at a time."""
    number = min(number_of_page(), max(1, -(-len(rows) // AT_ONCE)))
    return Page(tuple(rows[(number - 1) * AT_ONCE : number * AT_ONCE]), len(rows), number)


def choices_of(near: tuple[str, ...]) -> list[tuple[str, str]]:
    """What an organisation that nobody knows may be: at most seven answers."""
    known = names.of("organisation")
    same = [(key, f"Dit is {known[key]}") for key in near]
    return [*same, (NEW, "Een nieuwe organisatie"), (NONE, "Geen organisatie: laat open")]


def row_of(busy: Busy, number: int) -> Row:
    """One row, weighed; 404 when the list has no such row."""
    found = next((row for row in busy.weighed.rows if row.number == number), None)
    return found or abort(404)


def fault_of(row: Row) -> Refused | None:
    """What is wrong with a row, as a form tells it."""
    if not row.faults:
        return None
    return (Doubted if row.doubted else Refused)(**row.faults)


def fields(busy: Busy) -> list[Field]:
    """The form of one row: the same fields as the columns."""
    return [field(one.field, one.label, one.needed) for one in busy.contents.columns]


def field(name: str, label: str, needed: bool) -> Field:
    """One field of a row; what is on a list is picked by name."""
    if name in PICKED:
        known = [(one, one) for one in names.of(PICKED[name]).values()]
        return Field("pick", name, label, optional=True, options=known)
    kind = "text" if name in LONG else "line"
    return Field(kind, name, label, optional=not needed)


def said_in(typed: Typed, field: Field) -> str:
    """What was typed in a field of a row, or picked for it."""
    return (field.kind == "pick" and typed.text(f"{field.name}-keuze")) or typed.text(field.name)
