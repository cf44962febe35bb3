"""How far agreements and activities are, from what was written down alone."""

import pytest

from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionCorrected,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionHandedOver,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    ActionWithdrawn,
    AnswerDisputed,
    OtherDateAccepted,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityCorrected,
    ActivityHeld,
    ActivityMoved,
    ActivityWithdrawn,
)
from alliance.events.base import Event
from alliance.events.outcomes import OutcomeWithdrawn
from alliance.projections.progress_evidence import (
    evidence,
)
from alliance.projections.progress_overview import overview
from alliance.projections.progress_sums import Sums
from tests.projections import plan as real
from tests.projections.conftest import Given
from tests.projections.counted import (
    AGREED,
    BEFORE,
    IMPORTED,
    PLANNED,
    SPRING,
    TODAY,
    Asked,
    brought,
    many,
    result,
    sums,
)

ASKED = ActionAsked(action="a1", title="Bel De Wel", result="T3.R1")
HANDED_OVER = ActionHandedOver(action="a1", title="Bel De Wel", owner="piet")


def disputed(answer: str) -> AnswerDisputed:
    return AnswerDisputed(action="a1", title="Bel De Wel", result="T3.R1", answer=answer)


WRONG = disputed("action_done")


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*real.plan(), by="import", at=IMPORTED)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ([AGREED], Sums(actions_open=1)),
        ([AGREED, ActionDone(action="a1", on=TODAY)], Sums(actions_done=1)),
        ([AGREED, ActionDropped(action="a1", reason="Dicht.")], Sums(actions_dropped=1)),
        ([ASKED], Sums()),
        ([ASKED, ActionDeclined(action="a1", why="anders")], Sums()),
        ([ASKED, ActionDropped(action="a1", reason="Niet nodig.")], Sums()),
        ([ASKED, ActionAccepted(action="a1")], Sums(actions_open=1)),
        ([ASKED, OtherDateAccepted(action="a1", by_when=SPRING)], Sums(actions_open=1)),
        ([AGREED, HANDED_OVER], Sums()),
        ([AGREED, ActionDone(action="a1", on=TODAY), WRONG], Sums(actions_open=1)),
        (
            [AGREED, ActionMoved(action="a1", by_when=SPRING), disputed("action_moved")],
            Sums(actions_open=1),
        ),
        ([ASKED, ActionAccepted(action="a1"), disputed("action_accepted")], Sums()),
        (
            [AGREED, ActionMoved(action="a1", by_when=SPRING)],
            Sums(actions_open=1, actions_moved=1),
        ),
        (
            [
                AGREED,
                ActionMoved(action="a1", by_when=SPRING),
                ActionMoved(action="a1", by_when=TODAY),
                ActionDone(action="a1", on=TODAY),
            ],
            Sums(actions_done=1, actions_moved=1),
        ),
        ([AGREED, ActionWithdrawn(action="a1", reason="Dubbel.")], Sums()),
        (
            [ActionLogged(action="a1", title="Gebeld", on=BEFORE, result="T3.R1")],
            Sums(actions_done=1),
        ),
    ],
)
def test_agreements_are_counted_by_what_became_of_them(
    given: Given, asked: Asked, happened: list[Event], expected: Sums
) -> None:
    given(*happened)

    assert sums(asked) == expected
    assert asked(overview).total == expected


def test_a_linked_agreement_counts_for_its_new_result(given: Given, asked: Asked) -> None:
    given(AGREED, ActionLinked(action="a1", result="T3.R2"))

    assert sums(asked).actions == 0
    assert sums(asked, "T3.R2").actions_open == 1


def test_a_corrected_agreement_counts_as_it_reads_now(given: Given, asked: Asked) -> None:
    done = ActionDone(action="a1", on=TODAY)
    set_right = ActionCorrected(
        action="a1", title="De Wel", result="T3.R2", on=BEFORE, yielded="Zij doen mee."
    )
    given(AGREED, done, set_right)
    [item] = asked(evidence, "T3.R2").rows

    assert (item.title, item.ended_on, item.said) == ("De Wel", BEFORE, "Zij doen mee.")
    assert (item.kind, item.key, item.state) == ("action", "a1", "done")


def test_a_correction_leaves_an_open_agreement_open(given: Given, asked: Asked) -> None:
    given(AGREED, ActionCorrected(action="a1", title="De Wel", result="T3.R1"))

    assert sums(asked) == Sums(actions_open=1)


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        ([PLANNED], Sums(activities_open=1)),
        ([PLANNED, ActivityHeld(activity="w1", counts=())], Sums(activities_held=1, uncounted=1)),
        ([PLANNED, ActivityCancelled(activity="w1", reason="Ziek.")], Sums(activities_dropped=1)),
        ([PLANNED, ActivityMoved(activity="w1", on=TODAY)], Sums(activities_open=1)),
        ([PLANNED, ActivityWithdrawn(activity="w1", reason="Dubbel.")], Sums()),
    ],
)
def test_activities_are_counted_by_what_became_of_them(
    given: Given, asked: Asked, happened: list[Event], expected: Sums
) -> None:
    given(*happened)

    assert sums(asked) == expected


def test_an_activity_is_news_of_the_day_it_was_held(given: Given, asked: Asked) -> None:
    set_right = ActivityCorrected(activity="w1", title="Training", on=TODAY, result="T3.R1")
    given(PLANNED, ActivityHeld(activity="w1", counts=(many(12),)))
    assert result(asked).news_on == BEFORE

    given(set_right)
    assert result(asked).news_on == TODAY


def test_whoever_counts_later_ends_that_it_was_not_counted(given: Given, asked: Asked) -> None:
    given(PLANNED, ActivityHeld(activity="w1", counts=()), brought(count=many(12), activity="w1"))
    assert sums(asked).uncounted == 0

    given(OutcomeWithdrawn(outcome="o1", reason="Dubbel."))
    assert sums(asked).uncounted == 1
