"""Who likes a call better than mail stands on the list to call until the call was made."""

from datetime import timedelta

import pytest

from alliance import preferences
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionAsked
from alliance.events.meetings import GuestsInvited, MeetingCancelled, MeetingPlanned
from tests.conftest import Clock
from tests.mailing.named import name_contact
from tests.web.visitor import Visitor

KARIM, SAM, SONRISA = "member:m-kernvoorzitter", "member:sam", "organisation:sonrisa"


def like_calls(desk: Desk, *recipients: str) -> None:
    with writing(desk.engine) as db:
        for one in recipients:
            preferences.prefer(db, one, way="bellen", day=3, reminders=False)


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """Karim likes a call better; one thing is past its date, one has its day, one is asked."""
    for action, days in (("soup", -1), ("coffee", 4)):
        event = ActionAgreed(
            action=action,
            title=f"Iets met {action}",
            owner="m-kernvoorzitter",
            by_when=desk.today() + timedelta(days=days),
        )
        desk.record([event], by="m-aanjager")
    asked = ActionAsked(action="pies", title="Drie taarten", owner="m-kernvoorzitter")
    desk.record([asked], by="m-aanjager")
    like_calls(desk, KARIM)


def to_call(noor: Visitor) -> str:
    """The part of the start page on whom to call."""
    text = noor.open("/").text
    return text.split("Bellen ")[1].split("Vragen aan jou")[0] if "Bellen " in text else ""


def test_the_start_page_says_all_that_the_mail_would_have_asked(noor: Visitor) -> None:
    told = to_call(noor)
    assert "Karim Voorbeeld" in told
    assert "Iets met soup vóór 1 maart 2026 Lukt het nog?" in told
    assert "Iets met coffee vóór 6 maart 2026" in told
    assert "Drie taarten vraag" in told


def test_an_answer_that_was_written_down_takes_its_question_off(noor: Visitor) -> None:
    links = noor.open("/").links()
    for title in ("Iets met soup", "Drie taarten"):
        address = links[f"Schrijf het antwoord op : {title}"]
        answer = {"Iets met soup": "gedaan", "Drie taarten": "ja"}[title]
        sent = noor.post(address, noor.open(address).fields() | {"via": "gebeld", "answer": answer})
        assert sent.response.headers["Location"] == "/"
    told = to_call(noor)
    assert "Iets met coffee" in told and "soup" not in told and "taarten" not in told
    address = noor.open("/").links()["Schrijf het antwoord op : Iets met coffee"]
    noor.send(address, {"via": "gebeld", "answer": "bezig"})
    assert "Karim" not in to_call(noor)


def test_who_was_called_waits_for_the_next_week(noor: Visitor, clock: Clock) -> None:
    fields = noor.open("/").fields()
    sent = noor.post(f"/post-van-deze-week/{KARIM}/gebeld", fields | {"start": "ja"})
    assert sent.response.headers["Location"] == "/"
    assert "Karim" not in to_call(noor)
    clock.forward(days=7)
    assert "Iets met soup" in to_call(noor)


def test_a_meeting_that_changes_after_the_call_asks_for_another(
    noor: Visitor, desk: Desk, clock: Clock
) -> None:
    name_contact(desk, "sam", "sonrisa", phone="06 11 11 11 11")
    like_calls(desk, SAM)
    meeting = MeetingPlanned(meeting="kern", group="kerngroep", on=desk.today() + timedelta(days=9))
    guests = GuestsInvited(meeting="kern", organisations=("sonrisa",))
    desk.record([meeting, guests], by="m-aanjager")
    noor.post(f"/post-van-deze-week/{KARIM}/gebeld", noor.open("/").fields())
    assert "Karim" not in to_call(noor)
    clock.forward(hours=1)
    desk.record([MeetingCancelled(meeting="kern", reason="Te veel zieken.")], by="m-aanjager")
    told = to_call(noor)
    assert "Karim Voorbeeld" in told and "gaat niet door" in told and "soup" not in told
    page = noor.open("/post-van-deze-week").text.split("Liever bellen")[1]
    assert "Sam Voorbeeld" not in page  # Cora, who signs in, speaks for this organisation


def test_the_own_number_of_a_contact_stands_before_that_of_the_organisation(
    noor: Visitor, desk: Desk
) -> None:
    name_contact(desk, "sam", "comenius", phone="06 11 11 11 11")
    asked = ActionAsked(action="room", title="Een lokaal", organisation="comenius")
    desk.record([asked], by="m-aanjager")
    like_calls(desk, SAM)
    told = to_call(noor)
    assert "Sam Voorbeeld, " in told and "Bel 06 11 11 11 11" in told and "Een lokaal" in told


def test_a_question_that_waits_long_stands_on_the_page_once(
    noor: Visitor, desk: Desk, clock: Clock
) -> None:
    name_contact(desk, "sam", "comenius")
    asked = ActionAsked(action="room", title="Een lokaal", organisation="comenius")
    desk.record([asked], by="m-aanjager")
    like_calls(desk, SAM)
    clock.forward(days=14)
    assert [*noor.open("/").links()].count("Schrijf het antwoord op : Een lokaal") == 1


def test_nobody_else_says_that_someone_was_called(visit: object, noor: Visitor) -> None:
    assert callable(visit)
    kim: Visitor = visit("kerngroep")
    kim.post(f"/post-van-deze-week/{KARIM}/gebeld", kim.open("/afspraken/vragen").fields(), 403)
    fields = noor.open("/").fields()
    noor.post("/post-van-deze-week/member:niemand/gebeld", fields, 404)
