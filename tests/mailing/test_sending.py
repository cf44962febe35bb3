"""The round of a day: one mail with everything in it, to who answers for it, and never two."""

from datetime import date, timedelta

import pytest

from alliance import rounds, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import (
    ActionDone,
    ActionExplained,
    ActionLinked,
    ActionMoved,
    ProgressNoted,
)
from alliance.events.meetings import MeetingCancelled
from alliance.events.organisations import RoleEnded
from alliance.events.programme import ResultAgreed
from alliance.mailing.sending import do_rounds
from tests.conftest import Clock
from tests.mailing.conftest import agree, found, go_to, mailed, meet, prefer

THURSDAY = "2026-03-05"
FATIMA, KEES, NOOR = "member:fatima", "member:kees", "member:noor"
SHOP = "organisation:winkel"


def test_nothing_to_say_is_no_mail(desk: Desk, clock: Clock) -> None:
    assert mailed(desk, clock, THURSDAY) == {}


def test_one_mail_has_everything_in_it_for_who_answers_for_it(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    agree(desk, "soep", "2026-03-03", owner="fatima")
    meet(desk, "2026-03-10")
    [(to, letter)] = mailed(desk, clock, THURSDAY).items()
    assert to == FATIMA
    assert letter.subject == "Jouw week: 2 afspraken en één bijeenkomst"
    late, due = letter.body.index("LUKT HET NOG?"), letter.body.index("DIT SPRAK JE AF")
    assert late < letter.body.index("Iets met soep") < due < letter.body.index("Iets met koffie")
    assert "Themagroep jong: dinsdag 10 maart 2026, 10.00 uur, De Wel." in letter.body
    assert letter.body.startswith("Dag Fatima,\n")


def test_mail_leaves_on_the_chosen_day_only(desk: Desk, clock: Clock) -> None:
    prefer(desk, FATIMA, day=1)
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    assert mailed(desk, clock, "2026-03-02") == {}
    assert FATIMA in mailed(desk, clock, "2026-03-03")
    assert mailed(desk, clock, THURSDAY) == {}


def test_mail_leaves_by_day_and_not_at_night(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    assert mailed(desk, clock, THURSDAY, hour=3) == {}
    assert mailed(desk, clock, THURSDAY, hour=22) == {}
    assert mailed(desk, clock, THURSDAY, hour=7)


def test_doing_the_round_again_sends_nothing_twice(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    assert mailed(desk, clock, THURSDAY)
    with writing(desk.engine) as db:
        db.execute(rounds.rounds.delete())  # as if it was killed before it was noted
    assert mailed(desk, clock, THURSDAY, hour=10) == {}
    with reading(desk.engine) as db:
        assert len(tickets.kept_for(db, FATIMA)) == 2  # no ticket was made for nothing


def test_a_day_without_a_clock_is_made_up_for_in_the_same_week(desk: Desk, clock: Clock) -> None:
    assert mailed(desk, clock, "2026-03-02") == {}
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    assert FATIMA in mailed(desk, clock, "2026-03-06")
    assert mailed(desk, clock, "2026-03-07") == {}


def test_a_week_that_was_missed_is_left_behind(desk: Desk, clock: Clock) -> None:
    mailed(desk, clock, "2026-03-02")
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    assert mailed(desk, clock, "2026-03-10") == {}
    assert "LUKT HET NOG?" in mailed(desk, clock, "2026-03-12")[FATIMA].body


def test_a_date_that_moves_is_mailed_again_before_its_new_day(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    assert "Iets met koffie" in mailed(desk, clock, THURSDAY)[FATIMA].body
    for day in (date(2026, 4, 1), date(2026, 3, 27)):
        desk.record([ActionMoved(action="koffie", by_when=day)], by="fatima")
    assert mailed(desk, clock, "2026-03-12") == {}
    assert mailed(desk, clock, "2026-03-19") == {}
    assert "27 maart" in mailed(desk, clock, "2026-03-26")[FATIMA].body


def test_what_was_done_is_not_asked_any_more(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    desk.record([ActionDone(action="koffie", on=date(2026, 3, 2))], by="fatima")
    assert mailed(desk, clock, THURSDAY) == {}


def test_only_the_owner_hears_of_an_action_of_a_group(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima", organisation="kerk")
    assert [*mailed(desk, clock, THURSDAY)] == [FATIMA]


def test_without_an_owner_the_contact_or_else_the_mailbox_hears_of_it(
    desk: Desk, clock: Clock
) -> None:
    agree(desk, "orgel", "2026-03-20", organisation="kerk")
    agree(desk, "taart", "2026-03-20", organisation="winkel")
    letters = mailed(desk, clock, THURSDAY)
    assert {*letters} == {KEES, SHOP}
    assert letters[SHOP].body.startswith("Beste collega,\n")


def test_when_the_contact_stops_the_mailbox_takes_over(desk: Desk, clock: Clock) -> None:
    agree(desk, "orgel", "2026-03-20", organisation="kerk")
    gone = RoleEnded(member="kees", role="contactpersoon", organisation="kerk")
    desk.record([gone], by="noor")
    assert [*mailed(desk, clock, THURSDAY)] == ["organisation:kerk"]


def test_who_never_signs_in_gets_one_a_month_with_all_on_one_page(desk: Desk, clock: Clock) -> None:
    agree(desk, "orgel", "2026-03-20", owner="kees")
    letter = mailed(desk, clock, THURSDAY)[KEES]
    assert letter.subject == "Jouw maand: één afspraak"
    assert "/alles\n" in letter.body and "/gedaan" not in letter.body
    agree(desk, "koor", "2026-03-18", owner="kees")
    days = [date(2026, 3, 6) + timedelta(days=number) for number in range(27)]
    assert not any(KEES in mailed(desk, clock, str(day)) for day in days)
    assert "Iets met koor" in mailed(desk, clock, "2026-04-02")[KEES].body


def test_a_meeting_that_was_cancelled_is_not_named(desk: Desk, clock: Clock) -> None:
    meet(desk, "2026-03-10")
    desk.record([MeetingCancelled(meeting="jong-maart", reason="Ziek.")], by="noor")
    assert mailed(desk, clock, THURSDAY) == {}


def test_a_meeting_further_away_is_no_reason_to_mail_but_is_named(desk: Desk, clock: Clock) -> None:
    meet(desk, "2026-03-26")
    assert mailed(desk, clock, THURSDAY) == {}
    agree(desk, "koffie", "2026-03-19", owner="fatima")
    assert "donderdag 26 maart" in mailed(desk, clock, "2026-03-12")[FATIMA].body


@pytest.mark.parametrize("way", ["bellen", "niets"])
def test_who_wants_no_mail_gets_none(desk: Desk, clock: Clock, way: str) -> None:
    prefer(desk, FATIMA, way=way)
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    assert mailed(desk, clock, THURSDAY) == {}


def test_a_letter_says_no_name_until_it_leaves(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    mailed(desk, clock, THURSDAY)
    assert not [letter for letter in found(desk) if "Noor" in letter.body]


def test_a_fresh_site_begins_on_the_day_its_clock_begins(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    go_to(clock, "2026-03-06")
    do_rounds(desk)
    assert not found(desk)  # Thursday was before this site had a clock


def test_what_looks_odd_is_asked_under_the_same_head_and_once(desk: Desk, clock: Clock) -> None:
    deadline = date(2026, 3, 6)
    result = ResultAgreed(result="r", theme="T1", statement="Iets.", deadline=deadline)
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    desk.record([result, ActionLinked(action="koffie", result="r")], by="noor")
    body = mailed(desk, clock, THURSDAY)[FATIMA].body
    assert body.count("Iets met koffie") == 1 and "DIT SPRAK JE AF" not in body
    late = body.partition("LUKT HET NOG?")[2]
    assert "Klopt dit nog? Dit is voor 9 maart 2026. Het resultaat waar het bij hoort" in late
    assert "Klopt zo:\n" in late and "Andere datum:\n" in late
    desk.record([ActionExplained(action="koffie", about="na_resultaat")], by="fatima")
    assert "Klopt dit nog?" not in mailed(desk, clock, "2026-03-12")[FATIMA].body


def test_what_nobody_heard_of_for_ninety_days_is_asked_in_the_mail(
    desk: Desk, clock: Clock
) -> None:
    agree(desk, "koffie", "2026-12-01", owner="fatima")
    assert mailed(desk, clock, "2026-05-28") == {}
    late = mailed(desk, clock, "2026-06-04")[FATIMA].body.partition("LUKT HET NOG?")[2]
    assert "Klopt dit nog? Hier hoorden we niets van sinds 2 maart 2026." in late
    assert "Ja, klopt nog:\n" in late and "/bezig" in late
    desk.record([ProgressNoted(action="koffie")], by="fatima")
    assert mailed(desk, clock, "2026-06-11") == {}
