"""Whether the records of a folder fit together: no double ids, no codes that stand in no list."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec.inspect as shapes

from alliance.sources.areas import MAP_FILES, AreaRecord
from alliance.sources.effort import CadenceRecord, RoleRecord, odd_hours
from alliance.sources.faults import Fault, inside
from alliance.sources.fitting import references
from alliance.sources.holidays import SchoolYearRecord, odd_days
from alliance.sources.lists import Record, list_called
from alliance.sources.maps import digest_of, outlines
from alliance.sources.milestones import MilestoneRecord, odd_date
from alliance.sources.moments import OccasionRecord, odd_steps
from alliance.sources.reading import Found
from alliance.sources.words import FitRecord, VocabularyRecord

AREAS_FILE = "areas.csv"
OF_SECTION = {
    "areas": ("area",),
    "gebied": ("gebied",),
    "organisations": ("organisation",),
    "theme": ("theme",),
    "result": ("result",),
    "planned_action": ("planned",),
    "group": ("group",),
    "offers": ("offer",),
}
"""In which list the ids of a section stand."""


def check(found: Sequence[Found[Record]], folder: Path, faults: list[Fault]) -> dict[str, str]:
    """Add what does not fit together; gives the digests of the map files by name."""
    broken = {fault.file for fault in faults}
    faults += doubles(found)
    faults += unknown_codes(found, broken)
    faults += unknown_parents(found)
    faults += at_odds(found)
    areas = [one.record for one in found if isinstance(one.record, AreaRecord)]
    if AREAS_FILE in broken:
        return {}
    if (number := sum(area.level == "gemeente" for area in areas)) != 1:
        what = f"hier hoort één gemeente, er staan er {number}."
        faults.append(Fault(AREAS_FILE, "level", what))
    return check_maps(areas, folder, faults)


def doubles(found: Sequence[Found[Record]]) -> Iterator[Fault]:
    """Every record and term that stands in its file a second time."""
    first: dict[tuple[str, str, str], str] = {}
    for one in found:
        for name in names(one.record):
            before = first.setdefault((one.file, one.section, name), one.where)
            if before != one.where or names(one.record).count(name) > 1:
                what = f'"{name}" staat er twee keer (ook bij {before}). Houd er één.'
                yield Fault(one.file, one.where, what)


def names(record: Record) -> list[str]:
    """By what a record is known in its file."""
    if isinstance(record, FitRecord):
        return [f"{record.kind}, {record.level}"]
    if isinstance(record, VocabularyRecord):
        return [record.name, *(f"{record.name}, {term.code}" for term in record.entries)]
    if isinstance(record, CadenceRecord):
        return [record.group_kind]
    return [str(getattr(record, "id", None) or getattr(record, "code", ""))]


def unknown_codes(found: Sequence[Found[Record]], broken: Container[str]) -> Iterator[Fault]:
    """Every code that is not in the list it should be in; a list in a broken file is not held."""
    lists = known_codes(found)
    for one in found:
        for at, name, code in references(shapes.type_info(type(one.record)), one.record):
            called, file = list_called(name)
            if code not in lists[name] and file not in broken:
                what = f'"{code}" staat niet in {called} ({file}).'
                yield Fault(one.file, inside(one.where, at), what)


def unknown_parents(found: Sequence[Found[Record]]) -> Iterator[Fault]:
    """Every term whose wider term is not in its own list."""
    for one in found:
        if isinstance(one.record, VocabularyRecord):
            codes = {term.code for term in one.record.entries}
            for term in one.record.entries:
                if term.parent and term.parent not in codes:
                    what = f'"{term.parent}" (bij {term.code}) staat niet in deze woordenlijst.'
                    yield Fault(one.file, inside(one.where, "parent"), what)


def at_odds(found: Sequence[Found[Record]]) -> Iterator[Fault]:
    """Every record of which one figure or date contradicts another in the same record."""
    for one in found:
        match one.record:
            case RoleRecord() as role:
                odd = odd_hours(role)
            case MilestoneRecord() as milestone:
                odd = odd_date(milestone)
            case SchoolYearRecord() as year:
                odd = odd_days(year)
            case OccasionRecord() as occasion:
                odd = odd_steps(occasion)
            case _:
                continue
        yield from (Fault(one.file, inside(one.where, at), what) for at, what in odd)


def known_codes(found: Sequence[Found[Record]]) -> Mapping[str, set[str]]:
    """Every list with its codes."""
    lists: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if isinstance(one.record, VocabularyRecord):
            lists[one.record.name] |= {term.code for term in one.record.entries}
        for name in OF_SECTION.get(one.section, ()):
            lists[name] |= {*names(one.record)}
    return lists


def check_maps(areas: Sequence[AreaRecord], folder: Path, faults: list[Fault]) -> dict[str, str]:
    """Hold every map file against the areas of its level; gives their digests."""
    digests: dict[str, str] = {}
    for level, file in MAP_FILES.items():
        try:
            content = (folder / file).read_bytes()
        except OSError:
            faults.append(Fault(file, "", "dit bestand ontbreekt. Zet het in de map."))
            continue
        digests[file] = digest_of(content)
        before = len(faults)
        drawn = {outline.code for outline in outlines(content, file, faults)}
        wanted = {area.code for area in areas if area.level == level}
        if len(faults) == before and drawn != wanted:
            faults += _apart(file, drawn, wanted)
    return digests


def _apart(file: str, drawn: set[str], wanted: set[str]) -> Iterator[Fault]:
    for code in sorted(wanted - drawn):
        yield Fault(file, code, "dit gebied staat in areas.csv maar heeft hier geen omtrek.")
    for code in sorted(drawn - wanted):
        yield Fault(file, code, "dit gebied staat niet in areas.csv.")
