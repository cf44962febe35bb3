"""A list as text with separators (csv): the encoding and the separator are found, and shown.

Nothing is guessed in silence: what was found stands on the page with the first rows, and whoever
takes the list in can choose another.
"""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO

from alliance.events.base import Refused

UTF8, WINDOWS = "utf-8", "windows-1252"
ENCODINGS: Mapping[str, str] = {
    UTF8: "UTF-8",
    WINDOWS: "Windows-1252, van een oudere Excel",
    "utf-16": "UTF-16",
}
"""How letters may be stored, in the words of the page."""
SEPARATORS: Mapping[str, str] = {
    ";": "puntkomma",
    ",": "komma",
    "\t": "tab",
    "|": "streepje |",
}
"""What may stand between two cells, in the words of the page; the most usual first."""
LOOKED_AT = 50
"""Rows that are looked at to find the separator."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
NO_TEXT = (
    "Dit is geen lijst die we kunnen lezen. Sla haar in Excel of LibreOffice op als .xlsx, .ods of"
    " .csv en kies dan dat bestand."
)
OTHER_ENCODING = "Zo is het bestand niet te lezen. Kies een andere manier om letters op te slaan."
BROKEN = (
    "Bij regel {line} klopt een aanhalingsteken niet. Verbeter het bestand en kies het opnieuw."
)


@dataclass(frozen=True)
class Form:
    """How a list is written: its encoding, and what separates its cells."""

    encoding: str
    separator: str


def form_of(content: bytes) -> Form:
    """How this list seems to be written; refuses what is no text at all."""
    encoding = encoding_of(content)
    return Form(encoding, separator_of(decoded(content, encoding)))


def encoding_of(content: bytes) -> str:
    """The encoding that these bytes can be read in, the strictest first."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode(UTF8)
    except UnicodeDecodeError:
        return WINDOWS
    return UTF8


def decoded(content: bytes, encoding: str) -> str:
    """The text in these bytes; refuses another encoding, and what is no text."""
    try:
        text = content.decode("utf-8-sig" if encoding == UTF8 else encoding)
    except UnicodeDecodeError:
        # Five bytes mean nothing in Windows-1252; a file that holds them is no text, or another.
        raise Refused(file=NO_TEXT, encoding=OTHER_ENCODING) from None
    if CONTROL.search(text):
        raise Refused(file=NO_TEXT, encoding=OTHER_ENCODING)
    return text


def separator_of(text: str) -> str:
    """The separator that gives the most rows the same number of cells, more than one."""
    return max(SEPARATORS, key=lambda sign: evenness(text, sign))


def evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first rows have the usual number of cells, and how many cells that is."""
    try:
        found = [len(row) for row in csv.reader(StringIO(text, newline=""), delimiter=separator)]
    except csv.Error:
        return (0, 0)
    wide = Counter(width for width in found[:LOOKED_AT] if width > 1)
    return max(((times, width) for width, times in wide.items()), default=(0, 0))


def read_separated(content: bytes, form: Form) -> list[list[str]]:
    """The rows of a list as it is written; a line without a cell is an empty row."""
    lines = csv.reader(
        StringIO(decoded(content, form.encoding), newline=""), delimiter=form.separator, strict=True
    )
    try:
        return [[cell.strip() for cell in row] for row in lines]
    except csv.Error:
        raise Refused(file=BROKEN.format(line=lines.line_num)) from None
