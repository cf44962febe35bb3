"""The minutes come along in the mail of the week: once, to the group, without what stays inside."""

from alliance.desk import Desk
from alliance.events.meetings import AgendaLine, AgendaSet
from alliance.events.records import NoteTaken
from alliance.mailing import forecast
from alliance.mailing.shares import Known
from tests.conftest import Clock
from tests.mailing.conftest import agree, go_to, mailed, meet

WEDNESDAY, THURSDAY, NEXT = "2026-03-11", "2026-03-12", "2026-03-19"
FATIMA, KEES = "member:fatima", "member:kees"
HEAD = "HET VERSLAG\n\nVerslag Themagroep jong, dinsdag 10 maart 2026"


def line(key: str, title: str, *, confidential: bool = False) -> AgendaLine:
    return AgendaLine(
        key=key, title=title, kind="bespreken", minutes=10, reason="Daarom.",
        confidential=confidential,
    )  # fmt: skip


def note(desk: Desk, statement: str, about: str | None = None) -> None:
    key = f"n{len(statement)}"
    said = NoteTaken(record="jong-maart", note=key, statement=statement, about=about)
    desk.record([said], by="noor")


def hold(desk: Desk, clock: Clock, day: str = "2026-03-10") -> None:
    """The group meets on a Tuesday, and notes something on a day."""
    meet(desk, "2026-03-10")
    mailed(desk, clock, "2026-03-05")
    lines = (line("item:a", "Vervoer"), line("item:b", "Een klacht", confidential=True))
    desk.record([AgendaSet(meeting="jong-maart", lines=lines)], by="noor")
    go_to(clock, day, hour=15)
    note(desk, "We rijden voortaan samen.", "item:a")
    note(desk, "Iets wat binnen blijft.", "item:b")


def test_the_group_reads_the_minutes_in_the_mail_that_follows(desk: Desk, clock: Clock) -> None:
    hold(desk, clock)
    agree(desk, "orgel", "2026-03-20", owner="kees")
    letters = mailed(desk, clock, THURSDAY)
    assert letters[FATIMA].subject == "Jouw week: één verslag en één pagina voor thuis"
    body = letters[FATIMA].body
    assert HEAD in body and "Dit verslag is nog niet vastgesteld." in body
    assert "Notitie: We rijden voortaan samen." in body
    assert "https://alliantie.example/bijeenkomsten/jong-maart/verslag" in body
    assert "Klopt er iets niet in een verslag?" in body
    assert "HET VERSLAG" not in letters[KEES].body  # not of the group


def test_what_stays_inside_is_in_no_mail(desk: Desk, clock: Clock) -> None:
    hold(desk, clock)
    body = mailed(desk, clock, THURSDAY)[FATIMA].body
    assert "binnen blijft" not in body and "Een klacht" not in body


def test_minutes_are_mailed_once(desk: Desk, clock: Clock) -> None:
    hold(desk, clock)
    mailed(desk, clock, THURSDAY)
    note(desk, "Nog iets dat later werd opgeschreven.", "item:a")
    assert mailed(desk, clock, NEXT) == {}


def test_on_the_day_itself_one_sees_that_they_will_leave(desk: Desk, clock: Clock) -> None:
    hold(desk, clock)
    with desk.reading() as now:
        coming = [one for one in forecast.coming(Known(now)) if str(one.day) == THURSDAY]
    [planned] = coming[0].letters
    assert planned.share.in_short.startswith("één verslag")


def test_minutes_that_were_made_later_are_in_the_mail_after_that(desk: Desk, clock: Clock) -> None:
    hold(desk, clock, day=THURSDAY)
    assert mailed(desk, clock, THURSDAY, hour=16) == {}
    assert HEAD in mailed(desk, clock, NEXT)[FATIMA].body


def test_a_meeting_of_which_nothing_was_written_down_is_no_reason_to_mail(
    desk: Desk, clock: Clock
) -> None:
    meet(desk, "2026-03-10")
    mailed(desk, clock, "2026-03-05")
    assert mailed(desk, clock, THURSDAY) == {}
