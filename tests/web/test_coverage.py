"""Seeing who misses what, why, and saying whom a wijk recognises."""

from collections.abc import Callable

from alliance.desk import Desk
from alliance.events.words import Area, AreasAdopted
from alliance.projections import coverage_gaps
from tests.conftest import Clock
from tests.web.visitor import Visitor, attribute, words

Visit = Callable[[str], Visitor]
PAGE = "/wie-mist-wat/"
YONAS = f"{PAGE}schollevaar/yonas"
UNSEEN = f"{PAGE}WK050203/yonas"


def test_the_page_says_how_often_nobody_has_looked(noor: Visitor) -> None:
    page = noor.open(PAGE)
    assert page.title == "Wie mist wat?"
    assert "47 van de 54 keer zei nog niemand" in page.text
    assert "Dit komt uit het plan van 2019–2020." in page.text
    assert "Waarom zie ik dit?" in page.text


def test_the_map_shows_every_wijk_and_the_list_the_same(noor: Visitor) -> None:
    html = noor.open(PAGE).html
    drawn = {attribute(a, "href") for a in html.query("svg.map a")}
    listed = {attribute(a, "href") for a in html.query("nav.map-list a")}
    assert len(drawn) == 9 and drawn == listed
    assert all(attribute(path, "d").startswith("M") for path in html.query("svg.map a path"))


def test_a_map_file_that_changed_is_not_drawn(noor: Visitor, desk: Desk) -> None:
    other = AreasAdopted(
        areas="GM0502",
        year=2026,
        source="CBS 2026",
        map_file="buurten.geojson",
        map_digest="a" * 64,
        items=(
            Area(code="GM0502", name="Capelle", level="gemeente"),
            Area(code="WK050206", name="Schenkel", level="wijk", parent="GM0502"),
        ),
    )
    desk.record([other], by="import")
    page = noor.open(PAGE)
    assert "De kaart is er nu niet" in page.text and not page.html.query("svg.map")
    assert "Schenkel" in page.text


def test_finding_why_someone_like_yonas_finds_no_network_takes_two_taps(noor: Visitor) -> None:
    menu = noor.open("/").links()
    page = noor.open(menu["Wie mist wat?"])
    assert "Iemand als Yonas: “Eigen netwerk opbouwen of vergroten”" in page.text
    why = noor.open(page.links()["Yonas in Schollevaar"])
    assert why.title == "Iemand als Yonas in Schollevaar"
    assert "Yonas, persona: nieuwkomer uit Eritrea" in why.text
    assert "Daar hoort Yonas niet bij." in why.text


def test_what_is_out_of_reach_is_shown_with_its_route_and_never_as_a_gap(noor: Visitor) -> None:
    page = noor.open(YONAS)
    assert "Hiervoor is iemand anders nodig" in page.text
    assert "Vluchtelingenwelzijn" in page.text
    needs = [words(one) for one in page.html.query("ol.needs h3")]
    assert not [one for one in needs if "Gezin laten overkomen" in one]


def test_a_cell_says_what_to_ask_and_what_to_keep_in_mind(noor: Visitor) -> None:
    page = noor.open(YONAS)
    assert "Is Bevorderen van vrijwillige inzet gratis of betaalbaar met weinig geld?" in page.text
    assert "Vraag of iemand meegaat." in page.text
    hans = noor.open(f"{PAGE}schenkel/hans")
    assert "Hans hoort hier niet van." in hans.text


def test_a_gap_goes_on_the_agenda_by_the_key_the_agenda_knows(noor: Visitor, desk: Desk) -> None:
    address = noor.open(f"{PAGE}WK050207/yonas").links()["Zet op de agenda"]
    with desk.reading() as now:
        keys = [gap.key for gap in now.ask(coverage_gaps.gaps, now.today)]
    assert "gap:yonas:netwerk:schollevaar" in keys
    assert "over=gap:yonas:netwerk:schollevaar" in address


def test_an_agreement_starts_from_the_persona_and_the_place(noor: Visitor) -> None:
    new = noor.open(YONAS).links()["Maak een afspraak"]
    page = noor.write(new, {"title": "Zoek een taalmaatje"})
    assert "Schollevaar" in page.text and "Yonas" in page.text


def test_a_cell_says_what_was_agreed_about_it(noor: Visitor) -> None:
    cell = "/wie-mist-wat/schollevaar/yonas"
    assert "Er loopt hierover nog geen afspraak." in noor.open(cell).text
    agreed = {"title": "Een maatje zoeken", "by_when": "01-04-2026"}
    noor.write("/afspraken/nieuw?persona=yonas&waar=WK050207", agreed)
    page = noor.open(cell)
    assert "Een maatje zoeken" in page.links() and "vóór 1 april 2026" in page.text
    assert "Een maatje zoeken" not in noor.open("/wie-mist-wat/schollevaar/hans").links()


