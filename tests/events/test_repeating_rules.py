"""What comes back: how often, when the next time is, and what stays of the time before."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance.events import actions_rules, repeating_rules
from alliance.events.actions import (
    ActionAgreed,
    ActionAsked,
    ActionDone,
    ActionMoved,
    Every,
    RepetitionAgreed,
)
from alliance.events.base import Event
from alliance.events.repeating_rules import finish_action, next_time, repeat_action
from alliance.events.state import UNCHANGED
from tests.refusals import faults

MONDAY = date(2026, 3, 2)
AGREED = ActionAgreed(
    action="a1", title="Stuur de lijst", organisation="kerk", owner="jan", by_when=date(2026, 1, 31)
)
MONTHLY = RepetitionAgreed(action="a1", every="maand")


def test_what_comes_back_is_agreed_again_when_it_is_done() -> None:
    given = [AGREED, MONTHLY]
    on = date(2026, 1, 30)
    assert finish_action(given, renewed_as="a2", on=on, today=on, yielded="Verstuurd.") == (
        ActionDone(action="a1", on=on, yielded="Verstuurd."),
        ActionAgreed(
            action="a2",
            title="Stuur de lijst",
            organisation="kerk",
            owner="jan",
            by_when=date(2026, 2, 28),
        ),
        RepetitionAgreed(action="a2", every="maand", after="a1"),
    )


def test_the_next_time_follows_the_day_that_was_agreed_last() -> None:
    moved = ActionMoved(action="a1", by_when=date(2026, 2, 10))
    _, again, _ = finish_action([AGREED, MONTHLY, moved], renewed_as="a2", on=MONDAY, today=MONDAY)
    assert isinstance(again, ActionAgreed)
    assert again.by_when == date(2026, 3, 10)


def test_without_a_day_the_next_time_follows_the_day_it_was_done() -> None:
    undated = ActionAgreed(action="a1", title="Bel")
    given = [undated, RepetitionAgreed(action="a1", every="week")]
    _, again, _ = finish_action(given, renewed_as="a2", on=MONDAY, today=MONDAY)
    assert isinstance(again, ActionAgreed)
    assert again.by_when == date(2026, 3, 9)


@pytest.mark.parametrize(
    "given", [[AGREED], [AGREED, MONTHLY, RepetitionAgreed(action="a1", every="nooit")]]
)
def test_what_does_not_come_back_is_only_done(given: Sequence[Event]) -> None:
    made = finish_action(given, renewed_as="a2", on=MONDAY, today=MONDAY)
    assert made == (ActionDone(action="a1", on=MONDAY),)


def test_a_rhythm_is_agreed_and_ended() -> None:
    assert repeat_action([AGREED], every="maand") == MONTHLY
    assert repeat_action([AGREED, MONTHLY], every="nooit").every == "nooit"


@pytest.mark.parametrize(
    ("given", "every", "why"),
    [
        ([AGREED], None, {"every": repeating_rules.NO_RHYTHM}),
        ([AGREED], "nooit", {"form": UNCHANGED}),
        ([AGREED, MONTHLY], "maand", {"form": UNCHANGED}),
        ([AGREED, ActionDone(action="a1", on=MONDAY)], "maand", {"form": actions_rules.DONE}),
    ],
)
def test_a_rhythm_is_refused_when(
    given: Sequence[Event], every: Every | None, why: dict[str, str]
) -> None:
    assert faults(lambda: repeat_action(given, every=every)) == why


def test_nothing_comes_back_of_what_nobody_agreed_to() -> None:
    asked = ActionAsked(action="a1", title="Bel", organisation="kerk")
    told = faults(lambda: finish_action([asked], renewed_as="a2", on=MONDAY, today=MONDAY))
    assert told == {"form": actions_rules.NOT_AGREED}


DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
RHYTHMS = st.sampled_from([*repeating_rules.WEEKS, *repeating_rules.MONTHS])


@given(day=DAYS, today=DAYS, every=RHYTHMS)
def test_the_next_time_is_the_first_in_the_rhythm_after_today(
    day: date, today: date, every: Every
) -> None:
    found = next_time(day, every, today)
    assert found > max(day, today)
    assert found <= max(day, today) + timedelta(days=366)
    if every in repeating_rules.WEEKS:
        assert (found - day).days % (7 * repeating_rules.WEEKS[every]) == 0
    else:
        assert found.day == day.day or (found.day < day.day and found.day >= 28)
