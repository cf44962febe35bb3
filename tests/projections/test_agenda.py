"""What the next meeting must talk about: which points fit, which wait, which come back."""

from datetime import timedelta

import pytest

from alliance.events.meetings import (
    AgendaItemRaised,
    MeetingCorrected,
    MeetingMoved,
    MeetingPlanned,
)
from alliance.projections.agenda import proposed
from tests.projections.agendas import (
    BEFORE,
    CORE,
    HELD,
    IMPORTED,
    LATER,
    MEETING,
    SOUNDING,
    THURSDAY,
    TODAY,
    YOUNG,
    Asked,
    on_agenda,
    points,
    proposal_of,
)
from tests.projections.conftest import Given
from tests.projections.plan import plan


@pytest.fixture(autouse=True)
def plan_was_imported(given: Given) -> None:
    given(*plan(), by="import", at=IMPORTED)


def test_a_group_nobody_formed_has_no_agenda(asked: Asked) -> None:
    assert asked(proposed, "onbekend", TODAY) is None


def test_a_point_says_when_it_was_on_an_agenda_before(given: Given, asked: Asked) -> None:
    assert points(asked)["results:open"].is_new
    given(HELD, MEETING, on_agenda("m1", "results:open"))
    point = points(asked)["results:open"]

    assert not point.is_new
    assert point.reason.endswith("Dit stond ook op de agenda van 5 november 2026.")


def test_what_stands_on_the_agenda_being_made_stays_new(given: Given, asked: Asked) -> None:
    given(MEETING, on_agenda("m2", "results:open"))

    assert points(asked)["results:open"].is_new


def test_an_agenda_goes_along_when_a_meeting_is_set_right(given: Given, asked: Asked) -> None:
    given(HELD, MEETING, on_agenda("m1", "results:open"))
    given(MeetingCorrected(meeting="m1", group=YOUNG, on=BEFORE))

    assert points(asked)["results:open"].is_new
    assert not points(asked, YOUNG)["results:open"].is_new


def test_points_fit_the_length_of_the_meeting(given: Given, asked: Asked) -> None:
    given(MeetingPlanned(meeting="m2", group=CORE, on=THURSDAY, minutes=50))
    proposal = proposal_of(asked, CORE, TODAY)

    assert proposal.minutes_available == 50
    assert proposal.minutes_used <= 50
    assert [point.key for point in proposal.points][:2] == ["results:open", "results:idle"]


def test_a_shorter_point_may_fill_what_a_longer_one_leaves(given: Given, asked: Asked) -> None:
    given(
        MeetingPlanned(meeting="m2", group=SOUNDING, on=THURSDAY, minutes=20),
        AgendaItemRaised(item="i1", group=SOUNDING, title="Lang", minutes=60),
        AgendaItemRaised(item="i2", group=SOUNDING, title="Kort", minutes=15),
    )
    proposal = proposal_of(asked, SOUNDING, TODAY)

    assert [point.key for point in proposal.points] == ["item:i2"]
    assert proposal.backlog[0].key == "item:i1"


def test_without_a_planned_meeting_the_usual_length_counts(asked: Asked) -> None:
    proposal = proposal_of(asked, CORE, TODAY)

    assert (proposal.occasion.meeting, proposal.minutes_available) == (None, 120)
    assert proposal.occasion.until == TODAY + timedelta(weeks=6)


def test_a_moved_meeting_is_the_next_one_on_its_new_day(given: Given, asked: Asked) -> None:
    given(MEETING, MeetingMoved(meeting="m2", on=LATER))

    assert proposal_of(asked, CORE, TODAY).occasion.on == LATER
