"""The minutes that go along in the mail: of what was held lately, as they may leave the group."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from alliance.desk import Reading
from alliance.documents.minutes_told import Told
from alliance.documents.week import Held
from alliance.dutch import day_of
from alliance.projections import meetings
from alliance.projections.meetings import Meeting

LOOK_BACK = timedelta(days=62)
"""Further back than the mail before, also of who gets one a month."""


@dataclass(frozen=True)
class Ready:
    """Minutes of a meeting, and since when there is something in them."""

    meeting: Meeting
    ready_on: date
    minutes: Held


def held(now: Reading) -> Iterator[Ready]:
    """The minutes of every meeting that was held lately, the first one first.

    They count from the day on which the first line was written down, so that minutes which were
    made later are in the mail that follows. So they are mailed once, approved or not.
    """
    tomorrow = now.today + timedelta(days=1)  # what is held today is in the mail of a later day
    for found in reversed(now.ask(meetings.past, tomorrow).rows):
        if found.status != "gepland" or found.on < now.today - LOOK_BACK:
            continue
        said, told = now.history(f"record:{found.meeting}"), Told(now, found)
        if said and any(item.lines for item in told.outward.items):
            ready_on = max(found.on, day_of(said[0].at))
            yield Ready(found, ready_on, Held(found.meeting, told.text))
