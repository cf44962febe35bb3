"""A new user on a phone: five things to write down, setting one right, and asking why."""

import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Enter

pytestmark = pytest.mark.browser
TAPS = 2
"""So many taps at most from any page to a form, the measure of the site."""
THUMB = 360
"""Where a thumb reaches on a phone of 844 pixels high: the lower part, in pixels."""
TARGET = 24
"""The smallest side of something to tap (WCAG 2.2, 2.5.8), in pixels."""
ACTS: dict[str, dict[str, str]] = {
    "Een afspraak": {"Wat spreken we af?": "Een maatje bellen", "Of typ een dag": "20-03-2026"},
    "Een activiteit": {
        "Wat is er te doen?": "Buurtontbijt",
        "Wanneer?": "20-03-2026 10.00",
        "Waar is het?": "Huis van de Wijk De Wel",
    },
    "Wat het bracht": {"Aantal": "12", "Wat bracht het?": "Drie buren spraken weer af."},
    "Een aanbod": {
        "Hoe heet het?": "Soepgroep",
        "Voor wie is het?": "Iedereen uit de buurt",
        "Waar is het?": "Huis van de Wijk De Wel",
        "Hoe kom je erbij?": "Loop binnen",
    },
    "Een bijeenkomst": {"Wanneer?": "20-03-2026 om 14.00", "Waar?": "De Wel"},
}
"""Per act what is typed under which label."""
PAGES = ("/", "/wie-mist-wat/", "/afspraken/", "/bijeenkomsten/", "/stand-van-zaken/")


def tap_to(page: Page, act: str) -> int:
    """Open the form of an act as a thumb would; how many taps that took."""
    under_the_thumb(page.get_by_text("Schrijf op", exact=True)).click()
    choice = page.get_by_role("navigation", name="Iets opschrijven").get_by_role("link", name=act)
    under_the_thumb(choice).click()
    return 2


def test_where_one_is_writing_there_is_no_second_button_to_write(enter: Enter) -> None:
    page = enter("themagroep", PHONE)
    page.goto("/afspraken/nieuw")
    expect(page.get_by_text("Schrijf op", exact=True)).to_be_hidden()
    page.goto("/afspraken/")  # only filters
    expect(page.get_by_text("Schrijf op", exact=True)).to_be_visible()


def under_the_thumb(what: Locator) -> Locator:
    """The same, when it stands where one thumb reaches and is large enough to hit."""
    box = what.bounding_box()
    assert box is not None
    assert box["y"] > PHONE["height"] - THUMB
    assert min(box["width"], box["height"]) >= TARGET
    return what


def fill_in(page: Page, typed: Mapping[str, str]) -> None:
    for label, text in typed.items():
        page.get_by_label(re.compile(f"^{re.escape(label)}")).fill(text)


def send(page: Page) -> None:
    page.locator("form.form button[type=submit]").click()


@pytest.mark.parametrize(("act", "start"), [*zip(ACTS, PAGES, strict=True)])
def test_each_act_is_two_taps_away_and_written_down_at_once(
    enter: Enter, act: str, start: str
) -> None:
    page = enter("voorzitter", PHONE)
    page.goto(start)

    assert tap_to(page, act) <= TAPS
    assert page.locator("form.form").is_visible()
    fill_in(page, ACTS[act])
    send(page)

    assert page.get_by_role("status").is_visible()
    assert page.get_by_role("link", name=re.compile("Neem .* terug")).is_visible()
    assert page.get_by_role("heading", name=re.compile("Wat er gebeurde|Hoe het ging")).is_visible()


def test_what_cannot_be_read_is_said_where_it_stands_and_nothing_is_lost(enter: Enter) -> None:
    page = enter("themagroep", PHONE)
    tap_to(page, "Een activiteit")
    fill_in(page, ACTS["Een activiteit"] | {"Wanneer?": "31-02-2026"})
    send(page)

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Deze dag bestaat niet").click()
    expect(page.get_by_label("Wanneer?")).to_be_focused()
    assert page.get_by_label("Wat is er te doen?").input_value() == "Buurtontbijt"

    fill_in(page, {"Wanneer?": "20-03-2026"})
    send(page)
    assert page.get_by_role("heading", name="Buurtontbijt", level=1).is_visible()


def test_a_mistake_is_set_right_then_taken_back_and_stays_readable(enter: Enter) -> None:
    page = enter("themagroep", PHONE)
    tap_to(page, "Een afspraak")
    fill_in(page, {"Wat spreken we af?": "De zaal belen"})
    send(page)

    page.get_by_role("link", name="Verbeter wat hier staat").click()
    fill_in(page, {"Wat spreken we af?": "De zaal bellen"})
    send(page)
    assert page.get_by_role("heading", name="De zaal bellen", level=1).is_visible()
    page.get_by_role("link", name="Neem deze afspraak terug").click()
    fill_in(page, {"Waarom?": "Dubbel opgeschreven."})
    send(page)

    assert page.get_by_text("teruggenomen", exact=True).is_visible()
    assert page.get_by_text("Dubbel opgeschreven.").is_visible()
    page.get_by_role("link", name=re.compile("^Afspraak gemaakt")).click()
    assert page.get_by_text("De zaal belen").first.is_visible()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_a_new_user_finds_out_why_yonas_finds_no_network_in_schollevaar(
    enter: Enter, size: dict[str, int]
) -> None:
    page = enter("wijkgroep", size)
    page.goto("/wie-mist-wat/schollevaar")
    page.get_by_role("link", name=re.compile("Yonas")).first.click()

    network = page.locator("ol.needs > li").filter(has_text="Eigen netwerk opbouwen").first
    told = network.inner_text()
    assert "niets passends" in told
    assert "Wat er is, past niet:" in told
    assert "Daar hoort Yonas niet bij." in told
    assert network.get_by_role("link").count() > 0
    assert "Gezin laten overkomen" in page.get_by_role("main").inner_text()


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_every_point_on_the_next_core_agenda_says_why_and_leads_to_what_happened(
    enter: Enter, size: dict[str, int]
) -> None:
    page = enter("kerngroep", size)
    page.get_by_role("link", name="Bekijk de agenda").first.click()
    points = page.locator("ol.rows > li")
    assert points.count() > 0

    for number in range(points.count()):
        point = points.nth(number)
        reason = point.locator("> p:not(.row-title, .row-meta)").inner_text()
        assert reason.endswith((".", "?", "”"))
        point.locator("details.why summary").click()
        assert point.locator("details.why").get_by_role("link").count() > 0
    points.first.get_by_role("link").first.click()
    told = page.get_by_role("main").inner_text()
    assert "Opgeschreven op" in told or "Wat er gebeurde" in told
