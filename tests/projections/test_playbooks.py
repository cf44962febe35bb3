"""Step plans: as they were last written, and when each was last started."""

from collections.abc import Callable
from datetime import date
from typing import Any

from alliance.events.playbooks import (
    PlaybookDescribed,
    PlaybookDropped,
    PlaybookStarted,
    PlaybookStep,
)
from alliance.projections import playbooks
from tests.projections.conftest import Given

Asked = Callable[..., Any]
STEPS = (PlaybookStep(what="Bellen", days=7),)
VISIT = PlaybookDescribed(playbook="v", name="Werkbezoek", steps=STEPS)


def test_each_stands_as_it_was_last_written(given: Given, asked: Asked) -> None:
    given(VISIT, PlaybookDescribed(playbook="w", name="Bezoek", steps=STEPS))
    given(PlaybookStarted(playbook="v", on=date(2026, 3, 9), group="g"))
    given(PlaybookDescribed(playbook="v", name="Aan huis", steps=STEPS * 2))
    found = asked(playbooks.listed)
    assert [(one.name, len(one.steps), one.started_on) for one in found] == [
        ("Aan huis", 2, date(2026, 3, 9)),
        ("Bezoek", 1, None),
    ]
    assert asked(playbooks.playbook_names) == {"v": "Aan huis", "w": "Bezoek"}


def test_what_was_dropped_is_on_no_list_and_can_still_be_read(given: Given, asked: Asked) -> None:
    given(VISIT, PlaybookDropped(playbook="v", reason="Niet nodig."))
    assert asked(playbooks.listed) == ()
    assert asked(playbooks.one, "v").dropped and asked(playbooks.one, "x") is None
