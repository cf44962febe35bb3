"""The national pillars: linked by one tap, followed by what belongs to it, different on purpose."""

from collections.abc import Callable

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
AT = "/pijlers/"


def test_nothing_is_linked_until_someone_says_so(visit: Visit) -> None:
    page = visit("kerngroep").open(AT)
    assert page.text.count("Voor deze pijler staat er nog niets.") == 5
    assert "Thema's zonder pijler 4" in page.text
    assert "nog niet gekoppeld" in visit("kerngroep").open("/voortgang/T1.R1").text
    assert not page.html.query("main button")
    visit("kerngroep").open("/pijlers/theme.T1", 403)


def test_one_tap_links_a_theme_and_all_that_belongs_to_it(noor: Visitor, desk: Desk) -> None:
    agreed = ActionAgreed(action="a1", title="Bel de bibliotheek", theme="T1", result="T1.R1")
    desk.record([agreed], by="m-aanjager")
    assert noor.open("/nog-te-koppelen/").links()["Koppel thema's aan de landelijke pijlers"] == AT
    page = tap(noor, AT, "Een sterk netwerk")
    assert "Thema's zonder pijler 3" in page.text
    for address in ("/voortgang/T1.R1", "/afspraken/a1"):
        assert "Een sterk netwerk (zoals waar het bij hoort)" in noor.open(address).text
    assert "Bel de bibliotheek" in noor.open("/afspraken/?pijler=netwerk").text
    assert "Bel de bibliotheek" not in noor.open("/afspraken/?pijler=monitoring").text


def test_an_agreement_may_serve_another_and_follow_again(noor: Visitor, desk: Desk) -> None:
    desk.record([ActionAgreed(action="a1", title="Tel de gasten", theme="T1")], by="m-aanjager")
    tap(noor, AT, "Een sterk netwerk")
    page = noor.write("/pijlers/action.a1", {"pillar": "monitoring"})
    assert "Monitoring en evaluatie" in page.text
    assert "Tel de gasten" in noor.open("/afspraken/?pijler=monitoring").text
    assert "Tel de gasten" not in noor.open("/afspraken/?pijler=netwerk").text
    page = noor.write("/pijlers/action.a1", {"pillar": "geen"})
    assert "Een sterk netwerk (zoals waar het bij hoort)" in page.text
    assert "Kies een ander" not in noor.send("/pijlers/action.a1", {"pillar": "geen"}, 422).text
    noor.open("/pijlers/persona.hans", 404)
    assert (
        "Deze pijler kennen we niet." in noor.send("/pijlers/theme.T1", {"pillar": "x"}, 422).text
    )
