"""One line that goes with a proposal: on agendas, in the meeting, minutes and register."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.meetings import AgendaItemForwarded, AgendaItemRaised
from tests.conftest import Clock
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/agenda/punt/i1/getoetst"
TOLD = "Getoetst met mensen om wie het gaat: ja, zo: Vier bewoners lazen het."
PLAN = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis"}


@pytest.fixture(autouse=True)
def proposal_was_raised(desk: Desk) -> None:
    raised = AgendaItemRaised(
        item="i1", group="themagroep_t3", title="Een stilteplek", kind="besluiten", reason="Rust."
    )
    desk.record([raised, AgendaItemForwarded(item="i1", to="kerngroep")], by="m-themagroep")


def test_it_is_asked_of_the_group_and_goes_along_when_passed_on(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.open("/agenda/themagroep_t3")
    link = "Is dit getoetst met mensen om wie het gaat? : Een stilteplek"
    assert page.links()[link] == AT
    assert teun.open(AT).visible_fields() == ["checked", "how"]
    page = teun.send(AT, {"checked": "ja"}, 422)
    assert "Schrijf in één zin hoe het getoetst is" in page.text
    page = teun.write(AT, {"checked": "ja", "how": "Vier bewoners lazen het."})
    assert TOLD in page.text
    assert TOLD in visit("kerngroep").open("/agenda/kerngroep").text
    visit("wijkgroep").open(AT, 403)


def test_the_minutes_and_the_register_say_it_too(visit: Visit, noor: Visitor, clock: Clock) -> None:
    noor.write(AT, {"checked": "ja", "how": "Vier bewoners lazen het."})
    answer = noor.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    meeting = answer.response.headers["Location"]
    clock.forward(days=24)
    tap(noor, f"{meeting}/nu", "Begin met deze agenda")
    assert TOLD in noor.open(f"{meeting}/nu").text
    form = next(
        one
        for one in noor.open(f"{meeting}/nu").html.query("main form.say")
        if "item:i1" in one.to_html()
    )
    noor.post(
        f"{meeting}/nu",
        {
            "key": (form.query("input[name=key]")[0].attrs or {})["value"],
            "punt": "item:i1",
            "statement": "De stilteplek komt er.",
            "doe": "besluit",
        },
    )
    assert TOLD in noor.open(f"{meeting}/verslag").text
    links = noor.open("/besluiten/").links()
    assert TOLD in noor.open(links["De stilteplek komt er."]).text
