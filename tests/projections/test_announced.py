"""The programme of a week: only what was announced, in its outward words, as it stands now."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from alliance.events.activities import (
    ActivityAnnounced,
    ActivityCancelled,
    ActivityCorrected,
    ActivityMoved,
    ActivityPlanned,
    ActivityWithdrawn,
    AnnouncementWithdrawn,
)
from alliance.projections import announced
from tests.projections.conftest import Given

Asked = Callable[..., Any]
FIRST, SECOND, LAST = date(2026, 9, 24), date(2026, 9, 25), date(2026, 9, 30)
KOFFIE = ActivityPlanned(activity="a", title="Koffie voor Hans", on=SECOND, place="De Wel")
SOEP = ActivityPlanned(activity="b", title="Soep", on=FIRST, start=time(12))
TRAINING = ActivityPlanned(activity="c", title="Training", on=FIRST, audience="professionals")
SAID = ActivityAnnounced(activity="a", headline="Samen koffie drinken", text="Loop binnen.")


def shown(asked: Asked) -> list[tuple[str, date]]:
    return [(one.headline, one.on) for one in asked(announced.programme, FIRST, LAST)]


def test_only_what_was_announced_is_shown_and_in_its_own_words(given: Given, asked: Asked) -> None:
    given(KOFFIE, SOEP, TRAINING, SAID)
    assert shown(asked) == [("Samen koffie drinken", SECOND)]
    inside = asked(announced.for_residents, FIRST, LAST)
    assert [(one.title, one.headline) for one in inside] == [
        ("Soep", None),
        ("Koffie voor Hans", "Samen koffie drinken"),
    ]


def test_a_move_or_a_correction_is_seen_and_the_words_stay(given: Given, asked: Asked) -> None:
    given(KOFFIE, SAID, ActivityMoved(activity="a", on=LAST))
    given(ActivityCorrected(activity="a", title="Koffie", on=LAST, place="De Serre"))
    (found,) = asked(announced.programme, FIRST, LAST)
    assert (found.on, found.place, found.text) == (LAST, "De Serre", "Loop binnen.")


def test_what_does_not_go_through_says_so_and_what_was_taken_back_is_gone(
    given: Given, asked: Asked
) -> None:
    given(KOFFIE, SAID, ActivityCancelled(activity="a", reason="Ziek."))
    assert [one.cancelled for one in asked(announced.programme, FIRST, LAST)] == [True]
    given(AnnouncementWithdrawn(activity="a"))
    assert shown(asked) == []
    given(ActivityWithdrawn(activity="a", reason="Dubbel."))
    assert asked(announced.for_residents, FIRST, LAST) == []
