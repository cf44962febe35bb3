"""The page for who is new: once after the first sign-in, then from the start page and from Help."""

from collections.abc import Callable

from alliance import members, outbox
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionAsked
from alliance.events.meetings import (
    AgendaLine,
    AgendaSet,
    DecisionTaken,
    MeetingCancelled,
    MeetingPlanned,
)
from tests.conftest import Clock
from tests.web.cast import SCHOOL
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
GROUP = "themagroep_t3"


def sign_in_again(visitor: Visitor, desk: Desk, role: str, then: str = "") -> str:
    """Where a session of this role begins."""
    with writing(desk.engine) as db:
        token = members.start_link(db, f"m-{role}", desk.clock())
    sent = visitor.send(f"/inloggen/{token}{then}", {})
    return sent.response.headers["Location"]


def meet(
    desk: Desk, meeting: str, group: str, *decided: DecisionTaken, closed: bool = False
) -> None:
    """A group meets today and decides; a closed point stays within the group."""
    planned = MeetingPlanned(meeting=meeting, group=group, on=desk.today())
    line = AgendaLine(
        key="punt",
        title="Punt",
        kind="besluiten",
        minutes=10,
        reason="Het kwam op.",
        confidential=closed,
    )
    desk.record([planned, AgendaSet(meeting=meeting, lines=(line,)), *decided], by="m-aanjager")


def decision(key: str, meeting: str, group: str, said: str, about: str = "punt") -> DecisionTaken:
    return DecisionTaken(decision=key, meeting=meeting, group=group, statement=said, about=about)


def test_a_newcomer_lands_here_once_and_then_on_the_start_page(
    visitor: Visitor, desk: Desk
) -> None:
    assert sign_in_again(visitor, desk, "themagroep") == "/welkom"
    assert sign_in_again(visitor, desk, "themagroep") == "/"
    start = visitor.open("/")
    assert start.links()["Lees op één bladzijde wat dit is, wie wie is en wat we van je vragen"]
    assert start.links()["Nieuw hier?"] == "/welkom"


def test_who_was_going_somewhere_goes_there_first(visitor: Visitor, desk: Desk) -> None:
    assert sign_in_again(visitor, desk, "themagroep", "?next=/afspraken/") == "/afspraken/"


def test_who_may_not_read_inside_begins_on_the_start_page(visitor: Visitor, desk: Desk) -> None:
    assert sign_in_again(visitor, desk, "raadslid") == "/"
    assert "Nieuw hier?" not in visitor.open("/").text
    visitor.open("/welkom", 403)


