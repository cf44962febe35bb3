"""The plan of a release that knew less of it: what it missed enters once, nothing else does."""

from pathlib import Path

import msgspec

from alliance import journal
from alliance.config import PERSONA_DATA
from alliance.database import reading
from alliance.desk import Desk
from alliance.events.base import Event
from alliance.events.budgets import BudgetAdopted, BudgetSet
from alliance.events.effort import CadenceAdopted, RoleAdopted
from alliance.events.milestones import MilestoneAdopted, MilestoneReached
from alliance.events.personas import PersonaDescribed
from alliance.events.programme import ProgrammeAdopted
from alliance.projections import programme
from alliance.sources import import_folder
from alliance.sources.plan import read_plan
from tests.sources.conftest import Change

MISSED = (CadenceAdopted, RoleAdopted, MilestoneAdopted, BudgetAdopted)
"""What had no place in the site at first."""


def as_before(event: Event) -> Event:
    """The event as it was written down before the site had a place for all of the plan."""
    if isinstance(event, PersonaDescribed):
        return msgspec.structs.replace(event, traits=())
    if isinstance(event, ProgrammeAdopted):
        return msgspec.structs.replace(event, finance_principles=(), privacy_rules=())
    return event


def test_a_plan_taken_in_by_an_earlier_release_gets_what_it_missed_once(
    sqlite_desk: Desk,
) -> None:
    items = [item.event for item in read_plan(PERSONA_DATA)]
    before = [as_before(event) for event in items if not isinstance(event, MISSED)]
    sqlite_desk.record(before, by="import", sure=True)
    report = import_folder(sqlite_desk, PERSONA_DATA)
    assert report.total["changed"] == 7
    assert report.total["new"] == len(items) - len(before) == 3 + 8 + 8 + 5
    with reading(sqlite_desk.engine) as db:
        sheets = [*journal.entries(db, kinds=[PersonaDescribed])]
    traits = [entry.event.traits for entry in sheets if isinstance(entry.event, PersonaDescribed)]
    assert [len(one) for one in traits] == [0] * 6 + [5] * 6
    assert import_folder(sqlite_desk, PERSONA_DATA).total["unchanged"] == len(items)


def test_an_amount_in_a_new_file_never_undoes_what_was_written_down_here(
    sqlite_desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(sqlite_desk, folder)
    said = BudgetSet(budget="I2020", status="afgewezen", source="brief van het college")
    sqlite_desk.record([said], by="m-els")
    change(
        "programme.toml",
        'year = 2020\nstatus = "aan te',
        'year = 2020\namount_eur = 9000\nstatus = "aan te',
    )
    report = import_folder(sqlite_desk, folder)
    assert report.total["asked"] == 1 and not report.total["changed"]
    with sqlite_desk.reading() as now:
        found = now.ask(programme.budget, "I2020")
    assert found and (found.status, found.amount) == ("afgewezen", None)


def test_a_milestone_that_is_dated_later_keeps_what_became_of_it(
    sqlite_desk: Desk, folder: Path, change: Change
) -> None:
    import_folder(sqlite_desk, folder)
    sqlite_desk.record([MilestoneReached(milestone="M2")], by="m-noor")
    change(
        "programme.toml",
        'portefeuillehouder"\n',
        'portefeuillehouder"\ndate = "2020"\nprecision = "jaar"\n',
    )
    assert import_folder(sqlite_desk, folder).total["changed"] == 1
    with sqlite_desk.reading() as now:
        found = now.ask(programme.milestone, "M2")
    assert found and (found.planned, found.state) == ("2020", "gehaald")
