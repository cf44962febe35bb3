"""Rules of contributions: what an organisation itself puts in the programme of a week."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest

from alliance.events import contributions, invitations
from alliance.events.activities import (
    ActivityAnnounced,
    ActivityCancelled,
    ActivityCorrected,
    ActivityMoved,
    ActivityPlanned,
)
from alliance.events.activities_rules import CANCELLED, NO_DAY, NO_PLACE
from alliance.events.base import Event, Refused
from alliance.events.contributions import change_contribution, contribute_activity
from alliance.events.invitations import decline_invitation, invite_organisations
from alliance.events.moments import (
    DROPPED,
    InvitationDeclined,
    MomentDropped,
    MomentSet,
    OrganisationsInvited,
)
from alliance.events.state import UNCHANGED

TODAY, FIRST = date(2026, 8, 3), date(2026, 9, 24)
DAYS = [FIRST + timedelta(days=number) for number in range(7)]
SOUP: dict[str, Any] = {
    "headline": "Soep met de buren",
    "on": FIRST,
    "start": time(12),
    "place": "De Wel",
    "text": None,
    "joining": None,
}
PLANNED = ActivityPlanned(
    activity="a",
    title="Soep met de buren",
    on=FIRST,
    start=time(12),
    place="De Wel",
    organisation="sonrisa",
)
SAID = ActivityAnnounced(activity="a", headline="Soep met de buren")
WEEK = MomentSet(moment="m", title="Week", on=FIRST, until=DAYS[-1])


def contribute(**other: Any) -> tuple[Event, ...]:
    said = SOUP | other
    return contribute_activity(activity="a", organisation="sonrisa", days=DAYS, today=TODAY, **said)


def change(*past: Event, **other: Any) -> list[Event]:
    return change_contribution([PLANNED, SAID, *past], days=DAYS, today=TODAY, **SOUP | other)


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_what_an_organisation_adds_is_planned_and_shown_at_once() -> None:
    assert contribute() == (PLANNED, SAID)


def test_it_chooses_its_own_words() -> None:
    _, said = contribute(headline="Samen minder eenzaam", joining="010 000 00 00")
    assert said == ActivityAnnounced(
        activity="a", headline="Samen minder eenzaam", joining="010 000 00 00"
    )


def test_what_day_and_place_are_asked_for() -> None:
    found = faults(lambda: contribute(headline=" ", on=None, place=""))
    assert found["on"] == NO_DAY and found["place"] == NO_PLACE
    assert set(found) == {"headline", "on", "place"}
    assert faults(lambda: contribute(on=FIRST - timedelta(days=1))) == {
        "on": contributions.NOT_IN_WEEK
    }


def test_only_what_changed_is_written_down() -> None:
    assert change(text="Neem iemand mee.") == [
        ActivityAnnounced(activity="a", headline="Soep met de buren", text="Neem iemand mee.")
    ]
    assert change(on=DAYS[2]) == [ActivityMoved(activity="a", on=DAYS[2])]
    corrected, said = change(headline="Soep en brood", start=None)
    assert isinstance(corrected, ActivityCorrected)
    assert (corrected.title, corrected.start, corrected.on) == ("Soep en brood", None, FIRST)
    assert isinstance(said, ActivityAnnounced) and said.headline == "Soep en brood"


def test_a_name_that_others_use_inside_stays_when_the_words_change() -> None:
    inside = ActivityPlanned(activity="a", title="Soep voor Hans", on=FIRST, place="De Wel")
    made = change_contribution([inside], days=DAYS, today=TODAY, **SOUP | {"start": None})
    assert made == [SAID]


def test_a_change_of_nothing_and_of_what_ended_is_refused() -> None:
    assert faults(change) == {"form": UNCHANGED}
    cancelled = ActivityCancelled(activity="a", reason="Ziek.")
    assert faults(lambda: change(cancelled, on=DAYS[1])) == {"form": CANCELLED}
    found = faults(lambda: change(headline="", on=None, place=""))
    assert set(found) == {"headline", "on", "place"}


def test_organisations_are_asked_once_for_a_week_that_is_to_come() -> None:
    invited = OrganisationsInvited(moment="m")
    assert invite_organisations([WEEK], today=TODAY) == invited
    again = faults(lambda: invite_organisations([WEEK, invited], today=TODAY))
    assert again == {"form": invitations.ALREADY}
    late = faults(lambda: invite_organisations([WEEK], today=date(2026, 10, 1)))
    assert late == {"form": invitations.BEEN}
    gone = MomentDropped(moment="m", reason="Vervalt.")
    assert faults(lambda: invite_organisations([WEEK, gone], today=TODAY)) == {"form": DROPPED}


def test_an_organisation_says_no_once() -> None:
    no = InvitationDeclined(moment="m", organisation="sonrisa")
    assert decline_invitation([WEEK], organisation="sonrisa", today=TODAY) == no
    twice = faults(lambda: decline_invitation([WEEK, no], organisation="sonrisa", today=TODAY))
    assert twice == {"form": invitations.SAID_NO}
    assert decline_invitation([WEEK, no], organisation="kerk", today=TODAY).organisation == "kerk"
