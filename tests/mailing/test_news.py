"""A meeting that moved or does not go on: told at once, once, to everyone who is expected."""

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from alliance import outbox, rounds
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.meetings import (
    GuestsInvited,
    MeetingCancelled,
    MeetingMoved,
    MeetingWithdrawn,
)
from alliance.mailing.calls import calls
from alliance.mailing.news import WAITS as STOPPABLE
from alliance.mailing.news import tell_news
from alliance.mailing.shares import Known
from alliance.outbox import LAPSED, WAITS, Letter
from tests.conftest import Clock
from tests.mailing.conftest import found, meet, prefer

FATIMA, SHOP = "member:fatima", "organisation:winkel"
MOVED = MeetingMoved(meeting="jong-maart", on=date(2026, 3, 17), reason="De zaal is dicht.")
OFF = MeetingCancelled(meeting="jong-maart", reason="Te veel zieken.")


@pytest.fixture(autouse=True)
def planned(desk: Desk) -> None:
    """The group meets in a week, and the clock ran before."""
    meet(desk, "2026-03-10")
    tell_news(desk)


def told(desk: Desk) -> list[Letter]:
    """The letters after the clock ran."""
    tell_news(desk)
    return found(desk)


def invitation(desk: Desk) -> Calendar:
    """What the newest letter brings to a calendar."""
    with reading(desk.engine) as db:
        row = db.execute(outbox.outbox.select().where(outbox.outbox.c.state == WAITS)).one()
    return Calendar.from_ical(row.calendar)


def test_a_meeting_that_was_planned_is_no_news(desk: Desk) -> None:
    assert told(desk) == []


def test_a_moved_meeting_is_told_with_its_new_day_and_why(desk: Desk) -> None:
    desk.record([MOVED], by="noor")
    [letter] = told(desk)
    assert letter.recipient == FATIMA
    assert letter.subject == "Verplaatst: Themagroep jong, nu dinsdag 17 maart 2026"
    assert "van dinsdag 10 maart 2026 is verplaatst." in letter.body
    assert "Nu: dinsdag 17 maart 2026, 10.00 uur, De Wel." in letter.body
    assert "Waarom: De zaal is dicht." in letter.body and "/mail\n" in letter.body
    asked = invitation(desk)
    [event] = asked.events
    assert asked["method"] == "REQUEST" and event.start == datetime(2026, 3, 17, 9, tzinfo=UTC)


def test_a_cancelled_meeting_goes_from_the_calendar_too(desk: Desk) -> None:
    desk.record([OFF], by="noor")
    [letter] = told(desk)
    assert letter.subject == "Gaat niet door: Themagroep jong, dinsdag 10 maart 2026"
    assert "Waarom: Te veel zieken." in letter.body
    gone = invitation(desk)
    [event] = gone.events
    assert (gone["method"], event["status"]) == ("CANCEL", "CANCELLED")


def test_news_is_told_once_also_when_the_clock_was_killed_before_it_noted(desk: Desk) -> None:
    desk.record([MOVED], by="noor")
    assert len(told(desk)) == 1
    with writing(desk.engine) as db:
        rounds.note_read(db, 1)
    assert len(told(desk)) == 1
    assert len(told(desk)) == 1


def test_who_moves_it_twice_within_a_quarter_sends_one_mail(desk: Desk, clock: Clock) -> None:
    desk.record([MOVED], by="noor")
    assert len(told(desk)) == 1
    clock.forward(minutes=10)
    desk.record([MeetingMoved(meeting="jong-maart", on=date(2026, 3, 18))], by="noor")
    states = {one.subject: one.state for one in told(desk)}
    assert states == {
        "Verplaatst: Themagroep jong, nu dinsdag 17 maart 2026": LAPSED,
        "Verplaatst: Themagroep jong, nu woensdag 18 maart 2026": WAITS,
    }


def test_it_waits_a_quarter_of_an_hour_so_that_it_can_be_stopped(desk: Desk, clock: Clock) -> None:
    desk.record([MOVED], by="noor")
    tell_news(desk)

    def claim() -> outbox.Claimed | None:
        return outbox.claim(desk.engine, lambda *_: "f@voorbeeld.example", "a.example", clock())

    assert claim() is None
    clock.forward(minutes=15)
    assert claim()


def test_guests_of_an_organisation_are_told_too(desk: Desk) -> None:
    guests = GuestsInvited(meeting="jong-maart", organisations=("winkel",))
    desk.record([guests, MOVED], by="noor")
    assert {one.recipient for one in told(desk)} == {FATIMA, SHOP}


@pytest.mark.parametrize("way", ["bellen", "niets"])
def test_who_wants_no_mail_gets_none_and_may_be_called(desk: Desk, way: str) -> None:
    prefer(desk, FATIMA, way=way)
    desk.record([OFF], by="noor")
    assert told(desk) == []
    with desk.reading() as now:
        found = calls(Known(now))
    assert [one.someone.recipient for one in found] == ([FATIMA] if way == "bellen" else [])
    assert all(one.changed for one in found)


def test_what_is_past_or_taken_back_is_no_news(desk: Desk, clock: Clock) -> None:
    desk.record([MOVED], by="noor")
    desk.record([MeetingWithdrawn(meeting="jong-maart", reason="Dubbel.")], by="noor")
    assert told(desk) == []
    meet(desk, "2026-03-12", meeting="later")
    clock.forward(days=20)
    desk.record([MeetingCancelled(meeting="later", reason="Vergeten.")], by="noor")
    assert told(desk) == []


def test_a_new_site_mails_nobody_about_its_past(desk: Desk) -> None:
    with writing(desk.engine) as db:
        db.execute(rounds.told.delete())
    desk.record([MOVED], by="noor")
    assert told(desk) == []
    desk.record([OFF], by="noor")
    assert len(told(desk)) == 1


def test_a_quarter_of_an_hour_is_what_the_page_promises() -> None:
    assert timedelta(minutes=15) == STOPPABLE
