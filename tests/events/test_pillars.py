"""Linking to a national pillar: the last word counts, and nothing is guessed."""

from alliance.events import pillars as words
from alliance.events.pillars import PillarLinked, link_pillar
from tests.refusals import faults

KNOWN = ("netwerk", "mensen")
LINKED = PillarLinked(served="theme.T1", pillar="netwerk")


def link(*past: PillarLinked, pillar: str | None) -> PillarLinked:
    return link_pillar(past, served="theme.T1", pillar=pillar, known=KNOWN)


def test_a_theme_serves_the_pillar_that_was_said_last() -> None:
    assert link(pillar="netwerk") == LINKED
    assert link(LINKED, pillar="mensen").pillar == "mensen"
    assert link(LINKED, pillar=None).pillar is None


def test_what_is_unknown_or_the_same_is_refused() -> None:
    assert faults(lambda: link(pillar="anders")) == {"pillar": words.UNKNOWN}
    assert faults(lambda: link(LINKED, pillar="netwerk")) == {"pillar": words.SAID}
    assert faults(lambda: link(pillar=None)) == {"pillar": words.SAID}
