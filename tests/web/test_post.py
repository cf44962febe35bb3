"""The outgoing mail as a page: in the demo for all, with its links; else for who keeps the site."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alliance import outbox
from alliance.database import reading, writing
from alliance.desk import Desk
from tests.web.cast import sign_in
from tests.web.door import ask, is_signed_in
from tests.web.visitor import Visitor, attribute

pytestmark = pytest.mark.usefixtures("demo")


def test_the_demo_shows_the_letter_with_its_link(visitor: Visitor) -> None:
    ask(visitor)
    sent = visitor.open("/inloggen/verstuurd")
    page = visitor.open(sent.links()["Bekijk de mail van deze demo"])
    [link] = [address for address in page.links().values() if "/inloggen/" in address]
    visitor.send(link.removeprefix("http://localhost"), {})
    assert is_signed_in(visitor)


def test_outside_the_demo_only_the_keeper_sees_letters_and_no_link(
    visitor: Visitor, desk: Desk
) -> None:
    ask(visitor)
    desk.settings = replace(desk.settings, demo=False, smtp_url="smtp://nergens.example")
    assert "beheerder" in visitor.open("/uitgaande-mail", 403).text
    sign_in(visitor, "beheerder")
    page = visitor.open("/uitgaande-mail")
    assert "Inloggen bij" in page.text and "/inloggen/" not in page.text


def test_a_site_without_mail_says_so_and_makes_no_links(visitor: Visitor, desk: Desk) -> None:
    desk.settings = replace(desk.settings, demo=False)
    ask(visitor)
    assert "verstuurt nog geen mail" in visitor.open("/inloggen/verstuurd").text
    with reading(desk.engine) as db:
        assert not outbox.letters(db)


def test_an_empty_outbox_says_what_to_do(visitor: Visitor) -> None:
    page = visitor.open("/uitgaande-mail")
    assert page.links()["Vraag een link om in te loggen"] == "/inloggen"


def test_the_keeper_decides_what_happens_with_a_letter_nobody_is_sure_of(
    visitor: Visitor, desk: Desk
) -> None:
    now = desk.clock()
    with writing(desk.engine) as db:
        for about in ("1", "2"):
            outbox.put(
                db, about=about, to="mail:info@voorbeeld.example", kind="agenda",
                subject=f"Agenda {about}", body="Dag.", now=now,
            )  # fmt: skip
    while outbox.claim(desk.engine, lambda *_: None, "voorbeeld.example", now):
        pass
    with writing(desk.engine) as db:
        outbox.lapse(db, now + timedelta(minutes=11))
    assert "Verstuur opnieuw" not in visitor.open("/uitgaande-mail").text
    sign_in(visitor, "beheerder")
    assert "Mail die mislukte of onzeker is 2" in visitor.open("/status").text
    for end, said in (("opnieuw", "gaat opnieuw uit"), ("zo-laten", "gaat niet opnieuw uit")):
        page = visitor.open("/uitgaande-mail")
        [form, *_] = page.html.query(f"main form[action$='/{end}']")
        key = attribute(form.query("input[name=key]")[0], "value")
        sent = visitor.post(attribute(form, "action"), {"key": key})
        assert said in visitor.open(sent.response.headers["Location"]).text
    with reading(desk.engine) as db:
        assert sorted(one.state for one in outbox.letters(db)) == [outbox.LAPSED, outbox.WAITS]
