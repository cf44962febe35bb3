"""A month of the core group on a phone: asked, answered, met, minuted, and back on the agenda."""

import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from alliance import tickets
from alliance.database import reading, writing
from alliance.projections import people
from tests.browser.conftest import PHONE, Enter, Running
from tests.browser.test_gathering import THURSDAY, say
from tests.demo import desk_of, members_by_role

pytestmark = pytest.mark.browser
APRIL = datetime(2026, 4, 1, 9, tzinfo=UTC)
"""Four weeks later, when nobody said how it went."""
NEXT = datetime(2026, 4, 16, 13, tzinfo=UTC)
"""The next time that the core group meets."""
HALL, CARDS, CAKES = "Een zaal voor de lunch", "Kaarten drukken", "Drie taarten bakken"
DECIDED = "We drukken de kaarten zelf."
PHONED, MAILED = "Havensteder", "Stichting Sonrisa Rijnmond"


def ask_for(page: Page, what: str, whom: str) -> str:
    """Ask an organisation on behalf of the core group; the page of what was asked."""
    page.goto("/afspraken/vragen?groep=kerngroep")
    page.get_by_label("Wat vraag je?").fill(what)
    page.get_by_label("Van wie?").fill(whom)
    page.get_by_label(re.compile("^Of typ een dag")).fill("10-03-2026")
    page.get_by_role("button", name="Vraag stellen").click()
    expect(page.get_by_role("heading", name=what, level=1)).to_be_visible()
    return page.url.partition("?")[0]


def mail_link(running: Running, address: str) -> str:
    """The link that stands in the letter about what was asked."""
    desk, action = desk_of(running.app), address.rpartition("/")[2]
    with writing(desk.engine) as db:
        number = tickets.issue(
            db,
            act="answer_action",
            stream=f"action:{action}",
            recipient="organisation:sonrisa",
            now=desk.clock(),
        )
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}"


def their_organisation(running: Running) -> str:
    """The name of the organisation that the contact of the demo speaks for."""
    desk = desk_of(running.app)
    with reading(desk.engine) as db:
        key = people.organisation_of(db, members_by_role(desk)["contactpersoon"])
        found = people.organisation(db, key or "")
    assert found is not None
    return found.name


def answer(running: Running, enter: Enter, noor: Page, asked: list[str]) -> None:
    """One says yes on the site, one by phone, one no from the mail; another is asked for that."""
    hall, cards, cakes = asked
    cora = enter("contactpersoon", PHONE)
    cora.goto(hall)
    cora.get_by_role("button", name=re.compile("^Ja")).first.click()
    expect(cora.get_by_text("Het staat erin als afgesproken")).to_be_visible()

    noor.goto(f"{cards}/optekenen")
    noor.get_by_label("gebeld").check()
    noor.get_by_role("button", name=re.compile("^Ja")).first.click()
    expect(noor.get_by_role("main")).to_contain_text("gebeld, opgetekend door Noor Voorbeeld")

    visitor = enter(size=PHONE)
    visitor.goto(mail_link(running, cakes))
    visitor.get_by_role("link", name="Nee", exact=True).click()
    visitor.get_by_role("button", name="geen tijd").click()
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


def test_what_was_asked_and_said_in_a_month_is_back_on_the_next_agenda(
    running: Running, enter: Enter
) -> None:
    noor, chair = enter("aanjager", PHONE), enter("kernvoorzitter", PHONE)
    whom = {HALL: their_organisation(running), CARDS: PHONED, CAKES: MAILED}
    asked = [ask_for(noor, what, one) for what, one in whom.items()]
    answer(running, enter, noor, asked)
    send_agenda(chair)
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
