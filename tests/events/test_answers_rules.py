"""What whoever was asked may answer, for themselves or through someone who wrote it down."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from alliance.events import actions_rules, answers_rules
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionConsidered,
    ActionCorrected,
    ActionDeclined,
    ActionDone,
    ActionDropped,
    ActionHandedOver,
    ActionLinked,
    ActionMoved,
    AnswerDisputed,
    ManagerAnswered,
    OtherDateAccepted,
    OtherDateProposed,
    ProgressNoted,
)
from alliance.events.actions_rules import action_now, do_action, drop_action, note_progress
from alliance.events.answers_rules import (
    accept_action,
    answer_as_manager,
    consider_action,
    decline_action,
    dispute_answer,
    propose_date,
)
from alliance.events.base import Event
from alliance.events.days import GONE
from alliance.events.turns import ending, whose_turn
from tests.refusals import faults

SUNDAY, FRIDAY, LATER = date(2026, 11, 22), date(2026, 11, 27), date(2027, 1, 15)
ASKED = ActionAsked(action="a1", title="Zoek een zaal", organisation="kerk", by_when=LATER)
ANYONE = ActionAsked(action="a1", title="Drie taarten", by_when=FRIDAY)
YES = ActionAccepted(action="a1", owner="jan")
BY_PHONE = ActionAccepted(action="a1", via="gebeld")
CONSIDERED = ActionConsidered(action="a1", answer_by=FRIDAY, question="Mag de zaal gratis?")
PROPOSED = OtherDateProposed(action="a1", proposed=FRIDAY, via="gemaild")
DATE_FINE = OtherDateAccepted(action="a1", by_when=FRIDAY)


def test_a_yes_says_who_will_do_it() -> None:
    assert accept_action([ASKED], owner="jan", organisation="kerk") == YES
    assert action_now([ASKED, YES]).owner == "jan"


def test_who_was_asked_by_name_stays_the_one() -> None:
    by_name = ActionHandedOver(action="a1", title="Zoek een zaal", owner="piet")
    assert accept_action([by_name], owner="jan").owner is None


def test_a_question_to_anyone_is_taken_by_an_organisation() -> None:
    assert faults(lambda: accept_action([ANYONE])) == {"organisation": answers_rules.NOBODY}
    taken = accept_action([ANYONE], organisation="bakker", via="gesproken")
    assert action_now([ANYONE, taken]).organisation == "bakker"


def test_a_no_is_one_tap_and_a_sentence_if_wanted() -> None:
    assert decline_action([ASKED], why="geen_tijd") == ActionDeclined(action="a1", why="geen_tijd")
    made = decline_action([ASKED], why="anders", reason=" Wij verhuizen. ", via="gebeld")
    assert (made.reason, made.via) == ("Wij verhuizen.", "gebeld")
    assert faults(lambda: decline_action([ASKED], why=None)) == {"why": answers_rules.NO_REASON}


def test_an_answer_may_come_later_with_a_question_to_the_manager() -> None:
    made = consider_action([ASKED], answer_by=FRIDAY, today=SUNDAY, question="Mag de zaal gratis?")
    assert made == CONSIDERED
    assert whose_turn([ASKED, made]) == "asked"


@pytest.mark.parametrize(("day", "why"), [(None, answers_rules.NO_DAY), (SUNDAY, GONE)])
def test_consulting_is_refused_without_a_day_to_come(day: date | None, why: str) -> None:
    told = faults(lambda: consider_action([ASKED], answer_by=day, today=FRIDAY))
    assert told == {"answer_by": why}


def test_the_manager_answers_and_the_organisation_still_decides() -> None:
    made = answer_as_manager([ASKED, CONSIDERED], backing="tot_hier", limit="Alleen in mei.")
    assert made == ManagerAnswered(action="a1", backing="tot_hier", limit="Alleen in mei.")
    assert whose_turn([ASKED, CONSIDERED, made]) == "asked"


@pytest.mark.parametrize(
    ("given", "answer", "why"),
    [
        ([ASKED], {"backing": "steunen"}, {"form": answers_rules.NOT_CONSIDERED}),
        ([ASKED, CONSIDERED, YES], {"backing": "nee"}, {"form": answers_rules.ANSWERED}),
        ([ASKED, CONSIDERED], {"backing": None}, {"backing": answers_rules.NO_BACKING}),
        ([ASKED, CONSIDERED], {"backing": "tot_hier"}, {"limit": answers_rules.NO_LIMIT}),
        ([ASKED, CONSIDERED, ASKED], {"backing": "nee"}, {"form": answers_rules.NOT_CONSIDERED}),
    ],
)
def test_the_manager_is_refused_when(
    given: Sequence[Event], answer: dict[str, str], why: dict[str, str]
) -> None:
    assert faults(lambda: answer_as_manager(given, **answer)) == why  # type: ignore[arg-type]


def test_another_date_is_proposed() -> None:
    made = propose_date([ASKED], by_when=FRIDAY, today=SUNDAY, via="gemaild")
    assert made == PROPOSED


@pytest.mark.parametrize(
    ("day", "why"), [(None, "Kies een nieuwe dag."), (LATER, actions_rules.SAME_DATE)]
)
def test_another_date_is_refused_when(day: date | None, why: str) -> None:
    assert faults(lambda: propose_date([ASKED], by_when=day, today=SUNDAY)) == {"by_when": why}


ANSWERS: list[Callable[[Sequence[Event]], Event]] = [
    lambda given: accept_action(given, organisation="kerk"),
    lambda given: decline_action(given, why="anders"),
    lambda given: consider_action(given, answer_by=LATER, today=SUNDAY),
    lambda given: propose_date(given, by_when=FRIDAY, today=SUNDAY),
]


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize("given", [[ASKED, YES], [ASKED, PROPOSED]])
def test_what_was_answered_is_not_answered_again(
    answer: Callable[[Sequence[Event]], Event], given: Sequence[Event]
) -> None:
    assert faults(lambda: answer(given)) == {"form": answers_rules.ANSWERED}


@pytest.mark.parametrize("answer", ANSWERS[1:])
def test_a_question_to_anyone_needs_no_no(answer: Callable[[Sequence[Event]], Event]) -> None:
    assert faults(lambda: answer([ANYONE])) == {"form": answers_rules.NOBODY_ASKED}


def test_nothing_is_done_before_someone_said_yes() -> None:
    for act in (
        lambda: do_action([ASKED], on=SUNDAY, today=SUNDAY),
        lambda: note_progress([ASKED]),
    ):
        assert faults(act) == {"form": actions_rules.NOT_AGREED}
    assert drop_action([ASKED], reason="Niet nodig.").reason == "Niet nodig."


def test_how_it_goes_is_told_in_a_sentence_or_none() -> None:
    made = note_progress([ASKED, YES], note=" Twee zalen bekeken. ")
    assert made == ProgressNoted(action="a1", note="Twee zalen bekeken.")
    assert note_progress([ASKED, YES]).note is None
    assert whose_turn([ASKED, YES, made]) == "doer"


def test_a_wrong_note_of_an_answer_opens_the_question_again() -> None:
    linked = ActionLinked(action="a1", theme="t1")
    made = dispute_answer([ASKED, BY_PHONE, linked])
    assert made == AnswerDisputed(
        action="a1",
        title="Zoek een zaal",
        organisation="kerk",
        by_when=LATER,
        theme="t1",
        answer="action_accepted",
    )
    assert whose_turn([ASKED, BY_PHONE, linked, made]) == "asked"


def test_a_wrong_date_is_taken_back_also_when_who_asked_was_fine_with_it() -> None:
    given = [ASKED, PROPOSED, DATE_FINE]
    made = dispute_answer(given)
    assert made.by_when == LATER
    assert action_now([*given, made]).by_when == LATER
    assert whose_turn([*given, made]) == "asked"


@pytest.mark.parametrize(
    "noted",
    [
        ActionDone(action="a1", on=SUNDAY, yielded="Gelukt.", via="gebeld"),
        ActionDropped(action="a1", reason="Dicht.", via="gesproken"),
        ActionMoved(action="a1", by_when=FRIDAY, via="gemaild"),
    ],
)
def test_what_was_wrongly_noted_of_an_agreement_opens_the_agreement_again(noted: Event) -> None:
    given = [ASKED, YES, noted]
    made = dispute_answer(given)
    after = [*given, made]
    assert (whose_turn(after), ending(after)) == ("doer", None)
    assert action_now(after) == ActionCorrected(
        action="a1", title="Zoek een zaal", organisation="kerk", owner="jan", by_when=LATER
    )


@pytest.mark.parametrize(
    "given",
    [
        [ASKED],
        [ASKED, YES],
        [ASKED, BY_PHONE, ActionDone(action="a1", on=SUNDAY)],
        [ASKED, BY_PHONE, dispute_answer([ASKED, BY_PHONE])],
        [ASKED, ActionDeclined(action="a1", why="anders", via="gebeld"), ASKED],
    ],
)
def test_only_what_others_wrote_down_last_can_be_wrong(given: Sequence[Event]) -> None:
    assert faults(lambda: dispute_answer(given)) == {"form": answers_rules.NOTHING_NOTED}
