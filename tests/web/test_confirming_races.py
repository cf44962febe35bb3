"""Old pages, second devices, ended links: no answer about an offer is lost, and none is doubled."""

import pytest
from flask import Flask

from alliance.desk import Desk
from alliance.events.base import Event
from alliance.events.offers import OfferConfirmed, OfferRevised, OfferStopped
from alliance.events.organisations import (
    ContactEnded,
    ContactNamed,
    MemberJoined,
    OrganisationLeft,
    OrganisationRevised,
)
from tests.conftest import Clock
from tests.web.offers_asked import (
    CLUB,
    NAME,
    OURS,
    drawn,
    history,
    last,
    link,
    list_club,
    mailed,
    press,
)
from tests.web.taps import tap
from tests.web.visitor import Visitor

ALL = {"antwoord": "klopt:alles"}
OVERTAKEN = "Hier is net al op geantwoord"


@pytest.fixture(autouse=True)
def listed(desk: Desk) -> None:
    list_club(desk)


def confirmations(desk: Desk) -> list[tuple[Event, str]]:
    return [one for offer in OURS for one in history(desk, offer)[1:]]


def test_a_scanner_that_opens_the_link_changes_nothing(site: Flask, desk: Desk) -> None:
    address = link(desk)
    for end in ("", "/soep/gewijzigd", "/soep/gestopt", "/bedankt"):
        for method in ("HEAD", "GET"):
            answer = site.test_client().open(f"{address}{end}", method=method)
            assert answer.status_code == 200
    assert confirmations(desk) == []


def test_a_page_from_before_someone_else_answered_changes_nothing(
    site: Flask, visitor: Visitor, desk: Desk
) -> None:
    address, other = link(desk), Visitor(site)
    old = drawn(visitor, address) | ALL
    tap(other, address, "Alles klopt")
    page = visitor.post(address, old, 409)
    assert OVERTAKEN in page.text
    assert "niets waar we een antwoord van je op nodig hebben" in page.text
    assert len(confirmations(desk)) == 3


def test_a_page_drawn_before_an_offer_changed_shows_what_it_says_now(
    visitor: Visitor, noor: Visitor, desk: Desk
) -> None:
    address = link(desk)
    old = drawn(visitor, address) | ALL | {"tip": "Een club voor vaders."}
    noor.send("/aanbod/soep/verbeteren", {"name": "Soep op donderdag"})
    page = visitor.post(address, old, 409)
    assert "Soep op donderdag" in page.text and "Een club voor vaders." in page.text
    assert isinstance(last(desk, "soep")[0], OfferRevised)
    assert confirmations(desk) == history(desk, "soep")[1:]


