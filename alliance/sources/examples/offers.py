"""Offers in the examples: registered, linked, confirmed, full, resting, stopped."""

from alliance.events.offers_rules import (
    code_offer,
    confirm_offer,
    pause_offer,
    register_offer,
    revise_offer,
    state_capacity,
    stop_offer,
    withdraw_offer,
)
from alliance.sources.examples.cast import ORGANISATIONS
from alliance.sources.examples.pen import EVENING, Pen
from alliance.sources.examples.script import Provided, Said, scenes

SCRIPT = "offers.toml"
LINKED_AFTER = 5


def tell_offers(pen: Pen) -> None:
    """What came into the catalogue and what became of it."""
    for one in scenes(SCRIPT, "offer", Provided):
        register(pen, one)
    for said in sorted(scenes(SCRIPT, "said", Said), key=lambda said: -said.before):
        past, room = pen.past("offer", said.offer), said.capacity
        event = state_capacity(past, capacity=room) if room else confirm_offer(past)
        pen.write(said.who, pen.day(said.before), event)
    tell_endings(pen)
    tell_revisions(pen)


def register(pen: Pen, one: Provided) -> None:
    """An organisation enters an offer in its own words; the aanjager links it a week later."""
    registered = register_offer(
        offer=one.key,
        name=one.name,
        for_whom=one.for_whom,
        place=one.place,
        joining=one.joining,
        contact=None,
        organisation=ORGANISATIONS[one.who],
        reach=one.reach if one.place is None else None,
    )
    pen.write(one.who, pen.day(one.before), registered, hour=EVENING)
    if one.kind:
        coded = code_offer(
            pen.past("offer", one.key),
            kind=one.kind,
            needs=one.needs,
            target_groups=one.target_groups,
            areas=one.areas,
            reach=one.reach,
            barriers_removed=one.removes,
            barriers_present=one.has,
        )
        pen.write("noor", pen.day(one.before - LINKED_AFTER), coded)


def tell_endings(pen: Pen) -> None:
    """One offer rests and stops, one rests and runs again, one was entered twice."""
    past = pen.past
    rests = pause_offer(past("offer", "gezinsmaatje"), reason="De coördinator is weg.")
    pen.write("sander", pen.day(190), rests)
    lesson = "Zonder iemand die maatjes begeleidt, haken zij binnen drie maanden af."
    why = "Er kwam geen nieuwe coördinator."
    stops = stop_offer(past("offer", "gezinsmaatje"), reason=why, lesson=lesson)
    pen.write("sander", pen.day(110), stops)
    holiday = pause_offer(past("offer", "moestuin"), reason="De tuin krijgt nieuwe paden.")
    pen.write("marijke", pen.day(22), holiday)
    again = confirm_offer(past("offer", "moestuin"))
    pen.write("marijke", pen.day(6), again)
    quiet = pause_offer(past("offer", "bellen"))
    pen.write("anouk", pen.day(35), quiet)
    enter_twice(pen)


def enter_twice(pen: Pen) -> None:
    """One offer was registered by two people."""
    twice = register_offer(
        offer="koffie_dubbel",
        name="Koffie in De Wel",
        for_whom="Iedereen",
        place="Huis van de Wijk De Wel",
        joining="Loop binnen",
        contact=None,
        organisation="welzijn_capelle",
    )
    pen.write("saida", pen.day(210), twice)
    gone = withdraw_offer(pen.past("offer", "koffie_dubbel"), reason="Dit stond er al.")
    pen.write("saida", pen.day(207), gone)


def tell_revisions(pen: Pen) -> None:
    """What was planned has begun, what was unclear is linked again."""
    begun = revise_offer(
        pen.past("offer", "g03"),
        name="Rouwcafé",
        stage="loopt",
        place="Inloophuis de IJssel",
        joining="Loop binnen, of bel eerst het Inloophuis",
        areas=("GM0502",),
        barriers_removed=("geld", "schaamte_taboe"),
    )
    pen.write("ingrid", pen.day(232), begun)
    pen.write("ingrid", pen.day(52), confirm_offer(pen.past("offer", "g03")))
    wider = code_offer(
        pen.past("offer", "b12"),
        needs=("werk_vrijwilligerswerk", "zingeving"),
        target_groups=("alle_inwoners", "ouderen"),
    )
    pen.write("noor", pen.day(150), wider)
    narrower = code_offer(pen.past("offer", "wandelen"), needs=("ontmoeting",))
    pen.write("noor", pen.day(145), narrower)
    evening = revise_offer(
        pen.past("offer", "taalcafe"), joining="Kom langs op dinsdag of donderdagavond"
    )
    pen.write("amina", pen.day(38), evening, hour=EVENING)
