"""Dit staat er over jullie. Klopt het? One page, no login, and every answer counts once."""

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.base import Event
from alliance.events.offers import (
    OfferConfirmed,
    OfferRegistered,
    OfferRevised,
    OfferStopped,
)
from alliance.events.organisations import (
    OrganisationJoined,
)
from alliance.projections import offers
from tests.web.taps import fields_of, tap
from tests.web.visitor import Page, Visitor

CLUB, WIL = "organisation:soepclub", "member:wil"
OURS = ("soep", "koken", "brood")


@pytest.fixture(autouse=True)
def listed(desk: Desk) -> None:
    """A list brought in three offers of a club; the mailbox of the club gets the mail."""
    club = OrganisationJoined(
        organisation="soepclub",
        name="Soepclub (verzonnen)",
        sector="vrijwilligers",
        kind="organisatie",
        mailbox="info@soepclub.example",
    )
    three = [
        OfferRegistered(
            offer=one,
            name=f"{one.capitalize()} op vrijdag",
            organisation="soepclub",
            for_whom="Iedereen",
            place="De Wel",
            contact="010 123 45 67",
        )
        for one in OURS
    ]
    desk.record([club, *three], by="m-aanjager")


def link(desk: Desk, to: str = CLUB, act: str = "answer_offer") -> str:
    with writing(desk.engine) as db:
        number = tickets.issue(db, act=act, stream=to, recipient=to, now=desk.clock())
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}/klopt"


def history(desk: Desk, offer: str) -> list[tuple[Event, str]]:
    with reading(desk.engine) as db:
        return [(one.event, one.by) for one in journal.stream(db, f"offer:{offer}")]


def last(desk: Desk, offer: str) -> tuple[Event, str]:
    return history(desk, offer)[-1]


def state(desk: Desk, offer: str) -> str:
    with desk.reading() as now:
        found = now.ask(offers.one, offer, now.today)
    assert found
    return found.state


def press(visitor: Visitor, address: str, button: str, status: int = 303, **more: str) -> Page:
    """Send the form of the page with one of its buttons, as it was drawn just now."""
    sent = fields_of(visitor.open(address).html.query("main form.check")[0])
    answer = visitor.post(address, {**sent, "antwoord": button, **more}, status)
    return visitor.open(answer.response.headers["Location"]) if status == 303 else answer


def test_one_tap_says_that_three_offers_are_right(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    page = visitor.open(address)
    assert page.title == "Dit staat er over jullie. Klopt het?"
    assert all(f"{one.capitalize()} op vrijdag" in page.text for one in OURS)
    page = tap(visitor, address, "Alles klopt")
    assert page.title == "Dank je wel"
    assert [last(desk, one) for one in OURS] == [(OfferConfirmed(offer=one), CLUB) for one in OURS]
    assert "niets waar we een antwoord" in visitor.open(address).text


def test_each_offer_has_its_own_answer(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    page = press(visitor, address, "klopt:soep")
    assert "weet nu dat dit klopt" in page.text and page.title.startswith("Dit staat er")
    form = press(visitor, address, "gewijzigd:koken")
    page = visitor.write(form.response.request.path, {"place": "De Hoeken"})
    assert isinstance(last(desk, "koken")[0], OfferRevised)
    assert last(desk, "koken")[1] == CLUB
    assert state(desk, "koken") == "bevestigd"
    form = press(visitor, address, "gestopt:brood")
    page = visitor.write(form.response.request.path, {"reason": "De oven is stuk."})
    assert page.title == "Dank je wel"
    assert last(desk, "brood")[0] == OfferStopped(offer="brood", reason="De oven is stuk.")
