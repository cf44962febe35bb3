"""Who does not take part hears four times a year what happened, in words anyone may read."""

from datetime import date

import pytest

from alliance import outbox, preferences, rounds
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionDone
from alliance.events.activities import ActivityAnnounced, ActivityPlanned
from alliance.events.asking_rules import ask_action
from alliance.events.meetings import (
    AgendaLine,
    AgendaSet,
    DecisionTaken,
    MeetingPlanned,
)
from alliance.events.organisations import (
    MemberJoined,
    OrganisationJoined,
    OrganisationLeft,
    RoleAssigned,
)
from alliance.events.organisations_rules import revise_organisation
from alliance.events.relations import RelationPaused, RelationResumed
from alliance.mailing import ring
from alliance.mailing.first import first_words
from alliance.mailing.shares import Known
from tests.conftest import Clock
from tests.mailing.conftest import MONDAY, agree, found, go_to, mailed, prefer
from tests.mailing.named import ORIGIN, name_contact

BAKER = "organisation:winkel"
CLUB = OrganisationJoined(organisation="club", name="Club", sector="s", kind="groep")
APRIL, THURSDAY, NEXT_WEEK = "2026-03-31", "2026-04-02", "2026-04-09"


@pytest.fixture(autouse=True)
def happened(desk: Desk) -> None:
    """In the first quarter something was agreed and done; three organisations take part."""
    agree(desk, "koffie", "2026-03-20", owner="fatima")
    desk.record([ActionDone(action="koffie", on=MONDAY)], by="fatima")
    revise(desk, "gemeente", "school", "kerk")


def revise(desk: Desk, *organisations: str, takes_part: bool = True) -> None:
    """From now on these organisations take part, or not."""
    with desk.reading() as now:
        past = {one: now.history(f"organisation:{one}")[-1].event for one in organisations}
    for event in past.values():
        desk.record([revise_organisation([event], takes_part=takes_part)], by="noor")


def letters(desk: Desk) -> list[outbox.Letter]:
    return [one for one in found(desk) if one.kind == ring.KIND]


def ring_now(desk: Desk) -> set[str]:
    with desk.reading() as now:
        return {one.recipient for one in ring.outer_ring(Known(now))}


def test_a_quarter_has_one_letter_that_leaves_in_its_first_six_weeks() -> None:
    assert ring.round_of(date(2026, 4, 1)).key == "2026-Q2"
    assert ring.round_of(date(2026, 5, 12)).key == "2026-Q2"
    assert ring.round_of(date(2026, 5, 13)).key == "2026-Q3"
    assert ring.round_of(date(2026, 12, 31)).key == "2027-Q1"
    told = ring.round_of(date(2026, 1, 8))
    assert (told.since, told.until) == (date(2025, 10, 1), date(2025, 12, 31))


def test_only_who_does_not_take_part_hears_in_the_first_weeks_of_a_quarter(
    desk: Desk, clock: Clock
) -> None:
    assert BAKER not in mailed(desk, clock, "2026-03-26")  # the last quarter's letter has been
    sent = mailed(desk, clock, THURSDAY)
    assert {to for to, one in sent.items() if one.kind == ring.KIND} == {BAKER}
    assert "1 januari tot en met 31 maart 2026" in sent[BAKER].body
    assert "- Eén afspraak nagekomen." in sent[BAKER].body


def test_nobody_hears_twice_in_a_quarter(desk: Desk, clock: Clock) -> None:
    mailed(desk, clock, THURSDAY)
    for week in ("2026-04-09", "2026-04-16", "2026-04-23", "2026-04-30", "2026-05-07"):
        mailed(desk, clock, week)
    assert len(letters(desk)) == 1
    mailed(desk, clock, "2026-07-02")
    agree(desk, "thee", "2026-08-20", owner="fatima")
    assert len(letters(desk)) == 1  # in the second quarter nothing happened: nothing to tell
    desk.record([ActionDone(action="thee", on=date(2026, 7, 3))], by="fatima")
    mailed(desk, clock, "2026-10-08")
    assert len(letters(desk)) == 2


def test_a_question_comes_first_and_the_letter_waits_a_month(desk: Desk, clock: Clock) -> None:
    asked = ask_action(action="taart", title="Drie taarten", organisation="winkel", today=MONDAY)
    desk.record([asked], by="noor")
    assert mailed(desk, clock, THURSDAY)[BAKER].kind == "overzicht"
    assert BAKER not in mailed(desk, clock, NEXT_WEEK)
    assert letters(desk) == []


