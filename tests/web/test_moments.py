"""The year calendar: what comes when, its steps, and one tap that makes a step an agreement."""

from collections.abc import Callable

import pytest

from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
CALENDAR = "/jaarkalender/"
WEEK = f"{CALENDAR}nieuw?vast=week_tegen_eenzaamheid&jaar=2026"
SET = {"on": "24-9-2026", "until": "30-9-2026", "source": "eentegeneenzaamheid.nl"}


@pytest.fixture
def week(noor: Visitor) -> str:
    """The address of the Week of 2026."""
    return str(noor.send(WEEK, SET).response.headers["Location"])


def test_what_has_no_day_yet_is_named_and_never_guessed(noor: Visitor) -> None:
    page = noor.open(f"{CALENDAR}?jaar=2027")
    assert page.title == "Jaarkalender 2027"
    assert "Zou volgens de bron op donderdag 30 september 2027 beginnen. Kijk dat na." in page.text
    assert page.text.count("De dag is nog niet bekend.") == 5
    assert "Voorjaarsnota" in page.text and "Zomerreces van de raad" in page.text


def test_holidays_stand_in_their_months_with_their_source(noor: Visitor) -> None:
    text = noor.open(CALENDAR).text
    assert "zomervakantie (18 juli 2026 tot en met 30 augustus 2026)" in text
    assert "Koningsdag (27 april 2026)" in text
    assert "Schoolvakanties: ministerie van OCW" in text


def test_the_aanjager_fills_in_the_day_and_the_steps_are_counted_back(noor: Visitor) -> None:
    form = noor.open(WEEK)
    assert form.visible_fields() == ["on", "until", "source"]
    assert form.fields()["on"] == "24-09-2026" and form.fields()["until"] == "30-09-2026"
    assert "Kijk de dagen na op eentegeneenzaamheid.nl" in form.text
    page = noor.write(WEEK, SET)
    assert page.title == "Week tegen Eenzaamheid 2026"
    assert "24 september tot en met 30 september 2026" in page.text
    assert "Organisaties vragen om mee te doen vóór donderdag 18 juni 2026" in page.text
    calendar = noor.open(CALENDAR).text
    assert "Week tegen Eenzaamheid 2026" in calendar and "nog niemand" in calendar


def test_a_step_becomes_an_agreement_in_one_tap(visit: Visit, week: str) -> None:
    karim = visit("kernvoorzitter")
    page = tap(karim, week, "Dat doe ik : Organisaties vragen")
    assert "Het is een afspraak, op jouw naam." in page.text and "afgesproken" in page.text
    shown = karim.open(page.links()["Bekijk de afspraak : Organisaties vragen om mee te doen"])
    assert shown.title == "Organisaties vragen om mee te doen (Week tegen Eenzaamheid 2026)"
    assert "18 juni 2026" in shown.text and "Stichting Welzijn Capelle" in shown.text
    again = visit("themagroep")
    told = again.post(f"{week}/stappen/2", again.open(f"{week}/stappen/2").fields(), 422)
    assert "Deze stap is al een afspraak." in told.text


def test_a_step_of_which_the_day_has_been_becomes_an_agreement_without_a_day(
    noor: Visitor,
) -> None:
    soon = str(noor.send(WEEK, SET | {"on": "20-6-2026"}).response.headers["Location"])
    assert "deze dag is geweest" in noor.open(soon).text
    page = tap(noor, soon, "Dat doe ik : Dagen van de Week")
    address = next(url for label, url in page.links().items() if "Bekijk de afspraak" in label)
    assert "31 januari" not in noor.open(address).text


def test_moving_counts_the_steps_anew_and_says_what_was_agreed_before(
    noor: Visitor, week: str
) -> None:
    tap(noor, week, "Dat doe ik : Organisaties vragen")
    typed = {"on": "1-10-2026", "until": "7-10-2026", "reason": "Landelijk een week later."}
    page = noor.write(f"{week}/verplaatsen", typed)
    assert "vóór donderdag 25 juni 2026" in page.text
    assert "Die is vóór 18 juni 2026: de dagen zijn sindsdien veranderd." in page.text
    assert "Was eerst vanaf donderdag 24 september 2026" in page.text
    assert "Schrijf in één zin waarom." in noor.send(f"{week}/verplaatsen", {}, 422).text


def test_what_is_taken_off_the_calendar_stays_readable(noor: Visitor, week: str) -> None:
    page = noor.write(f"{week}/weghalen", {"reason": "Dubbel gezet."})
    assert "Het is van de jaarkalender gehaald." in page.text
    shown = noor.open(week)
    assert "Staat niet meer op de jaarkalender" in shown.text and "Dubbel gezet." in shown.text
    assert "Dat doe ik" not in shown.text
    again = noor.send(WEEK, SET)
    assert again.status == 303


def test_the_same_moment_comes_once_a_year(noor: Visitor, week: str) -> None:
    page = noor.send(WEEK, SET | {"on": "1-10-2026", "until": ""}, 422)
    assert "Dit moment staat er dat jaar al." in page.text


def test_something_of_this_year_only_has_a_name_of_its_own(noor: Visitor) -> None:
    form = noor.open(f"{CALENDAR}nieuw")
    assert form.visible_fields() == ["title", "on", "until", "source"]
    page = noor.write(f"{CALENDAR}nieuw", {"title": "Buurtdag Schenkel", "on": "6-6-2026"})
    assert page.title == "Buurtdag Schenkel" and "zaterdag 6 juni 2026" in page.text
    assert "Hier horen geen vaste stappen bij." in page.text


def test_only_the_aanjager_sets_days_and_everyone_inside_reads(visit: Visit, week: str) -> None:
    teun = visit("themagroep")
    assert "Zet iets op de jaarkalender" not in teun.open(CALENDAR).links()
    teun.open(f"{CALENDAR}nieuw", 403)
    teun.open(f"{week}/verplaatsen", 403)
    bas = visit("beleidsmedewerker")
    assert "Dat doe ik" not in bas.open(week).text
    bas.open(f"{week}/stappen/1", 403)
    visit("raadslid").open(CALENDAR, 403)
    visit("").open(CALENDAR, 302)


def test_a_calendar_too_far_away_or_a_moment_nobody_set_is_not_found(noor: Visitor) -> None:
    noor.open(f"{CALENDAR}?jaar=2040", 404)
    noor.open(f"{CALENDAR}nieuw?vast=niets", 404)
    noor.open(f"{CALENDAR}niets", 404)


def test_a_step_that_does_not_exist_is_not_found(noor: Visitor, week: str) -> None:
    noor.open(f"{week}/stappen/99", 404)


def test_the_start_page_names_steps_that_nobody_took(noor: Visitor) -> None:
    noor.send(WEEK, SET | {"on": "21-5-2026", "until": ""})
    text = noor.open("/").text
    assert "Op de jaarkalender: nog van niemand" in text
    assert "Activiteiten van de organisaties verzamelen" in text
    assert "Organisaties vragen om mee te doen" not in text
    assert noor.open("/bijeenkomsten/").links()["Jaarkalender"] == CALENDAR
