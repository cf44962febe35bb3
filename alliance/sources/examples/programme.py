"""The programme in the examples: what became of some milestones, and of money that was asked."""

from datetime import date

from alliance.events.budgets import set_budget
from alliance.events.milestones import settle_milestone
from alliance.sources.examples.pen import Pen
from alliance.sources.examples.pillars import tell_pillars

STARTED = date(2018, 9, 17)
MILESTONES = (
    (330, "noor", "M1", "gehaald", STARTED, None),
    (328, "noor", "M4", "niet_doorgegaan", None, "In de stukken is hier niets van te vinden."),
    (310, "noor", "M4", "open", None, "Er blijkt toch over gesproken te zijn."),
    (295, "karim", "M3", "gehaald", None, "Op welke dag weet niemand meer."),
)
"""Days before the end, who said it of which milestone, what, on which day, and why."""
ASKED = (322, "els", "I2020", "aangevraagd", "voorbeeld: mail van de afdeling financiën")


def tell_programme(pen: Pen) -> None:
    """Say what became of what the plan names, as far as anyone still knows."""
    tell_pillars(pen)
    for before, who, milestone, state, on, note in MILESTONES:
        told, past = pen.day(before), pen.past("milestone", milestone)
        pen.write(who, told, settle_milestone(past, state=state, on=on, note=note, today=told))
    before, who, budget, status, source = ASKED
    past = pen.past("budget", budget)
    pen.write(who, pen.day(before), set_budget(past, status=status, amount=None, source=source))
