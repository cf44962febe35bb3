"""Asking an organisation for something, answering its other date, asking elsewhere."""

from collections.abc import Sequence
from datetime import date

import pytest

from alliance.events import actions_rules, asking_rules
from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionDeclined,
    ActionDone,
    ActionHandedOver,
    ActionLinked,
    OtherDateAccepted,
    OtherDateDeclined,
    OtherDateProposed,
)
from alliance.events.actions_rules import action_now
from alliance.events.asking_rules import (
    accept_date,
    ask_action,
    ask_elsewhere,
    decline_date,
    hand_over,
)
from alliance.events.base import Event
from alliance.events.turns import whose_turn
from tests.refusals import faults

SUNDAY, FRIDAY, LATER = date(2026, 11, 22), date(2026, 11, 27), date(2027, 1, 15)
ASKED = ActionAsked(
    action="a1",
    title="Zoek een zaal",
    organisation="kerk",
    by_when=LATER,
    answer_by=date(2026, 12, 6),
)
AGREED = ActionAgreed(action="a1", title="Zoek een zaal", organisation="kerk", owner="jan")
DECLINED = ActionDeclined(action="a1", why="geen_tijd")
PROPOSED = OtherDateProposed(action="a1", proposed=date(2027, 2, 1))
YES = ActionAccepted(action="a1", owner="jan")


def test_a_question_waits_for_an_answer_within_two_weeks() -> None:
    made = ask_action(
        action="a1", title=" Zoek een zaal", by_when=LATER, today=SUNDAY, organisation="kerk"
    )
    assert made == ASKED
    assert whose_turn([made]) == "asked"


def test_an_answer_is_wanted_before_it_must_be_done() -> None:
    made = ask_action(action="a1", title="Zoek een zaal", by_when=FRIDAY, today=SUNDAY)
    assert made.answer_by == FRIDAY


def test_a_question_is_refused_with_every_fault_at_once() -> None:
    told = faults(lambda: ask_action(action="a", title=" ", by_when=FRIDAY, today=LATER))
    assert told == {"title": actions_rules.NO_TITLE, "by_when": actions_rules.PAST}


@pytest.mark.parametrize("given", [[ASKED], [ASKED, DECLINED], [ASKED, PROPOSED]])
def test_another_is_asked_as_long_as_nobody_said_yes(given: Sequence[Event]) -> None:
    made = ask_elsewhere(
        [*given, ActionLinked(action="a1", theme="t1")], organisation="bieb", today=FRIDAY
    )
    assert made == ActionAsked(
        action="a1",
        title="Zoek een zaal",
        organisation="bieb",
        theme="t1",
        by_when=LATER,
        answer_by=date(2026, 12, 11),
    )


def test_what_nobody_has_in_hand_is_asked_of_an_organisation() -> None:
    given = [ActionAgreed(action="a1", title="Zoek een zaal", by_when=FRIDAY)]
    made = ask_elsewhere(given, organisation="bieb", today=LATER)
    assert (made.organisation, made.answer_by) == ("bieb", LATER)


@pytest.mark.parametrize(
    ("given", "organisation", "why"),
    [
        ([ASKED], "kerk", {"organisation": asking_rules.ASKED_ALREADY}),
        ([ASKED, YES], "bieb", {"form": asking_rules.DOES_IT}),
        ([AGREED], "bieb", {"form": asking_rules.DOES_IT}),
        ([AGREED, ActionDone(action="a1", on=SUNDAY)], "bieb", {"form": actions_rules.DONE}),
    ],
)
def test_asking_elsewhere_is_refused_when(
    given: Sequence[Event], organisation: str, why: dict[str, str]
) -> None:
    act = lambda: ask_elsewhere(given, organisation=organisation, today=SUNDAY)  # noqa: E731
    assert faults(act) == why


def test_a_successor_is_asked_and_who_agreed_stays_known() -> None:
    given = [ASKED, YES]
    made = hand_over(
        given, organisation="kerk", owner="piet", today=SUNDAY, reason=" Jan is gestopt. "
    )
    assert isinstance(made, ActionHandedOver)
    assert (made.owner, made.reason, made.by_when) == ("piet", "Jan is gestopt.", LATER)
    assert whose_turn([*given, made]) == "asked"
    assert action_now(given).owner == "jan"


def test_handing_over_to_the_same_hands_is_refused() -> None:
    told = faults(lambda: hand_over([AGREED], organisation="kerk", owner="jan", today=SUNDAY))
    assert told == {"organisation": asking_rules.SAME_HANDS}


def test_another_date_holds_once_who_asked_is_fine_with_it() -> None:
    given = [ASKED, PROPOSED]
    assert whose_turn(given) == "asker"
    assert action_now(given).by_when == LATER
    made = accept_date(given)
    assert made == OtherDateAccepted(action="a1", by_when=date(2027, 2, 1))
    assert action_now([*given, made]).by_when == date(2027, 2, 1)
    assert whose_turn([*given, made]) == "doer"


def test_keeping_to_the_date_asks_again() -> None:
    made = decline_date([ASKED, PROPOSED])
    assert made == OtherDateDeclined(action="a1")
    assert whose_turn([ASKED, PROPOSED, made]) == "asked"


@pytest.mark.parametrize(
    "given", [[ASKED], [ASKED, DECLINED], [ASKED, PROPOSED, accept_date([ASKED, PROPOSED])]]
)
def test_without_a_proposal_there_is_nothing_to_agree_with(given: Sequence[Event]) -> None:
    for act in (accept_date, decline_date):
        assert faults(lambda act=act: act(given)) == {"form": asking_rules.NO_PROPOSAL}  # type: ignore[misc]
