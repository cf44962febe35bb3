"""The demo: Capelle's plan and a year of invented alliance life, on this machine alone."""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import sqlalchemy as sa

from alliance import dutch, journal, members, sources, welcome
from alliance.app import make_desk
from alliance.config import PERSONA_DATA, Settings
from alliance.database import open_readonly, reading
from alliance.desk import Desk
from alliance.jobs import keep_time
from alliance.processes import HOST, run_both
from alliance.projections import people
from alliance.readiness import make_ready
from alliance.serving import Site
from alliance.web.frame import EXAMPLE
from alliance.web.roles import WORDS, word_of

DATABASE = Path("instance/demo.db")
PORT = 8000
YEAR = timedelta(days=365)
OPENING = time(8, tzinfo=dutch.AMSTERDAM)


class NoDemo(Exception):
    """The demo cannot be made or started; the message says in Dutch what to do."""


def settings_for(database: Path, port: int = PORT) -> Settings:
    """The settings of a demo with its data in this file; its secret stands beside it."""
    return Settings(
        database_url=f"sqlite:///{database.absolute()}",
        secret_key=secret_beside(database),
        site_url=f"http://{HOST}:{port}",
        smtp_url=None,
        folder=database.with_suffix(".past").absolute(),
        demo=True,
    )


def secret_beside(database: Path) -> str:
    """The secret of this demo, made once, in a file that only its owner can read."""
    file = database.with_suffix(".key")
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        with open(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as writing:
            writing.write(secrets.token_urlsafe(48))
    return file.read_text("ascii")


def file_of(typed: str) -> Path:
    """The file that was meant, as a path or as the address of a SQLite database; else NoDemo."""
    path = typed.removeprefix("sqlite:///")
    if ":" in path.partition("/")[0] or not path:
        raise NoDemo(f"De demo staat in een bestand, niet in {typed}. Geef met --database een pad.")
    return Path(path)


def make(database: Path, today: date) -> None:
    """Make the demo in this file: the whole of it or, when something fails, nothing."""
    part, yesterday = database.with_suffix(".part"), today - timedelta(days=1)
    remove(part)
    settings = replace(settings_for(database), database_url=f"sqlite:///{part.absolute()}")
    began = datetime.combine(yesterday - YEAR, OPENING)
    with working_at(make_desk(settings, lambda: began)) as desk:
        make_ready(desk)
        sources.import_folder(desk, PERSONA_DATA)
        sources.add_examples(desk, yesterday)
    remove(database)
    part.rename(database)


def remove(database: Path) -> None:
    """Remove a SQLite file with all that belongs to it; its secret stays."""
    for ending in ("", "-wal", "-shm"):
        Path(f"{database}{ending}").unlink(missing_ok=True)
    shutil.rmtree(database.with_suffix(".past"), ignore_errors=True)
    database.with_suffix(".erased").unlink(missing_ok=True)


def check_is_demo(database: Path) -> None:
    """Raise NoDemo when this file holds something else, which is never touched."""
    engine = open_readonly(database)
    try:
        with reading(engine) as db:
            example = journal.version(db, EXAMPLE) > 0
    except (sa.exc.DatabaseError, sqlite3.DatabaseError):
        example = False
    finally:
        engine.dispose()
    if not example:
        raise NoDemo(f"In {database} staat geen demo. Geef met --database een ander bestand.")


def run(database: Path, port: int, *, reset: bool = False) -> int:
    """Serve the demo in this file, made first when it is not there; 1 when a part of it dies."""
    if database.exists():
        check_is_demo(database)
    if reset or not database.exists():
        print("De demo wordt gemaakt: het plan van Capelle en een verzonnen jaar ...", flush=True)
        make(database, datetime.now(dutch.AMSTERDAM).date())
    settings = settings_for(database, port)
    with working_at(make_desk(settings)) as desk:
        make_ready(desk)
    return run_both(
        Site(settings, port).run,
        lambda: keep_time(make_desk(settings)),
        port,
        lambda: print(invitation(settings), flush=True),
    )


def invitation(settings: Settings) -> str:
    """Where the site is, and who can sign in with which link."""
    with working_at(make_desk(settings)) as desk:
        links = [f"  {who}\n    {link}" for who, link in sign_in_links(desk)]
    return "\n".join(
        [
            f"De site staat op {settings.site_url}",
            "Log in als een van deze verzonnen mensen. Elke link werkt één keer, 15 minuten lang.",
            "Een nieuwe link vraag je op de site; je leest hem daar in de mail van de demo.",
            *links,
            "Stoppen: Ctrl+C. Opnieuw beginnen: --reset.",
        ]
    )


def sign_in_links(desk: Desk) -> Iterator[tuple[str, str]]:
    """Per role somebody who has it, and only it when there is one, with a link that signs in."""
    cast: dict[str, tuple[int, str]] = {}
    with desk.reading() as now:
        names = members.names(now.db)
        for member in names:
            held = {word_of(grant) for grant in now.ask(people.roles_of, member)}
            for role in held:
                found = (len(held), member)
                cast[role] = min(cast.get(role, found), found)
    for role, words in WORDS.items():
        if role in cast:
            _, member = cast[role]
            yield f"{names[member]}, {words}", welcome.link_for(desk, member)


@contextmanager
def working_at(desk: Desk) -> Iterator[Desk]:
    """A desk whose connections are closed afterwards."""
    try:
        yield desk
    finally:
        desk.engine.dispose()
