"""Planning an activity, and saying what became of it."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.activities import ActivityCancelled, ActivityPlanned
from tests.conftest import Clock
from tests.web.cast import SCHOOL, WELZIJN
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = "/activiteiten/nieuw"
TYPED = {
    "title": "Samen koken in De Wel",
    "on": "27-03-2026 om 17.30",
    "place": "De Wel, Bermweg 300",
}
LAST_WEEK = ActivityPlanned(
    activity="koffie",
    title="Koffie in Schenkel",
    on=date(2026, 2, 25),
    place="De Wel",
    organisation=SCHOOL,
    group="themagroep_t3",
)


def planned(teun: Visitor) -> str:
    """The address of an activity that was just planned."""
    return str(teun.send(NEW, TYPED).response.headers["Location"])


def test_an_activity_is_planned_and_shown(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write(NEW, TYPED)
    assert page.title == TYPED["title"]
    for words in ("vrijdag 27 maart 2026", "17.30 uur", "Bermweg 300", "inwoners", "Comenius"):
        assert words in page.text
    assert TYPED["title"] in teun.open("/activiteiten/").text


def test_an_activity_asks_three_things(visit: Visit) -> None:
    assert visit("themagroep").open(NEW).visible_fields() == ["title", "on", "place"]


def test_a_session_is_for_professionals_and_volunteers(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write(f"{NEW}?voor=professionals", TYPED)
    assert "professionals en vrijwilligers" in page.text
    assert TYPED["title"] in teun.open("/activiteiten/?voor=professionals").text
    assert TYPED["title"] not in teun.open("/activiteiten/?voor=inwoners").text


def test_everything_that_is_wrong_is_said_at_once(visit: Visit) -> None:
    page = visit("themagroep").send(NEW, {"title": "", "on": "morgen", "place": ""}, status=422)
    assert "Schrijf op wat er te doen is." in page.text
    assert "Schrijf de datum als dag-maand-jaar" in page.text
    assert "Schrijf op waar het is" in page.text


def test_it_is_moved_corrected_called_off_and_taken_back(visit: Visit) -> None:
    teun = visit("themagroep")
    address = planned(teun)
    page = teun.write(f"{address}/andere-dag", {"on": "3-4-2026", "reason": "Zaal bezet."})
    assert "vrijdag 3 april 2026" in page.text
    start = teun.open(f"{address}/verbeteren").fields()
    assert start["on"] == "03-04-2026 17.30"
    page = teun.write(f"{address}/verbeteren", {"title": "Samen eten in De Wel"})
    assert page.title == "Samen eten in De Wel"
    page = teun.write(f"{address}/gaat-niet-door", {"reason": "Te weinig koks."})
    assert "gaat niet door" in page.text
    assert "Te weinig koks." in page.text
    page = teun.write(f"{address}/terugnemen", {"reason": "Dubbel opgeschreven."})
    assert "teruggenomen" in page.text
    assert "Samen eten" not in teun.open("/activiteiten/").text


def test_nobody_else_calls_it_off(visit: Visit) -> None:
    address = planned(visit("themagroep"))
    visit("wijkgroep").open(f"{address}/gaat-niet-door", status=403)
    visit("wijkgroep").open(f"{address}/verbeteren", status=403)


def test_the_aanjager_links_it(visit: Visit, noor: Visitor) -> None:
    page = noor.write(f"{planned(visit('themagroep'))}/koppelen", {"persona": "hans"})
    assert "Hans, persona" in page.text


def test_what_was_there_without_news_is_asked_of_who_knows(visit: Visit, desk: Desk) -> None:
    desk.record([LAST_WEEK], by="m-themagroep")
    page = visit("themagroep").open("/activiteiten/?lijst=bericht")
    assert "niet bekend of dit doorging" in page.text
    assert page.links()["Leg vast wat het bracht"] == "/opbrengsten/nieuw?activiteit=koffie"
    assert "Comenius" in page.text


def test_others_do_not_read_whose_it_was(visit: Visit, desk: Desk) -> None:
    off = ActivityPlanned(activity="soep", title="Soep", on=LAST_WEEK.on, organisation=WELZIJN)
    why = ActivityCancelled(activity="soep", reason="Niemand kwam.")
    desk.record([LAST_WEEK, off, why], by="m-aanjager")
    wies = visit("wijkgroep")
    page = wies.open("/activiteiten/?lijst=geweest&waar=")
    assert "niet bekend of dit doorging" in page.text
    rows = page.html.query("main ul.rows")[0].to_text()
    assert "Koffie in Schenkel" in rows
    assert "Comenius" not in rows
    assert "alleen zichtbaar voor de organisatie" in wies.open("/activiteiten/koffie").text
    assert "Niemand kwam." not in wies.open("/activiteiten/soep").text
    assert "Niemand kwam." in visit("voorzitter").open("/activiteiten/soep").text


def test_an_activity_of_an_offer_begins_with_what_is_known(noor: Visitor) -> None:
    address = "/activiteiten/nieuw?aanbod=b01"
    assert noor.open(address).fields()["title"].startswith("Subsidie voor ontmoeting")
    page = noor.write(address, TYPED)
    assert "Hoort bij het aanbod Subsidie voor ontmoeting" in page.text


def test_planning_for_another_organisation_is_not_for_everyone(visit: Visit) -> None:
    visit("contactpersoon").open(f"{NEW}?organisatie={WELZIJN}", status=403)
    visit("wijkgroep").open(f"{NEW}?groep=kerngroep", status=403)
    visit("wijkgroep").open(f"{NEW}?groep=wop_schenkel&waar=WK050206")
    visit("wijkgroep").open(f"{NEW}?waar=nergens", status=404)


def test_a_page_of_an_earlier_day_has_no_buttons(visit: Visit, clock: Clock) -> None:
    address = planned(visit("themagroep"))
    clock.forward(days=1)
    teun = visit("themagroep")
    page = teun.open(f"{address}?op=2026-03-02")
    assert "Andere dag" not in page.links()
    assert "Plan een activiteit" not in teun.open("/activiteiten/?op=2026-03-02").links()
