"""Step plans outside the year calendar: written once, seen with their days, agreed in one go."""

from collections.abc import Callable

import pytest

from alliance.database import reading
from alliance.desk import Desk
from alliance.journal import head
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/stappenplannen/"
WELCOME = {"name": "Welkom", "lines": "0 Bellen\n35 Langsgaan\n-7 Kaart sturen"}


@pytest.fixture
def plan(noor: Visitor) -> str:
    """The address of a step plan of three steps."""
    return str(noor.send(f"{AT}nieuw", WELCOME).response.headers["Location"])


def test_the_aanjager_writes_one_in_lines(noor: Visitor, plan: str) -> None:
    page = noor.open(plan)
    assert "7 dagen vóór de start" in page.text and "35 dagen na de start" in page.text
    assert page.text.index("Kaart sturen") < page.text.index("Bellen")
    assert "Welkom" in noor.open(AT).links()
    refused = noor.send(f"{AT}nieuw", {"name": "", "lines": "Bellen"}, 422)
    assert "Begin regel 1 met het aantal dagen" in refused.text
    assert refused.fields()["lines"] == "Bellen"


def test_the_days_are_seen_before_anything_is_agreed(noor: Visitor, plan: str, desk: Desk) -> None:
    with reading(desk.engine) as db:
        before = head(db).position
    form = noor.open(f"{plan}/starten")
    assert form.visible_fields() == ["start", "waarvoor"] and "nog niets afgesproken" in form.text
    page = noor.open(f"{plan}/starten?start=2-3-2026&waarvoor=Bakker")
    assert "Bellen, vóór maandag 2 maart 2026" in page.text
    assert "Langsgaan, vóór dinsdag 7 april 2026 (6 april 2026 is een vrije dag)" in page.text
    assert "Kaart sturen" not in page.text  # its day has been
    assert "een dag in die nog komt" in noor.open(f"{plan}/starten?start=ooit").text
    with reading(desk.engine) as db:
        assert head(db).position == before


def test_what_is_ticked_becomes_agreements_in_one_append(
    noor: Visitor, plan: str, desk: Desk
) -> None:
    address = f"{plan}/starten?start=2-3-2026&waarvoor=Bakker"
    with reading(desk.engine) as db:
        before = head(db).position
    page = noor.write(address, {"group": "kerngroep"})
    assert "De stappen zijn afspraken." in page.text
    assert "De laatste keer begon het op 2 maart 2026." in page.text
    with reading(desk.engine) as db:
        assert head(db).position == before + 3
    text = noor.open("/afspraken/?groep=kerngroep&mist=owner").text
    assert "Bellen (Bakker)" in text and "Langsgaan (Bakker)" in text


def test_what_is_missing_is_said_at_once(noor: Visitor, plan: str) -> None:
    address = f"{plan}/starten?start=2-3-2026"
    text = noor.send(address, {"steps": [], "group": ""}, 422).text
    assert "Vink minstens één stap aan." in text and "Kies welke groep dit afspreekt." in text


def test_a_list_of_agreements_becomes_a_step_plan(noor: Visitor) -> None:
    for title, day in (("Zaal regelen", "9-3-2026"), ("Koffie halen", "16-3-2026")):
        noor.send("/afspraken/nieuw?groep=kerngroep", {"title": title, "by_when": day})
    links = noor.open("/afspraken/?groep=kerngroep").links()
    form = noor.open(links["Maak van deze lijst een stappenplan"])
    lines = form.fields()["lines"]
    assert lines == "0 Zaal regelen 7 Koffie halen"


def test_it_is_written_anew_and_let_go(noor: Visitor, plan: str) -> None:
    noor.write(f"{plan}/veranderen", {"lines": "7 Bellen"})
    assert "Langsgaan" not in noor.open(plan).text.partition("Wat er gebeurde")[0]
    page = noor.write(f"{plan}/weghalen", {"reason": "Niet meer nodig."})
    assert "Welkom" not in page.links()
    assert "Dit stappenplan is weggehaald" in noor.open(plan).text


def test_only_the_aanjager_writes_and_starts_one(visit: Visit, plan: str) -> None:
    teun = visit("themagroep")
    assert "Start dit stappenplan" not in teun.open(plan).links()
    for address in (f"{plan}/starten", f"{plan}/veranderen", f"{AT}nieuw"):
        teun.open(address, 403)
