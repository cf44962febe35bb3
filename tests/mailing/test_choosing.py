"""Beside the rhythm: reminders, what the aanjager chose about a letter, and questions by name."""

from datetime import date, timedelta

from alliance import rounds
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionAsked, ActionConsidered
from tests.conftest import Clock
from tests.mailing.conftest import agree, mailed, prefer

THURSDAY = "2026-03-05"
FATIMA, KEES, SHOP = "member:fatima", "member:kees", "organisation:winkel"


def test_who_asked_for_reminders_gets_them_around_the_day(desk: Desk, clock: Clock) -> None:
    prefer(desk, FATIMA, reminders=True)
    agree(desk, "koffie", "2026-03-17", owner="fatima")  # a Tuesday
    agree(desk, "soep", "2026-03-17", owner="kees")
    sent = {}
    for number in range(21):
        day = str(date(2026, 3, 2) + timedelta(days=number))
        for to, letter in mailed(desk, clock, day).items():
            if to == FATIMA:
                sent[day] = letter.subject.split(":")[0]
    assert sent == {
        "2026-03-10": "Herinnering",  # a week before
        "2026-03-12": "Jouw week",
        "2026-03-17": "Herinnering",  # the day itself
        "2026-03-19": "Jouw week",
        "2026-03-20": "Herinnering",  # three days after
    }


def test_no_reminder_beside_the_mail_that_has_everything(desk: Desk, clock: Clock) -> None:
    prefer(desk, FATIMA, reminders=True)
    agree(desk, "koffie", "2026-03-12", owner="fatima")
    letters = mailed(desk, clock, THURSDAY)
    assert [letter.kind for letter in letters.values()] == ["overzicht"]


def test_reminders_keep_quiet_days_quiet(desk: Desk, clock: Clock) -> None:
    prefer(desk, FATIMA, reminders=True, day=4)
    agree(desk, "ei", "2026-04-06", owner="fatima")  # Easter Monday
    sent = [
        str(day)
        for day in (date(2026, 4, 1) + timedelta(days=number) for number in range(12))
        for letter in mailed(desk, clock, str(day)).values()
        if letter.kind == "herinnering"
    ]
    assert sent == ["2026-04-09"]  # on the Thursday before it is in the mail of the week


def test_a_chosen_opening_stands_in_the_place_of_ours(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    with writing(desk.engine) as db:
        rounds.choose(db, FATIMA, "2026-W10", date(2026, 3, 3), opening="Wat een mooie dag.")
    body = mailed(desk, clock, THURSDAY)[FATIMA].body
    assert "Wat een mooie dag." in body and "Dit is er deze week" not in body


def test_a_letter_that_was_stopped_does_not_leave_and_comes_back_next_week(
    desk: Desk, clock: Clock
) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    with writing(desk.engine) as db:
        rounds.choose(db, FATIMA, "2026-W10", date(2026, 3, 3), stopped=True)
    assert mailed(desk, clock, THURSDAY) == {}
    assert "Iets met koffie" in mailed(desk, clock, "2026-03-12")[FATIMA].body


def test_two_letters_can_leave_as_one(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    agree(desk, "orgel", "2026-03-20", owner="kees")
    with writing(desk.engine) as db:
        rounds.choose(db, KEES, "2026-W10", date(2026, 3, 3), joins=FATIMA)
    letters = mailed(desk, clock, THURSDAY)
    assert [*letters] == [FATIMA]
    assert "Iets met orgel" in letters[FATIMA].body
    assert mailed(desk, clock, "2026-03-12").keys() == {FATIMA}


def test_what_joins_a_letter_that_was_stopped_leaves_by_itself(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    agree(desk, "orgel", "2026-03-20", owner="kees")
    with writing(desk.engine) as db:
        rounds.choose(db, KEES, "2026-W10", date(2026, 3, 3), joins=FATIMA)
        rounds.choose(db, FATIMA, "2026-W10", date(2026, 3, 3), stopped=True)
    assert [*mailed(desk, clock, THURSDAY)] == [KEES]


def test_a_question_by_name_is_asked_of_who_speaks_for_the_organisation(
    desk: Desk, clock: Clock
) -> None:
    asked = ActionAsked(
        action="taart", title="Drie taarten", organisation="winkel", group="jong",
        by_when=date(2026, 3, 20),
    )  # fmt: skip
    desk.record([asked, ActionAsked(action="open", title="Wie kan dit?")], by="noor")
    [(to, letter)] = mailed(desk, clock, THURSDAY).items()
    assert (to, letter.subject) == (SHOP, "Jouw maand: één vraag")
    assert "Drie taarten\nThemagroep jong vraagt dit. Vóór vrijdag 20 maart 2026." in letter.body


def test_who_talks_it_over_first_is_not_asked_before_that_day(desk: Desk, clock: Clock) -> None:
    asked = ActionAsked(action="taart", title="Drie taarten", owner="fatima")
    later = ActionConsidered(action="taart", answer_by=date(2026, 3, 24))
    desk.record([asked, later], by="noor")
    assert mailed(desk, clock, THURSDAY) == {}
    assert "/ja\n" in mailed(desk, clock, "2026-03-19")[FATIMA].body
