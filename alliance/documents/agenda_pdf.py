"""An agenda as paper: when and where, and each point with why it is here."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from alliance.documents.agenda_letters import POINT_INSIDE, WHY_INSIDE, AgendaLetter, Item
from alliance.documents.minutes_pdf import WITHIN
from alliance.documents.paper import sheet, tagged
from alliance.dutch import capital, hour, weekday

SHEET = sheet("agenda")


def agenda_pdf(
    agenda: AgendaLetter, *, lead: str, within: bool, over: Callable[[str], str] = str
) -> bytes:
    """The agenda as a file; what stays inside only stands in it for who reads it `within`."""
    closed = within and any(one.confidential for one in agenda.items)
    told = {
        "title": f"Agenda: {agenda.group}, {weekday(agenda.on)}",
        "lead": lead,
        "warning": WITHIN if closed else "",
        "facts": facts(agenda),
        "items": [item(one if within else masked(one)) for one in agenda.items],
    }
    return tagged(SHEET, told, over)


def facts(agenda: AgendaLetter) -> Sequence[Sequence[str]]:
    """When, where and how long."""
    when = ", ".join(filter(None, [weekday(agenda.on), hour(agenda.start)]))
    where = [("Waar", agenda.place)] if agenda.place else []
    return [("Wanneer", when), *where, ("Hoe lang", f"{agenda.minutes} minuten")]


def masked(one: Item) -> Item:
    """A point as everyone may read it."""
    closed = {"title": POINT_INSIDE, "reason": WHY_INSIDE, "presenter": ""}
    return replace(one, **closed) if one.confidential else one  # type: ignore[arg-type]


def item(one: Item) -> dict[str, str]:
    """One point, with when it begins, how long it takes and who introduces it."""
    who = f"toelichting: {one.presenter}" if one.presenter else ""
    mark = "vertrouwelijk" if one.confidential else ""
    about = [hour(one.at), f"{one.minutes} minuten", one.kind, mark, who]
    return {
        "title": one.title,
        "about": capital(", ".join(filter(None, about))),
        "reason": one.reason,
    }
