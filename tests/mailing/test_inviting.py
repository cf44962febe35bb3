"""Organisations hear of the week with a programme in the mail they get, and never too often."""

from datetime import date

import pytest

from alliance.desk import Desk
from alliance.documents import invitations
from alliance.documents.invitations import Invitation
from alliance.events.activities import ActivityCancelled, ActivityPlanned
from alliance.events.moments import (
    InvitationDeclined,
    MomentDropped,
    MomentSet,
    OccasionAdopted,
    OrganisationsInvited,
)
from alliance.events.organisations import OrganisationRevised
from alliance.mailing.calls import calls
from alliance.mailing.shares import Known
from tests.conftest import Clock
from tests.mailing.conftest import mailed, prefer

FIRST, LAST = date(2026, 5, 7), date(2026, 5, 13)
KEES, SHOP = "member:kees", "organisation:winkel"
THURSDAYS = ("2026-03-05", "2026-03-12", "2026-03-19", "2026-04-02", "2026-04-09", "2026-04-16")


@pytest.fixture(autouse=True)
def week(desk: Desk) -> None:
    """A week with a programme, nine weeks ahead; the church and the shop take part."""
    made = [
        OccasionAdopted(occasion="week", name="Week", source="handreiking", programme=True),
        MomentSet(moment="m", occasion="week", title="Week 2026", on=FIRST, until=LAST),
        *(joins(key) for key in ("kerk", "winkel")),
    ]
    desk.record(made, by="noor")


def joins(key: str) -> OrganisationRevised:
    return OrganisationRevised(
        organisation=key, name=key.capitalize(), sector="s", kind="organisatie", takes_part=True,
        mailbox=f"info@{key}.example",
    )  # fmt: skip


def invited(desk: Desk, clock: Clock, day: str) -> list[str]:
    letters = mailed(desk, clock, day)
    return sorted(to for to, one in letters.items() if invitations.HEAD in one.body)


def test_who_speaks_for_an_organisation_is_asked_eight_weeks_before(
    desk: Desk, clock: Clock
) -> None:
    assert mailed(desk, clock, THURSDAYS[0]) == {}
    letters = mailed(desk, clock, THURSDAYS[1])
    assert {*letters} == {KEES, SHOP}
    assert letters[SHOP].subject == "Jouw maand: één uitnodiging"
    assert "Week 2026: 7 mei tot en met 13 mei 2026" in letters[SHOP].body
    assert "/weekprogramma\n" in letters[SHOP].body and "/alles" not in letters[SHOP].body
    assert "Je hoeft niet in te loggen." in letters[SHOP].body


def test_it_is_asked_sooner_when_the_aanjager_says_so(desk: Desk, clock: Clock) -> None:
    desk.record([OrganisationsInvited(moment="m")], by="noor")
    assert invited(desk, clock, THURSDAYS[0]) == [KEES, SHOP]


def test_it_is_asked_again_only_after_four_weeks(desk: Desk, clock: Clock) -> None:
    desk.record([OrganisationsInvited(moment="m")], by="noor")
    asked = [invited(desk, clock, day) for day in THURSDAYS]
    assert asked == [[KEES, SHOP], [], [], [KEES, SHOP], [], []]


def test_who_plans_something_or_says_no_is_asked_no_more(desk: Desk, clock: Clock) -> None:
    planned = ActivityPlanned(activity="a", title="Soep", on=FIRST, organisation="kerk")
    desk.record([planned, InvitationDeclined(moment="m", organisation="winkel")], by="noor")
    assert invited(desk, clock, THURSDAYS[1]) == []
    desk.record([ActivityCancelled(activity="a", reason="Ziek.")], by="noor")
    assert invited(desk, clock, THURSDAYS[2]) == [KEES]


def test_a_week_that_is_dropped_or_has_been_is_not_asked_about(desk: Desk, clock: Clock) -> None:
    assert invited(desk, clock, "2026-05-14") == []
    desk.record([MomentDropped(moment="m", reason="Vervalt.")], by="noor")
    assert invited(desk, clock, THURSDAYS[1]) == []


def test_who_likes_a_call_better_is_on_the_list_to_call(desk: Desk, clock: Clock) -> None:
    desk.record([OrganisationsInvited(moment="m")], by="noor")
    prefer(desk, KEES, way="bellen")
    with desk.reading() as now:
        [call] = calls(Known(now))
    assert call.someone.recipient == KEES
    assert [one.organisation for one in call.share.invited] == ["kerk"]


def test_who_speaks_for_two_gets_a_link_for_each() -> None:
    both = [Invitation(key, key.capitalize(), "Week 2026", FIRST, LAST) for key in ("kerk", "koor")]
    told = invitations.told(both, lambda one: f"https://site/{one.organisation}")
    assert told.count("Doen jullie iets?") == 1
    assert "in het programma, Kerk:\nhttps://site/kerk" in told
    assert told.endswith("in het programma, Koor:\nhttps://site/koor")
