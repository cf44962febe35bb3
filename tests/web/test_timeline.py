"""The timeline: everything that happened, newest first, and who may see what was put off."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.meetings import AgendaLine, AgendaSet, MeetingPlanned
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = {"title": "Zoek een zaal voor de koffie", "by_when": "27-03-2026"}


def agreed_and_moved(teun: Visitor) -> str:
    action = teun.send("/afspraken/nieuw", NEW).response.headers["Location"]
    teun.write(f"{action}/andere-datum", {"by_when": "10-04-2026", "reason": "De zaal is bezet."})
    return action


def entry_of(someone: Visitor, kind: str) -> str:
    """The page of the newest entry of a kind."""
    links = someone.open(f"/tijdlijn/?soort={kind}").links().values()
    return next(one for one in links if one.startswith("/tijdlijn/") and one[10:].isdigit())


def test_the_plan_is_told_as_it_was_taken_in(noor: Visitor) -> None:
    assert "ingelezen uit het plan" in noor.open("/tijdlijn/?soort=result_agreed").text
    page = noor.open("/tijdlijn/1")
    assert "Woordenlijst" in page.title
    assert "uur, ingelezen uit het plan." in page.text
    assert "sociaal (" not in page.text  # the word stands there, not its code


def test_older_pages_follow_by_position(noor: Visitor) -> None:
    first = noor.open("/tijdlijn/")
    second = noor.open(first.links()["Ouder"])
    assert not {*first.links()} & {*second.links()} - {*noor.open("/privacy").links(), "Ouder"}


def test_what_was_put_off_is_seen_by_who_it_concerns(visit: Visit) -> None:
    action = agreed_and_moved(visit("themagroep"))
    for role in ("themagroep", "aanjager"):
        assert "Afspraak verschoven" in visit(role).open("/tijdlijn/").text
        assert "Afspraak verschoven" in visit(role).open(action).text


def test_what_was_put_off_is_not_told_to_others(visit: Visit) -> None:
    agreed_and_moved(visit("themagroep"))
    moved = visit("aanjager").open("/tijdlijn/?soort=action_moved")
    entry = next(address for text, address in moved.links().items() if "verschoven" in text)
    kees = visit("klankbordgroep")
    assert "Afspraak verschoven" not in {*kees.open("/tijdlijn/").links()}
    kees.open(entry, 403)


def test_an_unknown_entry_is_not_found(noor: Visitor) -> None:
    assert "Zoek het op" in noor.open("/tijdlijn/999999", 404).text
    noor.open("/tijdlijn/?soort=iets", 404)
    for far in ("9223372036854775807", "9" * 30):
        noor.open(f"/tijdlijn/{far}", 404)
        assert noor.open(f"/tijdlijn/?voor={far}").text == noor.open("/tijdlijn/").text


def test_what_is_late_is_told_to_others_by_no_entry_at_all(visit: Visit, clock: Clock) -> None:
    action = visit("themagroep").send("/afspraken/nieuw", NEW).response.headers["Location"]
    entry = entry_of(visit("aanjager"), "action_agreed")
    assert NEW["title"] in visit("klankbordgroep").open(entry).title
    clock.forward(days=60)
    kees = visit("klankbordgroep")
    kees.open(action, 403)
    kees.open(entry, 403)
    assert NEW["title"] not in kees.open("/tijdlijn/?soort=action_agreed").text
    assert NEW["title"] in visit("themagroep").open(entry).title


def test_an_agenda_about_what_is_late_is_told_to_its_own_group(visit: Visit, desk: Desk) -> None:
    line = AgendaLine(key="action:zaal", title="Zaal", kind="bespreken", minutes=5, reason="Laat.")
    planned = MeetingPlanned(meeting="m1", group="themagroep_t3", on=date(2026, 3, 9))
    desk.record([planned, AgendaSet(meeting="m1", lines=(line,))], by="m-voorzitter")
    entry = entry_of(visit("aanjager"), "agenda_set")
    visit("themagroep").open(entry)
    visit("klankbordgroep").open(entry, 403)
