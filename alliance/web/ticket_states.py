"""How what a ticket is about stands, for what can be answered with it."""

from alliance.events.turns import noted_answer, whose_turn
from alliance.mailing.doubting import QUIET
from alliance.projections import doubts
from alliance.projections.actions_due import silent_ones
from alliance.web.pages import ask, today
from alliance.web.writing import Subject


def how_it_stands(it: Subject) -> str:
    """What can be answered about an action depends on whose turn it is, and on what looks odd."""
    kind, _, key = it.stream.partition(":")
    if kind != "action":
        return ""
    turn = whose_turn(it.events)
    if turn == "asked" and not noted_answer(it.events):
        return "question"
    if doubt := ask(doubts.of_action, key, today()):
        return doubt.how
    if noted_answer(it.events):
        return "noted_end" if turn in (None, "asker") else "noted" if turn == "doer" else "question"
    return QUIET if any(one.action == key for one in ask(silent_ones, today())) else ""
