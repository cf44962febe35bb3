"""Offers in the year of mail: each organisation has two, and one in two answers about them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from alliance.documents.offers_check import HEAD
from alliance.events.base import Event
from alliance.events.offers import OfferConfirmed, OfferRegistered
from alliance.events.organisations import ContactNamed

EACH = ("a", "b")
ANSWERS_AFTER = timedelta(days=10)
WEEKLY = 6
"""So many organisations have a contact who signs in; the contact of the others never does."""
ASIDE = 36
"""How much further in the row the contact of those others stands."""


def contact(number: int) -> str:
    """Who speaks for an organisation."""
    return f"m{number if number < WEEKLY else number + ASIDE:02}"


def answers(number: int) -> bool:
    """Whether an organisation answers when it is asked."""
    return number % 2 == 0


def offered(organisations: int) -> Iterator[Event]:
    """Every organisation has a contact and two offers that nobody confirmed."""
    for number in range(organisations):
        yield ContactNamed(organisation=f"o{number}", member=contact(number))
        for one in EACH:
            name = f"Aanbod {one} van {number}"
            yield OfferRegistered(offer=f"o{number}{one}", name=name, organisation=f"o{number}")


def asked_on(number: int, sent: Iterable[tuple[str, date, str]]) -> list[date]:
    """The days on which a letter asked an organisation about its offers: to, day and text."""
    to = f"member:{contact(number)}"
    return [day for whom, day, body in sent if whom == to and HEAD in body]


def answered(organisations: int, sent: list[tuple[str, date, str]], today: date) -> Iterator[Event]:
    """What is said today by those who were asked ten days ago and answer."""
    for number in filter(answers, range(organisations)):
        if today - ANSWERS_AFTER in asked_on(number, sent):
            yield from (OfferConfirmed(offer=f"o{number}{one}") for one in EACH)
