"""Who misses what: the map and the matrix, one wijk, buurt or gebied, and one persona there."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from alliance import dutch
from alliance.events.base import Event
from alliance.events.personas import recognise_persona
from alliance.matching import RULES, WORDS, Place
from alliance.projections import (
    actions,
    coverage_cells,
    coverage_gaps,
    coverage_matrix,
    personas,
    places,
)
from alliance.projections.coverage_cells import Cell
from alliance.projections.coverage_gaps import Gap
from alliance.projections.coverage_matrix import Column
from alliance.web import maps, names, neighbourhoods
from alliance.web.forms import Typed
from alliance.web.pages import ask, page, person, today
from alliance.web.personas import who_said
from alliance.web.roles import held, needs
from alliance.web.sight import eyes
from alliance.web.wijken import residents, source
from alliance.web.writing import Field, Form, add_to, allow, subject

bp = Blueprint("coverage", __name__, url_prefix="/wie-mist-wat")
LIST = "Wie mist wat?"
ACT = "recognise_persona"
WHY = Field("text", "reason", "Waaraan zien jullie dat?", "Eén zin is genoeg.", True, free=True)
ANSWERS = {True: "Herkennen wij hier", False: "Herkennen wij niet"}
TONES = {"past": "ok", "drempel": "error", "past_niet": "error", "telt_niet": "neutral"}
"""How the verdict on an offer looks; every other one asks for attention."""


@bp.get("/")
@needs("read_inside")
def matrix() -> ResponseReturnValue:
    """Every persona in every wijk: on the map, in a list and in a table, with why."""
    found, gaps = ask(coverage_matrix.matrix, today()), ask(coverage_gaps.gaps, today())
    first = first_of_each(gaps)
    named = {gap.key for together in first for gap in together}
    return page(
        "coverage/matrix.html",
        LIST,
        [(url_for("start.show"), "Start")],
        plan=True,
        table=found,
        unseen=sum(column.unseen for column in found.areas),
        first=first,
        rest=[gap for gap in gaps if gap.key not in named],
        gebieden=ask(places.gebieden),
        **on_map(found.areas),
    )


@bp.get("/<place>")
@needs("read_inside")
def zoom(place: str) -> ResponseReturnValue:
    """One wijk, buurt or gebied: who misses what there, and in what lies within."""
    found = ask(coverage_matrix.zoom, today(), place)
    if found is None:
        abort(404)
    if found.place.level == "gemeente":
        return redirect(url_for(".matrix"))
    return page(
        "coverage/zoom.html",
        f"Wie mist wat in {found.place.name}?",
        above(found.place),
        plan=True,
        place=found.place,
        here=found.here,
        table=found.inside,
        residents=residents(found.place),
        source=source(),
        **on_map(found.inside.areas),
    )


@bp.get("/<place>/<persona>")
@needs("read_inside")
def cell(place: str, persona: str) -> ResponseReturnValue:
    """One persona in one place: per need what serves it, what does not, and why."""
    found = cell_of(place, persona)
    sheet = ask(personas.sheet, persona)
    said = [one for one in sheet.recognised if one.wijk in found.area.wijken] if sheet else []
    missing = gaps_of(found)
    near = neighbourhoods.near(place)
    about = actions.Filter(status="open", persona=persona, areas=near, seen_by=eyes())
    return page(
        "coverage/cell.html",
        title_of(found),
        [*above(found.area), (url_for(".zoom", place=place), found.area.name)],
        plan=True,
        cell=found,
        said=[(one, who_said(one)) for one in said],
        gaps=missing,
        next_gap=next(iter(missing.values()), None),
        advice=advice(found),
        agreed=ask(actions.page, about, today()).rows,
        whole=wijken_of(found.area),
        words=WORDS,
        tones=TONES,
        rules=RULES,
    )


@bp.route("/<place>/<persona>/herkend", methods=["GET", "POST"], defaults={"yes": True})
@bp.route("/<place>/<persona>/niet-herkend", methods=["GET", "POST"], defaults={"yes": False})
@needs(ACT)
def recognise(place: str, persona: str, yes: bool) -> ResponseReturnValue:
    """People who know a wijk say whether they recognise someone like this there."""
    found, it, mine = cell_of(place, persona), subject("persona", persona), groups()
    wijken = wijken_of(found.area)
    if not wijken:
        abort(404)
    allow(ACT, group=next(iter(mine), None))
    which = [Field("choice", "group", "Namens welke groep?", options=[*mine.items()])]
    fields = (*which[: len(mine) > 1], WHY)
    form = Form(ANSWERS[yes], "Vastleggen", fields, lead=on_whose_behalf(mine, wijken))

    def decide(typed: Typed, past: list[Event]) -> list[Event]:
        group, reason = speaks_for(typed, mine), typed.optional("reason")
        known: dict[str, Any] = {"recognised": yes, "group": group, "reason": reason}
        return [
            typed.decide(recognise_persona, past, wijk=wijk, wijken=wijken, **known)
            for wijk in wijken
        ]

    back = url_for(".cell", place=place, persona=persona)
    form = form.below(above(found.area), title_of(found), back)
    return add_to(it, form, decide, back, "Dank je. Het staat erin en het overzicht is bijgewerkt.")


def groups() -> dict[str, str]:
    """The groups for which someone may say whom they recognise, with their names."""
    known = names.of("group")
    return {group: known.get(group, group) for _, group in held(person(), ACT) if group}


def on_whose_behalf(mine: Mapping[str, str], wijken: Sequence[str]) -> str:
    """Of which wijken something is said and, when there is only one, by which group."""
    known = names.of("area")
    about = f"Dit gaat over {dutch.listed(known[wijk] for wijk in wijken)}."
    return f"{about} Je zegt het namens {[*mine.values()][0]}." if len(mine) == 1 else about


def speaks_for(typed: Typed, mine: Mapping[str, str]) -> str | None:
    """The group that says it: the only one, or the one that was picked; none for the aanjager."""
    if len(mine) < 2:
        return next(iter(mine), None)
    picked = typed.choice("group", mine)
    if picked is None:
        typed.faults.setdefault("group", "Kies de groep die dit zegt.")
    return picked


def wijken_of(place: Place) -> list[str]:
    """The whole wijken that a place is; none for a buurt or another part of a wijk."""
    if place.level == "wijk":
        return [place.code]
    made_of = next((one.areas for one in ask(places.gebieden) if one.gebied == place.code), ())
    return sorted(made_of) if place.wijken.issuperset(made_of) else []


def first_of_each(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """Per persona the heaviest need for which nothing fits, in every place where that is so."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        together = found.setdefault(gap.persona.persona, [gap])
        if gap.need == together[0].need and gap not in together:
            together.append(gap)
    return [*found.values()]


