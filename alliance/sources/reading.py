"""Read the files of the plan into records; what does not fit is told all at once."""

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec.inspect as shapes

from alliance.sources.areas import AreaRecord, GebiedRecord
from alliance.sources.budgets import BudgetRecord
from alliance.sources.effort import CadenceRecord, RoleRecord
from alliance.sources.faults import Fault, inside
from alliance.sources.fitting import UNFIT, Tell, fit, from_cell
from alliance.sources.holidays import SchoolYearRecord
from alliance.sources.lists import Record
from alliance.sources.milestones import MilestoneRecord
from alliance.sources.moments import OccasionRecord
from alliance.sources.offers import OfferRecord, SessionRecord
from alliance.sources.personas import PersonaRecord
from alliance.sources.programme import (
    GroupRecord,
    OrganisationRecord,
    PlannedRecord,
    ProgrammeRecord,
    ResultRecord,
    SentenceRecord,
    ThemeRecord,
)
from alliance.sources.words import FitRecord, RouteRecord, VocabularyRecord

SECTIONS: Mapping[str, Mapping[str, type[Record]]] = {
    "vocabulary.toml": {"vocabulary": VocabularyRecord},
    "programme.toml": {
        "programme": ProgrammeRecord,
        "principle": SentenceRecord,
        "pillar": SentenceRecord,
        "theme": ThemeRecord,
        "result": ResultRecord,
        "planned_action": PlannedRecord,
        "group": GroupRecord,
        "role": RoleRecord,
        "meeting_series": CadenceRecord,
        "milestone": MilestoneRecord,
        "budget_line": BudgetRecord,
        "finance_principle": SentenceRecord,
        "privacy_rule": SentenceRecord,
    },
    "personas.toml": {"persona": PersonaRecord},
    "calendar.toml": {"school_year": SchoolYearRecord, "occasion": OccasionRecord},
    "gebieden.toml": {"gebied": GebiedRecord},
    "routes.toml": {"route": RouteRecord},
}
"""The TOML files, and what a record in each of their sections looks like."""
TABLES: Mapping[str, type[Record]] = {
    "areas.csv": AreaRecord,
    "organisations.csv": OrganisationRecord,
    "offers.csv": OfferRecord,
    "activities.csv": SessionRecord,
    "fit.csv": FitRecord,
}
"""The CSV files, and what a row of each looks like."""
ABOUT_THE_FILE = "meta"

Kind = TypeVar("Kind", bound=Record, covariant=True)


@dataclass(frozen=True)
class Found(Generic[Kind]):
    """A record with its place: the file and its section, and the line or key."""

    file: str
    section: str
    where: str
    record: Kind


def read_records(folder: Path, faults: list[Fault]) -> list[Found[Record]]:
    """Every record of the folder that fits; the faults are added to the list."""
    found: list[Found[Record]] = []
    for name, sections in SECTIONS.items():
        found += read_toml(folder / name, sections, faults)
    for name, kind in TABLES.items():
        found += read_csv(folder / name, kind, faults)
    return found


def read_text(path: Path, faults: list[Fault]) -> str | None:
    """The text of a file in UTF-8, or None with a fault."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        faults.append(Fault(path.name, "", "dit bestand ontbreekt. Zet het in de map."))
        return None
    except OSError as error:
        faults.append(Fault(path.name, "", f"dit bestand is niet te lezen ({error.strerror})."))
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = "hier staat een teken dat geen UTF-8 is. Sla het bestand op als UTF-8."
        faults.append(Fault(path.name, f"regel {line}", what))
        return None


def read_toml(
    path: Path, sections: Mapping[str, type[Record]], faults: list[Fault]
) -> Iterator[Found[Record]]:
    """The records of a TOML file, section by section."""
    text = read_text(path, faults)
    if text is None:
        return
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(path.name, *_broken_toml(error)))
        return
    for name in content.keys() - sections.keys() - {ABOUT_THE_FILE}:
        what = f"dit onderdeel kennen we niet. We kennen: {', '.join(sections)}."
        faults.append(Fault(path.name, name, what))
    for name, kind in sections.items():
        if name not in content:
            faults.append(Fault(path.name, name, "dit onderdeel ontbreekt."))
        yield from _section(path.name, name, kind, content.get(name, []), faults)


def read_csv(path: Path, kind: type[Record], faults: list[Fault]) -> Iterator[Found[Record]]:
    """The records of a CSV file, row by row."""
    text = read_text(path, faults)
    if text is None:
        return
    shape = _shape(kind)
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = next(rows, [])
        if wrong := _wrong_header(header, shape):
            faults.append(Fault(path.name, "regel 1", wrong))
            return
        for cells in rows:
            where = f"regel {rows.line_num}"
            if len(cells) != len(header):
                what = f"hier horen {len(header)} kolommen, er staan er {len(cells)}."
                faults.append(Fault(path.name, where, what))
                continue
            record = _row(shape, dict(zip(header, cells, strict=True)), path.name, where, faults)
            if record is not UNFIT:
                yield Found(path.name, path.stem, where, record)
    except csv.Error as error:
        what = f"deze regel is geen goede CSV ({error}). Kijk de aanhalingstekens na."
        faults.append(Fault(path.name, f"regel {rows.line_num}", what))


def _section(
    file: str, name: str, kind: type[Record], content: Any, faults: list[Fault]
) -> Iterator[Found[Record]]:
    shape = _shape(kind)
    records = content if isinstance(content, list) else [content]
    for number, value in enumerate(records, 1):
        where = _called(name, number, value)
        record = fit(shape, value, _teller(file, where, faults))
        if record is not UNFIT:
            yield Found(file, name, where, record)


def _row(
    shape: shapes.StructType,
    cells: Mapping[str, str],
    file: str,
    where: str,
    faults: list[Fault],
) -> Any:
    values = {
        field.name: from_cell(field.type, text)
        for field in shape.fields
        if (text := cells[field.name].strip())
    }
    return fit(shape, values, _teller(file, where, faults))


def _teller(file: str, where: str, faults: list[Fault]) -> Tell:
    def tell(at: str, what: str) -> None:
        faults.append(Fault(file, inside(where, at), what))

    return tell


def _called(section: str, number: int, value: Any) -> str:
    names = [value.get(key) for key in ("id", "name", "code")] if isinstance(value, dict) else []
    name = next((name for name in names if isinstance(name, str)), None)
    return f"{section} {number} ({name})" if name else f"{section} {number}"


def _broken_toml(error: tomllib.TOMLDecodeError) -> tuple[str, str]:
    place = re.search(r"at line (\d+), column (\d+)", str(error))
    why = "hier klopt de TOML niet: een aanhalingsteken, haakje of = staat verkeerd of ontbreekt."
    return (f"regel {place[1]}, teken {place[2]}" if place else "aan het eind"), why


def _wrong_header(header: Sequence[str], shape: shapes.StructType) -> str | None:
    columns = [field.name for field in shape.fields]
    missing = [name for name in columns if name not in header]
    unknown = [name for name in header if name not in columns]
    if header and missing and ";" in header[0]:
        return "de kolommen zijn gescheiden met ;. Sla het bestand op met komma's."
    faults = [
        f"deze kolommen ontbreken: {', '.join(missing)}." if missing else "",
        f"deze kolommen kennen we niet: {', '.join(unknown)}." if unknown else "",
        "een kolom staat er twee keer." if len({*header}) < len(header) else "",
    ]
    return " ".join(filter(None, faults)) or None


def _shape(kind: type[Record]) -> shapes.StructType:
    shape = shapes.type_info(kind)
    assert isinstance(shape, shapes.StructType)
    return shape
