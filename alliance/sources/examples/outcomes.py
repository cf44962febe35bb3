"""Outcomes in the examples: what actions brought by themselves, and what was set right."""

from collections.abc import Mapping
from datetime import time

from alliance.events.activities_rules import correct_activity, plan_activity, withdraw_activity
from alliance.events.counts import Count
from alliance.events.outcomes import LessonRecorded
from alliance.events.outcomes_rules import (
    correct_lesson,
    correct_outcome,
    link_outcome,
    record_lesson,
    record_outcome,
    withdraw_lesson,
    withdraw_outcome,
)
from alliance.sources.examples.pen import EVENING, Pen
from alliance.sources.examples.script import Yielded, number, scenes

SCRIPT = "activities.toml"
RECOUNTED = {
    "Langs de deuren in de Florabuurt": (14, "wim", number(45, "gesprekken")),
    "Terugkomochtend training": (50, "lotte", number(18, "personen", unique=True)),
    "Muziekmiddag met Sonrisa": (98, "joost", Count(known="onbekend")),
}
"""What was counted wrongly: days before the end, who said so, and what it should be."""


def tell_mistakes(pen: Pen, kept: Mapping[str, tuple[str, str]]) -> None:
    """What was written down wrongly, and set right, linked or taken back."""
    doors, _ = kept["Langs de deuren in de Florabuurt"]
    mended = correct_activity(pen.past("activity", doors), today=pen.day(14), start=time(15))
    pen.write("wim", pen.day(14), mended)
    for title, (before, who, count) in RECOUNTED.items():
        told = pen.day(before)
        past = pen.past("outcome", kept[title][1])
        pen.write(who, told, correct_outcome(past, today=told, count=count))
    nurses = pen.past("outcome", kept["Avond voor huisartsen"][1])
    pen.write("noor", pen.day(80), link_outcome(nurses, theme="T1", result="T1.R1"))
    street = pen.past("outcome", kept["Begin van drie lief-en-leedpotten"][1])
    gone = withdraw_outcome(street, reason="Dit telde de straten dubbel.")
    pen.write("marijke", pen.day(90), gone)
    plan_twice(pen)


def plan_twice(pen: Pen) -> None:
    """One activity was planned by two people."""
    told, key = pen.day(64), pen.new()
    twice = plan_activity(
        activity=key,
        title="Buurtlunch",
        on=pen.exact(44),
        place="De Wel",
        today=told,
        organisation="wijkoverleg_schenkel",
    )
    pen.write("wim", told, twice)
    gone = withdraw_activity(pen.past("activity", key), reason="Deze stond er al.")
    pen.write("wim", told, gone)


def tell_yields(pen: Pen, actions: Mapping[str, str]) -> None:
    """What came of actions without any activity."""
    for one in scenes(SCRIPT, "yielded", Yielded):
        told = pen.day(one.before)
        recorded = record_outcome(
            outcome=pen.new(),
            statement=one.statement,
            count=one.count,
            today=told,
            on=told,
            action=pen.past("action", actions[one.action]),
        )
        pen.write(one.who, told, *recorded, hour=EVENING)
    told = pen.day(70)
    lesson = record_lesson(
        lesson=pen.new(),
        statement="Begin niets online als niemand het elke dag bijhoudt.",
        today=told,
        action=pen.past("action", actions["Een account op sociale media beginnen"]),
    )
    pen.write("sander", told, lesson)
    mend_lesson(pen, lesson)


def mend_lesson(pen: Pen, lesson: LessonRecorded) -> None:
    """What was learned is said better a week later, and once it was written down twice."""
    told = pen.day(62)
    clearer = "Begin niets online als niemand er elke dag naar kijkt."
    past = pen.past("lesson", lesson.lesson)
    pen.write("sander", told, correct_lesson(past, today=told, statement=clearer, on=lesson.on))
    twice = record_lesson(lesson=pen.new(), statement=clearer, today=told)
    pen.write("sander", told, twice)
    gone = withdraw_lesson(pen.past("lesson", twice.lesson), reason="Deze les stond er al.")
    pen.write("sander", told, gone)
