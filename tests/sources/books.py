"""Files as people have them: real spreadsheets and lists, made for one test."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import odfdo
import xlsxwriter
from xlsxwriter.workbook import Workbook

Rows = Sequence[Sequence[str | int | float | date]]
OLD = Path(__file__).with_name("old.xls").read_bytes()
"""A list in a format of before 2007."""


def written(fill: Callable[[Workbook], object]) -> bytes:
    """An xlsx file that a test fills itself."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "default_date_format": "dd-mm-yyyy"})
    fill(book)
    book.close()
    return file.getvalue()


def xlsx(**sheets: Rows) -> bytes:
    """An xlsx file with these sheets."""

    def fill(book: Workbook) -> None:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)

    return written(fill)


def ods(**sheets: Rows) -> bytes:
    """An ods file with these sheets."""
    book = odfdo.Document("spreadsheet")
    book.body.clear()
    for name, rows in sheets.items():
        table = odfdo.Table(name)
        table.set_values([list(row) for row in rows])
        book.body.append(table)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def separated(rows: Rows, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """A list with separators, as a spreadsheet writes it."""
    return "\r\n".join(separator.join(map(str, row)) for row in rows).encode(encoding)


def repacked(content: bytes, files: Mapping[str, bytes]) -> bytes:
    """The same packed file with other, or more, members."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        kept = {name: before.read(name) for name in before.namelist()}
        for name, held in (kept | dict(files)).items():
            after.writestr(name, held)
    return file.getvalue()
