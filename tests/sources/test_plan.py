"""The plan of a release that knew less of it: what it missed enters once, nothing else does."""

import msgspec

from alliance import journal
from alliance.config import PERSONA_DATA
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.base import Event
from alliance.events.personas import PersonaDescribed
from alliance.sources import import_folder
from alliance.sources.plan import read_plan


def as_before(event: Event) -> Event:
    """The event as it was written down before the site had a place for all of the plan."""
    if isinstance(event, PersonaDescribed):
        return msgspec.structs.replace(event, traits=())
    return event


def test_a_plan_taken_in_by_an_earlier_release_gets_what_it_missed_once(
    sqlite_desk: Desk,
) -> None:
    items = [item.event for item in read_plan(PERSONA_DATA)]
    sqlite_desk.record([as_before(event) for event in items], by="import", sure=True)
    report = import_folder(sqlite_desk, PERSONA_DATA)
    assert report.total["changed"] == 6
    with reading(sqlite_desk.engine) as db:
        sheets = [*journal.entries(db, kinds=[PersonaDescribed])]
    traits = [entry.event.traits for entry in sheets if isinstance(entry.event, PersonaDescribed)]
    assert [len(one) for one in traits] == [0] * 6 + [5] * 6
    assert import_folder(sqlite_desk, PERSONA_DATA).total["unchanged"] == len(items)
