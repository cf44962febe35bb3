"""Writing down what was agreed, and what came of it."""

from collections.abc import Callable

from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = "/afspraken/nieuw"
TYPED = {"title": "Zoek een maatje in Schollevaar", "by_when": "27-03-2026"}


def test_an_agreement_is_written_down_and_shown(visit: Visit) -> None:
    teun = visit("themagroep")
    page = teun.write(NEW, TYPED)
    assert page.title == TYPED["title"]
    assert "De afspraak staat erin." in page.text
    assert "vrijdag 27 maart 2026" in page.text
    assert TYPED["title"] in teun.open("/afspraken/").text
