"""How it stands with each organisation, and when there was contact with it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from alliance.events.actions import (
    ActionAccepted,
    ActionAgreed,
    ActionAsked,
    ActionDeclined,
    AnswerDisputed,
)
from alliance.events.attendance import AttendanceRecorded
from alliance.events.base import Event
from alliance.events.meetings import MeetingPlanned
from alliance.events.offers import OfferConfirmed, OfferRegistered
from alliance.events.organisations import (
    MemberJoined,
    OrganisationJoined,
    OrganisationLeft,
    OrganisationRevised,
    OrganisationWithdrawn,
)
from alliance.events.relations import (
    ApproachNoted,
    RelationPaused,
    RelationResumed,
    TalkNoted,
    TalkWithdrawn,
)
from alliance.projections.relation_rows import Standing
from alliance.projections.relations import contacts_with, standing, standings
from tests.projections.conftest import Given

Asked = Callable[..., Any]
MARCH, APRIL, MAY, JUNE = (date(2026, month, 2) for month in (3, 4, 5, 6))
FACTS: dict[str, Any] = {
    "organisation": "koor",
    "name": "Koor",
    "sector": "cultuur",
    "kind": "organisatie",
}
CHOIR = OrganisationJoined(**FACTS)
MEMBER = OrganisationRevised(**FACTS, takes_part=True)
APPROACH = ApproachNoted(talk="a1", organisation="koor", on=MARCH, way="gemaild")
TALK = TalkNoted(talk="t1", organisation="koor", on=APRIL, way="gebeld", note="De zaal.")
KIM = MemberJoined(member="kim", organisation="koor")


@pytest.fixture
def stage(asked: Asked) -> Callable[[], tuple[str, date | None]]:
    """The stage the choir is in now, and since when."""

    def stage() -> tuple[str, date | None]:
        now: Standing = asked(standing, "koor")
        return now.stage, now.since

    return stage


def test_a_relation_goes_from_named_to_taking_part_and_ends(
    given: Given, stage: Callable[[], tuple[str, date | None]]
) -> None:
    steps: list[tuple[Event, str, date | None]] = [
        (CHOIR, "genoemd", None),
        (APPROACH, "benaderd", MARCH),
        (TALK, "gesproken", APRIL),
        (MEMBER, "doet_mee", MAY),
        (RelationPaused(relation="koor", why="later"), "even_niet", MAY),
        (RelationResumed(relation="koor"), "doet_mee", MAY),
        (OrganisationLeft(organisation="koor"), "gestopt", MAY),
    ]
    for event, word, since in steps:
        given(event, at=MAY)
        assert stage() == (word, since)
    given(OrganisationRevised(**FACTS, takes_part=True), at=JUNE)
    assert stage() == ("doet_mee", JUNE)


def test_what_is_taken_back_was_never_there(given: Given, asked: Asked) -> None:
    given(CHOIR, TALK, at=MAY)
    given(TalkWithdrawn(talk="t1", organisation="koor"))
    assert asked(standing, "koor").stage == "genoemd"
    assert asked(contacts_with, "koor") == ()
    given(OrganisationWithdrawn(organisation="koor", reason="Stond er al."))
    assert asked(standing, "koor") is None


def test_the_newest_contact_is_told_with_its_day_and_what_it_was_about(
    given: Given, asked: Asked
) -> None:
    later = TalkNoted(talk="t2", organisation="koor", on=MAY, way="langs_geweest")
    given(CHOIR, APPROACH, later, TALK, at=JUNE)
    now = asked(standing, "koor")
    assert (now.heard.on, now.heard.way, now.heard.first_on) == (MAY, "langs_geweest", APRIL)
    assert now.waits is None
    assert [one.talk for one in asked(contacts_with, "koor")] == ["t2", "t1", "a1"]
    assert asked(contacts_with, "koor", 1)[0].noted_by == "noor"


def test_what_was_asked_since_and_is_not_answered_stays_in_sight(
    given: Given, asked: Asked
) -> None:
    asks = ApproachNoted(talk="a2", organisation="koor", on=MAY, way="gebeld")
    given(CHOIR, TALK, asks, at=JUNE)
    assert asked(standing, "koor").waits.on == MAY


def test_an_answer_of_the_organisation_is_contact_and_one_for_another_is_not(
    given: Given, asked: Asked
) -> None:
    given(CHOIR, KIM, ActionAsked(action="zaal", title="Een zaal", organisation="koor"), at=MARCH)
    assert asked(standing, "koor").stage == "benaderd"
    given(ActionDeclined(action="zaal", why="geen_tijd"), at=APRIL)
    assert asked(standing, "koor").heard is None
    given(ActionDeclined(action="zaal", why="geen_tijd"), by="kim", at=MAY)
    assert asked(standing, "koor").heard.way == "antwoord"
    given(ActionDeclined(action="zaal", why="geen_tijd", via="gebeld"), at=JUNE)
    assert (asked(standing, "koor").heard.way, asked(standing, "koor").heard.on) == ("gebeld", JUNE)


def test_who_answers_by_mail_or_says_that_it_never_answered_is_heard(
    given: Given, asked: Asked
) -> None:
    given(CHOIR, ActionAsked(action="zaal", title="Een zaal", organisation="koor"), at=MARCH)
    given(ActionAccepted(action="zaal"), by="organisation:koor", at=APRIL)
    assert asked(standing, "koor").heard.on == APRIL
    again = AnswerDisputed(
        action="zaal", title="Een zaal", organisation="koor", answer="action_accepted"
    )
    given(again, by="kim", at=MAY)
    assert asked(standing, "koor").heard.on == MAY


def test_whoever_takes_an_open_question_is_heard(given: Given, asked: Asked) -> None:
    given(CHOIR, KIM, ActionAsked(action="taart", title="Drie taarten"), at=MARCH)
    given(ActionAccepted(action="taart", organisation="koor"), by="kim", at=APRIL)
    assert asked(standing, "koor").heard.about == "action:taart"


def test_what_was_only_agreed_for_an_organisation_is_no_contact(given: Given, asked: Asked) -> None:
    given(CHOIR, ActionAgreed(action="zaal", title="Een zaal", organisation="koor"), at=MARCH)
    assert asked(standing, "koor").stage == "genoemd"


def test_who_was_at_a_meeting_was_spoken_on_that_day(given: Given, asked: Asked) -> None:
    there: dict[str, Any] = {"attendance": "m1", "member": "kim"}
    given(CHOIR, KIM, MeetingPlanned(meeting="m1", group="kern", on=MARCH), at=MARCH)
    given(AttendanceRecorded(**there, presence="aanwezig"), at=APRIL)
    assert (asked(standing, "koor").heard.way, asked(standing, "koor").heard.on) == (
        "aanwezig",
        MARCH,
    )
    given(AttendanceRecorded(**there, presence="afwezig"), at=APRIL)
    assert asked(standing, "koor").heard is None
    guest = AttendanceRecorded(attendance="m1", presence="aanwezig", on_behalf_of="koor")
    given(guest, at=APRIL)
    assert asked(standing, "koor").heard.on == MARCH


def test_an_offer_is_contact_when_its_organisation_confirms_it(given: Given, asked: Asked) -> None:
    offer = OfferRegistered(offer="zingen", name="Zingen", organisation="koor")
    given(CHOIR, KIM, offer, at=MARCH)
    given(OfferConfirmed(offer="zingen"), at=APRIL)
    assert asked(standing, "koor").heard is None
    given(OfferConfirmed(offer="zingen"), by="kim", at=MAY)
    assert (asked(standing, "koor").heard.way, asked(standing, "koor").heard.on) == ("aanbod", MAY)


def test_silence_is_long_after_ninety_days_and_never_of_whom_nobody_approached(
    given: Given, asked: Asked
) -> None:
    given(CHOIR, at=MARCH)
    assert not asked(standing, "koor").is_silent(JUNE)
    given(TALK)
    now = asked(standing, "koor")
    assert not now.is_silent(APRIL + timedelta(days=89))
    assert now.is_silent(APRIL + timedelta(days=90))
    assert now.is_silent(APRIL + timedelta(days=30), 30)


def test_who_takes_part_without_any_known_contact_is_to_be_called(
    given: Given, asked: Asked
) -> None:
    given(MEMBER, at=MARCH)
    assert asked(standing, "koor").is_silent(MARCH)


def test_who_rests_is_called_from_the_day_that_was_named(given: Given, asked: Asked) -> None:
    given(MEMBER, RelationPaused(relation="koor", why="later", again_on=MAY), at=MARCH)
    now = asked(standing, "koor")
    assert not now.is_silent(APRIL, 30)
    assert now.is_silent(MAY)


def test_every_organisation_is_listed_by_name(given: Given, asked: Asked) -> None:
    bakery = OrganisationJoined(**{**FACTS, "organisation": "bakker", "name": "bakker"})
    given(CHOIR, bakery, TALK, at=MAY)
    assert [one.organisation for one in asked(standings)] == ["bakker", "koor"]
    assert [one.stage for one in asked(standings)] == ["genoemd", "gesproken"]