def test_a_place_that_nobody_looked_at_says_so(noor: Visitor) -> None:
    page = noor.open(UNSEEN)
    assert "weten we nog niet" in page.text and "Nog niet bekeken." in page.text
    assert "Zet op de agenda" not in page.links()


def test_a_group_says_it_recognises_someone_and_the_word_changes(visit: Visit) -> None:
    wies = visit("wijkgroep")
    page = wies.write(f"{UNSEEN}/herkend", {"reason": "Dat horen we in het buurthuis."})
    assert "Het staat erin" in page.text
    assert "Middelwatering Oost: herkennen wij hier" in page.text
    assert "Dat horen we in het buurthuis." in page.text
    assert "niets passends" in page.text and "Zet op de agenda" in page.links()
    assert "46 van de 54 keer" in wies.open(PAGE).text


def test_who_knows_a_gebied_speaks_for_its_wijken_at_once(noor: Visitor) -> None:
    page = noor.write(f"{YONAS}/niet-herkend", {})
    assert "herkennen iemand als Yonas hier niet" in page.text
    assert "herkennen wij hier niet" in noor.open(f"{PAGE}WK050208/yonas").text


def test_of_a_part_of_a_wijk_nobody_says_whom_it_recognises(noor: Visitor) -> None:
    page = noor.open(f"{PAGE}de_hoeken/patricia")
    assert "Herkennen wij hier" not in page.links()
    assert page.links()["Oostgaarde Noord"].endswith("/WK050205/patricia")
    noor.open(f"{PAGE}de_hoeken/patricia/herkend", 404)


def test_a_text_about_a_person_is_refused_and_kept(noor: Visitor) -> None:
    typed = {"reason": "Bel hem op 06-12345678"}
    page = noor.post(f"{UNSEEN}/herkend", noor.open(f"{UNSEEN}/herkend").fields() | typed, 422)
    assert "Bel hem op 06-12345678" in page.text


def test_who_only_reads_sees_no_buttons_that_write(visit: Visit) -> None:
    officer = visit("beleidsmedewerker")
    found = officer.open(UNSEEN).links()
    assert not {"Herkennen wij hier", "Maak een afspraak", "Zet op de agenda"} & set(found)
    officer.open(f"{UNSEEN}/herkend", 403)
    visit("raadslid").open(PAGE, 403)


def test_an_earlier_day_has_no_buttons(noor: Visitor, clock: Clock) -> None:
    clock.forward(days=1)
    page = noor.open(f"{YONAS}?op=2026-03-02")
    assert page.title == "Iemand als Yonas in Schollevaar"
    assert not {"Herkennen wij niet", "Maak een afspraak", "Zet op de agenda"} & set(page.links())
    assert noor.open(f"{PAGE}?op=2026-03-02").html.query("svg.map")


def test_a_wijk_shows_its_buurten_and_which_have_no_residents(noor: Visitor) -> None:
    page = noor.open(f"{PAGE}WK050206")
    assert page.title == "Wie mist wat in Schenkel?"
    assert len(page.html.query("svg.map a")) == 11
    assert "Sportpark Schenkel" in page.text and "geen bewoners" in page.text
    assert "6.295" in page.text and "CBS 2024" in page.text


def test_a_buurt_does_not_know_its_residents_and_leads_up_to_its_wijk(noor: Visitor) -> None:
    page = noor.open(f"{PAGE}BU05020662")
    assert "onbekend" in page.text
    assert page.links()["Schenkel"].endswith("/wie-mist-wat/WK050206")
    empty = noor.open(f"{PAGE}BU05020666")
    assert "woont niemand of bijna niemand" in empty.text
    assert "kan hier niemand iets missen" in noor.open(f"{PAGE}BU05020666/hans").text


def test_a_gebied_that_is_not_linked_says_so(noor: Visitor) -> None:
    assert "Buurt nog te koppelen" in noor.open(f"{PAGE}rondelen").text
    assert "buurt nog te koppelen" in noor.open(f"{PAGE}WK050206/zeynep").text


def test_what_is_no_place_or_persona_is_not_found(noor: Visitor) -> None:
    for nothing in ("WK999", "WK050206/nobody", "WK999/hans"):
        noor.open(PAGE + nothing, 404)
    page = noor.open(f"{PAGE}GM0502", 302)
    assert page.response.headers["Location"] == PAGE
