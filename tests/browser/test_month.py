"""A month of the core group: asked, answered, met, minuted, and back on the agenda."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from alliance import outbox, tickets
from alliance.database import reading
from alliance.mailing import sending
from alliance.projections import people
from tests.browser.conftest import DESKTOP, PHONE, Enter, Running, serve
from tests.browser.test_gathering import THURSDAY, say
from tests.demo import desk_of, members_by_role

pytestmark = pytest.mark.browser
MORNING = datetime(2026, 3, 5, 8, tzinfo=UTC)
"""On a Thursday the mail of the week leaves."""
APRIL = datetime(2026, 4, 1, 9, tzinfo=UTC)
"""Four weeks later, when nobody said how it went."""
NEXT = datetime(2026, 4, 16, 13, tzinfo=UTC)
"""The next time that the core group meets."""
HALL, CARDS, CAKES = "Een zaal voor de lunch", "Kaarten drukken", "Drie taarten bakken"
DECIDED = "We drukken de kaarten zelf."
PHONED, MAILED = "Havensteder", "Stichting Sonrisa Rijnmond"


@pytest.fixture
def running(demo_file: Path, tmp_path: Path) -> Iterator[Running]:
    """A site of its own for each walk: a month changes much."""
    yield from serve(demo_file, tmp_path)


def ask_for(page: Page, what: str, whom: str) -> str:
    """Ask an organisation on behalf of the core group; the page of what was asked."""
    page.goto("/afspraken/vragen?groep=kerngroep")
    page.get_by_label("Wat vraag je?").fill(what)
    page.get_by_label("Van wie?").fill(whom)
    page.get_by_label(re.compile("^Of typ een dag")).fill("10-03-2026")
    page.get_by_role("button", name="Vraag stellen").click()
    expect(page.get_by_role("heading", name=what, level=1)).to_be_visible()
    return page.url.partition("?")[0]


def letter_about(running: Running, what: str) -> str:
    """The letter of this week in which something is asked, as it reaches who never signs in."""
    desk = desk_of(running.app)
    desk.clock = lambda: MORNING
    sending.do_rounds(desk)
    with reading(desk.engine) as db:
        found = next(one for one in outbox.letters(db, limit=200) if what in one.body)
    return tickets.signed(found.body, desk.settings.secret_key)


def their_organisation(running: Running) -> str:
    """The name of the organisation that the contact of the demo speaks for."""
    desk = desk_of(running.app)
    with reading(desk.engine) as db:
        key = people.organisation_of(db, members_by_role(desk)["contactpersoon"])
        found = people.organisation(db, key or "")
    assert found is not None
    return found.name


def agree(enter: Enter, noor: Page, hall: str, cards: str, size: dict[str, int]) -> None:
    """One says yes on the site, one by phone."""
    cora = enter("contactpersoon", size)
    cora.goto(hall)
    cora.get_by_role("button", name=re.compile("^Ja")).first.click()
    expect(cora.get_by_text("Het staat erin als afgesproken")).to_be_visible()

    noor.goto(f"{cards}/optekenen")
    noor.get_by_label("gebeld").check()
    noor.get_by_role("button", name=re.compile("^Ja")).first.click()
    expect(noor.get_by_role("main")).to_contain_text("gebeld, opgetekend door Noor Voorbeeld")


def decline(visitor: Page, letter: str) -> None:
    """One says no, from the mail."""
    [link] = re.findall(r"/antwoord/\S+/alles", letter)
    visitor.goto(link)
    asked = visitor.get_by_role("listitem").filter(has_text=CAKES)
    asked.get_by_role("link", name=re.compile("^Nee")).click()
    visitor.get_by_role("button", name="geen tijd").click()
    expect(visitor.get_by_role("main")).not_to_contain_text(CAKES)


def ask_elsewhere(noor: Page, cakes: str) -> None:
    """Ask another for what was declined."""
    noor.goto("/")
    expect(noor.get_by_role("main")).to_contain_text("Zei nee: geen tijd")
    noor.goto(f"{cakes}/elders")
    noor.get_by_label("Van wie?").fill("Stichting Welzijn Capelle")
    noor.get_by_role("button", name="Vraag stellen").click()
    expect(noor.get_by_role("main")).to_contain_text("wacht op antwoord")


def send_agenda(chair: Page) -> None:
    """Send the agenda as the site proposes it to the group that meets on Thursday."""
    chair.goto("/bijeenkomsten/?groep=kerngroep")
    chair.get_by_role("link", name=re.compile("Kerngroep, donderdag 5 maart")).click()
    chair.goto(f"{chair.url.partition('?')[0]}/agenda/klaarmaken")
    chair.get_by_role("button", name="Verstuur de agenda").click()
    expect(chair.get_by_role("status")).to_be_visible()


def meet(chair: Page) -> None:
    """Meet on Thursday and write down one decision; the minutes stand there at once."""
    chair.goto("/bijeenkomsten/?groep=kerngroep")
    chair.get_by_role("link", name=re.compile("Kerngroep, donderdag 5 maart")).click()
    chair.get_by_role("link", name="Open de bijeenkomst").click()
    chair.get_by_role("button", name="Iedereen is er").click()
    say(chair, 1, DECIDED, "Besluit")
    expect(chair.locator("#stand")).to_have_text("Bewaard.")
    chair.goto(f"{chair.url.partition('/nu')[0]}/verslag")
    expect(chair.get_by_role("main")).to_contain_text(DECIDED)
    expect(chair.get_by_role("main")).to_contain_text("nog niet vastgesteld")


def plan_the_next(chair: Page) -> None:
    chair.goto("/bijeenkomsten/nieuw?groep=kerngroep")
    chair.get_by_label(re.compile("^Wanneer")).fill("16-04-2026 om 14.00")
    chair.locator("form.form button[type=submit]").click()
    expect(chair.get_by_role("heading", level=1)).to_contain_text("16 april 2026")


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_was_asked_and_said_in_a_month_is_back_on_the_next_agenda(
    running: Running, enter: Enter, size: dict[str, int]
) -> None:
    noor, chair = enter("aanjager", size), enter("kernvoorzitter", size)
    whom = {HALL: their_organisation(running), CARDS: PHONED, CAKES: MAILED}
    hall, cards, cakes = [ask_for(noor, what, one) for what, one in whom.items()]
    agree(enter, noor, hall, cards, size)
    send_agenda(chair)
    decline(enter(size=size), letter_about(running, CAKES))
    ask_elsewhere(noor, cakes)
    desk_of(running.app).clock = lambda: THURSDAY
    meet(chair)

    desk_of(running.app).clock = lambda: APRIL
    plan_the_next(chair)
    meeting = chair.url.partition("?")[0]
    chair.goto(f"{meeting}/agenda")
    points = chair.locator("ol.rows > li")
    for back in ("Verslag vaststellen: donderdag 5 maart 2026", *whom):
        expect(points.filter(has_text=back).locator("details.why")).to_have_count(1)
    expect(points.filter(has_text=HALL)).to_contain_text("Lukt het nog?")
    expect(points.filter(has_text=CAKES)).to_contain_text("Nog geen antwoord")

    desk_of(running.app).clock = lambda: NEXT
    chair.goto(f"{meeting}/nu")
    chair.get_by_role("button", name="Begin met deze agenda").click()
    minutes = chair.locator("section.point").filter(has_text="donderdag 5 maart 2026")
    minutes.get_by_role("button", name="Stel het verslag vast").click()
    expect(minutes).to_contain_text("Het verslag van 5 maart 2026 is vastgesteld.")
