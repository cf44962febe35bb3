"""Tips: what waits to be read, and what came of the rest."""

from collections.abc import Callable
from typing import Any

from alliance.events.tips import TipGiven, TipSettled
from alliance.projections import tips
from tests.projections.conftest import Given

Asked = Callable[..., Any]


def test_a_tip_waits_until_it_is_settled(given: Given, asked: Asked) -> None:
    given(
        TipGiven(tip="a", statement="Vaders", organisation="kerk", via="gebeld"),
        TipGiven(tip="b", statement="Een zaal"),
    )
    assert [one.tip for one in asked(tips.page, settled=False).rows] == ["a", "b"]
    given(TipSettled(tip="a", sequel="wordt_aanbod"))
    assert [one.tip for one in asked(tips.page, settled=False).rows] == ["b"]
    [read] = asked(tips.page, settled=True).rows
    assert (read.statement, read.organisation, read.via) == ("Vaders", "kerk", "gebeld")
    assert (read.sequel, read.settled_on) == ("wordt_aanbod", read.given_on)
    assert asked(tips.statement, "b") == "Een zaal" and asked(tips.statement, "c") is None
