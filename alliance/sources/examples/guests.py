"""Guests in the examples: who comes to a meeting without an account, never by name."""

from alliance.events.meetings_rules import invite_guests
from alliance.sources.examples.calendar import Calendar
from alliance.sources.examples.cast import KERN, KLANK
from alliance.sources.examples.pen import Pen

INVITED = (
    (2, "noor", KLANK, ("sonrisa",), 4),
    (1, "karim", KERN, ("adviesraad_sd",), None),
)
"""Days before the end, who asks, to the next meeting of which group, which guests, how many."""


def tell_guests(pen: Pen, calendar: Calendar) -> None:
    """Ask guests to the next meetings of two groups."""
    for before, who, group, organisations, others in INVITED:
        told, meeting = pen.day(before), calendar[group, 0]
        past = pen.past("meeting", meeting)
        asked = invite_guests(past, organisations=organisations, others=others, today=told)
        pen.write(who, told, asked)
