"""What an event says, in Dutch words: the same for a page of its subject and for the timeline."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from alliance import counting, dutch
from alliance.events.activities import Count
from alliance.events.base import Event, Fact
from alliance.journal import Entry
from alliance.web import names

LABELS = {
    "about": "Waarover",
    "action": "Afspraak",
    "activity": "Activiteit",
    "address": "Adres",
    "age": "Leeftijd",
    "agenda": "Agenda van",
    "amount": "Bedrag in euro's",
    "answer": "Antwoord",
    "area": "Waar",
    "area_words": "Woont volgens het plan in",
    "areas": "Gebieden",
    "at_end": "Aan het einde van dat jaar",
    "audience": "Voor wie",
    "background": "Achtergrond",
    "barriers": "Drempels en belemmeringen",
    "barriers_present": "Drempels die er zijn",
    "barriers_removed": "Neemt drempels weg",
    "baseline": "Nulmeting",
    "budget": "Geld",
    "builds_on": "Bouwt voort op",
    "by_when": "Vóór",
    "cadence": "Ritme",
    "capacity": "Ruimte",
    "certain": "Zeker",
    "channels": "Kanalen",
    "check": "Nakijken",
    "choices": "Punten",
    "confidential": "Vertrouwelijk",
    "contact": "Wie bel je",
    "contacts": "Wie kent zo iemand",
    "context": "Alleen als achtergrond",
    "count": "Hoeveel",
    "counts": "Hoeveel",
    "deadline": "Klaar op",
    "decision": "Besluit",
    "difference": "Verschil",
    "digest": "Controlegetal",
    "dropped": "Eraf gehaald",
    "ends": "Tot",
    "every_weeks": "Om de zoveel weken (afgeleid)",
    "evidence": "Soort bewijs",
    "example": "Voorbeeld",
    "expertise": "Waar goed in",
    "finance_principles": "Uitgangspunten over geld",
    "for_whom": "Voor wie",
    "forms": "Vormen van eenzaamheid",
    "fund": "Waaruit",
    "gebied": "Gebied",
    "gemeente": "Gemeente",
    "goals": "Doelen",
    "group": "Groep",
    "horizon": "Termijn",
    "hours_max": "Uren per jaar, hoogstens",
    "hours_min": "Uren per jaar, minstens",
    "ideas": "Ideeën voor een maat, nog niet afgesproken",
    "item": "Punt",
    "items": "Gebieden",
    "joining": "Hoe kom je erbij",
    "key": "Sleutel",
    "kind": "Soort",
    "kind_label": "Wat voor iemand",
    "lesson": "Les",
    "levels": "Hoe hardnekkig",
    "life_events": "Levensgebeurtenissen",
    "life_stage": "Levensfase",
    "lines": "Agendapunten",
    "mailbox": "Mailadres van de organisatie",
    "main_result": "Hoofdresultaat",
    "map_digest": "Controlegetal van de kaart",
    "map_file": "Kaartbestand",
    "meeting": "Bijeenkomst",
    "meetings_per_year": "Bijeenkomsten per jaar",
    "member": "Lid",
    "members": "Wie erin zit",
    "milestone": "Mijlpaal",
    "minutes": "Minuten",
    "minutes_per_meeting": "Minuten per bijeenkomst",
    "name": "Naam",
    "needs": "Behoeften",
    "note": "Opmerking",
    "notes": "Opmerkingen",
    "offer": "Aanbod",
    "on": "Op",
    "organisation": "Organisatie",
    "outcome": "Opbrengst",
    "owner": "Wie doet het",
    "parent": "Onderdeel van",
    "part": "Wat het doet in de alliantie",
    "part_of": "Onderdeel van",
    "participants": "Wie meedoen",
    "participants_known": "Daarvan bij naam bekend",
    "partners": "Met wie",
    "parts": "Waar de uren heen gaan",
    "per_year": "Keer per jaar",
    "period": "Periode",
    "persona": "Persona",
    "phone": "Telefoon",
    "pillars": "Landelijke pijlers",
    "pinned": "Vast",
    "place": "Plaats",
    "plan_title": "Titel van het plan",
    "planned": "Actie uit het plan",
    "presenter": "Wie licht toe",
    "principles": "Uitgangspunten",
    "privacy_rules": "Privacyregels",
    "problem": "Waarom",
    "programme": "Programma",
    "provider": "Aanbieder",
    "public_group": "Naam in een openbaar verslag",
    "purpose": "Waarvoor",
    "question": "Vraag",
    "reach": "Hoe bereik je het",
    "reason": "Waarom",
    "recognised": "Herkend",
    "result": "Resultaat",
    "results": "Resultaten",
    "review_on": "Opnieuw bekijken op",
    "role": "Rol",
    "route": "Route",
    "rows": "Regels",
    "sector": "Sector",
    "since": "Sinds",
    "situation": "Situatie",
    "source": "Bron",
    "stage": "Stand",
    "start": "Begint om",
    "started": "Begonnen op",
    "starters": "Wie begonnen",
    "starts": "Vanaf",
    "statement": "Tekst",
    "status": "Stand",
    "table": "Tabel",
    "takes_part": "Doet mee",
    "talent": "Talent",
    "target": "Waaraan zien we dat het lukt?",
    "target_groups": "Doelgroepen",
    "task": "Taak",
    "tasks": "Taken",
    "terms": "Woorden",
    "theme": "Thema",
    "title": "Wat",
    "traits": "Eigenschappen",
    "unknown": "Nog niet bekend",
    "unplanned": "Onverwachte opbrengst",
    "until": "Tot en met",
    "verdict": "Oordeel",
    "vocabulary": "Woordenlijst",
    "what": "Wat",
    "wider_maps": "Kaarten van wijken en gemeente",
    "wijk": "Wijk",
    "without": "Hoort bij geen",
    "worry": "Waarvoor",
    "year": "Jaar",
    "yielded": "Wat kwam ervan",
}
"""The Dutch word for every field of every event."""

UNSURE = {"certain": "niet zeker"}
"""What is said of a part that is not sure; that it is sure goes without saying."""
COUNTED = ("choices", "dropped")
"""Fields that hold keys of agenda points: what those say stands on the agenda."""
OF_SUBJECT = {("offer", "kind"): "offer_kind", ("planned", "parent"): "planned"}
"""Fields that hold another sort of code with this subject than elsewhere."""


def facts_of(entry: Entry) -> list[tuple[str, str]]:
    """Every filled field of an entry with its Dutch word; keys that name nothing are left out."""
    event = entry.event
    return [
        (LABELS[field], in_words(OF_SUBJECT.get((event.subject, field), field), value))
        for field in event.__struct_fields__
        if field not in (event.subject, "about")
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
        case Count():
            return counting.in_words(value)
        case Fact():
            return fact_in_words(value)
        case tuple() if field in COUNTED:
            return dutch.several(len(value), "punt", "punten")
        case tuple():
            return listed(field, value)
        case _:
            return names.name_of(field, str(value))


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
