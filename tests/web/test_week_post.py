"""Post van deze week: the aanjager sees what will leave, and stops, begins otherwise or merges."""

from datetime import timedelta

import pytest

from alliance import outbox, preferences, rounds, tickets
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.mailing.sending import do_rounds
from alliance.projections import actions
from tests.conftest import Clock
from tests.web.visitor import Visitor

LIST = "/post-van-deze-week"
KARIM, VERA = "member:m-kernvoorzitter", "member:m-voorzitter"
"""Both of the same organisation."""


@pytest.fixture(autouse=True)
def agreed(desk: Desk) -> None:
    """Karim and Vera each agreed to something that has its day on Monday."""
    for action, owner in (("soup", "kernvoorzitter"), ("coffee", "voorzitter")):
        agreed = ActionAgreed(
            action=action,
            title=f"Iets met {action}",
            owner=f"m-{owner}",
            organisation="welzijn_capelle",
            by_when=desk.today() + timedelta(days=7),
        )
        desk.record([agreed], by="m-aanjager")
    with writing(desk.engine) as db:
        for one in ("kernvoorzitter", "voorzitter"):
            preferences.note_sign_in(db, f"m-{one}")


def letters(desk: Desk, clock: Clock) -> dict[str, outbox.Letter]:
    """What is in the outbox on Thursday, by recipient."""
    clock.forward(days=3)
    do_rounds(desk)
    with reading(desk.engine) as db:
        return {one.recipient: one for one in outbox.letters(db)}


def test_the_start_page_counts_what_will_leave(noor: Visitor) -> None:
    page = noor.open("/")
    assert "2 mails gaan uit met jouw naam, de eerste donderdag 5 maart 2026." in page.text
    assert page.links()["Bekijk of stop"] == LIST


def test_every_letter_can_be_read_before_it_leaves(noor: Visitor, desk: Desk) -> None:
    page = noor.open(LIST)
    assert "Donderdag 5 maart 2026: 2 mails" in page.text
    [address] = [to for words, to in page.links().items() if "Karim" in words]
    letter = noor.open(address)
    assert "Iets met soup" in letter.text and "Groet, Noor Voorbeeld, aanjager" in letter.text
    assert "/antwoord/" not in letter.response.text and "[link]" in letter.text
    with reading(desk.engine) as db:
        assert not outbox.letters(db)


def test_a_letter_can_be_stopped_and_sent_after_all(
    noor: Visitor, desk: Desk, clock: Clock
) -> None:
    address = f"{LIST}/{KARIM}"
    noor.post(f"{address}/stop", noor.open(address).fields())
    assert "Donderdag 5 maart 2026: één mail" in noor.open(LIST).text
    assert "gestopt" in noor.open(LIST).text
    noor.post(f"{address}/toch", noor.open(address).fields())
    noor.post(f"{LIST}/{VERA}/stop", noor.open(f"{LIST}/{VERA}").fields())
    assert {*letters(desk, clock)} == {KARIM}


def test_other_words_can_begin_a_letter(noor: Visitor, desk: Desk, clock: Clock) -> None:
    noor.write(f"{LIST}/{KARIM}/begin", {"opening": "Wat een mooie bijeenkomst was dat."})
    assert "begint met jouw woorden" in noor.open(LIST).text
    noor.send(f"{LIST}/{VERA}/begin", {"opening": "Bel mij op 06 12345678."}, 422)
    found = letters(desk, clock)
    assert "Wat een mooie bijeenkomst was dat." in found[KARIM].body
    assert "Dit is er deze week voor je." in found[VERA].body


