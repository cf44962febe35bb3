"""What looks odd may be said to be right, as long as it stands as it was asked."""

from datetime import date

import pytest

from alliance.events.actions import ActionAgreed, ActionAsked, ActionDone, ActionExplained
from alliance.events.base import Refused
from alliance.events.doubts_rules import CHANGED, explain_action

SOUP = ActionAgreed(action="soep", title="Soep koken", by_when=date(2026, 7, 1))
DONE = ActionDone(action="soep", on=date(2026, 3, 10))


def test_it_is_right_as_it_stands_with_or_without_a_reason() -> None:
    said = explain_action([SOUP], about="na_resultaat", reason=" Het gaat door. ")
    assert said == ActionExplained(action="soep", about="na_resultaat", reason="Het gaat door.")
    assert explain_action([SOUP, DONE], about="niet_gehouden").reason is None


@pytest.mark.parametrize(
    ("past", "about"),
    [
        ([SOUP, DONE], "na_resultaat"),
        ([SOUP], "niet_gehouden"),
        ([ActionAsked(action="soep", title="Soep koken")], "na_resultaat"),
    ],
)
def test_what_stands_otherwise_by_now_is_not_explained(past: list, about: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(Refused) as why:
        explain_action(past, about=about)  # type: ignore[arg-type]
    assert why.value.faults == {"form": CHANGED}
