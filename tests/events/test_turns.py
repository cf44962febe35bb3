"""Whatever is asked, answered, moved or disputed: it is exactly one side's turn, or it ended."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from alliance.events.actions import ActionWithdrawn
from alliance.events.actions_rules import (
    action_now,
    agree_action,
    do_action,
    drop_action,
    link_action,
    log_action,
    move_action,
    note_progress,
    withdraw_action,
)
from alliance.events.answers_rules import (
    accept_action,
    answer_as_manager,
    consider_action,
    decline_action,
    dispute_answer,
    propose_date,
)
from alliance.events.asking_rules import (
    accept_date,
    ask_action,
    ask_elsewhere,
    decline_date,
    hand_over,
)
from alliance.events.base import Event, Refused
from alliance.events.turns import ending, noted_answer, whose_turn
from tests.refusals import faults

TODAY = date(2026, 11, 22)
History = Sequence[Event]
BEGINNINGS: list[Callable[[], Event]] = [
    lambda: agree_action(action="a1", title="Bel", today=TODAY, owner="jan"),
    lambda: agree_action(action="a1", title="Bel", today=TODAY),
    lambda: ask_action(action="a1", title="Bel", today=TODAY, organisation="kerk"),
    lambda: ask_action(action="a1", title="Bel", today=TODAY),
    lambda: log_action(action="a1", title="Bel", on=TODAY, today=TODAY),
]
ACTS: dict[str, Callable[[History], Event]] = {
    "ja": lambda past: accept_action(past, organisation="kerk", owner="jan"),
    "ja, gebeld": lambda past: accept_action(past, organisation="kerk", via="gebeld"),
    "nee": lambda past: decline_action(past, why="anders"),
    "nee, gemaild": lambda past: decline_action(past, why="geen_geld", via="gemaild"),
    "overleg": lambda past: consider_action(past, answer_by=TODAY, today=TODAY),
    "leidinggevende": lambda past: answer_as_manager(past, backing="steunen"),
    "datum": lambda past: propose_date(
        past, by_when=date(2027, len(past) % 12 + 1, 1), today=TODAY
    ),
    "datum, gebeld": lambda past: propose_date(
        past, by_when=date(2027, len(past) % 12 + 1, 2), today=TODAY, via="gebeld"
    ),
    "datum goed": accept_date,
    "datum niet goed": decline_date,
    "elders": lambda past: ask_elsewhere(past, organisation="bieb", today=TODAY),
    "iedereen": lambda past: ask_elsewhere(past, organisation=None, today=TODAY),
    "overdragen": lambda past: hand_over(past, organisation="kerk", owner="piet", today=TODAY),
    "verschoven": lambda past: move_action(
        past, by_when=date(2027, len(past) % 12 + 1, 3), today=TODAY, via="gesproken"
    ),
    "bezig": note_progress,
    "gekoppeld": lambda past: link_action(past, theme=f"t{len(past)}"),
    "gedaan": lambda past: do_action(past, on=TODAY, today=TODAY),
    "gedaan, gebeld": lambda past: do_action(past, on=TODAY, today=TODAY, via="gebeld"),
    "lukt niet": lambda past: drop_action(past, reason="Dicht."),
    "klopt niet": dispute_answer,
    "terug": lambda past: withdraw_action(past, reason="Dubbel."),
}
LIVES = st.tuples(st.sampled_from(BEGINNINGS), st.lists(st.sampled_from([*ACTS]), max_size=20))


def lived(life: tuple[Callable[[], Event], list[str]]) -> list[Event]:
    """What happened when all this was tried, and what is not allowed was refused."""
    begin, acts = life
    past: list[Event] = [begin()]
    for act in acts:
        with suppress(Refused):
            past.append(ACTS[act](past))
    return past


@settings(deadline=None, database=None)
@given(LIVES)
def test_it_is_one_sides_turn_or_it_ended(life: tuple[Callable[[], Event], list[str]]) -> None:
    past = lived(life)
    assert (whose_turn(past) is None) == (ending(past) is not None)


@settings(deadline=None, database=None)
@given(LIVES)
@example((BEGINNINGS[2], ["datum, gebeld", "datum goed", "gekoppeld"]))
@example((BEGINNINGS[0], ["verschoven"]))
def test_what_was_wrongly_noted_leaves_all_as_it_was(
    life: tuple[Callable[[], Event], list[str]],
) -> None:
    past = lived(life)
    noted = noted_answer(past)
    if noted and not isinstance(past[-1], ActionWithdrawn):
        at = next(number for number, event in enumerate(past) if event is noted)
        after = [*past, dispute_answer(past)]
        assert whose_turn(after) == whose_turn(past[:at])
        assert action_now(after).by_when == action_now(past[:at]).by_when
        assert action_now(after).owner == action_now(past[:at]).owner


@settings(deadline=None, database=None)
@given(LIVES)
def test_once_it_ended_nobody_answers_any_more(
    life: tuple[Callable[[], Event], list[str]],
) -> None:
    past = lived(life)
    if whose_turn(past) is None:
        still_may = {"gekoppeld", "klopt niet", "terug"}
        for act in ACTS.keys() - still_may:
            assert faults(lambda act=act: ACTS[act](past))  # type: ignore[misc]
