"""What went wrong is said on a page that says what to do next, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from flask import Flask

from alliance import members
from alliance.database import open_engine, reading, writing
from alliance.desk import Desk
from alliance.events.organisations import RoleEnded
from alliance.projections import people_rows
from alliance.projections.base import Projection
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
NEW = {"title": "Zoek een zaal voor de koffie", "by_when": "27-03-2026"}


def test_what_was_typed_for_a_locked_database_is_sent_again_with_one_tap(
    visit: Visit, desk: Desk, sqlite_url: str
) -> None:
    teun = visit("themagroep")
    fields = teun.open("/afspraken/nieuw").fields() | NEW
    desk.engine = open_engine(sqlite_url, patience=0.1)
    with writing(open_engine(sqlite_url)):
        page = teun.post("/afspraken/nieuw", fields, 503)
    assert "Wat je typte, is er nog." in page.text
    assert page.fields() == fields
    teun.post("/afspraken/nieuw", page.fields())
    assert NEW["title"] in teun.open("/afspraken/").text


def test_what_was_typed_while_the_roles_stay_behind_is_sent_again_too(
    visit: Visit, desk: Desk
) -> None:
    teun = visit("themagroep")
    fields = teun.open("/afspraken/nieuw").fields() | NEW
    known = desk.known
    broken = Projection("people", people_rows.tables, lambda rows, entry: 1 / 0)  # type: ignore[arg-type]
    object.__setattr__(broken, "kinds", people_rows.PROJECTION.kinds)
    desk.known = [broken if one.name == "people" else one for one in known]
    desk.record([RoleEnded(member="m-raadslid", role="raadslid")], by="import")
    page = teun.post("/afspraken/nieuw", fields, 503)
    assert "Je kunt nu alleen lezen" in page.text
    desk.known = known
    teun.post("/afspraken/nieuw", page.fields())


def test_a_form_of_another_site_is_not_offered_again(visit: Visit, site: Flask, desk: Desk) -> None:
    stranger = visit("")
    desk.engine = open_engine("sqlite:////nergens/geen.db", patience=0.1)
    page = stranger.client.post("/inloggen", data={"mail": "a@b.example", "key": "geraden"})
    assert page.status_code == 400
    assert "Verstuur het nog eens" not in page.text


def test_an_unknown_page_while_the_database_is_away_says_that_it_is_away(
    visit: Visit, desk: Desk
) -> None:
    noor = visit("aanjager")
    desk.engine = open_engine("sqlite:////nergens/geen.db", patience=0.1)
    assert "niet bereikbaar" in noor.open("/bestaat-niet", 503).title


@pytest.mark.parametrize(
    "address", ["/aanbod/?zoek=a%00b", "/aanbod/?zoek=a%1Bb", "/afspraken/a%00b", "/%00"]
)
def test_what_no_database_can_hold_is_never_asked_of_one(visit: Visit, address: str) -> None:
    assert visit("aanjager").client.get(address).status_code in (400, 404)


def test_what_no_database_can_hold_is_never_written_down(visit: Visit) -> None:
    teun = visit("themagroep")
    fields = teun.open("/afspraken/nieuw").fields() | {"title": "Zaal\0"}
    assert "een teken" in teun.post("/afspraken/nieuw", fields, 400).text


def test_signs_that_no_page_can_show_fall_away_where_a_form_is_read(visit: Visit) -> None:
    teun = visit("themagroep")
    assert (
        teun.write("/afspraken/nieuw", {"title": "Za\x0bal\x7f zoeken\x01"}).title == "Zaal zoeken"
    )


def test_no_address_and_no_link_stands_in_the_log(
    visit: Visit, desk: Desk, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    noor = visit("aanjager")
    fields = noor.open("/mijn-gegevens/verbeteren").fields() | {"mail": "nieuw@adres.example"}
    with writing(desk.engine) as db:
        db.exec_driver_sql(
            "CREATE TRIGGER broken BEFORE UPDATE ON members BEGIN SELECT raise(ABORT, 'stuk'); END"
        )
    noor.post("/mijn-gegevens/verbeteren", fields, 500)
    assert "stuk" in caplog.text
    assert "nieuw@adres.example" not in caplog.text
    with reading(desk.engine) as db:
        assert members.mail_of(db, "m-aanjager") == "aanjager@voorbeeld.example"
