"""Rules of activities: planned ahead, held or not, and counted honestly."""

from collections.abc import Callable, Sequence
from datetime import date, time

import pytest

from alliance.events import activities_rules as words
from alliance.events.activities import (
    ActivityCancelled,
    ActivityCorrected,
    ActivityHeld,
    ActivityLinked,
    ActivityMoved,
    ActivityPlanned,
    ActivityWithdrawn,
)
from alliance.events.activities_rules import (
    activity_now,
    cancel_activity,
    correct_activity,
    hold_activity,
    link_activity,
    move_activity,
    plan_activity,
    withdraw_activity,
)
from alliance.events.base import Event
from alliance.events.counts import NO_NUMBER, NO_UNIT, Count
from alliance.events.days import GONE, MISSING, NOT_YET, TOO_FAR
from alliance.events.state import NO_LINK, UNCHANGED, WHY, WHY_NOT, Links
from tests.refusals import faults

SATURDAY, SUNDAY, MONDAY, FRIDAY = (date(2026, 11, day) for day in (21, 22, 23, 27))
PLANNED = ActivityPlanned(activity="v1", title="Soep", on=FRIDAY, place="De Wel", group="g1")
PAST = ActivityPlanned(activity="v1", title="Soep", on=SATURDAY, place="De Wel")
HELD = ActivityHeld(activity="v1", counts=())
CANCELLED = ActivityCancelled(activity="v1", reason="De kok is er niet.")
WITHDRAWN = ActivityWithdrawn(activity="v1", reason="Stond er dubbel.")
TWELVE = Count(known="getal", number=12)


def test_an_activity_has_a_title_a_day_and_a_place() -> None:
    made = plan_activity(
        activity="v1", title=" Soep ", on=FRIDAY, place=" De Wel", today=SUNDAY, group="g1"
    )
    assert made == PLANNED


def test_a_wijk_is_place_enough() -> None:
    made = plan_activity(
        activity="v1", title="Soep", on=FRIDAY, place="", today=SUNDAY, area="WK050202"
    )
    assert (made.place, made.area) == (None, "WK050202")


def test_an_activity_is_refused_with_every_fault_at_once() -> None:
    told = faults(lambda: plan_activity(activity="v", title="", on=None, place=" ", today=SUNDAY))
    assert told == {"title": words.NO_TITLE, "on": words.NO_DAY, "place": words.NO_PLACE}


@pytest.mark.parametrize(("on", "why"), [(SATURDAY, words.PAST), (date(2062, 11, 22), TOO_FAR)])
def test_planning_is_refused_on_a_day_that_cannot_be(on: date, why: str) -> None:
    told = faults(lambda: plan_activity(activity="v", title="Soep", on=on, place="W", today=SUNDAY))
    assert told == {"on": why}


def test_an_activity_that_was_there_already_is_written_down_afterwards() -> None:
    made = plan_activity(
        activity="v1", title="Soep", on=SATURDAY, place="De Wel", today=SUNDAY, already=True
    )
    assert made == PAST


@pytest.mark.parametrize(("on", "why"), [(MONDAY, NOT_YET), (None, MISSING)])
def test_what_was_there_already_lies_in_the_past(on: date | None, why: str) -> None:
    told = faults(
        lambda: plan_activity(
            activity="v", title="Soep", on=on, place="W", today=SUNDAY, already=True
        )
    )
    assert told == {"on": why}


def test_a_correction_gives_the_whole_new_wording() -> None:
    made = correct_activity([PLANNED], start=time(14), place="De Serre ", today=SUNDAY)
    assert made == ActivityCorrected(
        activity="v1", title="Soep", on=FRIDAY, place="De Serre", start=time(14), group="g1"
    )


def test_the_day_of_what_was_held_is_corrected_within_the_past() -> None:
    assert correct_activity([PAST, HELD], on=date(2026, 11, 20), today=SUNDAY).on.day == 20


def test_a_past_day_nobody_spoke_of_is_corrected_within_the_past() -> None:
    assert correct_activity([PAST], on=date(2026, 11, 20), today=SUNDAY).on.day == 20


@pytest.mark.parametrize(
    ("given", "changes", "why"),
    [
        ([PLANNED], {}, {"form": UNCHANGED}),
        ([PLANNED], {"title": "", "place": ""}, {"title": words.NO_TITLE, "place": words.NO_PLACE}),
        ([PLANNED], {"on": SATURDAY}, {"on": words.PAST}),
        ([PLANNED], {"on": None}, {"on": words.NO_DAY}),
        ([PAST, HELD], {"on": MONDAY}, {"on": NOT_YET}),
        ([PLANNED, CANCELLED], {"on": SATURDAY}, {"on": words.PAST}),
    ],
)
def test_a_correction_is_refused_when(
    given: Sequence[Event], changes: words.ActivityChanges, why: dict[str, str]
) -> None:
    assert faults(lambda: correct_activity(given, today=SUNDAY, **changes)) == why


