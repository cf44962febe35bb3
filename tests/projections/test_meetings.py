"""When which group meets, and what stood on the agenda."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from alliance.events.meetings import (
    AgendaLine,
    AgendaSet,
    MeetingCancelled,
    MeetingCorrected,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.organisations import GroupFormed
from alliance.projections.meetings import agenda_of, coming, next_of, one, past
from tests.projections.conftest import Given

Asked = Callable[..., Any]
TODAY = date(2026, 11, 22)
OCTOBER, THURSDAY, DECEMBER = date(2026, 10, 8), date(2026, 11, 26), date(2026, 12, 3)
CORE = GroupFormed(group="kerngroep", name="Kerngroep", kind="kerngroep", task="Hoofdlijnen.")
PLANNED = MeetingPlanned(
    meeting="m2", group="kerngroep", on=THURSDAY, start=time(14), place="gemeentehuis"
)
HELD = MeetingPlanned(meeting="m1", group="kerngroep", on=OCTOBER)
OTHER = MeetingPlanned(meeting="m3", group="themagroep_t3", on=DECEMBER)


def line(key: str) -> AgendaLine:
    return AgendaLine(key=key, title="Vervoer", kind="bespreken", minutes=10, reason="Aangedragen.")


@pytest.fixture(autouse=True)
def three_meetings(given: Given) -> None:
    given(CORE, HELD, PLANNED, OTHER, at=date(2026, 9, 1))


def names(page: Any) -> list[str]:
    return [meeting.meeting for meeting in page.rows]


def test_what_comes_stands_in_order_of_day(asked: Asked) -> None:
    assert names(asked(coming, TODAY)) == ["m2", "m3"]
    assert names(asked(past, TODAY)) == ["m1"]


def test_a_meeting_of_today_still_comes(asked: Asked) -> None:
    assert asked(next_of, "kerngroep", THURSDAY).meeting == "m2"


def test_a_group_sees_its_own_meetings(asked: Asked) -> None:
    assert names(asked(coming, TODAY, of=["kerngroep"])) == ["m2"]
    assert names(asked(past, DECEMBER, of=["kerngroep"])) == ["m2", "m1"]
    assert names(asked(coming, TODAY, of=[])) == []


def test_a_meeting_says_who_meets_when_and_where(asked: Asked) -> None:
    meeting = asked(one, "m2")

    assert (meeting.group_name, meeting.group_kind) == ("Kerngroep", "kerngroep")
    assert (meeting.on, meeting.start, meeting.place) == (THURSDAY, time(14), "gemeentehuis")
    assert (meeting.status, meeting.minutes, meeting.points, meeting.by) == (
        "gepland",
        120,
        0,
        "noor",
    )


def test_a_meeting_that_never_was_planned_is_not_there(asked: Asked) -> None:
    assert asked(one, "m9") is None
    assert asked(next_of, "klankbordgroep", TODAY) is None


def test_a_group_without_a_name_goes_by_its_key(asked: Asked) -> None:
    assert asked(one, "m3").group_name == "themagroep_t3"


def test_a_corrected_meeting_says_what_is_right(given: Given, asked: Asked) -> None:
    given(MeetingCorrected(meeting="m2", group="kerngroep", on=THURSDAY, place="De Wel"))

    assert asked(one, "m2").place == "De Wel"
    assert asked(one, "m2").by == "noor"


def test_a_moved_meeting_says_from_which_day_and_why(given: Given, asked: Asked) -> None:
    given(MeetingMoved(meeting="m2", on=DECEMBER, reason="Raadsavond."))
    meeting = asked(one, "m2")

    assert (meeting.on, meeting.moved_from, meeting.reason) == (DECEMBER, THURSDAY, "Raadsavond.")
    assert meeting.start == time(14)


def test_a_meeting_may_move_to_another_hour(given: Given, asked: Asked) -> None:
    given(MeetingMoved(meeting="m2", on=THURSDAY, start=time(15)))

    assert asked(one, "m2").start == time(15)


def test_a_cancelled_meeting_shows_but_is_not_the_next(given: Given, asked: Asked) -> None:
    given(MeetingCancelled(meeting="m2", reason="Te weinig mensen kunnen."))

    assert [meeting.status for meeting in asked(coming, TODAY).rows] == ["afgezegd", "gepland"]
    assert asked(one, "m2").reason == "Te weinig mensen kunnen."
    assert asked(next_of, "kerngroep", TODAY) is None


def test_a_meeting_taken_back_stands_in_no_list(given: Given, asked: Asked) -> None:
    given(MeetingWithdrawn(meeting="m2", reason="Stond er dubbel."))

    assert names(asked(coming, TODAY)) == ["m3"]
    assert asked(one, "m2").status == "teruggenomen"


def test_a_later_agenda_replaces_an_earlier_one(given: Given, asked: Asked) -> None:
    given(AgendaSet(meeting="m2", lines=(line("item:a"), line("item:b"), line("item:c"))))
    given(AgendaSet(meeting="m2", lines=(line("item:b"),)))

    assert asked(agenda_of, "m2") == [line("item:b")]
    assert asked(one, "m2").points == 1
    assert asked(agenda_of, "m1") == []


def test_a_long_past_comes_fifty_at_a_time(given: Given, asked: Asked) -> None:
    given(*(MeetingPlanned(meeting=f"o{n}", group="kerngroep", on=OCTOBER) for n in range(60)))

    assert (len(asked(past, TODAY).rows), asked(past, TODAY).total) == (50, 61)
    assert len(asked(past, TODAY, page=2).rows) == 11
