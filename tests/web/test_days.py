"""Days that stand ready beside a field: one tap is enough, and what is typed still counts."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.activities import ActivityPlanned
from alliance.events.meetings import MeetingPlanned
from alliance.web.days import months_after
from tests.web.visitor import Page, Visitor, attribute, words

Visit = Callable[[str], Visitor]
NEW = "/afspraken/nieuw"
CALL = ActionAgreed(
    action="bellen", title="Bel de mentoren", by_when=date(2026, 2, 20), group="themagroep_t3"
)


def ready(page: Page) -> dict[str, str]:
    """The days that stand ready on a page, by what is sent."""
    return {
        attribute(tap, "value"): words(one)
        for one in page.html.query(".option")
        for tap in one.query("input[type=radio]")
    }


def test_what_is_agreed_gets_its_day_with_one_tap(visit: Visit) -> None:
    teun = visit("themagroep")
    form = teun.open(NEW)
    assert form.visible_fields() == ["title", "by_when", "done"]
    assert ready(form)["09-03-2026"] == "over een week: maandag 9 maart"
    page = teun.write(NEW, {"title": "Bel De Wel", "by_when": "09-03-2026"})
    assert "Vóór maandag 9 maart 2026" in page.text


def test_the_day_may_be_when_the_group_meets(visit: Visit, desk: Desk) -> None:
    coming = MeetingPlanned(meeting="b1", group="themagroep_t3", on=date(2026, 3, 12))
    desk.record([coming], by="import")
    told = ready(visit("themagroep").open(NEW))
    assert told["12-03-2026"].startswith("als Themagroep Eenzaamheid onder jongeren bij elkaar")


def test_a_day_that_was_picked_and_another_that_was_typed_are_never_both(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.send(NEW, {"title": "Bel", "by_when": ["09-03-2026", "11-3-2026"]}, 422)
    assert "Laat er één staan." in page.text
    typed = page.html.query("#f-by_when")[0]
    assert attribute(typed, "value") == "11-3-2026"


def test_what_is_not_said_yet_stays_open(visit: Visit) -> None:
    page = visit("themagroep").write(NEW, {"title": "Bel De Wel", "by_when": ["", ""]})
    assert "geen dag afgesproken" in page.text


def test_done_begins_today_and_offers_the_day_agreed(visit: Visit, desk: Desk) -> None:
    desk.record([CALL], by="m-themagroep")
    form = visit("themagroep").open("/afspraken/bellen/gedaan")
    assert form.fields()["on"] == ["02-03-2026"]
    assert ready(form)["20-02-2026"] == "op de afgesproken dag: vrijdag 20 februari"


def test_an_activity_moves_to_a_later_week_and_never_to_the_past(noor: Visitor, desk: Desk) -> None:
    soup = ActivityPlanned(activity="soep", title="Soep", on=date(2026, 2, 20), place="De Wel")
    desk.record([soup], by="import")
    told = ready(noor.open("/activiteiten/soep/andere-dag"))
    assert [*told] == ["06-03-2026", "20-03-2026"]
    assert told["06-03-2026"] == "twee weken later: vrijdag 6 maart"


def test_a_month_later_is_never_beyond_that_month() -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 12, 1), 12) == date(2027, 12, 1)
