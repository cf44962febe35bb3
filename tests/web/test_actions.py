"""Writing down what was agreed, what came of it, and who sees what of whom."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionDropped, ActionMoved
from tests.conftest import Clock
from tests.web.cast import SCHOOL, WELZIJN
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
NEW = "/afspraken/nieuw"
TYPED = {"title": "Zoek een maatje in Schollevaar", "by_when": "27-03-2026"}
FRIDAY, LATER = date(2026, 3, 6), date(2026, 3, 20)
CALL = ActionAgreed(
    action="bellen",
    title="Bel alle mentoren",
    organisation=WELZIJN,
    group="themagroep_t3",
    by_when=FRIDAY,
)


def agreed(teun: Visitor) -> str:
    """The address of an action that was just written down."""
    return str(teun.send(NEW, TYPED).response.headers["Location"])


def moved(desk: Desk) -> None:
    """An action of the theme group was agreed and then moved."""
    desk.record([CALL, ActionMoved(action="bellen", by_when=LATER)], by="m-aanjager")


def after(page: Page, mark: str) -> str:
    """What can be read after a mark on the page."""
    return page.text.partition(mark)[2]


def test_an_agreement_is_written_down_and_shown(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write(NEW, TYPED)
    assert page.title == TYPED["title"]
    assert "De afspraak staat erin." in page.text
    assert "vrijdag 27 maart 2026" in page.text
    assert TYPED["title"] in teun.open("/afspraken/").text


def test_an_action_asks_two_things_and_a_tick(visit: Visit) -> None:
    assert visit("themagroep").open(NEW).visible_fields() == ["title", "by_when", "done"]


def test_something_done_is_written_down_in_one_go(visit: Visit) -> None:
    typed = {"title": "Folders gebracht", "by_when": "1 maart 2026", "done": "ja"}
    page = visit("themagroep").write(NEW, typed)
    assert "nagekomen" in page.text
    assert "zondag 1 maart 2026" in page.text


def test_what_is_wrong_is_said_at_once_and_kept(visit: Visit) -> None:
    page = visit("themagroep").send(NEW, {"title": "", "by_when": "31-02-2026"}, status=422)
    assert "Schrijf op wat je doet" in page.text
    assert "Deze dag bestaat niet" in page.text
    assert page.fields()["by_when"] == "31-02-2026"


def test_who_agreed_it_says_it_is_done_and_what_came_of_it(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write(f"{agreed(teun)}/gedaan", {"yielded": "Drie maatjes gevonden."})
    assert "nagekomen" in page.text
    assert "Drie maatjes gevonden." in page.text
    assert "Schrijf op wat het bracht" in page.links()


def test_an_action_is_moved_and_dropped_with_a_reason(visit: Visit) -> None:
    teun = visit("themagroep")
    address = agreed(teun)
    page = teun.write(f"{address}/andere-datum", {"by_when": "3-4-2026", "reason": "Vakantie."})
    assert "verschoven" in page.text
    assert "vrijdag 3 april 2026" in page.text
    page = teun.write(f"{address}/lukt-niet", {"reason": "Er is niemand."})
    assert "niet doorgegaan" in page.text
    assert "Er is niemand." in page.text


def test_who_wrote_it_corrects_it_and_the_earlier_wording_stays(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write(f"{agreed(teun)}/verbeteren", {"title": "Zoek twee maatjes in Schollevaar"})
    assert page.title == "Zoek twee maatjes in Schollevaar"
    first = min(link for link in page.links().values() if link.startswith("/tijdlijn/"))
    assert TYPED["title"] in teun.open(first).text


def test_who_wrote_it_takes_it_back(visit: Visit) -> None:
    teun = visit("themagroep")
    address = agreed(teun)
    page = teun.write(f"{address}/terugnemen", {"reason": "Dubbel opgeschreven."})
    assert "teruggenomen" in page.text
    assert TYPED["title"] not in teun.open("/afspraken/").text
    assert TYPED["title"] in teun.open("/afspraken/?stand=teruggenomen").text
    assert "Maak een nieuwe afspraak" in teun.open(f"{address}/verbeteren", status=409).text


def test_nobody_else_corrects_it(visit: Visit) -> None:
    address = agreed(visit("themagroep"))
    assert "Alleen wie dit opschreef" in visit("kerngroep").open(f"{address}/verbeteren", 403).text


def test_answering_for_another_group_is_refused_with_why(visit: Visit) -> None:
    address = agreed(visit("themagroep"))
    page = visit("wijkgroep").open(f"{address}/gedaan", 403)
    assert "niet bij iets van een andere groep of organisatie" in page.text


def test_the_aanjager_links_it_and_asks_an_organisation(visit: Visit, noor: Visitor) -> None:
    address = agreed(visit("themagroep"))
    page = noor.write(f"{address}/overdragen", {"whom": WELZIJN})
    assert "Stichting Welzijn Capelle" in page.text
    assert "wacht op antwoord" in page.text
    page = noor.write(f"{address}/koppelen", {"persona": "hans"})
    assert "Hans, persona" in page.text
    page = noor.write(f"{address}/koppelen", {"area": "WK050206"})
    assert "Schenkel" in page.text
    assert "Er is nog niets gekoppeld" in noor.send(f"{address}/koppelen", {}, 422).text


def test_what_was_moved_is_seen_by_its_group_its_organisation_and_the_aanjager(
    visit: Visit, noor: Visitor, desk: Desk
) -> None:
    moved(desk)
    for visitor in (noor, visit("themagroep"), visit("voorzitter"), visit("kernvoorzitter")):
        assert CALL.title in visitor.open("/afspraken/").text
        assert "verschoven" in visitor.open("/afspraken/bellen").text


@pytest.mark.parametrize("role", ["kerngroep", "wijkgroep", "contactpersoon", "beleidsmedewerker"])
def test_everyone_else_sees_a_number_for_the_group(visit: Visit, desk: Desk, role: str) -> None:
    moved(desk)
    visitor = visit(role)
    page = visitor.open("/afspraken/")
    assert CALL.title not in page.text
    assert "Themagroep" in after(page, "Wat loopt er achter")
    assert "0 over de datum 1 verschoven 0 niet doorgegaan" in after(
        page, "Wat achterloopt, in aantallen per groep"
    )
    assert CALL.title not in visitor.open("/afspraken/bellen", status=403).text


def test_what_is_past_its_date_or_dropped_is_counted_too(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    gone = ActionAgreed(action="weg", title="Huur een bus", group="themagroep_t3")
    desk.record([CALL, gone, ActionDropped(action="weg", reason="Te duur.")], by="m-aanjager")
    assert CALL.title in visit("kerngroep").open("/afspraken/").text
    clock.forward(days=7)
    page = visit("kerngroep").open("/afspraken/?stand=voorbij")
    assert "1 over de datum 0 verschoven 1 niet doorgegaan" in after(
        page, "Wat achterloopt, in aantallen per groep"
    )
    assert CALL.title not in page.text
    assert "lukt het nog?" in visit("themagroep").open("/afspraken/?stand=voorbij").text


def test_that_a_kept_agreement_was_once_moved_stays_inside(visit: Visit, desk: Desk) -> None:
    moved(desk)
    visit("voorzitter").send("/afspraken/bellen/gedaan", {})
    assert "Afspraak verschoven" in visit("themagroep").open("/afspraken/bellen").text
    assert "Afspraak verschoven" not in visit("wijkgroep").open("/afspraken/bellen").text


def test_a_name_is_shown_to_its_owner_and_the_aanjager_only(visit: Visit, noor: Visitor) -> None:
    teun = visit("themagroep")
    address = agreed(teun)
    assert "Teun Voorbeeld" in teun.open(address).text
    assert "Teun Voorbeeld" in noor.open(address).text
    assert "Teun Voorbeeld" not in visit("kerngroep").open(address).text


def test_only_who_may_ask_writes_down_what_another_organisation_does(visit: Visit) -> None:
    asked = f"{NEW}?organisatie={SCHOOL}"
    visit("contactpersoon").open(asked, status=403)
    page = visit("kerngroep").write(asked, TYPED)
    assert "Comenius" in page.text


def test_the_list_is_filtered_by_what_stands_in_the_address(visit: Visit, desk: Desk) -> None:
    moved(desk)
    teun = visit("themagroep")
    for address in ("van=mij", "groep=kerngroep", "mist=by_when", "stand=gedaan", "waar=WK050206"):
        assert CALL.title not in teun.open(f"/afspraken/?{address}").text
    for address in ("stand=open", "groep=themagroep_t3", "mist=result", "stand=onzin"):
        assert CALL.title in teun.open(f"/afspraken/?{address}").text


def test_an_unknown_action_is_not_there(noor: Visitor) -> None:
    noor.open("/afspraken/bestaat-niet", status=404)


def test_a_page_of_an_earlier_day_shows_no_buttons(visit: Visit, clock: Clock) -> None:
    teun = visit("themagroep")
    address = agreed(teun)
    clock.forward(days=1)
    page = visit("themagroep").open(f"{address}?op=2026-03-02")
    assert "Je ziet wat bekend was" in page.text
    assert "Gedaan" not in page.links()