def test_who_wants_no_mail_or_stopped_or_takes_part_elsewhere_is_left_alone(desk: Desk) -> None:
    assert ring_now(desk) == {BAKER}
    prefer(desk, BAKER, way="niets")
    assert ring_now(desk) == set()
    prefer(desk, BAKER, way="mail")
    name_contact(desk, "wim", "winkel")
    assert ring_now(desk) == {"member:wim"}
    desk.record([RoleAssigned(member="wim", role="lid", group="jong", since=MONDAY)], by="noor")
    assert ring_now(desk) == set()
    desk.record([CLUB], by="noor")
    name_contact(desk, "rik", "club")
    assert ring_now(desk) == {"member:rik"}
    desk.record([OrganisationLeft(organisation="club")], by="noor")
    assert ring_now(desk) == set()
    desk.record([RelationPaused(relation="school", why="geen_tijd")], by="noor")
    assert ring_now(desk) == {"organisation:school"}  # even niet
    desk.record([RelationResumed(relation="school")], by="noor")
    revise(desk, "kerk", takes_part=False)  # its contact signs in, and so takes part
    assert ring_now(desk) == set()


def test_a_member_of_an_organisation_that_takes_part_is_not_in_the_outer_ring(desk: Desk) -> None:
    name_contact(desk, "wim", "winkel")
    joined = MemberJoined(member="wim", organisation="school")
    desk.record([joined], by="noor")
    assert ring_now(desk) == set()


def decided(key: str, said: str, about: str | None = None) -> DecisionTaken:
    return DecisionTaken(decision=key, meeting="m", group="jong", statement=said, about=about)


def test_the_letter_tells_nothing_that_was_not_meant_for_strangers(
    desk: Desk, clock: Clock
) -> None:
    line = AgendaLine(
        key="punt", title="Punt", kind="besluiten", minutes=5, reason="Zo.", confidential=True
    )
    day = date(2026, 3, 10)
    desk.record(
        [
            MeetingPlanned(meeting="m", group="jong", on=day),
            AgendaSet(meeting="m", lines=(line,)),
            decided("d1", "Geheim besluit.", "punt"),
            decided("d2", "Iemand als Hans eerst."),
            ActivityPlanned(activity="a1", title="Voor eenzame ouderen", on=date(2026, 4, 20)),
            ActivityPlanned(activity="a2", title="Binnenwoorden", on=date(2026, 4, 21)),
            ActivityAnnounced(activity="a2", headline="Samen soep eten"),
        ],
        by="noor",
    )
    body = mailed(desk, clock, THURSDAY)[BAKER].body
    assert "- Eén besluit genomen." in body  # what stays inside is not even counted
    assert "- Samen soep eten: dinsdag 21 april 2026." in body
    for inside in ("Geheim", "Hans", "eenzame", "Binnenwoorden", "Fatima", "koffie"):
        assert inside not in body
    assert "tellen nergens mee als deelnemer" in body and "/antwoord/" in body


def test_the_first_letter_says_where_the_address_comes_from(desk: Desk) -> None:
    with desk.reading() as now:
        told = first_words(now, BAKER)
    assert "het adresboek van de aanjager" in told and "hoogstens vier keer per jaar" in told
    name_contact(desk, "wim", "winkel")
    with desk.reading() as now:
        assert ORIGIN in first_words(now, "member:wim")


def test_what_the_aanjager_stopped_does_not_leave(desk: Desk, clock: Clock) -> None:
    go_to(clock, APRIL)
    of = ring.round_of(date(2026, 4, 2))
    with writing(desk.engine) as db:
        rounds.choose(db, BAKER, of.key, of.last, stopped=True)
    mailed(desk, clock, THURSDAY)
    assert letters(desk) == []
    with writing(desk.engine) as db:
        rounds.choose(db, BAKER, of.key, of.last, stopped=False)
        rounds.choose(db, ring.ALL, of.key, of.last, opening="Wij bakten brood.")
    assert "Wij bakten brood." in mailed(desk, clock, NEXT_WEEK)[BAKER].body
    with reading(desk.engine) as db:
        assert preferences.of(db, BAKER).heard_on == date(2026, 4, 9)


def test_a_stop_holds_as_long_as_the_letter_may_leave(desk: Desk, clock: Clock) -> None:
    of = ring.round_of(date(2026, 4, 2))
    with writing(desk.engine) as db:
        rounds.choose(db, ring.ALL, of.key, of.last, stopped=True)
        rounds.sweep(db, of.last)
    for week in ("2026-04-02", "2026-04-30", "2026-05-07"):
        mailed(desk, clock, week)
    assert letters(desk) == []


def test_the_aanjager_is_told_a_week_before(desk: Desk, clock: Clock) -> None:
    go_to(clock, "2026-03-27")
    with desk.reading() as now:
        assert ring.coming(Known(now)) == 1
    go_to(clock, "2026-03-20")
    with desk.reading() as now:
        assert ring.coming(Known(now)) == 0
