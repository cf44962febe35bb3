"""A meeting on a phone while the connection drops: nothing typed is lost, nothing is doubled."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, Enter, Running
from tests.browser.test_accessibility import look
from tests.demo import desk_of

pytestmark = pytest.mark.browser
THURSDAY = datetime(2026, 3, 5, 13, tzinfo=UTC)
"""The core group of the demo meets on this day at two."""
LAST = -1
"""The last point of its agenda, where any kind of line can be recorded."""


@pytest.fixture
def meeting(running: Running, enter: Enter) -> Page:
    """The page of the core group that meets today, in the hands of its chair."""
    desk_of(running.app).clock = lambda: THURSDAY
    page = enter("kernvoorzitter", PHONE)
    page.goto("/bijeenkomsten/?groep=kerngroep")
    page.get_by_role("link", name=re.compile("Kerngroep, donderdag 5 maart")).click()
    page.get_by_role("link", name="Open de bijeenkomst").click()
    begin = page.get_by_role("button", name="Begin met deze agenda")
    if begin.count():
        begin.click()
    return page


def stand(page: Page) -> Locator:
    """How it stands with what was typed."""
    return page.locator("#stand")


def point(page: Page, number: int) -> Locator:
    return page.locator("section.point").nth(number)


def say(page: Page, number: int, words: str, kind: str = "Notitie") -> None:
    one = point(page, number)
    one.get_by_label(re.compile("^Wat leg je vast")).fill(words)
    one.get_by_role("button", name=re.compile(f"^{kind}")).click()


def test_a_line_is_written_down_without_leaving_the_page(meeting: Page) -> None:
    say(meeting, 0, "Het verslag klopt.")
    expect(stand(meeting)).to_have_text("Bewaard.")
    expect(point(meeting, 0).locator(".said")).to_contain_text("Het verslag klopt.")
    expect(point(meeting, 0).get_by_label(re.compile("^Wat leg je vast"))).to_be_focused()


def test_lines_typed_without_a_connection_wait_and_are_written_once(meeting: Page) -> None:
    meeting.context.set_offline(True)
    for words in ("Eén.", "Twee.", "Drie."):
        say(meeting, 1, words)
    expect(stand(meeting)).to_contain_text("Geen verbinding.")
    expect(point(meeting, 1).locator(".waiting")).to_have_count(3)

    meeting.context.set_offline(False)
    expect(stand(meeting)).to_have_text("Bewaard.")
    told = point(meeting, 1).locator(".said li")
    expect(told).to_have_count(3)
    meeting.reload()
    expect(told).to_have_count(3)
    expect(told.nth(2)).to_contain_text("Drie.")


def test_a_line_whose_answer_got_lost_is_not_doubled(meeting: Page) -> None:
    meeting.route("**/nu", lambda route: (route.fetch(), route.abort())[1], times=1)
    say(meeting, 2, "Dit kwam aan, maar het antwoord niet.")
    expect(stand(meeting)).to_have_text("Bewaard.")
    meeting.reload()
    expect(point(meeting, 2).locator(".said li")).to_have_count(1)


def test_what_was_being_typed_is_there_again_after_the_page_was_closed(meeting: Page) -> None:
    field = point(meeting, 3).get_by_label(re.compile("^Wat leg je vast"))
    field.press_sequentially("Halverwege een zin")
    meeting.on("dialog", lambda dialog: dialog.accept())
    meeting.goto("/")
    meeting.go_back()
    expect(field).to_have_value("Halverwege een zin")


def test_a_line_that_is_refused_comes_back_with_its_reason(meeting: Page) -> None:
    say(meeting, LAST, "Bel 06 12345678 voor meer.")
    one = point(meeting, LAST)
    expect(one.get_by_label(re.compile("^Wat leg je vast"))).to_have_value(
        "Bel 06 12345678 voor meer."
    )
    expect(one.locator(".field-error")).to_contain_text("Hier staat een telefoonnummer.")


def test_who_is_there_takes_one_tap_each(meeting: Page) -> None:
    seat = meeting.locator("#wie li").filter(has_text="Marijke")
    seat.get_by_role("button", name=re.compile("^Er")).click()
    expect(seat.get_by_role("button", name=re.compile("^Er"))).to_have_attribute(
        "aria-pressed", "true"
    )


def test_there_is_no_clock_unless_the_chair_wants_one(meeting: Page) -> None:
    box = meeting.locator("#klok")
    expect(box).to_have_text("Zet de klok aan")
    box.get_by_role("button").click()
    expect(box).to_contain_text("Volgens de agenda")
    box.get_by_role("button", name="Zet de klok uit").click()
    expect(box).to_have_text("Zet de klok aan")


def test_without_script_a_line_is_written_down_too(running: Running, enter: Enter) -> None:
    desk_of(running.app).clock = lambda: THURSDAY
    page = enter("kernvoorzitter", PHONE)
    page.route("**/gathering.js", lambda route: route.abort())
    page.goto("/bijeenkomsten/?groep=kerngroep")
    found = page.get_by_role("link", name=re.compile("Kerngroep, donderdag 5 maart"))
    page.goto(f"{found.get_attribute('href')}/nu")
    say(page, 5, "Zonder script gaat het ook.")
    expect(point(page, 5).locator(".said")).to_contain_text("Zonder script gaat het ook.")
    expect(page).to_have_url(re.compile("/nu#punt-"))


def test_axe_finds_nothing_while_the_meeting_goes_on(meeting: Page) -> None:
    say(meeting, 0, "Dit leest iedereen.")
    expect(stand(meeting)).to_have_text("Bewaard.")
    assert not look(meeting, set(), False, set())
    meeting.goto(meeting.url.partition("#")[0].replace("/nu", "/agenda/klaarmaken"))
    assert not look(meeting, set(), False, set())
