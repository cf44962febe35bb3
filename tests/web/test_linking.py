"""What still misses its result, persona or code."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.activities import ActivityPlanned
from alliance.events.outcomes import OutcomeRecorded
from tests.web.visitor import Visitor, words

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
    for told in ("Bel de mentoren mist resultaat en thema", "Buren spraken af.", "mist behoefte"):
        assert told in page.text
    link = next(to for said, to in page.links().items() if said.startswith("Koppel"))
    picked = [words(one) for one in noor.open(link).html.query("select[name=area] option")]
    assert {"Schenkel", "Schenkel (gebied)", "Florabuurt (gebied)"} <= {*picked}
    assert noor.write(link, {"area": "WK050206"}).title == "Nog te koppelen"


def test_one_sort_is_read_page_by_page(noor: Visitor) -> None:
    page = noor.open("/nog-te-koppelen/?wat=activiteiten")
    assert "Opbrengsten" not in page.html.query("main")[0].to_text()
    assert "Terug naar alles" in page.text


def test_linking_is_for_the_aanjager_alone(visit: Visit) -> None:
    visit("kerngroep").open("/nog-te-koppelen/", status=403)
