"""A member's feed in calendar programs that others made: vdirsyncer fetches it, khal shows it."""

import os
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from alliance.events.meetings import MeetingCancelled, MeetingMoved
from alliance.projections import meetings, people
from alliance.projections.meetings import Meeting
from alliance.signatures import signature
from tests.browser.conftest import Running
from tests.demo import desk_of

pytestmark = pytest.mark.browser
SYNC = """[general]
status_path = "{folder}/status/"
[pair alliance]
a = "feed"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = "{address}"
[storage here]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
"""
SHOW = """[calendars]
[[alliance]]
path = {folder}/calendar/
readonly = True
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
[sqlite]
path = {folder}/khal.db
"""


class Programs:
    """Two programs of a member's own computer, with one calendar between them."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        for name, settings in (("sync", SYNC), ("show", SHOW)):
            (folder / name).write_text(settings.format(folder=folder, address=address))
        (folder / "calendar").mkdir()
        self.run("vdirsyncer", "-c", f"{folder}/sync", "discover")

    def run(self, *words: str) -> str:
        """What a program says; it must end well."""
        home = {"HOME": str(self.folder), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        kept = {"XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR", "")}
        done = subprocess.run(words, capture_output=True, text=True, env=home | kept, input="y\n")
        assert done.returncode == 0, done.stderr
        return done.stdout

    def day(self, on: str) -> list[str]:
        """What stands in the calendar on a day, after fetching it anew."""
        self.run("vdirsyncer", "-c", f"{self.folder}/sync", "sync")
        told = "{start-time}-{end-time} {title} | {location} | {cancelled}"
        shown = self.run(
            "khal",
            "-c",
            f"{self.folder}/show",
            "list",
            "--format",
            told,
            "--day-format",
            "",
            on,
            "1d",
        )
        return [line.strip() for line in shown.splitlines() if line.strip()]


def next_meeting(running: Running) -> tuple[Meeting, str]:
    """The first meeting that stands, and the address of the calendar of one who is expected."""
    desk = desk_of(running.app)
    with desk.reading() as now:
        coming = now.ask(meetings.coming, now.today).rows
        meeting = next(one for one in coming if one.status == "gepland" and one.start and one.place)
        member = now.ask(people.seats, meeting.group)[0].member
    secret = signature(f"feed:{member}:0", desk.settings.secret_key)
    return meeting, f"{running.address}/agenda/{member}.{secret}/{meeting.group}.ics"


def test_a_meeting_is_shown_moved_and_cancelled_in_someone_s_own_calendar(
    running: Running, tmp_path: Path
) -> None:
    desk, (meeting, address) = desk_of(running.app), next_meeting(running)
    programs = Programs(tmp_path, address)
    assert meeting.start
    ends = meeting.start.replace(hour=meeting.start.hour + meeting.minutes // 60)
    line = f"{meeting.start:%H:%M}-{ends:%H:%M} {meeting.group_name} | {meeting.place} |"
    assert programs.day(str(meeting.on)) == [line]
    later = meeting.on + timedelta(days=1)
    desk.record([MeetingMoved(meeting=meeting.meeting, on=later)], by="klok")
    assert (programs.day(str(meeting.on)), programs.day(str(later))) == ([], [line])
    desk.record([MeetingCancelled(meeting=meeting.meeting, reason="Ziek.")], by="klok")
    assert programs.day(str(later)) == [f"{line} CANCELLED"]
