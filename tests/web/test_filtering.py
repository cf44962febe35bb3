"""A list is filtered by its address: a key, a name, or a part that means one thing."""

from tests.web.visitor import Visitor


def test_a_part_of_a_name_that_means_one_thing_is_enough(noor: Visitor) -> None:
    whole = noor.open("/aanbod/?soort=fonds")
    part = noor.open("/aanbod/?soort=fonds of sub")
    assert part.text.count("Gevonden") == 1
    assert [*part.links()] == [*whole.links()]
    assert whole.fields()["soort"] == "Fonds of subsidie"


def test_a_part_of_several_names_leads_to_each_of_them(noor: Visitor) -> None:
    page = noor.open("/aanbod/?waar=schenkel&zoek=koffie")
    assert page.title == "Wat bedoel je met “schenkel”?"
    assert page.links()["Schenkel (wijk)"] == "/aanbod/?waar=WK050206&zoek=koffie"
    assert page.links()["Terug naar de lijst"] == "/aanbod/?zoek=koffie"
    assert "Schenkel (wijk)" in noor.open("/aanbod/?waar=WK050206").response.text


def test_more_than_seven_names_are_counted_not_shown(noor: Visitor) -> None:
    page = noor.open("/afspraken/?organisatie=e")
    assert len(page.html.query("main ul li")) == 7
    assert "Dit zijn er zeven; er zijn er nog" in page.text


def test_what_is_on_no_list_is_said_with_a_way_back(noor: Visitor) -> None:
    page = noor.open("/aanbod/?waar=Rotterdam", 404)
    assert "Die naam staat niet in de lijst." in page.text
    assert page.links()["Terug naar de lijst"] == "/aanbod/"
