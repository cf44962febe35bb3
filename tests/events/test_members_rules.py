"""Rules of members and roles: who takes part, as what, and what is left after erasing."""

from datetime import date

import pytest

from alliance.events.base import Event
from alliance.events.days import MISSING, NOT_YET
from alliance.events.members_rules import (
    ERASED,
    GONE,
    HAS_ROLE,
    KNOWN,
    LACKS_ROLE,
    NEEDS_GROUP,
    NEEDS_ORGANISATION,
    NO_GROUP_HERE,
    NO_ORGANISATION,
    NO_ORGANISATION_HERE,
    UNKNOWN,
    Grant,
    admit_member,
    assign_role,
    end_member,
    end_role,
    erase_member,
    grants_now,
)
from alliance.events.organisations import (
    MemberErased,
    MemberJoined,
    MemberLeft,
    OrganisationJoined,
    OrganisationLeft,
    RoleAssigned,
    RoleEnded,
)
from alliance.events.organisations_rules import STOPPED
from tests.refusals import faults

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
JOINED = MemberJoined(member="noor")
CHAIR = RoleAssigned(member="noor", role="voorzitter", group="t2", since=MONDAY)
NO_CHAIR = RoleEnded(member="noor", role="voorzitter", group="t2")
LEFT, GONE_FOR_EVER = MemberLeft(member="noor"), MemberErased(member="noor")
CHURCH = OrganisationJoined(organisation="kerk", name="Kerk", sector="kerk", kind="organisatie")


def assign(*history: Event, **changes: object) -> RoleAssigned:
    usual = {"member": "noor", "role": "voorzitter", "group": "t2", "since": MONDAY}
    return assign_role(history, **(usual | {"today": TUESDAY} | changes))  # type: ignore[arg-type]


def test_someone_takes_part_for_an_organisation_or_for_none() -> None:
    assert admit_member(member="noor") == JOINED
    assert admit_member(
        member="noor", organisation="kerk", organisation_history=[CHURCH]
    ) == MemberJoined(member="noor", organisation="kerk")


def test_nobody_takes_part_for_an_organisation_that_is_unknown_or_stopped() -> None:
    left = [CHURCH, OrganisationLeft(organisation="kerk")]
    assert faults(lambda: admit_member(member="noor", organisation="x")) == {
        "organisation": NO_ORGANISATION
    }
    assert faults(
        lambda: admit_member(member="noor", organisation="kerk", organisation_history=left)
    ) == {"organisation": STOPPED}


def test_who_stopped_may_come_back_but_nobody_joins_twice_or_after_erasing() -> None:
    assert admit_member(member="noor", history=[JOINED, LEFT]) == JOINED
    assert faults(lambda: admit_member(member="noor", history=[JOINED])) == {"form": KNOWN}
    assert faults(lambda: admit_member(member="noor", history=[JOINED, LEFT, GONE_FOR_EVER])) == {
        "form": ERASED
    }


def test_a_member_gets_a_role_in_a_group() -> None:
    assert assign(JOINED) == CHAIR
    assert assign(JOINED, CHAIR, NO_CHAIR) == CHAIR
    assert assign(JOINED, CHAIR, group="t3").group == "t3"


def test_a_member_gets_a_role_for_an_organisation_or_the_whole_alliance() -> None:
    contact = assign(JOINED, role="contactpersoon", group=None, organisation="kerk")
    assert contact.organisation == "kerk"
    assert assign(JOINED, role="aanjager", group=None).role == "aanjager"


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"group": None}, {"group": NEEDS_GROUP}),
        ({"role": "lid", "group": ""}, {"group": NEEDS_GROUP}),
        ({"role": "contactpersoon", "group": None}, {"organisation": NEEDS_ORGANISATION}),
        ({"role": "aanjager"}, {"group": NO_GROUP_HERE}),
        ({"organisation": "kerk"}, {"organisation": NO_ORGANISATION_HERE}),
        ({"since": None}, {"since": MISSING}),
        ({"since": date(2026, 3, 4)}, {"since": NOT_YET}),
    ],
)
def test_a_role_is_refused_when(changes: dict[str, object], found: dict[str, str]) -> None:
    assert faults(lambda: assign(JOINED, **changes)) == found


def test_nobody_has_the_same_role_twice() -> None:
    assert faults(lambda: assign(JOINED, CHAIR)) == {"role": HAS_ROLE}


def test_a_role_ends_only_for_who_has_it() -> None:
    assert end_role([JOINED, CHAIR], member="noor", role="voorzitter", group="t2") == NO_CHAIR
    assert faults(
        lambda: end_role([JOINED, CHAIR], member="noor", role="voorzitter", group="t3")
    ) == {"role": LACKS_ROLE}


@pytest.mark.parametrize(
    ("history", "fault"),
    [([], UNKNOWN), ([JOINED, LEFT], GONE), ([JOINED, LEFT, GONE_FOR_EVER], ERASED)],
)
def test_who_takes_no_part_gets_or_loses_nothing(history: list[Event], fault: str) -> None:
    assert faults(lambda: assign(*history)) == {"form": fault}
    assert faults(lambda: end_member(history, member="noor")) == {"form": fault}
    assert faults(lambda: end_role(history, member="noor", role="aanjager")) == {"form": fault}


def test_a_member_stops_and_every_role_ends_with_it() -> None:
    assert end_member([JOINED, CHAIR], member="noor") == LEFT
    assert grants_now([JOINED, CHAIR]) == [Grant("voorzitter", "t2")]
    assert grants_now([JOINED, CHAIR, LEFT]) == []


def test_erasing_lets_someone_stop_first() -> None:
    assert erase_member([JOINED, CHAIR], member="noor") == (LEFT, GONE_FOR_EVER)
    assert erase_member([JOINED, LEFT], member="noor") == (GONE_FOR_EVER,)


def test_erasing_is_refused_for_who_was_never_there_or_is_erased() -> None:
    assert faults(lambda: erase_member([], member="noor")) == {"form": UNKNOWN}
    assert faults(lambda: erase_member([JOINED, LEFT, GONE_FOR_EVER], member="noor")) == {
        "form": ERASED
    }
