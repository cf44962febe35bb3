"""During a meeting: who is there, and one line at each point, without leaving the page."""

from collections.abc import Callable

import pytest

from tests.conftest import Clock
from tests.web.taps import fields_of, tap
from tests.web.visitor import Page, Visitor, attribute, words

Visit = Callable[[str], Visitor]
PLAN = {"on": "26-03-2026 om 14.00", "place": "Gemeentehuis"}
BARE = "Geen van de 16 resultaten heeft een eigenaar"


@pytest.fixture
def karim(visit: Visit) -> Visitor:
    """The chair of the core group."""
    return visit("kernvoorzitter")


@pytest.fixture
def now(karim: Visitor, clock: Clock) -> str:
    """The page of a core group that meets today, with its agenda."""
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    clock.forward(days=24)
    address = f"{answer.response.headers['Location']}/nu"
    tap(karim, address, "Begin met deze agenda")
    return address


def point(page: Page, title: str) -> str:
    """What stands at one point of the page."""
    [found] = [one for one in page.html.query("section.part") if title in words(one)[:200]]
    return words(found)


def say(
    visitor: Visitor, address: str, number: int, deed: str, status: int = 303, **typed: str
) -> Page:
    """Type a line at a point, counted from 1, and tap what it is; 0 is what belongs to none."""
    forms = visitor.open(address).html.query("form.say")
    form = forms[number - 1]
    answer = visitor.post(address, fields_of(form) | {"doe": deed} | typed, status)
    if status != 303:
        return answer
    return visitor.open(answer.response.headers["Location"].partition("#")[0])


def test_the_chair_begins_with_the_agenda_as_it_stands(karim: Visitor, now: str) -> None:
    page = karim.open(now)
    assert page.title == "Nu: Kerngroep, donderdag 26 maart 2026"
    assert len(page.html.query("section.point")) == 7
    assert "Begin met deze agenda" not in page.text
    assert "Deze agenda is vastgesteld." in karim.open(now.replace("/nu", "/agenda")).text


def test_every_point_is_one_tap_away(karim: Visitor, now: str) -> None:
    page = karim.open(now)
    found = [attribute(one, "id") for one in page.html.query("section.part[id]")]
    assert page.links()["Rondvraag"] == "#rondvraag" and "rondvraag" in found
    [bare] = [
        to for words, to in page.links().items() if words.startswith(BARE) and to.startswith("#")
    ]
    assert bare.removeprefix("#") in found


def test_before_its_day_nothing_is_recorded(karim: Visitor) -> None:
    answer = karim.send("/bijeenkomsten/nieuw?groep=kerngroep", PLAN)
    address = f"{answer.response.headers['Location']}/nu"
    page = karim.open(address)
    assert "Vanaf donderdag 26 maart 2026 leg je hier vast" in page.text
    assert not page.html.query("main form")
    key = attribute(page.html.query("header input[name=key]")[0], "value")
    page = karim.post(address, {"key": key, "doe": "notitie", "statement": "Hoi."}, 422)
    assert "pas op 26-03-2026" in page.text


def test_everyone_is_there_with_one_tap_and_each_can_be_changed(
    karim: Visitor, visit: Visit, now: str
) -> None:
    page = tap(karim, now, "Iedereen is er")
    assert "Wie is er? 2" in page.text
    assert "Iedereen is er" not in page.text
    page = tap(karim, now, "Afgemeld : Kim Voorbeeld")
    assert "Wie is er? 1" in page.text
    pressed = page.html.query("button[aria-pressed=true]")
    assert [words(one) for one in pressed] == ["Er : Karim Voorbeeld", "Afgemeld : Kim Voorbeeld"]


def test_who_said_not_to_come_stays_excused(karim: Visitor, visit: Visit, now: str) -> None:
    tap(visit("kerngroep"), now.replace("/nu", ""), "Ik kan niet")
    assert "zei niet te komen" in karim.open(now).text
    page = tap(karim, now, "Iedereen is er")
    assert "Wie is er? 1" in page.text


def test_a_guest_comes_in_as_an_organisation(karim: Visitor, now: str) -> None:
    page = tap(karim, now, "Zet erbij", erbij="comenius")
    assert "gast: Comenius College" in page.text
    page = tap(karim, now, "Niet : gast: Comenius", 303)
    assert "Wie is er? 0" in page.text
    page = tap(karim, now, "Zet erbij", 422, erbij="Sinterklaas")
    assert "Kies iemand van de groep, een organisatie" in page.text


def test_one_line_is_one_decision_with_its_mandate_and_review(karim: Visitor, now: str) -> None:
    page = say(
        karim,
        now,
        1,
        "besluit",
        statement="De gemeente wordt eigenaar van T1.R3.",
        day="01-09-2026",
        mandate="college",
    )
    told = point(page, BARE)
    assert "besluit De gemeente wordt eigenaar van T1.R3." in told
    assert "opnieuw bekijken vanaf 1 september 2026" in told
    assert "voorstel aan het college of de raad" in told
    assert "De gemeente wordt eigenaar" in karim.open(now.replace("/nu", "")).text


