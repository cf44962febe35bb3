"""A year of mail: 36 meetings, 400 actions, 90 questions; 60 members of whom 20 never sign in."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from alliance import members, outbox, preferences
from alliance.app import make_desk
from alliance.config import Settings
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionDone
from alliance.events.activities import ActivityAnnounced, ActivityPlanned
from alliance.events.base import Event
from alliance.events.meetings import MeetingPlanned
from alliance.events.organisations import (
    GroupFormed,
    GroupKind,
    MemberJoined,
    OrganisationJoined,
    RoleAssigned,
)
from alliance.events.records import NoteTaken
from alliance.jobs import address_of, sweep_people
from alliance.mailing.news import tell_news
from alliance.mailing.sending import do_rounds
from alliance.mailing.writers import writer
from alliance.readiness import make_ready
from benchmarks.mail_questions import BEGIN, Asked, asks, plan_questions
from benchmarks.offers_year import answered, offered

DAYS = 364
MEMBERS, NEVER, ACTIONS, ORGANISATIONS, RING = 60, 20, 400, 12, 8
GROUPS: dict[str, tuple[GroupKind, int]] = {
    "kern": ("kerngroep", 8),
    "jong": ("themagroep", 8),
    "oud": ("themagroep", 8),
    "nieuw": ("themagroep", 8),
    "klank": ("klankbordgroep", 4),
}
SEED = 2026


@dataclass(frozen=True)
class Sent:
    """One letter that left, as the simulation saw it."""

    to: str
    on: date
    kind: str
    body: str


@dataclass
class Year:
    """What was planned, what was done on which day, and every letter."""

    actions: dict[str, ActionAgreed] = field(default_factory=dict)
    agreed: dict[str, date] = field(default_factory=dict)
    done: dict[str, date] = field(default_factory=dict)
    asked: dict[str, Asked] = field(default_factory=dict)
    meetings: list[MeetingPlanned] = field(default_factory=list)
    days: dict[str, int] = field(default_factory=dict)  # the mail day of each member
    sent: list[Sent] = field(default_factory=list)


def simulate(folder: Path) -> Year:
    """Live through a year; the clock runs once each morning."""
    now = [at(BEGIN)]
    desk = make_desk(settings(folder), lambda: now[0])
    make_ready(desk)
    chance, year = random.Random(SEED), Year()
    desk.record(world(), by="import")
    enter(desk, chance, year)
    plan(chance, year)
    year.asked = plan_questions(chance, DAYS, [member(number) for number in range(MEMBERS)])
    desk.record(year.meetings, by="import")
    for number in range(DAYS):
        now[0] = at(BEGIN + timedelta(days=number))
        if events := [*happens(year, desk.today())]:
            desk.record(events, by="import")
        do_rounds(desk)
        tell_news(desk)
        now[0] += timedelta(hours=1)  # a letter outside the round waits a quarter of an hour
        year.sent += leave(desk)
        sweep_people(desk)
    desk.engine.dispose()
    return year


def settings(folder: Path) -> Settings:
    """A site of its own."""
    return Settings(
        database_url=f"sqlite:///{folder / 'year.db'}",
        secret_key="een geheim van deze nagespeelde maanden",
        site_url="https://alliantie.example",
        smtp_url=None,
        folder=folder / "past",
        demo=True,
    )


def at(day: date) -> datetime:
    """The morning of a day."""
    return datetime.combine(day, time(9), UTC)


def member(number: int) -> str:
    """The key of a member."""
    return f"m{number:02}"


def world() -> list[Event]:
    """Organisations, some of which only hear what happened; groups, and members with a seat."""
    made: list[Event] = [
        OrganisationJoined(organisation=f"o{n}", name=f"Organisatie {n}", sector="s", kind="club")
        for n in range(ORGANISATIONS)
    ]
    made += [
        OrganisationJoined(
            organisation=f"r{n}",
            name=f"Buur {n}",
            sector="s",
            kind="club",
            mailbox=f"r{n}@buur.example",
        )
        for n in range(RING)
    ]
    made += [
        GroupFormed(group=key, name=f"Groep {key}", kind=kind, task="Praten.")
        for key, (kind, _) in GROUPS.items()
    ]
    made += offered(ORGANISATIONS)
    made += [
        ActivityPlanned(activity="soep", title="Soep", on=BEGIN + timedelta(days=40)),
        ActivityAnnounced(activity="soep", headline="Samen soep eten"),
    ]
    for number in range(MEMBERS):
        key, group = member(number), [*GROUPS][number % len(GROUPS)]
        made.append(MemberJoined(member=key, organisation=f"o{number % ORGANISATIONS}"))
        made.append(RoleAssigned(member=key, role="lid", group=group, since=BEGIN))
    return made


def enter(desk: Desk, chance: random.Random, year: Year) -> None:
    """Everyone in the phone book, each with a mail day; the last twenty never sign in."""
    with writing(desk.engine) as db:
        for number in range(MEMBERS):
            key, day = member(number), chance.randrange(5)
            mail = f"{key}@voorbeeld.example"
            members.add_member(db, key, name=f"{key} Voorbeeld", mail=mail, now=desk.clock())
            preferences.prefer(db, f"member:{key}", way="mail", day=day, reminders=False)
            year.days[f"member:{key}"] = day
            if number < MEMBERS - NEVER:
                preferences.note_sign_in(db, key)


def plan(chance: random.Random, year: Year) -> None:
    """The meetings and the actions of the year, and when each is done."""
    for group, (_, times) in GROUPS.items():
        for number in range(times):
            on = BEGIN + timedelta(days=20 + number * (DAYS - 40) // times)
            held = MeetingPlanned(meeting=f"{group}-{number}", group=group, on=on, start=time(10))
            year.meetings.append(held)
    for number in range(ACTIONS):
        key = f"a{number:03}"
        agreed = BEGIN + timedelta(days=chance.randrange(DAYS - 100))
        due = agreed + timedelta(days=chance.randrange(36, 90))
        year.agreed[key] = agreed
        year.done[key] = due + timedelta(days=chance.randrange(-20, 20))
        owner = member(number % MEMBERS)
        title = f"Taak {number:03} van dit jaar"
        year.actions[key] = ActionAgreed(action=key, title=title, owner=owner, by_when=due)


def happens(year: Year, today: date) -> Iterator[Event]:
    """What is agreed and what is done on a day."""
    yield from asks(year.asked, today)
    for key, action in year.actions.items():
        if year.agreed[key] == today:
            yield action
        if year.done[key] == today:
            yield ActionDone(action=key, on=today)
    yield from answered(ORGANISATIONS, [(one.to, one.on, one.body) for one in year.sent], today)
    for meeting in year.meetings:
        if meeting.on == today:
            key = meeting.meeting
            yield NoteTaken(record=key, note=f"note-{key}", statement="Zo doen we het.")


def leave(desk: Desk) -> Iterator[Sent]:
    """Everything that may leave now, taken as the mail server would."""
    by = writer(desk)
    while letter := outbox.claim(desk.engine, address_of, "alliantie.example", desk.clock()):
        body = by.finish(letter.recipient, letter.body)
        outbox.settle(desk.engine, letter, outbox.SENT, desk.clock(), by.left)
        yield Sent(letter.recipient, desk.today(), letter.kind, body)


def left_behind(folder: Path) -> int:
    """How many letters never left."""
    desk = make_desk(settings(folder))
    with reading(desk.engine) as db:
        waits = len(outbox.waiting(db))
    desk.engine.dispose()
    return waits
