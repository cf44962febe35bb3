"""The cast of the tests of progress: days, an agreement, an activity, and how to ask."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.counting import in_words
from alliance.events.actions import (
    ActionAgreed,
)
from alliance.events.activities import ActivityPlanned
from alliance.events.counts import Count
from alliance.events.outcomes import OutcomeRecorded
from alliance.projections.progress_overview import Result, one
from alliance.projections.progress_sums import Sums

Asked = Callable[..., Any]
IMPORTED, BEFORE, TODAY = date(2026, 11, 2), date(2026, 11, 5), date(2026, 11, 22)
SPRING = date(2027, 3, 1)
AGREED = ActionAgreed(action="a1", title="Bel De Wel", by_when=TODAY, result="T3.R1")
PLANNED = ActivityPlanned(activity="w1", title="Training", on=BEFORE, result="T3.R1")


def many(number: int, unit: str = "deelnames", *, unique: bool = False) -> Count:
    return Count(known="getal", number=number, unit=unit, unique=unique)


def brought(key: str = "o1", count: Count | None = None, **links: Any) -> OutcomeRecorded:
    return OutcomeRecorded(outcome=key, statement="Zij durven.", on=TODAY, count=count, **links)


def result(asked: Asked, key: str = "T3.R1") -> Result:
    found: Result = asked(one, key)
    return found


def sums(asked: Asked, key: str = "T3.R1") -> Sums:
    return result(asked, key).sums


def counts(asked: Asked, key: str = "T3.R1") -> list[str]:
    return [in_words(count) for count in sums(asked, key).counts]
