"""What is coming, what has been, and was it held and counted, after these things happened."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from alliance.events.activities import (
    ActivityCancelled,
    ActivityCorrected,
    ActivityHeld,
    ActivityLinked,
    ActivityMoved,
    ActivityPlanned,
    ActivityWithdrawn,
)
from alliance.events.counts import Count
from alliance.events.outcomes import OutcomeCorrected, OutcomeRecorded, OutcomeWithdrawn
from alliance.projections import activities
from alliance.projections.activities import ActivityRow, Filter
from alliance.projections.paging import Page
from tests.projections.conftest import Given

Asked = Callable[..., Any]
FRIDAY, SUNDAY, MONDAY, NEXT = (date(2026, 11, day) for day in (20, 22, 23, 30))
SOUP = ActivityPlanned(
    activity="v1", title="Soep", on=FRIDAY, start=time(17), place="De Wel", theme="t1"
)
WALK = ActivityPlanned(
    activity="v2",
    title="Wandelen",
    on=MONDAY,
    area="WK050202",
    organisation="welzijn",
    group="g1",
    offer="b1",
    action="a1",
    result="r1",
)
TRAINING = ActivityPlanned(activity="v3", title="Training", on=NEXT, audience="professionals")
TWELVE = Count(known="getal", number=12)
NOT_COUNTED = Count(known="onbekend")
HELD = ActivityHeld(activity="v1", counts=())
TOLD = OutcomeRecorded(outcome="o1", statement="Fijn.", on=FRIDAY, activity="v1", count=TWELVE)


def ids(page: Page[ActivityRow]) -> list[str]:
    return [row.activity for row in page.rows]


def test_a_planned_activity_is_as_it_was_written_down(given: Given, asked: Asked) -> None:
    given(SOUP, by="fatima")
    row = asked(activities.one, "v1", FRIDAY)
    assert (row.title, row.on, row.start, row.place) == ("Soep", FRIDAY, time(17), "De Wel")
    assert (row.word, row.author, row.audience, row.theme) == (
        "gepland",
        "fatima",
        "inwoners",
        "t1",
    )


def test_an_unknown_activity_is_none(given: Given, asked: Asked) -> None:
    given(
        ActivityMoved(activity="v9", on=NEXT), ActivityCorrected(activity="v9", title="?", on=NEXT)
    )
    given(OutcomeRecorded(outcome="o9", statement="Fijn.", on=FRIDAY, activity="v9", count=TWELVE))
    assert asked(activities.one, "v9", SUNDAY) is None


def test_nobody_knows_of_a_past_day_until_someone_tells(given: Given, asked: Asked) -> None:
    given(SOUP, WALK)
    row = asked(activities.one, "v1", SUNDAY)
    assert (row.unknown, row.word) == (True, "niet bekend of dit doorging")
    assert ids(asked(activities.unheard, Filter(), SUNDAY)) == ["v1"]
    given(HELD)
    assert asked(activities.one, "v1", SUNDAY).word == "geweest"
    assert ids(asked(activities.unheard, Filter(), SUNDAY)) == []


def test_a_correction_changes_the_wording_and_the_first_day(given: Given, asked: Asked) -> None:
    given(WALK, by="fatima")
    given(ActivityCorrected(activity="v2", title="Fietsen", on=NEXT), by="jan")
    row = asked(activities.one, "v2", SUNDAY)
    assert (row.title, row.on, row.first_day, row.moved) == ("Fietsen", NEXT, NEXT, 0)
    assert (row.organisation, row.author) == (None, "fatima")


def test_a_moved_activity_keeps_its_first_day(given: Given, asked: Asked) -> None:
    given(WALK, ActivityMoved(activity="v2", on=NEXT))
    given(ActivityCorrected(activity="v2", title="Fietsen", on=SUNDAY))
    row = asked(activities.one, "v2", FRIDAY)
    assert (row.on, row.first_day, row.moved, row.word) == (SUNDAY, MONDAY, 1, "verplaatst")


def test_a_link_leaves_the_other_links_as_they_were(given: Given, asked: Asked) -> None:
    given(SOUP, ActivityLinked(activity="v1", result="r1", persona="hans", area="WK050202"))
    row = asked(activities.one, "v1", SUNDAY)
    assert (row.theme, row.result, row.persona, row.area) == ("t1", "r1", "hans", "WK050202")


@pytest.mark.parametrize(
    ("ending", "word"),
    [
        (ActivityCancelled(activity="v1", reason="Ziek."), "gaat niet door"),
        (ActivityWithdrawn(activity="v1", reason="Ziek."), "teruggenomen"),
    ],
)
def test_an_activity_that_will_not_be_says_why(
    given: Given, asked: Asked, ending: ActivityCancelled, word: str
) -> None:
    given(SOUP, ending)
    row = asked(activities.one, "v1", SUNDAY)
    assert (row.word, row.reason, row.unknown) == (word, "Ziek.", False)


def test_what_was_counted_on_the_day_stands_with_the_activity(given: Given, asked: Asked) -> None:
    given(SOUP, ActivityHeld(activity="v1", counts=(TWELVE, NOT_COUNTED)))
    row = asked(activities.one, "v1", SUNDAY)
    assert (row.counts, row.counted) == ((TWELVE, NOT_COUNTED), True)


def test_held_without_a_number_is_not_counted(given: Given, asked: Asked) -> None:
    given(SOUP, ActivityHeld(activity="v1", counts=(NOT_COUNTED,)))
    assert ids(asked(activities.not_counted, Filter(), SUNDAY)) == ["v1"]


def test_a_number_with_an_outcome_counts_for_its_activity(given: Given, asked: Asked) -> None:
    given(SOUP, HELD, TOLD)
    assert asked(activities.one, "v1", SUNDAY).counted
    assert ids(asked(activities.not_counted, Filter(), SUNDAY)) == []


@pytest.mark.parametrize(
    "news",
    [
        OutcomeWithdrawn(outcome="o1", reason="Dubbel."),
        OutcomeCorrected(
            outcome="o1", statement="Fijn.", on=FRIDAY, activity="v1", count=NOT_COUNTED
        ),
        OutcomeCorrected(outcome="o1", statement="Fijn.", on=FRIDAY, activity="v2", count=TWELVE),
    ],
)
def test_a_number_taken_away_no_longer_counts(
    given: Given, asked: Asked, news: OutcomeWithdrawn
) -> None:
    given(SOUP, HELD, TOLD)
    given(news)
    assert not asked(activities.one, "v1", SUNDAY).counted


def test_coming_ones_are_by_day_and_past_ones_newest_first(given: Given, asked: Asked) -> None:
    given(TRAINING, WALK, SOUP, ActivityCancelled(activity="v2", reason="Ziek."))
    given(ActivityPlanned(activity="v0", title="Dubbel", on=MONDAY))
    given(ActivityWithdrawn(activity="v0", reason="Dubbel."))
    assert ids(asked(activities.coming, Filter(), MONDAY)) == ["v2", "v3"]
    assert ids(asked(activities.past, Filter(), NEXT)) == ["v2", "v1"]


def test_on_one_day_the_earliest_comes_first(given: Given, asked: Asked) -> None:
    late = ActivityPlanned(activity="v4", title="Avond", on=MONDAY, start=time(20))
    early = ActivityPlanned(activity="v5", title="Ochtend", on=MONDAY, start=time(9))
    given(late, early, WALK)
    assert ids(asked(activities.coming, Filter(), SUNDAY)) == ["v2", "v5", "v4"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(audience="professionals"), ["v3"]),
        (Filter(organisation="welzijn"), ["v2"]),
        (Filter(group="g1"), ["v2"]),
        (Filter(offer="b1"), ["v2"]),
        (Filter(action="a1"), ["v2"]),
        (Filter(theme="t1"), ["v1"]),
        (Filter(result="r1"), ["v2"]),
        (Filter(areas=("WK050202", "WK050203")), ["v2"]),
    ],
)
def test_a_filter_leaves_only_what_is_asked(
    given: Given, asked: Asked, wanted: Filter, found: list[str]
) -> None:
    given(SOUP, WALK, TRAINING)
    assert ids(asked(activities.coming, wanted, FRIDAY)) == found


def test_what_misses_a_link_waits_until_it_is_linked(given: Given, asked: Asked) -> None:
    given(SOUP, WALK, ActivityCancelled(activity="v2", reason="Ziek."))
    assert ids(asked(activities.to_link, SUNDAY)) == ["v1"]
    given(ActivityLinked(activity="v1", result="r1", persona="hans"))
    assert ids(asked(activities.to_link, SUNDAY)) == []


def test_an_activity_for_everyone_misses_no_persona(given: Given, asked: Asked) -> None:
    given(SOUP, ActivityLinked(activity="v1", result="r1", without=("theme", "persona")))
    assert asked(activities.one, "v1", SUNDAY).without == ("theme", "persona")
    assert ids(asked(activities.to_link, SUNDAY)) == []
