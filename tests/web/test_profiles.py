"""What an organisation brings and seeks, in its own words, on its page and in the list."""

from collections.abc import Callable

from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
SONRISA = "/alliantie/organisaties/sonrisa"
INDEX = "/alliantie/"


def test_a_contact_says_what_the_organisation_brings_and_all_members_read_it(
    visit: Visit,
) -> None:
    cora = visit("contactpersoon")
    to = cora.open(SONRISA).links()["Zeg wat zij brengt en zoekt"]
    page = cora.write(to, {"brings": "Muziek", "seeks": "Een zaal op dinsdag."})
    assert "Brengt Muziek" in page.text and "Zoekt Een zaal op dinsdag." in page.text
    assert "Zoekt Een zaal" in visit("themagroep").open(SONRISA).text
    assert cora.open(to).fields()["brings"] == "Muziek"
    visit("themagroep").open(to, 403)
    cora.open("/alliantie/organisaties/comenius/brengt-en-zoekt", 403)


def test_the_list_of_who_takes_part_shows_it_in_one_line(noor: Visitor, visit: Visit) -> None:
    noor.write("/alliantie/organisaties/comenius/brengt-en-zoekt", {"brings": "Leerlingen."})
    assert "Brengt: Leerlingen." in visit("kerngroep").open(INDEX).text


def test_a_line_is_never_about_a_person(noor: Visitor) -> None:
    page = noor.send(f"{SONRISA}/brengt-en-zoekt", {"brings": "jan@voorbeeld.example"}, 422)
    assert page.fields()["brings"] == "jan@voorbeeld.example"


def test_an_aandachtsfunctionaris_is_named_from_the_phone_book_only(
    visit: Visit,
) -> None:
    cora = visit("contactpersoon")
    to = cora.open(SONRISA).links()["Meld of er een aandachtsfunctionaris is"]
    typed = {"there": "ja", "contact": "010 000 00 00", "member": "m-contactpersoon"}
    cora.write(to, typed)
    said = "Aandachtsfunctionaris Cora Voorbeeld, 010 000 00 00"
    assert said in visit("kerngroep").open(SONRISA).text
    outside = visit("beleidsmedewerker").open(SONRISA).text
    assert "Cora" not in outside and "010 000 00 00" in outside


def test_that_there_is_none_is_said_too(noor: Visitor) -> None:
    assert "Aandachtsfunctionaris onbekend" in noor.open(SONRISA).text
    page = noor.write(f"{SONRISA}/aandachtsfunctionaris", {"there": "nee"})
    assert "Aandachtsfunctionaris die is er niet" in page.text
    assert "Kies of er" in noor.send(f"{SONRISA}/aandachtsfunctionaris", {"there": ""}, 422).text
