"""People in the examples: they join, get a role, hand it over and leave; groups, organisations."""

import msgspec

from alliance.events.members_rules import (
    admit_member,
    assign_role,
    end_member,
    end_role,
    erase_member,
)
from alliance.events.organisations import OrganisationJoined
from alliance.events.organisations_rules import (
    form_group,
    join_organisation,
    leave_alliance,
    revise_organisation,
)
from alliance.sources.examples.cast import (
    CAST,
    KERN,
    KLANK,
    SCHOLLEVAAR,
    YOUNG,
    Part,
    Person,
    chair_of,
    member_of,
)
from alliance.sources.examples.pen import AFTERNOON, Pen

KEEPERS = ("noor", "bram")
"""The first two are let in from the keyboard: nobody was there yet to let them in."""


def tell_people(pen: Pen) -> None:
    """Who joins, who takes over, who leaves."""
    for one in CAST:
        welcome(pen, one)
    hand_over(pen)
    for one in CAST:
        if one.left is not None:
            say_goodbye(pen, one)
    form_groups(pen)
    describe_organisations(pen)


def welcome(pen: Pen, one: Person) -> None:
    """Let someone in, with the roles they start with."""
    day, key = pen.day(one.joined), pen.keys[one.key]
    by = "import" if one.key in KEEPERS else "noor"
    stands_for = one.organisation
    history = pen.past("organisation", stands_for) if stands_for else []
    joined = admit_member(member=key, organisation=stands_for, organisation_history=history)
    pen.write(by, day, joined)
    for part in one.parts:
        give(pen, by, one.key, part, one.joined)


def give(pen: Pen, by: str, who: str, part: Part, before: int) -> None:
    """Give someone a role."""
    day, key = pen.day(before), pen.keys[who]
    past = pen.past("member", key)
    assigned = assign_role(
        past,
        member=key,
        role=part.role,
        since=day,
        today=day,
        group=part.group,
        organisation=part.organisation,
    )
    pen.write(by, day, assigned)


def take(pen: Pen, who: str, part: Part, before: int) -> None:
    """Take a role from someone."""
    key = pen.keys[who]
    ended = end_role(pen.past("member", key), member=key, role=part.role, group=part.group)
    pen.write("noor", pen.day(before), ended)


def hand_over(pen: Pen) -> None:
    """Halfway the year someone else takes the chair of the group for young people."""
    for who, part in (
        ("hetty", chair_of(YOUNG)),
        ("hetty", member_of(KERN)),
        ("sander", member_of(YOUNG)),
    ):
        take(pen, who, part, 203)
    for part in (chair_of(YOUNG), member_of(KERN)):
        give(pen, "noor", "sander", part, 203)


def say_goodbye(pen: Pen, one: Person) -> None:
    """Someone stops; who asks for it is erased from the phone book."""
    assert one.left is not None
    key = pen.keys[one.key]
    pen.write("noor", pen.day(one.left), end_member(pen.past("member", key), member=key))
    if one.erased:
        gone = erase_member(pen.past("member", key), member=key)
        pen.write("bram", pen.day(one.left - 20), *gone)


def form_groups(pen: Pen) -> None:
    """Schollevaar gets its own group, and the sounding board meets shorter."""
    day = pen.day(150)
    task = "Kiest welke acties van thema 4 passen bij Schollevaar en zegt wie de wijk mist."
    new = form_group(
        group=SCHOLLEVAAR,
        name="Wijkgroep Schollevaar",
        kind="wijkgroep",
        task=task,
        gebied="schollevaar",
        meetings_per_year=6,
        minutes_per_meeting=90,
    )
    pen.write("noor", day, new)
    give(pen, "noor", "saida", chair_of(SCHOLLEVAAR), 148)
    for who in ("amina", "tim"):
        give(pen, "noor", who, member_of(SCHOLLEVAAR), 148)
    before = pen.past("group", KLANK)
    facts = msgspec.structs.asdict(before[-1]) | {"minutes_per_meeting": 90}
    del facts["check"]  # whether a name is still right is not for a form
    pen.write("noor", pen.day(280), form_group(before, **facts))


def describe_organisations(pen: Pen) -> None:
    """What organisations say about themselves; an invented one comes, stops and comes back."""
    day = pen.day(320)
    knows = {
        "inloophuis_ijssel": ("ingrid", "Gesprekken en samenkomen bij verlies en rouw."),
        "havensteder": (
            "marijke",
            "Kent huurders en ziet vaak als eerste dat iemand zich terugtrekt.",
        ),
        "sportief_capelle": ("tim", "Bewegen in de wijk, ook voor wie dat nooit deed."),
        "kbo_pcob": ("joost", "Ouderen die voor andere ouderen iets organiseren."),
    }
    for organisation, (who, expertise) in knows.items():
        past = pen.past("organisation", organisation)
        pen.write(who, day, revise_organisation(past, expertise=expertise))
    come_and_go(pen)
    stay_outside(pen)


def come_and_go(pen: Pen) -> None:
    """One invented organisation stops and comes back, another stops."""
    table, club = "eettafel_voorbeeld", "fietsclub_voorbeeld"
    pen.write("noor", pen.day(310), enter(pen, table, "Eettafel Voorbeeld", "vrijwilligers"))
    why = "De vaste kok verhuisde. Wij zoeken een nieuwe."
    stopped = leave_alliance(pen.past("organisation", table), reason=why)
    pen.write("noor", pen.day(170), stopped, hour=AFTERNOON)
    pen.write("noor", pen.day(60), enter(pen, table, "Eettafel Voorbeeld", "vrijwilligers"))
    pen.write("noor", pen.day(250), enter(pen, club, "Fietsclub Voorbeeld", "sport"))
    gone = leave_alliance(pen.past("organisation", club), reason="Te weinig leden.")
    pen.write("noor", pen.day(90), gone)


def stay_outside(pen: Pen) -> None:
    """A shop that does not take part, and wants to hear four times a year what happened."""
    baker = join_organisation(
        organisation="bakkerij_voorbeeld",
        name="Bakkerij Voorbeeld (verzonnen)",
        sector="ondernemers",
        kind="organisatie",
        takes_part=False,
        mailbox="info@bakkerij.example",
    )
    pen.write("noor", pen.day(100), baker)


def enter(pen: Pen, organisation: str, name: str, sector: str) -> OrganisationJoined:
    """An invented organisation takes part, for the first time or again."""
    return join_organisation(
        pen.past("organisation", organisation),
        organisation=organisation,
        name=f"{name} (verzonnen)",
        sector=sector,
        kind="organisatie",
        takes_part=True,
    )
