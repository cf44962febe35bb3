"""One web worker on its own: how fast it draws each page, now and on a past date, and its size.

Run as a process of its own, for its memory: python -m benchmarks.worker URL FOLDER past|now.
"""

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from statistics import median
from time import perf_counter

from flask.testing import FlaskClient

from alliance import welcome
from alliance.answers import Answers
from alliance.app import create_app
from alliance.database import reading
from alliance.desk import Desk, end_of
from alliance.events.meetings import MeetingPlanned
from alliance.journal import entries, position_at
from benchmarks.journals import settings_at

TIMES = 50
CELL = "/wie-mist-wat/WK050207/yonas"
KERNGROEP = "kerngroep"
AGENDA = "agenda of the next kerngroep"
KEY = re.compile(r'name="key" value="([^"]+)"')
MIB = 1024
Measured = dict[str, dict[str, float]]


def measure(url: str, folder: Path, past: date | None) -> dict[str, Measured | float]:
    """Per page seconds; `past` adds the first and the next views of that day. Memory in MiB."""
    app = create_app(settings_at(url, folder))
    desk: Desk = app.extensions["alliance"]
    client = app.test_client()
    sign_in(client, desk)
    pages: Measured = {}
    for label, path in paths(desk, date.today()).items():
        live = [view(client, path) for _ in range(TIMES)]
        anew = [view_anew(client, path, desk) for _ in range(TIMES)]
        pages[label] = {"live": median(live), "anew": median(anew)}
    for label, path in paths(desk, past).items() if past else ():
        day = f"{path}?op={past:%d-%m-%Y}"
        rmtree(desk.settings.folder, ignore_errors=True)
        pages[label]["past_first"] = view_anew(client, day, desk)
        again = [view(client, day) for _ in range(TIMES)]
        pages[label]["past_next"] = median(again)
    return {"pages": pages, "memory": resident()}


def paths(desk: Desk, day: date) -> dict[str, str]:
    """The pages of the goals, by what they are called."""
    same = {path: path for path in ("/", "/afspraken/", "/wie-mist-wat/", CELL, "/voortgang/")}
    return same | {AGENDA: agenda_on(desk, day)}


def agenda_on(desk: Desk, day: date) -> str:
    """Where the next kerngroep that was planned on a day has its agenda, or will have it."""
    with reading(desk.engine) as db:  # from the journal: asking a past date would build its file
        known = entries(db, up_to=position_at(db, end_of(day)), kinds=[MeetingPlanned])
        planned = [one.event for one in known if isinstance(one.event, MeetingPlanned)]
    coming = [one for one in planned if one.group == KERNGROEP and one.on >= day]
    if not coming:
        return f"/agenda/{KERNGROEP}"
    return f"/bijeenkomsten/{min(coming, key=lambda one: one.on).meeting}/agenda"


def sign_in(client: FlaskClient, desk: Desk) -> None:
    """Let an aanjager in, as someone with a link from the keyboard."""
    mail = f"{token_hex(4)}@voorbeeld.example"
    link = welcome.invite(desk, name="Noor Voorbeeld", mail=mail, role="aanjager")
    path = link.removeprefix(desk.settings.site_url)
    key = KEY.findall(client.get(path).text)[-1]
    client.post(path, data={"key": key})
    assert client.get("/afspraken/").status_code == 200, "nobody was let in"


def view(client: FlaskClient, path: str) -> float:
    """The seconds that one view takes."""
    began = perf_counter()
    answer = client.get(path)
    took = perf_counter() - began
    assert answer.status_code == 200, f"{path}: {answer.status}"
    return took


def view_anew(client: FlaskClient, path: str, desk: Desk) -> float:
    """The seconds that one view takes when nothing was answered before, as after an entry."""
    desk.answers = Answers()
    return view(client, path)


def resident() -> float:
    """The memory of this process in MiB, as the system counts it."""
    status = Path("/proc/self/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / MIB if found else float("nan")


if __name__ == "__main__":
    address, place, with_past = sys.argv[1:]
    before = date.today() - timedelta(days=365) if with_past == "past" else None
    print(json.dumps(measure(address, Path(place), before)))
