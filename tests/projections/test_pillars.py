"""What serves a pillar by its own word, and which agreements follow."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.actions import ActionAgreed
from alliance.events.pillars import PillarLinked
from alliance.projections import actions
from alliance.projections.action_rows import Filter, Serving
from alliance.projections.pillars import linked
from tests.projections.conftest import Given

Asked = Callable[..., Any]


def test_the_last_word_counts_and_none_is_no_pillar(given: Given, asked: Asked) -> None:
    given(
        PillarLinked(served="theme.T1", pillar="netwerk"),
        PillarLinked(served="theme.T1", pillar="mensen"),
        PillarLinked(served="result.T1.R1", pillar="netwerk"),
        PillarLinked(served="result.T1.R1"),
    )
    assert asked(linked) == {"theme.T1": "mensen"}


def test_an_agreement_serves_by_itself_or_as_its_result_or_theme(
    given: Given, asked: Asked
) -> None:
    given(
        ActionAgreed(action="a", title="a"),
        ActionAgreed(action="b", title="b", result="T1.R1", theme="T1"),
        ActionAgreed(action="c", title="c", theme="T2"),
        ActionAgreed(action="d", title="d", result="T2.R1", theme="T2"),
        ActionAgreed(action="e", title="e", result="T1.R1", theme="T1"),
    )
    what = Serving(actions=("a",), others=("e",), results=("T1.R1",), themes=("T2",))
    found = asked(actions.page, Filter(serves=what), date(2026, 3, 2)).rows
    assert {row.action for row in found} == {"a", "b", "c"}
