"""Rules of the programme: what is agreed to reach, how it is adjusted and assessed."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.events import programme as words
from alliance.events.base import Refused
from alliance.events.days import GONE
from alliance.events.programme import (
    ResultAdjusted,
    ResultAgreed,
    ResultAssessed,
    Target,
    adjust_result,
    agree_result,
    assess_result,
)
from alliance.events.state import UNCHANGED, WHY

SUNDAY, SUMMER, LAST_YEAR = date(2026, 11, 22), date(2027, 7, 1), date(2025, 7, 1)
STATEMENT = "Professionals zien signalen eerder."
TARGET = Target(words="Wij zien het aan de peiling.", number=60, unit="mensen getraind")
AGREED = ResultAgreed(result="T1.R1", theme="T1", statement=STATEMENT, ideas=("een peiling",))
LATE = ResultAgreed(result="T1.R1", theme="T1", statement=STATEMENT, deadline=LAST_YEAR)


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_a_result_is_agreed_with_what_is_known() -> None:
    agreed = agree_result(result="T1.R1", theme="T1", statement=f" {STATEMENT} ", today=SUNDAY)

    assert agreed == ResultAgreed(result="T1.R1", theme="T1", statement=STATEMENT)


def test_a_result_is_refused_with_every_fault_at_once() -> None:
    told = faults(
        lambda: agree_result(
            result="T1.R1",
            theme="",
            deadline=LAST_YEAR,
            target=Target(words=" ", number=-1, baseline=-2),
            today=SUNDAY,
        )
    )

    assert told == {
        "theme": words.NO_THEME,
        "statement": words.NO_RESULT,
        "deadline": GONE,
        "target": words.NO_WORDS,
        "number": words.NEGATIVE,
        "unit": words.NO_UNIT,
        "baseline": words.NEGATIVE,
    }


def test_a_result_gets_an_owner_a_measure_and_a_date() -> None:
    adjusted = adjust_result(
        [AGREED],
        owner="welzijn_capelle",
        target=TARGET,
        deadline=SUMMER,
        reason=" Besloten in de kerngroep. ",
        today=SUNDAY,
    )

    assert adjusted == ResultAdjusted(
        result="T1.R1",
        reason="Besloten in de kerngroep.",
        statement=STATEMENT,
        target=TARGET,
        deadline=SUMMER,
        owner="welzijn_capelle",
        ideas=("een peiling",),
    )


def test_what_is_not_named_stays_as_it_was_adjusted() -> None:
    first = adjust_result([AGREED], owner="welzijn_capelle", reason="Besloten.", today=SUNDAY)
    second = adjust_result([AGREED, first], deadline=SUMMER, reason="Besloten.", today=SUNDAY)

    assert (second.owner, second.deadline) == ("welzijn_capelle", SUMMER)


def test_a_result_may_be_left_open_again() -> None:
    first = adjust_result([AGREED], owner="welzijn_capelle", reason="Besloten.", today=SUNDAY)

    assert adjust_result([AGREED, first], owner=None, reason="Stopt.", today=SUNDAY).owner is None


def test_a_date_that_has_been_may_stay_when_something_else_changes() -> None:
    adjusted = adjust_result([LATE], owner="welzijn_capelle", reason="Besloten.", today=SUNDAY)

    assert adjusted.deadline == LAST_YEAR


def test_adjusting_is_refused_with_every_fault_at_once() -> None:
    told = faults(
        lambda: adjust_result([AGREED], statement="", deadline=LAST_YEAR, reason=" ", today=SUNDAY)
    )

    assert told == {"statement": words.NO_RESULT, "deadline": GONE, "reason": WHY}


@pytest.mark.parametrize(
    "target",
    [Target(words="Meer mensen.", unit="mensen"), Target(words="Meer mensen.", baseline=3)],
)
def test_a_unit_or_a_baseline_needs_a_number(target: Target) -> None:
    told = faults(lambda: adjust_result([AGREED], target=target, reason="Besloten.", today=SUNDAY))

    assert told == {"number": words.NO_NUMBER}


def test_adjusting_nothing_is_refused() -> None:
    told = faults(
        lambda: adjust_result([AGREED], statement=STATEMENT, reason="Zomaar.", today=SUNDAY)
    )

    assert told == {"form": UNCHANGED}


def test_a_group_says_how_far_a_result_is() -> None:
    assessed = assess_result(
        [AGREED], verdict="deels", group="themagroep_info", reason=" Twee trainingen. "
    )

    assert assessed == ResultAssessed(
        result="T1.R1", verdict="deels", group="themagroep_info", reason="Twee trainingen."
    )


def test_an_assessment_is_refused_with_every_fault_at_once() -> None:
    told = faults(lambda: assess_result([AGREED], verdict="prima", group="", reason=""))

    assert told == {
        "verdict": words.NO_VERDICT,
        "group": words.NO_GROUP,
        "reason": words.NO_REASON,
    }


def test_a_result_that_was_never_agreed_is_left_alone() -> None:
    told = faults(lambda: adjust_result([], reason="Besloten.", today=SUNDAY))

    assert told == {"form": words.UNKNOWN}
    assert faults(lambda: assess_result([], verdict="deels", group="k", reason="Ja.")) == {
        "form": words.UNKNOWN
    }
