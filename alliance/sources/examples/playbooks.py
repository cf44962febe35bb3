"""Step plans in the examples: one that was written, mended and started, and one that was let go."""

from alliance.events.actions_rules import agree_action
from alliance.events.playbooks import (
    day_of_step,
    drop_playbook,
    playbook_now,
    start_playbook,
    write_playbook,
)
from alliance.holidays import is_free
from alliance.sources.examples.cast import KERN
from alliance.sources.examples.pen import AFTERNOON, Pen

WELCOME = "Nieuwe organisatie welkom heten"
LINES = ("7 Bellen om kennis te maken", "21 Vragen wat zij zoekt en brengt")
MORE = "60 Vragen of het bevalt"
WRITTEN, MENDED, STARTED, DROPPED = 70, 50, 5, 40
"""So many days before the end it was written, written anew, started, and another was let go."""
NEW = "Eettafel Voorbeeld"


def tell_playbooks(pen: Pen) -> None:
    """Tell of the steps for a new organisation, and start them for the one that came back."""
    key = pen.new()
    told, later, now = pen.day(WRITTEN), pen.day(MENDED), pen.day(STARTED)
    first = write_playbook(playbook=key, name=WELCOME, lines="\n".join(LINES))
    pen.write("noor", told, first, hour=AFTERNOON)
    lines = "\n".join((*LINES, MORE))
    mended = write_playbook(pen.past("playbook", key), playbook=key, name=WELCOME, lines=lines)
    pen.write("noor", later, mended, hour=AFTERNOON)
    past = pen.past("playbook", key)
    started = start_playbook(past, on=now, group=KERN, title=NEW, today=now)
    agreed = [
        agree_action(
            action=pen.new(),
            title=f"{step.what} ({NEW})",
            by_when=day_of_step(now, step, is_free),
            group=KERN,
            today=now,
        )
        for step in playbook_now(past).steps
    ]
    pen.write("noor", now, started, *agreed, hour=AFTERNOON)
    let_go(pen)


def let_go(pen: Pen) -> None:
    """One that nobody used is taken off the list."""
    key = pen.new()
    visit = write_playbook(playbook=key, name="Werkbezoek regelen", lines="-14 Plek kiezen")
    pen.write("noor", pen.day(WRITTEN), visit, hour=AFTERNOON)
    dropped = drop_playbook(pen.past("playbook", key), reason="Dat doet de gemeente zelf.")
    pen.write("noor", pen.day(DROPPED), dropped, hour=AFTERNOON)
