"""Making an agenda ready: every button, one point at a time, on a page without script."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from tests.web.taps import tap
from tests.web.test_agenda import BARE, PLAN, points
from tests.web.visitor import Page, Visitor, attribute

Visit = Callable[[str], Visitor]
IDLE = "Bij 3 resultaten hoort nog geen actie"


@pytest.fixture
def karim(visit: Visit) -> Visitor:
    """The chair of the core group."""
    return visit("kernvoorzitter")


@pytest.fixture
def ready(karim: Visitor) -> str:
    """The page on which the agenda of the next core group is made ready."""
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    return f"{answer.response.headers['Location']}/agenda/klaarmaken"


def reading_page(visitor: Visitor, ready: str) -> Page:
    return visitor.open(ready.removesuffix("/klaarmaken"))


def test_a_point_goes_up_down_and_to_the_top(karim: Visitor, ready: str) -> None:
    page = tap(karim, ready, f"Omhoog : {IDLE}")
    assert points(page)[:2] == [IDLE, BARE]
    page = tap(karim, ready, f"Omlaag : {IDLE}")
    assert points(page)[:2] == [BARE, IDLE]
    page = tap(karim, ready, "Bovenaan : 12 keer")
    assert points(page)[0] == "12 keer is er niets passends"
    assert points(reading_page(karim, ready)) == points(page)


def test_every_tap_comes_back_to_the_point_it_was_about(karim: Visitor, ready: str) -> None:
    page = karim.open(ready)
    [place] = [one for one in page.html.query("li[id]") if IDLE in one.to_text()]
    key = attribute(place.query("input[name=punt]")[0], "value")
    fields = {
        name: attribute(place.query(f"input[name={name}]")[0], "value")
        for name in ("key", "version", "punt")
    }
    answer = karim.post(ready, fields | {"doe": "omhoog"})
    assert answer.response.headers["Location"].endswith(f"#{attribute(place, 'id')}")
    assert key == "results:idle"


def test_a_pinned_point_stays_though_its_cause_is_gone(
    karim: Visitor, ready: str, desk: Desk
) -> None:
    assert "vast" in tap(karim, ready, f"Zet vast : {IDLE}").text
    idle = ("T1.R2", "T3.R2", "T4.R4")
    desk.record(
        [ActionAgreed(action=f"a{n}", title="Bel", result=key) for n, key in enumerate(idle)],
        by="m-aanjager",
    )
    page = karim.open(ready)
    assert IDLE in points(page)
    assert f"Maak los : {IDLE}" not in page.text


def test_a_pinned_point_is_let_go(karim: Visitor, ready: str) -> None:
    tap(karim, ready, f"Zet vast : {IDLE}")
    page = tap(karim, ready, f"Maak los : {IDLE}")
    assert f"Zet vast : {IDLE}" in page.text


def test_a_point_is_renamed_and_given_to_someone_to_introduce(karim: Visitor, ready: str) -> None:
    page = tap(
        karim,
        ready,
        f"Wijziging bewaren : {IDLE}",
        title="Wie pakt deze drie op?",
        minutes="25",
        kind="besluiten",
        presenter="kim",
    )
    assert "Wie pakt deze drie op?" in points(page)
    assert "115 van de 120 minuten" in page.text
    read = reading_page(karim, ready)
    assert "Toelichting: lid van Kerngroep, Havensteder" in read.text


def test_who_is_not_known_cannot_introduce_a_point(karim: Visitor, ready: str) -> None:
    page = tap(
        karim, ready, f"Wijziging bewaren : {IDLE}", 422, title="Nieuw", presenter="Sinterklaas"
    )
    assert "Kies iemand van de groep, een organisatie" in page.text
    assert 'value="Nieuw"' in page.response.text
    assert page.html.query("#f-presenter")


def test_nothing_changed_is_said_and_nothing_is_written(karim: Visitor, ready: str) -> None:
    page = tap(karim, ready, f"Wijziging bewaren : {IDLE}", 422)
    assert "Er is niets veranderd." in page.text


def test_a_dropped_point_stays_away_and_can_be_put_back(karim: Visitor, ready: str) -> None:
    page = tap(karim, ready, f"Haal eraf : {IDLE}")
    assert IDLE not in points(page)
    assert "Eraf gehaald" in page.text
    assert IDLE not in reading_page(karim, ready).text
    page = tap(karim, ready, f"Zet er toch op : {IDLE}")
    assert points(page)[-1] == IDLE


def test_the_chair_adds_a_point_and_without_words_it_is_refused(karim: Visitor, ready: str) -> None:
    page = tap(karim, ready, "Zet op de agenda", title="Een bankje in de Florabuurt")
    assert points(page)[-1] == "Een bankje in de Florabuurt"
    page = tap(karim, ready, "Zet op de agenda", 422, title=" ")
    assert "Schrijf in één regel waar het over gaat." in page.text


def test_who_was_overtaken_sees_it_and_may_tap_again(
    karim: Visitor, noor: Visitor, ready: str
) -> None:
    page = karim.open(ready)
    [place] = [one for one in page.html.query("li[id]") if IDLE in one.to_text()]
    fields = {
        name: attribute(place.query(f"input[name={name}]")[0], "value")
        for name in ("key", "version", "punt")
    }
    tap(noor, ready, f"Omhoog : {IDLE}")
    page = karim.post(ready, fields | {"doe": "eraf"}, 409)
    assert "Iemand anders heeft dit net gewijzigd." in page.text
    assert points(page)[0] == IDLE


def test_a_button_that_does_not_exist_is_refused(karim: Visitor, ready: str) -> None:
    page = tap(karim, ready, f"Omhoog : {IDLE}", 422, doe="verbranden")
    assert "Kies een van de knoppen bij een punt." in page.text


def test_a_confidential_point_is_read_by_the_group_and_the_aanjager_only(
    karim: Visitor, noor: Visitor, visit: Visit, ready: str
) -> None:
    tap(karim, ready, f"Wijziging bewaren : {IDLE}", confidential="ja")
    tap(karim, ready, "Stel vast zonder mail")
    for someone in (visit("kerngroep"), noor):
        page = reading_page(someone, ready)
        assert IDLE in points(page) and "vertrouwelijk" in page.text
    for role in ("themagroep", "beleidsmedewerker"):
        someone = visit(role)
        page = reading_page(someone, ready)
        assert IDLE not in page.text
        assert "Een vertrouwelijk punt" in points(page)
        assert IDLE not in someone.open(ready.split("/agenda")[0]).text
        assert "Agenda vastgesteld" not in someone.open(ready.split("/agenda")[0]).text


def test_only_the_next_meeting_of_a_group_is_made_ready(karim: Visitor, ready: str) -> None:
    later = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "07-05-2026"})
    address = later.response.headers["Location"]
    assert (
        karim.open(f"{address}/agenda/klaarmaken", 302)
        .response.headers["Location"]
        .endswith(f"{address}/agenda")
    )
