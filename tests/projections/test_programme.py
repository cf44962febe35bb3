"""What the plan asks beside its results: its time, its milestones and its money."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alliance.config import PERSONA_DATA
from alliance.events.budgets import BudgetSet
from alliance.events.effort import RoleAdopted, RolePart
from alliance.events.milestones import MilestoneDropped, MilestoneReached, MilestoneReopened
from alliance.projections import programme
from alliance.projections.programme import Role
from alliance.sources.plan import read_plan
from tests.projections.conftest import Given

Asked = Callable[..., Any]
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)
PART = RolePart(what="bijeenkomsten", times=8, hours=16)


@pytest.fixture
def plan(given: Given) -> None:
    """The real plan."""
    given(*[item.event for item in read_plan(PERSONA_DATA)], by="import", at=MONDAY)


def role_with(
    given: Given, asked: Asked, *parts: RolePart, low: int | None = 40, high: int | None = 45
) -> Role:
    """A role of which the plan prints these hours and names these parts."""
    given(
        RoleAdopted(
            role="r", name="Rol", hours_min=low, hours_max=high, parts=tuple(parts), source="plan"
        )
    )
    (found,) = asked(programme.all_roles)
    assert isinstance(found, Role)
    return found


@pytest.mark.usefixtures("plan")
def test_the_hours_of_two_roles_do_not_fit_their_parts_and_both_stay(asked: Asked) -> None:
    found = {one.role: one for one in asked(programme.all_roles)}
    assert {key: one.apart for key, one in found.items() if one.apart} == {
        "kerngroeplid_voorzitter": "1 uur minder",
        "themagroeplid": "3 uur minder",
    }
    chair, member = found["kerngroeplid_voorzitter"], found["themagroeplid"]
    assert (chair.printed, chair.together) == ("70 tot 75 uur", "69 uur")
    assert (member.printed, member.together) == ("40 tot 45 uur", "37 uur")
    assert (found["aanjager"].printed, found["aanjager"].together) == ("400 uur", "400 uur")
    assert (found["gebiedsregisseur"].printed, found["gebiedsregisseur"].together) == (None, None)


def test_more_hours_than_printed_are_flagged_too(given: Given, asked: Asked) -> None:
    assert role_with(given, asked, PART, PART, PART).apart == "3 uur meer"


def test_a_part_without_hours_makes_the_sum_a_lower_bound(given: Given, asked: Asked) -> None:
    role = role_with(given, asked, PART, RolePart(what="acties uitwerken"))
    assert (role.together, role.apart) == ("minstens 16 uur", None)


def test_without_a_printed_range_nothing_is_apart(given: Given, asked: Asked) -> None:
    role = role_with(given, asked, PART, low=None, high=None)
    assert (role.printed, role.together, role.apart) == (None, "16 uur", None)


@pytest.mark.usefixtures("plan")
def test_each_kind_of_group_has_the_rhythm_of_the_plan(asked: Asked) -> None:
    assert {one.kind: one.per_year for one in asked(programme.all_cadences)} == {
        "kerngroep": 8,
        "themagroep": 8,
        "klankbordgroep": 4,
    }
    assert asked(programme.cadence, "klankbordgroep").minutes == 120
    assert asked(programme.cadence, "wijkgroep") is None
    assert [one.role for one in asked(programme.all_roles, "themagroep")] == ["themagroeplid"]


@pytest.mark.usefixtures("plan")
def test_a_milestone_is_as_precise_as_the_plan_and_no_more(asked: Asked) -> None:
    planned = {one.milestone: one.planned for one in asked(programme.all_milestones)}
    assert planned == {
        "M1": "17 september 2018",
        "M2": None,
        "M3": None,
        "M4": None,
        "M5": "2020",
        "M6": "2020",
        "M7": "eind 2020",
        "M8": None,
    }


@pytest.mark.usefixtures("plan")
def test_the_last_word_about_a_milestone_counts(given: Given, asked: Asked) -> None:
    given(MilestoneReached(milestone="M7", on=MONDAY), at=TUESDAY)
    found = asked(programme.milestone, "M7")
    assert (found.state, found.settled_on, found.told_on) == ("gehaald", MONDAY, TUESDAY)
    given(MilestoneDropped(milestone="M7", reason="Toch niet."))
    found = asked(programme.milestone, "M7")
    assert (found.state, found.settled_on, found.note) == ("niet_doorgegaan", None, "Toch niet.")
    given(MilestoneReopened(milestone="M7", reason="Toch wel."))
    assert asked(programme.milestone, "M7").state == "open"


@pytest.mark.usefixtures("plan")
def test_money_that_was_only_to_be_asked_for_is_unknown_and_not_zero(asked: Asked) -> None:
    found = {one.budget: one for one in asked(programme.all_budgets)}
    assert [found[key].amount for key in ("I2020", "I2021")] == [None, None]
    assert [found[key].amount for key in ("B2020", "B2021", "B2022")] == [514_000] * 3
    assert {key for key, one in found.items() if one.context} == {"B2020", "B2021", "B2022"}


@pytest.mark.usefixtures("plan")
def test_what_became_of_money_stands_beside_what_the_plan_says(given: Given, asked: Asked) -> None:
    given(BudgetSet(budget="I2020", status="toegekend", amount=9_000, source="brief"), at=TUESDAY)
    found = asked(programme.budget, "I2020")
    assert (found.planned_status, found.planned_amount) == ("aan_te_vragen", None)
    assert (found.status, found.amount, found.set_on) == ("toegekend", 9_000, TUESDAY)


@pytest.mark.usefixtures("plan")
def test_the_plan_says_who_began_and_what_it_builds_on(asked: Asked) -> None:
    found = asked(programme.plan)
    assert found.participants_known == 16
    assert len(found.starters) == len(found.finance_principles) == len(found.privacy_rules) == 3
    assert found.builds_on[1] == "Capelle voor Elkaar! (2019)"


def test_without_a_plan_there_is_nothing_to_tell(given: Given, asked: Asked) -> None:
    given()
    assert asked(programme.plan) is None
    assert asked(programme.budget, "I2020") is None and asked(programme.milestone, "M1") is None
