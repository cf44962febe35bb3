"""What changed since you were last there: read before the meeting, by you alone."""

from collections.abc import Callable

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionDone
from alliance.events.attendance import AttendanceRecorded
from alliance.events.meetings import DecisionTaken, MeetingPlanned
from alliance.events.offers import OfferRegistered
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]


def test_a_member_reads_what_changed_since_the_last_time(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    day = clock.now.date()
    held = MeetingPlanned(meeting="m1", group="kerngroep", on=day)
    was = AttendanceRecorded(attendance="m1", presence="aanwezig", member="m-kerngroep")
    agreed = ActionAgreed(action="a1", title="Bel de huisarts", group="kerngroep")
    desk.record([held, was, agreed], by="m-kernvoorzitter")
    kim = visit("kerngroep")
    clock.forward(days=10)
    assert "Er veranderde niets" in kim.open("/bijpraten/kerngroep").text
    later = MeetingPlanned(meeting="m2", group="kerngroep", on=clock.now.date())
    decided = DecisionTaken(
        decision="d1", meeting="m2", group="kerngroep", statement="We beginnen klein."
    )
    done = ActionDone(action="a1", on=clock.now.date(), yielded="Drie praktijken doen mee.")
    offer = OfferRegistered(offer="o1", name="Soepgroep", for_whom="Iedereen", contact="De Wel")
    desk.record([later, decided, done, offer], by="m-kernvoorzitter")

    start = kim.open("/")
    assert "Eén besluit, één afspraak nagekomen, 1 keer nieuw aanbod." in start.text
    page = kim.open("/bijpraten/kerngroep")
    assert "Je was er op maandag 2 maart 2026." in page.text
    for told in ("We beginnen klein.", "Drie praktijken doen mee.", "Soepgroep"):
        assert told in page.text


def test_who_was_never_there_or_is_of_another_group_reads_so(visit: Visit) -> None:
    kim = visit("kerngroep")
    assert "We weten nog niet wanneer je er was." in kim.open("/bijpraten/kerngroep").text
    assert "Sinds je er voor het laatst was" not in kim.open("/").text
    kim.open("/bijpraten/themagroep_t3", 404)
    visit("beleidsmedewerker").open("/bijpraten/kerngroep", 403)
