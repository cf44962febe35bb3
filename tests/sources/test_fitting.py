"""Fitting what a file holds into a record: each shape, and the Dutch word for what it asks."""

from datetime import date, time
from typing import Annotated, Any, Literal

import msgspec.inspect as shapes
import pytest
from msgspec import Meta

from alliance.events.base import Code, Title
from alliance.sources.fitting import UNFIT, fit, from_cell, references
from alliance.sources.lists import NeedCode, Record


class Part(Record):
    """A part of a record."""

    needs: tuple[NeedCode, ...] = ()
    marks: dict[str, bool] = {}


class Whole(Record):
    """A record with everything in it."""

    name: Title
    code: Code = "x"
    amount: Annotated[int, Meta(ge=0)] | None = None
    sure: bool = False
    stage: Literal["loopt", "gepland"] = "loopt"
    day: date | None = None
    hour: time | None = None
    part: Part | None = None


SHAPE = shapes.type_info(Whole)


def told(**values: Any) -> list[str]:
    """What is said of a record with these values; a name is there."""
    said: list[str] = []
    fitted = fit(SHAPE, {"name": "Koffie"} | values, lambda at, what: said.append(f"{at}: {what}"))
    assert (fitted is UNFIT) == bool(said)
    return said


def test_what_fits_becomes_a_record() -> None:
    values = {
        "name": "Koffie",
        "amount": 0,
        "sure": True,
        "day": "2026-03-02",
        "hour": "10:30",
        "part": {"needs": ["maatje"], "marks": {"a": True}},
    }
    part = Part(needs=("maatje",), marks={"a": True})
    day, hour = date(2026, 3, 2), time(10, 30)
    made = Whole(name="Koffie", amount=0, sure=True, day=day, hour=hour, part=part)
    assert fit(SHAPE, values, lambda at, what: None) == made


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"name": " "}, "name: hier hoort tekst van 1 tot 200 tekens"),
        ({"code": "é é"}, "code: hier hoort een code"),
        ({"amount": True}, "amount: hier hoort een geheel getal, er staat true."),
        ({"amount": -1}, "amount: hier hoort een geheel getal, er staat -1."),
        ({"sure": "misschien"}, "sure: hier hoort ja of nee"),
        ({"stage": "ooit"}, "stage: hier hoort een van deze woorden: "),
        ({"day": "31-02-2026"}, "day: hier hoort een dag die bestaat"),
        ({"day": "2026-02-31"}, "day: hier hoort een dag die bestaat"),
        ({"hour": "25:00"}, "hour: hier hoort een tijd als 14:00"),
        ({"hour": 14}, "hour: hier hoort een tijd als 14:00, er staat 14."),
        ({"part": "niets"}, "part: hier hoort een tabel met sleutels"),
        ({"part": {"needs": "maatje"}}, "part.needs: hier hoort een lijst"),
        ({"part": {"needs": [1]}}, "part.needs[1]: hier hoort een code"),
        ({"part": {"marks": []}}, "part.marks: hier hoort een tabel met sleutels"),
        ({"part": {"marks": {"a": {}}}}, "part.marks.a: hier hoort ja of nee"),
        ({"stage": ["loopt"]}, "stage: hier hoort een van deze woorden: "),
    ],
)
def test_what_does_not_fit_is_told_at_its_place(values: dict[str, Any], said: str) -> None:
    (fault,) = told(**values)
    assert fault.startswith(said)


def test_a_record_must_be_a_table() -> None:
    said: list[str] = []
    assert fit(SHAPE, ["niets"], lambda at, what: said.append(what)) is UNFIT
    assert said == ["hier hoort een tabel met sleutels, er staat een lijst."]


def test_plain_text_may_be_anything_but_a_number() -> None:
    said: list[str] = []
    assert fit(shapes.type_info(str), 3, lambda at, what: said.append(what)) is UNFIT
    assert said == ["hier hoort tekst, er staat 3."]


def test_a_shape_no_file_holds_is_a_mistake_in_the_code() -> None:
    with pytest.raises(TypeError):
        fit(shapes.type_info(bytes), b"", lambda at, what: None)


def test_a_cell_says_a_list_a_number_and_yes_or_no() -> None:
    assert from_cell(shapes.type_info(tuple[str, ...]), "a| b") == ["a", "b"]
    assert from_cell(shapes.type_info(int), "12") == 12
    assert from_cell(shapes.type_info(int), "²") == "²"
    assert from_cell(shapes.type_info(bool), "nee") is False
    assert from_cell(shapes.type_info(bool), "no") == "no"


def test_codes_are_found_wherever_they_stand() -> None:
    whole = Whole(name="Koffie", part=Part(needs=("maatje", "rouw")))
    assert list(references(SHAPE, whole)) == [
        ("part.needs", "need", "maatje"),
        ("part.needs", "need", "rouw"),
    ]
    assert list(references(SHAPE, Whole(name="Koffie"))) == []
