"""On which day mail leaves: the day chosen, once a week or once a month, around quiet days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance.holidays import is_quiet
from alliance.mailing.days import has_turn, mail_day, next_turn, until, week_of, working_day
from alliance.preferences import Preference

WEEKLY, MONTHLY = Preference(signs_in=True), Preference()
days = st.dates(date(2025, 1, 1), date(2030, 12, 31))


def mailed(liked: Preference, on: date) -> Preference:
    return replace(liked, mailed_on=on)


@pytest.mark.parametrize(
    ("week", "chosen", "day"),
    [
        ("2026-03-02", 3, "2026-03-05"),  # an ordinary Thursday
        ("2026-05-11", 3, "2026-05-13"),  # Ascension: the day before
        ("2026-04-06", 0, "2026-04-07"),  # Easter Monday: no earlier day is left in the week
        ("2026-12-21", 3, "2026-12-23"),  # Christmas Eve
        ("2026-12-28", 3, None),  # between the years
    ],
)
def test_mail_leaves_on_the_chosen_day_or_near_it_in_the_same_week(
    week: str, chosen: int, day: str | None
) -> None:
    found = mail_day(date.fromisoformat(week), chosen)
    assert str(found) == str(day)


@given(days, st.integers(0, 4), st.booleans())
def test_nobody_gets_two_in_a_week_and_who_never_signs_in_no_two_in_a_month(
    start: date, chosen: int, signs_in: bool
) -> None:
    liked = Preference(day=chosen, signs_in=signs_in)
    sent: list[date] = []
    for number in range(120):
        on = start + timedelta(days=number)
        if has_turn(liked, on):
            sent.append(on)
            liked = mailed(liked, on)
    weeks = [week_of(on) for on in sent]
    assert len(weeks) == len(set(weeks))
    assert not any(is_quiet(on) for on in sent)
    if signs_in:
        assert len(sent) >= 15
    else:
        months = [(on.year, on.month) for on in sent]
        assert len(months) == len(set(months)) and len(months) >= 3
        assert all(b - a >= timedelta(days=28) for a, b in zip(sent, sent[1:], strict=False))


@given(days, st.booleans())
def test_a_mail_looks_ahead_until_the_next_one_and_at_least_a_week(
    start: date, signs_in: bool
) -> None:
    liked = Preference(signs_in=signs_in)
    on = next_turn(liked, start)
    ahead = until(liked, on)
    assert ahead >= on + timedelta(days=7)
    assert ahead >= next_turn(mailed(liked, on), on)


def test_who_changes_the_day_after_the_mail_waits_until_next_week() -> None:
    liked = Preference(day=4, signs_in=True, mailed_on=date(2026, 3, 2))
    assert not has_turn(liked, date(2026, 3, 6))
    assert has_turn(liked, date(2026, 3, 13))


def test_the_last_mail_of_the_year_looks_over_the_quiet_days() -> None:
    assert until(WEEKLY, date(2026, 12, 23)) == date(2027, 1, 7)
    assert until(MONTHLY, date(2026, 3, 5)) == date(2026, 4, 2)


def test_a_day_off_gives_way_to_a_working_day_before_or_after_it() -> None:
    assert working_day(date(2026, 4, 5), step=-1) == date(2026, 4, 2)
    assert working_day(date(2026, 4, 5), step=1) == date(2026, 4, 7)
