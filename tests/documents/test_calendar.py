"""Calendars: what a phone needs to show a meeting, and to follow when it changes."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from icalendar import Calendar

from alliance.documents.calendar import Moment, addressed, calendar

CHANGED = datetime(2026, 3, 2, 9, tzinfo=UTC)
CORE = Moment(
    uid="meeting-x@alliantie.example",
    title="Kerngroep",
    on=date(2026, 3, 26),
    start=time(14),
    minutes=120,
    place="Gemeentehuis, zaal 2",
    address="https://alliantie.example/bijeenkomsten/x",
    about="Online: https://overleg.example/x",
    sequence=3,
    changed=CHANGED,
)


def read(moment: Moment) -> Any:
    made = calendar("Kerngroep", [moment])
    [event] = Calendar.from_ical(made).events
    return event


def test_a_meeting_has_its_place_time_address_and_what_follows_changes() -> None:
    event = read(CORE)
    assert (event["uid"], event["summary"]) == ("meeting-x@alliantie.example", "Kerngroep")
    assert event["location"] == "Gemeentehuis, zaal 2"
    assert event["url"] == "https://alliantie.example/bijeenkomsten/x"
    assert event["sequence"] == 3 and event["status"] == "CONFIRMED"
    assert event.start.isoformat() == "2026-03-26T14:00:00+01:00"
    assert event.end.isoformat() == "2026-03-26T16:00:00+01:00"
    assert "Online: https://overleg.example/x" in event["description"]


def test_the_zone_of_amsterdam_is_told_with_its_summer_time() -> None:
    made = calendar("Kerngroep", [CORE, replace(CORE, on=date(2026, 4, 2))])
    assert made.count("BEGIN:VTIMEZONE") == 1
    assert "DTSTART;TZID=Europe/Amsterdam:20260402T140000" in made
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in made


def test_without_a_time_it_takes_the_whole_day() -> None:
    event = read(replace(CORE, start=None))
    assert (event.start, event.end) == (date(2026, 3, 26), date(2026, 3, 27))


def test_what_was_cancelled_says_so() -> None:
    assert read(replace(CORE, cancelled=True))["status"] == "CANCELLED"


def test_the_same_facts_give_the_same_bytes() -> None:
    assert calendar("Kerngroep", [CORE]) == calendar("Kerngroep", [CORE])
    assert calendar("Kerngroep", [CORE]).isascii() and "\r\n" in calendar("Kerngroep", [CORE])


def test_commas_and_lines_in_a_place_do_not_break_the_file() -> None:
    place = "De Wel, zaal; achterin\nbel aan"
    assert read(replace(CORE, place=place))["location"] == place


def test_an_invitation_says_who_asks_and_who_is_asked() -> None:
    asked = addressed(
        calendar("Kerngroep", [CORE], method="REQUEST"),
        organizer="noor@gemeente.example",
        attendee="fatima@voorbeeld.example",
    )
    made = Calendar.from_ical(asked)
    [event] = made.events
    assert made["method"] == "REQUEST"
    assert event["organizer"] == "mailto:noor@gemeente.example"
    assert event["attendee"] == "mailto:fatima@voorbeeld.example"
    assert event["attendee"].params["RSVP"] == "FALSE"
    assert asked.count("BEGIN:VTIMEZONE") == 1
