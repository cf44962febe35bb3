"""Raising a point: for the own group, on what the site proposed too, and nobody else's."""

from tests.web.test_agenda import YOUNG, Visit, points
from tests.web.visitor import Visitor

RAISE = "/agenda/aandragen"


def test_a_member_raises_a_point_for_the_own_group(visit: Visit) -> None:
    teun = visit("themagroep")
    assert teun.open(RAISE).visible_fields() == ["title", "reason"]
    page = teun.write(RAISE, {"title": "Stage bij het jongerenwerk", "reason": "Er is plek."})
    assert page.title == "Agenda voor de volgende keer: Themagroep Eenzaamheid onder jongeren"
    assert points(page)[0] == "Stage bij het jongerenwerk"
    assert "Er is plek. Waarom staat dit hier?" in page.text
    assert "Aangedragen op 2 maart 2026 door Comenius College." in page.text
    assert "Agendapunt aangedragen: Stage bij het jongerenwerk" in page.links()


def test_what_the_site_proposed_is_taken_up_by_hand_once(visit: Visit) -> None:
    vera = visit("voorzitter")
    vera.write(f"{RAISE}?over=results:open&titel=Wie+trekt+wat", {})
    found = points(vera.open(YOUNG))
    assert "Wie trekt wat" in found
    assert not [title for title in found if title.startswith("Geen van de 4 resultaten")]


def test_the_sounding_board_thinks_along(visit: Visit) -> None:
    page = visit("klankbordgroep").write(RAISE, {"title": "Een pakket voor nieuwe bewoners"})
    assert "besluiten" not in page.text and "meedenken" in page.text


def test_a_point_is_raised_for_a_group_one_is_in(noor: Visitor, visit: Visit) -> None:
    teun = visit("themagroep")
    teun.open(f"{RAISE}?groep=kerngroep", 403)
    teun.open(f"{RAISE}?over=Geen+sleutel", 404)
    page = noor.send(RAISE, {"title": "Wat doen we met Kerst?"}, 422)
    assert "Kies welke groep bij elkaar komt." in page.text
    page = noor.send(RAISE, {"title": "", "group": "kerngroep"}, 422)
    assert "Schrijf in één regel waar het over gaat." in page.text
