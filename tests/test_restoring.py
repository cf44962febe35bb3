"""A back-up that is put back: who was erased is erased again, and so is what was taken away."""

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from alliance import audit, forgotten, leaving, members, redaction
from alliance.app import make_desk
from alliance.database import reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.journal import REDACTIONS, TextRedacted
from alliance.events.organisations import MemberErased
from alliance.journal import entries, stream
from alliance.readiness import make_ready
from tests.conftest import Clock
from tests.slip import TITLE, hide, opened

NAME = "Bram Voorbeeldig"


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with opened(sqlite_url, tmp_path, clock) as desk:
        with writing(desk.engine) as db:
            members.add_member(db, "bram", name=NAME, mail="bram@voorbeeld.example", now=clock())
        yield desk


def back_up(desk: Desk, tmp_path: Path) -> Path:
    with writing(desk.engine) as db:
        db.exec_driver_sql("SELECT 1")
    desk.engine.dispose()
    return Path(shutil.copy(tmp_path / "alliance.db", tmp_path / "copy"))


def put_back(desk: Desk, copy: Path, tmp_path: Path, clock: Clock) -> Desk:
    desk.engine.dispose()
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"alliance.db{ending}").unlink(missing_ok=True)
    copy.rename(tmp_path / "alliance.db")
    again = make_desk(desk.settings, clock)
    make_ready(again)
    return again


def on_disk(tmp_path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_who_was_erased_since_is_erased_again(desk: Desk, tmp_path: Path, clock: Clock) -> None:
    copy = back_up(desk, tmp_path)
    leaving.erase(desk, "bram", by="import")
    again = put_back(desk, copy, tmp_path, clock)
    with reading(again.engine) as db:
        last = stream(db, "member:bram")[-1]
    assert isinstance(last.event, MemberErased) and last.by == leaving.CLOCK
    again.engine.dispose()
    assert NAME.encode() not in on_disk(tmp_path)


def test_what_was_taken_away_since_is_taken_away_again(
    desk: Desk, tmp_path: Path, clock: Clock
) -> None:
    copy = back_up(desk, tmp_path)
    redaction.take_away(desk, *hide(desk, TITLE), by="bram")
    redaction.finish(desk)
    again = put_back(desk, copy, tmp_path, clock)
    with reading(again.engine) as db:
        said = [one for one in stream(db, REDACTIONS) if isinstance(one.event, TextRedacted)]
    assert len(said) == 3 and {one.by for one in said} == {leaving.CLOCK}
    assert list(audit.faults(again)) == []
    again.engine.dispose()
    assert TITLE.encode() not in on_disk(tmp_path)


def test_starting_again_erases_nothing_else(desk: Desk, clock: Clock) -> None:
    leaving.erase(desk, "bram", by="import")
    redaction.take_away(desk, *hide(desk, TITLE), by="noor")
    with reading(desk.engine) as db:
        before = list(entries(db))
    make_ready(desk)
    with reading(desk.engine) as db:
        assert list(entries(db)) == before


def test_an_entry_of_another_journal_is_left_alone(desk: Desk) -> None:
    other = forgotten.Text(position=3, chain="ab" * 32, field="title")
    forgotten.note_text(desk.settings.forgotten, other)
    desk.record([ActionAgreed(action="a9", title="Koffie")], by="noor")
    make_ready(desk)
    with reading(desk.engine) as db:
        assert stream(db, REDACTIONS) == []


def test_the_list_names_nobody_and_is_for_the_owner_of_the_site_alone(desk: Desk) -> None:
    leaving.erase(desk, "bram", by="import")
    redaction.take_away(desk, *hide(desk, TITLE), by="noor")
    file = desk.settings.forgotten
    said = file.read_text("utf-8")
    assert forgotten.members(file) == ["bram"]  # in life a random key
    assert [text.field for text in forgotten.texts(file)] == ["title", "title", "lines.0.title"]
    assert "Toos" not in said and NAME not in said
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.write_text(f"{said}half a li")
    assert forgotten.members(file) == ["bram"]
