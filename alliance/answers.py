"""Answers that were given lately: the same question at the same moment is worked out once."""

from collections.abc import Callable, Hashable
from datetime import date
from threading import Lock
from typing import Any, NamedTuple, TypeVar

Answer = TypeVar("Answer")
AT_MOST = 500
"""So many answers are kept, of some kilobytes each: what a few moments' pages ask."""


UNKNOWN = object()


class Moment(NamedTuple):
    """All that an answer depends on, besides the question and the code."""

    position: int  # up to where the journal is known
    chain: bytes  # of the journal up to there: no other journal has it
    today: date
    redactions: int = 0  # an earlier moment says less after each; of now the chain tells that too


class Answers:
    """What was answered by this process, the latest questions only.

    An answer belongs to everyone who asks: who gets one leaves it as it is.
    """

    def __init__(self, at_most: int = AT_MOST) -> None:
        self.kept: dict[Any, Any] = {}  # what was asked last stands last
        self._at_most = at_most
        self._lock = Lock()

    def find(self, question: Hashable, work: Callable[[], Answer]) -> Answer:
        """The answer that was given before, or else what `work` finds now.

        What is asked with lists or other things that may change is worked out each time.
        """
        try:
            found = self.kept.get(question, UNKNOWN)
        except TypeError:  # a list has no hash
            return work()
        answer: Answer = work() if found is UNKNOWN else found
        with self._lock:
            self.kept.pop(question, None)
            self.kept[question] = answer
            if len(self.kept) > self._at_most:
                del self.kept[next(iter(self.kept))]
        return answer
