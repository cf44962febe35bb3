"""A list as someone has it: the sheets of a file, each cell as text, or why it cannot be read.

What a file is, its content says and never its name. A spreadsheet is opened in a process of its own
(cells.py), so that a file that was made to do harm harms nothing.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from alliance.events.base import Refused
from alliance.sources.cells import MOST_COLUMNS, MOST_ROWS, OLE
from alliance.sources.separated import Form, form_of, read_separated

LARGEST = 4 * 1024 * 1024
"""Bytes of the largest file that is taken in."""
PATIENCE = 30
PACKED = b"PK\x03\x04"
PROGRAM = Path(__file__).with_name("cells.py")
NO_FILE = "Kies een bestand."
EMPTY = "Dit bestand is leeg. Kies het bestand met de lijst."
TOO_LARGE = (
    "Dit bestand is te groot, of er staat ver onderaan of rechts nog een cel. Zet alleen de lijst"
    " zelf in een nieuw bestand en kies dat."
)
TOO_LONG = f"Een blad heeft meer dan {MOST_ROWS} regels. Maak er kleinere lijsten van."
TOO_WIDE = f"Een blad heeft meer dan {MOST_COLUMNS} kolommen. Zet alleen de lijst in een bestand."
ENCRYPTED = "Op dit bestand zit een wachtwoord. Haal het eraf en kies het bestand opnieuw."
MACROS = "In dit bestand zitten macro's. Sla het op als gewone .xlsx of .ods en kies dat."
FORMULAS = (
    "In dit bestand staan formules zonder uitkomst. Open het in Excel of LibreOffice, sla het op en"
    " kies het opnieuw."
)
OTHER = (
    "Dit is geen lijst maar een ander soort bestand. Zet de lijst in Excel of LibreOffice en sla"
    " haar op als .xlsx, .ods of .csv."
)
BROKEN = "Dit bestand is beschadigd. Sla de lijst opnieuw op als .xlsx of .ods en kies dat bestand."
WHY: Mapping[str, str] = {
    "broken": BROKEN,
    "encrypted": ENCRYPTED,
    "formulas": FORMULAS,
    "large": TOO_LARGE,
    "long": TOO_LONG,
    "macros": MACROS,
    "other": OTHER,
    "wide": TOO_WIDE,
}
"""What the process that opens a spreadsheet says, as a sentence."""
KNOWN_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"{\\rtf",
    b"<!DOCTYPE",
    b"<html",
    b"\x1f\x8b",
)


class Sheet(msgspec.Struct, frozen=True):
    """One sheet with its rows as text; the first of them is row 1."""

    name: str
    rows: tuple[tuple[str, ...], ...]


class _Answer(msgspec.Struct, frozen=True):
    sheets: tuple[Sheet, ...] = ()
    fault: str | None = None


def is_separated(content: bytes) -> bool:
    """Whether a file is text with separators; refuses what is empty or surely something else."""
    if not content.strip():
        raise Refused(file=EMPTY)
    if content.startswith(KNOWN_OTHERS):
        raise Refused(file=OTHER)
    return not content.startswith((PACKED, OLE))


def read_sheets(content: bytes, form: Form | None = None) -> tuple[Sheet, ...]:
    """Every sheet that holds anything; a list with separators is one sheet, read in this form."""
    if len(content) > LARGEST:
        raise Refused(file=TOO_LARGE)
    if is_separated(content):
        return (one_sheet(read_separated(content, form or form_of(content))),)
    found = tuple(sheet for sheet in opened(content) if any(sheet.rows))
    if not found:
        raise Refused(file=EMPTY)
    return found


def one_sheet(rows: Sequence[Sequence[str]]) -> Sheet:
    """The rows of a list with separators as a sheet without a name."""
    kept = [tuple(row) for row in rows]
    while kept and not any(kept[-1]):
        kept.pop()
    if len(kept) > MOST_ROWS:
        raise Refused(file=TOO_LONG)
    if any(len(row) > MOST_COLUMNS for row in kept):
        raise Refused(file=TOO_WIDE)
    return Sheet("", tuple(kept))


def opened(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a spreadsheet, opened in a process of its own."""
    try:
        ended = subprocess.run(
            [sys.executable, "-I", str(PROGRAM)],
            input=content,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(file=TOO_LARGE) from None
    if ended.returncode:  # its memory or its time was up
        raise Refused(file=TOO_LARGE)
    answer = msgspec.json.decode(ended.stdout, type=_Answer)
    if answer.fault:
        raise Refused(file=WHY[answer.fault])
    return answer.sheets
