"""Signing in with a link, once, by who has the mail; and signing out, here or everywhere."""

from pathlib import Path

import pytest
from flask import Flask

from alliance import members, outbox
from alliance.database import open_engine, reading, writing
from alliance.desk import Desk
from alliance.events.organisations import MemberLeft, RoleEnded
from alliance.projections import people_rows
from alliance.projections.base import Projection
from tests.conftest import Clock
from tests.web.cast import sign_in
from tests.web.door import NOOR, ask, is_signed_in, link_in_mail
from tests.web.visitor import Visitor

NOBODY = "niemand@voorbeeld.example"
pytestmark = pytest.mark.usefixtures("demo")


def test_someone_signs_in_with_a_link_and_a_button(visitor: Visitor, desk: Desk) -> None:
    ask(visitor, " AANJAGER@voorbeeld.example ")
    assert not is_signed_in(visitor)
    visitor.send(link_in_mail(desk), {})
    assert is_signed_in(visitor)
    account = visitor.open("/mijn-gegevens").text
    assert "Noor Voorbeeld" in account and NOOR in account and "aanjager" in account


def test_the_answer_is_the_same_for_an_unknown_address(visitor: Visitor, desk: Desk) -> None:
    known, unknown = ask(visitor, NOOR), ask(visitor, NOBODY)
    assert known.response.headers["Location"] == unknown.response.headers["Location"]
    assert known.response.text == unknown.response.text
    with reading(desk.engine) as db:
        assert len(outbox.letters(db)) == 1


@pytest.mark.parametrize("mail", ["", "noor", "noor@", "noor@huis", "noor de vries@huis.nl"])
def test_what_is_no_address_is_said_at_the_field_and_kept(visitor: Visitor, mail: str) -> None:
    page = ask(visitor, mail, status=422)
    assert "Schrijf je hele mailadres" in page.text
    assert page.fields()["mail"] == mail


def test_opening_the_link_changes_nothing_however_often(visitor: Visitor, desk: Desk) -> None:
    ask(visitor)
    link = link_in_mail(desk)
    for _ in range(3):
        visitor.open(link)
    assert not is_signed_in(visitor)
    visitor.send(link, {})
    assert is_signed_in(visitor)


def test_a_link_works_once(visitor: Visitor, site: Flask, desk: Desk) -> None:
    ask(visitor)
    link = link_in_mail(desk)
    second = Visitor(site)
    fields = second.open(link).fields()
    visitor.send(link, {})
    assert "Vraag een nieuwe link" in second.post(link, fields, 410).text
    assert "Vraag een nieuwe link" in second.open(link, 410).text
    assert not is_signed_in(second)


