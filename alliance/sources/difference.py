"""The difference between a file, what was imported before and what members made of it, in Dutch."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, get_type_hints

import msgspec

from alliance.events.base import TEXT_LENGTH, Contact, Event, Place
from alliance.sources.plan import Item

LONGEST_VALUE = 200
NOTHING = "niets"
LABELS = {
    "name": "naam",
    "title": "titel",
    "kind": "soort",
    "stage": "loopt of gepland",
    "organisation": "organisatie",
    "provider": "aanbieder",
    "for_whom": "voor wie",
    "target_groups": "doelgroepen",
    "needs": "behoeften",
    "forms": "vormen van eenzaamheid",
    "barriers": "drempels en belemmeringen",
    "barriers_removed": "drempels die het wegneemt",
    "barriers_present": "drempels die het heeft",
    "channels": "kanalen",
    "reach": "hoe het iemand bereikt",
    "areas": "wijken en buurten",
    "area": "wijk of buurt",
    "area_words": "plaats in woorden",
    "place": "plaats",
    "statement": "tekst",
    "ideas": "ideeën om te meten",
    "target": "streefwaarde",
    "deadline": "datum",
    "owner": "eigenaar",
    "on": "dag",
    "start": "begintijd",
    "note": "opmerking",
    "source": "bron",
    "check": "nakijken",
    "sector": "sector",
    "takes_part": "lid",
    "part": "rol",
    "task": "taak",
    "theme": "thema",
    "situation": "situatie",
    "goals": "wensen",
    "levels": "hardnekkigheid",
    "traits": "eigenschappen",
    "recognised": "herkend",
    "terms": "woorden",
    "rows": "regels",
    "items": "wijken en buurten",
    "worry": "vraag",
    "what": "uitleg",
    "amount": "bedrag in euro's",
    "status": "stand",
    "fund": "waaruit",
    "purpose": "waarvoor",
    "year": "jaar",
}
"""What people call the fields of an event; a field not named here is called "een ander gegeven"."""


def describe_difference(
    item: Item, imported: Mapping[str, Any], now: Mapping[str, Any], since: Sequence[Event]
) -> str:
    """Per field what it was, what the file says and what it is in the site."""
    said = msgspec.structs.asdict(item.event)
    lines = [
        _line(type(item.event), name, value, imported.get(name), now.get(name))
        for name, value in said.items()
        if value != imported.get(name)
    ]
    events = ", ".join(dict.fromkeys(event.label.lower() for event in since))
    place = f"{item.file}, {item.where}".rstrip(", ")
    head = f"Het bestand is veranderd ({place}). In de site is het ook veranderd: {events}."
    tail = "Er is niets overschreven. Kijk wat klopt en pas het zo nodig zelf aan."
    return "\n".join([head, *lines])[: TEXT_LENGTH - len(tail) - 1] + "\n" + tail


def _line(kind: type, name: str, said: Any, before: Any, now: Any) -> str:
    label = LABELS.get(name, "een ander gegeven")
    hint = get_type_hints(kind, include_extras=True).get(name)
    if hint in (Contact, Contact | None, Place, Place | None):
        return f"{label}: is anders dan eerst. Kijk in het bestand."  # may hold an address
    return (
        f"{label}: was {_shown(before)}, in het bestand nu {_shown(said)}, in de site {_shown(now)}"
    )


def _shown(value: Any) -> str:
    text = _text(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def _text(value: Any) -> str:
    match value:
        case None | "" | ():
            return NOTHING
        case bool():
            return "ja" if value else "nee"
        case tuple():
            return ", ".join(map(_text, value))
        case date():
            return f"{value:%d-%m-%Y}"
        case time():
            return f"{value:%H.%M} uur"
        case msgspec.Struct():
            parts = msgspec.structs.asdict(value).values()
            return " ".join(_text(part) for part in parts if part not in (None, (), ""))
    return f'"{value}"' if isinstance(value, str) else str(value)
