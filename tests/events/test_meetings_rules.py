"""Rules of meetings: given what was planned, when someone changes it, then this is written down."""

from collections.abc import Callable
from datetime import date, time

import pytest

from alliance.events import meetings_rules as words
from alliance.events.base import Event, Refused
from alliance.events.days import GONE, TOO_FAR
from alliance.events.meetings import (
    MeetingCancelled,
    MeetingCorrected,
    MeetingMoved,
    MeetingPlanned,
    MeetingWithdrawn,
)
from alliance.events.meetings_rules import (
    cancel_meeting,
    correct_meeting,
    meeting_now,
    move_meeting,
    plan_meeting,
    withdraw_meeting,
)
from alliance.events.state import UNCHANGED, WHY, WHY_NOT

SUNDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (22, 26, 27))
EARLIER, LATER = date(2026, 11, 12), date(2026, 12, 3)
TWO, THREE = time(14), time(15)
PLANNED = MeetingPlanned(
    meeting="m1", group="kerngroep", on=THURSDAY, start=TWO, place="gemeentehuis"
)
HELD = MeetingPlanned(meeting="m1", group="kerngroep", on=EARLIER, start=TWO)
CANCELLED = MeetingCancelled(meeting="m1", reason="Te weinig mensen kunnen.")
WITHDRAWN = MeetingWithdrawn(meeting="m1", reason="Stond er dubbel.")


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_a_group_meets_on_a_day_at_a_time_and_place() -> None:
    planned = plan_meeting(
        meeting="m1",
        group="kerngroep",
        on=THURSDAY,
        start=TWO,
        place=" gemeentehuis ",
        today=SUNDAY,
    )

    assert planned == PLANNED


def test_time_and_place_may_follow_later() -> None:
    planned = plan_meeting(meeting="m1", group="kerngroep", on=THURSDAY, today=SUNDAY)

    assert planned == MeetingPlanned(meeting="m1", group="kerngroep", on=THURSDAY)


def test_a_meeting_may_be_planned_for_today() -> None:
    assert plan_meeting(meeting="m1", group="kerngroep", on=SUNDAY, today=SUNDAY).on == SUNDAY


def test_a_meeting_is_refused_with_every_fault_at_once() -> None:
    told = faults(
        lambda: plan_meeting(
            meeting="m1", group="", on=None, place="x" * 201, minutes=5, today=SUNDAY
        )
    )

    assert told == {
        "group": words.NO_GROUP,
        "on": words.NO_DAY,
        "place": "Maak dit korter: hoogstens 200 tekens. Nu zijn het er 201.",
        "minutes": words.LENGTH,
    }


@pytest.mark.parametrize(("on", "why"), [(EARLIER, GONE), (date(2062, 11, 26), TOO_FAR)])
def test_a_meeting_is_refused_on_an_impossible_day(on: date, why: str) -> None:
    told = faults(lambda: plan_meeting(meeting="m1", group="kerngroep", on=on, today=SUNDAY))

    assert told == {"on": why}


def test_who_planned_it_sets_right_what_it_says() -> None:
    corrected = correct_meeting([PLANNED], place="De Wel", today=SUNDAY)

    assert corrected == MeetingCorrected(
        meeting="m1", group="kerngroep", on=THURSDAY, start=TWO, place="De Wel"
    )


def test_a_correction_starts_from_what_was_moved() -> None:
    moved = MeetingMoved(meeting="m1", on=FRIDAY)

    assert correct_meeting([PLANNED, moved], minutes=90, today=SUNDAY).on == FRIDAY


def test_a_meeting_that_was_held_may_get_its_true_day() -> None:
    corrected = correct_meeting([HELD], on=date(2026, 11, 11), today=SUNDAY)

    assert corrected.on == date(2026, 11, 11)


def test_a_meeting_to_come_is_not_corrected_into_the_past() -> None:
    assert faults(lambda: correct_meeting([PLANNED], on=EARLIER, today=SUNDAY)) == {"on": GONE}


def test_a_correction_is_refused_with_every_fault_at_once() -> None:
    told = faults(lambda: correct_meeting([PLANNED], group="", on=None, minutes=1, today=SUNDAY))

    assert told == {"group": words.NO_GROUP, "on": words.NO_DAY, "minutes": words.LENGTH}


def test_a_correction_that_changes_nothing_is_refused() -> None:
    told = faults(lambda: correct_meeting([PLANNED], place="gemeentehuis ", today=SUNDAY))

    assert told == {"form": UNCHANGED}


def test_a_meeting_moves_with_its_reason() -> None:
    moved = move_meeting([PLANNED], on=LATER, reason=" Raadsavond. ", today=SUNDAY)

    assert moved == MeetingMoved(meeting="m1", on=LATER, reason="Raadsavond.")


def test_a_meeting_may_move_to_another_hour_of_the_same_day() -> None:
    assert move_meeting([PLANNED], on=THURSDAY, start=THREE, today=SUNDAY).start == THREE


@pytest.mark.parametrize(
    ("on", "start", "why"),
    [
        (THURSDAY, None, words.SAME_MOMENT),
        (THURSDAY, TWO, words.SAME_MOMENT),
        (EARLIER, None, GONE),
        (None, None, words.NO_DAY),
    ],
)
def test_moving_is_refused_without_another_moment(
    on: date | None, start: time | None, why: str
) -> None:
    assert faults(lambda: move_meeting([PLANNED], on=on, start=start, today=SUNDAY)) == {"on": why}


def test_a_meeting_that_has_been_does_not_move() -> None:
    assert faults(lambda: move_meeting([HELD], on=LATER, today=SUNDAY)) == {"form": words.PAST}


def test_a_meeting_is_cancelled_with_its_reason() -> None:
    assert cancel_meeting([PLANNED], reason="Te weinig mensen kunnen. ") == CANCELLED
    assert faults(lambda: cancel_meeting([PLANNED], reason=" ")) == {"reason": WHY_NOT}


def test_a_meeting_is_taken_back_with_its_reason() -> None:
    assert withdraw_meeting([PLANNED, CANCELLED], reason="Stond er dubbel.") == WITHDRAWN
    assert faults(lambda: withdraw_meeting([PLANNED], reason="")) == {"reason": WHY}


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ([], words.UNKNOWN),
        ([PLANNED, CANCELLED], words.CANCELLED),
        ([PLANNED, CANCELLED, WITHDRAWN], words.WITHDRAWN),
    ],
)
def test_a_meeting_that_does_not_stand_is_left_alone(history: list[Event], why: str) -> None:
    assert faults(lambda: move_meeting(history, on=LATER, today=SUNDAY)) == {"form": why}
    assert faults(lambda: cancel_meeting(history, reason="Ziek.")) == {"form": why}


def test_a_meeting_that_was_taken_back_is_not_corrected() -> None:
    told = faults(lambda: correct_meeting([PLANNED, WITHDRAWN], minutes=90, today=SUNDAY))

    assert told == {"form": words.WITHDRAWN}
    assert faults(lambda: withdraw_meeting([], reason="Dubbel.")) == {"form": words.UNKNOWN}


def test_what_a_meeting_says_now_is_its_last_word() -> None:
    history = [PLANNED, MeetingMoved(meeting="m1", on=FRIDAY, start=THREE, reason="Raadsavond.")]

    assert meeting_now(history) == MeetingCorrected(
        meeting="m1", group="kerngroep", on=FRIDAY, start=THREE, place="gemeentehuis"
    )