def test_one_line_is_one_agreement_with_who_and_when(karim: Visitor, now: str) -> None:
    page = say(karim, now, 7, "afspraak", statement="Bel De Wel", who="kim", day="10-04-2026")
    assert "Bel De Wel Havensteder, vóór 10 april 2026" in point(page, "12 keer is er niets")
    found = karim.open("/afspraken/?groep=kerngroep")
    shown = karim.open(found.links()["Bel De Wel"])
    assert "Havensteder" in shown.text and "10 april 2026" in shown.text


@pytest.mark.parametrize(
    ("deed", "statement"),
    [
        ("advies", "Schrijf korter."),
        ("signaal", "Nieuwkomers komen alleen als iemand meegaat."),
        ("opbrengst", "Twee buren eten nu samen."),
        ("notitie", "Iedereen neemt dit mee."),
    ],
)
def test_one_line_is_whatever_was_tapped(
    karim: Visitor, now: str, deed: str, statement: str
) -> None:
    page = say(karim, now, 2, deed, statement=statement)
    assert f"{deed} {statement}" in point(page, "Bij 3 resultaten")


def test_what_belongs_to_no_point_stands_in_the_round(karim: Visitor, now: str) -> None:
    page = say(karim, now, 0, "notitie", statement="Volgende keer is er soep.")
    assert "Volgende keer is er soep." in point(page, "Rondvraag")


def test_every_line_comes_back_to_its_point(karim: Visitor, now: str) -> None:
    form = karim.open(now).html.query("form.say")[1]
    sent = fields_of(form) | {"doe": "notitie", "statement": "Goed."}
    answer = karim.post(now, sent)
    assert answer.response.headers["Location"].endswith("/nu#punt-results-idle")


def test_a_line_sent_twice_is_written_once(karim: Visitor, now: str) -> None:
    form = karim.open(now).html.query("form.say")[1]
    sent = fields_of(form) | {"doe": "notitie", "statement": "Goed."}
    for _ in range(3):
        karim.post(now, sent)
    assert karim.open(now).text.count("notitie Goed.") == 1


def test_spare_keys_write_as_well_as_the_forms_own(karim: Visitor, now: str) -> None:
    page = karim.open(now)
    spare = attribute(page.html.query("#stand")[0], "data-keys").split()
    form = fields_of(page.html.query("form.say")[1])
    for key, statement in zip([form["key"], *spare], ("Een.", "Twee.", "Drie."), strict=False):
        karim.post(now, form | {"key": key, "doe": "notitie", "statement": statement})
    told = point(karim.open(now), "Bij 3 resultaten")
    assert told.index("Een.") < told.index("Twee.") < told.index("Drie.")


def test_a_line_that_is_refused_stays_with_its_fault(karim: Visitor, now: str) -> None:
    page = say(karim, now, 2, "besluit", 422, statement="We doen het.", day="gisteren")
    assert "Schrijf de datum als dag-maand-jaar" in page.text
    assert "We doen het." in page.response.text
    page = say(karim, now, 2, "afspraak", 422, statement=" ", who="Sinterklaas")
    assert "Schrijf op wat je doet" in page.text
    page = say(karim, now, 2, "notitie", 422, statement="Mevrouw Jansen (82) belde.")
    assert "Gaat dit over een herkenbaar persoon?" in page.text
    page = say(karim, now, 2, "toverspreuk", 422, statement="Hocus.")
    assert "Kies wat het is" in page.text


def test_what_was_typed_wrongly_is_taken_away(karim: Visitor, now: str) -> None:
    for deed in ("besluit", "notitie"):
        say(karim, now, 2, deed, statement="Fout getypt.")
        page = tap(karim, now, "Haal weg : Fout getypt.")
        assert "Fout getypt." not in page.text


def test_what_stands_in_no_minutes_of_this_meeting_is_not_taken_away(
    karim: Visitor, now: str
) -> None:
    other = karim.send("/afspraken/nieuw", {"title": "Iets anders"})
    action = other.response.headers["Location"].rpartition("/")[2]
    key = attribute(karim.open(now).html.query("header input[name=key]")[0], "value")
    page = karim.post(now, {"key": key, "doe": "weg", "wat": f"action:{action}"}, 422)
    assert "Dit staat niet in het verslag." in page.text


def test_only_who_leads_the_group_records(karim: Visitor, visit: Visit, now: str) -> None:
    for role in ("voorzitter", "kerngroep", "beleidsmedewerker"):
        someone = visit(role)
        someone.open(now, 403)
    page = visit("kerngroep").open(now.replace("/nu", ""))
    assert "Open de bijeenkomst" not in page.text
    assert "Open de bijeenkomst" in karim.open(now.replace("/nu", "")).text
