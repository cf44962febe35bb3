"""In whose name letters leave: the aanjager of now, with a mailbox and a phone to answer to."""

from dataclasses import replace

from icalendar import Calendar

from alliance import tickets
from alliance.desk import Desk
from alliance.documents.letters import CLOSING
from alliance.events.organisations import RoleEnded
from alliance.mail import Writer
from alliance.mailing.news import invitation
from alliance.mailing.writers import writer
from alliance.projections import meetings
from tests.mailing.conftest import meet


def writer_of(desk: Desk) -> Writer:
    return writer(desk)


def test_a_letter_is_signed_by_the_aanjager_with_a_phone_number(desk: Desk) -> None:
    found = writer_of(desk)
    assert (found.name, found.reply_to) == ("Noor Voorbeeld", "info@gemeente.example")
    assert found.finish("mail:x@voorbeeld.example", f"Dag,\n\n{CLOSING}\n") == (
        "Dag,\n\nJe kunt gewoon op deze mail antwoorden. Bellen mag ook: 010 284 84 84.\n\n"
        "Groet,\nNoor Voorbeeld, aanjager\nSamen tegen eenzaamheid\n"
    )


def test_the_links_in_a_letter_work_when_it_leaves(desk: Desk) -> None:
    number = "a" * 22
    token = tickets.token(number, desk.settings.secret_key)
    signed = writer_of(desk).finish("member:fatima", f"/antwoord/{number}/gedaan")
    assert signed == f"/antwoord/{token}/gedaan"


def test_answers_go_to_the_mailbox_of_the_settings_when_there_is_one(desk: Desk) -> None:
    desk.settings = replace(desk.settings, reply_to="post@alliantie.example")
    assert writer_of(desk).reply_to == "post@alliantie.example"


def test_an_invitation_comes_from_the_mailbox_to_whoever_gets_the_letter(desk: Desk) -> None:
    meet(desk, "2026-03-10")
    with desk.reading() as now:
        found = now.ask(meetings.one, "jong-maart")
        assert found
        asks = invitation(now, desk.settings.site_url, found)
    asked = writer_of(desk).invite(asks, "fatima@voorbeeld.example")
    [event] = Calendar.from_ical(asked).events
    assert event["organizer"] == "mailto:info@gemeente.example"
    assert event["attendee"] == "mailto:fatima@voorbeeld.example"


def test_without_an_aanjager_a_letter_comes_from_the_alliance(desk: Desk) -> None:
    desk.record([RoleEnded(member="noor", role="aanjager")], by="import")
    found = writer_of(desk)
    assert (found.name, found.reply_to) == ("", "")
    assert found.finish("mail:x@voorbeeld.example", CLOSING) == "Groet\nSamen tegen eenzaamheid"
