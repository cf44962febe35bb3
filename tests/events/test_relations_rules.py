"""Contact with an organisation: written down, taken back, resting for a while, taking part."""

from datetime import date
from typing import Any

import pytest

from alliance.events.base import Event
from alliance.events.days import GONE, NOT_YET
from alliance.events.organisations import (
    OrganisationJoined,
    OrganisationLeft,
    OrganisationRevised,
)
from alliance.events.organisations_rules import STOPPED
from alliance.events.relations import (
    ApproachNoted,
    RelationPaused,
    RelationResumed,
    TalkNoted,
    TalkWithdrawn,
)
from alliance.events.relations_rules import (
    NO_WAY,
    NO_WHY,
    NOT_PAUSED,
    PAUSED,
    TAKES_PART,
    UNKNOWN,
    WITHDRAWN,
    note_talk,
    pause_relation,
    resume_relation,
    take_part,
    withdraw_talk,
)
from tests.refusals import faults

TODAY, TOMORROW = date(2026, 3, 2), date(2026, 3, 3)
CHOIR: list[Event] = [
    OrganisationJoined(organisation="koor", name="Koor", sector="cultuur", kind="organisatie")
]
MEMBER: list[Event] = [
    *CHOIR,
    OrganisationRevised(
        organisation="koor", name="Koor", sector="cultuur", kind="organisatie", takes_part=True
    ),
]
PAUSE = RelationPaused(relation="koor", why="geen_tijd")
CALL: dict[str, Any] = {"talk": "t1", "on": TODAY, "today": TODAY, "way": "gebeld"}


def test_contact_is_written_down_with_its_day_and_how_it_went() -> None:
    noted = note_talk(CHOIR, **CALL, note=" De zaal in mei. ")
    assert noted == TalkNoted(
        talk="t1", organisation="koor", on=TODAY, way="gebeld", note="De zaal in mei."
    )


def test_asking_without_an_answer_is_an_approach_and_no_talk() -> None:
    noted = note_talk(CHOIR, **CALL, heard=False)
    assert noted == ApproachNoted(talk="t1", organisation="koor", on=TODAY, way="gebeld")


def test_contact_says_how_it_went_and_never_lies_ahead() -> None:
    wrong = {**CALL, "way": None, "on": TOMORROW, "note": "x" * 201}
    found = faults(lambda: note_talk(CHOIR, **wrong))
    assert found["way"] == NO_WAY and found["on"] == NOT_YET and "korter" in found["note"]


def test_with_an_organisation_that_stopped_no_contact_is_written_down() -> None:
    gone = [*CHOIR, OrganisationLeft(organisation="koor")]
    assert faults(lambda: note_talk(gone, **CALL)) == {"form": STOPPED}
    assert faults(lambda: pause_relation(gone, [], why="later", today=TODAY)) == {"form": STOPPED}


def test_contact_is_taken_back_once() -> None:
    noted = note_talk(CHOIR, **CALL)
    back = withdraw_talk([noted])
    assert back == TalkWithdrawn(talk="t1", organisation="koor")
    assert faults(lambda: withdraw_talk([noted, back])) == {"form": WITHDRAWN}
    assert faults(lambda: withdraw_talk([])) == {"form": UNKNOWN}


def test_an_organisation_rests_for_a_reason_of_the_list() -> None:
    paused = pause_relation(MEMBER, [], why="geen_tijd", today=TODAY, again_on=TOMORROW)
    assert paused == RelationPaused(relation="koor", why="geen_tijd", again_on=TOMORROW)
    assert faults(lambda: pause_relation(MEMBER, [], why="lui", today=TODAY)) == {"why": NO_WHY}


def test_it_is_never_asked_again_on_a_day_that_has_been() -> None:
    yesterday = date(2026, 3, 1)
    found = faults(lambda: pause_relation(MEMBER, [], why="later", today=TODAY, again_on=yesterday))
    assert found == {"again_on": GONE}


def test_another_reason_takes_the_place_of_the_first() -> None:
    same: dict[str, Any] = {"why": "geen_tijd", "today": TODAY}
    assert faults(lambda: pause_relation(MEMBER, [PAUSE], **same)) == {"form": PAUSED}
    assert pause_relation(MEMBER, [PAUSE], why="later", today=TODAY).why == "later"


def test_a_pause_ends_once() -> None:
    over = resume_relation([PAUSE])
    assert over == RelationResumed(relation="koor")
    assert faults(lambda: resume_relation([PAUSE, over])) == {"form": NOT_PAUSED}
    assert faults(lambda: resume_relation([])) == {"form": NOT_PAUSED}


@pytest.mark.parametrize(
    ("organisation", "past", "kinds"),
    [
        (CHOIR, [], ["organisation_revised"]),
        (CHOIR, [PAUSE], ["organisation_revised", "relation_resumed"]),
        (MEMBER, [PAUSE], ["relation_resumed"]),
    ],
)
def test_taking_part_says_what_was_not_said_yet(
    organisation: list[Event], past: list[Event], kinds: list[str]
) -> None:
    assert [event.stored_name for event in take_part(organisation, past)] == kinds


def test_who_takes_part_already_cannot_begin_again() -> None:
    assert faults(lambda: take_part(MEMBER, [])) == {"form": TAKES_PART}
