"""The phone book: who is who, links that work once, sessions that can be ended, and forgetting."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance import members, outbox
from alliance.database import Unavailable, open_engine, reading, writing
from tests.conftest import Clock

SECRET = "een geheim dat alleen in deze test bestaat"
NAME, MAIL = "Fatima Voorbeeldig", "fatima@voorbeeld.example"


@pytest.fixture
def phone_book(engine: sa.Engine, clock: Clock) -> sa.Engine:
    members.create_tables(engine)
    with writing(engine) as db:
        members.add_member(db, "fatima", name=NAME, mail=MAIL, now=clock())
        members.add_member(db, "noor", name="Noor", mail="noor@voorbeeld.example", now=clock())
    return engine


@pytest.fixture
def db(phone_book: sa.Engine) -> Iterator[sa.Connection]:
    with writing(phone_book) as db:
        yield db


def test_a_member_is_found_by_address_however_it_is_typed(db: sa.Connection) -> None:
    assert members.find_by_mail(db, "  FATIMA@Voorbeeld.example ") == "fatima"
    assert members.find_by_mail(db, "niemand@voorbeeld.example") is None


def test_names_are_given_by_key_and_unknown_keys_are_left_out(db: sa.Connection) -> None:
    assert members.name_of(db, "fatima") == NAME
    assert members.mail_of(db, "fatima") == MAIL
    assert members.name_of(db, "niemand") is None
    assert members.names(db, ["fatima", "niemand"]) == {"fatima": NAME}
    assert members.names(db) == {"fatima": NAME, "noor": "Noor"}


def test_two_people_cannot_have_one_address(db: sa.Connection, clock: Clock) -> None:
    with pytest.raises(members.MailTaken):
        members.add_member(db, "ander", name="Ander", mail=MAIL.upper(), now=clock())


def test_name_and_address_are_set_right_or_entered_late(db: sa.Connection, clock: Clock) -> None:
    for member in ("fatima", "later"):
        mail = f"{member}.anders@voorbeeld.example"
        members.set_right(db, member, name="Anders", mail=mail.upper(), now=clock())
        assert (members.name_of(db, member), members.mail_of(db, member)) == ("Anders", mail)
    members.set_right(db, "fatima", name=NAME, mail="fatima.anders@voorbeeld.example", now=clock())
    with pytest.raises(members.MailTaken):
        members.set_right(db, "fatima", name=NAME, mail="noor@voorbeeld.example", now=clock())


def test_every_row_about_a_member_is_told_without_tokens(db: sa.Connection, clock: Clock) -> None:
    token = members.open_session(db, "fatima", clock())
    members.start_link(db, "noor", clock())
    told = members.rows_of(db, "fatima")
    assert [row["name"] for row in told["members"]] == [NAME]
    assert len(told["sessions"]) == 1 and not told["sign_in_links"]
    assert token not in str(told) and "token" not in str(told)


def test_a_link_works_once(db: sa.Connection, clock: Clock) -> None:
    token = members.start_link(db, "fatima", clock())
    assert members.is_usable(db, token, clock())
    assert members.is_usable(db, token, clock())
    assert members.redeem_link(db, token, clock()) == "fatima"
    assert members.redeem_link(db, token, clock()) is None
    assert not members.is_usable(db, token, clock())


def test_a_link_works_for_fifteen_minutes(db: sa.Connection, clock: Clock) -> None:
    token = members.start_link(db, "fatima", clock())
    clock.forward(minutes=14, seconds=59)
    assert members.is_usable(db, token, clock())
    clock.forward(seconds=1)
    assert not members.is_usable(db, token, clock())
    assert members.redeem_link(db, token, clock()) is None


def test_a_made_up_link_signs_nobody_in(db: sa.Connection, clock: Clock) -> None:
    members.start_link(db, "fatima", clock())
    assert members.redeem_link(db, "verzonnen", clock()) is None


def test_a_session_ends_when_its_owner_signs_out(db: sa.Connection, clock: Clock) -> None:
    here, there = (members.open_session(db, "fatima", clock()) for _ in range(2))
    members.end_session(db, here)
    assert members.find_session(db, here, clock()) is None
    assert members.find_session(db, there, clock()) == members.Session("fatima", to_note=False)


def test_signing_out_everywhere_ends_sessions_and_unused_links(
    db: sa.Connection, clock: Clock
) -> None:
    session = members.open_session(db, "fatima", clock())
    link = members.start_link(db, "fatima", clock())
    other = members.open_session(db, "noor", clock())
    members.end_all_sessions(db, "fatima")
    assert members.find_session(db, session, clock()) is None
    assert members.redeem_link(db, link, clock()) is None
    assert members.find_session(db, other, clock())


def test_a_session_stays_good_while_it_is_used(db: sa.Connection, clock: Clock) -> None:
    token = members.open_session(db, "fatima", clock())
    clock.forward(days=20)
    assert members.find_session(db, token, clock()) == members.Session("fatima", to_note=True)
    members.note_session(db, token, clock())
    clock.forward(days=20)
    assert members.find_session(db, token, clock())
    clock.forward(days=11)
    assert members.find_session(db, token, clock()) is None


def test_one_address_may_ask_five_times_within_the_hour(db: sa.Connection, clock: Clock) -> None:
    def ask(sender: str) -> bool:
        return members.may_ask(db, mail=MAIL, sender=sender, secret=SECRET, now=clock())

    assert [ask(f"192.0.2.{number}") for number in range(6)] == [True] * 5 + [False]
    clock.forward(hours=1)
    assert ask("192.0.2.9")


def test_one_sender_may_ask_twenty_times_for_any_addresses(db: sa.Connection, clock: Clock) -> None:
    def ask(number: int) -> bool:
        mail = f"{number}@voorbeeld.example"
        return members.may_ask(db, mail=mail, sender="192.0.2.1", secret=SECRET, now=clock())

    assert [ask(number) for number in range(21)] == [True] * 20 + [False]


def test_the_tables_hold_no_token_address_or_sender_of_a_request(
    db: sa.Connection, clock: Clock
) -> None:
    members.may_ask(db, mail="gast@elders.example", sender="192.0.2.1", secret=SECRET, now=clock())
    tokens = [members.start_link(db, "fatima", clock()), members.open_session(db, "noor", clock())]
    kept = str([db.execute(sa.select(table)).all() for table in members.tables.sorted_tables])
    assert not [one for one in [*tokens, "gast@", "192.0.2.1"] if one in kept]


def test_what_is_past_its_term_is_swept(db: sa.Connection, clock: Clock) -> None:
    members.start_link(db, "fatima", clock())
    members.open_session(db, "fatima", clock())
    members.may_ask(db, mail=MAIL, sender="192.0.2.1", secret=SECRET, now=clock())
    clock.forward(days=31)
    fresh = members.open_session(db, "noor", clock())
    members.sweep(db, clock())
    left = {
        table.name: db.scalar(sa.select(sa.func.count()).select_from(table))
        for table in members.tables.sorted_tables
    }
    swept = {"member_contacts": 0, "sign_in_links": 0, "sign_in_requests": 0}
    assert left == {"members": 2, "sessions": 1} | swept
    assert members.find_session(db, fresh, clock())


@contextmanager
def all_about_fatima(engine: sa.Engine, clock: Clock) -> Iterator[str]:
    outbox.create_tables(engine)
    with writing(engine) as db:
        members.open_session(db, "fatima", clock())
        members.start_link(db, "fatima", clock())
        members.may_ask(db, mail=MAIL, sender="192.0.2.1", secret=SECRET, now=clock())
        hashed = db.scalar(sa.select(members.requests.c.asked))
        outbox.put(
            db,
            about="sign-in:1",
            to="member:fatima",
            kind="inloggen",
            subject="Inloggen",
            body=f"Dag {NAME}",
            now=clock(),
        )
    assert hashed
    yield hashed


def test_an_erased_member_is_known_nowhere_and_signed_out(
    phone_book: sa.Engine, clock: Clock
) -> None:
    with all_about_fatima(phone_book, clock):
        with writing(phone_book) as db:
            outbox.forget(db, "fatima")
        members.erase(phone_book, ["fatima"], SECRET)
    with reading(phone_book) as db:
        assert members.name_of(db, "fatima") is None
        for table in (members.sessions, members.sign_in_links, outbox.outbox):
            assert not db.execute(sa.select(table)).all()
        assert members.names(db) == {"noor": "Noor"}


def test_after_erasing_no_byte_of_a_member_is_left_on_disk(
    sqlite_url: str, clock: Clock, tmp_path: Path
) -> None:
    def on_disk() -> bytes:
        return b"".join(file.read_bytes() for file in tmp_path.iterdir())

    engine = open_engine(sqlite_url)
    members.create_tables(engine)
    with writing(engine) as db:
        members.add_member(db, "noor", name="Noor", mail="noor@voorbeeld.example", now=clock())
        members.add_member(db, "fatima", name=NAME, mail=MAIL, now=clock())
    with all_about_fatima(engine, clock) as hashed:
        for trace in (NAME, MAIL, hashed):
            assert trace.encode() in on_disk()
        with writing(engine) as db:
            outbox.forget(db, "fatima")
        members.erase(engine, ["fatima"], SECRET)
        for trace in (NAME, MAIL, hashed, "Fatima"):
            assert trace.encode() not in on_disk()
    assert b"noor@voorbeeld.example" in on_disk()
    engine.dispose()


def test_erasing_says_so_when_someone_who_reads_on_keeps_the_old_pages(
    sqlite_url: str, clock: Clock
) -> None:
    engine = open_engine(sqlite_url, patience=0.1)
    members.create_tables(engine)
    with writing(engine) as db:
        members.add_member(db, "fatima", name=NAME, mail=MAIL, now=clock())
    with reading(engine) as db:
        members.names(db)
        with pytest.raises(Unavailable):
            members.erase(engine, ["fatima"], SECRET)
    members.erase(engine, ["fatima"], SECRET)
    engine.dispose()
