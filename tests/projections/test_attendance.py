"""Who comes, who was there, and when someone was there for the last time."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.attendance import AttendanceAnnounced, AttendanceRecorded, Presence
from alliance.events.meetings import (
    MeetingCancelled,
    MeetingCorrected,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.projections.attendance import Attendance, answers, last_attended, of_meeting
from tests.projections.conftest import Given

Asked = Callable[..., Any]
JULY, OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 8) for month in (7, 10, 11, 12))
OLD = MeetingPlanned(meeting="m0", group="kerngroep", on=JULY)
HELD = MeetingPlanned(meeting="m1", group="kerngroep", on=OCTOBER)
OTHER = MeetingPlanned(meeting="m2", group="klankbordgroep", on=NOVEMBER)


def was(meeting: str, presence: Presence = "aanwezig", member: str = "kim") -> AttendanceRecorded:
    return AttendanceRecorded(attendance=meeting, member=member, presence=presence)


def test_what_was_said_last_counts_and_what_was_recorded_stands_beside_it(
    given: Given, asked: Asked
) -> None:
    given(HELD, AttendanceAnnounced(attendance="m1", member="kim", answer="ja"))
    given(AttendanceAnnounced(attendance="m1", member="kim", answer="nee"))
    assert asked(of_meeting, "m1") == [Attendance("kim", None, comes=False)]
    assert asked(of_meeting, "m1")[0].answer == "nee"

    given(was("m1"))
    assert asked(of_meeting, "m1") == [Attendance("kim", None, comes=False, presence="aanwezig")]


def test_a_guest_stands_there_as_an_organisation(given: Given, asked: Asked) -> None:
    given(HELD, was("m1"))
    given(AttendanceRecorded(attendance="m1", presence="aanwezig", on_behalf_of="cjg"))
    assert asked(of_meeting, "m1") == [
        Attendance("kim", None, presence="aanwezig"),
        Attendance(None, "cjg", presence="aanwezig"),
    ]
    assert asked(of_meeting, "m1")[0].answer == ""


def test_a_guest_says_beforehand_to_come_as_an_organisation(given: Given, asked: Asked) -> None:
    given(HELD, AttendanceAnnounced(attendance="m1", member="kim", answer="nee"))
    given(AttendanceAnnounced(attendance="m1", on_behalf_of="cjg", answer="ja"))
    assert asked(of_meeting, "m1")[1] == Attendance(None, "cjg", comes=True)
    assert asked(answers, "m1") == {"member:kim": "nee", "organisation:cjg": "ja"}
    given(AttendanceRecorded(attendance="m1", presence="afwezig", on_behalf_of="cjg"))
    assert asked(of_meeting, "m1")[1] == Attendance(None, "cjg", comes=True, presence="afwezig")


def test_someone_was_there_last_where_they_were_present(given: Given, asked: Asked) -> None:
    given(OLD, HELD, OTHER, was("m0"), was("m1", "afgemeld"), was("m2"))

    assert asked(last_attended, "kim", "kerngroep", DECEMBER) == JULY
    assert asked(last_attended, "kim", "kerngroep", JULY) is None
    assert asked(last_attended, "teun", "kerngroep", DECEMBER) is None

    given(was("m1"))
    assert asked(last_attended, "kim", "kerngroep", DECEMBER) == OCTOBER


def test_a_meeting_counts_on_the_day_it_was_held(given: Given, asked: Asked) -> None:
    given(HELD, was("m1"), MeetingMoved(meeting="m1", on=NOVEMBER))
    assert asked(last_attended, "kim", "kerngroep", DECEMBER) == NOVEMBER

    given(MeetingCorrected(meeting="m1", group="kerngroep", on=OCTOBER))
    assert asked(last_attended, "kim", "kerngroep", DECEMBER) == OCTOBER


def test_a_meeting_that_fell_through_does_not_count(given: Given, asked: Asked) -> None:
    given(OLD, HELD, was("m0"), was("m1"))
    given(MeetingCancelled(meeting="m1", reason="Ziek."))
    assert asked(last_attended, "kim", "kerngroep", DECEMBER) == JULY
    given(MeetingCorrected(meeting="m1", group="kerngroep", on=NOVEMBER))
    given(MeetingWithdrawn(meeting="m0", reason="Dubbel."))
    assert asked(last_attended, "kim", "kerngroep", DECEMBER) is None
