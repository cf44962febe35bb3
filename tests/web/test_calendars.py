"""Calendars: files and feeds that follow what changes, for who has the address and no one else."""

import re
from datetime import date, time
from typing import Any

import pytest
from icalendar import Calendar

from alliance import leaving
from alliance.desk import Desk
from alliance.events.activities import ActivityAnnounced, ActivityCancelled, ActivityPlanned
from alliance.events.meetings import (
    MeetingCancelled,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.organisations import RoleEnded
from tests.web.visitor import Visitor

PAGE = "/mijn-gegevens/agenda"
CORE, YOUNG = "kerngroep", "themagroep_t3"


@pytest.fixture(autouse=True)
def planned(desk: Desk) -> None:
    """A meeting of the core group, one of a theme group, and two activities."""
    there: dict[str, Any] = {"on": date(2026, 3, 26), "start": time(14), "place": "De Wel"}
    for meeting, group in (("core", CORE), ("young", YOUNG)):
        desk.record([MeetingPlanned(meeting=meeting, group=group, **there)], by="m-aanjager")
    soup = ActivityPlanned(
        activity="soup", title="Soep eten", on=date(2026, 3, 20), organisation="havensteder"
    )
    lesson = ActivityPlanned(
        activity="lesson", title="Les voor vrijwilligers", on=date(2026, 3, 21),
        audience="professionals", organisation="sonrisa",
    )  # fmt: skip
    desk.record([soup, lesson], by="m-aanjager")


def feeds(visitor: Visitor) -> dict[str, str]:
    """The addresses on the page of a member, by name."""
    page = visitor.open(PAGE)
    found = re.findall(r'class="address">http://localhost(\S+?)</code>', page.response.text)
    names = [words.split(": ", 1)[1] for words in page.links() if words.startswith("Open in je")]
    return dict(zip(names, found, strict=True))


def events(visitor: Visitor, address: str) -> dict[str, Any]:
    """What a calendar program reads at an address."""
    page = visitor.open(address)
    assert page.response.mimetype == "text/calendar"
    return {str(event["summary"]): event for event in Calendar.from_ical(page.response.text).events}


def test_a_member_subscribes_to_the_meetings_of_the_own_groups(
    visit: object, visitor: Visitor
) -> None:
    assert callable(visit)
    found = feeds(visit("kerngroep"))
    assert [*found] == ["Jouw bijeenkomsten en activiteiten", "Kerngroep", "Wat er te doen is"]
    mine = events(visitor, found["Jouw bijeenkomsten en activiteiten"])
    assert {*mine} == {"Kerngroep", "Soep eten"}
    assert mine["Kerngroep"]["location"] == "De Wel"
    assert mine["Kerngroep"]["url"] == "http://localhost/bijeenkomsten/core"
    assert {*events(visitor, found["Kerngroep"])} == {"Kerngroep"}


def test_a_feed_follows_what_moves_and_what_is_cancelled(
    visit: object, visitor: Visitor, desk: Desk
) -> None:
    assert callable(visit)
    address = feeds(visit("kerngroep"))["Kerngroep"]
    first = events(visitor, address)["Kerngroep"]
    desk.record([MeetingMoved(meeting="core", on=date(2026, 3, 27))], by="m-aanjager")
    moved = events(visitor, address)["Kerngroep"]
    assert moved["uid"] == first["uid"] and moved["sequence"] > first["sequence"]
    assert moved.start.isoformat() == "2026-03-27T14:00:00+01:00"
    desk.record([MeetingCancelled(meeting="core", reason="Ziek.")], by="m-aanjager")
    gone = events(visitor, address)["Kerngroep"]
    assert gone["status"] == "CANCELLED" and gone["sequence"] > moved["sequence"]
    desk.record([MeetingWithdrawn(meeting="core", reason="Dubbel.")], by="m-aanjager")
    assert events(visitor, address) == {}


def test_a_new_address_ends_the_old_one(visit: object, visitor: Visitor) -> None:
    assert callable(visit)
    member = visit("kerngroep")
    old = feeds(member)
    page = member.open(PAGE)
    key = page.fields() | {"key": page.html.query("main form input[name=key]")[0].attrs["value"]}
    member.post(f"{PAGE}/vernieuwen", key)
    new = feeds(member)
    for name in ("Jouw bijeenkomsten en activiteiten", "Kerngroep"):
        visitor.open(old[name], 404)
        visitor.open(new[name])


def test_an_address_that_was_guessed_shows_nothing(visitor: Visitor) -> None:
    for guess in ("m-kerngroep", "m-kerngroep.", f"m-kerngroep.{'a' * 22}", "nergens.x"):
        visitor.open(f"/agenda/{guess}.ics", 404)


def test_who_leaves_the_group_loses_its_feed_and_who_goes_loses_all(
    visit: object, visitor: Visitor, desk: Desk
) -> None:
    assert callable(visit)
    found = feeds(visit("kerngroep"))
    ended = RoleEnded(member="m-kerngroep", role="lid", group=CORE)
    desk.record([ended], by="m-aanjager")
    visitor.open(found["Kerngroep"], 404)
    assert "Kerngroep" not in events(visitor, found["Jouw bijeenkomsten en activiteiten"])
    leaving.erase(desk, "m-kerngroep", by="m-aanjager")
    visitor.open(found["Jouw bijeenkomsten en activiteiten"], 404)


def test_everyone_can_follow_what_there_is_to_do_for_residents_in_words_meant_for_everyone(
    visitor: Visitor, desk: Desk
) -> None:
    assert events(visitor, "/agenda/openbaar.ics") == {}
    desk.record([ActivityAnnounced(activity="soup", headline="Kom soep eten")], by="m-aanjager")
    found = events(visitor, "/agenda/openbaar.ics")
    assert {*found} == {"Kom soep eten"}
    assert found["Kom soep eten"]["url"] == "http://localhost/waar-kun-je-terecht"
    desk.record([ActivityCancelled(activity="soup", reason="Regen.")], by="m-aanjager")
    assert events(visitor, "/agenda/openbaar.ics")["Kom soep eten"]["status"] == "CANCELLED"


def test_one_meeting_and_one_activity_open_in_a_calendar(visit: object, desk: Desk) -> None:
    assert callable(visit)
    member = visit("kerngroep")
    meeting = member.open("/bijeenkomsten/core").links()["Zet in je agenda"]
    assert {*events(member, meeting)} == {"Kerngroep"}
    activity = member.open("/activiteiten/soup").links()["Zet in je agenda"]
    assert events(member, activity)["Soep eten"].start == date(2026, 3, 20)
    member.open("/bijeenkomsten/nergens.ics", 404)
    member.open("/activiteiten/nergens.ics", 404)


def test_the_feed_says_when_to_look_again_and_what_it_is_called(visitor: Visitor) -> None:
    text = visitor.open("/agenda/openbaar.ics").response.text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text
    assert "X-WR-CALNAME:Wat er te doen is: Samen tegen eenzaamheid" in text
