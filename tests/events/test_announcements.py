"""Rules of announcements: what everyone may read of an activity, in words for who comes."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.events import announcements as words
from alliance.events.activities import (
    ActivityAnnounced,
    ActivityCancelled,
    ActivityPlanned,
    AnnouncementWithdrawn,
)
from alliance.events.activities_rules import CANCELLED, UNKNOWN, activity_now
from alliance.events.announcements import announce_activity, withdraw_announcement
from alliance.events.base import Event, Refused
from alliance.events.state import UNCHANGED

PLANNED = ActivityPlanned(activity="a", title="Koffie tegen eenzaamheid", on=date(2026, 9, 24))
SAID = ActivityAnnounced(activity="a", headline="Samen koffie drinken", joining="010 000 00 00")
TRAINING = ActivityPlanned(
    activity="a", title="Training", on=date(2026, 9, 24), audience="professionals"
)


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_an_activity_is_announced_in_its_own_words() -> None:
    said = announce_activity(
        [PLANNED], headline=" Samen koffie drinken ", text=" ", joining="010 000 00 00"
    )
    assert said == SAID
    assert activity_now([PLANNED, said]).title == "Koffie tegen eenzaamheid"


def test_words_about_people_are_for_the_organisation_itself_only() -> None:
    told = faults(
        lambda: announce_activity(
            [PLANNED], headline="Koffie voor eenzame ouderen", text="Voor onze doelgroep."
        )
    )
    assert told == {"headline": words.OUTWARD, "text": words.OUTWARD}
    said = announce_activity([PLANNED], headline="Samen minder eenzaam", ours=True)
    assert said.headline == "Samen minder eenzaam"


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ([], UNKNOWN),
        ([TRAINING], words.FOR_RESIDENTS),
        ([PLANNED, ActivityCancelled(activity="a", reason="Ziek.")], CANCELLED),
        ([PLANNED, SAID], UNCHANGED),
    ],
)
def test_announcing_is_refused_where_nobody_can_come_or_nothing_changes(
    history: list[Event], why: str
) -> None:
    told = faults(
        lambda: announce_activity(history, headline="Samen koffie drinken", joining="010 000 00 00")
    )
    assert told == {"form": why}


def test_an_announcement_without_words_is_refused() -> None:
    assert faults(lambda: announce_activity([PLANNED], headline=" ")) == {
        "headline": words.NO_HEADLINE
    }


def test_an_announcement_is_taken_back_once() -> None:
    gone = withdraw_announcement([PLANNED, SAID])
    assert gone == AnnouncementWithdrawn(activity="a")
    told = faults(lambda: withdraw_announcement([PLANNED, SAID, gone]))
    assert told == {"form": words.NOT_THERE}
    assert announce_activity([PLANNED, SAID, gone], headline="Koffie").headline == "Koffie"
