"""A desk at which something about an invented person was written, and copied to more places."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from alliance import hidden, hiding, redaction
from alliance.config import Settings
from alliance.database import open_engine, reading
from alliance.desk import Desk
from alliance.events.actions import ActionAgreed, ActionCorrected, ActionDropped
from alliance.events.meetings import AgendaLine, AgendaSet, MeetingPlanned
from alliance.events.organisations import MemberJoined, RoleAssigned
from alliance.readiness import make_ready
from alliance.recorder import journal as table
from tests.conftest import Clock

TITLE = "Soep brengen bij Toos Voorbeeld in de flat"
WHY = "Haar dochter Bep Voorbeeld doet het nu"
MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
AGREED = ActionAgreed(action="soup", title=TITLE, owner="fatima")
CORRECTED = ActionCorrected(action="soup", title=TITLE, by_when=FRIDAY)
DROPPED = ActionDropped(action="soup", reason=WHY)
LINE = AgendaLine(
    key="action:soup",
    title=f"Lukt het nog? {TITLE}",
    kind="bespreken",
    minutes=5,
    reason="Dit zou al klaar zijn.",
)
AGENDA = AgendaSet(meeting="m1", lines=(LINE,))
PLANNED = MeetingPlanned(meeting="m1", group="kern", on=FRIDAY, minutes=60)


@contextmanager
def opened(url: str, folder: Path, clock: Clock) -> Iterator[Desk]:
    """A desk at which a keeper works, and where something about Toos was written."""
    settings = Settings(
        database_url=url,
        secret_key="k" * 32,
        site_url="http://localhost",
        smtp_url=None,
        folder=folder / "past",
        demo=False,
    )
    desk = Desk(settings, open_engine(url, patience=0.5), clock)
    make_ready(desk)
    keeper = RoleAssigned(member="bram", role="beheerder", since=MONDAY)
    desk.record([MemberJoined(member="bram"), keeper], by="import")
    desk.record([AGREED], by="fatima", key="once", form="a hash of what was typed")
    desk.record([CORRECTED, PLANNED, AGENDA], by="fatima")
    desk.record([DROPPED], by="jan")
    yield desk
    desk.engine.dispose()


def hide(desk: Desk, text: str) -> tuple[int, str]:
    hiding.hide(desk, text, by="jan")
    with reading(desk.engine) as db:
        first = hidden.first_said(db, text)
    return first.entry.position, first.field


def take_away(desk: Desk, text: str) -> None:
    redaction.take_away(desk, *hide(desk, text), by="bram")
    redaction.finish(desk)


def stored(desk: Desk, position: int) -> dict[str, object]:
    with reading(desk.engine) as db:
        found = db.execute(sa.select(table).where(table.c.position == position))
        return dict(found.mappings().one())
