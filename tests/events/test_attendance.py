"""Who says to come to a meeting, and who was there."""

from datetime import date

import pytest

from alliance.events import attendance as words
from alliance.events import meetings_rules as meetings
from alliance.events.attendance import (
    AttendanceAnnounced,
    AttendanceRecorded,
    announce_attendance,
    record_attendance,
)
from alliance.events.base import Event
from alliance.events.meetings import MeetingCancelled, MeetingPlanned
from tests.refusals import faults

SUNDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (22, 26, 27))
PLANNED = MeetingPlanned(meeting="m1", group="kerngroep", on=THURSDAY)
CANCELLED = MeetingCancelled(meeting="m1", reason="Ziek.")
COMES = AttendanceAnnounced(attendance="m1", member="kim", answer="ja")
WAS = AttendanceRecorded(attendance="m1", member="kim", presence="aanwezig")
GUEST = AttendanceRecorded(attendance="m1", presence="aanwezig", on_behalf_of="cjg")


def announced(answer: words.Coming | None, *past: Event, today: date = SUNDAY) -> Event:
    return announce_attendance([PLANNED], past, member="kim", answer=answer, today=today)


def recorded(presence: words.Presence, *past: Event, today: date = THURSDAY, **who: str) -> Event:
    who = who or {"member": "kim"}
    return record_attendance([PLANNED], past, presence=presence, today=today, **who)


def test_a_member_says_to_come_and_may_change_that() -> None:
    assert announced("ja") == COMES
    assert announced("nee", COMES) == AttendanceAnnounced(
        attendance="m1", member="kim", answer="nee"
    )


def test_a_guest_says_so_for_the_organisation_that_was_asked() -> None:
    said = announce_attendance([PLANNED], [COMES], on_behalf_of="cjg", answer="ja", today=SUNDAY)
    assert said == AttendanceAnnounced(attendance="m1", on_behalf_of="cjg", answer="ja")
    assert faults(
        lambda: announce_attendance(
            [PLANNED], [COMES, said], on_behalf_of="cjg", answer="ja", today=SUNDAY
        )
    ) == {"form": words.SAID}


def test_the_same_answer_twice_or_none_is_refused() -> None:
    assert faults(lambda: announced("ja", COMES)) == {"form": words.SAID}
    assert faults(lambda: announced(None)) == {"form": words.NO_ANSWER}


@pytest.mark.parametrize(
    ("history", "today", "why"),
    [
        ([], SUNDAY, meetings.UNKNOWN),
        ([PLANNED, CANCELLED], SUNDAY, meetings.CANCELLED),
        ([PLANNED], FRIDAY, meetings.PAST),
    ],
)
def test_one_answers_for_a_meeting_that_is_still_to_come(
    history: list[Event], today: date, why: str
) -> None:
    told = faults(lambda: announce_attendance(history, [], member="kim", answer="ja", today=today))
    assert told == {"form": why}


def test_who_was_there_is_recorded_from_the_day_itself() -> None:
    assert recorded("aanwezig", COMES) == WAS
    assert recorded("afgemeld", WAS, today=FRIDAY) == AttendanceRecorded(
        attendance="m1", member="kim", presence="afgemeld"
    )
    early = "Deze bijeenkomst is pas op 26-11-2026. Leg daarna vast wie er was."
    assert faults(lambda: recorded("aanwezig", today=SUNDAY)) == {"form": early}


def test_a_guest_is_known_by_the_organisation_only() -> None:
    assert recorded("aanwezig", on_behalf_of="cjg") == GUEST
    assert faults(lambda: recorded("aanwezig", GUEST, on_behalf_of="cjg")) == {"form": words.SAID}
    assert recorded("aanwezig", GUEST, on_behalf_of="comenius") != GUEST


def test_the_same_twice_or_of_nobody_is_refused() -> None:
    assert faults(lambda: recorded("aanwezig", WAS)) == {"form": words.SAID}
    told = faults(lambda: record_attendance([PLANNED], [], presence="aanwezig", today=FRIDAY))
    assert told == {"form": words.NOBODY}
