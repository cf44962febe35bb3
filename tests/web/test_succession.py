"""The contact of an organisation hands over, and a place that is free is filled."""

from collections.abc import Callable

from alliance.desk import Desk
from alliance.events.organisations import ContactNamed, MemberJoined
from alliance.projections import people
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
SONRISA, COMENIUS = "/alliantie/organisaties/sonrisa", "/alliantie/organisaties/comenius"


def test_a_free_place_is_filled_by_someone_of_the_organisation(noor: Visitor) -> None:
    to = noor.open(COMENIUS).links()["Kies een contactpersoon"]
    page = noor.write(to, {"successor": "m-themagroep"})
    assert "Contactpersoon Teun Voorbeeld" in page.text and "over van" not in page.text


def test_a_contact_hands_over_and_the_page_says_from_whom(
    noor: Visitor, visit: Visit, desk: Desk
) -> None:
    joined = MemberJoined(member="m-kerngroep", organisation="sonrisa")
    desk.record([joined], by="m-aanjager")
    to = noor.open(SONRISA).links()["Draag het contact over"]
    page = noor.write(to, {"successor": "m-kerngroep"})
    said = "Kim Voorbeeld nam het contact op 2 maart 2026 over van Cora Voorbeeld."
    assert "Contactpersoon Kim Voorbeeld" in page.text and said in page.text
    assert "nam het contact" not in visit("beleidsmedewerker").open(SONRISA).text
    with desk.reading() as now:
        assert now.ask(people.contacts_of, "sonrisa") == ("m-kerngroep",)


def test_of_two_contacts_it_is_said_which_one_hands_over(noor: Visitor, desk: Desk) -> None:
    more = [
        MemberJoined(member="m-kerngroep", organisation="sonrisa"),
        MemberJoined(member="m-themagroep", organisation="sonrisa"),
        ContactNamed(organisation="sonrisa", member="m-themagroep"),
    ]
    desk.record(more, by="m-aanjager")
    at = f"{SONRISA}/contactpersoon"
    wrong = noor.send(at, {}, 422)
    assert "Kies wie contactpersoon wordt." in wrong.text
    assert "Kies wie het contact overdraagt." in wrong.text
    noor.write(at, {"successor": "m-kerngroep", "member": "m-themagroep"})
    with desk.reading() as now:
        assert {*now.ask(people.contacts_of, "sonrisa")} == {"m-contactpersoon", "m-kerngroep"}


def test_who_does_not_take_part_yet_is_let_in_first(noor: Visitor) -> None:
    links = noor.open(f"{SONRISA}/contactpersoon").links()
    assert links["Laat iemand toe"] == "/alliantie/leden/nieuw?organisatie=sonrisa"


def test_only_the_aanjager_says_who_is_the_contact(visit: Visit) -> None:
    for role in ("contactpersoon", "kerngroep"):
        visitor = visit(role)
        assert "Draag het contact over" not in visitor.open(SONRISA).links()
        visitor.open(f"{SONRISA}/contactpersoon", 403)
