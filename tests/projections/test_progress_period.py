"""What happened between two days."""

import pytest

from alliance.events.actions import (
    ActionAgreed,
    ActionDone,
    ActionDropped,
    ActionMoved,
    ActionWithdrawn,
)
from alliance.events.activities import (
    ActivityCancelled,
    ActivityHeld,
    ActivityPlanned,
    ActivityWithdrawn,
)
from alliance.projections.progress_period import Period, period
from tests.projections import plan as real
from tests.projections.conftest import Given
from tests.projections.counted import (
    AGREED,
    BEFORE,
    IMPORTED,
    PLANNED,
    SPRING,
    TODAY,
    Asked,
    brought,
)

HAPPENED = (
    AGREED,
    ActionMoved(action="a1", by_when=SPRING),
    ActionAgreed(action="a2", title="Bel"),
    ActionDone(action="a2", on=IMPORTED),
    ActionAgreed(action="a3", title="Mail"),
    ActionDropped(action="a3", reason="Dicht."),
    PLANNED,
    ActivityHeld(activity="w1", counts=()),
    ActivityPlanned(activity="w2", title="Inloop", on=BEFORE),
    ActivityPlanned(activity="w3", title="Markt", on=BEFORE),
    ActivityCancelled(activity="w3", reason="Regen."),
    brought(unplanned=True),
)


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*real.plan(), by="import", at=IMPORTED)


def test_a_period_counts_what_happened_in_it(given: Given, asked: Asked) -> None:
    given(*HAPPENED, at=BEFORE)

    assert asked(period, BEFORE, TODAY) == Period(
        since=BEFORE,
        until=TODAY,
        kept=0,
        moved=1,
        dropped=1,
        held=1,
        cancelled=1,
        uncounted=1,
        unreported=1,
        outcomes=1,
        unplanned=1,
    )


def test_what_happened_on_another_day_does_not_count(given: Given, asked: Asked) -> None:
    given(*HAPPENED, at=BEFORE)

    assert asked(period, IMPORTED, TODAY).kept == 1
    assert asked(period, SPRING, SPRING) == Period(SPRING, SPRING, 0, 0, 0, 0, 0, 0, 0, 0, 0)


def test_what_was_taken_back_did_not_happen(given: Given, asked: Asked) -> None:
    given(*HAPPENED, at=BEFORE)
    given(ActionWithdrawn(action="a1", reason="Dubbel."))
    given(ActivityWithdrawn(activity="w2", reason="Dubbel."))
    found = asked(period, BEFORE, TODAY)

    assert (found.moved, found.unreported) == (0, 0)
