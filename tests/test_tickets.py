"""Tickets: a number that opens nothing, a signature that does, and one use before the last day."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from alliance import tickets
from alliance.database import reading, writing
from alliance.tickets import Spent, Ticket
from tests.conftest import Clock

SECRET, OTHER = "een geheim van deze proef", "een ander geheim"


@pytest.fixture
def drawer(engine: sa.Engine) -> Iterator[sa.Engine]:
    tickets.create_tables(engine)
    yield engine


def issue(drawer: sa.Engine, clock: Clock, recipient: str = "member:fatima") -> str:
    with writing(drawer) as db:
        return tickets.issue(
            db, act="answer_action", stream="action:coffee", recipient=recipient, now=clock()
        )


def find(drawer: sa.Engine, token: str, secret: str = SECRET) -> Ticket | None:
    with reading(drawer) as db:
        return tickets.find(db, token, secret)


def test_a_token_finds_what_it_is_for_and_for_whom(drawer: sa.Engine, clock: Clock) -> None:
    found = find(drawer, tickets.token(issue(drawer, clock), SECRET))
    assert found and (found.act, found.recipient) == ("answer_action", "member:fatima")
    assert found.subject == ("action", "coffee")
    assert found.state(clock()) == "open"


def test_who_reads_the_tables_holds_no_link_that_works(drawer: sa.Engine, clock: Clock) -> None:
    number = issue(drawer, clock)
    for guess in (number, f"{number}.", f"{number}.x", tickets.token(number, OTHER), "", "é.é"):
        assert find(drawer, guess) is None
    with reading(drawer) as db:
        [row] = db.execute(sa.select(tickets.tickets)).mappings()
    assert tickets.token(number, SECRET) not in row.values()


def test_a_ticket_is_used_once(drawer: sa.Engine, clock: Clock) -> None:
    token = tickets.token(issue(drawer, clock), SECRET)
    ticket = find(drawer, token)
    assert ticket
    with writing(drawer) as db:
        tickets.use(db, ticket, clock())
    with pytest.raises(Spent), writing(drawer) as db:
        tickets.use(db, ticket, clock())
    used = find(drawer, token)
    assert used and used.state(clock()) == "used"


def test_after_its_last_day_a_ticket_cannot_be_used(drawer: sa.Engine, clock: Clock) -> None:
    token = tickets.token(issue(drawer, clock), SECRET)
    clock.forward(days=30)
    ticket = find(drawer, token)
    assert ticket and ticket.state(clock()) == "expired"
    with pytest.raises(Spent), writing(drawer) as db:
        tickets.use(db, ticket, clock())


def test_an_expired_ticket_is_known_for_thirty_days_more(drawer: sa.Engine, clock: Clock) -> None:
    token = tickets.token(issue(drawer, clock), SECRET)
    for days, known in ((59, True), (2, False)):
        clock.forward(days=days)
        with writing(drawer) as db:
            tickets.sweep(db, clock())
        assert (find(drawer, token) is not None) == known


def test_the_tickets_of_one_recipient_can_be_forgotten(drawer: sa.Engine, clock: Clock) -> None:
    theirs, other = issue(drawer, clock), issue(drawer, clock, "organisation:sonrisa")
    with writing(drawer) as db:
        assert [one.ticket for one in tickets.kept_for(db, "member:fatima")] == [theirs]
        tickets.forget(db, "member:fatima")
        assert not tickets.kept_for(db, "member:fatima")
    assert find(drawer, tickets.token(theirs, SECRET)) is None
    assert find(drawer, tickets.token(other, SECRET)) is not None


def test_only_a_signed_letter_has_addresses_that_work(drawer: sa.Engine, clock: Clock) -> None:
    number = issue(drawer, clock)
    site = "https://alliantie.example"
    letter = (
        f"Gedaan:\n{site}{tickets.address(number, 'gedaan')}\n\n{site}{tickets.address(number)}\n"
    )
    signed = tickets.signed(letter, SECRET)
    token = tickets.token(number, SECRET)
    assert signed == f"Gedaan:\n{site}/antwoord/{token}/gedaan\n\n{site}/antwoord/{token}\n"
    assert tickets.signed(signed, SECRET) == signed
    assert find(drawer, token) and find(drawer, number) is None


def test_a_ticket_is_good_for_thirty_days() -> None:
    assert timedelta(days=30) == tickets.GOOD_FOR
