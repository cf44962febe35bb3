"""What the sounding board said, and what was done with it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.advice import AdviceAnswered, AdviceGiven, AdviceWithdrawn
from alliance.projections.advice import answers, listed, one, statement
from tests.projections.conftest import Given

Asked = Callable[..., Any]
MAY, JUNE = date(2026, 5, 4), date(2026, 6, 8)


def given_advice(key: str) -> AdviceGiven:
    return AdviceGiven(advice=key, group="board", to="core", statement=f"Advies {key}.")


def test_advice_stands_with_its_answer(given: Given, asked: Asked) -> None:
    given(given_advice("v1"), given_advice("v2"), at=MAY)
    given(AdviceAnswered(advice="v1", uptake="deels", reason="Half."), at=JUNE)

    assert [each.advice for each in asked(listed).rows] == ["v2", "v1"]
    found = asked(one, "v1")
    assert (found.uptake, found.reason) == ("deels", "Half.")
    assert (found.given_on, found.answered_on) == (MAY, JUNE)
    assert asked(answers, "board") == {"deels": 1, "wacht": 1}
    assert (asked(statement, "v1"), asked(statement, "v9")) == ("Advies v1.", None)


def test_advice_that_was_taken_back_is_gone(given: Given, asked: Asked) -> None:
    given(given_advice("v1"), AdviceWithdrawn(advice="v1"), at=MAY)
    assert asked(one, "v1") is None
    assert asked(answers, "board") == {}
