"""Taking a text away for good: no file of ours holds it, and every copy says that it is gone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from alliance import audit, hidden, hiding, journal, outbox, redaction
from alliance.database import Unavailable, reading, writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionCorrected
from alliance.events.base import Refused
from alliance.events.journal import REDACTIONS, UNSEALED, TextRedacted
from alliance.events.meetings import AgendaLine, AgendaSent, AgendaSet
from alliance.projections import actions, meetings
from alliance.receipts import KeyUsed
from alliance.veil import GONE, HIDDEN
from tests.conftest import Clock
from tests.slip import (
    AGREED,
    DROPPED,
    FRIDAY,
    LINE,
    MONDAY,
    TITLE,
    WHY,
    hide,
    opened,
    stored,
    take_away,
)


@pytest.fixture
def desk(url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with opened(url, tmp_path, clock) as desk:
        yield desk


@pytest.fixture
def sqlite_desk(sqlite_url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with opened(sqlite_url, tmp_path, clock) as desk:
        yield desk


def events(desk: Desk, stream: str) -> list[object]:
    with reading(desk.engine) as db:
        return [entry.event for entry in journal.stream(db, stream)]


def files(desk: Desk, tmp_path: Path) -> list[Path]:
    """Every file in which the database or a past date keeps what was written."""
    ours = [file for file in tmp_path.rglob("*") if file.is_file()]
    if desk.engine.dialect.name == "sqlite":
        return ours
    with writing(desk.engine) as db:
        db.execute(sa.text("CHECKPOINT"))
        home = Path(db.execute(sa.text("SHOW data_directory")).scalar_one())
        paths = db.execute(
            sa.text("SELECT pg_relation_filepath(c.oid) FROM pg_class c WHERE relkind IN"
                    " ('r', 't', 'i') AND relnamespace IN (current_schema()::regnamespace,"
                    " 'pg_toast'::regnamespace)")
        )  # fmt: skip
        return [*ours, *(home / path for path in paths.scalars() if (home / path).exists())]


def holding(desk: Desk, tmp_path: Path, trace: str) -> list[Path]:
    return [file for file in files(desk, tmp_path) if trace.encode() in file.read_bytes()]


def sampled(desk: Desk, trace: str) -> bool:
    """Whether PostgreSQL keeps it among the values it remembers of a table."""
    if desk.engine.dialect.name == "sqlite":
        return False
    asked = sa.text(
        "SELECT count(*) FROM pg_stats"
        " WHERE schemaname = current_schema() AND position(:it in pg_stats::text) > 0"
    )
    with reading(desk.engine) as db:
        return bool(db.execute(asked, {"it": trace}).scalar())


def test_after_it_no_file_of_ours_holds_the_text(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    with writing(desk.engine) as db:
        outbox.put(
            db, about="week:1", to="member:jan", kind="week", subject=TITLE, body=f"- {TITLE}\n",
            now=clock(),
        )  # fmt: skip
    clock.forward(days=1)
    with desk.reading(MONDAY) as then:
        assert then.ask(actions.one, "soup", MONDAY).title == TITLE  # type: ignore[union-attr]
    if desk.engine.dialect.name == "postgresql":
        with desk.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
            db.execute(sa.text("VACUUM ANALYZE"))
    assert holding(desk, tmp_path, "Toos Voorbeeld")
    take_away(desk, TITLE)
    desk.engine.dispose()
    assert holding(desk, tmp_path, "Toos Voorbeeld") == []
    assert not sampled(desk, "Toos Voorbeeld")
    with reading(desk.engine) as db:
        letter = next(one for one in outbox.letters(db) if one.kind == "week")
    assert letter.subject == GONE and letter.body == f"- {GONE}\n"


def test_every_place_that_copied_it_says_that_it_is_gone(desk: Desk, clock: Clock) -> None:
    take_away(desk, TITLE)
    assert events(desk, "action:soup") == [
        ActionAgreed(action="soup", title=GONE, owner="fatima"),
        ActionCorrected(action="soup", title=GONE, by_when=FRIDAY),
        DROPPED,
    ]
    with desk.reading() as now:
        assert now.ask(actions.one, "soup", MONDAY).title == GONE  # type: ignore[union-attr]
        [line] = now.ask(meetings.agenda_of, "m1")
    assert line.title == f"Lukt het nog? {GONE}"
    assert line.reason == LINE.reason
    clock.forward(days=1)
    with desk.reading(MONDAY) as then:
        assert then.ask(actions.one, "soup", MONDAY).title == GONE  # type: ignore[union-attr]
    assert list(audit.faults(desk)) == []


def test_who_did_it_when_and_where_is_written_down(desk: Desk, clock: Clock) -> None:
    clock.forward(hours=1)
    take_away(desk, TITLE)
    with reading(desk.engine) as db:
        said = journal.stream(db, REDACTIONS)
    assert [(one.by, one.at) for one in said] == [("bram", clock())] * 3
    assert [one.event.field for one in said if isinstance(one.event, TextRedacted)] == [
        "title",
        "title",
        "lines.0.title",
    ]


def test_the_salt_is_gone_and_the_chain_as_it_was(desk: Desk) -> None:
    position, field = hide(desk, TITLE)
    before = stored(desk, position)
    redaction.take_away(desk, position, field, by="bram")
    after = stored(desk, position)
    assert after["salt"] == b""
    for column in ("digest", "chain", "at", "by", "version"):
        assert after[column] == before[column]


def test_a_form_cannot_be_guessed_back_from_its_receipt(desk: Desk) -> None:
    take_away(desk, TITLE)
    with reading(desk.engine) as db, pytest.raises(KeyUsed):
        journal.find_receipt(db, "once", "a hash of what was typed")


def test_two_texts_of_one_entry_go_one_after_another(desk: Desk) -> None:
    lines = (LINE, AgendaLine(key="x", title="Bep belt", kind="bespreken", minutes=5, reason=WHY))
    desk.record([AgendaSet(meeting="m1", lines=lines)], by="fatima")
    for text in (TITLE, WHY, "Bep belt"):
        take_away(desk, text)
        assert list(audit.faults(desk)) == []
    last = events(desk, "meeting:m1")[-1]
    assert isinstance(last, AgendaSet)
    assert [(line.title, line.reason) for line in last.lines] == [
        (f"Lukt het nog? {GONE}", LINE.reason),
        (GONE, GONE),
    ]


def test_a_seal_over_the_text_goes_too_since_it_could_be_tried(desk: Desk) -> None:
    desk.record([AgendaSent(meeting="m1", digest="ab" * 32)], by="fatima")
    take_away(desk, TITLE)
    assert events(desk, "meeting:m1")[-1] == AgendaSent(meeting="m1", digest=UNSEALED)
    assert list(audit.faults(desk)) == []
    take_away(desk, WHY)
    assert list(audit.faults(desk)) == []


def test_a_text_that_was_answered_is_not_taken_away(desk: Desk) -> None:
    position, field = hide(desk, TITLE)
    hiding.reveal(desk, position, field)
    with pytest.raises(Refused, match="al beantwoord"):
        redaction.take_away(desk, position, field, by="bram")
    assert events(desk, REDACTIONS) == []
    assert events(desk, "action:soup")[0] == AGREED


def test_while_someone_reads_on_the_files_wait_for_the_clock(
    sqlite_desk: Desk, tmp_path: Path
) -> None:
    desk = sqlite_desk
    position, field = hide(desk, TITLE)
    with reading(desk.engine) as db:
        journal.head(db)
        redaction.take_away(desk, position, field, by="bram")
        with pytest.raises(Unavailable):
            redaction.finish(desk)
    assert holding(desk, tmp_path, TITLE)
    redaction.finish(desk)
    assert holding(desk, tmp_path, TITLE) == []


def test_what_is_taken_away_was_hidden_before_and_no_name_is_left_for_the_veil(desk: Desk) -> None:
    position, field = hide(desk, TITLE)
    with reading(desk.engine) as db:
        veil = hidden.veil_for(db, "jan")
        assert veil and veil.over(TITLE) == HIDDEN
    redaction.take_away(desk, position, field, by="bram")
    with reading(desk.engine) as db:
        assert hidden.veil_for(db, "jan") is None
        assert hidden.taken(db)
