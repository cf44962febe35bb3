"""What was done or agreed for whom: named where everyone may see it, and known where not."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from alliance.events.actions import ActionAgreed, ActionDone, ActionDropped, ActionWithdrawn
from alliance.projections.actions_tried import LATELY, Tried, tried
from tests.projections.conftest import Given

Asked = Callable[..., Any]
SUNDAY, FRIDAY, LATER = date(2026, 11, 22), date(2026, 11, 27), date(2026, 12, 4)


def agreed(action: str, persona: str | None = "hans") -> ActionAgreed:
    return ActionAgreed(
        action=action, title=action.capitalize(), by_when=FRIDAY, persona=persona, area="WK1"
    )


def test_what_goes_as_agreed_and_what_was_done_is_named(given: Given, asked: Asked) -> None:
    given(agreed("koken"), agreed("praten"), agreed("iets", None), at=SUNDAY)
    given(ActionDone(action="praten", on=SUNDAY))
    assert asked(tried, SUNDAY) == (
        Tried("hans", "WK1", "Koken", None),
        Tried("hans", "WK1", "Praten", SUNDAY),
    )


def test_what_was_agreed_long_ago_is_not_looked_for(given: Given, asked: Asked) -> None:
    given(agreed("koken"), at=SUNDAY)
    assert asked(tried, SUNDAY + LATELY)
    assert asked(tried, SUNDAY + LATELY + timedelta(1)) == ()


def test_what_is_behind_is_known_without_its_name(given: Given, asked: Asked) -> None:
    given(agreed("koken"), agreed("praten"), agreed("fout"), at=SUNDAY)
    given(ActionDropped(action="praten", reason="Te duur."))
    given(ActionWithdrawn(action="fout", reason="Dubbel."))
    assert asked(tried, LATER) == (
        Tried("hans", "WK1", None, None),
        Tried("hans", "WK1", None, None),
    )
