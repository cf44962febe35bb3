"""A club with three offers that a list brought in, and the page on which it says what is right."""

import re

from alliance import journal, outbox, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.base import Event
from alliance.events.offers import OfferRegistered
from alliance.events.organisations import OrganisationJoined
from alliance.projections import offers
from tests.web.taps import fields_of
from tests.web.visitor import Page, Visitor

CLUB, NAME = "organisation:soepclub", "Soepclub (verzonnen)"
OURS = ("soep", "koken", "brood")


def list_club(desk: Desk, *also: Event) -> None:
    """A list brought in three offers of a club with a mailbox."""
    club = OrganisationJoined(
        organisation="soepclub",
        name=NAME,
        sector="vrijwilligers",
        kind="organisatie",
        phone="010 000 00 07",
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
    desk.record([club, *three, *also], by="import")


def link(desk: Desk, to: str = CLUB, act: str = "answer_offer", end: str = "klopt") -> str:
    """The address in a letter to someone."""
    with writing(desk.engine) as db:
        number = tickets.issue(db, act=act, stream=to, recipient=to, now=desk.clock())
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}/{end}"


def mailed(desk: Desk) -> str:
    """The first address to answer at in the newest letter, as it leaves."""
    with reading(desk.engine) as db:
        letter = outbox.letters(db)[0]
    signed = tickets.signed(letter.body, desk.settings.secret_key)
    return str(re.findall(r"http://localhost(/antwoord/\S+)", signed)[0])


def history(desk: Desk, offer: str) -> list[tuple[Event, str]]:
    """What happened with an offer, and who said so."""
    with reading(desk.engine) as db:
        return [(one.event, one.by) for one in journal.stream(db, f"offer:{offer}")]


def last(desk: Desk, offer: str) -> tuple[Event, str]:
    """What happened last with an offer."""
    return history(desk, offer)[-1]


def state(desk: Desk, offer: str) -> str:
    """How an offer stands today."""
    with desk.reading() as now:
        found = now.ask(offers.one, offer, now.today)
    assert found
    return found.state


def drawn(visitor: Visitor, address: str) -> dict[str, str]:
    """What the form of the page would send, as it is drawn now."""
    return fields_of(visitor.open(address).html.query("main form.check")[0])


def press(visitor: Visitor, address: str, button: str, status: int = 303, **more: str) -> Page:
    """Tap a button of the page as it is drawn now; the page that follows."""
    answer = visitor.post(address, {**drawn(visitor, address), "antwoord": button, **more}, status)
    return visitor.open(answer.response.headers["Location"]) if status == 303 else answer
