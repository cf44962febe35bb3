"""The catalogue: finding an offer, putting one in it, and keeping it right."""

from collections.abc import Callable

import pytest

from tests.conftest import Clock
from tests.web.visitor import Visitor, attribute

Visit = Callable[[str], Visitor]
NEW = "/aanbod/nieuw"
FIVE = ["name", "for_whom", "place", "joining", "contact"]
TYPED = {
    "name": "Koffieochtend in De Wel",
    "for_whom": "wie graag een praatje maakt",
    "place": "De Wel, Bermweg 300",
    "joining": "Loop binnen op woensdag om 10 uur",
    "contact": "Balie De Wel, 010 123 45 67",
}


def registered(cora: Visitor) -> str:
    """The address of an offer that was just put into the catalogue."""
    return str(cora.send(NEW, TYPED).response.headers["Location"])


def tap(visitor: Visitor, address: str, act: str, **fields: str) -> str:
    """What the page reads after the button of this act was tapped."""
    page = visitor.open(address)
    forms = page.html.query("main form")
    form = next(one for one in forms if attribute(one, "action") == f"{address}/{act}")
    sent = {attribute(one, "name"): attribute(one, "value") for one in form.query("input")}
    answer = visitor.post(f"{address}/{act}", sent | fields)
    return visitor.open(answer.response.headers["Location"]).text


def test_an_offer_is_put_into_the_catalogue_in_five_fields(visit: Visit) -> None:
    cora = visit("contactpersoon")
    assert cora.open(NEW).visible_fields() == FIVE
    page = cora.write(NEW, TYPED)
    assert page.title == TYPED["name"]
    assert "nog te bevestigen" in page.text
    for words in TYPED.values():
        assert words in page.text
    assert "Sonrisa" in page.text


def test_everything_that_is_missing_is_said_at_once(visit: Visit) -> None:
    page = visit("contactpersoon").send(NEW, dict.fromkeys(FIVE, ""), status=422)
    for words in ("Schrijf op hoe het aanbod heet.", "voor wie het is", "waar het is", "bellen"):
        assert words in page.text


def test_the_catalogue_is_searched_and_filtered(noor: Visitor) -> None:
    page = noor.open("/aanbod/")
    assert "Dit komt uit het plan van 2019–2020." in page.text
    assert "Denk & Doe mee!-fonds" in noor.open("/aanbod/?zoek=denk").text
    assert "Denk & Doe mee!-fonds" in noor.open("/aanbod/?soort=fonds").text
    for asked in ("zoek=bestaatniet", "stand=bevestigd", "organisatie=comenius"):
        assert "Zo is er geen aanbod." in noor.open(f"/aanbod/?{asked}").text
    for asked in ("waar=WK050206", "behoefte=ontmoeting", "voor=ouderen", "nakijken=ja"):
        rows = noor.open(f"/aanbod/?{asked}").html.query("main ul.rows > li")
        assert 0 < len(rows) < 50


def test_an_offer_in_a_wijk_is_found_there_and_not_elsewhere(visit: Visit, noor: Visitor) -> None:
    address = visit("contactpersoon").send(f"{NEW}?waar=WK050206", TYPED)
    assert TYPED["name"] in noor.open("/aanbod/?waar=WK050206").text
    assert TYPED["name"] not in noor.open("/aanbod/?waar=WK050209").text
    assert "Schenkel" in noor.open(address.response.headers["Location"]).text


def test_one_tap_says_that_it_is_still_right(visit: Visit) -> None:
    cora = visit("contactpersoon")
    text = tap(cora, registered(cora), "klopt")
    assert "Dank je wel." in text
    assert "bevestigd op 2 maart 2026" in text


def test_what_was_confirmed_too_long_ago_is_outdated(visit: Visit, clock: Clock) -> None:
    cora = visit("contactpersoon")
    address = registered(cora)
    tap(cora, address, "klopt")
    clock.forward(days=200)
    assert "verouderd" in visit("contactpersoon").open(address).text


