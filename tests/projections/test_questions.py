"""Which questions did an import leave: raised, answered, oldest first."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.sources import ImportQuestionAnswered, ImportQuestionRaised
from alliance.projections.questions import how_many, question, unanswered
from tests.projections.conftest import Given

Ask = Callable[..., Any]


def raised(key: str) -> ImportQuestionRaised:
    return ImportQuestionRaised(
        question=key, item="offer:b02", digest="0" * 64, difference=f"naam: {key}"
    )


def test_questions_wait_oldest_first(given: Given, asked: Ask) -> None:
    given(raised("q1"), by="import", at=date(2026, 3, 2))
    given(raised("q2"), by="import", at=date(2026, 3, 3))
    assert [one.question for one in asked(unanswered)] == ["q1", "q2"]
    assert [one.question for one in asked(unanswered, limit=1)] == ["q1"]
    assert asked(how_many) == 2
    first = asked(question, "q1")
    assert (first.item, first.difference) == ("offer:b02", "naam: q1")
    assert first.raised_at.date() == date(2026, 3, 2)


def test_an_answered_question_waits_no_more(given: Given, asked: Ask) -> None:
    given(raised("q1"), by="import", at=date(2026, 3, 2))
    given(ImportQuestionAnswered(question="q1"), at=date(2026, 3, 5))
    assert asked(unanswered) == []
    assert asked(how_many) == 0
    assert asked(question, "q1").answered_at.date() == date(2026, 3, 5)


def test_there_is_no_question_that_nobody_asked(asked: Ask, given: Given) -> None:
    assert asked(question, "q1") is None
