"""What was known at an earlier moment: built once into a file, and never changed afterwards."""

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance.database import Unavailable, reading
from alliance.events.actions import ActionAgreed
from alliance.journal import Entry, Journal
from alliance.projections.base import Projection
from alliance.projections.past import KEPT, open_past
from alliance.projections.rows import Rows
from tests.conftest import empty_journal

MONDAY = date(2026, 3, 2)
tables = sa.MetaData()
titles = sa.Table("past_titles", tables, sa.Column("title", sa.Text, primary_key=True))


def apply(rows: Rows, entry: Entry) -> None:
    match entry.event:
        case ActionAgreed(title=title):
            rows.put(titles, title=title)


TITLES = Projection("titles", tables, apply)
others = sa.MetaData()
sa.Table("past_other", others, sa.Column("title", sa.Text, primary_key=True, index=True))


def stumble(rows: Rows, entry: Entry) -> None:
    match entry.event:
        case ActionAgreed():
            raise ZeroDivisionError


FAULTY = Projection("faulty", others, stumble)


def known_at(engine: sa.Engine, folder: Path, position: int, *also: Projection) -> list[str]:
    with reading(engine) as db:
        past = open_past(db, folder, [*also, TITLES], position, "code")
    with reading(past) as db:
        found = [*db.execute(sa.select(titles.c.title)).scalars()]
    return sorted(found)


def given(journal: Journal, *agreed: str) -> None:
    for title in agreed:
        journal.append([ActionAgreed(action=title, title=title)], by="noor")


def test_an_earlier_position_shows_what_was_known_then(
    engine: sa.Engine, journal: Journal, tmp_path: Path
) -> None:
    given(journal, "taart", "zaal", "stoelen")
    assert known_at(engine, tmp_path / "past", 2) == ["taart", "zaal"]
    assert known_at(engine, tmp_path / "past", 0) == []
    assert known_at(engine, tmp_path / "past", 2) == ["taart", "zaal"]


def test_a_file_never_speaks_for_another_journal(sqlite_engine: sa.Engine, tmp_path: Path) -> None:
    given(Journal(sqlite_engine), "taart", "zaal")
    assert known_at(sqlite_engine, tmp_path / "past", 2) == ["taart", "zaal"]
    with empty_journal(f"sqlite:///{tmp_path / 'restored.db'}") as restored:
        given(Journal(restored), "taart", "soep")
        assert known_at(restored, tmp_path / "past", 2) == ["soep", "taart"]


def test_a_projection_that_raises_leaves_the_others_their_past(
    engine: sa.Engine, journal: Journal, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    given(journal, "taart", "zaal")
    assert known_at(engine, tmp_path / "past", 2, FAULTY) == ["taart", "zaal"]
    assert "faulty is left out" in caplog.text


def test_only_the_moments_looked_at_last_are_kept(sqlite_engine: sa.Engine, tmp_path: Path) -> None:
    folder = tmp_path / "past"
    for position in range(KEPT + 3):
        known_at(sqlite_engine, folder, position)
    assert len([*folder.iterdir()]) == KEPT
    assert not [*folder.glob("*.part")]


def test_the_files_are_for_the_owner_of_the_site_alone(
    sqlite_engine: sa.Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "site" / "past"
    known_at(sqlite_engine, folder, 0)
    for one in (folder, *folder.iterdir()):
        assert one.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_told_as_a_database_that_is_away(
    sqlite_engine: sa.Engine, tmp_path: Path
) -> None:
    (tmp_path / "past").write_text("in the way")
    with pytest.raises(Unavailable):
        known_at(sqlite_engine, tmp_path / "past", 0)
