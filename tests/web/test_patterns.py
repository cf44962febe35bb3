"""Giving a signal from the wijk, answering it, and finding it back."""

from collections.abc import Callable

import pytest

from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
SAID = "Weduwnaars kennen het Huis van de Wijk niet."
NEW = "/signalen/nieuw"


@pytest.fixture
def signal(visit: Visit) -> str:
    """The page of a signal of the sounding board about Schenkel."""
    kees = visit("klankbordgroep")
    link = kees.open("/").links()["Geef een signaal uit de wijk"]
    assert kees.open(link).visible_fields()[:1] == ["statement"]
    answer = kees.send(link, {"statement": SAID, "area": "WK050206"})
    return str(answer.response.headers["Location"])


def test_the_sounding_board_gives_a_signal_and_the_wijk_group_answers(
    visit: Visit, noor: Visitor, signal: str
) -> None:
    wies = visit("wijkgroep")
    assert f"Signaal uit de wijk: {SAID}" in wies.open("/agenda/wop_schenkel").text
    assert SAID in wies.open("/wijken/WK050206").text
    wies.open(f"{signal}/antwoord", 403)  # the chair answers for the group
    page = noor.write(f"{signal}/antwoord", {"statement": "We hangen een bord op."})
    assert "beantwoord" in page.text and "We hangen een bord op." in page.text
    listed = visit("klankbordgroep").open("/signalen/")
    assert SAID in listed.text and "beantwoord" in listed.text
    assert SAID not in noor.open("/signalen/?stand=wacht").text
    page = noor.send(f"{signal}/antwoord", {"statement": "Nog eens."}, 422)
    assert "Op dit signaal is al een antwoord gegeven." in page.text


def test_the_aanjager_links_it_to_a_persona(visit: Visit, noor: Visitor, signal: str) -> None:
    page = noor.write(f"{signal}/koppelen", {"persona": "hans", "area": ""})
    assert "Hans" in page.text
    assert SAID in noor.open("/personas/hans").text
    visit("klankbordgroep").open(f"{signal}/koppelen", 403)


def test_who_gave_it_takes_it_back(visit: Visit, noor: Visitor, signal: str) -> None:
    visit("themagroep").open(f"{signal}/terugnemen", 403)
    page = visit("klankbordgroep").write(f"{signal}/terugnemen", {})
    assert "Het signaal is teruggenomen." in page.text
    noor.open(signal, 404)


def test_about_one_person_it_is_refused_or_asked(visit: Visit) -> None:
    page = visit("klankbordgroep").send(NEW, {"statement": "mevrouw Janssen (82) is alleen"}, 422)
    assert "Waar kun je terecht?" in page.text
    page = visit("klankbordgroep").send(NEW, {"statement": " "}, 422)
    assert "Schrijf in één zin op wat jullie zien" in page.text


def test_in_the_meeting_the_answer_is_one_tap_and_stands_in_the_minutes(
    noor: Visitor, signal: str, clock: Clock
) -> None:
    plan = {"on": "26-03-2026 om 14.00", "place": "De Wel"}
    answer = noor.send("/bijeenkomsten/nieuw?groep=wop_schenkel", plan)
    now = f"{answer.response.headers['Location']}/nu"
    clock.forward(days=24)
    tap(noor, now, "Begin met deze agenda")
    tap(noor, now, "Dit doen we ermee", statement="We bellen aan.")
    minutes = noor.open(now.replace("/nu", "/verslag")).text
    assert "Dit doen we met het signaal: We bellen aan." in minutes
    assert "We bellen aan." in noor.open(signal).text
