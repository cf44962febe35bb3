"""What looks odd is asked of whoever does it first, then of the aanjager, then on an agenda."""

from collections.abc import Callable
from datetime import date

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionDone, ActionExplained, ProgressNoted
from alliance.events.activities import ActivityHeld, ActivityPlanned
from alliance.events.programme import ResultAgreed
from tests.conftest import Clock
from tests.web.cast import SCHOOL
from tests.web.taps import tap
from tests.web.visitor import Visitor

Visit = Callable[[str], Visitor]
LATE, SOUP = "/afspraken/plek", "/afspraken/soep"
GROUP = "themagroep_t3"
TEUN = "member:m-themagroep"


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """Teun agreed to something for after its result, and did another while nobody wrote of soup."""
    deadline = date(2026, 6, 1)
    mine = {"owner": "m-themagroep", "organisation": SCHOOL, "group": GROUP}
    desk.record(
        [
            ResultAgreed(result="r", theme="T3", statement="Een plek.", deadline=deadline),
            ActionAgreed(
                action="plek", title="Zoek een plek", by_when=date(2026, 9, 1), result="r", **mine
            ),
            ActionAgreed(action="soep", title="Kook soep", by_when=date(2026, 3, 2), **mine),
            ActivityPlanned(activity="a", title="Soep", on=date(2026, 3, 1), action="soep"),
            ActionDone(action="soep", on=date(2026, 3, 2)),
        ],
        by="m-themagroep",
    )


def link(desk: Desk, action: str, end: str) -> str:
    with writing(desk.engine) as db:
        number = tickets.issue(
            db, act="answer_action", stream=f"action:{action}", recipient=TEUN, now=desk.clock()
        )
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}/{end}".rstrip("/")


def last(desk: Desk, stream: str) -> tuple[object, str]:
    with reading(desk.engine) as db:
        entry = journal.stream(db, stream)[-1]
    return entry.event, entry.by


def test_whoever_does_it_is_asked_at_once_and_alone(visit: Visit) -> None:
    teun = visit("themagroep").open("/")
    assert "Klopt dit nog? 2" in teun.text
    assert "Dit is voor 1 september 2026. Het resultaat waar het bij hoort" in teun.text
    assert "maar of de activiteit van 1 maart 2026 er was, schreef niemand op" in teun.text
    assert "Klopt dit nog?" in visit("themagroep").open(LATE).text
    for role in ("aanjager", "voorzitter"):
        assert "Zoek een plek" not in visit(role).open("/").text
        assert "Klopt dit nog?" not in visit(role).open(LATE).text


def test_one_tap_says_that_it_is_right_and_ends_the_question(visit: Visit, desk: Desk) -> None:
    teun = visit("themagroep")
    tap(teun, "/", "Klopt zo")
    assert last(desk, "action:plek")[0] == ActionExplained(action="plek", about="na_resultaat")
    assert "Zoek een plek" not in teun.open("/").text.partition("Jouw afspraken")[0]


def test_why_it_is_right_is_told_when_wanted(visit: Visit, desk: Desk) -> None:
    page = visit("themagroep").write(f"{SOUP}/klopt-zo", {"reason": "We kookten bij de buren."})
    assert "We vragen het niet meer, tenzij er iets verandert." in page.text
    assert "Gezegd dat het zo klopt" in page.text and "We kookten bij de buren." in page.text
    assert "We kookten" not in visit("kerngroep").open(SOUP).text


def test_the_correction_ends_it_too(visit: Visit) -> None:
    teun = visit("themagroep")
    links = teun.open("/").links()
    assert links["Andere datum : Zoek een plek"] == f"{LATE}/andere-datum"
    teun.send(f"{LATE}/andere-datum", {"by_when": "1-5-2026"})
    there = links["De activiteit was er wel : Kook soep"]
    teun.send(there, {"statement": "Er was soep.", "number": "12", "unit": "deelnames"})
    assert "Klopt dit nog? 2" not in (text := teun.open("/").text)
    assert "Kook soep" not in text.partition("Jouw afspraken")[0]


def test_two_weeks_later_the_aanjager_sees_it_and_then_the_agenda(
    visit: Visit, clock: Clock
) -> None:
    clock.forward(days=14)
    noor = visit("aanjager")
    page = noor.open("/")
    assert "Vraag na: klopt dit? 2" in page.text
    both = noor.open(page.links()["Vraag na: klopt dit?"]).text
    assert "Zoek een plek" in both and "Kook soep" in both
    assert "Zoek een plek" not in visit("kerngroep").open("/afspraken/?stand=stil").text
    assert "Zoek een plek" in visit("themagroep").open("/afspraken/?stand=stil").text
    agenda = f"/agenda/{GROUP}"
    assert "Klopt dit? Kijk" not in visit("voorzitter").open(agenda).text
    clock.forward(days=14)
    page = visit("voorzitter").open(agenda)
    assert "Klopt dit? Kijk 2 afspraken na" in page.text
    assert "Wie het doet en de aanjager zijn het eerst gevraagd." in page.text
    assert "Zoek een plek" in page.links()


def test_a_mail_link_says_that_it_is_right(visitor: Visitor, desk: Desk) -> None:
    ways = visitor.open(link(desk, "plek", "")).links()
    assert {"Klopt zo", "Gedaan", "Andere datum", "Lukt niet"} <= {*ways}
    visitor.write(link(desk, "plek", "klopt-zo"), {"reason": "Het gaat door."})
    said = ActionExplained(action="plek", about="na_resultaat", reason="Het gaat door.")
    assert last(desk, "action:plek") == (said, "m-themagroep")
    gone = visitor.open(link(desk, "plek", "klopt-zo"), 410)
    assert gone.title == "Hier hoef je niets meer te doen"


def test_a_mail_link_says_that_the_activity_was_there(visitor: Visitor, desk: Desk) -> None:
    ways = visitor.open(link(desk, "soep", "")).links()
    assert {"Klopt zo", "De activiteit was er wel"} <= {*ways}
    visitor.write(link(desk, "soep", "was-er-wel"), {})
    assert last(desk, "activity:a") == (ActivityHeld(activity="a", counts=()), "m-themagroep")
    visitor.open(link(desk, "plek", "was-er-wel"), 410)


def test_the_page_with_everything_asks_it_too(visitor: Visitor, desk: Desk) -> None:
    with writing(desk.engine) as db:
        number = tickets.issue(
            db, act="answer_action", stream=TEUN, recipient=TEUN, now=desk.clock()
        )
    address = f"/antwoord/{tickets.token(number, desk.settings.secret_key)}/alles"
    page = visitor.open(address)
    assert "Klopt dit nog? Dit is voor 1 september 2026." in page.text
    visitor.write(page.links()["Klopt zo : Zoek een plek"], {})
    assert "Zoek een plek" not in visitor.open(address).text


def test_a_mail_link_says_that_what_was_silent_still_holds(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    quiet = ActionAgreed(action="bel", title="Bel rond", owner="m-themagroep")
    desk.record([quiet], by="m-themagroep")
    clock.forward(days=90)
    assert "Ja, klopt nog" in visitor.open(link(desk, "bel", "")).links()
    visitor.write(link(desk, "bel", "bezig"), {})
    assert last(desk, "action:bel") == (ProgressNoted(action="bel"), "m-themagroep")
    assert "Ja, klopt nog" not in visitor.open(link(desk, "bel", "")).links()
