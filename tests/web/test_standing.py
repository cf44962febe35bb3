"""Stand van zaken: half a page that can be copied, each figure with the page it comes from."""

from collections.abc import Callable

from tests.conftest import Clock
from tests.web.visitor import Visitor, words

Visit = Callable[[str], Visitor]
STANDING = "/stand-van-zaken/"


def test_half_a_page_says_what_is_known_and_what_is_not(visit: Visit) -> None:
    page = visit("beleidsmedewerker").open(STANDING)
    assert page.title == "Stand van zaken op 2 maart 2026"
    assert "Er zijn 16 resultaten afgesproken." in page.text
    assert "Geen van de 16 resultaten heeft een eigenaar" in page.text
    assert "past niets bij wat zij het eerst nodig hebben: ouderen, jongeren" in page.text
    assert "meet de GGD één keer in de vier jaar" in page.text
    assert not {name for name in ("Hans", "Yonas", "Nick") if name in page.text}


def test_the_text_to_copy_is_the_same_in_plain_words(visit: Visit) -> None:
    page = visit("beleidsmedewerker").open(STANDING)
    [copy] = page.html.query("pre")
    assert words(copy).startswith("Stand van zaken op 2 maart 2026 Er zijn 16 resultaten")
    assert "(bron: voortgang per resultaat, plan van 2019–2020)" in words(copy)


def test_every_sentence_leads_to_where_its_figures_come_from(visit: Visit) -> None:
    bas = visit("beleidsmedewerker")
    sources = {to for label, to in bas.open(STANDING).links().items() if label.startswith("Bron: ")}
    assert len(sources) >= 3
    for address in sources:
        bas.open(address)


def test_it_says_when_the_core_group_meets(noor: Visitor) -> None:
    noor.write("/bijeenkomsten/nieuw?groep=kerngroep", {"on": "26-03-2026"})
    assert "De kerngroep komt bij elkaar op 26 maart 2026." in noor.open(STANDING).text


def test_anyone_chooses_from_which_day_is_told(noor: Visitor) -> None:
    assert "sinds 1 januari 2026" in noor.open(f"{STANDING}?sinds=01-01-2026").text
    assert "sinds 1 september 2025" in noor.open(STANDING).text
    assert "Schrijf de datum als" in noor.open(f"{STANDING}?sinds=laatst", 400).text
    assert "Kies een dag vóór" in noor.open(f"{STANDING}?sinds=03-03-2026", 400).text


def test_any_earlier_day_can_be_told_of(noor: Visitor, clock: Clock) -> None:
    clock.forward(days=9)
    assert noor.open(f"{STANDING}?op=03-03-2026").title == "Stand van zaken op 3 maart 2026"
    assert noor.open(STANDING).title == "Stand van zaken op 11 maart 2026"
