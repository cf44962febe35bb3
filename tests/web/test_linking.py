"""What still misses its result, persona or code."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.activities import ActivityPlanned
from alliance.events.outcomes import OutcomeRecorded
from tests.web.visitor import Visitor, attribute

Visit = Callable[[str], Visitor]
DAY = date(2026, 3, 1)


def test_the_aanjager_sees_what_misses_a_link_and_links_it_from_there(
    noor: Visitor, desk: Desk
) -> None:
    agreed = ActionAgreed(action="bellen", title="Bel de mentoren", persona="hans")
    planned = ActivityPlanned(activity="koffie", title="Koffie", on=DAY)
    brought = OutcomeRecorded(outcome="buren", statement="Buren spraken af.", on=DAY)
    desk.record([agreed, planned, brought], by="m-themagroep")
    page = noor.open("/nog-te-koppelen/")
    for told in ("Bel de mentoren mist resultaat en thema", "Buren spraken af.", "mist doelgroep"):
        assert told in page.text
    link = next(to for said, to in page.links().items() if said.startswith("Koppel"))
    offered = noor.open(link).html.query("#f-area-lijst option")
    names = {attribute(one, "value") for one in offered}
    assert {"heel Capelle aan den IJssel", "Schenkel (wijk)", "Schenkel (gebied)"} <= names
    assert noor.write(link, {"area": "Schenkel (wijk)"}).title == "Nog te koppelen"


def test_what_belongs_to_no_result_or_persona_leaves_the_list(noor: Visitor, desk: Desk) -> None:
    desk.record([OutcomeRecorded(outcome="buren", statement="Fijn.", on=DAY)], by="m-themagroep")
    link = "/opbrengsten/buren/koppelen?van=lijst"
    none = {"result": "geen", "theme": "geen", "persona": "geen"}
    assert noor.write(link, none).title == "Nog te koppelen"
    assert "Fijn." not in noor.open("/nog-te-koppelen/?wat=opbrengsten").text
    page = noor.open("/opbrengsten/buren")
    for told in ("Resultaat geen resultaat", "Thema geen thema", "Voor iemand als voor iedereen"):
        assert told in page.text
    assert noor.open(link).fields()["persona"] == ["geen"]


def test_an_unclear_place_is_asked_and_nothing_else_is_said(noor: Visitor, desk: Desk) -> None:
    desk.record([OutcomeRecorded(outcome="buren", statement="Fijn.", on=DAY)], by="m-themagroep")
    page = noor.send("/opbrengsten/buren/koppelen", {"area": "schenkel"}, 422)
    assert page.text.count("Kies hieronder wat je bedoelt") == 2
    assert "nog niets gekoppeld" not in page.text
    assert page.fields()["area"] == "schenkel"
    picked = page.fields() | {"area-keuze": "WK050206"}
    noor.post("/opbrengsten/buren/koppelen", picked)
    assert noor.open("/opbrengsten/buren/koppelen").fields()["area"] == "Schenkel (wijk)"


def test_a_result_brings_its_theme_along(noor: Visitor, desk: Desk) -> None:
    desk.record([OutcomeRecorded(outcome="buren", statement="Fijn.", on=DAY)], by="m-themagroep")
    noor.send("/opbrengsten/buren/koppelen", {"result": "T4.R2"})
    assert noor.open("/opbrengsten/buren/koppelen").fields()["theme"] == ["T4"]


def test_an_offer_that_only_trains_people_misses_no_need(noor: Visitor) -> None:
    page = noor.open("/nog-te-koppelen/?wat=aanbod")
    assert "Infographic jongeren en eenzaamheid" not in page.text
    assert "Inzet verbonden partijen mist doelgroep" in page.text


def test_one_sort_is_read_page_by_page(noor: Visitor) -> None:
    page = noor.open("/nog-te-koppelen/?wat=activiteiten")
    assert "Opbrengsten" not in page.html.query("main")[0].to_text()
    assert "Terug naar alles" in page.text


def test_linking_is_for_the_aanjager_alone(visit: Visit) -> None:
    visit("kerngroep").open("/nog-te-koppelen/", status=403)
