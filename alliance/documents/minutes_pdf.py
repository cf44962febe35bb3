"""Minutes as paper: who was there, and each point with what came of it."""

from collections.abc import Callable
from typing import Any

from alliance.documents.minutes import CONCEPT, in_words, seats
from alliance.documents.paper import sheet, tagged
from alliance.dutch import capital, hour, weekday
from alliance.events.records import Minutes, MinutesItem

SHEET = sheet("minutes")
WITHIN = "Hier staan vertrouwelijke punten in. Dit papier blijft binnen de groep."


def minutes_pdf(
    minutes: Minutes, *, approved: str | None, seal: str, over: Callable[[str], str] = str
) -> bytes:
    """The minutes as a file; `over` covers in a text what is hidden from who reads it."""
    told = {
        "title": f"Verslag: {minutes.title}",
        "lead": approved or CONCEPT,
        "warning": WITHIN if any(one.confidential for one in minutes.items) else "",
        "facts": facts(minutes),
        "items": [item(one) for one in minutes.items],
        "seal": seal,
    }
    return tagged(SHEET, told, over)


def facts(minutes: Minutes) -> list[list[str]]:
    """When, where and who was there."""
    when = ", ".join(filter(None, [weekday(minutes.on), hour(minutes.start)]))
    where = [["Waar", minutes.place]] if minutes.place else []
    return [["Wanneer", when], *where, *(one.split(": ", 1) for one in seats(minutes))]


def item(one: MinutesItem) -> dict[str, Any]:
    """One point, with the kind and the words of each line."""
    lines = [[capital(line.kind), in_words(line)] for line in one.lines]
    mark = " (vertrouwelijk)" if one.confidential else ""
    return {"title": f"{one.title}{mark}", "lines": lines}
