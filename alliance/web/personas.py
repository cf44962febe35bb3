"""Personas: the invented people that stand for a group, and one sheet of each."""

from collections.abc import Sequence

from flask import Blueprint, abort, url_for
from flask.typing import ResponseReturnValue

from alliance.events.personas import PersonaChannel, PersonaDescribed, Trait
from alliance.events.words import Term
from alliance.matching import WORDS
from alliance.projections import coverage_matrix, patterns, personas, words
from alliance.projections.patterns import Filter
from alliance.projections.personas import Recognised, Sheet
from alliance.web import names
from alliance.web.pages import ask, page, today
from alliance.web.roles import needs

bp = Blueprint("personas", __name__, url_prefix="/personas")
LIST = "Persona's"
REACHES = {"ja": "Zo wel", "nee": "Zo niet", "onbekend": "Weten we niet"}


@bp.get("/")
@needs("read_inside")
def index() -> ResponseReturnValue:
    """Every persona with what it needs first."""
    found = ask(personas.listed)
    home = [(url_for("start.show"), "Start")]
    return page("personas/index.html", LIST, home, plan=True, found=found)


@bp.get("/<persona>")
@needs("read_inside")
def show(persona: str) -> ResponseReturnValue:
    """One sheet: what this persona needs, what stands in the way, and where people recognise it."""
    found = ask(personas.sheet, persona)
    if found is None:
        abort(404)
    terms = ask(words.terms, "barrier")
    known = [terms[code] for code in found.facts.barriers if code in terms]
    return page(
        "personas/show.html",
        found.name,
        [(url_for("start.show"), "Start"), (url_for(".index"), LIST)],
        plan=True,
        found=found,
        facts=found.facts,
        drempels=[term.label for term in known if term.kind != "persoon"],
        belemmeringen=[term.label for term in known if term.kind == "persoon"],
        channels=by_answer(found.facts.channels),
        traits=traits_of(found.facts),
        rest=rest_of(found.facts),
        places=places_of(found),
        patterns=ask(patterns.listed, Filter(persona=persona)).rows,
        words=WORDS,
    )


def rest_of(facts: PersonaDescribed) -> list[tuple[str, str | None]]:
    """What else a sheet says, as words and values; None when it does not."""
    coded = {
        "Vormen van eenzaamheid": ("forms", facts.forms),
        "Hoe hardnekkig (alleen om te plannen)": ("levels", facts.levels),
        "Doelgroepen": ("target_groups", facts.target_groups),
        "Levensfase": ("life_stage", (facts.life_stage,)),
        "Wat er gebeurde": ("life_events", facts.life_events),
    }
    named = {
        word: ", ".join(names.name_of(field, code) for code in codes if code)
        for word, (field, codes) in coded.items()
    }
    printed = (line.split(": ", 1) for line in facts.background if ": " in line)
    age = f"{facts.age} jaar" if facts.age else None
    return [("Leeftijd", age), *((word, said) for word, said in printed), *named.items()]


def by_answer(channels: Sequence[PersonaChannel]) -> list[tuple[str, list[str]]]:
    """The channels that reach a persona, those that do not, and those nobody knows of."""
    terms = ask(words.terms, "channel")
    found = []
    for answer, heading in REACHES.items():
        codes = [one.channel for one in channels if one.reaches == answer and one.channel in terms]
        found.append((heading, in_lines([terms[code] for code in codes])))
    return [(heading, lines) for heading, lines in found if lines]


def traits_of(facts: PersonaDescribed) -> list[tuple[Term, Trait]]:
    """Where a persona stands between the two ends of each trait, in the order of the sheet."""
    terms = ask(words.terms, "trait")
    return [(terms[one.trait], one) for one in facts.traits if one.trait in terms]


def in_lines(channels: Sequence[Term]) -> list[str]:
    """Channels by name, each wider one with the narrower ones behind it."""
    codes = {one.code for one in channels}
    lines = []
    for one in channels:
        narrower = [other.label for other in channels if other.parent == one.code]
        if one.parent not in codes:
            known = f"{one.label}: {', '.join(narrower)}"
            lines.append(known if narrower else one.label.removesuffix(", namelijk"))
    return lines


def places_of(sheet: Sheet) -> list[tuple[coverage_matrix.Square, str, str | None]]:
    """Per wijk the word for a persona, who said whether it is recognised there, and why.

    Where somebody said it comes first.
    """
    if sheet.retired_on:
        return []
    table = ask(coverage_matrix.matrix, today())
    said = {one.wijk: one for one in sheet.recognised}
    return [
        (square, who_said(said[square.area]), said[square.area].reason)
        if square.area in said
        else (square, "", None)
        for square in sorted(table.row(sheet.persona), key=lambda one: one.area not in said)
    ]


def who_said(one: Recognised) -> str:
    """Who said whether a persona is recognised: a group, the plan, or a member in words."""
    if one.group:
        return names.name_of("group", one.group)
    return "het plan" if one.by == "import" else names.who_is(one.by)
