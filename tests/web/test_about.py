"""About the site: it says plainly whether it works, what it keeps and who can use it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from alliance import lease, projections
from alliance.app import create_app
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.web.about import OVERVIEWS
from tests.conftest import Clock
from tests.web.visitor import Visitor

Enter = Callable[[str], Visitor]


def test_a_healthy_site_says_so_and_nothing_else(visit: Enter) -> None:
    answer = visit("").client.get("/gezond")
    assert (answer.status_code, answer.data) == (200, b"")


@pytest.mark.parametrize("lost", ["journal_head", None])
def test_a_site_without_its_journal_is_not_healthy(
    visit: Enter, desk: Desk, lost: str | None
) -> None:
    visitor = visit("")
    with writing(desk.engine) as db:
        if lost:
            db.execute(sa.text(f"DROP TABLE {lost}"))
        else:
            db.execute(sa.text("DELETE FROM journal_head"))
    answer = visitor.client.get("/gezond")
    assert (answer.status_code, answer.data) == (503, b"")


def test_the_keeper_sees_that_everything_works(visit: Enter, desk: Desk, clock: Clock) -> None:
    lease.take(desk.engine, "the clock", clock.now)
    page = visit("beheerder").open("/status")
    assert page.title == "Werkt alles?"
    assert "Alles werkt" in page.text
    assert "Niet alles werkt" not in page.text
    assert page.text.count("bijgewerkt") >= len(desk.known)


def test_the_keeper_sees_which_figures_are_behind(visit: Enter, desk: Desk, clock: Clock) -> None:
    lease.take(desk.engine, "the clock", clock.now)
    keeper = visit("beheerder")
    desk.journal.append([ActionAgreed(action="coffee", title="Koffie")], by="noor")
    with writing(desk.engine) as db:  # as a projection that raises on its next entry would stay
        db.execute(sa.text("DROP TABLE actions_actions"))
    page = keeper.open("/status")
    assert "Niet alles werkt 1 overzicht loopt achter." in page.text
    assert page.text.count("loopt achter") == 2


def test_the_keeper_sees_that_the_clock_stands_still(
    visit: Enter, desk: Desk, clock: Clock
) -> None:
    keeper = visit("beheerder")
    assert "De vaste taken lopen niet. Start op de server" in keeper.open("/status").text
    lease.take(desk.engine, "the clock", clock.now)
    assert "Alles werkt" in keeper.open("/status").text
    clock.forward(minutes=16)
    assert "De vaste taken lopen niet sinds 2 maart 2026, 10.00 uur." in keeper.open("/status").text


def test_what_is_kept_of_whom_is_told_to_everyone(visit: Enter) -> None:
    page = visit("").open("/privacy")
    assert page.title == "Wat bewaren we, en wat niet?"
    for said in (
        "Over inwoners schrijven we niets op",
        "Naam en mailadres",
        "30 dagen",
        "je laatste antwoord",
    ):
        assert said in page.text
    assert "nog niet ingevuld welke organisatie verantwoordelijk is" in page.text


def test_who_answers_for_it_stands_where_it_was_filled_in(desk: Desk, clock: Clock) -> None:
    contact = "privacy@gemeente.example"
    settings = replace(desk.settings, responsible="Gemeente Voorbeeld", contact=contact)
    page = Visitor(create_app(settings, clock)).open("/privacy")
    assert "Verantwoordelijk: Gemeente Voorbeeld." in page.text
    assert f"mailto:{contact}" in page.links().values()


def test_how_far_everyone_can_use_it_is_told_without_boasting(visit: Enter) -> None:
    page = visit("").open("/toegankelijkheid")
    assert page.title == "Kan iedereen dit gebruiken?"
    assert "voldoet nog niet aantoonbaar" in page.text


def test_a_weak_spot_can_be_reported(visit: Enter, desk: Desk) -> None:
    answer = visit("").client.get("/.well-known/security.txt")
    assert answer.mimetype == "text/plain"
    fields = dict(line.split(": ", 1) for line in answer.text.splitlines())
    assert fields["Contact"] == f"{desk.settings.site_url}/privacy#melden"
    assert fields["Expires"] == "2027-03-02T00:00:00Z"
    assert fields["Canonical"].endswith("/.well-known/security.txt")


def test_every_overview_has_a_dutch_name(visit: Enter) -> None:
    text = visit("beheerder").open("/status").text
    assert OVERVIEWS.keys() == {one.name for one in projections.ALL}
    assert all(name in text for name in OVERVIEWS.values())


def test_health_is_bad_when_the_clock_stands_still_for_a_quarter_of_an_hour(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    def health() -> int:
        return visitor.client.get("/gezond").status_code

    assert health() == 200  # no clock was started yet
    lease.take(desk.engine, "one", clock())
    clock.forward(minutes=14)
    assert health() == 200
    clock.forward(minutes=2)
    assert health() == 503
    desk.settings = replace(desk.settings, has_clock=False)
    assert health() == 200
    desk.settings = replace(desk.settings, has_clock=True)
    lease.take(desk.engine, "one", clock())
    assert health() == 200
