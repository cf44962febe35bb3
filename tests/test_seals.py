"""The same facts give the same seal, and other facts another one."""

from datetime import date

from alliance.events.meetings import AgendaLine
from alliance.seals import seal

LINE = AgendaLine(key="item:a", title="Vervoer", kind="bespreken", minutes=10, reason="Daarom.")


def test_the_same_facts_give_the_same_seal() -> None:
    assert seal(date(2026, 3, 2), (LINE,)) == seal(date(2026, 3, 2), [LINE])
    assert len(seal()) == 64


def test_another_word_gives_another_seal() -> None:
    assert seal(date(2026, 3, 2), "De Wel") != seal(date(2026, 3, 2), "De wel")
