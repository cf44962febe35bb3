"""What others said or did since the last mail that left: told in the next one, and only there."""

from datetime import date

import pytest

from alliance import outbox_choices, rounds
from alliance.database import writing
from alliance.desk import Desk
from alliance.documents.week_since import ANSWERED
from alliance.events.actions import (
    ActionAccepted,
    ActionAsked,
    ActionDone,
    Answer,
    AnswerDisputed,
    TakerInformed,
)
from alliance.events.actions_rules import action_now
from alliance.events.asking_rules import facts_of
from alliance.events.meetings import GuestsInvited
from alliance.events.news import NewsShared
from alliance.events.records import NoteTaken
from alliance.mail import Server
from tests.conftest import Clock
from tests.mailing.conftest import agree, go_to, mailed, meet
from tests.mailing.named import name_contact
from tests.mailing.served import got, left, serve
from tests.postbox import Mailbox

THURSDAY, NEXT, AFTER = "2026-03-05", "2026-03-12", "2026-03-19"
DONE = ActionDone(action="koffie", on=date(2026, 3, 2), via="gebeld")
NOTED, HOME, CAME = "DIT IS VOOR JE OPGESCHREVEN", "OM THUIS TE VERTELLEN", "DIT KWAM ERVAN"
PIES = ActionAsked(action="taarten", title="Drie taarten")
TELL = "VERTEL WAT ERVAN KWAM"


@pytest.fixture(autouse=True)
def mail_server(desk: Desk, server: Server) -> None:
    serve(desk, server)


def note(desk: Desk) -> None:
    """Something was written down of the meeting."""
    said = NoteTaken(record="jong-maart", note="n1", statement="We rijden voortaan samen.")
    desk.record([said], by="noor")


