"""Guests without an account, and a link to join online: said of a meeting, never of a person."""

from collections.abc import Callable

import pytest

from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


@pytest.fixture
def meeting(noor: Visitor) -> str:
    """The address of a meeting of the sounding board."""
    typed = {"group": "klankbordgroep", "on": "26-03-2026 om 14.00"}
    return str(noor.send("/bijeenkomsten/nieuw", typed).response.headers["Location"])


def test_organisations_and_a_number_come_as_guests(noor: Visitor, meeting: str) -> None:
    form = noor.open(f"{meeting}/gasten")
    assert form.visible_fields() == ["organisations-zoek", "others"]
    assert "nooit een naam" in form.text
    page = noor.write(f"{meeting}/gasten", {"organisations-zoek": "sonrisa", "others": "4"})
    assert "Gasten Stichting Sonrisa Rijnmond, 4 andere gasten" in page.text
    again = noor.open(f"{meeting}/gasten")
    assert again.visible_fields() == ["organisations", "organisations-zoek", "others"]
    page = noor.write(f"{meeting}/gasten", {"organisations-zoek": "comenius college"})
    assert "Gasten Stichting Sonrisa Rijnmond, Comenius College, 4 andere gasten" in page.text


def test_guests_can_be_taken_off_again(noor: Visitor, meeting: str) -> None:
    noor.write(f"{meeting}/gasten", {"organisations-zoek": "sonrisa"})
    page = noor.write(f"{meeting}/gasten", {"organisations": []})
    assert "Gasten Stichting" not in page.text


def test_guests_are_refused_without_a_change_or_with_an_odd_number(
    noor: Visitor, meeting: str
) -> None:
    assert "Er is niets veranderd" in noor.send(f"{meeting}/gasten", {}, 422).text
    page = noor.send(f"{meeting}/gasten", {"others": "0"}, 422)
    assert "Schrijf een aantal van 1 tot 500, of laat het leeg." in page.text


def test_only_who_plans_asks_guests_and_only_before_the_day(
    noor: Visitor, visit: Visit, meeting: str, clock: Clock
) -> None:
    assert "Vraag gasten zonder account" in noor.open(meeting).links()
    visit("voorzitter").open(f"{meeting}/gasten", 403)
    visit("themagroep").open(f"{meeting}/gasten", 403)
    clock.forward(days=30)
    assert "al geweest" in noor.send(f"{meeting}/gasten", {"others": "2"}, 422).text


def test_a_meeting_can_be_joined_online_over_a_secure_link_only(
    noor: Visitor, meeting: str
) -> None:
    edit = f"{meeting}/verbeteren"
    for link in (
        "http://meedoen.example",
        "meedoen.example",
        "https://noor:x@meedoen.example",
        "https://a b",
    ):
        assert "Zet hier de hele link." in noor.send(edit, {"link": link}, 422).text
    page = noor.write(edit, {"link": "https://meedoen.example/k?id=1", "minutes": "90"})
    assert page.links()["Doe online mee"] == "https://meedoen.example/k?id=1"
    assert "90 minuten" in page.text
    assert "Een bijeenkomst duurt" in noor.send(edit, {"minutes": ""}, 422).text


def test_whoever_was_asked_stands_ready_during_the_meeting(
    noor: Visitor, visit: Visit, clock: Clock
) -> None:
    karim = visit("kernvoorzitter")
    plan = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis"}
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", plan)
    address = str(answer.response.headers["Location"])
    karim.write(f"{address}/gasten", {"organisations-zoek": "sonrisa"})
    ready = f"{address}/agenda/klaarmaken"
    for presenter in ("Comenius College", "Havensteder"):  # the second has a seat already
        title = "Wijziging bewaren : Bij 3 resultaten"
        tap(karim, ready, title, presenter=presenter)
        tap(karim, ready, "Stel vast zonder mail")
        page = karim.open(address)
        assert ("gast: Comenius College" in page.text) == (presenter == "Comenius College")
        assert "gast: Havensteder" not in page.text
        assert "gast: Stichting Sonrisa Rijnmond" in page.text
    clock.forward(days=24)
    tap(karim, f"{address}/nu", "Niet : gast: Stichting Sonrisa")
    tap(karim, f"{address}/nu", "Iedereen is er")
    assert "Niet aanwezig Stichting Sonrisa Rijnmond" in karim.open(f"{address}/verslag").text
