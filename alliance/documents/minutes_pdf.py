"""Minutes as a PDF on A4 that a screen reader reads too: tagged, PDF/UA-1, with its own fonts.

The same minutes give the same bytes: there is no date of making in it.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

from alliance.documents.minutes import CONCEPT, in_words, seats
from alliance.dutch import capital, hour, weekday
from alliance.events.records import Minutes, MinutesItem

SHEET = (Path(__file__).parent / "minutes.typ").read_bytes()


def minutes_pdf(
    minutes: Minutes, *, approved: str | None, seal: str, over: Callable[[str], str] = str
) -> bytes:
    """The minutes as a file; `over` covers in a text what is hidden from who reads it."""
    told = {
        "title": f"Verslag: {minutes.title}",
        "lead": approved or CONCEPT,
        "facts": facts(minutes),
        "items": [item(one) for one in minutes.items],
        "seal": seal,
    }
    inputs = {"told": json.dumps(covered(told, over))}
    return typst.compile(SHEET, sys_inputs=inputs, ignore_system_fonts=True, pdf_standards="ua-1")


def facts(minutes: Minutes) -> list[list[str]]:
    """When, where and who was there."""
    when = ", ".join(filter(None, [weekday(minutes.on), hour(minutes.start)]))
    where = [["Waar", minutes.place]] if minutes.place else []
    return [["Wanneer", when], *where, *(one.split(": ", 1) for one in seats(minutes))]


def item(one: MinutesItem) -> dict[str, Any]:
    """One point, with the kind and the words of each line."""
    lines = [[capital(line.kind), in_words(line)] for line in one.lines]
    return {"title": one.title, "lines": lines}


def covered(value: Any, over: Callable[[str], str]) -> Any:
    """The same data with every text in it covered."""
    if isinstance(value, str):
        return over(value)
    if isinstance(value, dict):
        return {name: covered(one, over) for name, one in value.items()}
    return [covered(one, over) for one in value]
