"""A year of meetings in one go: the wish, the days that are proposed, and all planned at once."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from alliance.desk import Desk
from alliance.events.holidays import SchoolYearAdopted
from alliance.journal import entries
from tests.conftest import Clock
from tests.web.visitor import Page, Visitor, attribute

Visit = Callable[[str], Visitor]
NEW = "/bijeenkomsten/reeks/"
GROUP = "themagroep_t3"
WISH = {"groep": GROUP, "dag": "dinsdag", "hoeveelste": "eerste", "tijd": "10.00", "aantal": "8"}


@pytest.fixture
def vera(visit: Visit) -> Visitor:
    """The chair of the theme group for young people."""
    return visit("voorzitter")


def days(**changed: str) -> str:
    """The address of the page with the days."""
    return f"{NEW}dagen?{urlencode(WISH | changed)}"


def ticked(page: Page) -> dict[str, object]:
    """What the page with the days would send: every ticked day."""
    boxes = page.html.query("main input[name=keep][checked]")
    return {"keep": [attribute(box, "value") for box in boxes]}


def positions(desk: Desk) -> list[str]:
    """The moments at which meetings were planned."""
    with desk.reading() as now:
        return [str(entry.at) for entry in entries(now.db) if entry.name == "meeting_planned"]


def test_a_chair_starts_from_the_rhythm_of_the_plan(vera: Visitor) -> None:
    page = vera.open(NEW)
    assert page.title == "Een jaar bijeenkomsten plannen: Themagroep Eenzaamheid onder jongeren"
    assert page.fields()["aantal"] == "8" and page.fields()["duur"] == "120"
    assert "Volgens het plan: 8 keer per jaar" in page.text
    assert "plan van 2019–2020" in page.text


def test_the_aanjager_chooses_the_group_first(noor: Visitor) -> None:
    links = noor.open(NEW).links()
    assert links["Klankbordgroep"] == f"{NEW}?groep=klankbordgroep"
    assert noor.open(links["Klankbordgroep"]).fields()["aantal"] == "4"
    assert noor.open("/bijeenkomsten/").links()["Plan een heel jaar"] == NEW


def test_a_year_is_planned_in_one_append_and_shown_in_the_list(vera: Visitor, desk: Desk) -> None:
    page = vera.open(days(plaats="Comenius College", link="https://meedoen.example/t3"))
    assert page.text.count("dinsdag") >= 8 and "10.00 uur" in page.text
    assert not positions(desk)
    seen = vera.post(days(plaats="Comenius College"), page.fields() | ticked(page))
    there = vera.open(seen.response.headers["Location"])
    assert "Er staan 8 bijeenkomsten in." in there.text
    assert there.text.count("Comenius College") == 8
    assert len(positions(desk)) == 8 and len(set(positions(desk))) == 1


def test_holidays_are_skipped_and_named(vera: Visitor) -> None:
    page = vera.open(days(dag="maandag", aantal="12"))
    assert "maandag 13 april 2026" in page.text
    assert "Was 6 april 2026: Tweede Paasdag." in page.text
    assert "maandag 3 augustus 2026: zomervakantie" in page.text
    assert "Scholen mogen daarvan afwijken." in page.text


def test_a_day_is_unticked_another_changed_and_one_added(vera: Visitor, desk: Desk) -> None:
    page = vera.open(days(aantal="3"))
    fields = page.fields() | {"keep": ["1", "2"], "on-2": "17-06-2026 om 9.30"}
    vera.post(days(aantal="3"), fields | {"on-extra": "1 juli 2026"})
    coming = vera.open(f"/bijeenkomsten/?groep={GROUP}").text
    assert len(positions(desk)) == 3
    assert "woensdag 17 juni 2026 9.30 uur" in coming or "woensdag 17 juni 2026 09.30 uur" in coming
    assert "woensdag 1 juli 2026 10.00 uur" in coming


def test_what_cannot_be_planned_is_said_at_its_day_and_the_rest_stays(
    vera: Visitor, desk: Desk
) -> None:
    page = vera.open(days(aantal="3"))
    fields = page.fields() | {"keep": ["1", "2", "3"], "on-1": "31-02-2026", "on-2": "1-1-2026"}
    again = vera.post(days(aantal="3"), fields, 422)
    assert "Deze dag bestaat niet." in again.text and "Deze dag is al geweest." in again.text
    assert again.fields()["on-1"] == "31-02-2026"
    assert not positions(desk)
    none = vera.post(days(aantal="3"), page.fields() | {"keep": []}, 422)
    assert "Vink minstens één dag aan" in none.text


def test_a_wish_that_does_not_fit_is_said_at_its_question(vera: Visitor) -> None:
    page = vera.open(days(dag="", aantal="13", tijd="25", link="http://x", gasten="0"), 422)
    for sentence in (
        "Kies op welke dag van de week",
        "past hoogstens 12 keer",
        "Schrijf de tijd als uren en minuten",
    ):
        assert sentence in page.text
    page = vera.open(days(link="http://x", gasten="0", vanaf="1-1-2026", duur="5"), 422)
    for sentence in (
        "Zet hier de hele link.",
        "Schrijf een aantal van 1 tot 500",
        "Deze dag is al geweest.",
        "Kies een andere duur.",
    ):
        assert sentence in page.text
    assert page.fields()["plaats"] == ""


def test_days_around_a_meeting_that_stands_are_not_ticked(vera: Visitor, desk: Desk) -> None:
    vera.send("/bijeenkomsten/nieuw", {"on": "8-4-2026 om 10.00"})
    page = vera.open(days(aantal="12"))
    assert "De groep komt al bij elkaar op woensdag 8 april 2026." in page.text
    kept = ticked(page)["keep"]
    assert isinstance(kept, list) and len(kept) == len(page.html.query("main input[name=keep]")) - 1
    twice = page.fields() | {"keep": ["1"], "on-1": "8-4-2026"}
    assert "komt die dag al bij elkaar" in vera.post(days(aantal="12"), twice, 422).text


def test_guests_come_to_every_meeting(vera: Visitor) -> None:
    address = days(aantal="2", gast="sonrisa", gasten="3")
    page = vera.open(address)
    assert "Stichting Sonrisa Rijnmond en 3 andere" in page.text
    vera.post(address, page.fields() | ticked(page))
    first = vera.open(f"/bijeenkomsten/?groep={GROUP}").html.query(".rows .row-title a")[0]
    shown = vera.open(attribute(first, "href")).text
    assert "Gasten Stichting Sonrisa Rijnmond, 3 andere gasten" in shown


def test_nobody_plans_for_a_group_of_others(vera: Visitor, visit: Visit) -> None:
    vera.open(days(groep="kerngroep"), 403)
    vera.open(f"{NEW}?groep=kerngroep", 403)
    vera.open(days(groep="niets"), 404)
    visit("themagroep").open(NEW, 403)
    vera.open(f"{NEW}dagen", 302)


def test_the_same_form_sent_twice_plans_once(vera: Visitor, desk: Desk) -> None:
    page = vera.open(days())
    fields = page.fields() | ticked(page)
    vera.post(days(), fields)
    vera.post(days(), fields)
    assert len(positions(desk)) == 8


def test_beyond_the_holidays_that_are_known_the_page_says_so(visit: Visit, clock: Clock) -> None:
    clock.forward(days=800)
    page = visit("voorzitter").open(days())
    assert "De schoolvakanties zijn bekend tot en met 20 augustus 2028" in page.text


def test_without_a_source_of_school_holidays_the_page_says_so(vera: Visitor, desk: Desk) -> None:
    for name in ("2025-2026", "2026-2027", "2027-2028"):
        gone = SchoolYearAdopted(school_year=name, region="midden", holidays=(), source="niets")
        desk.record([gone], by="import")
    assert "De schoolvakanties zijn niet bekend" in vera.open(days()).text