def test_an_answer_that_someone_else_wrote_down_is_told_once_with_a_way_to_say_no(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    agree(desk, "koffie", "2026-03-30", owner="fatima")
    desk.record([DONE], by="noor")
    [letter] = mailed(desk, clock, THURSDAY).values()
    assert letter.subject == "Jouw week: één opgeschreven antwoord"
    body = left(desk, mailbox)["fatima"]
    told = body[body.index(NOTED) :]
    assert "Iets met koffie\nGebeld op maandag 2 maart 2026. Je antwoord: gedaan.\n" in told
    assert "Opgeschreven door: Aanjager, Gemeente.\n\nDit klopt niet:\nhttps://" in told
    assert "/klopt-niet\n\nJe hoeft niet in te loggen." in told
    assert got(desk, clock, mailbox, NEXT) == {}


def test_what_is_still_to_do_is_asked_beside_it(desk: Desk, clock: Clock, mailbox: Mailbox) -> None:
    desk.record([ActionAsked(action="zaal", title="Een zaal", organisation="kerk")], by="noor")
    desk.record([ActionAccepted(action="zaal", via="gemaild")], by="noor")
    body = got(desk, clock, mailbox, THURSDAY)["kees"]
    assert "Gemaild op maandag 2 maart 2026. Je antwoord: ja." in body


def test_an_answer_of_ones_own_is_no_news(desk: Desk, clock: Clock, mailbox: Mailbox) -> None:
    agree(desk, "koffie", "2026-03-30", owner="noor")
    desk.record([DONE], by="noor")
    assert got(desk, clock, mailbox, THURSDAY) == {}


def test_what_was_disputed_already_is_not_told(desk: Desk, clock: Clock, mailbox: Mailbox) -> None:
    agree(desk, "koffie", "2026-03-30", owner="fatima")
    desk.record([DONE], by="noor")
    with desk.reading() as now:
        past = [entry.event for entry in now.history("action:koffie")]
    facts = facts_of(action_now(past))
    desk.record([AnswerDisputed(**facts, answer=DONE.stored_name)], by="fatima")
    assert got(desk, clock, mailbox, THURSDAY) == {}


def test_news_of_a_letter_that_was_stopped_comes_back_in_the_next(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    agree(desk, "koffie", "2026-03-30", owner="fatima")
    desk.record([DONE], by="noor")
    [letter] = mailed(desk, clock, THURSDAY).values()
    with writing(desk.engine) as db:
        assert outbox_choices.stop(db, letter.id)
    assert left(desk, mailbox) == {}
    assert NOTED in got(desk, clock, mailbox, NEXT)["fatima"]
    assert got(desk, clock, mailbox, AFTER) == {}


def test_news_in_a_merged_letter_is_told_once_to_both(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    agree(desk, "koffie", "2026-03-30", owner="fatima")
    agree(desk, "thee", "2026-03-03", owner="noor")
    desk.record([DONE], by="noor")
    go_to(clock, "2026-03-04")
    with writing(desk.engine) as db:
        rounds.choose(db, "member:fatima", "2026-W10", desk.today(), joins="member:noor")
    letters = got(desk, clock, mailbox, THURSDAY)
    assert [*letters] == ["noor"] and NOTED in letters["noor"]
    assert NOTED not in str(got(desk, clock, mailbox, NEXT))


def test_whoever_asked_is_asked_to_tell_and_whoever_took_it_hears_it_once(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    desk.record([PIES], by="fatima")
    desk.record([ActionAccepted(action="taarten", organisation="winkel")], by="noor")
    first = got(desk, clock, mailbox, THURSDAY)
    assert [*first] == ["fatima"]
    assert "Winkel zei ja, en hoort van je wat ervan kwam. Vóór maandag 9 maart" in first["fatima"]
    assert "/vertel\n" in first["fatima"]
    later = got(desk, clock, mailbox, NEXT)["fatima"]
    assert TELL in later and "Vóór" not in later  # the day has been; it is still asked
    desk.record([TakerInformed(action="taarten", told="Ze gingen op.")], by="fatima")
    letters = got(desk, clock, mailbox, AFTER)
    assert [*letters] == ["info"] and letters["info"].count(CAME) == 1
    assert "Drie taarten\nDit deed je. Wat ervan kwam: Ze gingen op.\n" in letters["info"]
    assert got(desk, clock, mailbox, "2026-04-23") == {}


def test_after_a_meeting_the_mail_has_the_page_to_tell_at_home_once(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    name_contact(desk, "wim", "winkel")
    meet(desk, "2026-03-05")
    guests = GuestsInvited(meeting="jong-maart", organisations=("winkel", "kerk"))
    desk.record([guests], by="noor")
    assert HOME not in str(got(desk, clock, mailbox, THURSDAY))
    note(desk)
    letters = got(desk, clock, mailbox, NEXT)
    assert [*letters] == ["fatima"]
    letters |= got(desk, clock, mailbox, "2026-04-02")  # guests, who never sign in
    assert {*letters} == {"fatima", "wim", "kees"}
    for body in letters.values():
        assert f"{HOME}\n\nThemagroep jong, donderdag 5 maart 2026\nWat is besloten" in body
        assert "/thuis\n" in body
    assert got(desk, clock, mailbox, "2026-04-09") == {}
    assert got(desk, clock, mailbox, "2026-04-30") == {}


def test_whose_organisation_told_it_already_is_not_asked(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    meet(desk, "2026-03-03")
    go_to(clock, "2026-03-04")
    note(desk)
    desk.record([NewsShared(news="jong-maart", organisation="school")], by="fatima")
    assert HOME not in str(got(desk, clock, mailbox, THURSDAY))


def test_a_meeting_with_nothing_to_tell_has_no_page_in_the_mail(
    desk: Desk, clock: Clock, mailbox: Mailbox
) -> None:
    meet(desk, "2026-03-03")
    assert got(desk, clock, mailbox, THURSDAY) == {}


def test_every_answer_that_can_be_written_down_has_a_word() -> None:
    assert {*ANSWERED} == {kind.stored_name for kind in Answer.__subclasses__()}


def test_what_letters_knew_goes_with_who_got_them(desk: Desk, clock: Clock) -> None:
    agree(desk, "koffie", "2026-03-09", owner="fatima")
    mailed(desk, clock, THURSDAY)
    with writing(desk.engine) as db:
        assert rounds.known_by(db, "2026-W10", "member:fatima")
        rounds.forget(db, "member:fatima")
        assert not rounds.known_by(db, "2026-W10", "member:fatima")
