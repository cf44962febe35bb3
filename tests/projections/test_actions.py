"""Who promised what, by when, and what came of it, after these things happened."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.events.actions import (
    ActionAgreed,
    ActionCorrected,
    ActionDone,
    ActionDropped,
    ActionLinked,
    ActionLogged,
    ActionMoved,
    ActionWithdrawn,
)
from alliance.projections import actions
from alliance.projections.actions import Counts, Filter
from alliance.projections.paging import COUNT, Page
from tests.projections.conftest import Given

Asked = Callable[..., Any]
SUNDAY, MONDAY, FRIDAY, NEXT = (date(2026, 11, day) for day in (22, 23, 27, 30))
CALL = ActionAgreed(
    action="a1",
    title="Bel De Wel",
    by_when=FRIDAY,
    owner="fatima",
    organisation="welzijn",
    group="schollevaar",
    theme="t1",
)
UNDATED = ActionAgreed(action="a2", title="Zoek een zaal", area="WK050202")
LOGGED = ActionLogged(action="a3", title="Folders gebracht", on=SUNDAY, owner="jan", result="r1")


def ids(page: Page[actions.ActionRow]) -> list[str]:
    return [row.action for row in page.rows]


def test_an_agreed_action_is_open_with_author_and_first_date(given: Given, asked: Asked) -> None:
    given(CALL, by="noor", at=SUNDAY)
    row = asked(actions.one, "a1", SUNDAY)
    assert (row.title, row.status, row.word, row.late) == ("Bel De Wel", "open", "open", False)
    assert (row.author, row.owner, row.group) == ("noor", "fatima", "schollevaar")
    assert (row.agreed_on, row.first_date, row.by_when, row.moved) == (SUNDAY, FRIDAY, FRIDAY, 0)


def test_a_logged_action_is_kept_at_once(given: Given, asked: Asked) -> None:
    given(LOGGED, at=MONDAY)
    row = asked(actions.one, "a3", MONDAY)
    assert (row.word, row.on, row.ended_on) == ("nagekomen", SUNDAY, MONDAY)


def test_an_unknown_action_is_none(given: Given, asked: Asked) -> None:
    assert asked(actions.one, "a9", SUNDAY) is None


def test_a_correction_changes_the_wording_and_nothing_else(given: Given, asked: Asked) -> None:
    given(CALL, at=SUNDAY)
    given(ActionCorrected(action="a1", title="Bel De Serre", by_when=NEXT), by="fatima")
    row = asked(actions.one, "a1", SUNDAY)
    assert (row.title, row.by_when, row.first_date, row.moved) == ("Bel De Serre", NEXT, NEXT, 0)
    assert (row.owner, row.author, row.agreed_on, row.status) == (None, "noor", SUNDAY, "open")


def test_what_was_done_is_corrected_and_stays_done(given: Given, asked: Asked) -> None:
    given(LOGGED)
    corrected = ActionCorrected(action="a3", title="Folders", on=FRIDAY, yielded="Ze liggen er.")
    given(corrected)
    row = asked(actions.one, "a3", NEXT)
    assert (row.status, row.on, row.yielded) == ("gedaan", FRIDAY, "Ze liggen er.")


def test_a_link_leaves_the_other_links_as_they_were(given: Given, asked: Asked) -> None:
    given(CALL, ActionLinked(action="a1", result="r1", persona="hans", area="WK050202"))
    row = asked(actions.one, "a1", SUNDAY)
    assert (row.theme, row.result, row.persona, row.area) == ("t1", "r1", "hans", "WK050202")


def test_a_moved_action_keeps_its_first_date(given: Given, asked: Asked) -> None:
    given(CALL, ActionMoved(action="a1", by_when=NEXT), ActionMoved(action="a1", by_when=FRIDAY))
    given(ActionCorrected(action="a1", title="Bel De Serre", by_when=NEXT))
    row = asked(actions.one, "a1", SUNDAY)
    assert (row.first_date, row.by_when, row.moved, row.word) == (FRIDAY, NEXT, 2, "verschoven")


def test_the_first_day_an_action_gets_is_not_a_move(given: Given, asked: Asked) -> None:
    given(UNDATED, ActionMoved(action="a2", by_when=FRIDAY))
    row = asked(actions.one, "a2", SUNDAY)
    assert (row.first_date, row.by_when, row.moved) == (FRIDAY, FRIDAY, 0)


def test_a_done_action_says_what_came_of_it(given: Given, asked: Asked) -> None:
    given(CALL, at=SUNDAY)
    given(ActionDone(action="a1", on=MONDAY, yielded="Zij doen mee."), at=FRIDAY)
    row = asked(actions.one, "a1", NEXT)
    assert (row.word, row.on, row.ended_on) == ("nagekomen", MONDAY, FRIDAY)
    assert (row.yielded, row.late) == ("Zij doen mee.", False)


@pytest.mark.parametrize(
    ("ending", "word"),
    [
        (ActionDropped(action="a1", reason="Dicht."), "niet doorgegaan"),
        (ActionWithdrawn(action="a1", reason="Dicht."), "teruggenomen"),
    ],
)
def test_an_action_that_ended_otherwise_says_why(
    given: Given, asked: Asked, ending: ActionDropped, word: str
) -> None:
    given(CALL, at=SUNDAY)
    given(ending, at=MONDAY)
    row = asked(actions.one, "a1", NEXT)
    assert (row.word, row.reason, row.ended_on, row.late) == (word, "Dicht.", MONDAY, False)


def test_what_happens_to_an_unknown_action_is_left_alone(given: Given, asked: Asked) -> None:
    given(
        ActionCorrected(action="a9", title="Wat?"),
        ActionMoved(action="a9", by_when=NEXT),
        ActionDone(action="a9", on=SUNDAY),
    )
    assert asked(actions.page, Filter(), SUNDAY).total == 0


def test_an_action_is_late_from_the_day_after(given: Given, asked: Asked) -> None:
    given(CALL)
    assert not asked(actions.one, "a1", FRIDAY).late
    row = asked(actions.one, "a1", date(2026, 11, 28))
    assert (row.late, row.word) == (True, "lukt het nog?")


def some_actions(given: Given) -> None:
    """Two open actions, of which one without a day, a dropped, a done and a withdrawn one."""
    given(UNDATED, by="fatima")
    given(CALL, LOGGED, by="noor")
    given(ActionAgreed(action="a4", title="Schrijf"), ActionDropped(action="a4", reason="Nee."))
    given(ActionAgreed(action="a5", title="Dub"), ActionWithdrawn(action="a5", reason="Dubbel."))


def test_open_ones_come_by_day_and_ended_ones_newest_first(given: Given, asked: Asked) -> None:
    some_actions(given)
    assert ids(asked(actions.page, Filter(), SUNDAY)) == ["a1", "a2", "a4", "a3"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(status="open"), ["a1", "a2"]),
        (Filter(status="gedaan"), ["a3"]),
        (Filter(status="niet_doorgegaan"), ["a4"]),
        (Filter(status="teruggenomen"), ["a5"]),
        (Filter(mine="fatima"), ["a1", "a2"]),
        (Filter(owner="fatima"), ["a1"]),
        (Filter(author="fatima"), ["a2"]),
        (Filter(organisation="welzijn"), ["a1"]),
        (Filter(group="schollevaar"), ["a1"]),
        (Filter(theme="t1"), ["a1"]),
        (Filter(result="r1"), ["a3"]),
        (Filter(areas=("WK050202", "WK050203")), ["a2"]),
        (Filter(past_date=True), ["a1"]),
        (Filter(missing="owner"), ["a2"]),
        (Filter(missing="by_when"), ["a2"]),
        (Filter(missing="result"), ["a1", "a2"]),
        (Filter(status="open", mine="jan"), []),
    ],
)
def test_a_filter_leaves_only_what_is_asked(
    given: Given, asked: Asked, wanted: Filter, found: list[str]
) -> None:
    some_actions(given)
    assert ids(asked(actions.page, wanted, NEXT)) == found


def test_there_are_fifty_on_a_page_and_a_total(given: Given, asked: Asked) -> None:
    given(*(ActionAgreed(action=f"a{n}", title="Bel", by_when=FRIDAY) for n in range(60)))
    last = asked(actions.page, Filter(), SUNDAY, 9)
    assert (len(last.rows), last.total, last.page, last.pages) == (10, 60, 2, 2)
    assert len(asked(actions.page, Filter(), SUNDAY).rows) == 50


def test_a_member_has_their_own_and_what_nobody_took(given: Given, asked: Asked) -> None:
    some_actions(given)
    assert [row.action for row in asked(actions.open_of, "fatima", SUNDAY)] == ["a1", "a2"]
    assert asked(actions.open_of, "noor", SUNDAY) == ()


def test_what_misses_a_link_waits_until_it_is_linked(given: Given, asked: Asked) -> None:
    some_actions(given)
    assert ids(asked(actions.to_link, SUNDAY)) == ["a1", "a2", "a3"]
    assert asked(actions.to_link, SUNDAY, COUNT) == Page((), total=3, page=COUNT)
    given(ActionLinked(action="a1", result="r1", persona="hans"))
    assert ids(asked(actions.to_link, SUNDAY)) == ["a2", "a3"]


def test_an_action_for_everyone_misses_nothing_also_when_corrected(
    given: Given, asked: Asked
) -> None:
    some_actions(given)
    given(ActionLinked(action="a1", result="r1", without=("theme", "persona")))
    given(ActionCorrected(action="a1", title="Bel", result="r1", without=("theme", "persona")))
    assert asked(actions.one, "a1", SUNDAY).without == ("theme", "persona")
    assert ids(asked(actions.to_link, SUNDAY)) == ["a2", "a3"]


def test_numbers_say_how_many_stand_how(given: Given, asked: Asked) -> None:
    some_actions(given)
    assert asked(actions.counts, NEXT) == Counts(
        open=2,
        past_date=1,
        without_owner=1,
        without_date=1,
        without_result=2,
        done=1,
        dropped=1,
    )
    assert asked(actions.counts, NEXT, "schollevaar") == Counts(
        open=1, past_date=1, without_result=1
    )
