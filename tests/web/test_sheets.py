"""What dresses a page is asked for once: its address says what is in it."""

import shutil
from pathlib import Path

from alliance.web import sheets
from tests.web.visitor import Visitor, attribute

YEAR = "public, max-age=31536000, immutable"


def test_a_browser_asks_for_the_sheets_of_a_page_once(visitor: Visitor) -> None:
    html = visitor.open("/").html
    dressed = [
        attribute(link, "href") for link in html.query("link[rel=stylesheet], link[rel=icon]")
    ]
    assert len(dressed) > 5
    for address in dressed:
        assert manners_of(visitor, address) == (200, YEAR), address


def test_what_a_sheet_calls_for_stands_beside_it(visitor: Visitor) -> None:
    inside = f"{sheets.address()}/vendor/nl-button-1.1.0/button.css"
    assert manners_of(visitor, inside) == (200, YEAR)


def test_a_changed_sheet_has_another_address(tmp_path: Path) -> None:
    before = Path(shutil.copytree(sheets.FOLDER, tmp_path / "before"))
    after = Path(shutil.copytree(sheets.FOLDER, tmp_path / "after"))
    assert sheets.address(before) == sheets.address(after) == sheets.address()
    (after / "print.css").write_text("p { color: black }", "utf-8")
    assert sheets.address(after) != sheets.address(before)


def test_pages_and_missing_sheets_are_never_kept(visitor: Visitor) -> None:
    for address in ("/", "/privacy", f"{sheets.address()}/weg.css", "/static/oud/site.css"):
        assert manners_of(visitor, address)[1] == "no-store", address


def manners_of(visitor: Visitor, address: str) -> tuple[int, str]:
    """How a file was answered, and how long it may be kept."""
    with visitor.client.get(address) as response:
        return response.status_code, response.headers["Cache-Control"]
