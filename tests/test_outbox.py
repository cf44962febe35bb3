"""The outbox: one letter per thing, person and kind, claimed once; sign-in links unreadable."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import sqlalchemy as sa

from alliance import outbox
from alliance.database import reading, writing
from tests.conftest import Clock

DOMAIN = "alliantie.example"


@pytest.fixture
def box(engine: sa.Engine) -> Iterator[sa.Engine]:
    outbox.create_tables(engine)
    yield engine


def put(box: sa.Engine, clock: Clock, about: str = "week:1", kind: str = "week") -> bool:
    with writing(box) as db:
        return outbox.put(
            db,
            about=about,
            kind=kind,
            subject="Jouw week",
            body="Dag, dit is er voor jou.",
            to="member:fatima",
            good_until=clock() + timedelta(minutes=15) if kind == outbox.SIGN_IN else None,
            now=clock(),
        )


def mail_of(_: sa.Connection, recipient: str) -> str | None:
    return {"member:fatima": "fatima@voorbeeld.example"}.get(recipient)


def claim(box: sa.Engine, clock: Clock) -> outbox.Claimed | None:
    return outbox.claim(box, mail_of, DOMAIN, clock())


def seen(box: sa.Engine, **how: bool) -> list[outbox.Letter]:
    with reading(box) as db:
        return outbox.letters(db, **how)


def states(box: sa.Engine) -> list[str]:
    return [letter.state for letter in seen(box)]


def test_the_same_letter_to_the_same_person_is_put_once(box: sa.Engine, clock: Clock) -> None:
    assert [put(box, clock), put(box, clock), put(box, clock, about="week:2")] == [
        True,
        False,
        True,
    ]
    assert len(seen(box)) == 2


def test_a_letter_is_claimed_by_one_process_only(box: sa.Engine, clock: Clock) -> None:
    put(box, clock)
    letter = claim(box, clock)
    assert letter
    assert letter.address == "fatima@voorbeeld.example"
    assert letter.message_id == f"<{letter.id}@{DOMAIN}>"
    assert claim(box, clock) is None
    assert states(box) == [outbox.CLAIMED]


def test_a_letter_to_an_address_needs_no_member(box: sa.Engine, clock: Clock) -> None:
    with writing(box) as db:
        outbox.put(
            db, about="x", kind="vraag", subject="Vraag", body="Klopt dit?",
            to="mail:info@voorbeeld.example", now=clock(),
        )  # fmt: skip
    letter = claim(box, clock)
    assert letter and letter.address == "info@voorbeeld.example"


def test_a_letter_to_someone_unknown_lapses_and_the_next_is_taken(
    box: sa.Engine, clock: Clock
) -> None:
    with writing(box) as db:
        outbox.put(
            db, about="x", kind="week", subject="Week", body="Dag", to="member:weg", now=clock()
        )
    clock.forward(minutes=1)
    put(box, clock)
    letter = claim(box, clock)
    assert letter and letter.address == "fatima@voorbeeld.example"
    assert sorted(states(box)) == [outbox.CLAIMED, outbox.LAPSED]


def test_what_the_server_did_not_take_waits_longer_each_time_and_then_fails(
    box: sa.Engine, clock: Clock
) -> None:
    put(box, clock)
    ids = set()
    for wait in outbox.BACK_OFF:
        letter = claim(box, clock)
        assert letter
        ids.add(letter.message_id)
        outbox.settle(box, letter, outbox.WAITS, clock())
        assert claim(box, clock) is None
        clock.forward(seconds=wait.total_seconds())
    last = claim(box, clock)
    assert last
    outbox.settle(box, last, outbox.WAITS, clock())
    assert states(box) == [outbox.FAILED]
    assert ids == {last.message_id}


def test_a_letter_that_was_claimed_and_never_settled_is_uncertain(
    box: sa.Engine, clock: Clock
) -> None:
    put(box, clock)
    claim(box, clock)
    clock.forward(minutes=11)
    with writing(box) as db:
        outbox.lapse(db, clock())
    assert states(box) == [outbox.UNCERTAIN]
    assert claim(box, clock) is None


def test_a_sign_in_letter_is_read_in_the_demo_only(box: sa.Engine, clock: Clock) -> None:
    put(box, clock, kind=outbox.SIGN_IN)
    assert [letter.body for letter in seen(box)] == [""]
    assert [letter.body for letter in seen(box, with_links=True)] == ["Dag, dit is er voor jou."]
    put(box, clock)
    assert {letter.body for letter in seen(box)} == {"", "Dag, dit is er voor jou."}


@pytest.mark.parametrize("ending", [outbox.SENT, outbox.FAILED, outbox.UNCERTAIN])
def test_what_a_sign_in_letter_says_goes_when_it_no_longer_waits(
    box: sa.Engine, clock: Clock, ending: str
) -> None:
    put(box, clock, kind=outbox.SIGN_IN)
    put(box, clock)
    while letter := claim(box, clock):
        outbox.settle(box, letter, ending, clock())
    assert sorted(letter.body for letter in seen(box, with_links=True)) == [
        "",
        "Dag, dit is er voor jou.",
    ]


def test_a_sign_in_letter_that_comes_too_late_is_not_sent(box: sa.Engine, clock: Clock) -> None:
    put(box, clock, kind=outbox.SIGN_IN)
    clock.forward(minutes=15)
    with writing(box) as db:
        outbox.sweep(db, clock())
    [letter] = seen(box, with_links=True)
    assert (letter.state, letter.body) == (outbox.LAPSED, "")


def test_letters_are_forgotten_after_thirty_days(box: sa.Engine, clock: Clock) -> None:
    put(box, clock)
    clock.forward(days=20)
    put(box, clock, about="week:2")
    clock.forward(days=11)
    with writing(box) as db:
        outbox.sweep(db, clock())
    assert len(seen(box)) == 1


def test_every_letter_to_a_member_can_be_forgotten(box: sa.Engine, clock: Clock) -> None:
    put(box, clock)
    put(box, clock, about="week:2")
    with writing(box) as db:
        outbox.forget(db, "iemand anders")
        assert len(outbox.letters(db)) == 2
        outbox.forget(db, "fatima")
        assert not outbox.letters(db)


def test_someone_s_letters_are_told_without_what_signs_in(box: sa.Engine, clock: Clock) -> None:
    put(box, clock)
    put(box, clock, about="sign-in:1", kind=outbox.SIGN_IN)
    with reading(box) as db:
        bodies = {letter.kind: letter.body for letter in outbox.letters_to(db, "fatima")}
        assert not outbox.letters_to(db, "noor")
    assert bodies == {"week": "Dag, dit is er voor jou.", outbox.SIGN_IN: ""}
