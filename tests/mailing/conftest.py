"""An alliance of a few people who get mail: one signs in, one never does, and a mailbox."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from alliance import members, outbox, preferences
from alliance.config import Settings
from alliance.database import open_engine, reading, writing
from alliance.desk import Desk
from alliance.events.actions_rules import agree_action
from alliance.events.base import Event
from alliance.events.meetings import MeetingPlanned
from alliance.events.organisations import (
    GroupFormed,
    MemberJoined,
    OrganisationJoined,
    RoleAssigned,
)
from alliance.mailing.sending import do_rounds
from alliance.readiness import make_ready
from tests.conftest import Clock

MONDAY = date(2026, 3, 2)
CAST = {"noor": "gemeente", "fatima": "school", "kees": "kerk"}
PHONES = {"gemeente": "010 284 84 84", "school": None, "kerk": None, "winkel": None}


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    settings = Settings(
        database_url=sqlite_url,
        secret_key="een geheim dat alleen in deze test bestaat",
        site_url="https://alliantie.example",
        smtp_url=None,
        folder=tmp_path / "past",
        demo=True,
    )
    desk = Desk(settings, open_engine(sqlite_url), clock)
    make_ready(desk)
    desk.record(world(), by="import")
    with writing(desk.engine) as db:
        for key in CAST:
            name, mail = f"{key.capitalize()} Voorbeeld", f"{key}@voorbeeld.example"
            members.add_member(db, key, name=name, mail=mail, now=clock())
        for key in ("noor", "fatima"):
            preferences.note_sign_in(db, key)
    yield desk
    desk.engine.dispose()


def world() -> list[Event]:
    """Organisations, a group with two members, and the aanjager."""
    made: list[Event] = [
        OrganisationJoined(
            organisation=key, name=key.capitalize(), sector="s", kind="organisatie", phone=phone,
            mailbox=f"info@{key}.example",
        )
        for key, phone in PHONES.items()
    ]  # fmt: skip
    made += [GroupFormed(group="jong", name="Themagroep jong", kind="themagroep", task="Praten.")]
    made += [MemberJoined(member=key, organisation=at) for key, at in CAST.items()]
    made += [
        RoleAssigned(member="noor", role="aanjager", since=MONDAY),
        RoleAssigned(member="fatima", role="lid", group="jong", since=MONDAY),
        RoleAssigned(member="kees", role="contactpersoon", organisation="kerk", since=MONDAY),
    ]
    return made


def agree(desk: Desk, action: str, day: str, by: str = "noor", **who: str) -> None:
    """Someone will do something before a day."""
    agreed = agree_action(
        action=action,
        title=f"Iets met {action}",
        by_when=date.fromisoformat(day),
        today=MONDAY,
        owner=who.get("owner"),
        organisation=who.get("organisation"),
    )
    desk.record([agreed], by=by)


def meet(desk: Desk, day: str, meeting: str = "jong-maart") -> None:
    """The group will meet."""
    planned = MeetingPlanned(
        meeting=meeting, group="jong", on=date.fromisoformat(day), start=time(10), place="De Wel"
    )
    desk.record([planned], by="noor")


def go_to(clock: Clock, day: str, hour: int = 9) -> None:
    """Move the clock to an hour of a day, in UTC."""
    clock.now = datetime.combine(date.fromisoformat(day), time(hour), UTC)


def mailed(desk: Desk, clock: Clock, day: str, hour: int = 9) -> dict[str, outbox.Letter]:
    """The letters that were put in the outbox by the clock of this moment, by recipient."""
    before = {letter.id for letter in found(desk)}
    go_to(clock, day, hour)
    do_rounds(desk)
    return {one.recipient: one for one in found(desk) if one.id not in before}


def found(desk: Desk) -> list[outbox.Letter]:
    """Every letter in the outbox."""
    with reading(desk.engine) as db:
        return outbox.letters(db, limit=10_000)


def prefer(desk: Desk, recipient: str, **liked: object) -> None:
    """Someone chose how to hear from us."""
    with writing(desk.engine) as db:
        now = replace(preferences.of(db, recipient), **liked)  # type: ignore[arg-type]
        preferences.prefer(db, recipient, way=now.way, day=now.day, reminders=now.reminders)
