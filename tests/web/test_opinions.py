"""Thinking along from the start page: one tap or one sentence, within the sounding board."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.meetings import AgendaItemForwarded, AgendaItemRaised
from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
ADDRESS = "/meedenken/p1"
PLAN = {"on": "26-03-2026 om 14.00", "place": "De Wel"}


@pytest.fixture(autouse=True)
def proposal_was_put(desk: Desk) -> None:
    raised = AgendaItemRaised(
        item="p1",
        group="kerngroep",
        title="Een pakket voor nieuwe bewoners",
        kind="besluiten",
        reason="Is dat een goed begin?",
    )
    desk.record([raised, AgendaItemForwarded(item="p1", to="klankbordgroep")], by="m-aanjager")


def test_a_good_idea_is_one_tap_from_the_start_page(visit: Visit) -> None:
    kees = visit("klankbordgroep")
    page = kees.open("/")
    assert "Eén voorstel ligt voor" in page.text
    assert page.links()["Lees, één minuut : Een pakket voor nieuwe bewoners"] == ADDRESS
    page = tap(kees, "/", "Goed idee")
    assert "Jij zei: Goed idee" in page.text and "Eén lid vindt dit een goed idee." in page.text
    assert "Jij zei: goed idee" in kees.open("/").text


def test_where_words_are_asked_they_are_one_sentence(visit: Visit) -> None:
    kees = visit("klankbordgroep")
    assert kees.open(f"{ADDRESS}/ja-maar").visible_fields() == ["statement"]
    page = kees.send(f"{ADDRESS}/ja-maar", {}, 422)
    assert "Maak de zin af." in page.text
    page = kees.write(f"{ADDRESS}/ja-maar", {"statement": "Laat een buur het brengen."})
    assert "Ja, maar Laat een buur het brengen." in page.text
    page = kees.write(f"{ADDRESS}/liever-niet", {"statement": "Een tas leest niemand."})
    assert "Laat een buur" not in page.text and "Een tas leest niemand." in page.text
    page = tap(kees, ADDRESS, "Haal weg wat ik zei")
    assert "Nog niemand zei er iets van." in page.text


def test_it_stays_within_the_sounding_board_and_the_aanjager(visit: Visit, noor: Visitor) -> None:
    visit("klankbordgroep").write(f"{ADDRESS}/liever-niet", {"statement": "Te veel folders."})
    page = noor.open(ADDRESS)
    assert "Te veel folders." in page.text and "Kees" not in page.text
    assert "Goed idee" not in page.text.partition("Wat vind jij?")[2].partition("Wat zei")[0]
    noor.open(f"{ADDRESS}/ja-maar", 403)
    for role in ("kernvoorzitter", "themagroep", "beleidsmedewerker"):
        someone = visit(role)
        someone.open(ADDRESS, 403)
        someone.open("/meedenken/", 403)
        assert "Te veel folders." not in someone.open("/tijdlijn/").text
    assert "Te veel folders." in visit("klankbordgroep").open("/tijdlijn/").text


def test_the_chair_reads_it_at_the_point_during_the_meeting(
    visit: Visit, noor: Visitor, clock: Clock
) -> None:
    visit("klankbordgroep").write(f"{ADDRESS}/ja-maar", {"statement": "Vraag het de bewoners."})
    answer = noor.send("/bijeenkomsten/nieuw?groep=klankbordgroep", PLAN)
    meeting = answer.response.headers["Location"]
    clock.forward(days=24)
    tap(noor, f"{meeting}/nu", "Begin met deze agenda")
    page = noor.open(f"{meeting}/nu")
    assert "Wat leden vooraf zeiden" in page.text and "Vraag het de bewoners." in page.text
    clock.forward(days=1)
    kees = visit("klankbordgroep")
    assert "voorstel ligt" not in kees.open("/").text
    assert "Je groep heeft dit besproken." in kees.open(ADDRESS).text
    page = kees.send(f"{ADDRESS}/liever-niet", {"statement": "Toch niet."}, 422)
    assert "Je groep heeft dit al besproken." in page.text


def test_without_a_proposal_the_line_stays_away(visit: Visit, desk: Desk, noor: Visitor) -> None:
    assert "Er ligt nu geen voorstel voor." not in noor.open("/meedenken/").text
    noor.open("/meedenken/p9", 404)
