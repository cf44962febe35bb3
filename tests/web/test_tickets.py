"""A link from a mail: it does one thing, after a button, once, for whoever got the mail."""

import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from flask import Flask

from alliance import journal, leaving, outbox, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import (
    ActionAgreed,
    ActionDone,
    ActionDropped,
    ActionMoved,
    ActionWithdrawn,
)
from alliance.events.base import Event
from alliance.events.offers import OfferConfirmed, OfferRegistered, OfferStopped
from alliance.events.organisations import OrganisationLeft
from tests.conftest import Clock
from tests.web.cast import SCHOOL
from tests.web.visitor import SAME_ORIGIN, Visitor

TEUN, CORA, SONRISA = "member:m-themagroep", "member:m-contactpersoon", "organisation:sonrisa"
MENTORS = "Informatie naar de mentoren"


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """Teun agreed to do something, and Sonrisa has an offer."""
    mentors = ActionAgreed(
        action="mentors", title=MENTORS, organisation=SCHOOL, owner="m-themagroep"
    )
    coffee = OfferRegistered(offer="coffee", name="Koffieochtend", organisation="sonrisa")
    desk.record([mentors, coffee], by="m-aanjager")


def link(
    desk: Desk, act: str = "answer_action", stream: str = "action:mentors", to: str = TEUN
) -> str:
    with writing(desk.engine) as db:
        number = tickets.issue(db, act=act, stream=stream, recipient=to, now=desk.clock())
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}"


def last(desk: Desk, stream: str = "action:mentors") -> tuple[Event, str]:
    with reading(desk.engine) as db:
        entry = journal.stream(db, stream)[-1]
    return entry.event, entry.by


def everything(desk: Desk) -> Iterator[str]:
    """All that the database holds."""
    with reading(desk.engine) as db:
        metadata = sa.MetaData()
        metadata.reflect(db)
        for table in metadata.sorted_tables:
            yield from (f"{table.name} {row}" for row in db.execute(sa.select(table)))


def test_a_done_agreement_takes_two_taps_without_signing_in(visitor: Visitor, desk: Desk) -> None:
    page = visitor.write(f"{link(desk)}/gedaan", {})
    assert page.title == "Dank je wel" and "staat erin als gedaan" in page.text
    event, by = last(desk)
    assert event == ActionDone(action="mentors", on=desk.today())
    assert by == "m-themagroep"


def test_another_day_and_a_no_say_why(visitor: Visitor, desk: Desk) -> None:
    visitor.send(f"{link(desk)}/andere-datum", {"by_when": "20-3-2026", "reason": "Vakantie."})
    moved, _ = last(desk)
    assert isinstance(moved, ActionMoved) and moved.reason == "Vakantie."
    visitor.send(f"{link(desk)}/lukt-niet", {"reason": ""}, 422)
    visitor.send(f"{link(desk)}/lukt-niet", {"reason": "Geen tijd dit jaar."})
    assert isinstance(last(desk)[0], ActionDropped)


def test_an_offer_is_confirmed_in_the_name_of_the_organisation_that_got_the_mail(
    visitor: Visitor, noor: Visitor, desk: Desk
) -> None:
    page = visitor.write(f"{link(desk, 'answer_offer', 'offer:coffee', SONRISA)}/klopt-nog", {})
    assert "weet nu dat dit klopt" in page.text
    assert last(desk, "offer:coffee") == (OfferConfirmed(offer="coffee"), SONRISA)
    with reading(desk.engine) as db:
        position = journal.head(db).position
    assert "Sonrisa" in noor.open(f"/tijdlijn/{position}").text


def test_a_scanner_that_opens_every_link_changes_nothing(site: Flask, desk: Desk) -> None:
    address = link(desk)
    before = [*everything(desk)]
    for end in ("", "/gedaan", "/andere-datum", "/lukt-niet", "/bedankt", "/verstuurd"):
        for method in ("HEAD", "GET"):
            answer = site.test_client().open(f"{address}{end}", method=method)
            assert answer.status_code in (200, 410)
    assert [*everything(desk)] == before
    assert "Ja, dit is gedaan" in Visitor(site).open(f"{address}/gedaan").text


def test_the_page_names_the_other_answers_and_the_link_alone_names_all(
    visitor: Visitor, desk: Desk
) -> None:
    address = link(desk)
    page = visitor.open(f"{address}/gedaan")
    assert page.title == f"Gedaan: {MENTORS}"
    assert page.links()["Andere datum"] == f"{address}/andere-datum"
    assert "Gedaan" not in page.links()
    assert {"Gedaan", "Andere datum", "Lukt niet"} <= visitor.open(address).links().keys()


def test_a_link_works_once_also_when_two_send_it_at_the_same_time(
    site: Flask, visitor: Visitor, desk: Desk
) -> None:
    address = link(desk)
    other = Visitor(site)
    fields = other.open(f"{address}/lukt-niet").fields()
    visitor.send(f"{address}/gedaan", {})
    page = other.post(f"{address}/lukt-niet", fields | {"reason": "Geen tijd."}, 410)
    assert page.title == "Deze link is al gebruikt"
    assert isinstance(last(desk)[0], ActionDone)
    assert visitor.open(f"{address}/gedaan", 410).title == "Deze link is al gebruikt"


