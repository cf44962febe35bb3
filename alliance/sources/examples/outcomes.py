"""Outcomes in the examples: what actions brought by themselves, and what was set right."""

from collections.abc import Mapping
from datetime import time

from alliance.events.activities import correct_activity, plan_activity, withdraw_activity
from alliance.events.counts import Count
from alliance.events.outcomes import (
    correct_outcome,
    link_outcome,
    record_lesson,
    record_outcome,
    withdraw_outcome,
)
from alliance.sources.examples.pen import EVENING, Pen


def number(amount: int, unit: str, *, unique: bool = False) -> Count:
    """So many, counted."""
    return Count(known="getal", number=amount, unit=unit, unique=unique)


def tell_mistakes(pen: Pen, kept: Mapping[str, tuple[str, str]]) -> None:
    """What was written down wrongly, and set right or taken back."""
    doors, talks = kept["Langs de deuren in de Florabuurt"]
    mended = correct_activity(pen.past("activity", doors), today=pen.day(14), start=time(15))
    pen.write("wim", pen.day(14), mended)
    fewer = number(45, "gesprekken")
    pen.write(
        "wim",
        pen.day(14),
        correct_outcome(pen.past("outcome", talks), today=pen.day(14), count=fewer),
    )
    _, nurses = kept["Avond voor huisartsen"]
    linked = link_outcome(pen.past("outcome", nurses), theme="T1", result="T1.R1")
    pen.write("noor", pen.day(80), linked)
    _, returned = kept["Terugkomochtend training"]
    all_of_them = number(18, "personen", unique=True)
    recount = correct_outcome(pen.past("outcome", returned), today=pen.day(50), count=all_of_them)
    pen.write("lotte", pen.day(50), recount)
    _, heard = kept["Muziekmiddag met Sonrisa"]
    unsure = Count(known="onbekend")
    uncounted = correct_outcome(pen.past("outcome", heard), today=pen.day(98), count=unsure)
    pen.write("joost", pen.day(98), uncounted)
    _, street = kept["Begin van drie lief-en-leedpotten"]
    gone = withdraw_outcome(pen.past("outcome", street), reason="Dit telde de straten dubbel.")
    pen.write("marijke", pen.day(90), gone)
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
    pen.write("greet", told, withdraw_activity(pen.past("activity", key), reason="Staat er al."))


def tell_yields(pen: Pen, actions: Mapping[str, str]) -> None:
    """What came of actions without any activity."""
    yields = (
        (
            118,
            "lotte",
            "Bij de huisartsen peilen wie mantelzorgers ziet",
            12,
            "toegeleid",
            "Huisartsen wezen mensen de weg naar de salon.",
        ),
        (
            29,
            "amina",
            "Taalcafé in Oostgaarde bekend maken bij de taalschool",
            4,
            "aangekomen",
            "Vier mensen van de taalschool kwamen naar het taalcafé.",
        ),
        (
            31,
            "greet",
            "Vragen wie er vervoer nodig heeft naar De Wel",
            7,
            "aangekomen",
            "Zeven mensen komen nu mee met een buur.",
        ),
        (
            20,
            "marijke",
            "De huismeesters uitleggen hoe ze een signaal doorgeven",
            5,
            "gesprekken",
            "Huismeesters gaven vijf keer een seintje, zonder namen.",
        ),
    )
    for before, who, title, amount, unit, statement in yields:
        told = pen.day(before)
        recorded = record_outcome(
            outcome=pen.new(),
            statement=statement,
            count=number(amount, unit),
            today=told,
            on=told,
            action=pen.past("action", actions[title]),
        )
        pen.write(who, told, *recorded, hour=EVENING)
    told = pen.day(70)
    past = pen.past("action", actions["Een account op sociale media beginnen"])
    lesson = record_lesson(
        lesson=pen.new(),
        statement="Begin niets online als niemand het elke dag bijhoudt.",
        today=told,
        action=past,
    )
    pen.write("sander", told, lesson)