def test_a_link_works_for_fifteen_minutes_and_says_until_when(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    ask(visitor)
    with reading(desk.engine) as db:
        assert "tot 2 maart 2026, 10.15 uur" in outbox.letters(db, with_links=True)[0].body
    clock.forward(minutes=15)
    assert "werkt niet meer" in visitor.open(link_in_mail(desk), 410).title


def test_a_form_from_elsewhere_signs_nobody_in(visitor: Visitor, desk: Desk) -> None:
    ask(visitor)
    visitor.post(link_in_mail(desk), {}, 400)
    assert not is_signed_in(visitor)


def test_one_address_gets_five_letters_an_hour(visitor: Visitor, desk: Desk, clock: Clock) -> None:
    for _ in range(5):
        ask(visitor)
    assert "Even wachten" in ask(visitor, status=429).text
    ask(visitor, NOBODY)
    with reading(desk.engine) as db:
        assert len(outbox.letters(db)) == 5
    clock.forward(hours=1)
    ask(visitor)


def test_one_sender_asks_twenty_times_an_hour(visitor: Visitor) -> None:
    for number in range(20):
        ask(visitor, f"{number}@voorbeeld.example")
    ask(visitor, NOOR, status=429)


def test_signing_in_leads_on_to_the_page_that_was_asked_for(visitor: Visitor, desk: Desk) -> None:
    door = visitor.open("/mijn-gegevens", 302).response.headers["Location"]
    assert door == "/inloggen?next=/mijn-gegevens"
    ask(visitor, at=door)
    page = visitor.send(link_in_mail(desk), {})
    assert page.response.headers["Location"] == "/mijn-gegevens"


@pytest.mark.parametrize(
    "elsewhere", ["https://elders.example", "//elders.example", "/\\elders.example", "/\t/elders"]
)
def test_signing_in_never_leads_off_this_site(visitor: Visitor, desk: Desk, elsewhere: str) -> None:
    ask(visitor)
    link = link_in_mail(desk)
    fields = visitor.open(link).fields()
    response = visitor.client.post(link, data=fields, query_string={"next": elsewhere})
    assert response.headers["Location"] in ("/", "/welkom")


def test_signing_out_ends_this_session_only(visitor: Visitor, site: Flask) -> None:
    other = Visitor(site)
    for one in (visitor, other):
        sign_in(one, "aanjager")
    cookie = visitor.client.get_cookie("alliantie")
    assert cookie
    visitor.post("/uitloggen", {"key": key_of(visitor)})
    assert not is_signed_in(visitor) and is_signed_in(other)
    visitor.client.set_cookie("alliantie", cookie.value)
    assert not is_signed_in(visitor), "an old cookie opened an ended session"


def test_signing_out_everywhere_ends_every_session(visitor: Visitor, site: Flask) -> None:
    other = Visitor(site)
    for one in (visitor, other):
        sign_in(one, "aanjager")
    visitor.post("/overal-afmelden", visitor.open("/mijn-gegevens").fields())
    assert not is_signed_in(visitor) and not is_signed_in(other)


def key_of(visitor: Visitor) -> str:
    """The one-time key of the form that signs out, which stands on every page."""
    [form] = visitor.open("/privacy").html.query("form[action='/uitloggen'] input[name=key]")
    return str((form.attrs or {})["value"])


def test_signing_in_as_someone_else_ends_the_session_before(visitor: Visitor, desk: Desk) -> None:
    sign_in(visitor, "aanjager")
    sign_in(visitor, "raadslid")
    with reading(desk.engine) as db:
        open_sessions = db.execute(members.sessions.select()).all()
    assert [one.member for one in open_sessions] == ["m-raadslid"]


def test_who_left_is_signed_out_and_gets_no_letter(visitor: Visitor, desk: Desk) -> None:
    sign_in(visitor, "aanjager")
    desk.record([MemberLeft(member="m-aanjager")], by="import")
    assert not is_signed_in(visitor)
    ask(visitor)
    with reading(desk.engine) as db:
        assert not outbox.letters(db)


def test_who_was_erased_is_signed_out(visitor: Visitor, desk: Desk) -> None:
    sign_in(visitor, "aanjager")
    members.erase(desk.engine, ["m-aanjager"], desk.settings.secret_key)
    assert not is_signed_in(visitor)


def test_a_role_that_ended_is_gone_on_the_next_page(visitor: Visitor, desk: Desk) -> None:
    sign_in(visitor, "aanjager")
    visitor.open("/tijdlijn/")
    desk.record([RoleEnded(member="m-aanjager", role="aanjager")], by="import")
    page = visitor.open("/tijdlijn/", 403)
    assert "Dit kan alleen als je" in page.text


def test_while_the_roles_stay_behind_nobody_gets_more_than_reading(
    visitor: Visitor, desk: Desk
) -> None:
    sign_in(visitor, "aanjager")
    broken = Projection("people", people_rows.tables, lambda rows, entry: 1 / 0)  # type: ignore[arg-type]
    object.__setattr__(broken, "kinds", people_rows.PROJECTION.kinds)
    desk.known = [broken if one.name == "people" else one for one in desk.known]
    desk.record([RoleEnded(member="m-raadslid", role="raadslid")], by="import")
    visitor.open("/tijdlijn/")
    assert "alleen lezen" in visitor.open("/afspraken/nieuw", 503).text
    visitor.post("/uitloggen", {"key": key_of(visitor)})


def test_a_database_that_is_away_says_so_and_signs_nobody_out(
    visitor: Visitor, desk: Desk, tmp_path: Path
) -> None:
    sign_in(visitor, "aanjager")
    there = desk.engine
    desk.engine = open_engine(f"sqlite:///{tmp_path / 'nergens' / 'geen.db'}", patience=0.1)
    assert "niet bereikbaar" in visitor.open("/mijn-gegevens", 503).title
    desk.engine = there
    assert is_signed_in(visitor)


def test_a_session_that_is_used_stays_open_also_when_that_cannot_be_noted(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    sign_in(visitor, "aanjager")
    clock.forward(days=20)
    assert is_signed_in(visitor)
    clock.forward(days=20)
    assert is_signed_in(visitor)
    clock.forward(days=31)
    assert not is_signed_in(visitor)


def test_a_locked_database_is_no_reason_to_refuse_a_page(
    visitor: Visitor, desk: Desk, clock: Clock, sqlite_url: str
) -> None:
    sign_in(visitor, "aanjager")
    clock.forward(days=2)
    desk.engine = open_engine(sqlite_url, patience=0.1)
    with writing(open_engine(sqlite_url)):
        assert is_signed_in(visitor)
