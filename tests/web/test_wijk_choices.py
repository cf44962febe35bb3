"""What the plan offers to every wijk group: each chooses, and all see who chose what."""

from collections.abc import Callable

from alliance.database import reading
from alliance.desk import Desk
from alliance.journal import head
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/afspraken/keuzes/T4.A2"


def test_every_wijk_group_sees_what_there_is_to_choose(visit: Visit) -> None:
    page = visit("wijkgroep").open(AT)
    assert "Een lief-en-leedpot per straat." in page.text
    assert "Deze groep koos nog niet." in page.text
    chooses = [link for link in page.links().values() if link.startswith(f"{AT}/")]
    assert chooses == [f"{AT}/wop_schenkel"]


def test_what_a_group_ticks_becomes_its_agreements_in_one_append(
    visit: Visit, desk: Desk, noor: Visitor
) -> None:
    wies = visit("wijkgroep")
    with reading(desk.engine) as db:
        before = head(db).position
    page = wies.write(f"{AT}/wop_schenkel", {"parts": ["T4.A2c", "T4.A2d"]})
    with reading(desk.engine) as db:
        assert head(db).position == before + 2
    assert "Jullie keuze staat erin" in page.text
    for visitor in (noor, visit("themagroep")):
        links = visitor.open(AT).links()
        assert "Een lief-en-leedpot per straat" in links
    chosen = wies.open(links["Een lief-en-leedpot per straat"]).text
    assert "Schenkel" in chosen
    left = wies.open(f"{AT}/wop_schenkel").text
    assert "Zwaaitegels" not in left.partition("Wat kiezen jullie?")[2]


def test_a_choice_is_asked_for_and_only_in_the_own_group(visit: Visit, noor: Visitor) -> None:
    assert "Vink aan wat jullie kiezen." in noor.send(f"{AT}/wop_schenkel", {}, 422).text
    visit("themagroep").open(f"{AT}/wop_schenkel", status=403)
    noor.open("/afspraken/keuzes/T1.A1", status=404)
    noor.open(f"{AT}/kerngroep", status=404)
