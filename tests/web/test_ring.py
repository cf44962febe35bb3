"""The aanjager sees the letter to who does not take part before it leaves, and decides about it."""

from collections.abc import Callable
from datetime import date

from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionDone
from alliance.events.meetings import DecisionTaken, MeetingPlanned
from alliance.events.organisations import OrganisationJoined
from tests.conftest import Clock
from tests.web.visitor import Page, Visitor

Visit = Callable[[str], Visitor]
PAGE = "/post-van-deze-week/buitenring"
BAKER = OrganisationJoined(
    organisation="bakker",
    name="Bakkerij Voorbeeld",
    sector="ondernemers",
    kind="organisatie",
    mailbox="info@bakkerij.example",
)


def decided(key: str, said: str) -> DecisionTaken:
    return DecisionTaken(decision=key, meeting="m1", group="kerngroep", statement=said)


def happen(desk: Desk) -> None:
    """A baker does not take part; something was done and decided."""
    day = date(2026, 3, 1)
    desk.record(
        [
            BAKER,
            ActionAgreed(action="a1", title="Bel de huisarts"),
            ActionDone(action="a1", on=day),
            MeetingPlanned(meeting="m1", group="kerngroep", on=day),
            decided("d1", "Wij kiezen één wijk."),
            decided("d2", "Iemand als Hans gaat voor."),
        ],
        by="m-aanjager",
    )


def test_the_aanjager_reads_the_letter_before_it_leaves(noor: Visitor, desk: Desk) -> None:
    happen(desk)
    week = noor.open("/post-van-deze-week")
    address = week.links()["Bekijk de brief die vier keer per jaar gaat naar wie niet meedoet"]
    page = noor.open(address)
    assert "1 april tot en met 12 mei 2026" in page.text
    assert "Bakkerij Voorbeeld" in page.text and "één adres" in page.text
    assert "Eén afspraak nagekomen." in page.text and "2 besluiten genomen." in page.text
    assert "Wij kiezen één wijk." not in page.text  # a decision is told only when someone chose so
    assert "Noor Voorbeeld, aanjager" in page.text


def test_a_decision_goes_along_when_the_aanjager_puts_it_there(noor: Visitor, desk: Desk) -> None:
    happen(desk)
    form = noor.open(f"{PAGE}/woorden")
    with_it = noor.open(form.links()["Wij kiezen één wijk."]).fields()
    assert with_it["words"].endswith("Wij besloten: Wij kiezen één wijk.")
    noor.post(f"{PAGE}/woorden", with_it)
    assert "Wij besloten: Wij kiezen één wijk." in noor.open(PAGE).text
    noor.send(f"{PAGE}/woorden", {"words": ""})
    assert "Wij besloten" not in noor.open(PAGE).text


def test_no_persona_and_no_person_is_told_to_strangers(noor: Visitor, desk: Desk) -> None:
    happen(desk)
    form = noor.open(f"{PAGE}/woorden")
    named = noor.open(form.links()["Iemand als Hans gaat voor."]).fields()
    assert "Hans is een persona" in noor.post(f"{PAGE}/woorden", named, 422).text
    person = "Mevrouw J. Jansen (82) is blij."
    noor.send(f"{PAGE}/woorden", {"words": person}, 422)


def test_the_letter_is_stopped_for_all_or_for_one_address(noor: Visitor, desk: Desk) -> None:
    happen(desk)
    key = noor.open(PAGE).fields()
    noor.post(f"{PAGE}/organisation:bakker/stop", key)
    assert noor.open(PAGE).text.count("gestopt") >= 1
    noor.post(f"{PAGE}/organisation:bakker/toch", noor.open(PAGE).fields())
    noor.post(f"{PAGE}/buitenring/stop", noor.open(PAGE).fields())
    assert "gestopt, gaat niet uit" in noor.open(PAGE).text
    noor.post(f"{PAGE}/buitenring/toch", noor.open(PAGE).fields())
    assert "gestopt, gaat niet uit" not in noor.open(PAGE).text
    noor.post(f"{PAGE}/member:m-kerngroep/stop", noor.open(PAGE).fields(), 404)


def test_without_anyone_outside_the_page_says_how_to_add_someone(noor: Visitor) -> None:
    page = noor.open(PAGE)
    assert "Er is nog niets te vertellen." in page.text
    noor.send(
        page.links()["Neem een organisatie op"],
        {"name": "Kapper Voorbeeld", "kind": "organisatie", "sector": "Ondernemers",
         "mailbox": "info@kapper.example"},
    )  # fmt: skip
    assert "Kapper Voorbeeld" in noor.open(PAGE).text


def test_who_only_hears_what_happened_is_not_counted(
    noor: Visitor, desk: Desk, visit: Visit
) -> None:
    before = visit("kerngroep").open("/welkom").text
    desk.record([BAKER], by="m-aanjager")
    number = before.partition(" organisaties doen mee")[0].rpartition(" ")[2]
    assert f"{number} organisaties doen mee" in visit("kerngroep").open("/welkom").text


def test_who_only_hears_what_happened_is_in_no_round_of_confirmation(
    noor: Visitor, desk: Desk
) -> None:
    before = main_of(noor.open("/ronde/"))
    desk.record([BAKER], by="m-aanjager")
    assert main_of(noor.open("/ronde/")) == before
    assert "Bakkerij Voorbeeld" in noor.open(PAGE).text


def main_of(page: Page) -> str:
    return str(page.html.query("main")[0].to_text())


def test_nobody_else_sees_it(visit: Visit) -> None:
    for role in ("kernvoorzitter", "beleidsmedewerker", "beheerder"):
        visit(role).open(PAGE, 403)


def test_the_start_page_says_a_week_before_that_letters_leave(
    noor: Visitor, desk: Desk, clock: Clock
) -> None:
    happen(desk)
    assert "naar wie niet meedoet" not in noor.open("/").text
    clock.forward(days=26)  # 28 March: Thursday 2 April is near
    page = noor.open("/")
    assert "Eén brief gaat naar wie niet meedoet." in page.text
    assert page.links()["Lees de brief"] == PAGE
