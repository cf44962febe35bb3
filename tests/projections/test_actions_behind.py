"""What is late, moved or dropped: seen by whom it concerns, counted for everyone else."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from alliance.events.actions import ActionAgreed, ActionDone, ActionDropped, ActionMoved
from alliance.projections import actions
from alliance.projections.action_rows import Behind, Eyes
from alliance.projections.actions import Filter
from alliance.projections.actions_behind import behind
from tests.projections.conftest import Given

Asked = Callable[..., Any]
SUNDAY, FRIDAY, NEXT = date(2026, 11, 22), date(2026, 11, 27), date(2026, 11, 30)


def agreed(action: str, **about: Any) -> ActionAgreed:
    known: dict[str, Any] = {"by_when": FRIDAY, "group": "t3"} | about
    return ActionAgreed(action=action, title=action, **known)


@pytest.fixture
def everything(given: Given) -> None:
    """One that goes as agreed, one moved, one dropped, one done after it was moved."""
    given(*map(agreed, ("open", "moved", "dropped", "done")), by="noor", at=SUNDAY)
    given(agreed("alone", group=None, organisation="kerk", owner="fatima"), by="jan")
    given(ActionMoved(action="moved", by_when=NEXT), ActionMoved(action="done", by_when=NEXT))
    given(ActionDropped(action="dropped", reason="Te duur."), ActionDone(action="done", on=SUNDAY))


def seen(asked: Asked, eyes: Eyes | None, today: date) -> set[str]:
    rows = asked(actions.page, Filter(seen_by=eyes), today).rows
    return {row.action for row in rows}


@pytest.mark.usefixtures("everything")
def test_strangers_see_what_goes_as_agreed(asked: Asked) -> None:
    assert seen(asked, Eyes(), SUNDAY) == {"open", "alone", "done"}
    assert seen(asked, Eyes(), NEXT) == {"done"}


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize(
    "eyes", [Eyes("fatima"), Eyes("jan"), Eyes(organisations=("kerk", "school"))]
)
def test_what_is_late_is_seen_by_its_own(asked: Asked, eyes: Eyes) -> None:
    assert seen(asked, eyes, NEXT) == {"alone", "done"}


@pytest.mark.usefixtures("everything")
def test_a_group_sees_what_was_agreed_in_it(asked: Asked) -> None:
    assert seen(asked, Eyes(groups=("t1", "t3")), NEXT) == {"open", "moved", "dropped", "done"}


@pytest.mark.usefixtures("everything")
def test_who_sees_all_sees_all(asked: Asked) -> None:
    assert len(seen(asked, None, NEXT)) == 5


@pytest.mark.usefixtures("everything")
def test_a_row_says_whether_it_is_behind(asked: Asked) -> None:
    rows = asked(actions.page, Filter(), SUNDAY).rows
    assert {row.action for row in rows if row.behind} == {"moved", "dropped"}


@pytest.mark.usefixtures("everything")
def test_each_group_has_its_numbers(asked: Asked) -> None:
    assert asked(behind, SUNDAY) == (Behind("t3", late=0, moved=1, dropped=1),)
    later = NEXT + timedelta(days=1)
    assert asked(behind, later) == (
        Behind("t3", late=2, moved=0, dropped=1),
        Behind(None, late=1, moved=0, dropped=0),
    )


@pytest.mark.usefixtures("everything")
def test_what_was_dropped_long_ago_is_no_longer_counted(asked: Asked) -> None:
    found = asked(behind, SUNDAY + timedelta(days=366))
    assert [one.dropped for one in found] == [0, 0]


@pytest.mark.usefixtures("everything")
def test_an_action_has_a_title(asked: Asked) -> None:
    assert asked(actions.title, "open") == "open"
    assert asked(actions.title, "unknown") is None
