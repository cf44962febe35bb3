"""A file as someone has it: read by what it holds, or refused with what to do."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from xlsxwriter.workbook import Workbook

from alliance.sources import sheets
from alliance.sources.cells import MOST_COLUMNS, MOST_ROWS, OLE
from alliance.sources.separated import Form, form_of
from alliance.sources.sheets import read_sheets
from tests.refusals import faults
from tests.sources.books import OLD, ods, repacked, separated, written, xlsx

ROWS = (("Naam", "Waar", "Dag"), ("Koffie voor één", "De Wel", date(2026, 3, 4)))
READ = (("Naam", "Waar", "Dag"), ("Koffie voor één", "De Wel", "04-03-2026"))


def refusal(content: bytes) -> str:
    return faults(lambda: read_sheets(content))["file"]


@pytest.mark.parametrize("content", [xlsx(Aanbod=ROWS), ods(Aanbod=ROWS)], ids=["xlsx", "ods"])
def test_a_spreadsheet_is_read_as_it_stands(content: bytes) -> None:
    [sheet] = read_sheets(content)
    assert (sheet.name, sheet.rows) == ("Aanbod", READ)


def test_a_spreadsheet_of_before_2007_is_read_too() -> None:
    [sheet] = read_sheets(OLD)
    assert sheet.rows == (READ[0], ("Koffieochtend", "De Wel", "04-03-2026"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_encoding_and_separator_of_a_list_are_found(encoding: str, separator: str) -> None:
    [sheet] = read_sheets(separated(READ, separator, encoding))
    assert sheet.rows == READ


def test_what_was_found_can_be_told_and_chosen_otherwise() -> None:
    content = separated(READ, encoding="windows-1252")
    assert form_of(content) == Form("windows-1252", ";")
    [sheet] = read_sheets(content, Form("windows-1252", ","))
    assert sheet.rows[0] == ("Naam;Waar;Dag",)
    with pytest.raises(Exception, match="Kies een andere manier"):
        read_sheets(content, Form("utf-8", ";"))


def test_cells_are_text_as_people_type_it() -> None:
    [sheet] = read_sheets(xlsx(Lijst=[["a", 3, 2.5, 1_000_000, True]]))
    assert sheet.rows == (("a", "3", "2,5", "1000000", "ja"),)


def test_rows_keep_the_number_they_have_in_the_file() -> None:
    [sheet] = read_sheets(xlsx(Lijst=[[], [], ["", "Naam"], ["", "Koffie"]]))
    assert sheet.rows == ((), (), ("", "Naam"), ("", "Koffie"))


def test_only_sheets_that_show_something_are_offered() -> None:
    def fill(book: Workbook) -> None:
        book.add_worksheet("Leeg")
        for name in ("Lijst", "Verborgen"):
            book.add_worksheet(name).write(0, 0, "Naam")
        book.get_worksheet_by_name("Verborgen").hide()

    assert [sheet.name for sheet in read_sheets(written(fill))] == ["Lijst"]


def test_a_file_without_anything_in_it_is_refused() -> None:
    for content in (b"", b" \r\n ", xlsx(Leeg=[])):
        assert "leeg" in refusal(content)


def macros(book: Workbook) -> None:
    book.add_worksheet("Lijst").write(0, 0, "Naam")
    book.add_vba_project(BytesIO(b"a project"), is_stream=True)


def formulas(book: Workbook) -> None:
    book.add_worksheet("Lijst").write_formula(0, 0, "=1+1", value="")


def stray(book: Workbook) -> None:
    sheet = book.add_worksheet("Lijst")
    sheet.write(0, 0, "Naam")
    sheet.write(1_048_575, 16_383, "ver weg")


def bomb() -> bytes:
    return repacked(xlsx(Lijst=ROWS), {"xl/sharedStrings.xml": b"<" * 80 * 1024 * 1024})


def secret() -> bytes:
    told = b'<manifest:encryption-data manifest:checksum-type="SHA1"/>'
    return repacked(ods(Lijst=ROWS), {"META-INF/manifest.xml": told})


def counted() -> bytes:
    book = ods(Lijst=ROWS)
    with ZipFile(BytesIO(book)) as packed:
        held = packed.read("content.xml")
    cell = b'<table:table-cell table:formula="of:=1+1"/>'
    end = b"</table:table-row>"
    return repacked(book, {"content.xml": held.replace(end, cell + end)})


REFUSED = {
    "a PDF": (b"%PDF-1.7 en verder", sheets.OTHER),
    "a photo": (b"\xff\xd8\xff\xe0 en verder", sheets.OTHER),
    "a page of the web": (b"<!DOCTYPE html><p>Naam</p>", sheets.OTHER),
    "half a file": (xlsx(Lijst=ROWS)[:-400], sheets.BROKEN),
    "a file of bytes": (bytes(range(256)), "Dit is geen lijst die we kunnen lezen."),
    "macros": (written(macros), sheets.MACROS),
    "macros of before 2007": (OLD + "_VBA_PROJECT".encode("utf-16-le"), sheets.MACROS),
    "a password": (OLE + "EncryptedPackage".encode("utf-16-le"), sheets.ENCRYPTED),
    "a password on an ods": (secret(), sheets.ENCRYPTED),
    "formulas alone": (written(formulas), sheets.FORMULAS),
    "formulas in an ods": (counted(), sheets.FORMULAS),
    "a cell at the far end": (written(stray), sheets.TOO_LARGE),
    "a bomb": (bomb(), sheets.TOO_LARGE),
    "too many bytes": (b"a" * (sheets.LARGEST + 1), sheets.TOO_LARGE),
    "too many rows": (xlsx(Lijst=[["a"]] * (MOST_ROWS + 1)), sheets.TOO_LONG),
    "too many lines": (b"a\n" * (MOST_ROWS + 1), sheets.TOO_LONG),
    "too many columns": (xlsx(Lijst=[["a"] * (MOST_COLUMNS + 1)]), sheets.TOO_WIDE),
    "too many separators": (b";".join([b"a"] * (MOST_COLUMNS + 1)), sheets.TOO_WIDE),
    "a torn line": (b'Naam;Waar\n"Koffie";"De Wel"x\n', "Bij regel 2 klopt een aanhalingsteken"),
}


@pytest.mark.parametrize(("content", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_taken_in_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    assert says in refusal(content)


def test_a_packed_file_that_is_no_spreadsheet_is_told_so() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    assert refusal(file.getvalue()) == sheets.OTHER


@settings(max_examples=60, deadline=None)
@given(some.binary(max_size=200))
def test_any_bytes_are_a_list_or_a_sentence(content: bytes) -> None:
    try:
        assert all(isinstance(sheet.rows, tuple) for sheet in read_sheets(content))
    except Exception as why:
        assert type(why).__name__ == "Refused"
        assert str(why).strip().endswith(".")


WORDS = some.text("abcdéë €&?!. ", min_size=1, max_size=8).map(str.strip).filter(bool)


@settings(max_examples=50, deadline=None)
@given(some.data())
def test_every_list_that_is_written_is_read_back(data: some.DataObject) -> None:
    width = data.draw(some.integers(2, 5))
    rows = data.draw(some.lists(some.tuples(*[WORDS] * width), min_size=2, max_size=6))
    encoding = data.draw(some.sampled_from(["utf-8", "windows-1252"]))
    [sheet] = read_sheets(separated(rows, ";", encoding))
    assert sheet.rows == tuple(rows)
