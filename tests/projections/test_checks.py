"""Whether a proposal was tried out goes along with what comes of it."""

from collections.abc import Callable
from typing import Any

from alliance.events.advice import AdviceGiven
from alliance.events.meetings import AgendaItemChecked, AgendaItemRaised, DecisionTaken
from alliance.projections.checks import Check, of_point
from tests.projections.conftest import Given

Asked = Callable[..., Any]
SAID = Check("ja", "Vier bewoners lazen het.")


def test_the_decision_and_the_advice_about_it_say_so_too(given: Given, asked: Asked) -> None:
    given(
        AgendaItemRaised(item="i1", group="kern", title="Een pakket"),
        AgendaItemChecked(item="i1", checked="nog_niet"),
        AgendaItemChecked(item="i1", checked="ja", how="Vier bewoners lazen het."),
        DecisionTaken(decision="d1", meeting="m1", group="kern", statement="Ja.", about="item:i1"),
        DecisionTaken(decision="d2", meeting="m1", group="kern", statement="Nee."),
        AdviceGiven(advice="v1", group="board", to="kern", statement="Goed.", about="item:i1"),
    )
    for key in ("item:i1", "decision:d1", "back:d1", "advice:v1", "answered:v1"):
        assert asked(of_point, key) == SAID
    for key in ("item:i2", "decision:d2", "gap:yonas:netwerk:schollevaar"):
        assert asked(of_point, key) is None
