"""Taking in a folder: read it, compare every item with the journal, write it down in one append."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from alliance import database, journal
from alliance.desk import Desk
from alliance.events.base import Event
from alliance.events.sources import ImportQuestionRaised
from alliance.recorder import last_versions
from alliance.sources.comparison import DESCRIBING, IMPORT, Past, Step, compare
from alliance.sources.plan import read_plan, slot

WORDS = {
    "new": "nieuw",
    "changed": "gewijzigd",
    "asked": "gevraagd",
    "waiting": "eerder gevraagd",
    "unchanged": "ongewijzigd",
    "gone": "niet meer in het bestand",
}
SUBJECTS = {
    "vocabulary": "Woordenlijsten",
    "table": "Tabel van aanbod en profielen",
    "areas": "Wijken en buurten",
    "gebied": "Gebieden",
    "programme": "Programma",
    "theme": "Thema's",
    "organisation": "Organisaties",
    "group": "Groepen",
    "result": "Resultaten",
    "planned": "Acties van het plan",
    "cadence": "Ritme van de bijeenkomsten",
    "role": "Rollen met uren",
    "milestone": "Mijlpalen",
    "budget": "Geld",
    "school_year": "Schoolvakanties",
    "occasion": "Vaste momenten in het jaar",
    "persona": "Persona's",
    "wijk": "Persona's herkend in een wijk",
    "offer": "Aanbod",
    "route": "Routes",
    "activity": "Activiteiten",
}
"""What people call what was taken in, in the order in which it is reported."""


@dataclass
class Report:
    """What an import did: per subject how many items got which word, and which deserve a look."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def total(self) -> Counter[str]:
        """Over all subjects: how many items were new, changed, unchanged, asked, waiting, gone."""
        return sum(self.counts.values(), Counter())

    def count(self, name: str, word: str) -> None:
        """Add one item, by the name of its slot, under a word."""
        subject, _, rest = name.partition(":")
        if ":" in rest:  # a persona in a wijk
            subject = "wijk"
        self.counts.setdefault(subject, Counter())[word] += 1

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> Iterator[str]:
        """What the command prints, in Dutch."""
        for subject, label in SUBJECTS.items():
            if counts := self.counts.get(subject):
                said = ", ".join(
                    f"{counts[word]} {name}" for word, name in WORDS.items() if counts[word]
                )
                yield f"{label}: {said}."
        yield from (f"Gewijzigd volgens het bestand: {name}." for name in self.changed)
        yield from (f"Vraag voor de aanjager, niets overschreven: {name}." for name in self.asked)
        yield from (
            f"Staat niet meer in het bestand en blijft staan: {name}." for name in self.gone
        )
        written = sum(self.total[word] for word in ("new", "changed", "asked"))
        yield (
            f"{written} regels vastgelegd." if written else "Niets nieuws. Er is niets vastgelegd."
        )


def import_folder(desk: Desk, folder: Path) -> Report:
    """Take in a folder as one append; a second time right after, nothing is written.

    Raises Unfit when a file does not fit, Stale when someone wrote in the same streams meanwhile
    (try again), Unavailable when the database cannot be written; nothing was written then.
    """
    items = read_plan(folder)
    with database.reading(desk.engine) as db:
        kinds: tuple[type[Event], ...] = (*DESCRIBING, ImportQuestionRaised)
        past = Past.of(journal.entries(db, kinds=kinds))
        steps = [compare(item, past) for item in items]
        events = [step.event for step in steps if step.event]
        streams = {event.stream for event in events}
        seen = dict.fromkeys(streams, 0) | dict(last_versions(db, [*streams]))
    if events:
        desk.record(events, by=IMPORT, seen=seen, sure=True)  # every text was checked when read
    return tell(steps, [*past.gone(items)])


def tell(steps: Sequence[Step], gone: Sequence[str]) -> Report:
    """The report of what was done."""
    report = Report()
    for step in steps:
        name = slot(step.item.event)
        report.count(name, step.word)
        place = f"{name} ({step.item.file})"
        if step.word == "changed":
            report.changed.append(place)
        elif step.word in ("asked", "waiting"):
            report.asked.append(place)
    for name in gone:
        report.count(name, "gone")
        report.gone.append(name)
    return report
