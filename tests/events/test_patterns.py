"""Signals from the wijk: a pattern that is seen, and taken back when it was a slip."""

from alliance.events import patterns as words
from alliance.events.patterns import (
    PatternAnswered,
    PatternLinked,
    PatternRaised,
    PatternWithdrawn,
    answer_pattern,
    link_pattern,
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


def test_a_group_says_once_what_it_does_with_it() -> None:
    told = answer_pattern([SEEN], group="kern", statement=" We vragen de bus. ")
    assert told == PatternAnswered(pattern="s1", group="kern", statement="We vragen de bus.")
    found = faults(lambda: answer_pattern([SEEN], group="kern", statement=""))
    assert found == {"statement": words.NO_ANSWER}
    found = faults(lambda: answer_pattern([SEEN, told], group="kern", statement="Nog eens."))
    assert found == {"form": words.ANSWERED}


def test_a_signal_is_linked_to_a_persona_and_another_place() -> None:
    linked = link_pattern([SEEN], persona="hans", area="schenkel")
    assert linked == PatternLinked(pattern="s1", persona="hans")
    other = link_pattern([SEEN, linked], persona="hans", area="WK050207")
    assert other == PatternLinked(pattern="s1", area="WK050207")
    found = faults(lambda: link_pattern([SEEN, linked, other], persona="hans", area="WK050207"))
    assert found == {"form": words.NOTHING_NEW}
