"""A letter as it arrives: who wrote it, where answers go, what it brings to a calendar."""

import sqlalchemy as sa

from alliance import hidden, outbox
from alliance.database import writing
from alliance.events.actions import ActionAgreed
from alliance.journal import Journal
from alliance.mail import Server, Writer
from alliance.veil import HIDDEN
from tests.conftest import Clock
from tests.postbox import SENDER, Mailbox, put, send


def test_a_letter_comes_from_a_person_and_answers_go_to_one(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock)
    writer = Writer(
        "Noor Vóórbeeld", "noor@gemeente.example", lambda _to, body: f"{body}Groet, Noor"
    )
    assert send(box, server, clock, writer) == 1
    [letter] = mailbox.taken
    assert letter["From"].addresses[0].display_name == "Noor Vóórbeeld"
    assert letter["From"].addresses[0].addr_spec == SENDER
    assert letter["Reply-To"] == "noor@gemeente.example"
    assert letter.get_content().splitlines()[-1] == "Groet, Noor"


def test_a_letter_that_signs_in_comes_from_nobody_by_name(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    put(box, clock, kind=outbox.SIGN_IN)
    assert send(box, server, clock, Writer("Noor Voorbeeld")) == 1
    assert mailbox.taken[0]["From"] == SENDER


def test_an_invitation_reaches_mail_programs_and_calendars(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    asks = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
    with writing(box) as db:
        outbox.put(
            db, about="m:1", kind="agenda", subject="Agenda", body="Dag.", calendar=asks,
            to="mail:fatima@elders.example", now=clock(),
        )  # fmt: skip
    writer = Writer(invite=lambda asks, to: asks.replace("END", f"X-TO:{to}\r\nEND"))
    assert send(box, server, clock, writer) == 1
    [letter] = mailbox.taken
    text, invitation, file = [part for part in letter.walk() if not part.is_multipart()]
    assert text.get_content().strip() == "Dag."
    assert invitation.get_content_type() == "text/calendar"
    assert invitation.get_param("method") == "REQUEST"
    assert "X-TO:fatima@elders.example" in invitation.get_content()
    assert file.get_filename() == "bijeenkomst.ics"
    assert file.get_content() == invitation.get_content()


def test_what_was_hidden_since_a_letter_was_written_leaves_covered(
    box: sa.Engine, server: Server, mailbox: Mailbox, clock: Clock
) -> None:
    title = "Dit is er voor jou: koffie"
    Journal(box, clock).append([ActionAgreed(action="a1", title=title)], by="jan")
    put(box, clock)
    with writing(box) as db:
        hidden.hide(db, 1, "title", by="greet", now=clock())
    assert send(box, server, clock) == 1
    assert mailbox.taken[0].get_content().splitlines()[-1] == f"{HIDDEN}."
