"""The year around the alliance: school holidays as their source gives them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.config import PERSONA_DATA
from alliance.events.holidays import SchoolHoliday, SchoolYearAdopted
from alliance.projections import year
from alliance.sources.plan import read_plan
from tests.projections.conftest import Given

Asked = Callable[..., Any]
AUTUMN = SchoolHoliday(name="herfstvakantie", first=date(2026, 10, 17), last=date(2026, 10, 25))
LATER = SchoolHoliday(name="herfstvakantie", first=date(2026, 10, 24), last=date(2026, 11, 1))


def test_a_day_in_a_school_holiday_is_known_by_its_name(given: Given, asked: Asked) -> None:
    given(*[item.event for item in read_plan(PERSONA_DATA)], by="import")
    named = asked(year.school_holiday_on)
    assert named(date(2026, 10, 17)) == "herfstvakantie"
    assert named(date(2027, 8, 29)) == "zomervakantie" and named(date(2027, 8, 30)) is None
    assert asked(year.known_until) == date(2028, 8, 20)
    touched = asked(year.school_holidays, date(2026, 12, 1), date(2027, 2, 20))
    assert [one.name for one in touched] == ["kerstvakantie", "voorjaarsvakantie"]


def test_a_school_year_adopted_again_takes_the_place_of_the_one_before(
    given: Given, asked: Asked
) -> None:
    for holiday in (AUTUMN, LATER):
        holidays = (holiday,)
        given(
            SchoolYearAdopted(
                school_year="2026-2027", region="midden", holidays=holidays, source="OCW"
            )
        )
    assert [one.holidays for one in asked(year.all_school_years)] == [(LATER,)]


def test_without_a_source_nothing_is_known(given: Given, asked: Asked) -> None:
    given()
    assert asked(year.known_until) is None
    assert asked(year.school_holiday_on)(date(2026, 10, 17)) is None
