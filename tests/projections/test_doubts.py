"""What looks odd: done without its activity, or later than its result; until someone explains."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionExplained,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    AnswerDisputed,
    OtherDateAccepted,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityHeld,
    ActivityMoved,
    ActivityPlanned,
    ActivityWithdrawn,
)
from alliance.events.base import Event
from alliance.events.programme import ResultAdjusted, ResultAgreed
from alliance.projections import doubts
from tests.projections.conftest import Given

Asked = Callable[..., Any]
JUNE, JULY, LATER = date(2026, 6, 1), date(2026, 7, 1), date(2026, 9, 1)
NOW = date(2026, 3, 20)
GROUP = "themagroep_t2"
RESULT = ResultAgreed(result="r", theme="T2", statement="Iedereen doet mee.", deadline=JUNE)
SOUP = ActionAgreed(action="soep", title="Soep koken", by_when=JULY, result="r", group=GROUP)
FIRST = ActivityPlanned(activity="a", title="Soep", on=date(2026, 3, 9), action="soep")
DONE = ActionDone(action="soep", on=date(2026, 3, 10))
LATE = ActionExplained(action="soep", about="na_resultaat", reason="Het gaat door.")
UNHELD = ActionExplained(action="soep", about="niet_gehouden")


def odd(asked: Asked, today: date = NOW) -> list[tuple[str, date]]:
    return [(one.about, one.since) for one in asked(doubts.asked, today)]


def test_a_day_after_that_of_the_result_looks_odd_since_it_is_so(
    given: Given, asked: Asked
) -> None:
    given(RESULT, SOUP, at=date(2026, 3, 2))
    [one] = asked(doubts.asked, NOW)
    assert (one.about, one.since, one.group) == ("na_resultaat", date(2026, 3, 2), GROUP)
    assert one.why == (
        "Dit is voor 1 juli 2026. Het resultaat waar het bij hoort, is voor 1 juni 2026."
    )
    assert asked(doubts.of_action, "soep", NOW) == one and one.how == "na_resultaat"
    assert asked(doubts.of_action, "brood", NOW) is None
    given(ResultAdjusted(result="r", statement="Later.", deadline=LATER, reason="Uitstel."))
    assert odd(asked) == []
    earlier = ResultAdjusted(result="r", statement="Eerder.", deadline=JUNE, reason="Toch.")
    given(earlier, at=date(2026, 3, 12))
    assert odd(asked) == [("na_resultaat", date(2026, 3, 12))]


@pytest.mark.parametrize(
    "ends",
    [
        ActionMoved(action="soep", by_when=date(2026, 5, 1)),
        DONE,
        ActionDropped(action="soep", reason="Geen tijd."),
        ActionCorrected(action="soep", title="Soep", by_when=JULY),
        LATE,
    ],
)
def test_another_day_an_end_a_correction_or_an_explanation_ends_it(
    given: Given, asked: Asked, ends: Event
) -> None:
    given(RESULT, SOUP)
    assert odd(asked)
    given(ends)
    assert odd(asked) == []


def test_what_was_explained_is_asked_again_when_it_changes(given: Given, asked: Asked) -> None:
    given(
        RESULT, SOUP, LATE, ActionCorrected(action="soep", title="Soep!", by_when=JULY, result="r")
    )
    assert odd(asked) == []
    given(ActionMoved(action="soep", by_when=LATER), at=date(2026, 3, 11))
    assert odd(asked) == [("na_resultaat", date(2026, 3, 11))]


def test_only_what_was_agreed_is_asked_about(given: Given, asked: Asked) -> None:
    question = ActionAsked(action="soep", title="Soep koken", by_when=JULY, organisation="kerk")
    given(RESULT, question, ActionLinked(action="soep", result="r"))
    assert odd(asked) == []
    given(ActionAccepted(action="soep", organisation="kerk", owner="kees"))
    [one] = asked(doubts.asked, NOW)
    assert (one.organisation, one.owner) == ("kerk", "kees")
    facts: dict[str, Any] = {
        "title": "Soep koken",
        "organisation": "kerk",
        "by_when": JULY,
        "result": "r",
    }
    given(AnswerDisputed(action="soep", answer="action_accepted", **facts))
    assert odd(asked) == []
    given(OtherDateAccepted(action="soep", by_when=LATER))
    assert len(odd(asked)) == 1


def test_done_while_its_activity_was_not_held_looks_odd(given: Given, asked: Asked) -> None:
    given(SOUP, FIRST, at=date(2026, 3, 2))
    given(DONE, at=date(2026, 3, 10))
    [one] = asked(doubts.asked, NOW)
    assert (one.about, one.since, one.activity) == ("niet_gehouden", date(2026, 3, 10), "a")
    assert "maar of de activiteit van 9 maart 2026 er was, schreef niemand op" in one.why
    assert odd(asked, date(2026, 3, 9)) == []  # its day has not been
    given(ActivityHeld(activity="a", counts=()))
    assert odd(asked) == []


def test_one_activity_that_was_held_is_enough(given: Given, asked: Asked) -> None:
    second = ActivityPlanned(activity="b", title="Soep", on=date(2026, 3, 3), action="soep")
    given(SOUP, FIRST, second, DONE)
    assert len(odd(asked)) == 1
    given(ActivityHeld(activity="b", counts=()))
    assert odd(asked) == []


def test_what_was_cancelled_or_moved_says_so(given: Given, asked: Asked) -> None:
    given(SOUP, FIRST, DONE, at=date(2026, 3, 2))
    given(ActivityMoved(activity="a", on=date(2026, 4, 1)))
    assert odd(asked) == []
    given(ActivityCancelled(activity="a", reason="Ziek."), at=date(2026, 3, 12))
    [one] = asked(doubts.asked, NOW)
    assert one.cancelled and one.how == "afgelast" and one.since == date(2026, 3, 12)
    assert one.why.endswith("de activiteit die erbij hoort, ging niet door.")
    given(ActivityWithdrawn(activity="a", reason="Dubbel."))
    assert odd(asked) == []


def test_an_activity_that_did_not_matter_is_explained_until_the_next(
    given: Given, asked: Asked
) -> None:
    logged = ActionLogged(action="soep", title="Soep koken", on=date(2026, 3, 2))
    given(logged, FIRST, at=date(2026, 3, 2))
    assert len(odd(asked)) == 1
    given(UNHELD)
    assert odd(asked) == []
    given(ActivityPlanned(activity="b", title="Soep", on=date(2026, 3, 11), action="soep"))
    assert odd(asked) == [("niet_gehouden", date(2026, 3, 11))]
    given(AnswerDisputed(action="soep", title="Soep koken", answer="action_done"))
    assert odd(asked) == []
