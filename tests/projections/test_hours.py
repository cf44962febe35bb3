"""Hours per role: told from three people on, once a quarter has closed, and never different."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.hours import HoursCorrected, HoursNoted, HoursWithdrawn, last_of
from alliance.projections import hours
from tests.projections.conftest import Given

Asked = Callable[..., Any]
ROLE, FEBRUARY, MARCH = "themagroeplid", date(2026, 2, 1), date(2026, 3, 1)
FIRST, CLOSES, SHOWN = date(2026, 1, 1), date(2026, 4, 28), date(2026, 4, 29)


def noted(who: str, minutes: int, month: date = FEBRUARY, role: str = ROLE) -> HoursNoted:
    return HoursNoted(
        hours=f"{who}-{role}-{month:%m}",
        member=who,
        role=role,
        since=month,
        until=last_of(month),
        minutes=minutes,
    )


def set_right(who: str, minutes: int) -> HoursCorrected:
    now = noted(who, minutes)
    return HoursCorrected(**{name: getattr(now, name) for name in now.__struct_fields__})


def told(asked: Asked, today: date = SHOWN) -> tuple[int | None, int | None]:
    found = asked(hours.quarter, ROLE, FIRST, today)
    return found.minutes, found.people


def test_three_people_together_are_told_once_the_quarter_closed(given: Given, asked: Asked) -> None:
    given(noted("a", 120), noted("b", 60), noted("c", 30), noted("a", 30, MARCH), at=MARCH)
    assert told(asked, CLOSES) == (None, None)
    assert told(asked) == (240, 3)


def test_two_people_are_told_nothing_of_however_often_they_note(given: Given, asked: Asked) -> None:
    given(noted("a", 120), noted("b", 60), noted("a", 30, MARCH), noted("b", 30, MARCH), at=MARCH)
    given(noted("c", 600, role="kerngroeplid"), at=MARCH)
    found = asked(hours.quarter, ROLE, FIRST, SHOWN)
    assert found.closed and (found.minutes, found.people, found.each) == (None, None, None)


def test_what_is_set_right_or_taken_back_counts_until_the_quarter_closes(
    given: Given, asked: Asked
) -> None:
    given(noted("a", 120), noted("b", 60), noted("c", 30), noted("d", 90), at=MARCH)
    given(set_right("a", 60), HoursWithdrawn(hours="d-themagroeplid-02"), by="a", at=CLOSES)
    assert told(asked) == (150, 3)
    given(set_right("b", 600), HoursWithdrawn(hours="c-themagroeplid-02"), by="b", at=SHOWN)
    given(noted("e", 300), by="e")
    assert told(asked) == (150, 3)  # the difference would give them away


def test_a_year_tells_its_closed_quarters_together(given: Given, asked: Asked) -> None:
    given(noted("a", 120), noted("b", 60), noted("c", 30), at=MARCH)
    found = asked(hours.year, ROLE, 2026, date(2026, 8, 1))
    assert [one.name for one in found.quarters] == [
        "januari tot en met maart 2026",
        "april tot en met juni 2026",
        "juli tot en met september 2026",
    ]
    assert [(one.closed, one.minutes) for one in found.quarters] == [
        (True, 210),
        (True, None),
        (False, None),
    ]
    assert (found.minutes, found.each) == (210, 70)
    empty = asked(hours.year, "aanjager", 2026, SHOWN)
    assert (empty.minutes, empty.each, empty.told) == (None, None, ())


def test_a_member_reads_the_own_notes_and_no_others(given: Given, asked: Asked) -> None:
    given(noted("a", 120), noted("b", 60), at=MARCH)
    given(set_right("a", 90), by="a")
    assert [(one.since, one.minutes) for one in asked(hours.mine, "a")] == [(FEBRUARY, 90)]
    assert asked(hours.one, "b-themagroeplid-02", "a") is None
    given(HoursWithdrawn(hours="a-themagroeplid-02"), by="a")
    assert asked(hours.mine, "a") == ()
    assert asked(hours.noted_by, "a-themagroeplid-02") == "a"
