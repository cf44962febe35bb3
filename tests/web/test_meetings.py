"""When groups meet: planned, moved, called off, set right, and what they decided."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.organisations import GroupFormed
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = "/bijeenkomsten/nieuw"
TYPED = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis, zaal 2"}
TITLE = "Themagroep Eenzaamheid onder jongeren, donderdag 26 maart 2026"


@pytest.fixture
def vera(visit: Visit) -> Visitor:
    """The chair of the theme group for young people."""
    return visit("voorzitter")


def planned(visitor: Visitor, at: str = NEW, **typed: str) -> str:
    """The address of a meeting that was just planned."""
    return str(visitor.send(at, TYPED | typed).response.headers["Location"])


def test_a_chair_plans_a_meeting_of_the_own_group_with_two_fields(vera: Visitor) -> None:
    form = vera.open(NEW)
    assert form.visible_fields() == ["on", "place"]
    assert "Voor: Themagroep Eenzaamheid onder jongeren." in form.text
    page = vera.write(NEW, TYPED)
    assert page.title == TITLE
    assert "14.00 uur" in page.text and "Gemeentehuis, zaal 2" in page.text
    assert page.title in vera.open("/bijeenkomsten/").links()


def test_who_may_plan_for_all_chooses_from_at_most_seven(noor: Visitor) -> None:
    form = noor.open(NEW)
    assert form.visible_fields() == ["group", "on", "place"]
    assert 2 < len(form.html.query("input[type=radio][name=group]")) <= 7
    page = noor.write(NEW, TYPED | {"group": "klankbordgroep"})
    assert page.title == "Klankbordgroep, donderdag 26 maart 2026"


def test_with_more_than_seven_groups_a_part_of_the_name_is_enough(
    noor: Visitor, desk: Desk
) -> None:
    extra = [
        GroupFormed(group=f"wop_{n}", name=f"Wijkoverleg {n}", kind="wijkgroep", task="Kiest.")
        for n in range(3)
    ]
    desk.record(extra, by="import")
    assert noor.open(NEW).visible_fields() == ["group", "on", "place"]
    asked = noor.send(NEW, TYPED | {"group": "wijkov"}, 422)
    assert "Kies hieronder wat je bedoelt" in asked.text
    assert "Wijkoverleg 2" in asked.text and "Klankbordgroep" not in asked.text
    page = noor.write(NEW, TYPED | {"group": "wijkov", "group-keuze": "wop_2"})
    assert page.title == "Wijkoverleg 2, donderdag 26 maart 2026"


def test_without_a_group_or_a_day_nothing_is_planned_and_what_was_typed_stays(
    noor: Visitor,
) -> None:
    page = noor.send(NEW, {"on": "31-02-2026", "place": "De Wel"}, 422)
    assert "Kies welke groep bij elkaar komt." in page.text
    assert "Deze dag bestaat niet." in page.text
    assert page.fields()["place"] == "De Wel"


def test_a_chair_plans_nothing_for_another_group(vera: Visitor, visit: Visit) -> None:
    vera.open(f"{NEW}?groep=kerngroep", 403)
    vera.open(f"{NEW}?groep=onbekend", 404)
    visit("themagroep").open(NEW, 403)


def test_a_meeting_is_moved_and_says_from_when(vera: Visitor) -> None:
    address = planned(vera)
    page = vera.write(f"{address}/verplaatsen", {"on": "02-04-2026", "reason": "De zaal is vol."})
    assert "donderdag 2 april 2026" in page.title
    assert "donderdag 26 maart 2026" in page.text and "De zaal is vol." in page.text


def test_a_meeting_is_called_off_with_a_reason(vera: Visitor) -> None:
    address = planned(vera)
    vera.send(f"{address}/afzeggen", {"reason": ""}, 422)
    page = vera.write(f"{address}/afzeggen", {"reason": "Te weinig mensen."})
    assert "afgezegd" in page.text and "Te weinig mensen." in page.text
    assert "afgezegd" in vera.open("/bijeenkomsten/").text
    assert "gaat niet door" in vera.open(f"{address}/agenda").text


def test_who_planned_a_meeting_sets_it_right_and_takes_it_back(
    vera: Visitor, noor: Visitor
) -> None:
    address = planned(vera)
    form = vera.open(f"{address}/verbeteren")
    assert form.fields()["on"] == "26-03-2026 om 14.00"
    page = vera.write(f"{address}/verbeteren", {"on": "26-03-2026 om 15.30", "place": ""})
    assert "15.30 uur" in page.text and "nog niet bekend" in page.text
    noor.open(f"{address}/verbeteren", 403)
    page = vera.write(f"{address}/terugnemen", {"reason": "Dubbel gepland."})
    assert "teruggenomen" in page.text
    assert page.title not in vera.open("/bijeenkomsten/").links()


def test_meetings_are_shown_per_group(vera: Visitor, noor: Visitor) -> None:
    planned(vera)
    planned(noor, f"{NEW}?groep=kerngroep")
    page = noor.open("/bijeenkomsten/?groep=kerngroep")
    assert page.title == "Bijeenkomsten: Kerngroep"
    assert "Kerngroep, donderdag 26 maart 2026" in page.links()
    assert TITLE not in page.links()
    noor.open("/bijeenkomsten/?groep=onbekend", 404)


def test_a_meeting_that_was_stands_among_those_that_were(vera: Visitor, clock: Clock) -> None:
    address = planned(vera)
    clock.forward(days=24)
    assert "geweest" not in vera.open(address).text
    clock.forward(days=1)
    assert TITLE in vera.open("/bijeenkomsten/").links()
    assert "geweest" in vera.open(address).text
    assert "Vul het verslag aan" in vera.open(address).links()


def test_an_earlier_day_shows_the_meeting_as_it_was(vera: Visitor, clock: Clock) -> None:
    address = planned(vera)
    clock.forward(days=3)
    vera.write(f"{address}/verplaatsen", {"on": "02-04-2026"})
    page = vera.open(f"{address}?op=03-03-2026")
    assert page.title == TITLE
    assert "Verplaats de bijeenkomst" not in page.text
    assert TITLE in vera.open("/bijeenkomsten/?op=03-03-2026").links()


def test_an_unknown_meeting_is_a_page_with_a_way_on(noor: Visitor) -> None:
    for address in (
        "/bijeenkomsten/weg",
        "/bijeenkomsten/weg/agenda",
        "/bijeenkomsten/weg/nu",
    ):
        noor.open(address, 404)
