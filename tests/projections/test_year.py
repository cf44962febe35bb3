"""The year around the alliance: its school holidays, its moments and the steps towards them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.config import PERSONA_DATA
from alliance.events.holidays import SchoolHoliday, SchoolYearAdopted
from alliance.events.moments import (
    MomentDropped,
    MomentMoved,
    MomentSet,
    OccasionAdopted,
    Step,
    StepTaken,
)
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


STEPS = (Step(what="Vragen", weeks=2, who="aanjager"), Step(what="Opschrijven", weeks=-1))
SPRING = MomentSet(
    moment="m1", occasion="spring", title="Nota 2026", on=date(2026, 6, 15), steps=STEPS
)
WEEK = MomentSet(moment="m2", title="Week", on=date(2026, 9, 24), until=date(2026, 9, 30))


def test_a_moment_stands_where_it_touches_and_its_steps_where_they_are_due(
    given: Given, asked: Asked
) -> None:
    given(SPRING, WEEK)
    assert [one.moment for one in asked(year.moments_in, date(2026, 9, 30), date(2026, 10, 1))] == [
        "m2"
    ]
    due = asked(year.steps_in, date(2026, 6, 1), date(2026, 6, 30))
    assert [(one.what, one.by, one.who) for one in due] == [
        ("Vragen", date(2026, 6, 1), "aanjager"),
        ("Opschrijven", date(2026, 6, 22), None),
    ]
    assert asked(year.moment, "m2").last == date(2026, 9, 30)
    assert asked(year.moment, "m1").last == date(2026, 6, 15)


def test_a_moment_that_moves_takes_its_steps_along(given: Given, asked: Asked) -> None:
    given(SPRING, StepTaken(moment="m1", step=1, action="a"))
    given(MomentMoved(moment="m1", on=date(2026, 6, 29), reason="Later."))
    found = asked(year.moment, "m1")
    assert (found.on, found.moved_from, found.reason) == (
        date(2026, 6, 29),
        date(2026, 6, 15),
        "Later.",
    )
    assert [(one.by, one.action) for one in found.steps] == [
        (date(2026, 6, 15), "a"),
        (date(2026, 7, 6), None),
    ]


def test_a_dropped_moment_is_on_no_calendar_and_can_still_be_read(
    given: Given, asked: Asked
) -> None:
    given(SPRING, MomentDropped(moment="m1", reason="Vervalt."))
    assert asked(year.moments_of, "spring") == ()
    assert asked(year.steps_in, date(2026, 1, 1), date(2026, 12, 31)) == ()
    found = asked(year.moment, "m1")
    assert (found.dropped, found.reason) == (True, "Vervalt.")
    assert asked(year.moment_names) == {"m1": "Nota 2026"}


def test_what_comes_back_every_year_is_kept_as_last_adopted(given: Given, asked: Asked) -> None:
    for name in ("Nota", "Voorjaarsnota"):
        given(OccasionAdopted(occasion="spring", name=name, source="plan"))
    given(OccasionAdopted(occasion="week", name="Week", source="handreiking"))
    assert asked(year.occasion_names) == {"spring": "Voorjaarsnota", "week": "Week"}
    assert asked(year.occasion, "niets") is None and asked(year.moment, "niets") is None
