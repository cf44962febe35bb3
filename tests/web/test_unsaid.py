"""No list can be searched for what is hidden: that it is found would tell what it says."""

import re
from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.activities import ActivityAnnounced, ActivityPlanned
from alliance.events.offers import OfferRegistered
from alliance.events.organisations import OrganisationJoined
from alliance.veil import HIDDEN
from tests.web.test_hiding import choices, hide
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


def test_nobody_finds_what_is_hidden_by_searching_for_a_part_of_it(
    visit: Visit, desk: Desk
) -> None:
    name = "Koffie bij Toos Voorbeeld thuis"
    desk.record([OfferRegistered(offer="koffie", name=name)], by="m-contactpersoon")
    kim = visit("kerngroep")
    hide(kim, "/aanbod/koffie", name)
    assert kim.open("/aanbod/koffie").title == HIDDEN
    assert HIDDEN not in kim.open("/aanbod/?zoek=toos").text
    assert name in visit("contactpersoon").open("/aanbod/?zoek=toos").text


def test_nor_by_picking_it_from_a_list(visit: Visit, desk: Desk) -> None:
    house = OrganisationJoined(
        organisation="huis", name="Huis van Toos V.", sector="welzijn", kind="organisatie"
    )
    desk.record([house], by="m-contactpersoon", sure=True)
    kim, asked = visit("kerngroep"), "/aanbod/?organisatie=van+toos"
    kim.open(asked)
    hide(kim, "/alliantie/organisaties/huis", house.name)
    found = kim.open(asked, 404)
    assert house.name not in found.text and HIDDEN not in found.text


def test_a_calendar_that_somebody_subscribed_to_is_covered_too(visit: Visit, desk: Desk) -> None:
    title = "Wandelen met Toos Voorbeeld, rond de plas en met haar beide buurvrouwen"
    walk = ActivityPlanned(
        activity="wandelen", title=title, on=date(2026, 3, 20), group="themagroep_t3"
    )
    told = ActivityAnnounced(activity="wandelen", headline=title)
    desk.record([walk, told], by="m-voorzitter")
    teun = visit("themagroep")
    address = next(
        said for said in re.findall(r"http://localhost(/agenda/m-\S+?\.ics)", text_of(teun))
    )
    files = (address, "/activiteiten/wandelen.ics", "/agenda/openbaar.ics")
    assert all("Toos" in unfolded(teun, file) for file in files)
    hide(teun, "/activiteiten/wandelen", title)
    for file in files:
        assert "Toos" not in unfolded(teun, file) and HIDDEN in unfolded(teun, file)


def text_of(teun: Visitor) -> str:
    return teun.open("/mijn-gegevens/agenda").response.text


def unfolded(reader: Visitor, file: str) -> str:
    return reader.client.get(file).text.replace("\r\n ", "")


def test_nobody_can_hide_the_words_of_the_site_itself(visit: Visit) -> None:
    teun = visit("themagroep")
    address = teun.send("/afspraken/nieuw", {"title": "tijdlijn"}).response.headers["Location"]
    here = teun.open(address).links()["Hier staat iets over een persoon"]
    page = teun.open(here)
    assert "een woord van de site zelf" in page.text
    assert choices(page) == {}
