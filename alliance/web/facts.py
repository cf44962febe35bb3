"""What an event says, in Dutch words: the same for a page of its subject and for the timeline."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from alliance import counting, dutch
from alliance.events.activities import Count
from alliance.events.base import Event, Fact
from alliance.events.lists import ListItem
from alliance.journal import Entry
from alliance.web import names
from alliance.web.labels import LABELS

UNSURE = {"certain": "niet zeker"}
"""What is said of a part that is not sure; that it is sure goes without saying."""
COUNTED = ("choices", "dropped")
"""Fields that hold keys of agenda points: what those say stands on the agenda."""
OF_SUBJECT = {
    ("hours", "role"): "plan_role",
    ("offer", "kind"): "offer_kind",
    ("planned", "parent"): "planned",
}
"""Fields that hold another sort of code with this subject than elsewhere."""


def facts_of(entry: Entry) -> list[tuple[str, str]]:
    """Every filled field of an entry with its Dutch word; keys that name nothing are left out."""
    event = entry.event
    return [
        (LABELS[field], in_words(OF_SUBJECT.get((event.subject, field), field), value))
        for field in event.__struct_fields__
        if field not in (event.subject, "about", "of")
        and (value := getattr(event, field)) not in (None, (), False)
    ]


def in_words(field: str, value: Any) -> str:
    """A field's value as a reader wants it: names for keys, Dutch dates, words for codes."""
    match value:
        case True:
            return "ja"
        case date():
            return dutch.weekday(value)
        case time():
            return dutch.hour(value)
        case ListItem(kind=kind, key=key):
            return names.name_of("organisation" if kind == "mailbox" else kind, key)
        case Count():
            return counting.in_words(value)
        case Fact():
            return fact_in_words(value)
        case tuple() if field in COUNTED:
            return dutch.several(len(value), "punt", "punten")
        case tuple():
            return listed(field, value)
        case _:
            return path_in_words(value) if field == "field" else names.name_of(field, str(value))


def listed(field: str, values: Iterable[Any]) -> str:
    """Several values after each other."""
    return "; ".join(in_words(field, value) for value in values)


def fact_in_words(part: Fact) -> str:
    """A part of an event in one line; the code of what has a name stays out of sight."""
    named = {"label", "name", "title"}.intersection(part.__struct_fields__)
    left_out = {*UNSURE, *(("code", "key") if named else ())}
    told = [name for name in part.__struct_fields__ if name not in left_out]
    filled = {name: getattr(part, name) for name in told}
    said = {name: one for name, one in filled.items() if one not in (None, ()) and one is not False}
    first, *rest = [in_words(name, one) for name, one in said.items()]
    rest += [words for name, words in UNSURE.items() if getattr(part, name, None) is False]
    return f"{first} ({', '.join(rest)})" if rest else first


def title_of(event: Event) -> str:
    """What an event is about, in one line."""
    for field in ("title", "name", "statement", "worry", "reason"):
        if told := getattr(event, field, None):
            return dutch.shortened(str(told), 120)
    return ""


def path_in_words(path: str) -> str:
    """Which text of an entry it is: "Waarom", or "Agendapunten 2, Wat" for one in a list."""
    said: list[str] = []
    for part in path.split("."):
        if part.isdecimal() and said:
            said[-1] = f"{said[-1]} {int(part) + 1}"
        else:
            said.append(LABELS.get(part, part))
    return ", ".join(said)
