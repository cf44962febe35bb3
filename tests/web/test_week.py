"""The programme of a week: put together inside, read by everyone, sent to the paper."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance.desk import Desk
from alliance.events.activities import ActivityPlanned
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
WEEK = "/jaarkalender/nieuw?vast=week_tegen_eenzaamheid&jaar=2026"
ACTIVITY = "/activiteiten/a1"
SAID = {"headline": "Samen koffie drinken", "text": "Loop binnen.", "joining": "010 000 00 00"}


@pytest.fixture
def moment(noor: Visitor, desk: Desk) -> str:
    """The key of a Week with one activity for someone like a persona, and one training."""
    typed = {"on": "24-9-2026", "until": "30-9-2026"}
    address = str(noor.send(WEEK, typed).response.headers["Location"])
    on = date(2026, 9, 24)
    desk.record(
        [
            ActivityPlanned(
                activity="a1",
                title="Koffie tegen eenzaamheid",
                on=on,
                place="De Wel",
                organisation="sonrisa",
                persona="hans",
            ),
            ActivityPlanned(activity="a2", title="Training", on=on, audience="professionals"),
        ],
        by="m-contactpersoon",
    )
    return address.rsplit("/", 1)[1]


def test_nothing_is_public_until_somebody_announces_it(
    noor: Visitor, visit: Visit, moment: str
) -> None:
    page = visit("").open("/weekprogramma")
    assert page.title == "Week tegen Eenzaamheid 2026"
    assert "Er staat nog niets in het programma." in page.text
    assert "Koffie tegen" not in page.text
    inside = noor.open(f"/jaarkalender/{moment}")
    assert "Geen activiteiten staan in het programma, van 1 voor inwoners" in inside.text
    assert "Zet in het programma : Koffie tegen eenzaamheid" in inside.links()


def test_what_is_announced_is_read_by_everyone_in_outward_words_only(
    noor: Visitor, visit: Visit, moment: str
) -> None:
    refused = noor.send(f"{ACTIVITY}/weekprogramma", {}, 422)
    assert "Schrijf dit voor wie komt" in refused.text
    page = noor.write(f"{ACTIVITY}/weekprogramma", SAID)
    assert "De activiteit staat in het programma." in page.text
    public = visit("").open(f"/weekprogramma/{moment}")
    assert "Samen koffie drinken" in public.text and "De Wel" in public.text
    assert "Donderdag 24 september 2026" in public.text
    assert "meedoen: 010 000 00 00" in public.text and "Stichting Sonrisa" in public.text
    for inward in ("Koffie tegen", "Hans", "weduwnaar", "Training"):
        assert inward not in public.text


def test_the_paper_gets_plain_text_to_download(noor: Visitor, visit: Visit, moment: str) -> None:
    noor.write(f"{ACTIVITY}/weekprogramma", SAID)
    answer = visit("").client.get(f"/weekprogramma/{moment}/krant.txt")
    assert answer.mimetype == "text/plain"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "Tijd volgt: Samen koffie drinken." in answer.text and "Hans" not in answer.text


def test_the_organisation_itself_chooses_its_words(visit: Visit, moment: str) -> None:
    cora = visit("contactpersoon")
    form = cora.open(f"{ACTIVITY}/weekprogramma")
    assert form.visible_fields() == ["headline", "text", "joining"]
    assert "Iedereen kan dit lezen" in form.text
    page = cora.write(f"{ACTIVITY}/weekprogramma", {"headline": "Samen minder eenzaam"})
    assert "Haal uit het weekprogramma" in page.links()
    assert "Samen minder eenzaam" in visit("").open("/weekprogramma").text
    cora.write(f"{ACTIVITY}/weekprogramma/weghalen", {})
    assert "Samen minder eenzaam" not in visit("").open("/weekprogramma").text


def test_nobody_announces_for_another_organisation(visit: Visit, moment: str) -> None:
    visit("themagroep").open(f"{ACTIVITY}/weekprogramma", 403)
    visit("").open(f"{ACTIVITY}/weekprogramma", 302)
    visit("beleidsmedewerker").open(f"{ACTIVITY}/weekprogramma", 403)


def test_only_a_week_with_a_programme_is_public(noor: Visitor, visit: Visit, moment: str) -> None:
    other = str(
        noor.send("/jaarkalender/nieuw?vast=begroting", {"on": "9-11-2026"}).response.headers[
            "Location"
        ]
    ).rsplit("/", 1)[1]
    guest = visit("")
    guest.open(f"/weekprogramma/{other}", 404)
    guest.open("/weekprogramma/niets", 404)
    noor.write(f"/jaarkalender/{moment}/weghalen", {"reason": "Vervalt."})
    guest.open(f"/weekprogramma/{moment}", 404)
    assert "nog geen week met een programma" in guest.open("/weekprogramma").text


def test_visitors_find_the_programme_in_the_weeks_before(noor: Visitor, visit: Visit) -> None:
    noor.send(WEEK, {"on": "19-3-2026", "until": "25-3-2026"})
    assert "Bekijk het programma" in visit("").open("/").links()
