"""No list can be searched for what is hidden: that it is found would tell what it says."""

from collections.abc import Callable

from alliance.desk import Desk
from alliance.events.offers import OfferRegistered
from alliance.events.organisations import OrganisationJoined
from alliance.veil import HIDDEN
from tests.web.test_hiding import hide
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
