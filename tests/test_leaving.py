"""Who goes, is let out everywhere, and after erasing no file of ours knows a name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from alliance import journal, leaving, members, outbox, preferences
from alliance.config import Settings
from alliance.database import open_engine, reading, writing
from alliance.desk import Desk
from alliance.events.base import Refused
from alliance.events.offers import OfferConfirmed
from alliance.events.organisations import (
    MemberErased,
    MemberJoined,
    MemberLeft,
    RoleAssigned,
    RoleEnded,
)
from alliance.projections import people
from alliance.readiness import make_ready
from tests.conftest import Clock

NAME, MAIL = "Fatima Voorbeeldig", "fatima@voorbeeld.example"
MONDAY = date(2026, 3, 2)


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    settings = Settings(
        database_url=sqlite_url,
        secret_key="een geheim dat alleen in deze test bestaat",
        site_url="http://localhost",
        smtp_url=None,
        folder=tmp_path / "past",
        demo=True,
    )
    desk = Desk(settings, open_engine(sqlite_url), clock)
    make_ready(desk)
    for key, name in (("fatima", NAME), ("noor", "Noor")):
        desk.record([MemberJoined(member=key)], by="import")
        with writing(desk.engine) as db:
            mail = f"{key}@voorbeeld.example"
            members.add_member(db, key, name=name, mail=mail, now=clock())
    desk.record([RoleAssigned(member="noor", role="aanjager", since=MONDAY)], by="import")
    yield desk
    desk.engine.dispose()


def happened(desk: Desk, member: str) -> list[type]:
    with reading(desk.engine) as db:
        return [type(entry.event) for entry in journal.stream(db, f"member:{member}")]


def test_who_stops_has_no_role_and_no_session_left(desk: Desk, clock: Clock) -> None:
    with writing(desk.engine) as db:
        token = members.open_session(db, "noor", clock())
    leaving.let_go(desk, "noor", by="noor")
    with desk.reading() as now:
        assert members.find_session(now.db, token, clock()) is None
        assert now.ask(people.roles_of, "noor") == ()
        assert members.name_of(now.db, "noor") == "Noor"
    with pytest.raises(Refused):
        leaving.let_go(desk, "noor", by="noor")


def test_after_erasing_no_file_of_ours_knows_the_name(
    desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    with writing(desk.engine) as db:
        outbox.put(
            db, about="week:1", kind="week", subject="Week", body=f"Dag {NAME}",
            to="member:fatima", now=clock(),
        )  # fmt: skip
    leaving.erase(desk, "fatima", by="noor")
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    for trace in (NAME, MAIL, "Fatima"):
        assert not [file for file in files if trace.encode() in file.read_bytes()]
    assert happened(desk, "fatima") == [MemberJoined, MemberLeft, MemberErased]
    with desk.reading() as now:
        assert now.ask(people.member_words)["fatima"] == "oud-lid"


def test_erasing_twice_is_refused(desk: Desk) -> None:
    leaving.erase(desk, "fatima", by="noor")
    with pytest.raises(Refused, match="gewist"):
        leaving.erase(desk, "fatima", by="noor")


def test_who_had_no_role_for_a_year_is_erased_by_the_clock(desk: Desk, clock: Clock) -> None:
    clock.forward(days=100)
    desk.record([RoleEnded(member="noor", role="aanjager")], by="import")
    assert leaving.erase_idle(desk) == 0
    clock.forward(days=266)
    assert leaving.erase_idle(desk) == 1
    assert happened(desk, "fatima")[-1] is MemberErased
    assert happened(desk, "noor")[-1] is RoleEnded
    clock.forward(days=100)
    assert leaving.erase_idle(desk) == 1
    with reading(desk.engine) as db:
        assert members.names(db) == {}


CONTACT = RoleAssigned(member="fatima", role="contactpersoon", organisation="sonrisa", since=MONDAY)


def test_a_contact_who_never_signs_in_is_erased_a_year_after_the_last_answer(
    desk: Desk, clock: Clock
) -> None:
    desk.record([CONTACT], by="import")
    clock.forward(days=200)
    desk.record([OfferConfirmed(offer="koffie")], by="fatima")
    clock.forward(days=364)
    assert leaving.erase_idle(desk) == 0
    clock.forward(days=3)
    assert leaving.erase_idle(desk) == 1
    assert happened(desk, "fatima")[-1] is MemberErased


def test_a_contact_who_signs_in_or_does_more_stays(desk: Desk, clock: Clock) -> None:
    desk.record([CONTACT], by="import")
    with writing(desk.engine) as db:
        preferences.note_sign_in(db, "fatima")
    also = RoleAssigned(member="noor", role="contactpersoon", organisation="x", since=MONDAY)
    desk.record([also], by="import")
    clock.forward(days=800)
    assert leaving.erase_idle(desk) == 0


def test_a_year_before_the_leap_day_is_the_last_of_february() -> None:
    assert leaving.years_before(date(2028, 2, 29)) == date(2027, 2, 28)
