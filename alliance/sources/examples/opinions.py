"""Thinking along in the examples: a proposal, and what members of the sounding board say of it."""

from alliance.events.agenda_rules import raise_point
from alliance.events.checks import check_item
from alliance.events.opinions import Stance, give_opinion, withdraw_opinion
from alliance.sources.examples.cast import KLANK
from alliance.sources.examples.pen import EVENING, Pen

RAISED, AGAIN, LAST = 24, 11, 7
TITLE = "Een ontmoetingspakket voor nieuwe bewoners"
REASON = (
    "Wie nieuw in een wijk komt wonen, krijgt een tas met een kaart van de buurt, een bon voor"
    " koffie in het Huis van de Wijk en een uitnodiging van de buren. Is dat een goed begin?"
)
CHECKED = "Drie nieuwe bewoners lazen het en wilden liever een uitnodiging dan een tas."
SAID: tuple[tuple[int, str, Stance, str | None], ...] = (
    (21, "rob", "goed_idee", None),
    (18, "ria", "liever_niet", "Nog een tas met folders leest niemand."),
    (15, "peter", "ja_maar", "Laat een buur het brengen, dan is er meteen een gezicht."),
)
"""How many days before the end, who, what, and in which words."""


def tell_opinions(pen: Pen) -> None:
    """Put one proposal to the sounding board; one of its members thinks again."""
    item = pen.new()
    raised = raise_point(item=item, group=KLANK, title=TITLE, kind="meedenken", reason=REASON)
    pen.write("noor", pen.day(RAISED), raised, hour=EVENING)
    checked = check_item([raised], checked="ja", how=CHECKED)
    pen.write("noor", pen.day(RAISED), checked, hour=EVENING)
    for before, who, stance, words in SAID:
        say(pen, item, before, who, stance, words)
    gone = withdraw_opinion(pen.past("opinion", item), member=pen.keys["ria"])
    pen.write("ria", pen.day(AGAIN), gone, hour=EVENING)
    say(pen, item, LAST, "ria", "goed_idee", None)


def say(pen: Pen, item: str, before: int, who: str, stance: Stance, words: str | None) -> None:
    """What one member says."""
    given = give_opinion(
        pen.past("item", item),
        pen.past("opinion", item),
        group=KLANK,
        member=pen.keys[who],
        stance=stance,
        statement=words,
        waits=True,
    )
    pen.write(who, pen.day(before), given, hour=EVENING)
