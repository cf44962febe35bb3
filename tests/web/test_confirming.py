"""Dit staat er over jullie. Klopt het? One page, no login, one tap when all is right."""

from collections.abc import Callable
from typing import Any

import pytest

from alliance.desk import Desk
from alliance.events.offers import OfferConfirmed, OfferPaused, OfferRegistered, OfferStopped
from alliance.projections import tips
from tests.conftest import Clock
from tests.web.offers_asked import CLUB, OURS, drawn, history, last, link, list_club, press, state
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
MISSING = "Wie alleen eet en geen mail leest."


@pytest.fixture(autouse=True)
def listed(desk: Desk) -> None:
    list_club(desk)


def said(desk: Desk) -> list[tuple[str, str | None]]:
    """Who or what is missing, as it waits for the aanjager."""
    with desk.reading() as now:
        return [(one.statement, one.organisation) for one in now.ask(tips.page, settled=False).rows]


def drawn_key(noor: Visitor) -> dict[str, str]:
    """A fresh key of a form of the aanjager."""
    return {"key": noor.open("/lijsten/nieuw").fields()["key"]}


def test_one_tap_says_that_three_offers_are_right(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    page = visitor.open(address)
    assert page.title == "Dit staat er over jullie. Klopt het?"
    assert all(f"{one.capitalize()} op vrijdag" in page.text for one in OURS)
    page = tap(visitor, address, "Alles klopt")
    assert page.title == "Dank je wel"
    assert [last(desk, one) for one in OURS] == [(OfferConfirmed(offer=one), CLUB) for one in OURS]
    assert "niets waar we een antwoord" in visitor.open(address).text


def test_each_offer_has_its_own_answer(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    page = press(visitor, address, "klopt:soep")
    assert "weet nu dat dit klopt" in page.text and page.title.startswith("Dit staat er")
    form = press(visitor, address, "gewijzigd:koken").response.request.path
    visitor.send(form, {"place": "Huis van de Wijk Schollevaar"})
    confirmed, revised = history(desk, "koken")[-2:]
    assert confirmed == (OfferConfirmed(offer="koken", changed=True), CLUB)
    assert revised[0].place == "Huis van de Wijk Schollevaar"  # type: ignore[attr-defined]
    assert state(desk, "koken") == "bevestigd"
    form = press(visitor, address, "gestopt:brood").response.request.path
    page = visitor.write(form, {"reason": "De oven is stuk."})
    assert page.title == "Dank je wel"
    assert last(desk, "brood") == (OfferStopped(offer="brood", reason="De oven is stuk."), CLUB)


def test_the_page_says_what_nobody_knows_yet(visitor: Visitor, desk: Desk) -> None:
    bare = OfferRegistered(offer="zingen", name="Zingen", organisation="soepclub")
    desk.record([bare], by="import")
    text = visitor.open(link(desk)).text
    assert "Dit weten we nog niet: voor wie, waar, hoe kom je erbij, wie bel je." in text
    assert "Waar De Wel" in text


def test_what_changed_is_asked_in_five_fields_and_something_must_change(
    visitor: Visitor, desk: Desk
) -> None:
    form = press(visitor, link(desk), "gewijzigd:soep").response.request.path
    assert len(visitor.open(form).visible_fields()) == 5
    page = visitor.send(form, {}, 422)
    assert "Klopt alles toch? Ga terug en kies Klopt." in page.text
    page = visitor.send(form, {"contact": "", "joining": ""}, 422)
    assert page.html.query("#f-contact-error")


def sing(desk: Desk, **more: Any) -> None:
    """The club sings, for whoever lives in Capelle and wants to trust themselves more."""
    song = OfferRegistered(
        offer="zingen",
        name="Zingen",
        organisation="soepclub",
        kind="groepsactiviteit",
        needs=("zelfvertrouwen",),
        target_groups=("alle_inwoners",),
        areas=("GM0502",),
        reach="plek",
        **more,
    )
    desk.record([song], by="import")


def test_the_thanks_say_whom_it_helps(visitor: Visitor, desk: Desk, clock: Clock) -> None:
    sing(desk)
    page = tap(visitor, link(desk), "Alles klopt")
    assert "Iemand als Nick in Schollevaar heeft hierdoor een plek." in page.text
    assert "Nick is een bedacht voorbeeld" in page.text and "zelfvertrouwen" not in page.text
    clock.forward(days=200)
    page = tap(visitor, link(desk), "Alles klopt")
    assert "Iemand als Nick in Schollevaar heeft hierdoor weer een plek." in page.text


@pytest.mark.parametrize("answer", ["klopt:soep", "gestopt:zingen", "gewijzigd:zingen"])
def test_the_thanks_never_say_more_than_is_so(visitor: Visitor, desk: Desk, answer: str) -> None:
    sing(desk, place="De Wel", contact="010 000 00 07", for_whom="Iedereen")
    address = link(desk)
    form = press(visitor, address, answer).response.request.path
    if answer != "klopt:soep":
        visitor.send(form, {"reason": "Klaar.", "place": "Elders"})
    text = visitor.open(f"{address}/bedankt").text
    assert "Nick" not in text
    said = "Nu stuurt niemand" if answer == "gestopt:zingen" else "weet nu zeker dat dit klopt"
    assert said in text


def test_nothing_answered_today_thanks_for_nothing(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    assert "Er staat nog iets open." in visitor.open(f"{address}/bedankt").text
    desk.record([OfferConfirmed(offer=one) for one in OURS], by="m-aanjager")
    assert "weet nu zeker" in visitor.open(f"{address}/bedankt").text


def test_what_rests_runs_again_and_what_was_answered_can_still_change(
    visitor: Visitor, desk: Desk
) -> None:
    desk.record([OfferPaused(offer="soep")], by="m-aanjager")
    address = link(desk)
    tap(visitor, address, "Alles klopt")
    assert state(desk, "soep") == "gepauzeerd"
    press(visitor, address, "klopt:soep")
    assert state(desk, "soep") == "bevestigd"
    form = press(visitor, address, "gestopt:soep").response.request.path
    visitor.send(form, {"reason": "Toch niet."})
    assert state(desk, "soep") == "gestopt"


def test_who_or_what_is_missing_goes_along_with_any_answer(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    press(visitor, address, "tip", tip="Een club voor vaders.")
    form = press(visitor, address, "gestopt:brood", tip="Een zaal op dinsdag.")
    assert form.title == "Gestopt: Brood op vrijdag"
    press(visitor, address, "klopt:alles", tip=MISSING)
    told = ["Een club voor vaders.", "Een zaal op dinsdag.", MISSING]
    assert said(desk) == [(one, "soepclub") for one in told]
    page = press(visitor, address, "tip", 422)
    assert "Schrijf in één zin wie of wat we missen." in page.text


def test_nothing_about_a_recognisable_person_is_kept_and_nothing_typed_is_lost(
    visitor: Visitor, desk: Desk
) -> None:
    address = link(desk)
    about = "Mevrouw Jansen (82) komt nooit meer."
    page = press(visitor, address, "klopt:alles", 422, tip=about)
    assert page.html.query("#f-tip-error") and about in page.text
    assert state(desk, "soep") == "te_bevestigen" and said(desk) == []


def test_a_doubtful_sentence_is_kept_once_someone_is_sure(visitor: Visitor, desk: Desk) -> None:
    address, doubtful = link(desk), "Meneer K. wil een maatje."
    page = press(visitor, address, "klopt:alles", 422, tip=doubtful)
    assert "Dit gaat niet over een herkenbaar persoon." in page.text
    press(visitor, address, "klopt:alles", tip=doubtful, sure="ja")
    assert said(desk) == [(doubtful, "soepclub")] and state(desk, "soep") == "bevestigd"


def test_who_signs_in_answers_on_the_same_page(visit: Visit, desk: Desk) -> None:
    theirs = OfferRegistered(offer="muziek", name="Muziek", organisation="sonrisa")
    desk.record([theirs], by="m-aanjager")
    cora = visit("contactpersoon")
    assert cora.open("/").links()["Bekijk en zeg of het klopt"] == "/klopt-het"
    assert "Soep op vrijdag" not in cora.open("/klopt-het").text
    assert press(cora, "/klopt-het", "klopt:muziek").title.startswith("Dank je wel")
    assert last(desk, "muziek") == (OfferConfirmed(offer="muziek"), "m-contactpersoon")
    page = cora.post("/klopt-het", {**drawn(cora, "/klopt-het"), "antwoord": "klopt:soep"}, 422)
    assert "Dit aanbod staat hier niet meer" in page.text


def test_the_aanjager_reads_a_tip_and_says_what_comes_of_it(
    visitor: Visitor, noor: Visitor, visit: Visit, desk: Desk
) -> None:
    press(visitor, link(desk), "tip", tip=MISSING)
    assert "Eén organisatie zei wie of wat we missen" in noor.open("/").text
    assert MISSING in noor.open("/tips/").text
    assert tap(noor, "/tips/", "Wordt aanbod").title == "Neem aanbod op"
    page = noor.open("/tips/")
    assert "Er is niets te lezen" in page.text and "wordt aanbod" in page.text
    visit("contactpersoon").open("/tips/", 403)


def test_a_tip_is_settled_once_and_only_read_by_who_it_concerns(
    visitor: Visitor, noor: Visitor, visit: Visit, desk: Desk
) -> None:
    press(visitor, link(desk), "tip", tip=MISSING)
    with desk.reading() as now:
        [tip] = now.ask(tips.page, settled=False).rows
    form = noor.open("/tips/").fields() | {"sequel": "bekeken"}
    noor.post(f"/tips/{tip.tip}", form)
    form = noor.open("/tips/").fields() | drawn_key(noor) | {"sequel": "op_agenda"}
    page = noor.post(f"/tips/{tip.tip}", form, 422)
    assert "Deze tip is al bekeken" in page.text
    assert MISSING in noor.open("/tijdlijn/").text
    assert MISSING not in visit("themagroep").open("/tijdlijn/").text
