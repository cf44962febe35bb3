"""The programme: what the plan asks beside its results, and who writes down what became of it."""

from collections.abc import Callable

import pytest

from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
PROGRAMME = "/programma/"
MILESTONE = "/programma/mijlpalen/M7"
MONEY = "/programma/geld/I2020"


def test_the_programme_tells_hours_as_printed_and_as_added_up(noor: Visitor) -> None:
    text = noor.open(PROGRAMME).text
    assert "plan van 2019–2020" in text
    assert "Uren per jaar in het plan 70 tot 75 uur De delen opgeteld 69 uur klopt niet" in text
    assert (
        "De delen zijn samen 3 uur minder dan er in het plan staat. We laten beide staan." in text
    )
    assert "Het plan noemt geen uren." in text


def test_the_programme_tells_milestones_and_money_without_guessing(noor: Visitor) -> None:
    text = noor.open(PROGRAMME).text
    assert "in het plan: eind 2020" in text and "het plan noemt geen dag" in text
    assert "nog aan te vragen onbekend" in text and "€ 514.000" in text
    assert "We verdelen het daarom niet over thema's of resultaten" in text
    assert "1.542.000" not in text and "€ 0" not in text


def test_the_programme_is_found_from_progress_and_from_the_alliance(noor: Visitor) -> None:
    links = noor.open("/voortgang/").links()
    assert links["Het programma: mijlpalen, rollen en geld"] == PROGRAMME
    assert noor.open("/alliantie/").links()["Lees het programma"] == PROGRAMME


@pytest.mark.parametrize("role", ["aanjager", "kernvoorzitter", "beleidsmedewerker"])
def test_who_keeps_the_programme_writes_down_what_became_of_a_milestone(
    visit: Visit, role: str
) -> None:
    visitor = visit(role)
    typed = {"state": "gehaald", "on": "1-12-2020", "note": "Met de hele alliantie."}
    page = visitor.write(f"{MILESTONE}/stand", typed)
    assert "De stand van deze mijlpaal staat erin." in page.text
    assert "Gehaald op 1 december 2020" in page.text and "Met de hele alliantie." in page.text
    assert "gehaald op 1 december 2020" in visitor.open(PROGRAMME).text


def test_a_milestone_that_did_not_happen_asks_why_and_can_be_opened_again(noor: Visitor) -> None:
    page = noor.send(f"{MILESTONE}/stand", {"state": "niet_doorgegaan", "note": ""}, 422)
    assert "Schrijf in één zin waarom het niet doorgaat." in page.text
    noor.write(f"{MILESTONE}/stand", {"state": "niet_doorgegaan", "note": "Geen tijd."})
    page = noor.write(f"{MILESTONE}/stand", {"state": "open", "note": "Volgt nog."})
    assert "nog open" in page.text and "Volgt nog." in page.text


def test_what_became_of_money_stands_beside_the_plan_with_its_source(visit: Visit) -> None:
    bas = visit("beleidsmedewerker")
    assert "Bedrag in het plan onbekend" in bas.open(MONEY).text
    typed = {"status": "toegekend", "amount": "12.500", "source": "raadsbesluit van 12 juli 2020"}
    page = bas.write(f"{MONEY}/stand", typed)
    assert "Bedrag in het plan onbekend" in page.text
    assert "Bedrag € 12.500" in page.text and "raadsbesluit van 12 juli 2020" in page.text
    again = bas.send(f"{MONEY}/stand", {"status": "toegekend", "amount": "0", "source": "x"}, 422)
    assert "Kwam er niets? Kies afgewezen." in again.text


def test_money_of_the_whole_gemeente_is_context_and_cannot_be_set(noor: Visitor) -> None:
    page = noor.open("/programma/geld/B2020")
    assert "Alleen als achtergrond" in page.text
    assert "Schrijf op hoe het staat" not in page.links()
    form = noor.open("/programma/geld/B2020/stand").fields()
    fields = {**form, "status": "toegekend", "amount": "5", "source": "brief"}
    assert "alleen als achtergrond" in noor.post("/programma/geld/B2020/stand", fields, 422).text


def test_who_only_reads_gets_no_button_and_the_public_nothing(visit: Visit) -> None:
    teun = visit("themagroep")
    assert "Schrijf op hoe het staat" not in teun.open(MILESTONE).links()
    teun.open(f"{MILESTONE}/stand", 403)
    visit("raadslid").open(PROGRAMME, 403)
    visit("").open(PROGRAMME, 302)
    teun.open("/programma/mijlpalen/M99", 404)
    teun.open("/programma/geld/M99", 404)


def test_a_group_shows_the_rhythm_of_the_plan_beside_its_own(noor: Visitor) -> None:
    core = noor.open("/alliantie/groepen/kerngroep")
    assert "8 keer per jaar, 120 minuten per keer (dat is om de 6 weken, afgeleid)" in core.text
    assert "In 2026 geen bijeenkomsten gehouden of gepland" in core.text
    assert "De delen opgeteld 69 uur" in core.text and "plan van 2019–2020" in core.text
    sounding = noor.open("/alliantie/groepen/klankbordgroep").text
    assert "4 keer per jaar" in sounding and "8 tot 13 uur" in sounding
    info = noor.open("/alliantie/groepen/themagroep_info").text
    assert "Deze groep spreekt af staat er nog niet bij" in info
    assert "Wat het plan vraagt" not in noor.open("/alliantie/groepen/wop_schenkel").text
