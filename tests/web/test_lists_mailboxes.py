"""General mail addresses in a list of offers: one per organisation, what is known stays."""

from alliance.database import reading
from alliance.desk import Desk
from alliance.events.organisations import OrganisationRevised
from alliance.journal import stream
from alliance.projections import people
from tests.sources.books import Rows
from tests.web.handed import SONRISA, choose, rows_page, take
from tests.web.visitor import Visitor

ADDRESSED: Rows = [
    ("Naam", "Organisatie", "E-mail organisatie"),
    ("Soep op vrijdag", SONRISA, "info@sonrisa.example"),
    ("Samen zingen", SONRISA, "zingen@sonrisa.example"),
    ("Breicafé", "Breiclub Voorbeeld", "info@breiclub.example"),
]
AGAIN = "/alliantie/organisaties/sonrisa/gegevens"


def mailbox(desk: Desk, name: str) -> str | None:
    """The general mail address of an organisation."""
    with reading(desk.engine) as db:
        [found] = [one for one in people.listed(db) if one.name == name]
    return found.mailbox


def revisions(desk: Desk) -> int:
    with reading(desk.engine) as db:
        past = stream(db, "organisation:sonrisa")
    return sum(isinstance(entry.event, OrganisationRevised) for entry in past)


def test_an_organisation_gets_the_first_address_that_the_list_names(
    noor: Visitor, desk: Desk
) -> None:
    rows = rows_page(noor, ADDRESSED)
    choose(noor, rows)
    page = noor.open(rows)
    assert "Neem 3 regels en één mailadres op" in page.text
    assert f"Een mailadres krijgen: {SONRISA}." in page.text
    page = take(noor, rows)
    assert mailbox(desk, SONRISA) == "info@sonrisa.example"
    assert mailbox(desk, "Breiclub Voorbeeld") == "info@breiclub.example"
    assert "Organisaties die een mailadres kregen (1)" in page.text


def test_an_address_that_is_there_stays_and_offers_that_are_there_do_not_matter(
    noor: Visitor, desk: Desk
) -> None:
    take(noor, rows_page(noor, [row[:2] for row in ADDRESSED[:3]]))
    rows = rows_page(noor, ADDRESSED[:3])
    assert "Neem één mailadres op" in noor.open(rows).text
    take(noor, rows)
    before = revisions(desk)
    assert before == 1
    other = [ADDRESSED[0], ("Lezen", SONRISA, "ander@sonrisa.example")]
    take(noor, rows_page(noor, other))
    assert mailbox(desk, SONRISA) == "info@sonrisa.example"
    assert revisions(desk) == before


def test_a_row_that_stands_there_twice_names_a_new_organisation_once(
    noor: Visitor, desk: Desk
) -> None:
    rows = rows_page(noor, [*ADDRESSED, ADDRESSED[3]])
    choose(noor, rows)
    assert "Neem 3 regels en één mailadres op" in noor.open(rows).text
    take(noor, rows)
    assert mailbox(desk, "Breiclub Voorbeeld") == "info@breiclub.example"


def test_what_is_no_address_is_said_at_its_row(noor: Visitor) -> None:
    rows = rows_page(noor, [ADDRESSED[0], ("Lezen", SONRISA, "zie de website")])
    assert "Kolom C, Algemeen mailadres: Dit is geen mailadres." in noor.open(rows).text


def test_an_address_goes_with_its_list_unless_it_was_written_anew(
    noor: Visitor, desk: Desk
) -> None:
    there = take(noor, rows_page(noor, ADDRESSED[:3])).response.request.path
    noor.write(f"{there}/terugnemen", {"reason": "Verkeerde lijst."})
    assert mailbox(desk, SONRISA) is None

    there = take(noor, rows_page(noor, ADDRESSED[:3])).response.request.path
    noor.write(AGAIN, {"mailbox": "balie@sonrisa.example"})
    assert "blijft staan: 1 keer" in noor.open(f"{there}/terugnemen").text
    noor.write(f"{there}/terugnemen", {"reason": "Verkeerde lijst."})
    assert mailbox(desk, SONRISA) == "balie@sonrisa.example"
