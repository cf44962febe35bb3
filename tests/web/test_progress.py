"""How far we are: what the plan leaves open, what is known of each result, what groups say."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionDone
from alliance.events.activities import ActivityHeld, ActivityPlanned
from alliance.events.base import Event
from alliance.events.counts import Count
from alliance.events.outcomes import LessonRecorded, OutcomeRecorded
from tests.conftest import Clock
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
ALL, RESULT, THEME = "/voortgang/", "/voortgang/T3.R2", "/voortgang/thema/T3"
TODAY = date(2026, 3, 2)
MEASURE = {
    "target": "Elke school weet welk aanbod er is.",
    "number": "6",
    "unit": "scholen",
    "deadline": "31-12-2026",
    "owner": "comenius",
    "reason": "De themagroep koos dit in maart.",
}


def chain(desk: Desk) -> None:
    """From an agreement to an activity to what it brought, and a lesson."""
    group = "themagroep_t3"
    happened: list[Event] = [
        ActionAgreed(action="a1", title="Praat met de scholen", result="T3.R2", group=group),
        ActionDone(action="a1", on=TODAY, yielded="Vier scholen willen mee."),
        ActivityPlanned(
            activity="b1", title="Middag voor mentoren", on=TODAY, audience="professionals",
            action="a1", group=group,
        ),
        ActivityHeld(activity="b1", counts=(Count(known="getal", number=14, unit="deelnames"),)),
        OutcomeRecorded(
            outcome="c1", activity="b1", statement="Mentoren kennen het maatjesproject.",
            on=TODAY, evidence="professionals",
        ),
        LessonRecorded(lesson="d1", activity="b1", on=TODAY, statement="Kies een lesvrije middag."),
    ]  # fmt: skip
    desk.record(happened, by="m-themagroep")


def test_after_the_import_the_page_says_what_the_plan_leaves_open(visit: Visit) -> None:
    page = visit("kerngroep").open(ALL)
    for what in ("eigenaar", "streefwaarde", "datum"):
        assert f"Geen van de 16 afgesproken resultaten heeft een {what}." in page.text
    assert "Bij 3 resultaten hoort nog geen actie: T1.R2" in page.text
    assert page.text.count("Nog niets gemeld") == 16
    assert "%" not in page.text


def test_after_the_import_the_page_says_what_the_offer_shows(visit: Visit) -> None:
    kim = visit("kerngroep")
    page = kim.open(ALL)
    assert "Geen enkel aanbod is ooit bevestigd" in page.text
    assert "8 op sociale eenzaamheid, 1 op emotionele" in page.text
    assert "(“Gezin laten overkomen”), kan de alliantie niet oplossen" in page.text
    kim.write(page.links()["Zet op de agenda : Voor wie is het aanbod dat er is?"], {})
    assert "Aangedragen op 2 maart 2026" in kim.open("/agenda/kerngroep").text


def test_a_result_shows_what_is_open_with_ideas_that_nobody_agreed(visit: Visit) -> None:
    page = visit("kerngroep").open(RESULT)
    assert page.text.count("nog niet afgesproken") >= 5
    assert "aantal jongeren gesproken" in page.text
    assert "Het plan noemt geen actie voor dit resultaat." in page.text


def test_a_result_leads_from_agreement_to_activity_to_what_it_brought(
    visit: Visit, desk: Desk
) -> None:
    chain(desk)
    page = visit("kerngroep").open(RESULT)
    links = page.links()
    assert links["Praat met de scholen"] == "/afspraken/a1"
    assert links["Middag voor mentoren"] == "/activiteiten/b1"
    assert links["Mentoren kennen het maatjesproject."] == "/opbrengsten/c1"
    assert "14 deelnames" in page.text
    assert "Kies een lesvrije middag." in links
    assert "Laatste nieuws op 2 maart 2026" in page.text
    listed = visit("kerngroep").open(ALL).text
    assert "1 afspraak 1 activiteit gehouden 1 opbrengst" in listed


def test_silence_is_said_and_is_no_zero(visit: Visit, desk: Desk, clock: Clock) -> None:
    chain(desk)
    clock.forward(days=120)
    kim = visit("kerngroep")
    assert "Niet gemeld sinds 2 maart 2026" in kim.open(RESULT).text
    assert "Niet gemeld sinds 2 maart 2026" in kim.open(ALL).text


def test_by_catch_and_lessons_stand_apart(visit: Visit, desk: Desk) -> None:
    desk.record(
        [
            OutcomeRecorded(
                outcome="c1",
                statement="Twee moeders begonnen een eetclub.",
                on=TODAY,
                theme="T3",
                unplanned=True,
            )
        ],
        by="m-themagroep",
    )
    kim = visit("kerngroep")
    assert kim.open(ALL).links()["Twee moeders begonnen een eetclub."] == "/opbrengsten/c1"
    assert "Twee moeders begonnen een eetclub." in kim.open(THEME).links()


def test_a_part_of_an_action_of_the_plan_names_the_whole(noor: Visitor) -> None:
    text = noor.open("/voortgang/thema/T4").text
    assert "onderdeel van: Een paar keer per jaar" in text
    assert "T4.A" not in text


def test_a_theme_shows_its_results_and_what_the_plan_means_to_do(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.open(THEME)
    assert page.title == "Eenzaamheid onder jongeren"
    shown = [to for to in page.links().values() if to.startswith("/voortgang/T3.R")]
    assert shown == [f"/voortgang/T3.R{number}" for number in range(1, 5)]
    assert "T3.R1" not in page.text, "the number stands where the plan is cited"
    assert "Nummer in het plan T3.R1" in teun.open("/voortgang/T3.R1").text
    assert "nog geen afspraak" in page.text
    [first, *_] = [to for label, to in page.links().items() if label.startswith("Maak hier")]
    teun.write(first, {"title": "Bel de scholen", "by_when": "27-03-2026"})
    assert "1 afspraak" in teun.open(THEME).text


def test_the_theme_group_adjusts_a_result_with_a_reason(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write(f"{RESULT}/bijstellen", MEASURE)
    assert "6 scholen" in page.text and "31 december 2026" in page.text
    assert "Comenius" in page.text and "aantal jongeren gesproken" not in page.text
    assert "Resultaat bijgesteld" in page.text
    form = teun.open(f"{RESULT}/bijstellen").fields()
    assert form["target"] == MEASURE["target"] and form["deadline"] == "31-12-2026"


def test_an_adjustment_says_why_and_a_number_says_what_is_counted(visit: Visit) -> None:
    page = visit("themagroep").send(f"{RESULT}/bijstellen", {"number": "6"}, 422)
    assert "Schrijf ook in woorden waaraan jullie zien dat het lukt." in page.text
    assert "Schrijf op wat je telt" in page.text
    assert page.fields()["number"] == "6"
    page = visit("themagroep").send(f"{RESULT}/bijstellen", {"reason": "Zomaar."}, 422)
    assert "Er is niets veranderd" in page.text


def test_a_group_says_how_far_a_result_is(visit: Visit) -> None:
    teun = visit("themagroep")
    said = {"verdict": "deels", "reason": "Vier van de zes scholen doen mee."}
    page = teun.write(f"{RESULT}/beoordelen", said)
    assert "Deels gehaald" in page.text and said["reason"] in page.text
    assert "Themagroep Eenzaamheid onder jongeren" in page.text
    page = visit("kernvoorzitter").write(f"{RESULT}/beoordelen", said | {"verdict": "niet"})
    assert "Kerngroep" in page.text and "Niet gehaald" in page.text
    assert "Kies hoe ver" in teun.send(f"{RESULT}/beoordelen", {"reason": "Tja."}, 422).text


def test_who_sits_in_no_group_of_the_theme_adjusts_nothing(noor: Visitor, visit: Visit) -> None:
    noor.open(f"{RESULT}/bijstellen", 403)
    visit("themagroep").open("/voortgang/T4.R1/bijstellen", 403)
    assert "Stel bij" not in visit("themagroep").open("/voortgang/T4.R1").text
    assert "Stel bij" in visit("themagroep").open(RESULT).text


def test_a_result_goes_on_the_agenda(visit: Visit) -> None:
    teun = visit("themagroep")
    link = teun.open(RESULT).links()["Zet op de agenda"]
    page = teun.write(link, {})
    assert "Duidelijk is welk aanbod jongeren nodig hebben" in page.text


def test_what_went_otherwise_than_agreed_is_a_number_for_others(
    visit: Visit, desk: Desk, clock: Clock
) -> None:
    late = ActionAgreed(
        action="a1", title="Bel de mentoren", by_when=TODAY, result="T3.R2", group="themagroep_t3"
    )
    desk.record([late], by="m-themagroep")
    clock.forward(days=5)
    assert "Bel de mentoren" in visit("themagroep").open(RESULT).text
    page = visit("kerngroep").open(RESULT)
    assert "Bel de mentoren" not in page.links()
    assert "Van nog 1 afspraak is de dag verschoven of voorbij" in page.text


def test_progress_on_an_earlier_day_has_no_buttons(visit: Visit, desk: Desk, clock: Clock) -> None:
    clock.forward(days=2)
    chain(desk)
    teun = visit("themagroep")
    page = teun.open(f"{RESULT}?op=03-03-2026")
    assert "Er is nog geen opbrengst opgeschreven." in page.text
    assert "Stel bij" not in page.text and "Zet op de agenda" not in page.text
    assert "Nog niets gemeld" in teun.open(f"{ALL}?op=03-03-2026").text


def test_an_unknown_result_or_theme_is_not_found(noor: Visitor, visit: Visit) -> None:
    for address in ("/voortgang/T9.R9", "/voortgang/thema/T9"):
        noor.open(address, 404)
    visit("themagroep").open("/voortgang/T9.R9/bijstellen", 404)
