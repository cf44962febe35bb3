"""From a list to a thank-you: taken in, mailed, answered without signing in, counted."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from alliance import outbox, tickets
from alliance.database import reading
from alliance.mailing import sending
from tests.browser.conftest import DESKTOP, PHONE, Enter, Running, serve
from tests.browser.test_accessibility import look
from tests.browser.test_accessibility import verdicts as verdicts
from tests.demo import desk_of

pytestmark = pytest.mark.browser
MORNING = datetime(2026, 3, 5, 8, tzinfo=UTC)
"""On a Thursday the mail leaves."""
BAKER, MAILBOX = "Bakkerij Om de Hoek (verzonnen)", "info@bakker.example"
LIST = f"""Naam;Wie;Waar;Telefoon;E-mail
Brood van gisteren;{BAKER};Bakkerij Om de Hoek;010 000 00 13;{MAILBOX}
Samen bakken;{BAKER};Bakkerij Om de Hoek;010 000 00 13;{MAILBOX}
Taart voor de buren;{BAKER};Schollevaar;010 000 00 13;{MAILBOX}
"""
COUNT = re.compile(r"(\d+) van de (\d+) organisaties hebben geantwoord")


@pytest.fixture
def running(demo_file: Path, tmp_path: Path) -> Iterator[Running]:
    """A site of its own for each walk."""
    yield from serve(demo_file, tmp_path)


def take_in(noor: Page, folder: Path) -> None:
    """The aanjager takes in a list of offers as it is."""
    file = folder / "aanbod.csv"
    file.write_text(LIST, "utf-8")
    noor.goto("/lijsten/nieuw")
    noor.get_by_label("Aanbod", exact=True).check()
    noor.get_by_label("Waar komt de lijst vandaan?").fill("sociale kaart (verzonnen)")
    noor.get_by_label("Welk bestand?").set_input_files(file)
    noor.get_by_role("button", name="Lees de lijst").click()
    noor.get_by_role("button", name="Bekijk wat er gebeurt").click()
    noor.get_by_role("button", name=re.compile("^Neem .* op$")).click()
    expect(noor.get_by_role("link", name="Samen bakken")).to_be_visible()


def letter(running: Running) -> str:
    """What the baker finds in the mailbox on Thursday."""
    desk = desk_of(running.app)
    desk.clock = lambda: MORNING
    sending.do_rounds(desk)
    with reading(desk.engine) as db:
        found = next(one for one in outbox.letters(db, limit=200) if BAKER in one.body)
    assert found.subject == f"Klopt dit nog over {BAKER}?"
    return tickets.signed(found.body, desk.settings.secret_key)


def answered(noor: Page) -> tuple[int, int]:
    """How many of how many answered, as the start page says."""
    noor.goto("/")
    found = COUNT.search(noor.get_by_role("main").inner_text())
    assert found
    return int(found[1]), int(found[2])


def answer(wil: Page, there: str, judge: Callable[[Page], list[str]]) -> list[str]:
    """Three kinds of answers and a sentence, from the letter to the thanks; what is wrong there."""
    wil.goto(there)
    wrong = judge(wil)
    expect(wil.get_by_role("listitem").filter(has_text="Samen bakken")).to_be_visible()
    tap(wil, "Brood van gisteren", "Klopt")
    tap(wil, "Samen bakken", "Gewijzigd")
    wrong += judge(wil)
    wil.get_by_label("Voor wie is het?").fill("Wie graag deeg kneedt")
    wil.get_by_role("button", name="Zo klopt het").click()
    tap(wil, "Taart voor de buren", "Gestopt")
    wil.get_by_label("Waarom?").fill("De oven is te klein.")
    wil.get_by_role("button", name="Vastleggen dat het stopt").click()
    wil.get_by_label("Wie of wat missen we?").fill("Wie om vijf uur al wakker is.")
    tap(wil, "De lange broodtafel", "Klopt")
    expect(wil.get_by_role("heading", name="Dank je wel", level=1)).to_be_visible()
    wrong += judge(wil)
    return wrong


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["390", "1280"])
def test_a_list_is_confirmed_by_who_never_signs_in(
    enter: Enter, running: Running, tmp_path: Path, size: dict[str, int], verdicts: set[str]
) -> None:
    noor = enter("aanjager", size)
    take_in(noor, tmp_path)
    before, total = answered(noor)
    noor.get_by_role("link", name="Bekijk de ronde").click()
    wrong = faults(noor, verdicts, size)
    there = re.search(r"http://\S+(/antwoord/\S+/klopt)", letter(running))
    assert there

    def judge(page: Page) -> list[str]:
        return faults(page, verdicts, size)

    wrong += answer(enter("", size), there[1], judge)
    assert answered(noor) == (before + 1, total)
    noor.get_by_role("link", name="Lees het en kies wat ermee gebeurt").click()
    expect(noor.get_by_text("Wie om vijf uur al wakker is.", exact=True)).to_be_visible()
    wrong += faults(noor, verdicts, size)
    assert not wrong, "\n".join(wrong)


def tap(page: Page, offer: str, answer: str) -> None:
    """Give one answer about one offer."""
    row = page.get_by_role("listitem").filter(has_text=offer)
    row.get_by_role("button", name=re.compile(f"^{answer}")).click()


def faults(page: Page, verdicts: set[str], size: dict[str, int]) -> list[str]:
    """What is wrong with the page that is open, after which it is as wide as it was."""
    found = [f"{page.url} {each}" for each in look(page, set(), False, verdicts)]
    page.set_viewport_size(size)  # type: ignore[arg-type]
    return found
