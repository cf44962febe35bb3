"""The register of decisions: found by group and mandate, set right until the minutes stand."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from alliance.desk import Desk
from alliance.events.advice import AdviceAnswered, AdviceGiven
from alliance.events.meetings import (
    AgendaItemForwarded,
    AgendaItemRaised,
    AgendaLine,
    AgendaSet,
    DecisionTaken,
    MeetingPlanned,
)
from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.test_gathering import PLAN, say
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
FIRST, SECRET = "We beginnen met T1.R3.", "Wij dienen een klacht in."
AGAIN = "Wij trekken de klacht weer in."


@pytest.fixture
def karim(visit: Visit) -> Visitor:
    """The chair of the core group."""
    return visit("kernvoorzitter")


@pytest.fixture
def held(karim: Visitor, clock: Clock) -> str:
    """The page of a core group that decided two things, one of them confidential."""
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    address = str(answer.response.headers["Location"])
    ready = f"{address}/agenda/klaarmaken"
    tap(karim, ready, "Wijziging bewaren : Bij 3 resultaten", confidential="ja")
    tap(karim, ready, "Stel vast zonder mail")
    clock.forward(days=24)
    now = f"{address}/nu"
    say(karim, now, 1, "besluit", statement=FIRST, day="01-04-2026", mandate="college")
    say(karim, now, 2, "besluit", statement=SECRET)
    return address


def test_decisions_are_found_by_group_mandate_and_what_must_be_looked_at_again(
    karim: Visitor, held: str, clock: Clock
) -> None:
    page = karim.open("/besluiten/")
    assert FIRST in page.text and SECRET in page.text
    assert "voorstel aan het college of de raad" in page.text
    assert FIRST not in karim.open("/besluiten/?groep=klankbordgroep").text
    page = karim.open("/besluiten/?groep=kerngroep&mandaat=college")
    assert FIRST in page.text and SECRET not in page.text
    assert FIRST not in karim.open("/besluiten/?stand=opnieuw").text
    clock.forward(days=10)
    assert FIRST in karim.open("/besluiten/?stand=opnieuw").text


def test_a_confidential_decision_is_for_the_group(karim: Visitor, visit: Visit, held: str) -> None:
    address = karim.open("/besluiten/").links()[SECRET]
    assert SECRET in visit("kerngroep").open(address).text
    teun = visit("themagroep")
    assert SECRET not in teun.open("/besluiten/").text
    teun.open(address, 403)


def test_a_decision_says_where_it_was_taken_and_is_set_right(karim: Visitor, held: str) -> None:
    address = karim.open("/besluiten/").links()[FIRST]
    page = karim.open(address)
    assert page.links()["Bijeenkomst: Kerngroep, donderdag 26 maart 2026"] == held
    page = karim.write(f"{address}/verbeteren", {"statement": "We beginnen met T1.R2."})
    assert "We beginnen met T1.R2." in page.text
    tap(karim, f"{held}/verslag", "Stel het verslag vast")
    assert "Verbeter dit besluit" not in karim.open(address).links()
    page = karim.send(f"{address}/verbeteren", {"statement": "Toch niet."}, 422)
    assert "is vastgesteld en verandert niet meer" in page.text


def test_a_decision_that_was_taken_back_is_not_there(karim: Visitor, held: str) -> None:
    address = karim.open("/besluiten/").links()[FIRST]
    tap(karim, f"{held}/nu", f"Haal weg : {FIRST}")
    karim.open(address, 404)
    karim.open(f"{address}/verbeteren", 404)


def test_only_who_leads_the_group_sets_a_decision_right(
    visit: Visit, karim: Visitor, held: str
) -> None:
    address = karim.open("/besluiten/").links()[FIRST]
    assert "Verbeter dit besluit" not in visit("kerngroep").open(address).links()
    visit("voorzitter").open(f"{address}/verbeteren", 403)


def test_a_confidential_decision_comes_back_within_the_group_only(
    karim: Visitor, visit: Visit, clock: Clock, held: str
) -> None:
    say(karim, f"{held}/nu", 2, "besluit", statement=AGAIN, day="01-04-2026")
    clock.forward(days=10)
    teun = visit("themagroep")
    assert AGAIN in visit("kerngroep").open("/agenda/kerngroep").text
    page = teun.open("/agenda/kerngroep")
    assert "Een vertrouwelijk punt" in page.text and AGAIN not in page.text
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "23-04-2026 om 14.00"})
    agenda = f"{answer.response.headers['Location']}/agenda"
    tap(karim, f"{agenda}/klaarmaken", f"Omhoog : Opnieuw bekijken: {AGAIN}")
    tap(karim, f"{agenda}/klaarmaken", "Stel vast zonder mail")
    assert AGAIN in visit("kerngroep").open(agenda).text
    assert AGAIN not in teun.open(agenda).text


def test_an_open_decision_does_not_quote_the_confidential_one_that_looked_again(
    karim: Visitor, visit: Visit, desk: Desk, held: str
) -> None:
    first, secret = (karim.open("/besluiten/").links()[one] for one in (FIRST, SECRET))
    meeting = held.rpartition("/")[2]
    about = "decision:" + first.rpartition("/")[2]
    line = AgendaLine(key=about, title="Nog eens.", kind="besluiten", minutes=5, reason="Daarom.")
    closed = msgspec.structs.replace(line, confidential=True)
    later = DecisionTaken(
        decision="later", meeting=meeting, group="kerngroep", statement=AGAIN, about=about
    )
    desk.record([AgendaSet(meeting=meeting, lines=(closed,)), later], by="m-kernvoorzitter")
    assert secret
    assert AGAIN in karim.open(first).text
    assert AGAIN not in visit("themagroep").open(first).text


def test_advice_given_within_a_group_stays_with_it_and_who_answers(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    line = AgendaLine(key="item:x", title="Iets", kind="meedenken", minutes=5, reason="Daarom.")
    closed = msgspec.structs.replace(line, confidential=True)
    on = clock.now.date()
    told = [
        MeetingPlanned(meeting="sounding", group="klankbordgroep", on=on),
        AgendaSet(meeting="sounding", lines=(closed,)),
        AdviceGiven(
            advice="inside",
            group="klankbordgroep",
            to="kerngroep",
            statement=AGAIN,
            meeting="sounding",
            about="item:x",
        ),
    ]
    desk.record(told, by="m-aanjager")
    assert AGAIN in visit("kerngroep").open("/agenda/kerngroep").text
    assert AGAIN not in visit("themagroep").open("/agenda/kerngroep").text
    answered = AdviceAnswered(advice="inside", uptake="niet", reason="Om die klacht.")
    desk.record([answered], by="m-kernvoorzitter")
    for role, sees in (("kerngroep", True), ("klankbordgroep", True), ("themagroep", False)):
        text = visit(role).open("/tijdlijn/").text
        assert ("Om die klacht." in text, AGAIN in text) == (sees, sees)


def test_a_group_does_not_hear_what_the_other_side_decided_within_itself(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    line = AgendaLine(key="item:a", title="Samen", kind="bespreken", minutes=5, reason="Daarom.")
    closed = msgspec.structs.replace(line, key="item:b", confidential=True)
    both: dict[str, Any] = {"group": "themagroep_t3", "title": "Samen", "kind": "bespreken"}
    taken: dict[str, Any] = {"meeting": "core", "group": "kerngroep"}
    told = [
        *(AgendaItemRaised(item=item, minutes=10, **both) for item in "ab"),
        *(AgendaItemForwarded(item=item, to="kerngroep") for item in "ab"),
        MeetingPlanned(meeting="core", group="kerngroep", on=clock.now.date()),
        AgendaSet(meeting="core", lines=(line, closed)),
        DecisionTaken(decision="a", statement=FIRST, about="item:a", **taken),
        DecisionTaken(decision="b", statement=AGAIN, about="item:b", **taken),
    ]
    desk.record(told, by="m-aanjager")
    text = visit("themagroep").open("/agenda/themagroep_t3").text
    assert FIRST in text and AGAIN not in text


def test_who_answers_confidential_advice_may_open_it(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    line = AgendaLine(key="item:x", title="Iets", kind="meedenken", minutes=5, reason="Daarom.")
    closed = msgspec.structs.replace(line, confidential=True)
    given: dict[str, Any] = {"group": "klankbordgroep", "to": "kerngroep", "about": "item:x"}
    told = [
        MeetingPlanned(meeting="sounding", group="klankbordgroep", on=clock.now.date()),
        AgendaSet(meeting="sounding", lines=(closed,)),
        AdviceGiven(advice="inside", statement=AGAIN, meeting="sounding", **given),
    ]
    desk.record(told, by="m-aanjager")
    assert AGAIN in visit("kernvoorzitter").open("/adviezen/inside/antwoord").text
    visit("themagroep").open("/adviezen/inside", 403)
