"""Opinions: one tap or one sentence, until the group has spoken of it."""

from typing import Any

from alliance.events import opinions as words
from alliance.events.meetings import AgendaItemRaised
from alliance.events.opinions import (
    OpinionGiven,
    OpinionWithdrawn,
    give_opinion,
    withdraw_opinion,
)
from tests.refusals import faults

ITEM = [AgendaItemRaised(item="i1", group="board", title="Een pakket", kind="meedenken")]
LIKED = OpinionGiven(opinion="i1", group="board", member="kees", stance="goed_idee")


def said(*past: OpinionGiven | OpinionWithdrawn, **given: Any) -> OpinionGiven:
    known: dict[str, Any] = {"group": "board", "member": "kees", "stance": "goed_idee"}
    return give_opinion(ITEM, past, **(known | {"waits": True} | given))


def test_a_good_idea_asks_no_words() -> None:
    assert said(statement="Dit valt weg.") == LIKED


def test_but_and_rather_not_ask_one_sentence() -> None:
    told = said(stance="ja_maar", statement=" Vraag het eerst. ")
    assert (told.stance, told.statement) == ("ja_maar", "Vraag het eerst.")
    found = faults(lambda: said(stance="liever_niet", statement=" "))
    assert found == {"statement": words.NO_WORDS}


def test_who_thinks_again_says_something_else() -> None:
    other = said(LIKED, stance="ja_maar", statement="Niet met een tas.")
    assert faults(lambda: said(LIKED)) == {"form": words.SAID}
    assert said(LIKED, other) == LIKED
    assert said(LIKED, member="ria").member == "ria"


def test_what_was_spoken_of_or_never_raised_takes_no_opinion() -> None:
    assert faults(lambda: said(waits=False)) == {"form": words.SPOKEN_OF}
    nothing = {"group": "board", "member": "kees", "stance": "goed_idee", "waits": True}
    found = faults(lambda: give_opinion([], [], **nothing))  # type: ignore[arg-type]
    assert found == {"form": words.NO_PROPOSAL}


def test_an_opinion_is_taken_back_once() -> None:
    gone = withdraw_opinion([LIKED], member="kees")
    assert gone == OpinionWithdrawn(opinion="i1", group="board", member="kees")
    nothing = {"form": words.NOTHING_SAID}
    assert faults(lambda: withdraw_opinion([], member="kees")) == nothing
    assert faults(lambda: withdraw_opinion([LIKED, gone], member="kees")) == nothing
    assert said(LIKED, gone) == LIKED