def test_who_joined_long_ago_finds_it_at_help_only(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    clock.forward(days=200)
    assert sign_in_again(visitor, desk, "themagroep") == "/"
    start = visitor.open("/")
    assert start.links()["Nieuw hier?"] == "/welkom"
    assert "Lees op één bladzijde" not in start.text


def test_it_tells_what_the_own_groups_decided_and_what_is_still_in_force(
    visit: Visit, desk: Desk
) -> None:
    meet(desk, "m1", GROUP, decision("d1", "m1", GROUP, "We beginnen klein."))
    again = decision("d2", "m1", GROUP, "We beginnen groot.", about="decision:d1")
    inside = decision("d3", "m2", GROUP, "Dit blijft onder ons.")
    elsewhere = decision("d4", "m3", "kerngroep", "De kern besloot dit.")
    hidden = decision("d5", "m4", "kerngroep", "Dit bleef in de kern.")
    desk.record([again], by="m-voorzitter")
    meet(desk, "m2", GROUP, inside, closed=True)
    meet(desk, "m3", "kerngroep", elsewhere)
    meet(desk, "m4", "kerngroep", hidden, closed=True)

    member = visit("themagroep").open("/welkom")
    assert "We beginnen groot." in member.text and "We beginnen klein." not in member.text
    assert "Dit blijft onder ons." in member.text and "vertrouwelijk" in member.text
    assert len(member.html.query(".stays-inside")) == 1  # it does not go on paper
    assert "De kern besloot dit." not in member.text
    contact = visit("contactpersoon").open("/welkom").text
    assert "De kern besloot dit." in contact
    assert "Dit bleef in de kern." not in contact and "Dit blijft onder ons." not in contact


def test_it_names_people_only_for_who_takes_part(visit: Visit, desk: Desk) -> None:
    member = visit("themagroep").open("/welkom").text
    assert "Vera Voorbeeld, Stichting Welzijn Capelle (voorzitter)" in member
    assert "Karim Voorbeeld" in member  # the chair of another group
    officer = visit("beleidsmedewerker").open("/welkom").text
    assert "Vera" not in officer and "Karim" not in officer
    assert "voorzitter: Stichting Welzijn Capelle" in officer


def test_it_tells_what_is_asked_of_someone_and_of_their_organisation(
    visit: Visit, desk: Desk
) -> None:
    asked = ActionAsked(action="a1", title="Zoek een zaal", organisation=SCHOOL, group=GROUP)
    mine = ActionAgreed(action="a2", title="Bel de mentor", owner="m-themagroep", group=GROUP)
    other = ActionAgreed(action="a3", title="Iets van een ander", owner="m-kerngroep")
    desk.record([asked, mine, other], by="m-voorzitter")
    found = visit("themagroep").open("/welkom").text
    assert "Zoek een zaal" in found and "antwoord gevraagd" in found
    assert "Bel de mentor" in found and "Iets van een ander" not in found
    assert "Nu nog niets." in visit("klankbordgroep").open("/welkom").text


def test_it_tells_how_much_time_it_takes_and_when_the_next_two_meetings_are(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    for number, days in enumerate((10, 40, 70, 20)):
        clock.forward(days=days)
        planned = MeetingPlanned(meeting=f"m{number}", group=GROUP, on=clock.now.date())
        clock.forward(days=-days)
        desk.record([planned], by="m-voorzitter")
    desk.record([MeetingCancelled(meeting="m3", reason="Storm.")], by="m-voorzitter")
    said = visit("themagroep").open("/welkom").text
    assert "8 bijeenkomsten per jaar van 120 minuten" in said
    assert "De volgende twee zijn op donderdag 12 maart 2026 en zaterdag 11 april 2026" in said
    assert "Lid themagroep, 40 tot 45 uur." in said
    assert "8 tot 13 uur" not in said
    assert "het plan noemt daarvoor geen uren" in visit("contactpersoon").open("/welkom").text


def test_the_letter_that_welcomes_someone_leads_here(noor: Visitor, desk: Desk) -> None:
    typed = {"name": "Nel Voorbeeld", "mail": "nel@voorbeeld.example", "role": "lid"}
    noor.send("/alliantie/leden/nieuw", {**typed, "group": "Klankbordgroep"})
    with reading(desk.engine) as db:
        [letter] = [one for one in outbox.letters(db, limit=9) if one.kind == "uitnodiging"]
    assert "http://localhost/welkom\n" in letter.body


def titles(found: Page) -> list[str]:
    return [one.to_text().strip() for one in found.html.query("main h2")]


def test_it_answers_five_questions_for_everyone_who_may_read_it(visit: Visit) -> None:
    for role in ("aanjager", "kernvoorzitter", "wijkgroep", "contactpersoon", "beleidsmedewerker"):
        assert titles(visit(role).open("/welkom")) == [
            "Wat is dit?",
            "Wat vragen we nu van jou?",
            "Hoeveel tijd kost het?",
            "Wat is besloten, en geldt nog?",
            "Wie is wie?",
        ]


def test_a_group_hands_over_the_same_page_on_paper_without_what_stays_inside(
    visit: Visit, desk: Desk
) -> None:
    meet(desk, "m1", GROUP, decision("d1", "m1", GROUP, "We beginnen klein."))
    meet(desk, "m2", GROUP, decision("d2", "m2", GROUP, "Dit blijft onder ons."), closed=True)
    mine = ActionAgreed(action="a1", title="Bel de mentor", owner="m-themagroep", group=GROUP)
    desk.record([mine], by="m-voorzitter")
    teun = visit("themagroep")
    page = teun.open(f"/alliantie/groepen/{GROUP}")
    handed = teun.open(page.links()["Geef één bladzijde mee over deze groep"])
    assert handed.title.startswith("Welkom in Themagroep")
    assert "We beginnen klein." in handed.text and "40 tot 45 uur" in handed.text
    assert "Dit blijft onder ons." not in handed.text and "Bel de mentor" not in handed.text
    assert "Vera Voorbeeld" in handed.text
    visit("aanjager").open(f"/welkom/{GROUP}")
    visit("kerngroep").open(f"/welkom/{GROUP}", 403)
    visit("aanjager").open("/welkom/nergens", 404)
