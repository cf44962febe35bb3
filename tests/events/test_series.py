"""Rules of series: which days of a year are proposed, and how they are planned at once."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alliance.events import series as words
from alliance.events.base import NO_ADDRESS, Refused
from alliance.events.days import GONE
from alliance.events.meetings import GuestsInvited, MeetingPlanned
from alliance.events.meetings_rules import NO_GROUP
from alliance.events.series import WEEKDAYS, WHICH, Wish, plan_series, propose_days, wish_for

TODAY, FIRST = date(2026, 11, 22), date(2026, 12, 6)
SUMMER = (date(2027, 7, 17), date(2027, 8, 29))
MONDAY, TUESDAY, WEDNESDAY = date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 6)
TUESDAYS = Wish("dinsdag", "eerste", 12, FIRST)


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def never(_day: date) -> None:
    """No holidays at all."""


def in_summer(day: date) -> str | None:
    return "zomervakantie" if SUMMER[0] <= day <= SUMMER[1] else None


def on(*days: date) -> Callable[[date], str | None]:
    return lambda day: "feestdag" if day in days else None


def test_the_first_tuesday_of_each_month_is_proposed_for_a_year() -> None:
    days = [one.on for one in propose_days(TUESDAYS, never).days]
    assert days[:3] == [TUESDAY, date(2027, 2, 2), date(2027, 3, 2)]
    assert len(days) == 12 and {day.weekday() for day in days} == {1}


def test_the_last_thursday_is_the_last_one_of_its_month() -> None:
    wish = Wish("donderdag", "laatste", 12, FIRST)
    days = [one.on for one in propose_days(wish, never).days]
    assert date(2026, 12, 31) in days and date(2027, 9, 30) in days
    assert {(day + timedelta(days=7)).month != day.month for day in days} == {True}


def test_eight_meetings_are_spread_over_the_year() -> None:
    days = [one.on for one in propose_days(Wish("dinsdag", "verspreid", 8, FIRST), never).days]
    gaps = {(after - before).days for before, after in zip(days, days[1:], strict=False)}
    assert len(days) == 8 and gaps <= {42, 49}


def test_fewer_than_every_month_leaves_out_the_days_that_can_be_missed() -> None:
    days = [one.on for one in propose_days(Wish("dinsdag", "eerste", 8, FIRST), never).days]
    assert len(days) == 8
    assert max(after - before for before, after in zip(days, days[1:], strict=False)).days <= 63


def test_two_meetings_a_year_are_half_a_year_apart() -> None:
    first, second = propose_days(Wish("dinsdag", "eerste", 2, FIRST), never).days
    assert timedelta(days=150) < second.on - first.on < timedelta(days=215)


def test_a_day_on_a_holiday_moves_a_week_and_says_why() -> None:
    found = propose_days(TUESDAYS, on(TUESDAY)).days[0]
    assert (found.on, found.wanted, found.why) == (date(2027, 1, 12), TUESDAY, "feestdag")


def test_a_day_in_a_long_holiday_is_left_out_and_named() -> None:
    proposal = propose_days(TUESDAYS, in_summer)
    assert (date(2027, 8, 3), "zomervakantie") in proposal.skipped
    assert not [one for one in proposal.days if in_summer(one.on)]


def test_a_day_near_a_meeting_that_stands_says_so() -> None:
    found = propose_days(TUESDAYS, never, [WEDNESDAY]).days
    assert [one.near for one in found][:2] == [WEDNESDAY, None]


@given(
    st.sampled_from(WEEKDAYS),
    st.sampled_from(sorted(WHICH)),
    st.integers(1, 26),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.sets(st.integers(0, 400), max_size=120),
)
def test_whatever_is_wished_no_day_is_a_holiday_or_twice(
    weekday: str, which: str, number: int, first: date, closed: set[int]
) -> None:
    shut = {first + timedelta(days=one) for one in closed}
    wish = Wish(weekday, which, number, first)
    proposal = propose_days(wish, on(*shut))
    days = [one.on for one in proposal.days]
    assert days == sorted(set(days)) and len(days) <= number
    assert not shut & set(days) and all(day >= first for day in days)
    assert {WEEKDAYS[day.weekday()] for day in days} <= {weekday}


@pytest.mark.parametrize(
    ("weekday", "which", "number", "why"),
    [
        (
            None,
            None,
            None,
            {"weekday": words.NO_WEEKDAY, "which": words.NO_WHICH, "number": words.NUMBER},
        ),
        ("dinsdag", "vijfde", 0, {"which": words.NO_WHICH, "number": words.NUMBER}),
        ("dinsdag", "eerste", 13, {"number": words.ONCE_A_MONTH}),
        ("dinsdag", "verspreid", 27, {"number": words.NUMBER}),
    ],
)
def test_a_wish_is_refused_with_every_fault_at_once(
    weekday: str | None, which: str | None, number: int | None, why: dict[str, str]
) -> None:
    told = faults(lambda: wish_for(weekday=weekday, which=which, number=number, first=FIRST))
    assert told == why


def test_all_meetings_are_planned_at_once_each_with_its_own_hour_and_guests() -> None:
    events = plan_series(
        [("on-1", "a", MONDAY, None), ("on-2", "b", TUESDAY, time(9))],
        today=TODAY,
        organisations=["sonrisa"],
        group="kerngroep",
        start=time(14),
        minutes=90,
        place="Gemeentehuis",
    )
    first, guests, second, _ = events
    assert isinstance(first, MeetingPlanned) and isinstance(second, MeetingPlanned)
    assert (first.on, first.start, first.minutes) == (MONDAY, time(14), 90)
    assert (second.on, second.start, second.place) == (TUESDAY, time(9), "Gemeentehuis")
    assert guests == GuestsInvited(meeting="a", organisations=("sonrisa",))


def test_a_series_is_refused_with_the_fault_of_each_day_at_its_field() -> None:
    told = faults(
        lambda: plan_series(
            [
                ("on-1", "a", date(2026, 1, 1), None),
                ("on-2", "b", MONDAY, None),
                ("on-3", "c", MONDAY, None),
                ("on-4", "d", TUESDAY, None),
            ],
            today=TODAY,
            planned=[TUESDAY],
            group="kerngroep",
            link="http://meedoen.example",
        )
    )
    assert told == {
        "on-1": GONE,
        "on-3": words.TWICE,
        "on-4": words.THERE_ALREADY,
        "link": NO_ADDRESS,
    }


def test_a_series_without_a_day_or_a_group_is_refused() -> None:
    assert faults(lambda: plan_series([], today=TODAY)) == {
        "form": words.NOTHING,
        "group": NO_GROUP,
    }
