"""Calendars: meetings and activities as phones and computers understand them (RFC 5545, 5546)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from icalendar import Calendar, Component, Event, vCalAddress, vDuration

from alliance.config import SITE_NAME
from alliance.dutch import AMSTERDAM

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
PRODUCT = "-//Alliantieplatform//NL"
HOUR = 60
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""As the law has it since 1996; the library would write out every year until 2038."""


@dataclass(frozen=True)
class Moment:
    """One thing in a calendar: a meeting, or an activity."""

    uid: str  # the same for ever
    title: str
    on: date
    start: time | None  # None: somewhere on that day
    minutes: int | None
    place: str | None
    address: str  # of its page
    about: str
    sequence: int  # grows with every change
    changed: datetime
    cancelled: bool = False


def calendar(name: str, moments: Iterable[Moment], *, method: Method = "PUBLISH") -> str:
    """The text of a calendar file with these moments in it."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", method)
    if method == "PUBLISH":
        for title in ("name", "x-wr-calname"):
            made.add(title, name)
        made.add("refresh-interval", vDuration(timedelta(hours=6)), {"value": "DURATION"})
        made.add("x-published-ttl", vDuration(timedelta(hours=6)))
    made.add_component(Component.from_ical(ZONE))
    for moment in moments:
        made.add_component(one(moment))
    return str(made.to_ical().decode())


def one(moment: Moment) -> Event:
    """One thing as an entry of a calendar."""
    event = Event()
    event.add("uid", moment.uid)
    event.add("summary", moment.title)
    for name, when in days(moment).items():
        event.add(name, when)
    event.add("dtstamp", moment.changed)
    event.add("last-modified", moment.changed)
    event.add("sequence", moment.sequence)
    event.add("status", "CANCELLED" if moment.cancelled else "CONFIRMED")
    event.add("url", moment.address)
    event.add("description", f"{moment.about}\n{moment.address}".strip())
    if moment.place:
        event.add("location", moment.place)
    return event


def days(moment: Moment) -> dict[str, date | datetime]:
    """When it begins and ends; without a time it takes the whole day."""
    if moment.start is None:
        return {"dtstart": moment.on, "dtend": moment.on + timedelta(days=1)}
    begins = datetime.combine(moment.on, moment.start, AMSTERDAM)
    return {"dtstart": begins, "dtend": begins + timedelta(minutes=moment.minutes or HOUR)}


def addressed(invitation: str, *, organizer: str, attendee: str) -> str:
    """An invitation with who asks and who is asked, as it is when its letter leaves."""
    made = Calendar.from_ical(invitation)
    for event in made.events:
        asks = vCalAddress(f"mailto:{organizer}")
        asks.params["CN"] = SITE_NAME
        asked = vCalAddress(f"mailto:{attendee}")
        asked.params["RSVP"] = "FALSE"
        event.add("organizer", asks)
        event.add("attendee", asked)
    return str(made.to_ical().decode())
