"""What looks odd in the examples: what goes on after its result, what was done without activity."""

from collections.abc import Sequence
from datetime import date, time

from alliance.events.actions_rules import agree_action, do_action
from alliance.events.activities_rules import plan_activity
from alliance.events.doubts_rules import explain_action
from alliance.sources.examples.cast import LIFE, ORGANISATIONS, YOUNG
from alliance.sources.examples.pen import EVENING, Pen
from alliance.sources.examples.script import theme_of

LATE: Sequence[tuple[int, str, str, str, str, int, str | None]] = (
    (34, "lotte", LIFE, "T2.R2", "De getrainde vrijwilligers een jaar blijven bellen", -200,
     "De training is dan klaar; het bellen gaat door."),
    (31, "sander", YOUNG, "T3.R1", "De sportclubs uitnodigen voor de mentoren", -75, None),
)  # fmt: skip
"""Days before the end, who, in which group, for which result, what, for which day, and why so."""
AGREED, HELD, DONE = 40, 10, 9
"""So many days before the end something was agreed, its activity was to be, and it was done."""
STORIES = "Een verhalenavond houden in het inloophuis"


def tell_doubts(pen: Pen) -> None:
    """Two agreements go on after their result, one of them for a reason; of a third it is open."""
    for before, who, group, result, title, due, why in LATE:
        told = pen.day(before)
        key = agree(pen, who, title, group, told, pen.exact(due), result)
        if why:
            said = explain_action(pen.past("action", key), about="na_resultaat", reason=why)
            pen.write(who, pen.day(before - 3), said, hour=EVENING)
    tell_stories(pen)


def tell_stories(pen: Pen) -> None:
    """Something was done, while nobody wrote whether its activity was held."""
    on = pen.day(HELD)
    key = agree(pen, "ingrid", STORIES, LIFE, pen.day(AGREED), on)
    evening = plan_activity(
        activity=pen.new(),
        title="Verhalenavond in het inloophuis",
        on=on,
        start=time(19, 30),
        place="Inloophuis de IJssel",
        today=pen.day(AGREED),
        organisation=ORGANISATIONS["ingrid"],
        action=key,
        theme="T2",
    )
    pen.write("ingrid", pen.day(AGREED), evening)
    done = do_action(pen.past("action", key), on=on, today=pen.day(DONE))
    pen.write("ingrid", pen.day(DONE), done, hour=EVENING)


def agree(
    pen: Pen, who: str, title: str, group: str, told: date, by_when: date, result: str | None = None
) -> str:
    """Someone of a group will do something."""
    key = pen.new()
    agreed = agree_action(
        action=key,
        title=title,
        today=told,
        by_when=by_when,
        owner=pen.keys[who],
        organisation=ORGANISATIONS[who],
        group=group,
        theme=theme_of(result) or "T2",
        result=result,
    )
    pen.write(who, told, agreed)
    return key
