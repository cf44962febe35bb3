"""Slips in the examples: a text about a person that was taken away, and one that still waits."""

from collections.abc import Sequence
from dataclasses import replace

from alliance import hiding, recorder, redaction
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions_rules import log_action
from alliance.events.journal import ALL, TextRedacted
from alliance.sources.examples.cast import ORGANISATIONS
from alliance.sources.examples.pen import EVENING, Pen, Told

TAKEN = "Soep gebracht bij Toos Voorbeeld in de Florabuurt, die alleen thuis zit"
"""What Wim wrote and Bram, the keeper, took away three days later."""
WAITS = "Met de dochter van Toos Voorbeeld gebeld over de wandelgroep"
"""What Tim wrote and Greet hid; nobody looked at it yet."""
UNKNOWN = "0" * 64


def tell_slips(pen: Pen) -> None:
    """Two members write something about a person; what was taken away is known when it is done."""
    for who, before, title in (("wim", 75, TAKEN), ("tim", 4, WAITS)):
        told, organisation = pen.day(before), ORGANISATIONS[who]
        logged = log_action(
            action=pen.new(), title=title, on=told, today=told, organisation=organisation
        )
        pen.write(who, told, logged, hour=EVENING)
    gone = TextRedacted(journal=ALL, entry=0, field="title", digest=UNKNOWN)
    pen.write("bram", pen.day(72), gone)


def is_redaction(one: Told) -> bool:
    """Whether a text was taken away at this moment."""
    return any(isinstance(event, TextRedacted) for event in one.events)


def take_away(desk: Desk, one: Told) -> None:
    """Let the keeper take the first slip away, as the site does it."""
    with writing(desk.engine) as db:
        turn = recorder.take_turn(db, now=one.at, by=one.by)
        redaction.mask_everywhere(desk.journal, turn, TAKEN)


def hide_last(desk: Desk, told: Sequence[Told], by: str) -> None:
    """Let somebody hide the other slip when all was told."""
    at_the_end = replace(desk, clock=lambda: told[-1].at)
    hiding.hide(at_the_end, WAITS, by=by)
