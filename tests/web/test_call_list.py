"""The list to call: whom nobody spoke to for long, with what is open, for the aanjager."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance import outbox
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionAsked
from alliance.events.offers import OfferRegistered
from alliance.events.organisations import OrganisationJoined
from alliance.events.relations import ApproachNoted, RelationPaused, TalkNoted
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
AT = "/alliantie/bellen/"
BAKER: dict[str, Any] = {"organisation": "bakker"}
JOINED = OrganisationJoined(
    **BAKER,
    name="Bakker Voorbeeld",
    sector="ondernemers",
    kind="organisatie",
    takes_part=True,
    phone="010 000 00 01",
)
LONG_AGO = TalkNoted(talk="t1", **BAKER, on=date(2025, 10, 1), way="gebeld", note="Brood.")


@pytest.fixture(autouse=True)
def told(desk: Desk) -> None:
    """A baker takes part; the last talk was five months ago."""
    desk.record([JOINED, LONG_AGO], by="m-aanjager")


def row(page: Page, name: str) -> str:
    """What the list says of one organisation; empty when it is not there."""
    rows = [" ".join(one.to_text().split()) for one in page.html.query("ul.calls > li")]
    return next((one for one in rows if one.startswith(name)), "")


def test_the_list_says_whom_to_call_how_and_what_was_last_said(noor: Visitor) -> None:
    page = noor.open(AT)
    said = row(page, "Bakker")
    assert "doet mee" in said and "010 000 00 01" in said and "plek vrij" in said
    assert "Laatste contact op 1 oktober 2025: gebeld, over: Brood." in said
    assert page.links()["Bel : Bakker Voorbeeld"] == "tel:0100000001"
    assert "Er is nog geen contact opgeschreven." in row(page, "Aafje")


def test_whoever_was_never_spoken_stands_first_and_then_the_longest_ago(
    noor: Visitor, desk: Desk
) -> None:
    later = TalkNoted(talk="t2", organisation="aafje", on=date(2025, 11, 1), way="gesproken")
    desk.record([later], by="m-aanjager")
    rows = noor.open(AT).html.query("ul.calls > li")
    names = [" ".join(one.to_text().split()) for one in rows]
    assert names[-2].startswith("Bakker") and names[-1].startswith("Aafje")


def test_writing_down_a_talk_from_the_list_leads_back_to_it(noor: Visitor) -> None:
    to = noor.open(AT).links()["Schrijf op dat je sprak : Bakker Voorbeeld"]
    page = noor.write(to, {"way": "gebeld"})
    assert page.title == "Lang niet gesproken"
    assert row(page, "Bakker") == ""


def test_what_is_open_stands_beside_it(noor: Visitor, desk: Desk) -> None:
    events = [
        ActionAsked(action="a1", title="Drie taarten", **BAKER),
        ActionAgreed(action="a2", title="Brood", **BAKER, by_when=date(2026, 2, 1)),
        OfferRegistered(offer="o1", name="Brood van gisteren", **BAKER),
    ]
    desk.record(events, by="m-aanjager")
    said = row(noor.open(AT), "Bakker")
    assert "Op 2 maart 2026 vroegen wij iets; daarna hoorden we nog niets." in said
    assert "één vraag zonder antwoord" in said and "één afspraak over de datum" in said
    assert "1 keer aanbod te bevestigen" in said


def test_what_it_was_mailed_last_stands_beside_it_while_that_is_kept(
    noor: Visitor, desk: Desk
) -> None:
    what: dict[str, Any] = {"about": "x", "to": "organisation:bakker", "kind": "week"}
    with writing(desk.engine) as db:
        outbox.put(db, **what, subject="Klopt dit nog?", body="Dag.", now=desk.clock())
    assert "Klopt dit nog?" not in row(noor.open(AT), "Bakker")
    taken = outbox.claim(desk.engine, lambda db, to: "info@bakker.example", "x", desk.clock())
    assert taken
    outbox.settle(desk.engine, taken, outbox.SENT, desk.clock())
    assert "“Klopt dit nog?”" in row(noor.open(AT), "Bakker")


def test_the_address_says_how_long_and_which_stage_and_sector(noor: Visitor, desk: Desk) -> None:
    asked = ApproachNoted(talk="t3", organisation="sonrisa", on=date(2026, 2, 1), way="gemaild")
    desk.record([asked], by="m-aanjager")
    assert row(noor.open(f"{AT}?sinds=180"), "Bakker") == ""
    assert row(noor.open(f"{AT}?stand=benaderd"), "Stichting Sonrisa")
    assert row(noor.open(f"{AT}?stand=benaderd"), "Bakker") == ""
    assert row(noor.open(f"{AT}?sector=ondernemers"), "Aafje") == ""
    assert row(noor.open(f"{AT}?sinds=alles&stand=genoemd"), "Movisie")
    assert "Maak je keuze ruimer" in noor.open(f"{AT}?stand=gestopt").text


def test_who_rests_is_called_when_that_is_over(noor: Visitor, desk: Desk, clock: Any) -> None:
    rests = RelationPaused(relation="bakker", why="later", again_on=date(2026, 3, 20))
    desk.record([rests], by="m-aanjager")
    assert row(noor.open(AT), "Bakker") == ""
    clock.forward(days=18)
    assert "Even niet: liever later, weer vragen vanaf 20 maart 2026." in row(
        noor.open(AT), "Bakker"
    )


def test_the_own_organisation_of_the_aanjager_is_not_called(noor: Visitor) -> None:
    assert row(noor.open(f"{AT}?sinds=alles"), "Gemeente Capelle") == ""


def test_the_start_page_says_how_many_there_are_in_two_lines(noor: Visitor) -> None:
    links = noor.open("/").links()
    called = next(name for name in links if name.startswith("Bel wie je lang niet sprak"))
    assert links[called] == AT
    vacant = next(name for name in links if name.startswith("Plek vrij"))
    page = noor.open(links[vacant])
    assert "plek vrij" in row(page, "Bakker")
    assert row(page, "Comenius") and row(page, "Stichting Sonrisa") == ""


def test_only_the_aanjager_opens_the_list(visit: Visit) -> None:
    for role in ("kerngroep", "contactpersoon", "beleidsmedewerker"):
        visit(role).open(AT, 403)
