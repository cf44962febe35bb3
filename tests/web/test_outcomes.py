"""Writing down what something brought."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionLogged
from alliance.events.activities import ActivityPlanned
from tests.web.cast import SCHOOL
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = "/opbrengsten/nieuw"
FROM_COFFEE = f"{NEW}?activiteit=koffie"
TYPED = {"number": "12", "unit": "deelnames", "statement": "Drie buren spraken weer af."}
COFFEE = ActivityPlanned(
    activity="koffie",
    title="Koffie in Schenkel",
    on=date(2026, 2, 25),
    place="De Wel",
    organisation=SCHOOL,
    group="themagroep_t3",
    area="WK050206",
)
SOON = ActivityPlanned(
    activity="straks", title="Lunch", on=date(2026, 3, 25), place="De Wel", organisation=SCHOOL
)


@pytest.fixture
def teun(visit: Visit, desk: Desk) -> Visitor:
    """Someone of the theme group, whose coffee was last week."""
    desk.record([COFFEE], by="m-themagroep")
    return visit("themagroep")


def recorded(teun: Visitor) -> str:
    """The address of what was just written down about the coffee."""
    return str(teun.send(FROM_COFFEE, TYPED).response.headers["Location"])


def test_what_an_activity_brought_is_written_down(teun: Visitor) -> None:
    page = teun.write(FROM_COFFEE, TYPED)
    assert page.title == TYPED["statement"]
    for words in ("12 deelnames", "woensdag 25 februari 2026", "Koffie in Schenkel", "telling"):
        assert words in page.text
    page = teun.open("/activiteiten/koffie")
    assert "geweest" in page.text
    assert "12 deelnames" in page.text


def test_what_it_brought_asks_how_many_of_what_and_one_sentence(teun: Visitor) -> None:
    page = teun.open(FROM_COFFEE)
    assert page.title == "Wat bracht het: Koffie in Schenkel?"
    assert page.visible_fields() == ["number", "unit", "statement"]


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        ("107+", "deelnames", "minstens 107 deelnames"),
        ("minstens 20", "gesprekken", "minstens 20 gesprekken"),
        ("1.284", "personen", "1.284 personen"),
        ("", "niet_geteld", "niet geteld"),
    ],
)
def test_a_count_is_honest(teun: Visitor, number: str, unit: str, shown: str) -> None:
    page = teun.write(FROM_COFFEE, TYPED | {"number": number, "unit": unit})
    assert shown in page.text


@pytest.mark.parametrize(
    ("number", "unit", "fault"),
    [
        ("", "deelnames", "Vul een aantal in, of kies Niet geteld."),
        ("12", "niet_geteld", "Haal één van de twee weg."),
        ("veel", "deelnames", "Schrijf een heel getal"),
        ("2", "koekjes", "Kies een van de mogelijkheden"),
    ],
)
def test_a_count_that_cannot_be_is_refused(
    teun: Visitor, number: str, unit: str, fault: str
) -> None:
    page = teun.send(FROM_COFFEE, TYPED | {"number": number, "unit": unit}, status=422)
    assert fault in page.text
    assert page.fields()["statement"] == TYPED["statement"]


def test_a_small_number_is_whole_only_for_who_counted(teun: Visitor, noor: Visitor) -> None:
    address = teun.send(FROM_COFFEE, TYPED | {"number": "3"}).response.headers["Location"]
    assert "3 deelnames" in teun.open(address).text
    page = noor.open(address)
    assert "minder dan 5 deelnames" in page.text
    entry = next(link for link in page.links().values() if link.startswith("/tijdlijn/"))
    assert "3 deelnames" not in noor.open(entry).text


def test_without_a_context_the_form_is_there_with_what_misses_it(teun: Visitor) -> None:
    page = teun.open(NEW)
    assert page.visible_fields() == ["number", "unit", "statement"]
    assert page.links()["Koffie in Schenkel, 25 februari 2026"] == FROM_COFFEE
    page = teun.write(NEW, TYPED)
    assert "maandag 2 maart 2026" in page.text


def test_what_an_action_brought_is_of_the_day_it_was_done(teun: Visitor, desk: Desk) -> None:
    done = ActionLogged(
        action="folders", title="Folders gebracht", on=date(2026, 2, 20), organisation=SCHOOL
    )
    desk.record([done], by="m-themagroep")
    page = teun.write(f"{NEW}?afspraak=folders", TYPED | {"number": "40", "unit": "bezoeken"})
    assert "vrijdag 20 februari 2026" in page.text
    assert "Folders gebracht" in page.links()
    assert TYPED["statement"] in teun.open("/afspraken/folders").text


def test_what_still_has_to_come_brought_nothing_yet(teun: Visitor, desk: Desk) -> None:
    desk.record([SOON], by="m-themagroep")
    page = teun.send(f"{NEW}?activiteit=straks", TYPED, status=422)
    assert "Leg daarna vast wat het bracht." in page.text


def test_who_wrote_it_corrects_it_and_takes_it_back(teun: Visitor) -> None:
    address = recorded(teun)
    start = teun.open(f"{address}/verbeteren").fields()
    assert (start["number"], start["unit"], start["on"]) == ("12", "deelnames", "25-02-2026")
    page = teun.write(f"{address}/verbeteren", {"number": "14", "unplanned": "ja"})
    assert "14 deelnames" in page.text
    assert "onverwachte opbrengst" in page.text
    assert page.text.count("Opbrengst verbeterd") == 1
    page = teun.write(f"{address}/terugnemen", {"reason": "Dubbel opgeschreven."})
    assert "teruggenomen" in page.text
    assert TYPED["statement"] not in teun.open("/opbrengsten/").text
    teun.open(f"{address}/verbeteren", status=409)


def test_others_neither_record_nor_correct_it(teun: Visitor, visit: Visit) -> None:
    address = recorded(teun)
    wies = visit("wijkgroep")
    wies.open(FROM_COFFEE, status=403)
    wies.open(f"{address}/verbeteren", status=403)


def test_the_aanjager_links_it(teun: Visitor, noor: Visitor) -> None:
    page = noor.write(f"{recorded(teun)}/koppelen", {"persona": "truus"})
    assert "Truus, persona" in page.text


def test_the_list_is_filtered_by_what_stands_in_the_address(teun: Visitor) -> None:
    recorded(teun)
    for asked in ("", "soort=telling", "waar=WK050206"):
        assert TYPED["statement"] in teun.open(f"/opbrengsten/?{asked}").text
    for asked in ("soort=verhaal", "onverwacht=ja", "waar=WK050209"):
        assert TYPED["statement"] not in teun.open(f"/opbrengsten/?{asked}").text


def test_a_lesson_is_shown_without_whose_it_was(teun: Visitor, visit: Visit) -> None:
    address = "/opbrengsten/les?activiteit=koffie"
    assert "geen enkel besluit over subsidie" in teun.open(address).text
    page = teun.write(address, {"statement": "Begin met iets te eten."})
    assert page.title == "Begin met iets te eten."
    page = visit("beleidsmedewerker").open("/opbrengsten/lessen")
    assert "Begin met iets te eten." in page.text
    page = visit("beleidsmedewerker").open(page.links()["Begin met iets te eten."])
    assert "Comenius" not in page.html.query("main")[0].to_text()
    assert "Begin met iets te eten." in teun.open("/activiteiten/koffie").text
    teun.open("/opbrengsten/lessen/onbekend", status=404)


def test_who_wrote_a_lesson_sets_it_right_or_takes_it_back(teun: Visitor, visit: Visit) -> None:
    page = teun.write("/opbrengsten/les?activiteit=koffie", {"statement": "Begin met eten."})
    links = page.links()
    correct, withdraw = links["Verbeter wat hier staat"], links["Neem deze les terug"]
    visit("beleidsmedewerker").open(correct, 403)
    assert "wat je ervan leerde" in teun.send(correct, {"statement": ""}, 422).text
    page = teun.write(correct, {"statement": "Begin met soep."})
    assert page.title == "Begin met soep." and "Les vastgelegd" in page.text
    earlier = next(to for said, to in page.links().items() if said.startswith("Les vastgelegd"))
    assert "Begin met eten." in teun.open(earlier).text
    page = teun.write(withdraw, {"reason": "Dat wisten we al."})
    assert "teruggenomen" in page.text and "Verbeter wat hier staat" not in page.text
    assert "Begin met soep." not in teun.open("/opbrengsten/lessen").text
    assert "Begin met soep." not in teun.open("/activiteiten/koffie").text


def test_faults_stand_in_the_order_in_which_the_form_asks(teun: Visitor) -> None:
    page = teun.post(NEW, teun.open(NEW).fields() | {"number": "tien", "statement": ""}, 422)
    number, statement = "Schrijf een heel getal", "Schrijf in één zin wat het bracht"
    assert page.text.index(number) < page.text.index(statement)
