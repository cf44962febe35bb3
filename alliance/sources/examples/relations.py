"""Relations in the examples: whom the aanjager spoke to, who rests for a while, who joined."""

from dataclasses import dataclass

from alliance.events.contacts_rules import Party, hand_over_contact
from alliance.events.organisations_rules import join_organisation
from alliance.events.profiles_rules import describe_exchange, state_aandachtsfunctionaris
from alliance.events.relations import Pause, Way
from alliance.events.relations_rules import (
    note_talk,
    pause_relation,
    resume_relation,
    take_part,
    withdraw_talk,
)
from alliance.sources.examples.pen import Pen

BAKERY, SHOP, WALKERS = "broodjeszaak_voorbeeld", "buurtwinkel_voorbeeld", "wandelgroep_voorbeeld"
CHOIR, TABLE = "zanggroep_voorbeeld", "eettafel_voorbeeld"
NEW = {
    BAKERY: ("Broodjeszaak Voorbeeld", "ondernemers", 220),
    SHOP: ("Buurtwinkel Voorbeeld", "ondernemers", 230),
    WALKERS: ("Wandelgroep Voorbeeld", "sport", 240),
    CHOIR: ("Zanggroep Voorbeeld", "cultuur", 250),
}
"""Invented organisations that the aanjager came across, with their sector and since when."""

EXCHANGES = {
    "de_zellingen": ("lotte", "Een zaal en koffie op woensdag.", "Mensen die willen rijden."),
    "havensteder": ("marijke", "Huismeesters die hun bewoners kennen.", None),
    CHOIR: ("noor", "Zingen op donderdag.", "Een zaal in Schollevaar."),
}
"""Who says in one line what they bring and what they seek."""


@dataclass(frozen=True)
class Touch:
    """One time that the aanjager was in touch, so many days before the end of the story."""

    organisation: str
    before: int
    way: Way
    note: str | None = None
    heard: bool = True


TOUCHES = (
    Touch("vijverhof", 290, "gesproken", "De koffietafel in de hal."),
    Touch("aafje", 210, "gemaild", "Wat verpleegkundigen aan de deur zien.", heard=False),
    Touch("aafje", 190, "gebeld", heard=False),
    Touch("ijsselland", 205, "langs_geweest", "Een folder bij ontslag uit het ziekenhuis."),
    Touch("de_zellingen", 30, "gebeld", "De zaal in december."),
    Touch(BAKERY, 40, "gemaild", "Brood van de vorige dag voor de eettafels.", heard=False),
    Touch(SHOP, 150, "langs_geweest", "Een prikbord bij de kassa."),
    Touch(WALKERS, 200, "gebeld", "Lopen met wie dat alleen niet durft."),
    Touch(CHOIR, 180, "gesproken", "Zingen in het Huis van de Wijk."),
    Touch(CHOIR, 100, "gebeld", "De data in de herfst."),
)


def tell_relations(pen: Pen) -> None:
    """Organisations in every stage, and what was written down by mistake."""
    for organisation, (name, sector, before) in NEW.items():
        come_across(pen, organisation, name, sector, before)
    for one in TOUCHES:
        touch(pen, one)
    rest(pen, WALKERS, 195, "geen_mensen", again=20)
    rest(pen, CHOIR, 160, "verandering")
    resumed = take_part(pen.past("organisation", CHOIR), pen.past("relation", CHOIR))
    pen.write("noor", pen.day(95), *resumed)
    rest(pen, "lelie", 120, "geen_tijd")
    pen.write("noor", pen.day(80), resume_relation(pen.past("relation", "lelie")))
    rest(pen, TABLE, 25, "later", again=-60)
    say_of_themselves(pen)
    hand_over(pen, "wijkoverleg_schenkel", "greet", "wim", 15)
    mistaken = touch(pen, Touch("enc", 35, "gebeld"))
    pen.write("noor", pen.day(34), withdraw_talk(pen.past("talk", mistaken)))


def come_across(pen: Pen, organisation: str, name: str, sector: str, before: int) -> None:
    """Enter an invented organisation that does not take part yet."""
    found = join_organisation(
        organisation=organisation,
        name=f"{name} (verzonnen)",
        sector=sector,
        kind="organisatie",
        phone=f"010 000 0{before}",
    )
    pen.write("noor", pen.day(before), found)


def touch(pen: Pen, one: Touch) -> str:
    """Write down one time that there was contact; its key."""
    key, on = pen.new(), pen.day(one.before)
    noted = note_talk(
        pen.past("organisation", one.organisation),
        talk=key,
        on=on,
        today=on,
        way=one.way,
        note=one.note,
        heard=one.heard,
    )
    pen.write("noor", on, noted)
    return key


def rest(pen: Pen, organisation: str, before: int, why: Pause, again: int | None = None) -> None:
    """Let an organisation do other things for a while."""
    on = pen.day(before)
    paused = pause_relation(
        pen.past("organisation", organisation),
        pen.past("relation", organisation),
        why=why,
        today=on,
        again_on=None if again is None else pen.exact(again),
    )
    pen.write("noor", on, paused)


def say_of_themselves(pen: Pen) -> None:
    """Some say in one line what they bring and seek; one has an aandachtsfunctionaris."""
    for organisation, (who, brings, seeks) in EXCHANGES.items():
        past = pen.past("organisation", organisation)
        said = describe_exchange(past, brings=brings, seeks=seeks)
        pen.write(who, pen.day(48), said)
    ours = pen.keys["lotte"]
    for organisation, who, facts in (
        ("de_zellingen", "lotte", {"there": "ja", "contact": "010 000 0100", "member": ours}),
        (CHOIR, "noor", {"there": "nee"}),
    ):
        past = pen.past("organisation", organisation)
        stated = state_aandachtsfunctionaris(past, **facts, members=(ours,))
        pen.write(who, pen.day(46), stated)


def hand_over(pen: Pen, organisation: str, before: str, after: str, ago: int) -> None:
    """Let the contact of an organisation hand over to someone of the same."""
    was, becomes = (
        Party(one, pen.past("member", one)) for one in (pen.keys[before], pen.keys[after])
    )
    on = pen.day(ago)
    events = hand_over_contact(pen.past("organisation", organisation), was, becomes, today=on)
    pen.write("noor", on, *events)
