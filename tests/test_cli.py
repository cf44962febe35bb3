"""The keyboard: every command says in Dutch what it does, did, or cannot do."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance.cli import commands, main
from alliance.config import PERSONA_DATA
from alliance.database import open_engine, reading, writing
from alliance.events.actions import ActionAgreed
from alliance.journal import Journal
from alliance.lease import last_heard
from alliance.projections import code_hash
from alliance.projections.actions import PROJECTION
from alliance.projections.base import made_with, positions
from alliance.recorder import journal as entries

NAMES = [
    "demo",
    "serve",
    "jobs",
    "import",
    "demo-events",
    "rebuild",
    "verify",
    "invite",
    "sign-in-link",
]
KEEPER = ["--name", "Bas Voorbeeld", "--mail", "bas@voorbeeld.example", "--role", "beheerder"]
LINK = re.compile(r"https://alliantie\.example/inloggen/[\w-]{20,}")
LAST_LINE = re.compile(r"(\d+) entries, chain ([0-9a-f]{64})")
ENGLISH = re.compile(r"\b(usage|options|show this|positional|required|error|the)\b")
Said = pytest.CaptureFixture[str]


@pytest.fixture
def site(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """An environment that names an empty database."""
    monkeypatch.setenv("ALLIANCE_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("ALLIANCE_SECRET_KEY", "k" * 32)
    monkeypatch.setenv("ALLIANCE_SITE_URL", "https://alliantie.example")
    return sqlite_url


@pytest.fixture
def running(site: str) -> sa.Engine:
    """A site with a keeper and one agreement."""
    assert main(["invite", *KEEPER]) == 0
    engine = open_engine(site)
    Journal(engine).append([ActionAgreed(action="coffee", title="Koffie")], by="fatima")
    return engine


def test_what_a_command_makes_is_for_the_owner_of_the_site_alone(
    running: sa.Engine, tmp_path: Path
) -> None:
    assert (tmp_path / "alliance.db").stat().st_mode & 0o077 == 0


def help_of(*words: str, said: Said) -> str:
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    return said.readouterr().out


def test_every_command_is_explained_in_dutch(capsys: Said) -> None:
    first = help_of(said=capsys)
    for name in NAMES:
        assert f"  {name}" in first
        told = help_of(name, said=capsys)
        assert told.startswith(f"gebruik: alliance {name}")
        assert not ENGLISH.search(told)
    assert not ENGLISH.search(first)


def test_no_command_goes_untested() -> None:
    known = commands().parser.format_help()
    assert re.findall(r"^    (\S+)", known, re.MULTILINE) == NAMES


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "Dit ontbreekt nog: OPDRACHT."),
        (["vertify"], "'vertify' kan niet. Kies uit: "),
        (["invite"], "Dit ontbreekt nog: --name, --mail, --role."),
        (["invite", *KEEPER[:-1], "lid"], "'lid' kan niet. Kies uit: "),
        (["serve", "--port", "veel"], "Achter --port hoort een getal, er staat 'veel'."),
        (["serve", "--port"], "Achter --port hoort nog iets."),
        (["verify", "--snel"], "Dit hoort niet bij deze opdracht: --snel."),
    ],
)
def test_what_is_asked_wrongly_is_refused_in_dutch(
    words: list[str], told: str, capsys: Said
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(told)
    assert "Kijk wat kan met: alliance" in said
    assert not ENGLISH.search(said)


def test_without_settings_a_command_says_which_are_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    for name in [name for name in os.environ if name.startswith("ALLIANCE_")]:
        monkeypatch.delenv(name)
    assert main(["verify"]) == 2
    assert "ALLIANCE_DATABASE_URL ontbreekt" in capsys.readouterr().err


def test_the_first_keeper_is_invited_with_a_link(site: str, capsys: Said) -> None:
    assert main(["invite", *KEEPER]) == 0
    assert LINK.fullmatch(capsys.readouterr().out.strip())
    assert main(["invite", *KEEPER]) == 2
    assert "bas@voorbeeld.example doet al mee" in capsys.readouterr().err


def test_a_day_without_mail_starts_with_a_printed_link(running: sa.Engine, capsys: Said) -> None:
    capsys.readouterr()
    assert main(["sign-in-link", "Bas@Voorbeeld.example"]) == 0
    assert LINK.fullmatch(capsys.readouterr().out.strip())
    assert main(["sign-in-link", "anna@voorbeeld.example"]) == 2
    assert "Niemand heeft het adres anna@voorbeeld.example." in capsys.readouterr().err


def test_a_folder_is_taken_in_once(site: str, capsys: Said) -> None:
    assert main(["import", str(PERSONA_DATA)]) == 0
    assert "regels vastgelegd." in capsys.readouterr().out
    assert main(["import", str(PERSONA_DATA)]) == 0
    assert "Er is niets vastgelegd." in capsys.readouterr().out


def test_a_folder_that_does_not_fit_is_refused(site: str, tmp_path: Path, capsys: Said) -> None:
    assert main(["import", str(tmp_path / "nergens")]) == 2
    assert "Er is niets ingelezen" in capsys.readouterr().err


def test_a_rebuild_says_how_far_it_came(running: sa.Engine, capsys: Said) -> None:
    many = [ActionAgreed(action=f"a{one}", title="Koffie") for one in range(5_000)]
    Journal(running).append(many, by="fatima")
    assert main(["rebuild"]) == 0
    said = capsys.readouterr()
    assert "5.000 regels gelezen" in said.err
    assert "uit 5.003 regels" in said.out


def test_rows_made_by_other_code_are_rebuilt_when_a_command_starts(running: sa.Engine) -> None:
    with writing(running) as db:
        db.execute(sa.update(positions).values(code="of yesterday"))
    assert main(["sign-in-link", KEEPER[3]]) == 0
    with reading(running) as db:
        assert made_with(db) == {code_hash()}


def verified(capsys: Said) -> tuple[int, list[str], str]:
    """How verify ended, what it found, and its last line."""
    capsys.readouterr()
    ended = main(["verify"])
    *found, last = capsys.readouterr().out.splitlines()
    return ended, found, last


def test_a_sound_site_is_verified_in_one_line(running: sa.Engine, capsys: Said) -> None:
    main(["rebuild"])
    ended, found, last = verified(capsys)
    assert (ended, found) == (0, [])
    known = LAST_LINE.fullmatch(last)
    assert known
    with reading(running) as db:
        end = db.execute(sa.select(entries.c.chain).order_by(entries.c.position.desc())).scalar()
    assert (int(known[1]), bytes.fromhex(known[2])) == (3, end)


def test_a_projection_that_stays_behind_is_a_fault(running: sa.Engine, capsys: Said) -> None:
    ended, found, _ = verified(capsys)
    assert ended == 1
    assert f"Regel 3: overzicht {PROJECTION.name} komt niet verder dan hier." in found


def test_a_journal_without_its_end_is_a_fault(running: sa.Engine, capsys: Said) -> None:
    with writing(running) as db:
        db.execute(sa.text("DELETE FROM journal_head"))
    ended, found, last = verified(capsys)
    assert ended == 1
    assert "Regel 3: Het einde van het journaal staat er 0 keer." in found
    assert last == "0 entries, chain "


def test_the_clock_runs_until_it_is_told_to_end(site: str) -> None:
    command = [sys.executable, "-m", "alliance.cli", "jobs"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as clock:
        engine = open_engine(site)
        while clock.poll() is None and not is_heard(engine):
            time.sleep(0.05)
        clock.send_signal(signal.SIGTERM)
        assert clock.wait(20) == 0
        assert clock.stderr and clock.stderr.read() == ""
    engine.dispose()


def is_heard(engine: sa.Engine) -> bool:
    try:
        with reading(engine) as db:
            return last_heard(db) is not None
    except sa.exc.OperationalError:  # the table is not there yet
        return False
