"""Who or what is missing, said in a sentence; and what comes of it, once."""

import pytest

from alliance.events.base import Event, Refused
from alliance.events.tips import TipGiven, TipSettled
from alliance.events.tips_rules import give_tip, settle_tip

TIP = TipGiven(tip="zaal", statement="De zaal staat leeg.", organisation="kerk")


def test_a_tip_is_one_sentence_of_an_organisation() -> None:
    assert give_tip(tip="zaal", statement=" De zaal staat leeg. ", organisation="kerk") == TIP
    with pytest.raises(Refused, match="in één zin wie of wat we missen"):
        give_tip(tip="zaal", statement=" ", organisation=None)


def test_a_tip_is_settled_once() -> None:
    assert settle_tip([TIP], sequel="op_agenda") == TipSettled(tip="zaal", sequel="op_agenda")
    for history, sequel, why in (
        ([], "bekeken", "bestaat niet"),
        ([TIP], None, "Kies wat er met deze tip gebeurt"),
        ([TIP, TipSettled(tip="zaal", sequel="bekeken")], "bekeken", "al bekeken"),
    ):
        past: list[Event] = [*history]
        with pytest.raises(Refused, match=why):
            settle_tip(past, sequel=sequel)  # type: ignore[arg-type]