def test_what_a_used_ticket_asks_is_undone_as_a_whole(desk: Desk) -> None:
    token = link(desk).removeprefix("/antwoord/")
    with writing(desk.engine) as db:
        ticket = tickets.find(db, token, desk.settings.secret_key)
        assert ticket
        tickets.use(db, ticket, desk.clock())
    done = ActionDone(action="mentors", on=desk.today())
    with pytest.raises(tickets.Spent):
        desk.record([done], by="x", also=lambda db: tickets.use(db, ticket, desk.clock()))
    assert isinstance(last(desk)[0], ActionAgreed)


def test_sending_the_same_answer_again_gives_the_first_thanks(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    form = visitor.open(f"{address}/gedaan").fields()
    first = visitor.post(f"{address}/gedaan", form)
    again = visitor.post(f"{address}/gedaan", form)
    assert first.response.headers["Location"] == again.response.headers["Location"]


def test_an_expired_link_mails_a_new_one_to_the_same_address(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    old = link(desk)
    clock.forward(days=30)
    assert visitor.open(f"{old}/gedaan", 410).title == "Deze link is verlopen"
    for _ in range(2):
        key = visitor.open(old, 410).fields()
        sent = visitor.post(f"{old}/nieuwe-link", key)
    assert "Kijk in je mail" in visitor.open(sent.response.headers["Location"]).text
    with reading(desk.engine) as db:
        [letter] = outbox.letters(db)
    assert letter.recipient == TEUN and MENTORS in letter.subject
    signed = tickets.signed(letter.body, desk.settings.secret_key)
    done, _, _ = re.findall(r"http://localhost(/antwoord/\S+)", signed)
    visitor.send(done, {})
    assert last(desk)[1] == "m-themagroep"


def test_a_new_link_can_be_asked_once_a_day(visitor: Visitor, desk: Desk, clock: Clock) -> None:
    old = link(desk)
    visitor.send(f"{old}/gedaan", {})
    for hours, letters in ((0, 1), (1, 1), (24, 2)):
        clock.forward(hours=hours)
        visitor.post(f"{old}/nieuwe-link", visitor.open(old, 410).fields())
        with reading(desk.engine) as db:
            assert len(outbox.letters(db)) == letters


@pytest.mark.parametrize("token", ["x", "x.y", "a" * 22, f"{'a' * 22}.{'b' * 22}"])
def test_what_is_no_link_of_ours_says_so(visitor: Visitor, token: str) -> None:
    for end in ("", "/gedaan", "/klopt-nog", "/bedankt"):
        page = visitor.open(f"/antwoord/{token}{end}", 410)
        assert page.title == "Deze link werkt niet" and "antwoord dan op de mail" in page.text


def test_a_link_does_nothing_else_than_what_it_was_made_for(visitor: Visitor, desk: Desk) -> None:
    assert visitor.open(f"{link(desk)}/klopt-nog", 410).title == "Deze link werkt niet"


def test_a_link_dies_when_what_it_was_about_is_taken_back(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    desk.record([ActionWithdrawn(action="mentors", reason="Dubbel.")], by="m-aanjager")
    page = visitor.open(f"{address}/gedaan", 410)
    assert page.title == "Hier hoef je niets meer te doen"
    offer = link(desk, "answer_offer", "offer:coffee", SONRISA)
    desk.record([OfferStopped(offer="coffee", reason="Klaar.")], by="m-aanjager")
    assert visitor.open(f"{offer}/klopt-nog", 410).title == "Hier hoef je niets meer te doen"


def test_a_link_dies_with_erasing_who_got_it(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    leaving.erase(desk, "m-themagroep", by="m-aanjager")
    assert visitor.open(f"{address}/gedaan", 410).title == "Deze link werkt niet"


def test_a_link_is_no_longer_for_an_organisation_that_stopped(visitor: Visitor, desk: Desk) -> None:
    address = link(desk, "answer_offer", "offer:coffee", SONRISA)
    desk.record([OrganisationLeft(organisation="sonrisa")], by="m-aanjager")
    page = visitor.open(f"{address}/klopt-nog", 410)
    assert page.title == "Dit ligt nu bij iemand anders"


def test_who_no_longer_answers_for_it_cannot_use_the_link(visitor: Visitor, desk: Desk) -> None:
    address = link(desk, to=CORA)
    assert visitor.open(f"{address}/gedaan", 410).title == "Dit ligt nu bij iemand anders"


def test_a_form_from_elsewhere_is_refused(site: Flask, desk: Desk) -> None:
    address = link(desk)
    sent = site.test_client().post(f"{address}/gedaan", data={}, headers=SAME_ORIGIN)
    assert sent.status_code == 400
    assert isinstance(last(desk)[0], ActionAgreed)


def test_every_answer_in_a_letter_has_its_page(site: Flask) -> None:
    known = {rule.rule for rule in site.url_map.iter_rules()}
    ends = {end for found in tickets.ANSWERS.values() for end in found}
    assert {f"/antwoord/<token>/{end}" for end in ends} <= known
