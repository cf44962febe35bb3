"""The demo: made whole or not at all, kept when it is there, and never over something else."""

import os
import re
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from alliance import demo
from alliance.app import make_desk
from alliance.cli import main
from alliance.database import reading
from alliance.desk import Desk
from alliance.journal import entries
from alliance.lease import last_heard
from alliance.processes import HOST
from alliance.web.roles import EVERYONE, SIGNED_IN, WORDS
from tests.demo import NOW

PATIENCE = 30.0
Said = pytest.CaptureFixture[str]


@pytest.fixture
def copy(demo_file: Path, tmp_path: Path) -> Path:
    """A copy of the demo, to change."""
    return Path(shutil.copy(demo_file, tmp_path / "demo.db"))


@pytest.fixture
def desk(copy: Path) -> Iterator[Desk]:
    desk = make_desk(demo.settings_for(copy), lambda: NOW)
    yield desk
    desk.engine.dispose()


def test_the_year_ends_yesterday_and_the_plan_came_before_it(desk: Desk) -> None:
    with reading(desk.engine) as db:
        first, *_, last = entries(db)
    assert first.by == "import"
    assert (NOW - first.at).days in (365, 366)
    assert 1 <= (NOW.date() - last.at.date()).days <= 3  # the last working day


def test_everything_was_caught_up_with(desk: Desk) -> None:
    assert desk.behind() == {}


def test_for_every_role_there_is_somebody_with_a_link(desk: Desk) -> None:
    links = list(demo.sign_in_links(desk))
    assert [who.partition(", ")[2] for who, _ in links] == [
        words for role, words in WORDS.items() if role not in (EVERYONE, SIGNED_IN)
    ]
    assert all("Voorbeeld" in who for who, _ in links)
    assert len({link for _, link in links}) == len(links)


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = demo.secret_beside(tmp_path / "new" / "demo.db")
    assert len(first) >= 32
    assert demo.secret_beside(tmp_path / "new" / "demo.db") == first
    assert stat.S_IMODE((tmp_path / "new" / "demo.key").stat().st_mode) == 0o600


def test_making_it_again_replaces_all_but_the_secret(copy: Path) -> None:
    secret = demo.secret_beside(copy)
    copy.with_suffix(".part").write_bytes(b"half a demo, of an earlier time")
    (copy.with_suffix(".past") / "12-code").mkdir(parents=True)
    with closing(sqlite3.connect(copy)) as db:
        db.execute("DELETE FROM members")
        db.commit()
    demo.make(copy, NOW.date())
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT count(*) FROM members").fetchone()[0] > 10
    assert sorted(path.name for path in copy.parent.iterdir()) == ["demo.db", "demo.key"]
    assert demo.secret_beside(copy) == secret


@pytest.mark.parametrize("reset", [[], ["--reset"]])
def test_what_is_no_demo_is_never_touched(
    tmp_path: Path, sqlite_url: str, capsys: Said, reset: list[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Lieve Anna,")
    empty = tmp_path / "empty.db"
    sqlite3.connect(empty).close()
    for file in (letter, empty):
        assert main(["demo", "--database", str(file), *reset]) == 2
        assert f"In {file} staat geen demo." in capsys.readouterr().err
    assert letter.read_text() == "Lieve Anna,"


@pytest.fixture
def port() -> int:
    """A port that nobody uses."""
    with closing(socket.socket()) as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])


def test_a_started_demo_keeps_its_data_and_serves_site_and_clock(
    copy: Path, desk: Desk, port: int
) -> None:
    with reading(desk.engine) as db:
        before = list(entries(db))
    words = ["demo", "--database", str(copy), "--port", str(port)]
    command = [sys.executable, "-m", "alliance.cli", *words]
    plain = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=plain) as running:
        assert running.stdout
        said = [running.stdout.readline() for _ in range(4)]
        assert said[0] == f"De site staat op http://{HOST}:{port}\n"
        link = re.search(r"http\S+", running.stdout.readline())
        assert link
        with urlopen(link[0], timeout=PATIENCE) as page:
            assert page.status == 200
        running.send_signal(signal.SIGTERM)
        assert running.wait(PATIENCE) == 0
    with reading(desk.engine) as db:
        assert list(entries(db))[: len(before)] == before  # the clock may have added to it
        assert last_heard(db) is not None


def test_the_file_of_a_demo_is_a_path_or_the_address_of_one() -> None:
    assert demo.file_of("instance/demo.db") == Path("instance/demo.db")
    assert demo.file_of("sqlite:////data/demo.db") == Path("/data/demo.db")
    for elsewhere in ("postgresql://localhost/demo", "sqlite:", ""):
        with pytest.raises(demo.NoDemo, match="Geef met --database een pad"):
            demo.file_of(elsewhere)
