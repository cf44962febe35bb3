"""Writing down an answer that came by phone, by mail or in a talk."""

from collections.abc import Callable

import pytest

from alliance.desk import Desk
from alliance.events.actions import ActionAsked
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/afspraken/zaal"


@pytest.fixture(autouse=True)
def asked(desk: Desk) -> None:
    """The theme group of young people asked Sonrisa for a room."""
    group = "themagroep_t3"
    question = ActionAsked(
        action="zaal", title="Een zaal op dinsdag", organisation="sonrisa", group=group
    )
    desk.record([question], by="m-voorzitter")


def test_the_aanjager_writes_down_what_was_said_in_two_taps(visit: Visit, noor: Visitor) -> None:
    assert noor.open(AT).links()["Schrijf het antwoord op"] == f"{AT}/optekenen"
    page = noor.write(f"{AT}/optekenen", {"via": "gebeld", "answer": "ja"})
    assert "zei ja (gebeld, opgetekend door Noor Voorbeeld" in page.text
    cora = visit("contactpersoon")
    page = cora.open(AT)
    assert "Dit antwoord is gebeld en opgetekend door aanjager" in page.text
    page = cora.write(f"{AT}/klopt-niet", {})
    assert "wacht op antwoord" in page.text
    assert "zo hebben wij niet geantwoord" in page.text
    assert "Een opgetekend antwoord klopte niet" in noor.open(AT).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"answer": "datum", "day": "3-4-2026"}, "andere datum voorgesteld"),
        ({"answer": "overleg", "day": "20-3-2026"}, "overlegt eerst"),
        ({"why": "geen_geld", "told": "De huur is te hoog."}, "zei nee: geen geld. De huur"),
    ],
)
def test_every_answer_can_be_written_down(noor: Visitor, typed: dict[str, str], told: str) -> None:
    assert told in noor.write(f"{AT}/optekenen", {"via": "gemaild", **typed}).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"answer": "gedaan", "told": "De zaal is er."}, "De zaal is er. (gesproken"),
        ({"answer": "bezig"}, "Bezig met afspraak"),
        ({"answer": "verschoven", "day": "3-4-2026"}, "Van geen dag naar 3 april 2026"),
        ({"answer": "lukt_niet", "told": "Het dak lekt."}, "Het dak lekt. (gesproken"),
    ],
)
def test_how_it_goes_can_be_written_down_too(
    noor: Visitor, typed: dict[str, str], told: str
) -> None:
    noor.write(f"{AT}/optekenen", {"via": "gebeld", "answer": "ja"})
    assert told in noor.write(f"{AT}/optekenen", {"via": "gesproken", **typed}).text


def test_writing_down_says_what_is_missing_at_its_field(noor: Visitor) -> None:
    page = noor.send(f"{AT}/optekenen", {}, status=422)
    assert "Kies hoe het antwoord kwam." in page.text
    assert "Kies wat het antwoord is." in page.text
    page = noor.send(f"{AT}/optekenen", {"via": "gebeld", "answer": "datum"}, status=422)
    assert page.html.query("#f-day-error")
    assert "Kies een nieuwe dag." in page.text


def test_who_may_answer_for_another_is_led_to_writing_it_down(noor: Visitor) -> None:
    for way in ("ja", "nee", "overleg", "andere-datum", "leidinggevende"):
        page = noor.open(f"{AT}/{way}", status=303)
        assert page.response.headers["Location"] == f"{AT}/optekenen"
