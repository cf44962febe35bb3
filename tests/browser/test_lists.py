"""Taking in a list, step by step: axe finds nothing, nothing sticks out, and each step leads on."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Enter
from tests.browser.test_accessibility import look
from tests.browser.test_accessibility import verdicts as verdicts

pytestmark = pytest.mark.browser
LIST = """Naam;Wie;Waar;Telefoon
Soepgroep van dinsdag;Stichting Welzijn Capelle;De Wel;010 123 45 67
Wandelen op zondag;Een club die we niet kennen;Schollevaar;
;Havensteder;Schenkel;
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A list of offers: one line that is fine, one of someone unknown, one that cannot be read."""
    found = tmp_path / "aanbod.csv"
    found.write_text(LIST, "utf-8")
    return found


def faults(page: Page, verdicts: set[str]) -> list[str]:
    """What is wrong with the page that is open, after which it is as wide as it was."""
    found = [f"{page.url} {each}" for each in look(page, set(), False, verdicts)]
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    return found


def test_a_list_is_taken_in_on_a_phone_and_every_step_can_be_read(
    enter: Enter, file: Path, verdicts: set[str]
) -> None:
    page = enter("aanjager", PHONE)
    page.goto("/lijsten/")
    wrong = faults(page, verdicts)
    page.get_by_role("link", name="Neem een lijst op").click()
    wrong += faults(page, verdicts)
    page.get_by_label("Aanbod", exact=True).check()
    page.get_by_label("Waar komt de lijst vandaan?").fill("sociale kaart (verzonnen)")
    page.get_by_label("Welk bestand?").set_input_files(file)
    page.get_by_role("button", name="Lees de lijst").click()
    wrong += faults(page, verdicts)
    page.get_by_role("button", name="Bekijk wat er gebeurt").click()
    wrong += faults(page, verdicts)
    page.get_by_role("link", name="Verbeter regel").first.click()
    wrong += faults(page, verdicts)
    page.go_back()
    page.get_by_role("link", name="kunnen we niet lezen").click()
    wrong += faults(page, verdicts)
    page.get_by_role("button", name=re.compile("^Neem .* op$")).click()
    wrong += faults(page, verdicts)
    assert not wrong, "\n".join(wrong)
    page.get_by_role("link", name="Soepgroep van dinsdag").wait_for()
