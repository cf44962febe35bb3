"""Rules of the year calendar: when something is, its steps counted back, and who takes them."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.events import moments as words
from alliance.events.base import Refused
from alliance.events.days import TOO_FAR
from alliance.events.moments import (
    MomentDropped,
    MomentMoved,
    MomentSet,
    OccasionAdopted,
    Step,
    StepTaken,
    Usual,
    drop_moment,
    moment_now,
    move_moment,
    set_moment,
    step_day,
    take_step,
    usual_days,
)
from alliance.events.state import UNCHANGED, WHY, WHY_NOT

TODAY, FIRST, LAST = date(2026, 3, 2), date(2026, 9, 24), date(2026, 9, 30)
ASK = Step(what="Organisaties vragen", weeks=14)
AFTER = Step(what="Opschrijven wat het bracht", weeks=-2)
WEEK = OccasionAdopted(occasion="week", name="Week", steps=(ASK, AFTER), source="handreiking")
SET = MomentSet(
    moment="m", occasion="week", title="Week 2026", on=FIRST, until=LAST, steps=(ASK, AFTER)
)
DROPPED = MomentDropped(moment="m", reason="Het gaat niet door.")


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_a_moment_is_set_with_the_steps_of_what_comes_back_every_year() -> None:
    said = set_moment(
        moment="m", occasion=WEEK, title=" Week 2026 ", on=FIRST, until=LAST, today=TODAY
    )
    assert said == SET


def test_something_of_this_year_only_has_no_steps() -> None:
    said = set_moment(moment="m", occasion=None, title="Markt", on=FIRST, today=TODAY)
    assert (said.occasion, said.steps, said.until) == (None, (), None)


@pytest.mark.parametrize(
    ("title", "on", "until", "why"),
    [
        ("", None, None, {"title": words.NO_TITLE, "on": words.NO_DAY}),
        ("Week", LAST, FIRST, {"until": words.ENDS_BEFORE}),
        ("Week", date(2024, 12, 31), None, {"on": words.TOO_OLD}),
        ("Week", date(2037, 1, 1), None, {"on": TOO_FAR}),
        ("Week", date(2027, 9, 30), None, {"on": words.THERE_ALREADY}),
    ],
)
def test_setting_is_refused_with_every_fault_at_once(
    title: str, on: date | None, until: date | None, why: dict[str, str]
) -> None:
    planned = [date(2027, 9, 23)]
    assert why == faults(
        lambda: set_moment(
            moment="m",
            occasion=WEEK,
            title=title,
            on=on,
            until=until,
            today=TODAY,
            planned=planned,
        )
    )


def test_a_moment_moves_with_a_reason_and_may_become_one_day() -> None:
    later = date(2026, 10, 1)
    moved = move_moment([SET], on=later, until=None, reason="Een week later.", today=TODAY)
    assert moved == MomentMoved(moment="m", on=later, reason="Een week later.")
    now = moment_now([SET, moved])
    assert (now.on, now.until) == (later, None)


def test_moving_is_refused_without_a_reason_or_a_change() -> None:
    told = faults(lambda: move_moment([SET], on=None, until=LAST, reason="", today=TODAY))
    assert told == {"on": words.NO_DAY, "reason": WHY}
    same = faults(lambda: move_moment([SET], on=FIRST, until=LAST, reason="Zo.", today=TODAY))
    assert same == {"form": UNCHANGED}


def test_a_moment_is_dropped_with_a_reason_and_stays_away() -> None:
    assert drop_moment([SET], reason=" Het gaat niet door. ") == DROPPED
    assert faults(lambda: drop_moment([SET], reason=" ")) == {"reason": WHY_NOT}
    told = faults(lambda: take_step([SET, DROPPED], step=1, action="a"))
    assert told == {"form": words.DROPPED}


def test_a_step_is_taken_up_once() -> None:
    taken = take_step([SET], step=2, action="a")
    assert taken == StepTaken(moment="m", step=2, action="a")
    assert faults(lambda: take_step([SET, taken], step=2, action="b")) == {"form": words.TAKEN}
    for step in (0, 3):
        told = faults(lambda step=step: take_step([SET], step=step, action="b"))  # type: ignore[misc]
        assert told == {"form": words.NO_STEP}
    assert faults(lambda: take_step([], step=1, action="b")) == {"form": words.UNKNOWN}


def test_steps_are_counted_back_from_the_first_day_and_on_from_the_last() -> None:
    assert step_day(FIRST, LAST, ASK) == date(2026, 6, 18)
    assert step_day(FIRST, LAST, AFTER) == date(2026, 10, 14)
    assert step_day(FIRST, None, AFTER) == date(2026, 10, 8)


def test_a_step_is_never_due_in_a_weekend() -> None:
    sunday = date(2026, 9, 27)
    assert step_day(sunday, None, ASK) == date(2026, 6, 19)


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2021, date(2021, 9, 30), date(2021, 10, 6)),
        (2024, date(2024, 9, 26), date(2024, 10, 2)),
        (2026, FIRST, LAST),
    ],
)
def test_the_usual_day_of_a_year_is_worked_out(year: int, first: date, last: date) -> None:
    assert usual_days(Usual(month=9, weekday=4, which=5, days=7), year) == (first, last)


def test_a_usual_day_without_a_length_has_no_last_day() -> None:
    assert usual_days(Usual(month=6, weekday=1, which=2), 2026) == (date(2026, 6, 8), None)
