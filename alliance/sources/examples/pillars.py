"""Pillars in the examples: what the aanjager linked, changed, and left open."""

from alliance.events.pillars import link_pillar
from alliance.sources.examples.pen import Pen

PILLARS = ("commitment", "netwerk", "mensen", "duurzaam", "monitoring")
LINKED: tuple[tuple[int, str, str | None], ...] = (
    (60, "theme.T1", "netwerk"),
    (60, "theme.T2", "mensen"),
    (50, "result.T2.R1", "monitoring"),
    (40, "result.T2.R1", None),
    (30, "result.T1.R1", "commitment"),
)
"""How many days before the end, what, and which pillar; None: it follows its theme again."""


def tell_pillars(pen: Pen) -> None:
    """Link some of the plan to the national pillars; two themes wait."""
    for before, served, pillar in LINKED:
        past = pen.past("served", served)
        linked = link_pillar(past, served=served, pillar=pillar, known=PILLARS)
        pen.write("noor", pen.day(before), linked)
