"""Rules of step plans: a few steps, each so many days from a start, never on a free day."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.events import playbooks as words
from alliance.events.base import Refused
from alliance.events.playbooks import (
    PlaybookDescribed,
    PlaybookStep,
    as_lines,
    day_of_step,
    drop_playbook,
    start_playbook,
    write_playbook,
)
from alliance.events.state import UNCHANGED
from alliance.holidays import is_free

MONDAY = date(2026, 3, 2)
WELCOME = PlaybookDescribed(
    playbook="w",
    name="Welkom",
    steps=(PlaybookStep(what="Zaal regelen", days=-7), PlaybookStep(what="Bellen", days=14)),
)


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_a_line_is_a_number_of_days_and_what_to_do() -> None:
    lines = " 14 Bellen \n\n-7  Zaal regelen\n"
    assert write_playbook(playbook="w", name=" Welkom ", lines=lines) == WELCOME
    assert as_lines(WELCOME.steps) == "-7 Zaal regelen\n14 Bellen"


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        (" ", words.NO_STEPS),
        ("14 Bellen\nLangsgaan", words.NO_DAYS.format(2)),
        ("\n".join(f"{day} Bellen" for day in range(8)), words.TOO_MANY),
    ],
)
def test_lines_that_cannot_be_read_are_refused(lines: str, fault: str) -> None:
    found = faults(lambda: write_playbook(playbook="w", name="", lines=lines))
    assert found == {"name": words.NO_NAME, "lines": fault}


def test_it_is_written_anew_only_when_something_changes() -> None:
    same = as_lines(WELCOME.steps)
    again = faults(lambda: write_playbook([WELCOME], playbook="w", name="Welkom", lines=same))
    assert again == {"form": UNCHANGED}
    new = write_playbook([WELCOME], playbook="w", name="Welkom", lines="7 Bellen")
    assert new.steps == (PlaybookStep(what="Bellen", days=7),)


def test_it_starts_on_a_day_to_come_and_not_after_it_was_dropped() -> None:
    started = start_playbook([WELCOME], on=MONDAY, group="g", title=" Bol ", today=MONDAY)
    assert (started.on, started.title) == (MONDAY, "Bol")
    past = date(2026, 3, 1)
    late = faults(lambda: start_playbook([WELCOME], on=past, group="g", title=None, today=MONDAY))
    assert late == {"on": words.PAST}
    gone = drop_playbook([WELCOME], reason="Niet nodig.")
    after = faults(
        lambda: start_playbook([WELCOME, gone], on=MONDAY, group="g", title=None, today=MONDAY)
    )
    assert after == {"form": words.DROPPED}
    assert faults(lambda: drop_playbook([], reason="Weg.")) == {"form": words.UNKNOWN}


def test_a_free_day_moves_on_after_the_start_and_back_before_it() -> None:
    easter = date(2026, 4, 6)  # a Monday
    on = date(2026, 3, 30)
    assert day_of_step(on, PlaybookStep(what="Bellen", days=7), is_free) == date(2026, 4, 7)
    before = PlaybookStep(what="Bellen", days=-1)
    assert day_of_step(date(2026, 4, 7), before, is_free) == date(2026, 4, 2)
    assert is_free(easter)
