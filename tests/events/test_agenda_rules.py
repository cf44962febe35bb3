"""Rules of agendas: what may be raised, set and decided."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.events import agenda_rules as words
from alliance.events import meetings_rules as meetings
from alliance.events.agenda_rules import forward_point, raise_point, set_agenda, take_decision
from alliance.events.base import Event, Refused
from alliance.events.meetings import (
    AgendaItemForwarded,
    AgendaItemRaised,
    AgendaLine,
    AgendaSet,
    DecisionTaken,
    MeetingCancelled,
    MeetingPlanned,
)

SUNDAY, THURSDAY, FRIDAY = (date(2026, 11, day) for day in (22, 26, 27))
PLANNED = MeetingPlanned(meeting="m1", group="kerngroep", on=THURSDAY)
CANCELLED = MeetingCancelled(meeting="m1", reason="Ziek.")
LONG = "Maak dit korter: hoogstens 200 tekens. Nu zijn het er 201."


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def line(key: str = "item:i1", title: str = "Vervoer", minutes: int = 10) -> AgendaLine:
    return AgendaLine(
        key=key, title=title, kind="bespreken", minutes=minutes, reason="Aangedragen op 3 maart."
    )


def test_someone_raises_a_point_for_a_group() -> None:
    raised = raise_point(item="i1", group="kerngroep", title=" Vervoer naar De Wel ", reason=" ")

    assert raised == AgendaItemRaised(item="i1", group="kerngroep", title="Vervoer naar De Wel")


def test_a_proposal_taken_up_by_hand_keeps_what_it_is_about() -> None:
    raised = raise_point(
        item="i1",
        group="kerngroep",
        title="Een eigenaar voor elk resultaat",
        kind="besluiten",
        minutes=30,
        reason="Zonder eigenaar gebeurt er niets.",
        about="results:open",
    )

    assert raised.about == "results:open"
    assert raised.reason == "Zonder eigenaar gebeurt er niets."


def test_a_point_is_refused_with_every_fault_at_once() -> None:
    told = faults(
        lambda: raise_point(item="i1", group="", title=" ", minutes=0, reason="x" * 5_001)
    )

    assert told == {
        "group": meetings.NO_GROUP,
        "title": words.NO_TITLE,
        "minutes": words.POINT_LENGTH,
        "reason": "Maak dit korter: hoogstens 5000 tekens. Nu zijn het er 5001.",
    }


def test_an_agenda_is_set_for_a_meeting_to_come() -> None:
    lines = (line(), line("gap:yonas:netwerk"))

    assert set_agenda([PLANNED], lines=lines, today=SUNDAY) == AgendaSet(meeting="m1", lines=lines)


def test_the_chair_may_plan_more_minutes_than_there_are() -> None:
    assert set_agenda([PLANNED], lines=[line(minutes=180)], today=SUNDAY).lines[0].minutes == 180


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([], words.NO_POINTS),
        ([line(), line()], words.TWICE),
        ([line(title=" ")], words.NO_TITLE),
        ([line(title="x" * 201)], LONG),
        ([line(minutes=0)], words.POINT_LENGTH),
        (
            [AgendaLine(key="item:i1", title="V", kind="bespreken", minutes=5, reason=" ")],
            words.NO_REASON,
        ),
    ],
)
def test_an_agenda_is_refused_when_a_point_is_wrong(lines: list[AgendaLine], why: str) -> None:
    assert faults(lambda: set_agenda([PLANNED], lines=lines, today=SUNDAY)) == {"lines": why}


@pytest.mark.parametrize(
    ("history", "why"),
    [([], meetings.UNKNOWN), ([PLANNED, CANCELLED], meetings.CANCELLED)],
)
def test_only_a_meeting_that_stands_has_an_agenda_and_decisions(
    history: list[Event], why: str
) -> None:
    assert faults(lambda: set_agenda(history, lines=[line()], today=SUNDAY)) == {"form": why}
    assert faults(lambda: take_decision(history, decision="d1", statement="Ja.", today=FRIDAY)) == {
        "form": why
    }


def test_the_agenda_of_a_meeting_that_has_been_stays_as_it_was() -> None:
    told = faults(lambda: set_agenda([PLANNED], lines=[line()], today=FRIDAY))

    assert told == {"form": meetings.PAST}


def test_a_group_decides_in_its_meeting() -> None:
    taken = take_decision(
        [PLANNED],
        decision="d1",
        statement=" De gemeente wordt eigenaar van T1.R3. ",
        about="results:open",
        review_on=date(2027, 3, 1),
        today=THURSDAY,
    )

    assert taken == DecisionTaken(
        decision="d1",
        meeting="m1",
        group="kerngroep",
        statement="De gemeente wordt eigenaar van T1.R3.",
        about="results:open",
        review_on=date(2027, 3, 1),
    )


def test_nothing_is_decided_before_the_meeting() -> None:
    told = faults(lambda: take_decision([PLANNED], decision="d1", statement="Ja.", today=SUNDAY))

    assert told == {"form": "Deze bijeenkomst is pas op 26-11-2026. Leg het besluit daarna vast."}


def test_a_decision_is_refused_with_every_fault_at_once() -> None:
    told = faults(
        lambda: take_decision(
            [PLANNED], decision="d1", statement=" ", review_on=THURSDAY, today=FRIDAY
        )
    )

    assert told == {"statement": words.NO_STATEMENT, "review_on": words.TOO_SOON}


def test_an_item_is_passed_on_to_another_group_once() -> None:
    raised = AgendaItemRaised(item="i1", group="kerngroep", title="Vervoer")
    passed = AgendaItemForwarded(item="i1", to="themagroep_t4")
    assert forward_point([raised], to="themagroep_t4") == passed
    assert faults(lambda: forward_point([raised, passed], to="themagroep_t4")) == {
        "to": words.FORWARDED
    }
    assert faults(lambda: forward_point([raised], to="kerngroep")) == {"to": words.OWN_GROUP}
    assert faults(lambda: forward_point([], to=None)) == {
        "form": words.NO_ITEM,
        "to": words.NO_OTHER,
    }
