"""Who speaks for an organisation hands over, or a free place is filled."""

from datetime import date

from alliance.events.base import Event
from alliance.events.contacts_rules import (
    NO_PREDECESSOR,
    NO_SUCCESSOR,
    Party,
    hand_over_contact,
)
from alliance.events.members_rules import HAS_ROLE
from alliance.events.organisations import (
    ContactEnded,
    ContactHandedOver,
    ContactNamed,
    MemberJoined,
    OrganisationJoined,
    RoleAssigned,
    RoleEnded,
)
from tests.refusals import faults

TODAY = date(2026, 3, 2)
CHOIR: list[Event] = [
    OrganisationJoined(organisation="koor", name="Koor", sector="cultuur", kind="organisatie")
]
NAMED: list[Event] = [*CHOIR, ContactNamed(organisation="koor", member="kim")]
NOW = RoleAssigned(member="teun", role="contactpersoon", organisation="koor", since=TODAY)
TEUN = Party("teun", [MemberJoined(member="teun", organisation="koor")])
KIM = Party("kim", [MemberJoined(member="kim", organisation="koor")])
SIGNED = Party(
    "kim",
    [
        *KIM.past,
        RoleAssigned(member="kim", role="contactpersoon", organisation="koor", since=TODAY),
    ],
)


def test_who_signs_in_hands_over_the_role() -> None:
    assert hand_over_contact(CHOIR, SIGNED, TEUN, today=TODAY) == (
        ContactHandedOver(organisation="koor", member="kim", successor="teun"),
        RoleEnded(member="kim", role="contactpersoon", organisation="koor"),
        NOW,
    )


def test_who_never_signs_in_hands_over_too() -> None:
    told, ended, given = hand_over_contact(NAMED, KIM, TEUN, today=TODAY)
    assert isinstance(told, ContactHandedOver)
    assert ended == ContactEnded(organisation="koor", member="kim")
    assert given == NOW


def test_a_free_place_is_filled_and_nobody_handed_it_over() -> None:
    assert hand_over_contact(CHOIR, None, TEUN, today=TODAY) == (NOW,)


def test_both_sides_are_named_where_that_is_not_plain() -> None:
    nobody = faults(lambda: hand_over_contact(NAMED, None, None, today=TODAY, needs_choice=True))
    assert nobody == {"successor": NO_SUCCESSOR, "member": NO_PREDECESSOR}


def test_who_is_the_contact_already_does_not_become_it_again() -> None:
    assert faults(lambda: hand_over_contact(CHOIR, None, SIGNED, today=TODAY)) == {"role": HAS_ROLE}