def test_the_same_form_sent_twice_counts_once(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    form = drawn(visitor, address) | ALL
    first = visitor.post(address, form).response.headers["Location"]
    assert visitor.post(address, form).response.headers["Location"] == first
    assert len(confirmations(desk)) == 3


def test_a_form_without_versions_counts_as_old(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    key = drawn(visitor, address)["key"]
    visitor.post(address, {"key": key, "antwoord": "klopt:soep"}, 409)
    form = f"{address}/soep/gestopt"
    fields = visitor.open(form).fields() | {"reason": "Klaar.", "version": ""}
    visitor.post(form, fields, 409)
    assert confirmations(desk) == []


def test_a_tap_on_nothing_says_what_to_do(visitor: Visitor, desk: Desk) -> None:
    for button in ("", "klopt:", "klopt:nergens", "gewijzigd:nergens", "iets:soep"):
        page = press(visitor, link(desk), button, 422)
        assert "Kijk wat er nu staat." in page.text
    assert confirmations(desk) == []


def test_what_stopped_meanwhile_says_so(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    form = press(visitor, address, "gewijzigd:soep").response.request.path
    typed = visitor.open(form).fields() | {"place": "Elders"}
    stopped = OfferStopped(offer="soep", reason="De kok is weg.")
    desk.record([stopped], by="m-aanjager")
    page = visitor.post(form, typed, 422)
    assert "Dit aanbod is gestopt." in page.text and page.fields()["place"] == "Elders"
    assert last(desk, "soep")[0] == stopped


def test_what_went_to_another_organisation_is_not_theirs_any_more(
    visitor: Visitor, desk: Desk
) -> None:
    address = link(desk)
    old = drawn(visitor, address) | {"antwoord": "klopt:soep"}
    form = press(visitor, address, "gewijzigd:soep").response.request.path
    moved = OfferRevised(offer="soep", name="Soep op vrijdag", organisation="sonrisa")
    desk.record([moved], by="m-aanjager")
    assert "Soep op vrijdag" not in visitor.open(address).text
    page = visitor.post(address, old, 422)
    assert "Dit aanbod staat hier niet meer" in page.text
    page = visitor.open(visitor.open(form, 303).response.headers["Location"])
    assert "Dit aanbod staat hier niet meer" in page.text
    assert last(desk, "soep")[0] == moved


def test_an_ended_link_gives_a_new_one_in_one_tap(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    address = link(desk)
    form = drawn(visitor, address) | ALL
    clock.forward(days=30)
    page = visitor.post(address, form, 410)
    assert page.title == "Deze link is verlopen" and confirmations(desk) == []
    assert visitor.open(address, 410).title == "Deze link is verlopen"
    renew = address.removesuffix("/klopt") + "/nieuwe-link"
    key = visitor.open(address, 410).fields()
    assert visitor.open(visitor.post(renew, key).response.headers["Location"]).title
    assert tap(visitor, mailed(desk), "Alles klopt").title == "Dank je wel"
    assert len(confirmations(desk)) == 3


def test_an_organisation_that_left_is_asked_nothing(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    form = drawn(visitor, address) | ALL
    desk.record([OrganisationLeft(organisation="soepclub")], by="m-aanjager")
    assert visitor.post(address, form, 410).title == "Dit ligt nu bij iemand anders"
    assert visitor.open(f"{address}/bedankt", 410).title == "Dit ligt nu bij iemand anders"
    assert confirmations(desk) == []


def test_a_contact_who_never_signs_in_answers_until_another_takes_over(
    visitor: Visitor, desk: Desk
) -> None:
    named = ContactNamed(organisation="soepclub", member="wil")
    desk.record([MemberJoined(member="wil", organisation="soepclub"), named], by="m-aanjager")
    address = link(desk, "member:wil")
    press(visitor, address, "klopt:soep")
    assert last(desk, "soep") == (OfferConfirmed(offer="soep"), "wil")
    desk.record([ContactEnded(organisation="soepclub", member="wil")], by="m-aanjager")
    assert visitor.open(address, 410).title == "Dit ligt nu bij iemand anders"


def test_the_page_of_everything_holds_the_offers_too(visitor: Visitor, desk: Desk) -> None:
    address = link(desk, act="answer_action", end="alles")
    page = visitor.open(address)
    assert "Dit staat er over jullie. Klopt het?" in page.text
    assert tap(visitor, address, "Alles klopt").title == "Dank je wel"
    assert "Soep op vrijdag" not in visitor.open(address).text


def test_a_link_for_something_else_opens_no_such_page(visitor: Visitor, desk: Desk) -> None:
    visitor.open(link(desk, act="keep_account"), 410)
    visitor.open(link(desk)[:-8] + "x/klopt", 410)


def test_another_name_of_the_organisation_changes_nothing_about_the_link(
    visitor: Visitor, desk: Desk
) -> None:
    address = link(desk, CLUB)
    renamed = OrganisationRevised(
        organisation="soepclub", name=NAME.replace("club", "kring"), sector="v", kind="organisatie"
    )
    desk.record([renamed], by="m-aanjager")
    assert "Soepkring" in visitor.open(address).text
