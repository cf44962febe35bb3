"""The round: who answered, who did not, and answers that came by phone."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from alliance import preferences, rounds
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.offers import (
    OfferAnswerDisputed,
    OfferConfirmed,
    OfferRegistered,
    OfferRevised,
    OfferStopped,
)
from alliance.events.organisations import OrganisationJoined
from tests.conftest import Clock
from tests.web.offers_asked import CLUB, NAME, OURS, history, last, link, list_club, press, state
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
ROUND, NOTE = "/ronde/", "/ronde/soepclub"


@pytest.fixture(autouse=True)
def listed(desk: Desk) -> None:
    """A club with a mailbox, and a baker without any address; each has an offer."""
    baker = OrganisationJoined(
        organisation="bakker", name="Bakker (verzonnen)", sector="w", kind="organisatie"
    )
    list_club(desk, baker, OfferRegistered(offer="tafel", name="Tafel", organisation="bakker"))


def part(page: Page, organisation: str) -> str:
    """What the round says of one organisation."""
    [row] = [one for one in page.html.query("main ul.rows > li") if organisation in one.to_text()]
    return " ".join(row.to_text().split())


def asked(desk: Desk, *days_ago: int) -> None:
    """Letters asked the club so many days ago."""
    with writing(desk.engine) as db:
        for days in days_ago:
            on = desk.today() - timedelta(days=days)
            rounds.note_asked(db, "soepclub", on)


def test_the_round_counts_who_answered_and_lists_who_did_not(noor: Visitor, desk: Desk) -> None:
    before = noor.open(ROUND)
    total = int(before.text.split(" organisaties hebben geantwoord")[0].split()[-1])
    assert f"0 van de {total} organisaties hebben geantwoord." in before.text
    club = part(before, NAME)
    assert "3 keer aanbod" in club and "wacht sinds 2 maart 2026" in club
    assert "geen mailadres: bellen" in part(before, "Bakker (verzonnen)")
    assert "tel:0100000007" in before.links().values()
    press(noor, NOTE, "klopt:alles", via="gebeld")
    after = noor.open(ROUND)
    assert f"1 van de {total} organisaties hebben geantwoord." in after.text
    assert NAME not in "".join(one.to_text() for one in after.html.query("main section"))
    assert f"1 van de {total} organisaties hebben geantwoord." in noor.open("/").text


def test_an_answer_by_phone_takes_two_taps_and_says_who_wrote_it_down(
    noor: Visitor, visitor: Visitor, desk: Desk
) -> None:
    page = press(noor, NOTE, "klopt:alles", 422, via="")
    assert "Kies hoe het antwoord kwam." in page.text
    page = press(noor, NOTE, "klopt:alles", via="gebeld")
    assert "met jou als wie het opschreef" in page.text
    noted = OfferConfirmed(offer="soep", via="gebeld")
    assert last(desk, "soep") == (noted, "m-aanjager")
    text = visitor.open(link(desk)).text
    assert "(gebeld, opgetekend door aanjager" in text and "Noor" not in text


def test_what_changed_and_what_stopped_is_written_down_with_how_it_came(
    noor: Visitor, desk: Desk
) -> None:
    form = press(noor, NOTE, "gewijzigd:soep", via="gesproken").response.request
    page = noor.send(f"{form.path}?{form.query_string.decode()}", {"place": "De Hoeken"})
    assert page.status == 303
    confirmed, revised = [event for event, _ in history(desk, "soep")[-2:]]
    assert confirmed == OfferConfirmed(offer="soep", via="gesproken", changed=True)
    assert isinstance(revised, OfferRevised) and revised.place == "De Hoeken"
    form = press(noor, NOTE, "gestopt:brood", via="gemaild").response.request
    noor.send(f"{form.path}?{form.query_string.decode()}", {"reason": "De oven is stuk."})
    stopped = OfferStopped(offer="brood", reason="De oven is stuk.", via="gemaild")
    assert last(desk, "brood") == (stopped, "m-aanjager")
    assert "Kies hoe het antwoord kwam." in noor.send(f"{NOTE}/koken/gestopt", {}, 422).text


@pytest.mark.parametrize("stopped", [False, True])
def test_what_was_never_said_is_asked_again(
    noor: Visitor, visitor: Visitor, desk: Desk, stopped: bool
) -> None:
    word, typed = ("gestopt", {"reason": "Weg."}) if stopped else ("gewijzigd", {"place": "Elders"})
    noor.send(f"{NOTE}/soep/{word}", {"via": "gebeld", **typed})
    page = press(visitor, link(desk), "klopt-niet:soep")
    assert "Het staat weer open." in page.text
    event, by = last(desk, "soep")
    assert isinstance(event, OfferAnswerDisputed) and by == CLUB and event.place == "De Wel"
    assert state(desk, "soep") == "te_bevestigen"
    press(visitor, link(desk), "klopt:soep")
    assert state(desk, "soep") == "bevestigd"
    assert "Dit zeiden wij niet" not in visitor.open(link(desk)).text


def test_a_call_helps_where_letters_do_not(visit: Visit, desk: Desk, clock: Clock) -> None:
    clock.forward(days=60)
    noor = visit("aanjager")
    assert "gemaild" not in part(noor.open(ROUND), NAME)
    asked(desk, 43, 15)
    said = part(noor.open(ROUND), NAME)
    assert "twee keer gemaild: bellen" in said and "gemaild op 19 maart 2026" in said
    with writing(desk.engine) as db:
        preferences.prefer(db, CLUB, way="bellen", day=3, reminders=False)
    assert "wordt liever gebeld" in part(noor.open(ROUND), NAME)
    with writing(desk.engine) as db:
        preferences.prefer(db, CLUB, way="niets", day=3, reminders=False)
    assert "wil geen mail en geen telefoon" in part(noor.open(ROUND), NAME)


def test_the_longest_silent_stands_first(noor: Visitor, desk: Desk, clock: Clock) -> None:
    clock.forward(days=10)
    new = OrganisationJoined(organisation="nieuw", name="Aanloop", sector="w", kind="organisatie")
    desk.record([new, OfferRegistered(offer="n", name="N", organisation="nieuw")], by="import")
    rows = [one.to_text() for one in noor.open(ROUND).html.query("section ul.rows > li")]
    assert "Aanloop" in rows[-1]


def test_who_did_not_answer_is_seen_by_the_aanjager_alone(visit: Visit) -> None:
    for role in ("kerngroep", "beleidsmedewerker", "contactpersoon", "beheerder", "raadslid"):
        visit(role).open(ROUND, 403)
        visit(role).open(NOTE, 403)


def test_an_earlier_day_shows_the_round_of_that_day(
    noor: Visitor, desk: Desk, clock: Clock
) -> None:
    clock.forward(days=2)
    press(noor, NOTE, "klopt:alles", via="gebeld")
    page = noor.open(f"{ROUND}?op=3-3-2026")
    assert "0 van de" in page.text and NAME in page.text
    assert noor.open(f"{NOTE}?op=3-3-2026", 302).response.headers["Location"] == NOTE
    assert [state(desk, one) for one in OURS] == ["bevestigd"] * 3


def test_who_answers_for_another_is_led_to_writing_down_what_it_said(
    noor: Visitor, desk: Desk
) -> None:
    assert noor.open("/aanbod/soep").links()["Schrijf op wat ze zeiden"] == NOTE
    for way in ("klopt", "stoppen"):
        assert noor.open(f"/aanbod/soep/{way}", 303).response.headers["Location"] == NOTE
    assert len(history(desk, "soep")) == 1
    listed = OfferRegistered(offer="zingen", name="Zingen", organisation="soepclub")
    desk.record([listed], by="m-aanjager")
    assert "Ja, dit klopt" not in noor.open("/aanbod/zingen").text
