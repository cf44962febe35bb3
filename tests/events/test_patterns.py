"""Signals from the wijk: a pattern that is seen, and taken back when it was a slip."""

from alliance.events import patterns as words
from alliance.events.patterns import (
    PatternRaised,
    PatternWithdrawn,
    raise_pattern,
    withdraw_pattern,
)
from tests.refusals import faults

SEEN = PatternRaised(pattern="s1", statement="Zij komen samen.", group="wop", area="schenkel")


def test_a_group_says_what_it_sees() -> None:
    seen = raise_pattern(pattern="s1", statement=" Zij komen samen. ", group="wop", area="schenkel")
    assert seen == SEEN
    told = faults(lambda: raise_pattern(pattern="s1", statement=" "))
    assert told == {"statement": words.NO_STATEMENT}


def test_a_signal_is_taken_back_once() -> None:
    gone = PatternWithdrawn(pattern="s1")
    assert withdraw_pattern([SEEN]) == gone
    assert faults(lambda: withdraw_pattern([SEEN, gone])) == {"form": words.WITHDRAWN}
    assert faults(lambda: withdraw_pattern([])) == {"form": words.UNKNOWN}
