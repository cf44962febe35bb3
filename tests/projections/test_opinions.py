"""What members think of a proposal: the last word of each, without who said it."""

from collections.abc import Callable
from typing import Any

from alliance.events.opinions import OpinionGiven, OpinionWithdrawn, Stance
from alliance.projections.opinions import Opinion, about, of_member
from tests.projections.conftest import Given

Asked = Callable[..., Any]


def opinion(member: str, stance: Stance, statement: str | None = None) -> OpinionGiven:
    return OpinionGiven(
        opinion="i1", group="board", member=member, stance=stance, statement=statement
    )


def test_the_last_word_of_each_counts(given: Given, asked: Asked) -> None:
    given(opinion("kees", "liever_niet", "Te duur."), opinion("ria", "ja_maar", "Vraag het."))
    given(opinion("kees", "goed_idee"))
    assert asked(about, "i1") == [Opinion("goed_idee", None), Opinion("ja_maar", "Vraag het.")]
    assert asked(of_member, "i1", "ria") == Opinion("ja_maar", "Vraag het.")
    assert asked(of_member, "i2", "ria") is None


def test_what_was_taken_back_is_gone(given: Given, asked: Asked) -> None:
    given(opinion("kees", "goed_idee"))
    given(OpinionWithdrawn(opinion="i1", group="board", member="kees"))
    assert asked(about, "i1") == []