def test_two_letters_to_one_organisation_can_be_merged_and_taken_apart(
    noor: Visitor, desk: Desk, clock: Clock
) -> None:
    noor.write(f"{LIST}/{KARIM}/samen", {"joins": VERA})
    page = noor.open(LIST)
    assert "Donderdag 5 maart 2026: één mail" in page.text and "samengevoegd" in page.text
    merged = noor.open(f"{LIST}/{VERA}")
    assert "Iets met soup" in merged.text and "Iets met coffee" in merged.text
    apart = merged.links()["Maak de samengevoegde mail weer los"]
    assert noor.open(apart).fields()["joins"] == [VERA]
    noor.write(apart, {"joins": ""})
    assert "Donderdag 5 maart 2026: 2 mails" in noor.open(LIST).text
    noor.write(f"{LIST}/{KARIM}/samen", {"joins": VERA})
    found = letters(desk, clock)
    assert {*found} == {VERA} and "Iets met soup" in found[VERA].body


def test_a_merged_letter_can_be_answered_by_the_colleague_who_got_it(
    noor: Visitor, visitor: Visitor, desk: Desk, clock: Clock
) -> None:
    alone = ActionAgreed(
        action="alone", title="Iets alleen", owner="m-kernvoorzitter",
        by_when=desk.today() + timedelta(days=7),
    )  # fmt: skip
    desk.record([alone], by="m-aanjager")
    noor.write(f"{LIST}/{KARIM}/samen", {"joins": VERA})
    body = tickets.signed(letters(desk, clock)[VERA].body, desk.settings.secret_key)
    part = body.split("Iets alleen")[1]
    done = part.split("Gedaan:\nhttp://localhost")[1].split("\n")[0]
    visitor.send(done, {})
    with desk.reading() as now:
        found = now.ask(actions.one, "alone", now.today)
    assert found and found.status == "gedaan"


def test_who_is_in_another_organisation_cannot_be_merged_with(noor: Visitor) -> None:
    noor.send(f"{LIST}/{KARIM}/samen", {"joins": "member:m-themagroep"}, 422)


def test_who_likes_a_call_better_stands_on_the_list_to_call(noor: Visitor, desk: Desk) -> None:
    with writing(desk.engine) as db:
        preferences.prefer(db, KARIM, way="bellen", day=3, reminders=False)
    page = noor.open(LIST)
    calls = page.text.split("Liever bellen")[1]
    assert "Karim Voorbeeld" in calls and "Iets met soup" in calls
    assert "Donderdag 5 maart 2026: één mail" in page.text


def test_a_letter_that_waits_already_can_be_stopped(noor: Visitor, desk: Desk) -> None:
    with writing(desk.engine) as db:
        outbox.put(
            db, about="x", to=KARIM, kind="agenda", subject="Agenda", body="Dag", now=desk.clock()
        )
        [waits] = outbox.waiting(db)
    fields = noor.open(LIST).fields()
    for said in ("Deze mail gaat niet uit.", "Stoppen kan niet meer."):
        sent = noor.post(f"{LIST}/klaar/{waits.id}/stop", fields | {"again": said})
        assert said in noor.open(sent.response.headers["Location"]).text
        fields = noor.open(f"{LIST}/{KARIM}").fields()
    with reading(desk.engine) as db:
        assert [one.state for one in outbox.letters(db)] == [outbox.LAPSED]


def test_a_quiet_week_says_so(noor: Visitor, desk: Desk, clock: Clock) -> None:
    assert "De komende week gaat er geen mail uit" not in noor.open(LIST).text
    assert len(letters(desk, clock)) == 2
    assert "De komende week gaat er geen mail uit" in noor.open(LIST).text


def test_a_letter_that_is_not_there_is_a_page_that_is_not_there(noor: Visitor) -> None:
    noor.open(f"{LIST}/member:m-raadslid", 404)


def test_only_the_aanjager_sees_the_mail_of_others(visit: object, desk: Desk) -> None:
    assert callable(visit)
    for role in ("kernvoorzitter", "beheerder", "beleidsmedewerker"):
        visit(role).open(LIST, 403)


def test_choices_go_with_the_one_they_are_about(desk: Desk) -> None:
    with writing(desk.engine) as db:
        rounds.choose(db, KARIM, "2026-W10", desk.today(), joins=VERA)
        rounds.forget(db, VERA)
        assert rounds.choices_of(db, "2026-W10") == {}
