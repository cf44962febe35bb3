"""All that someone without login is asked, on one page, each with its answers."""

from datetime import timedelta

import pytest

from alliance import journal, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionAsked, ActionDone, ActionMoved
from alliance.events.organisations import OrganisationLeft
from tests.conftest import Clock
from tests.mailing.named import name_contact
from tests.web.visitor import Visitor

TEUN, SONRISA = "member:m-themagroep", "organisation:sonrisa"


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """Teun agreed to two things, and someone else to a third."""
    for action, owner in (("mentors", "themagroep"), ("soup", "themagroep"), ("other", "aanjager")):
        agreed = ActionAgreed(
            action=action,
            title=f"Iets met {action}",
            owner=f"m-{owner}",
            by_when=desk.today() + timedelta(days=5),
        )
        desk.record([agreed], by="m-aanjager")


def link(desk: Desk, recipient: str = TEUN) -> str:
    with writing(desk.engine) as db:
        number = tickets.issue(
            db, act="answer_action", stream=recipient, recipient=recipient, now=desk.clock()
        )
    return f"/antwoord/{tickets.token(number, desk.settings.secret_key)}/alles"


def last(desk: Desk, action: str) -> tuple[object, str]:
    with reading(desk.engine) as db:
        entry = journal.stream(db, f"action:{action}")[-1]
    return entry.event, entry.by


def test_the_page_shows_all_that_is_asked_of_one_person(visitor: Visitor, desk: Desk) -> None:
    page = visitor.open(link(desk))
    assert "Iets met mentors" in page.text and "Iets met soup" in page.text
    assert "Iets met other" not in page.text


def test_each_answer_is_two_taps_and_leads_back_to_the_page(visitor: Visitor, desk: Desk) -> None:
    address = link(desk)
    links = visitor.open(address).links()
    [done] = [to for words, to in links.items() if "Gedaan" in words and "mentors" in words]
    page = visitor.write(done, {})
    assert page.title == "Wat we je vragen" and "staat erin als gedaan" in page.text
    assert "Iets met mentors" not in page.text and "Iets met soup" in page.text
    assert last(desk, "mentors") == (ActionDone(action="mentors", on=desk.today()), "m-themagroep")


def test_one_page_serves_a_month_of_answers(visitor: Visitor, desk: Desk, clock: Clock) -> None:
    address = link(desk)
    visitor.send(f"{address}/soup/andere-datum", {"by_when": "20-3-2026"})
    assert isinstance(last(desk, "soup")[0], ActionMoved)
    clock.forward(days=10)
    visitor.send(f"{address}/soup/gedaan", {})
    assert isinstance(last(desk, "soup")[0], ActionDone)
    page = visitor.open(f"{address}/soup/gedaan", 410)
    assert page.title == "Hier hoef je niets meer te doen"


def test_nothing_of_someone_else_can_be_answered(visitor: Visitor, desk: Desk) -> None:
    page = visitor.open(f"{link(desk)}/other/gedaan", 410)
    assert page.title == "Dit ligt nu bij iemand anders"
    visitor.open(f"{link(desk)}/nergens/gedaan", 404)


def test_a_contact_of_a_list_answers_for_the_organisation(visitor: Visitor, desk: Desk) -> None:
    name_contact(desk, "sam", "sonrisa")
    asked = ActionAsked(action="pies", title="Drie taarten", organisation="sonrisa")
    desk.record([asked], by="m-aanjager")
    address = link(desk, "member:sam")
    page = visitor.write(f"{address}/pies/ja", {})
    assert "Drie taarten" not in page.text
    assert last(desk, "pies")[1] == "sam"


def test_a_page_with_nothing_left_says_thank_you(visitor: Visitor, desk: Desk) -> None:
    assert "Je kunt dit venster sluiten" in visitor.open(link(desk, SONRISA)).text


def test_the_page_ends_with_its_last_day_and_with_the_organisation(
    visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    theirs = link(desk, SONRISA)
    desk.record([OrganisationLeft(organisation="sonrisa")], by="m-aanjager")
    assert visitor.open(theirs, 410).title == "Dit ligt nu bij iemand anders"
    address = link(desk)
    form = visitor.open(f"{address}/soup/gedaan").fields()
    clock.forward(days=30)
    assert visitor.post(f"{address}/soup/gedaan", form, 410).title == "Deze link is verlopen"