def cell_of(place: str, persona: str) -> Cell:
    """One persona in one place; 404 when there is no such persona or place."""
    found = ask(coverage_cells.cell, persona, place, today())
    if found is None:
        abort(404)
    return found


def title_of(found: Cell) -> str:
    """A cell in words."""
    return f"Iemand als {found.persona.name} in {found.area.name}"


def on_map(areas: Sequence[Column]) -> dict[str, Any]:
    """These areas as the map and its list draw them; without a picture when there is none."""
    drawing = maps.drawing(areas[0].level, (one.code for one in areas)) if areas else None
    if drawing is None:
        return {"words": WORDS, "areas": [], "drawing": None}
    drawn = [
        {
            "number": number,
            "name": one.name,
            "url": url_for(".zoom", place=one.code),
            "word": WORDS[one.word],
            "note": note(one),
            "d": drawing.shapes[one.code].d,
            "x": drawing.shapes[one.code].x,
            "y": drawing.shapes[one.code].y,
        }
        for number, one in enumerate(areas, 1)
    ]
    return {"words": WORDS, "areas": drawn, "drawing": drawing}


def note(area: Column) -> str:
    """How many personas an area's word is about, and how many nobody looked at."""
    if area.level == "buurt":  # what was said of its wijk
        return ""
    return f"{area.recognised} herkend, {area.unseen} nog niet bekeken"


def above(place: Place) -> list[tuple[str, str]]:
    """The way from home to a place: for a buurt past its wijk."""
    crumbs = [(url_for("start.show"), "Start"), (url_for(".matrix"), LIST)]
    if place.level == "buurt" and place.parent:
        wijk = names.of("area")[place.parent]
        crumbs.append((url_for(".zoom", place=place.parent), wijk))
    return crumbs


def gaps_of(found: Cell) -> dict[str, Gap]:
    """The white spots of a cell by need, with the keys an agenda knows them by."""
    missing = ask(coverage_gaps.gaps, today(), found.persona.persona)
    here = [gap for gap in missing if found.area.wijken & set(gap.wijken)]
    return {gap.need.code: gap for gap in here}


def advice(found: Cell) -> list[str]:
    """What to keep in mind with this persona, whatever the offer."""
    beside = (one for need in found.needs for offer in need.offers for one in offer.beside)
    return [*dict.fromkeys(one.text for one in beside if one.rule == "belemmering")]
