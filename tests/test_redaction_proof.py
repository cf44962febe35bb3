"""The journal is proved after a redaction too: whatever else changed in it is found."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from alliance import audit, redaction
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed
from alliance.events.journal import TextRedacted
from alliance.recorder import journal as table
from alliance.veil import GONE
from tests.conftest import Clock
from tests.slip import TITLE, hide, opened, stored


@pytest.fixture
def desk(sqlite_url: str, tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    with opened(sqlite_url, tmp_path, clock) as desk:
        yield desk


def change(desk: Desk, position: int, **values: object) -> None:
    with writing(desk.engine) as db:
        db.execute(sa.update(table).where(table.c.position == position).values(values))


def faulty(desk: Desk) -> list[str]:
    return [fault for fault in audit.faults(desk) if fault.startswith("Regel")]


def test_bytes_that_changed_without_saying_so_are_found(desk: Desk) -> None:
    position, _ = hide(desk, TITLE)
    masked = msgspec.json.encode(ActionAgreed(action="soup", title=GONE, owner="fatima"))
    change(desk, position, data=masked, salt=b"")
    assert faulty(desk) == [f"Regel {position}: De inhoud is niet wat er is opgeschreven."]


@pytest.mark.parametrize(
    "data",
    [
        {"action": "soup", "title": f"{GONE}!", "owner": "fatima"},
        {"action": "soup", "title": "iets anders", "owner": "fatima"},
        {"action": "soup", "title": GONE, "owner": "jan"},
    ],
)
def test_what_changed_after_it_is_found(desk: Desk, data: dict[str, str]) -> None:
    position, field = hide(desk, TITLE)
    redaction.take_away(desk, position, field, by="bram")
    change(desk, position, data=repr(data).replace("'", '"').encode())
    assert f"Regel {position}: De inhoud is niet wat er is opgeschreven." in faulty(desk)


def test_an_entry_that_says_so_falsely_is_found(desk: Desk) -> None:
    position, field = hide(desk, TITLE)
    false = TextRedacted(journal="alliance", entry=position, field=field, digest="0" * 64)
    desk.record([false], by="bram")
    assert faulty(desk) == [f"Regel {position}: De inhoud is niet wat er is opgeschreven."]


def test_a_text_that_came_back_is_found(desk: Desk) -> None:
    position, field = hide(desk, TITLE)
    before = stored(desk, position)
    redaction.take_away(desk, position, field, by="bram")
    change(desk, position, data=before["data"], salt=before["salt"])
    assert f"Regel {position}: De inhoud is niet wat er is opgeschreven." in faulty(desk)
