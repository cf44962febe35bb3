"""Taking a list back as a whole: all of it goes, but what others changed since; and once only."""

from collections.abc import Callable

import pytest

from alliance import members
from alliance.database import reading
from alliance.desk import Desk
from alliance.journal import head
from tests.web.handed import CONTACTS, OFFERS, choose, rows_page, take
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


def position(desk: Desk) -> int:
    with reading(desk.engine) as db:
        return head(db).position


@pytest.mark.parametrize(("contents", "rows"), [("offers", OFFERS), ("contacts", CONTACTS)])
def test_a_whole_list_is_taken_back_in_one_act(
    noor: Visitor, desk: Desk, contents: str, rows: list[tuple[str, ...]]
) -> None:
    page = rows_page(noor, rows, contents)
    choose(noor, page)
    there = take(noor, page).response.request.path
    asked = noor.open(f"{there}/terugnemen")
    assert "wordt teruggenomen: 3 keer." in asked.text
    back = noor.write(f"{there}/terugnemen", {"reason": "Verkeerde lijst."})
    for words in ("Deze lijst is teruggenomen", "Verkeerde lijst."):
        assert words in back.text
    assert "Zo is er geen aanbod." in noor.open("/aanbod/?zoek=breicaf").text
    with reading(desk.engine) as db:
        assert members.find_by_mail(db, "wil@voorbeeld.example") is None
    assert "Eetclub" not in noor.open("/alliantie/").text
    noor.open(f"{there}/terugnemen", status=409)
    assert "teruggenomen" in noor.open("/lijsten/").text


def test_what_others_changed_since_stays_and_is_listed(noor: Visitor, visit: Visit) -> None:
    page = take(noor, rows_page(noor, OFFERS[:2]))
    offer = page.links()["Soep op vrijdag"]
    there = page.response.request.path
    visit("contactpersoon").write(f"{offer}/verbeteren", {"name": "Soep en brood"})
    assert "blijft staan: 1 keer" in noor.open(f"{there}/terugnemen").text
    back = noor.write(f"{there}/terugnemen", {"reason": "Verkeerde lijst."})
    assert "Wat bleef staan" in back.text and "Soep en brood" in back.text
    assert "teruggenomen" not in noor.open(offer).text.split("Wat er gebeurde")[0]


def test_the_same_list_is_never_taken_in_twice(noor: Visitor, desk: Desk) -> None:
    rows = rows_page(noor, OFFERS[:2])
    sent = noor.open(rows).fields()
    noor.post(rows.replace("regels", "opnemen"), sent)
    after = position(desk)
    noor.post(rows.replace("regels", "opnemen"), sent)
    assert position(desk) == after
