"""The mail of the week asks whether you come: a member, and who speaks for a guest."""

from alliance.desk import Desk
from alliance.events.attendance import AttendanceAnnounced
from alliance.events.meetings import GuestsInvited
from tests.conftest import Clock
from tests.mailing.conftest import agree, mailed, meet

THURSDAY = "2026-03-05"
FATIMA, KEES, SHOP = "member:fatima", "member:kees", "organisation:winkel"


def test_a_member_says_so_from_the_mail_of_the_week(desk: Desk, clock: Clock) -> None:
    meet(desk, "2026-03-10")
    body = mailed(desk, clock, THURSDAY)[FATIMA].body
    assert "Ik kom:\nhttps://alliantie.example/antwoord/" in body
    assert "/ik-kan-niet\n" in body and "Je hoeft niet in te loggen." in body


def test_what_was_said_already_stands_there(desk: Desk, clock: Clock) -> None:
    meet(desk, "2026-03-10")
    said = AttendanceAnnounced(attendance="jong-maart", member="fatima", answer="ja")
    desk.record([said], by="fatima")
    assert "Je zei dat je komt." in mailed(desk, clock, THURSDAY)[FATIMA].body


def test_who_speaks_for_a_guest_is_asked_too(desk: Desk, clock: Clock) -> None:
    meet(desk, "2026-03-10")
    guests = GuestsInvited(meeting="jong-maart", organisations=("winkel", "kerk"))
    desk.record([guests], by="noor")
    letters = mailed(desk, clock, THURSDAY)
    assert letters.keys() == {FATIMA, KEES, SHOP}
    for guest in (KEES, SHOP):  # neither signs in: everything is on one page
        assert "Jullie zijn gevraagd als gast." in letters[guest].body
        assert "Antwoord op alles op één pagina" in letters[guest].body
        assert "/ik-kom" not in letters[guest].body
    assert "als gast" not in letters[FATIMA].body


def test_a_meeting_further_away_is_asked_about_where_there_is_a_mail(
    desk: Desk, clock: Clock
) -> None:
    meet(desk, "2026-03-24")
    assert mailed(desk, clock, THURSDAY) == {}
    agree(desk, "koffie", "2026-03-14", owner="fatima")
    assert "/ik-kom\n" in mailed(desk, clock, "2026-03-12")[FATIMA].body
