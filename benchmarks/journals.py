"""Journals to measure with: the plan and then a long past, in a database of their own."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from alliance import recorder
from alliance.config import PERSONA_DATA, Settings
from alliance.database import open_engine
from alliance.desk import Desk
from alliance.dutch import AMSTERDAM
from alliance.events.meetings import MeetingPlanned
from alliance.sources.plan import read_plan
from benchmarks.life import A_DAY, days
from benchmarks.past import Past


@dataclass
class Clock:
    """A clock that is set by hand."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def settings_at(url: str, folder: Path) -> Settings:
    """The settings of a site with its data there."""
    return Settings(url, "k" * 32, "http://127.0.0.1", None, folder / "past", demo=False)


def coming_kerngroep(today: date) -> MeetingPlanned:
    """A kerngroep that meets in ten days."""
    on = today + timedelta(days=10)
    return MeetingPlanned(meeting="coming", group="kerngroep", on=on, start=time(14))


def make_journal(url: str, folder: Path, number: int) -> Desk:
    """A desk whose journal holds so many entries and ends about now; nothing is projected yet."""
    now = datetime.now(UTC)
    started = (now - timedelta(days=number / A_DAY)).date()
    clock = Clock(datetime.combine(started, time(8), AMSTERDAM))
    desk = Desk(settings_at(url, folder), open_engine(url), clock)
    recorder.create_tables(desk.engine)
    plan = [item.event for item in read_plan(PERSONA_DATA)]
    written = desk.journal.append(plan, by="import").position + 1  # room for one meeting
    for day, by, happened in days(Past(plan, started)):
        clock.now = min(datetime.combine(day, time(12), AMSTERDAM), now)
        some = happened[: number - written]
        written = desk.journal.append(some, by=by).position + 1
        if written == number:
            break
    desk.journal.append([coming_kerngroep(now.date())], by="import")
    desk.clock = lambda: datetime.now(UTC)
    return desk
