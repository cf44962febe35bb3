"""Reading what was typed: dates, times and numbers as people write them, and never a guess."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from alliance.readers import read_choice, read_date, read_day_and_time, read_number, read_time

MARCH = datetime.date(2026, 3, 2)


@pytest.mark.parametrize(
    "typed",
    [
        "02-03-2026",
        "2-3-2026",
        "2/3/2026",
        "2.3.2026",
        "2 maart 2026",
        "2 mrt. 2026",
        "2026-03-02",
        " 2  Maart 2026 ",
    ],
)
def test_a_day_is_read_in_every_usual_spelling(typed: str) -> None:
    assert read_date(typed) == MARCH


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31-02-2026", "bestaat niet"),
        ("2026-13-01", "bestaat niet"),
        ("02-03-26", "vier cijfers"),
        ("2 maart 26", "vier cijfers"),
        ("morgen", "dag-maand-jaar"),
        ("2-3", "dag-maand-jaar"),
        ("00-00-0000", "vier cijfers"),
    ],
)
def test_a_day_that_cannot_be_read_says_what_to_do(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_date(typed)


@given(some.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_a_sentence(typed: str) -> None:
    try:
        assert isinstance(read_date(typed), datetime.date)
    except ValueError as why:
        assert str(why).endswith(".")


@given(some.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_is_read_back(on: datetime.date) -> None:
    assert read_date(f"{on.day}-{on.month}-{on.year}") == on
    assert read_date(on.isoformat()) == on


@pytest.mark.parametrize("typed", ["14.00", "14:00", "14u00", "1400", "14 uur", "14"])
def test_a_time_is_read_in_every_usual_spelling(typed: str) -> None:
    assert read_time(typed) == datetime.time(14)


@pytest.mark.parametrize("typed", ["25.00", "14.60", "straks", "-1"])
def test_a_time_that_cannot_be_read_says_what_to_do(typed: str) -> None:
    with pytest.raises(ValueError, match="uren en minuten"):
        read_time(typed)


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("12", 12), ("1.284", 1284)])
def test_a_whole_number_is_read(typed: str, number: int) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["-1", "1,5", "veel", "1.28", "½", "9999999999"])
def test_what_is_no_whole_number_says_what_to_do(typed: str) -> None:
    with pytest.raises(ValueError, match="heel getal"):
        read_number(typed)


def test_only_what_is_on_the_list_can_be_chosen() -> None:
    assert read_choice("a", {"a"}) == "a"
    with pytest.raises(ValueError, match="uit de lijst"):
        read_choice("b", {"a"})


@pytest.mark.parametrize("typed", [",", " , ,", ", om 14.00"])
def test_a_day_of_commas_alone_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="dag-maand-jaar"):
        read_day_and_time(typed)