def test_one_tap_says_whether_there_is_room(visit: Visit) -> None:
    cora = visit("contactpersoon")
    address = registered(cora)
    assert "vol" in tap(cora, address, "ruimte", capacity="vol")
    page = cora.send(f"{address}/ruimte", {"capacity": "halfvol"}, status=422)
    assert "Kies een van de mogelijkheden" in page.text


def test_an_offer_rests_and_runs_again(visit: Visit) -> None:
    cora = visit("contactpersoon")
    address = registered(cora)
    page = cora.write(f"{address}/pauzeren", {"reason": "Verbouwing."})
    assert "gepauzeerd" in page.text
    assert "Loopt het weer?" in page.text
    assert "gepauzeerd" not in tap(cora, address, "klopt").replace("Aanbod gepauzeerd", "")


def test_an_offer_stops_and_only_its_own_see_why(visit: Visit) -> None:
    cora = visit("contactpersoon")
    address = registered(cora)
    assert "geen enkel besluit over subsidie" in cora.open(f"{address}/stoppen").text
    why = {"reason": "Geen vrijwilligers meer.", "lesson": "Zoek er op tijd een tweede bij."}
    page = cora.write(f"{address}/stoppen", why)
    for words in ("gestopt", *why.values()):
        assert words in page.text
    page = visit("wijkgroep").open(address)
    assert "gestopt" in page.text
    assert why["reason"] not in page.text
    again = cora.post(f"{address}/klopt", cora.open(f"{address}/verbeteren").fields(), 422)
    assert "Neem het opnieuw op als het weer begint." in again.text


def test_an_offer_is_revised_and_taken_back(visit: Visit) -> None:
    cora = visit("contactpersoon")
    address = registered(cora)
    page = cora.write(f"{address}/verbeteren", {"name": "Koffie en soep in De Wel"})
    assert page.title == "Koffie en soep in De Wel"
    first = min(link for link in page.links().values() if link.startswith("/tijdlijn/"))
    assert TYPED["name"] in cora.open(first).text
    page = cora.write(f"{address}/terugnemen", {"reason": "Stond er al."})
    assert "teruggenomen" in page.text
    assert "Koffie en soep" not in cora.open("/aanbod/").text
    cora.open(f"{address}/verbeteren", status=409)


@pytest.mark.parametrize("act", ["verbeteren", "stoppen", "terugnemen", "koppelen", "drempels"])
def test_an_offer_of_another_is_left_alone(visit: Visit, act: str) -> None:
    address = registered(visit("contactpersoon"))
    visit("wijkgroep").open(f"{address}/{act}", status=403)
    visit("wijkgroep").open(f"{NEW}?organisatie=sonrisa", status=403)


def test_the_aanjager_says_what_it_counts_for(visit: Visit, noor: Visitor) -> None:
    address = registered(visit("contactpersoon"))
    assert "Kies wat voor soort" in noor.send(f"{address}/koppelen", {"needs": "maatje"}, 422).text
    codes = {
        "kind": "Ontmoetingsplek of inloop",
        "needs": ["ontmoeting"],
        "target_groups": ["ouderen"],
    }
    page = noor.write(f"{address}/koppelen", codes | {"areas": ["WK050206"], "reach": "plek"})
    for words in ("Ontmoetingsplek of inloop", "Schenkel", "op een plek"):
        assert words in page.text
    page = noor.write(f"{address}/koppelen", {"organisation": "welzijn_capelle"})
    assert "Stichting Welzijn Capelle" in page.text
    assert "Er is niets veranderd" in noor.send(f"{address}/koppelen", {}, 422).text
    page = noor.write(f"{address}/drempels", {"drempel-geld": "weg", "drempel-taal": "heeft"})
    assert "Geen geld voor deelname" in page.text
    assert noor.open(f"{address}/drempels").fields()["drempel-geld"] == "weg"


def test_what_the_plan_says_is_shown_with_its_source(noor: Visitor) -> None:
    page = noor.open("/aanbod/b01")
    assert "Bron: plan van 2019–2020" in page.text
    assert "Dit komt uit het plan van 2019–2020." in page.text
    noor.open("/aanbod/bestaat-niet", status=404)
