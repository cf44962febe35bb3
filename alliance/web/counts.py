"""How many of what: as it is asked in a form, as it is read, and as it may be shown."""

import re
from collections.abc import Sequence
from typing import Any

from flask import request

from alliance import counting
from alliance.events.counts import OF_PEOPLE, UNITS, Count
from alliance.projections import people
from alliance.readers import read_number
from alliance.web import pages
from alliance.web.forms import Typed
from alliance.web.writing import Field

NOT_COUNTED, OTHER = "niet_geteld", "anders"
LABELS = {
    "personen": "verschillende personen",
    NOT_COUNTED: "niet geteld",
    OTHER: "iets anders",
}
OF_VISITORS = ("deelnames", "personen", "terugkomers", "bezoeken", "gesprekken")
"""What is counted most where residents come; with not counted and something else, seven."""
OF_LEARNERS = ("getraind", "deelnames", "personen", "bijeenkomsten", "uren")
"""What is counted most where professionals and volunteers learn something."""
OF_GUIDES = ("gesprekken", "toegeleid", "aangekomen", "koppels", "personen")
"""What is counted most when people were spoken to or brought somewhere."""
HELP = (
    "Wie twee keer komt, telt als twee deelnames. "
    "Weet je het niet precies? Schrijf 20+ voor minstens 20, of kies niet geteld."
)
AT_LEAST = re.compile(r"(?:minstens )?([\d.]+) ?\+?", re.IGNORECASE)


def count_field(of: Sequence[str], now: str | None = None) -> Field:
    """The question how many of what: what is counted most here, or else all that is left."""
    others = [unit for unit in UNITS if unit not in of]
    least = request.form.get("unit", now) in (OTHER, *others)
    units = [*others, NOT_COUNTED] if least else [*of, NOT_COUNTED, OTHER]
    options = [(unit, LABELS.get(unit) or UNITS[unit][1]) for unit in units]
    return Field("count", "number", "Hoeveel, en van wat?", HELP, options=options)


def count_typed(typed: Typed) -> Count:
    """How many of what, as it was typed; a number that cannot be read is a fault of the form."""
    unit = typed.choice("unit", [*UNITS, NOT_COUNTED, OTHER]) or NOT_COUNTED
    if unit == OTHER:
        typed.faults["unit"] = "Kies hieronder wat je telde."
        unit = next(iter(UNITS))
    number, known = None, "getal"
    if line := typed.text("number"):
        found = AT_LEAST.fullmatch(line)
        known = "minstens" if found and found[1] != line else known
        try:
            number = read_number(found[1] if found else line)
        except ValueError as why:
            typed.faults["number"] = str(why)
    if unit == NOT_COUNTED:
        return Count(known="onbekend", number=number)
    return Count(known=known, number=number, unit=unit, unique=unit in OF_PEOPLE)  # type: ignore[arg-type]


def count_start(count: Count | None) -> dict[str, Any]:
    """What the question begins with, when something was counted before."""
    if count is None or count.known not in ("getal", "minstens"):
        return {"number": "", "unit": NOT_COUNTED}
    more = "+" if count.known == "minstens" else ""
    return {"number": f"{count.number}{more}", "unit": count.unit}


def count_words(count: Count, *, author: str | None = None, organisation: str | None = None) -> str:
    """A count in words; a small one whole only for the organisation that recorded it."""
    whole = counting.is_small(count) and is_ours(author, organisation)
    return counting.in_words(count, whole=whole)


def is_ours(author: str | None, organisation: str | None) -> bool:
    """Whether the reader, or the reader's organisation, wrote something down."""
    someone = pages.person()
    if not someone.is_authenticated:
        return False
    behind = pages.ask(people.organisation_of, author) if author else None
    return author == someone.member or bool({organisation, behind} & someone.organisations)
