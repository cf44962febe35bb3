"""Two members of a wijk group who choose the same at the same moment: it is agreed once."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from flask import Flask

from alliance import members
from alliance.app import create_app
from alliance.database import writing
from alliance.desk import Desk
from alliance.events.actions import ActionWithdrawn
from alliance.events.base import Event
from alliance.events.organisations import GroupFormed, MemberJoined, RoleAssigned
from alliance.events.programme import PlannedActionAdopted
from alliance.projections import actions
from alliance.readiness import make_ready
from tests.conftest import Clock
from tests.web.conftest import settings_for
from tests.web.visitor import SAME_ORIGIN, Page, Visitor

SINCE = date(2026, 1, 5)
AT = "/afspraken/keuzes/samen/schenkel"
PARTS = tuple(f"samen-{number}" for number in range(6))


@pytest.fixture
def site(url: str, tmp_path: Path, clock: Clock) -> Iterator[Flask]:
    """A site on either database, with something to choose and a wijk group of two."""
    site = create_app(replace(settings_for(tmp_path), database_url=url), clock)
    desk: Desk = site.extensions["alliance"]
    make_ready(desk)
    desk.record(world(), by="import")
    with writing(desk.engine) as db:
        for key in ("ans", "bob"):
            mail = f"{key}@voorbeeld.example"
            members.add_member(db, key, name=f"{key} Voorbeeld", mail=mail, now=clock())
    yield site
    desk.engine.dispose()


def world() -> list[Event]:
    """What the plan offers, and who may choose."""
    group = "schenkel"
    made: list[Event] = [
        GroupFormed(group=group, name="Wijkgroep", kind="wijkgroep", task="Kiezen."),
        PlannedActionAdopted(planned="samen", theme="T4", statement="Samen.", kind="keuze"),
    ]
    made += [
        PlannedActionAdopted(planned=one, theme="T4", statement=one, kind="keuze", parent="samen")
        for one in PARTS
    ]
    for member in ("ans", "bob"):
        made += [
            MemberJoined(member=member),
            RoleAssigned(member=member, role="lid", group=group, since=SINCE),
        ]
    return made


@pytest.fixture
def two(site: Flask, desk: Desk) -> list[Visitor]:
    """Both members, each signed in on an own phone."""
    found = []
    for member in ("ans", "bob"):
        with writing(desk.engine) as db:
            token = members.start_link(db, member, desk.clock())
        found.append(Visitor(site))
        found[-1].send(f"/inloggen/{token}", {})
    return found


def chosen(desk: Desk) -> Counter[str]:
    """How often each part was agreed."""
    with desk.reading() as now:
        rows = now.ask(actions.page, actions.Filter(group="schenkel"), now.today).rows
    return Counter(row.planned for row in rows if row.planned)


def choose(visitor: Visitor, form: dict[str, Any], start: Barrier) -> int:
    """Send the form at the same moment as the other."""
    start.wait()
    return Page(visitor.client.post(AT, data=form, headers=SAME_ORIGIN)).status


def test_what_two_choose_at_once_is_agreed_once(two: list[Visitor], desk: Desk) -> None:
    for part in PARTS:
        forms = [one.open(AT).fields() | {"parts": [part]} for one in two]
        start = Barrier(len(two))
        with ThreadPoolExecutor() as pool:
            answers = [*pool.map(choose, two, forms, [start] * len(two))]
        first, second = sorted(answers)
        assert first == 303 and second in (409, 422), answers
    assert chosen(desk) == Counter(PARTS)


def test_who_was_just_too_late_sees_what_was_chosen_and_chooses_the_rest(
    two: list[Visitor], desk: Desk
) -> None:
    ans, bob = two
    form = bob.open(AT).fields()
    ans.send(AT, {"parts": [PARTS[0]]})
    page = bob.post(AT, form | {"parts": [PARTS[0]]}, 422)
    assert "net door iemand anders van jullie" in page.text
    bob.post(AT, bob.open(AT).fields() | {"parts": [PARTS[0], PARTS[1]]})
    assert chosen(desk) == Counter(PARTS[:2])


def test_what_was_taken_back_can_be_chosen_again(two: list[Visitor], desk: Desk) -> None:
    ans, bob = two
    ans.send(AT, {"parts": [PARTS[0]]})
    with desk.reading() as now:
        [row] = now.ask(actions.page, actions.Filter(group="schenkel"), now.today).rows
    desk.record([ActionWithdrawn(action=row.action, reason="Toch niet.")], by="ans")
    bob.send(AT, {"parts": [PARTS[0]]})
    assert chosen(desk) == Counter(PARTS[:1])
