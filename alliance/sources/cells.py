"""The cells of a spreadsheet as text, found by a process of its own.

A file from outside may be made to fill the memory or to keep a reader busy for ever. This file is
run as a program, with limits of its own, and imports nothing of the house: a bad file ends this
process and not the site. It reads the file from its input and writes JSON to its output.
"""

import json
import re
import resource
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

MEMORY = 768 * 1024 * 1024
SECONDS = 20
UNPACKED = 64 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 1_000, 60, 20
LONGEST = 5_001
"""Text longer than any field may have is cut here: one sign too many, so that it is refused."""
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
UNCOUNTED = re.compile(rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<v ?/>|<v></v>)?\s*</")
UNCOUNTED_ODS = re.compile(rb"<table:table-cell(?=[^>]*table:formula=)(?![^>]*value-type=)")


class Unfit(Exception):
    """This file cannot be taken in; the message is a word for why."""


def limit() -> None:
    """Let this process use so much memory and time, and no more."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheets(content: bytes) -> Iterator[dict[str, Any]]:
    """Every visible sheet with its rows, as they stand: row 1 is the first row of the sheet."""
    check_old(content) if content.startswith(OLE) else check_packed(content)
    try:
        book = CalamineWorkbook.from_object(BytesIO(content))
    except PasswordError:
        raise Unfit("encrypted") from None
    shown = [
        one.name
        for one in book.sheets_metadata
        if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
    ]
    for name in shown[:MOST_SHEETS]:
        yield {"name": name, "rows": rows(book.get_sheet_by_name(name))}


def check_old(content: bytes) -> None:
    """Look into a file of before 2007, or an encrypted newer one, which has the same wrapping."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unfit("encrypted")
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Unfit("macros")
    if "WordDocument".encode("utf-16-le") in content:
        raise Unfit("other")


def check_packed(content: bytes) -> None:
    """Look into a packed file: is it a spreadsheet, without macros, secrets or empty formulas."""
    with ZipFile(BytesIO(content)) as packed:
        names = packed.namelist()
        if any(name.endswith("vbaProject.bin") for name in names):
            raise Unfit("macros")
        if any(name.startswith(("Basic/", "Scripts/")) for name in names):
            raise Unfit("macros")
        if sum(one.file_size for one in packed.infolist()) > UNPACKED:
            raise Unfit("large")
        manifest = member(packed, "META-INF/manifest.xml")
        if "encrypted-package" in names or b"encryption-data" in manifest:
            raise Unfit("encrypted")
        if "xl/workbook.xml" in names:
            pages = [name for name in names if name.startswith("xl/worksheets/sheet")]
            if any(UNCOUNTED.search(member(packed, name)) for name in pages):
                raise Unfit("formulas")
        elif b"opendocument.spreadsheet" in member(packed, "mimetype"):
            if UNCOUNTED_ODS.search(member(packed, "content.xml")):
                raise Unfit("formulas")
        else:
            raise Unfit("other")


def member(packed: ZipFile, name: str) -> bytes:
    """One file of a packed file; empty when it is not there."""
    try:
        found = packed.getinfo(name)
    except KeyError:
        return b""
    if found.flag_bits & 1:
        raise Unfit("encrypted")
    return packed.read(found)


def rows(sheet: CalamineSheet) -> list[list[str]]:
    """The rows of a sheet as text, without what is empty at the end."""
    if sheet.total_width > MOST_COLUMNS * 10:
        raise Unfit("wide")
    found = [trimmed([text(cell) for cell in row]) for row in sheet.to_python(False)]
    while found and not found[-1]:
        found.pop()
    if len(found) > MOST_ROWS:
        raise Unfit("long")
    if any(len(row) > MOST_COLUMNS for row in found):
        raise Unfit("wide")
    return found


def trimmed(row: Sequence[str]) -> list[str]:
    """A row without the empty cells at its end."""
    last = max((place for place, cell in enumerate(row, 1) if cell), default=0)
    return [*row[:last]]


def text(cell: object) -> str:
    """What a cell shows, as people type it: days as dd-mm-jjjj, numbers with a comma."""
    match cell:
        case bool():
            return "ja" if cell else "nee"
        case float() if cell.is_integer():
            return str(int(cell))
        case float():
            return str(cell).replace(".", ",")
        case datetime() if cell.time() != time():
            return f"{cell:%d-%m-%Y %H.%M}"
        case date():
            return f"{cell:%d-%m-%Y}"
        case time():
            return f"{cell:%H.%M}"
        case timedelta():
            return str(cell)
        case _:
            return str(cell).strip()[:LONGEST]


def main() -> dict[str, Any]:
    """What can be said of the file on the input: its sheets, or a word for why not."""
    limit()
    try:
        return {"sheets": [*sheets(sys.stdin.buffer.read())]}
    except Unfit as why:
        return {"fault": str(why)}
    except MemoryError:
        return {"fault": "large"}
    except (BadZipFile, CalamineError, NotImplementedError, OSError, ValueError):
        return {"fault": "broken"}


if __name__ == "__main__":
    json.dump(main(), sys.stdout)
