"""Rules of money: what may be said of what the plan asks for; unknown is never zero."""

from collections.abc import Callable

import pytest

from alliance.events import budgets as words
from alliance.events.base import Refused
from alliance.events.budgets import BudgetAdopted, BudgetSet, set_budget
from alliance.events.state import UNCHANGED

ASKED = BudgetAdopted(
    budget="I2020",
    year=2020,
    status="aan_te_vragen",
    fund="Voorjaarsnota 2020",
    purpose="Uitvoering van het plan",
    source="plan",
)
CONTEXT = BudgetAdopted(
    budget="B2020",
    year=2020,
    status="begroot",
    fund="Wmo",
    purpose="Subsidies",
    amount=514_000,
    context=True,
    source="plan",
)
GRANTED = BudgetSet(budget="I2020", status="toegekend", amount=9_000, source="raadsbesluit")


def faults(act: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(Refused) as why:
        act()
    return why.value.faults


def test_money_is_granted_with_an_amount_and_its_source() -> None:
    said = set_budget([ASKED], status="toegekend", amount=9_000, source=" raadsbesluit ")
    assert said == GRANTED


def test_an_amount_may_stay_unknown() -> None:
    said = set_budget([ASKED], status="aangevraagd", amount=None, source="mail")
    assert said.amount is None


@pytest.mark.parametrize(
    ("status", "amount", "source", "why"),
    [
        (None, None, "", {"status": words.NO_STATUS, "source": words.NO_SOURCE}),
        ("cadeau", 5, "mail", {"status": words.NO_STATUS}),
        ("toegekend", 0, "mail", {"amount": words.NOTHING}),
        ("afgewezen", 5, "mail", {"amount": words.REJECTED}),
    ],
)
def test_saying_it_is_refused_with_every_fault_at_once(
    status: str | None, amount: int | None, source: str, why: dict[str, str]
) -> None:
    assert why == faults(lambda: set_budget([ASKED], status=status, amount=amount, source=source))


def test_money_of_the_whole_gemeente_is_no_ones_to_set() -> None:
    told = faults(lambda: set_budget([CONTEXT], status="toegekend", amount=1, source="mail"))
    assert told == {"form": words.CONTEXT}


def test_saying_the_same_twice_is_refused() -> None:
    told = faults(
        lambda: set_budget(
            [ASKED, GRANTED], status="toegekend", amount=9_000, source="raadsbesluit"
        )
    )
    assert told == {"form": UNCHANGED}


def test_money_the_plan_does_not_name_is_left_alone() -> None:
    told = faults(lambda: set_budget([], status="toegekend", amount=None, source="mail"))
    assert told == {"form": words.UNKNOWN}