def test_linking_keeps_the_links_that_are_not_named() -> None:
    before = ActivityLinked(activity="v1", result="r1")
    made = link_activity([PLANNED, before], theme="t2")
    assert made == ActivityLinked(activity="v1", theme="t2", result="r1")


@pytest.mark.parametrize("links", [{}, {"theme": None}])
def test_linking_is_refused_when_nothing_is_new(links: Links) -> None:
    assert faults(lambda: link_activity([PLANNED], **links)) == {"form": NO_LINK}


def test_an_activity_gets_another_day() -> None:
    made = move_activity([PLANNED], on=MONDAY, reason=" Zaal bezet", today=SUNDAY)
    assert made == ActivityMoved(activity="v1", on=MONDAY, reason="Zaal bezet")


@pytest.mark.parametrize(
    ("on", "why"), [(None, "Kies een nieuwe dag."), (FRIDAY, words.SAME_DAY), (SATURDAY, GONE)]
)
def test_another_day_is_refused_when(on: date | None, why: str) -> None:
    assert faults(lambda: move_activity([PLANNED], on=on, today=SUNDAY)) == {"on": why}


@pytest.mark.parametrize("given", [[PLANNED], [PAST]])
def test_an_activity_is_cancelled_with_its_reason(given: Sequence[Event]) -> None:
    assert cancel_activity(given, reason="De kok is er niet.") == CANCELLED
    assert faults(lambda: cancel_activity(given, reason="")) == {"reason": WHY_NOT}


def test_an_activity_is_held_from_its_own_day_on() -> None:
    assert hold_activity([PLANNED], counts=[TWELVE], today=FRIDAY) == ActivityHeld(
        activity="v1", counts=(TWELVE,)
    )


def test_nobody_says_what_came_of_it_before_its_day() -> None:
    told = faults(lambda: hold_activity([PLANNED], today=SUNDAY))
    assert told == {"form": "Deze activiteit is pas op 27-11-2026. Leg daarna vast wat het bracht."}


def test_holding_is_refused_with_a_count_that_says_nothing() -> None:
    counts = [Count(known="getal", unit="")]
    told = faults(lambda: hold_activity([PAST], counts=counts, today=SUNDAY))
    assert told == {"number": NO_NUMBER, "unit": NO_UNIT}


@pytest.mark.parametrize("given", [[PLANNED], [PAST, HELD], [PLANNED, CANCELLED]])
def test_whatever_became_of_it_an_activity_is_taken_back(given: Sequence[Event]) -> None:
    assert withdraw_activity(given, reason="Stond er dubbel.") == WITHDRAWN
    assert faults(lambda: withdraw_activity(given, reason=" ")) == {"reason": WHY}


GONE_FROM_LIST = [([], words.UNKNOWN), ([PLANNED, WITHDRAWN], words.WITHDRAWN)]
SETTLED = [([PAST, HELD], words.HELD), ([PLANNED, CANCELLED], words.CANCELLED)]


@pytest.mark.parametrize(("given", "why"), GONE_FROM_LIST + SETTLED)
@pytest.mark.parametrize(
    "act",
    [
        lambda given: move_activity(given, on=MONDAY, today=SUNDAY),
        lambda given: cancel_activity(given, reason="Ziek."),
        lambda given: hold_activity(given, today=FRIDAY),
    ],
    ids=["move", "cancel", "hold"],
)
def test_an_activity_that_is_settled_is_left_alone(
    act: Callable[[Sequence[Event]], Event], given: Sequence[Event], why: str
) -> None:
    assert faults(lambda: act(given)) == {"form": why}


@pytest.mark.parametrize(("given", "why"), GONE_FROM_LIST)
@pytest.mark.parametrize(
    "act",
    [
        lambda given: correct_activity(given, title="Anders", today=SUNDAY),
        lambda given: link_activity(given, result="r1"),
        lambda given: withdraw_activity(given, reason="Dubbel."),
    ],
    ids=["correct", "link", "withdraw"],
)
def test_an_activity_that_is_not_there_is_left_alone(
    act: Callable[[Sequence[Event]], Event], given: Sequence[Event], why: str
) -> None:
    assert faults(lambda: act(given)) == {"form": why}


def test_an_activity_says_what_was_last_said_of_it() -> None:
    moved = ActivityMoved(activity="v1", on=MONDAY)
    assert activity_now([PLANNED, moved]).on == MONDAY
