"""Hours per role: noted by a member, seen by that member only, told from three people on."""

from collections.abc import Callable
from datetime import date

from alliance import journal
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.attendance import AttendanceRecorded
from alliance.events.hours import HoursNoted, HoursWithdrawn, last_of
from alliance.events.meetings import MeetingPlanned
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
PAGE, MINE = "/programma/uren/", "/programma/uren/van-mij"
NEW = "/programma/uren/nieuw/themagroeplid"
FEBRUARY = date(2026, 2, 1)


def noted(who: str, minutes: int, role: str = "themagroeplid") -> HoursNoted:
    return HoursNoted(
        hours=f"u-{who}-{role}",
        member=f"m-{who}",
        role=role,
        since=FEBRUARY,
        until=last_of(FEBRUARY),
        minutes=minutes,
    )


def test_a_member_notes_hours_in_two_fields_and_sets_them_right(visit: Visit) -> None:
    teun = visit("themagroep")
    form = teun.open(teun.open(MINE).links()["Noteer uren : Lid themagroep"])
    assert form.visible_fields() == ["hours", "month"]
    mine = teun.write(NEW, {"hours": "2,5", "month": "2026-02"})
    assert "Februari 2026: 2,5 uur" in mine.text and "2,5 uur. Het plan" in mine.text
    better = mine.links()["Verbeter : februari 2026"]
    assert "Februari 2026: 3 uur" in teun.write(better, {"hours": "3"}).text
    gone = teun.write(teun.open(MINE).links()["Neem terug : februari 2026"], {})
    assert "Je noteerde in 2026 nog niets." in gone.text


def test_what_is_no_number_of_hours_is_refused_and_kept(visit: Visit) -> None:
    teun = visit("themagroep")
    for said in ("", "0", "veel", "1,3", "-2"):
        page = teun.send(NEW, {"hours": said, "month": "2026-02"}, 422)
        assert "onbekend, geen nul" in page.text
    assert page.fields()["hours"] == "-2"


def test_nobody_else_sees_what_one_member_noted(visit: Visit, desk: Desk) -> None:
    desk.record([noted("themagroep", 150)], by="m-themagroep")
    desk.record([noted("voorzitter", 600)], by="m-voorzitter")
    desk.record([HoursWithdrawn(hours="u-voorzitter-themagroeplid")], by="m-voorzitter")
    with reading(desk.engine) as db:
        last = journal.head(db).position
    for role in ("aanjager", "kernvoorzitter", "themagroep", "beleidsmedewerker"):
        reader = visit(role)
        own = role == "themagroep"
        assert ("Uren genoteerd" in listed(reader)) == own
        reader.open(f"/tijdlijn/{last - 2}", 200 if own else 403)
        reader.open(f"/tijdlijn/{last}", 403)
        if role != "beleidsmedewerker":
            reader.open("/programma/uren/u-voorzitter-themagroeplid/verbeteren", 404)
            assert "10 uur" not in reader.open(MINE).text
        page = reader.open(PAGE).text
        assert "10 uur" not in page and "2,5 uur" not in page
    visit("beleidsmedewerker").open(MINE, 403)
    visit("raadslid").open(PAGE, 403)


def listed(reader: Visitor) -> str:
    """What the list of the timeline says, without its filter."""
    return " ".join(one.to_text() for one in reader.open("/tijdlijn/").html.query("main ul.rows"))


def test_three_people_are_told_after_the_quarter_closed_beside_what_the_plan_asks(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    for who, minutes in (("themagroep", 150), ("voorzitter", 600), ("wijkgroep", 90)):
        desk.record([noted(who, minutes)], by=f"m-{who}")
    desk.record([noted("kerngroep", 90, "kerngroeplid")], by="m-kerngroep")
    page = visit("kerngroep").open(PAGE)
    assert "minstens 14 uur" not in page.text
    clock.forward(days=60)
    page = visit("kerngroep").open(PAGE)
    assert "minstens 14 uur" in page.text and "4,7 uur" in page.text
    assert "40 tot 45 uur" in page.text and "37 uur" in page.text
    assert "te zien na 28 juli 2026" in page.text
    assert "400 uur" not in page.text  # the hours of the aanjager are for the aanjager
    past = visit("kerngroep").open(f"{PAGE}?op=28-04-2026")
    assert "minstens 14 uur" not in past.text


def test_only_the_aanjager_reads_of_the_hours_of_the_aanjager(noor: Visitor, visit: Visit) -> None:
    mine = noor.write("/programma/uren/nieuw/aanjager", {"hours": "30", "month": "2026-03"})
    assert "Je noteerde in 2026: 30 uur. Het plan rekent 400 uur per jaar" in mine.text
    visit("kerngroep").open("/programma/uren/nieuw/aanjager", 404)


def test_the_meetings_one_was_at_are_proposed_and_never_noted_by_themselves(
    visit: Visit, desk: Desk
) -> None:
    for meeting, group in (("m1", "themagroep_t3"), ("m2", "kerngroep")):
        planned = MeetingPlanned(meeting=meeting, group=group, on=date(2026, 2, 10), minutes=100)
        was = AttendanceRecorded(attendance=meeting, presence="aanwezig", member="m-themagroep")
        desk.record([planned, was], by="m-aanjager")
    teun = visit("themagroep")
    page = teun.open(MINE)
    assert "In februari 2026 was je bij één bijeenkomst, samen 2 uur." in page.text
    assert "Je noteerde in 2026 nog niets." in page.text
    form = teun.open(page.links()["Neem dit over : februari 2026, Lid themagroep"])
    assert form.fields()["hours"] == "2"
    noted_now = teun.write(page.links()["Neem dit over : februari 2026, Lid themagroep"], {})
    assert "Februari 2026: 2 uur" in noted_now.text and "was je bij" not in noted_now.text


def test_who_has_no_role_with_hours_has_nothing_to_note(visit: Visit) -> None:
    assert "Je hoeft niets te noteren." in visit("contactpersoon").open(MINE).text
