"""People: organisations, groups, members and roles as of now, and what is left of who went."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.organisations import (
    GroupFormed,
    MemberErased,
    MemberJoined,
    MemberLeft,
    OrganisationJoined,
    OrganisationLeft,
    OrganisationRevised,
    RoleAssigned,
    RoleEnded,
)
from alliance.projections import people
from alliance.projections.people import Grant, Seat
from tests.projections.conftest import Given

Asked = Callable[..., Any]
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
WELFARE = OrganisationJoined(
    organisation="welzijn", name="Welzijn", sector="welzijn", kind="organisatie", takes_part=True
)
CHURCH = OrganisationJoined(
    organisation="kerk", name="de Kerk", sector="kerk", kind="organisatie", phone="010 123"
)
CORE = GroupFormed(group="kern", name="Kerngroep", kind="kerngroep", task="De hoofdlijnen.")
THEME = GroupFormed(
    group="tg2", name="Themagroep", kind="themagroep", task="Thema 2.", theme="t2", check=True
)
CHAIR = RoleAssigned(member="fatima", role="voorzitter", group="tg2", since=MONDAY)
IN_CORE = RoleAssigned(member="fatima", role="lid", group="kern", since=MONDAY)
CONTACT = RoleAssigned(member="jan", role="contactpersoon", organisation="kerk", since=MONDAY)


@pytest.fixture(autouse=True)
def alliance(given: Given) -> None:
    given(WELFARE, CHURCH, CORE, THEME, at=MONDAY)
    given(MemberJoined(member="fatima", organisation="welzijn"))
    given(MemberJoined(member="jan", organisation="kerk"), MemberJoined(member="noor"))


def test_organisations_are_listed_by_name_and_by_whether_they_take_part(asked: Asked) -> None:
    assert [one.name for one in asked(people.listed)] == ["de Kerk", "Welzijn"]
    assert [one.name for one in asked(people.listed, taking_part=True)] == ["Welzijn"]
    assert [one.name for one in asked(people.listed, taking_part=False)] == ["de Kerk"]


def test_an_organisation_is_shown_as_described_last(given: Given, asked: Asked) -> None:
    revised = OrganisationRevised(
        organisation="kerk", name="Open Kerk", sector="kerk", kind="organisatie"
    )
    given(revised, at=TUESDAY)
    found = asked(people.organisation, "kerk")
    assert (found.name, found.phone, found.joined_on) == ("Open Kerk", None, MONDAY)
    assert asked(people.organisation, "onbekend") is None


def test_an_organisation_that_stopped_is_off_the_list_but_keeps_its_page(
    given: Given, asked: Asked
) -> None:
    given(OrganisationLeft(organisation="kerk", reason="Verhuisd."), at=TUESDAY)
    assert [one.name for one in asked(people.listed)] == ["Welzijn"]
    found = asked(people.organisation, "kerk")
    assert (found.left_on, found.left_why) == (TUESDAY, "Verhuisd.")
    assert asked(people.organisation_names)["kerk"] == "de Kerk"


def test_an_organisation_that_comes_back_is_on_the_list_again(given: Given, asked: Asked) -> None:
    given(OrganisationLeft(organisation="kerk"), CHURCH, at=TUESDAY)
    assert asked(people.organisation, "kerk").left_on is None


def test_groups_keep_their_order_when_one_is_formed_anew(given: Given, asked: Asked) -> None:
    given(GroupFormed(group="kern", name="Kern", kind="kerngroep", task="Anders.", gebied="g"))
    assert [one.name for one in asked(people.all_groups)] == ["Kern", "Themagroep"]
    assert asked(people.group, "tg2").theme == "t2"
    assert asked(people.group, "onbekend") is None
    assert asked(people.group_names) == {"kern": "Kern", "tg2": "Themagroep"}


def test_a_role_is_told_with_its_group_kind_theme_and_day(given: Given, asked: Asked) -> None:
    given(CHAIR, IN_CORE)
    assert asked(people.roles_of, "fatima") == (
        Grant("voorzitter", "tg2", "themagroep", "t2", None, MONDAY),
        Grant("lid", "kern", "kerngroep", None, None, MONDAY),
    )
    assert asked(people.roles_of, "noor") == ()
    assert asked(people.organisation_of, "fatima") == "welzijn"


def test_a_group_shows_its_chair_first(given: Given, asked: Asked) -> None:
    given(RoleAssigned(member="noor", role="lid", group="tg2", since=MONDAY), CHAIR)
    assert asked(people.seats, "tg2") == (
        Seat("fatima", "voorzitter", "welzijn", MONDAY),
        Seat("noor", "lid", None, MONDAY),
    )


def test_a_role_that_ended_is_gone_and_others_stay(given: Given, asked: Asked) -> None:
    given(CHAIR, IN_CORE, RoleEnded(member="fatima", role="voorzitter", group="tg2"))
    assert [grant.group for grant in asked(people.roles_of, "fatima")] == ["kern"]
    assert asked(people.seats, "tg2") == ()


def test_a_role_given_twice_is_one_role(given: Given, asked: Asked) -> None:
    given(CHAIR, CHAIR)
    assert len(asked(people.roles_of, "fatima")) == 1


def test_the_contact_of_an_organisation_is_known(given: Given, asked: Asked) -> None:
    given(CONTACT)
    assert asked(people.contacts_of, "kerk") == ("jan",)
    given(RoleEnded(member="jan", role="contactpersoon", organisation="kerk"))
    assert asked(people.contacts_of, "kerk") == ()


def test_every_role_ends_with_who_stops(given: Given, asked: Asked) -> None:
    given(CHAIR, IN_CORE, MemberLeft(member="fatima"), at=TUESDAY)
    assert asked(people.roles_of, "fatima") == ()
    assert asked(people.all_members)["fatima"].left_on == TUESDAY
    assert [asked(people.has_left, key) for key in ("fatima", "jan", "onbekend")] == [
        True,
        False,
        False,
    ]


def test_members_are_told_by_role_and_organisation_never_by_name(
    given: Given, asked: Asked
) -> None:
    given(CHAIR, IN_CORE, CONTACT)
    assert asked(people.member_words) == {
        "fatima": "voorzitter van Themagroep en lid van Kerngroep, Welzijn",
        "jan": "contactpersoon, de Kerk",
        "noor": "deelnemer",
    }


def test_who_is_erased_becomes_a_former_member_of_an_organisation_with_more_people(
    given: Given, asked: Asked
) -> None:
    given(RoleAssigned(member="noor", role="contactpersoon", organisation="welzijn", since=MONDAY))
    gone = [MemberLeft(member=key) for key in ("fatima", "jan", "noor")]
    given(*gone, *(MemberErased(member=one.member) for one in gone), at=TUESDAY)
    assert asked(people.member_words) == {
        "fatima": "oud-lid van Welzijn",
        "jan": "oud-lid",
        "noor": "oud-lid",
    }
    assert asked(people.all_members)["fatima"].erased_on == TUESDAY


def test_who_has_had_no_role_for_long_is_found_until_erased(given: Given, asked: Asked) -> None:
    given(CHAIR, CONTACT, MemberLeft(member="jan"), at=TUESDAY)
    assert asked(people.idle, TUESDAY) == ("noor",)
    assert asked(people.idle, date(2026, 3, 4)) == ("jan", "noor")
    given(MemberErased(member="jan"))
    assert asked(people.idle, date(2026, 3, 4)) == ("noor",)


def test_ending_a_role_nobody_had_does_not_make_someone_idle_later(
    given: Given, asked: Asked
) -> None:
    given(RoleEnded(member="noor", role="aanjager"), at=date(2026, 5, 4))
    assert asked(people.idle, TUESDAY) == ("fatima", "jan", "noor")


def test_contacts_stand_by_their_organisation_and_holders_by_their_role(
    given: Given, asked: Asked
) -> None:
    given(CHAIR, CONTACT, RoleAssigned(member="noor", role="aanjager", since=MONDAY))
    assert asked(people.contacts) == {"kerk": ("jan",)}
    assert asked(people.holders, "aanjager") == ("noor",)
    assert asked(people.holders, "beheerder") == ()
