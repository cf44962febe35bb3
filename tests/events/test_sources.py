"""Questions an import left: answered once."""

import pytest

from alliance.events.base import Refused
from alliance.events.sources import (
    ImportQuestionAnswered,
    ImportQuestionRaised,
    answer_question,
)

RAISED = ImportQuestionRaised(
    question="q1", item="offer:b02", digest="0" * 64, difference="naam: was A, nu B"
)


def test_a_question_is_answered_once() -> None:
    answered = answer_question([RAISED], question="q1")
    assert answered == ImportQuestionAnswered(question="q1")
    with pytest.raises(Refused) as refused:
        answer_question([RAISED, answered], question="q1")
    assert "al beantwoord" in refused.value.faults["form"]


def test_a_question_nobody_asked_cannot_be_answered() -> None:
    with pytest.raises(Refused) as refused:
        answer_question([], question="q2")
    assert "bestaat niet" in refused.value.faults["form"]
