"""Rules of actions: given what happened, when someone acts, then this is written down."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from alliance.events import actions_rules as words
from alliance.events.actions import (
    ActionAgreed,
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    ActionWithdrawn,
)
from alliance.events.actions_rules import (
    action_now,
    agree_action,
    correct_action,
    do_action,
    drop_action,
    link_action,
    log_action,
    move_action,
    withdraw_action,
)
from alliance.events.base import Event
from alliance.events.days import GONE, MISSING, NOT_YET, TOO_EARLY, TOO_FAR
from alliance.events.state import NO_LINK, UNCHANGED, WHY, WHY_NOT, Links
from tests.refusals import faults

SUNDAY, MONDAY, FRIDAY, NEXT = (date(2026, 11, day) for day in (22, 23, 27, 30))
AGREED = ActionAgreed(action="a1", title="Bel De Wel", by_when=FRIDAY, owner="fatima")
OPEN_DATE = ActionAgreed(action="a1", title="Bel De Wel")
LOGGED = ActionLogged(action="a1", title="De Wel gebeld", on=SUNDAY)
DONE = ActionDone(action="a1", on=MONDAY, yielded="Zij doen mee.")
DROPPED = ActionDropped(action="a1", reason="De Wel is dicht.")
WITHDRAWN = ActionWithdrawn(action="a1", reason="Stond er dubbel.")
CORRECTED = ActionCorrected(action="a1", title="Bel De Wel", by_when=FRIDAY, owner="fatima")


def test_an_agreement_has_a_title_and_a_day() -> None:
    made = agree_action(
        action="a1", title=" Bel De Wel ", by_when=FRIDAY, today=SUNDAY, owner="fatima"
    )
    assert made == AGREED


def test_the_day_of_an_agreement_may_be_left_open() -> None:
    assert agree_action(action="a1", title="Bel De Wel", today=SUNDAY) == OPEN_DATE


@pytest.mark.parametrize(
    ("title", "by_when", "why"),
    [
        ("  ", date(2026, 11, 21), {"title": words.NO_TITLE, "by_when": words.PAST}),
        ("Bel De Wel", date(2062, 11, 27), {"by_when": TOO_FAR}),
    ],
)
def test_an_agreement_is_refused_with_every_fault_at_once(
    title: str, by_when: date, why: dict[str, str]
) -> None:
    assert (
        faults(lambda: agree_action(action="a", title=title, by_when=by_when, today=SUNDAY)) == why
    )


def test_an_agreement_is_refused_with_too_long_a_title() -> None:
    told = faults(lambda: agree_action(action="a", title="x" * 201, today=SUNDAY))
    assert told == {"title": "Maak dit korter: hoogstens 200 tekens. Nu zijn het er 201."}


def test_what_was_done_already_is_written_down_in_one_go() -> None:
    assert log_action(action="a1", title="De Wel gebeld", on=SUNDAY, today=SUNDAY) == LOGGED


@pytest.mark.parametrize(
    ("on", "why"), [(None, MISSING), (MONDAY, NOT_YET), (date(1926, 11, 22), TOO_EARLY)]
)
def test_what_was_done_is_refused_without_a_day_that_was(on: date | None, why: str) -> None:
    assert faults(lambda: log_action(action="a", title="Gebeld", on=on, today=SUNDAY)) == {
        "on": why
    }


def test_a_correction_gives_the_whole_new_wording() -> None:
    made = correct_action([AGREED], title="Bel De Wel en De Serre", today=SUNDAY)
    assert made == ActionCorrected(
        action="a1", title="Bel De Wel en De Serre", by_when=FRIDAY, owner="fatima"
    )


def test_a_correction_keeps_a_day_that_passed_meanwhile() -> None:
    assert correct_action([AGREED], title="Bel hen", today=NEXT).by_when == FRIDAY


def test_a_correction_may_take_a_link_away() -> None:
    linked = ActionLinked(action="a1", persona="hans")
    assert correct_action([AGREED, linked], persona=None, today=SUNDAY) == CORRECTED


def test_what_came_of_it_is_corrected_once_it_is_done() -> None:
    made = correct_action([AGREED, DONE], on=SUNDAY, yielded=" Zij komen. ", today=MONDAY)
    assert (made.on, made.yielded) == (SUNDAY, "Zij komen.")


@pytest.mark.parametrize(
    ("given", "changes", "why"),
    [
        ([AGREED], {}, {"form": UNCHANGED}),
        ([AGREED], {"title": " Bel De Wel"}, {"form": UNCHANGED}),
        ([AGREED], {"title": " "}, {"title": words.NO_TITLE}),
        ([AGREED], {"by_when": date(2026, 11, 1)}, {"by_when": words.PAST}),
        (
            [AGREED],
            {"on": SUNDAY, "yielded": "Ja"},
            {"on": words.NOT_DONE, "yielded": words.NOT_DONE},
        ),
        ([LOGGED], {"on": None}, {"on": MISSING}),
        ([AGREED, DONE], {"on": NEXT}, {"on": NOT_YET}),
    ],
)
def test_a_correction_is_refused_when(
    given: Sequence[Event], changes: words.ActionChanges, why: dict[str, str]
) -> None:
    assert faults(lambda: correct_action(given, today=MONDAY, **changes)) == why


def test_linking_keeps_the_links_that_are_not_named() -> None:
    before = ActionLinked(action="a1", result="r1")
    made = link_action([AGREED, before], persona="hans")
    assert made == ActionLinked(action="a1", result="r1", persona="hans")


@pytest.mark.parametrize("links", [{}, {"result": "r1"}, {"result": None}])
def test_linking_is_refused_when_nothing_is_new(links: Links) -> None:
    given = [AGREED, ActionLinked(action="a1", result="r1")]
    assert faults(lambda: link_action(given, **links)) == {"form": NO_LINK}


def test_an_action_gets_another_day_with_its_reason() -> None:
    made = move_action([AGREED], by_when=NEXT, reason=" Vakantie ", today=SUNDAY)
    assert made == ActionMoved(action="a1", by_when=NEXT, reason="Vakantie")


def test_an_action_without_a_day_gets_its_first() -> None:
    assert move_action([OPEN_DATE], by_when=NEXT, today=SUNDAY).by_when == NEXT


@pytest.mark.parametrize(
    ("by_when", "why"),
    [
        (None, "Kies een nieuwe dag."),
        (FRIDAY, words.SAME_DATE),
        (date(2026, 11, 1), GONE),
        (date(2926, 11, 1), TOO_FAR),
    ],
)
def test_another_day_is_refused_when(by_when: date | None, why: str) -> None:
    assert faults(lambda: move_action([AGREED], by_when=by_when, today=SUNDAY)) == {"by_when": why}


def test_a_second_move_counts_from_the_day_agreed_last() -> None:
    given = [AGREED, ActionMoved(action="a1", by_when=NEXT)]
    assert "by_when" in faults(lambda: move_action(given, by_when=NEXT, today=SUNDAY))


def test_an_action_is_done_with_what_came_of_it() -> None:
    assert do_action([AGREED], on=MONDAY, yielded="Zij doen mee.", today=MONDAY) == DONE


def test_an_action_is_done_in_two_taps_without_a_word() -> None:
    assert do_action([AGREED], on=MONDAY, today=MONDAY) == ActionDone(action="a1", on=MONDAY)


@pytest.mark.parametrize(("on", "why"), [(None, MISSING), (FRIDAY, NOT_YET)])
def test_doing_is_refused_without_a_day_that_was(on: date | None, why: str) -> None:
    assert faults(lambda: do_action([AGREED], on=on, today=MONDAY)) == {"on": why}


def test_an_action_that_will_not_happen_says_why() -> None:
    assert drop_action([AGREED], reason="De Wel is dicht. ") == DROPPED
    assert faults(lambda: drop_action([AGREED], reason=" ")) == {"reason": WHY_NOT}


@pytest.mark.parametrize("given", [[AGREED], [LOGGED], [AGREED, DONE], [AGREED, DROPPED]])
def test_whatever_became_of_it_an_action_is_taken_back(given: Sequence[Event]) -> None:
    assert withdraw_action(given, reason="Stond er dubbel.") == WITHDRAWN


def test_taking_back_asks_why() -> None:
    assert faults(lambda: withdraw_action([AGREED], reason="")) == {"reason": WHY}


ENDED = [
    ([], words.UNKNOWN),
    ([AGREED, WITHDRAWN], words.WITHDRAWN),
    ([AGREED, DROPPED], words.DROPPED),
    ([AGREED, DONE], words.DONE),
    ([LOGGED], words.DONE),
]


@pytest.mark.parametrize(("given", "why"), ENDED)
@pytest.mark.parametrize(
    "act",
    [
        lambda given: move_action(given, by_when=NEXT, today=SUNDAY),
        lambda given: do_action(given, on=SUNDAY, today=SUNDAY),
        lambda given: drop_action(given, reason="Dicht."),
    ],
    ids=["move", "do", "drop"],
)
def test_an_action_that_is_not_open_is_left_alone(
    act: Callable[[Sequence[Event]], Event], given: Sequence[Event], why: str
) -> None:
    assert faults(lambda: act(given)) == {"form": why}


@pytest.mark.parametrize(("given", "why"), ENDED[:2])
@pytest.mark.parametrize(
    "act",
    [
        lambda given: correct_action(given, title="Anders", today=SUNDAY),
        lambda given: link_action(given, result="r1"),
        lambda given: withdraw_action(given, reason="Dubbel."),
    ],
    ids=["correct", "link", "withdraw"],
)
def test_an_action_that_is_not_there_is_left_alone(
    act: Callable[[Sequence[Event]], Event], given: Sequence[Event], why: str
) -> None:
    assert faults(lambda: act(given)) == {"form": why}


def test_an_action_says_what_was_last_said_of_it() -> None:
    moved = ActionMoved(action="a1", by_when=NEXT)
    linked = ActionLinked(action="a1", area="WK050202")
    assert action_now([AGREED, moved, linked, DONE]) == ActionCorrected(
        action="a1",
        title="Bel De Wel",
        owner="fatima",
        by_when=NEXT,
        area="WK050202",
        on=MONDAY,
        yielded="Zij doen mee.",
    )
