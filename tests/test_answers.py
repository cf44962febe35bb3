"""Answers that were given lately: the same question at the same moment is worked out once."""

from collections.abc import Hashable
from datetime import date

import pytest

from alliance.answers import Answers, Moment

MONDAY = Moment(7, b"chain", date(2026, 3, 2))


class Work:
    """Something to work out, that counts how often it was."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


@pytest.fixture
def work() -> Work:
    return Work()


def test_the_same_question_is_worked_out_once(work: Work) -> None:
    answers = Answers()
    assert [answers.find((MONDAY, "how many"), work) for _ in range(3)] == [1, 1, 1]


@pytest.mark.parametrize(
    "question",
    [
        (MONDAY, "how many?", 2),
        (MONDAY._replace(position=8), "how many?"),
        (MONDAY._replace(chain=b"another journal"), "how many?"),
        (MONDAY._replace(today=date(2026, 3, 3)), "how many?"),
    ],
)
def test_another_question_or_moment_is_worked_out_anew(work: Work, question: Hashable) -> None:
    answers = Answers()
    answers.find((MONDAY, "how many?"), work)
    assert answers.find(question, work) == 2


def test_what_is_asked_with_a_list_is_worked_out_each_time(work: Work) -> None:
    answers = Answers()
    assert [answers.find((MONDAY, ["that", "may", "change"]), work) for _ in range(2)] == [1, 2]


def test_only_the_latest_questions_are_kept(work: Work) -> None:
    answers = Answers(at_most=2)
    for question in ("one", "two", "one", "three"):
        answers.find(question, work)
    assert [*answers.kept] == ["one", "three"]


def test_what_went_wrong_is_tried_again(work: Work) -> None:
    def fail() -> int:
        raise ZeroDivisionError

    answers = Answers()
    with pytest.raises(ZeroDivisionError):
        answers.find("one", fail)
    assert answers.find("one", work) == 1
