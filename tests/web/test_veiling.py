"""What is hidden is covered wherever it leaves: on every page, of any day, and in every file."""

import html
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from flask import Flask

from alliance import hidden, hiding, journal, outbox
from alliance.app import create_app
from alliance.database import reading, writing
from alliance.events.actions import ActionAgreed
from alliance.events.texts import texts
from alliance.veil import HIDDEN
from alliance.web.veiling import WRITTEN
from tests.demo import NOW, desk_of, keys_by_subject, link_for, members_by_role, settings_of
from tests.web.test_every_page import addresses
from tests.web.visitor import SAME_ORIGIN, Visitor

PAPER = "application/pdf"
"""Covers its own texts, which `test_papers.py` looks at."""
EARLIER = "2026-02-25"
READERS = ("aanjager", "beleidsmedewerker", "themagroep", "klankbordgroep", "raadslid", "")
BEGINNING = 40
"""So many signs of a text that was cut short would still tell what it says."""


@pytest.fixture(scope="module")
def site(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A site on a copy of the demo in which a text of every subject is hidden."""
    copy = tmp_path_factory.mktemp("veiled") / "demo.db"
    shutil.copy(demo_file, copy)
    app = create_app(settings_of(copy), lambda: NOW)
    yield app
    desk_of(app).engine.dispose()


def of_newest(app: Flask) -> dict[str, str]:
    """Every text of a few words in the newest of each subject, with who wrote it first."""
    found: dict[str, str] = {}
    with reading(desk_of(app).engine) as db:
        every = {said.text for entry in journal.entries(db) for said in texts(entry.event)}
        for subject, keys in keys_by_subject(desk_of(app)).items():
            for entry in journal.stream(db, f"{subject}:{keys[0]}"):
                for said in texts(entry.event):
                    if len(said.text.split()) > 2 and is_only(said.text, every):
                        found[said.text] = hidden.first_said(db, said.text).entry.by
    return found


def is_only(text: str, every: set[str]) -> bool:
    """Whether no other text begins as this one, and the site itself does not say it."""
    begun = [one for one in every if marks(text) in plain(one)]
    return begun == [text] and marks(text) != "plan van 2019–2020"


def signed_in(app: Flask, role: str) -> tuple[Visitor, str]:
    visitor, member = Visitor(app), ""
    if role:
        member = members_by_role(desk_of(app))[role]
        visitor.send(link_for(desk_of(app), member), {})
    return visitor, member


def answers(visitor: Visitor, app: Flask) -> Iterator[tuple[str, str]]:
    """What every address answers, today and on an earlier day, as a reader could make it out."""
    for address in dict.fromkeys(addresses(app)):
        for day in (None, EARLIER):
            query = {"op": day} if day else {}
            found = visitor.client.get(address, query_string=query, headers=SAME_ORIGIN)
            if found.status_code == 200 and (found.mimetype or "").startswith(WRITTEN):
                yield f"{address} {day}", plain(found.text)


def plain(text: str) -> str:
    return " ".join(html.unescape(unquote_plus(text)).split()).casefold()


def marks(text: str) -> str:
    """By what a text is known, whole or cut short."""
    return plain(text)[:BEGINNING].rstrip(" .")


@pytest.mark.parametrize("role", READERS)
def test_no_page_and_no_file_tells_what_is_hidden(site: Flask, role: str) -> None:
    visitor, member = signed_in(site, role)
    said = {text: by for text, by in of_newest(site).items() if by != member}
    shown = {text for _, answer in answers(visitor, site) for text in said if marks(text) in answer}
    assert len(shown) > (20 if role not in ("raadslid", "") else 0)
    with writing(desk_of(site).engine) as db:
        for text in said:
            first = hidden.first_said(db, text)
            hidden.hide(db, first.entry.position, first.field, by="", now=NOW)
    told = [
        (address, text)
        for address, answer in answers(visitor, site)
        for text in said
        if marks(text) in answer
    ]
    with writing(desk_of(site).engine) as db:
        for one in hidden.waiting(db):
            hidden.reveal(db, one.entry.position, one.field)
    assert told == []


@pytest.fixture
def slip(site: Flask) -> Iterator[str]:
    """A text of one word that somebody wrote and hid; readable again afterwards."""
    desk, title = desk_of(site), "Tooske"
    wrote = ActionAgreed(action="slip", title=title, by_when=date(2026, 3, 20))
    if not journal_has(site, "action:slip"):
        desk.record([wrote], by=members_by_role(desk)["voorzitter"])
    hiding.hide(desk, title, by="")
    yield title
    with writing(desk.engine) as db:
        first = hidden.first_said(db, title)
        hidden.reveal(db, first.entry.position, first.field)


def journal_has(app: Flask, stream: str) -> bool:
    with reading(desk_of(app).engine) as db:
        return bool(journal.version(db, stream))


@pytest.mark.parametrize("address", ["/afspraken/slip", "/afspraken/", "/tijdlijn/", "/"])
def test_one_word_is_covered_too_where_it_stands_by_itself(
    site: Flask, slip: str, address: str
) -> None:
    visitor, _ = signed_in(site, "aanjager")
    page = visitor.open(address)
    assert slip not in page.response.text
    if address != "/":
        assert HIDDEN in page.text


def test_its_writer_reads_on_and_hears_what_happens_now(site: Flask, slip: str) -> None:
    writer, _ = signed_in(site, "voorzitter")
    page = writer.open("/afspraken/slip")
    assert page.title == slip
    assert "Een tekst van jou op deze bladzijde is verborgen voor anderen" in page.text
    assert "Een tekst van jou" not in writer.open("/voortgang/").text


def test_a_file_is_covered_for_everyone_but_the_writer(site: Flask, slip: str) -> None:
    writer, _ = signed_in(site, "voorzitter")
    assert slip in writer.client.get("/mijn-gegevens/download").text
    asked = ActionAgreed(action="slip-too", title=f"Weer: {slip}")
    desk_of(site).record([asked], by=members_by_role(desk_of(site))["aanjager"])
    other, _ = signed_in(site, "aanjager")
    file = other.client.get("/mijn-gegevens/download").text
    assert f"Weer: {HIDDEN}" in file
    assert slip not in file


def test_who_answers_for_the_site_reads_nothing_hidden_in_the_outbox(
    site: Flask, slip: str
) -> None:
    desk = desk_of(site)
    with writing(desk.engine) as db:
        outbox.put(
            db, about="week:9", to="mail:a@voorbeeld.example", kind="week", subject=f"Week: {slip}",
            body=f"Lukt het nog? {slip}", now=NOW,
        )  # fmt: skip
    keeper, _ = signed_in(site, "beheerder")
    page = keeper.open("/uitgaande-mail")
    assert f"Week: {HIDDEN}" in page.text
    assert slip not in page.response.text


def test_every_answer_is_text_that_can_be_covered_or_paper_that_covers_its_own(site: Flask) -> None:
    visitor, _ = signed_in(site, "aanjager")
    kinds = set()
    for address in dict.fromkeys(addresses(site)):
        found = visitor.client.get(address, headers=SAME_ORIGIN)
        if found.data:
            kinds.add(found.mimetype or "")
    assert {kind for kind in kinds if not kind.startswith(WRITTEN)} == {PAPER}
