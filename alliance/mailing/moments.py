"""Meetings and activities as calendars take them: the same in a feed, a file and a letter."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from alliance.changes import changes_of
from alliance.desk import Reading
from alliance.documents.calendar import Moment
from alliance.projections import people
from alliance.projections.activities_calendar import Outing
from alliance.projections.meetings import Meeting

OPEN_TO_ALL = "/waar-kun-je-terecht"
"""Where whoever may not see the page of an activity is led."""


def of_meetings(now: Reading, site: str, found: Sequence[Meeting]) -> list[Moment]:
    """Meetings, with the address of their page."""
    changed = changes_of(now.db, [f"meeting:{one.meeting}" for one in found])
    return [
        Moment(
            uid=uid("meeting", one.meeting, site),
            title=one.group_name,
            on=one.on,
            start=one.start,
            minutes=one.minutes,
            place=one.place or one.link,
            address=f"{site}/bijeenkomsten/{one.meeting}",
            about=f"Online: {one.link}" if one.link else "",
            sequence=changed[f"meeting:{one.meeting}"][0],
            changed=changed[f"meeting:{one.meeting}"][1],
            cancelled=one.status == "afgezegd",
        )
        for one in found
    ]


def of_activities(
    now: Reading, site: str, found: Sequence[Outing], *, inside: bool = True
) -> list[Moment]:
    """Activities; only who is inside is led to their page.

    Whose activity does not go on is nobody else's business.
    """
    changed = changes_of(now.db, [f"activity:{one.activity}" for one in found])
    by = now.ask(people.organisation_names)
    return [
        Moment(
            uid=uid("activity", one.activity, site),
            title=one.title,
            on=one.on,
            start=one.start,
            minutes=None,
            place=one.place,
            address=site + (f"/activiteiten/{one.activity}" if inside else OPEN_TO_ALL),
            about=by.get(one.organisation or "", "") if one.status != "gaat_niet_door" else "",
            sequence=changed[f"activity:{one.activity}"][0],
            changed=changed[f"activity:{one.activity}"][1],
            cancelled=one.status == "gaat_niet_door",
        )
        for one in found
    ]


def uid(kind: str, key: str, site: str) -> str:
    """What a calendar knows something by, the same for ever."""
    return f"{kind}-{key}@{urlsplit(site).hostname}"
