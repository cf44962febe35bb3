"""Budgets: the money the plan names, what it was for, and what became of it."""

from collections.abc import Sequence
from typing import Literal, cast, get_args

from alliance.events.base import Event, Id, Text, Title, event, refuse, unfit_title
from alliance.events.state import UNCHANGED

BudgetStatus = Literal["begroot", "aan_te_vragen", "aangevraagd", "toegekend", "afgewezen"]

UNKNOWN = "Dit geld staat niet in het plan. Kies het op de pagina van het programma."
CONTEXT = (
    "Dit geld is van de hele gemeente en staat er alleen als achtergrond. Klopt het niet? Vraag de"
    " beheerder het plan opnieuw in te lezen."
)
NO_STATUS = "Kies hoe het met dit geld staat."
NO_SOURCE = "Schrijf op waar dat staat, zoals een besluit of een brief."
NOTHING = "Vul het bedrag in, of laat het leeg als je het niet weet. Kwam er niets? Kies afgewezen."
REJECTED = "Bij afgewezen hoort geen bedrag. Haal het bedrag weg."


@event("budget_adopted", "budget", "Geld uit het plan opgenomen")
class BudgetAdopted(Event):
    """Money the plan names for one year; without an amount it is unknown, never zero."""

    budget: Id
    year: int
    status: BudgetStatus
    fund: Title
    purpose: Text
    amount: int | None = None  # in whole euros
    context: bool = False  # of the whole gemeente: never divided, never set against results
    source: Title


@event("budget_set", "budget", "Stand van het geld opgeschreven")
class BudgetSet(Event):
    """What became of money that was asked for, and where that can be read."""

    budget: Id
    status: BudgetStatus
    amount: int | None = None
    source: Title


def set_budget(
    history: Sequence[Event], *, status: str | None, amount: int | None, source: str
) -> BudgetSet:
    """Say what became of money the plan asks for; an amount may stay unknown."""
    plan = next((one for one in history if isinstance(one, BudgetAdopted)), None)
    refuse(form=plan is None and UNKNOWN)
    assert plan is not None  # unknown money was refused
    refuse(form=plan.context and CONTEXT)
    refuse(
        status=status not in get_args(BudgetStatus) and NO_STATUS,
        amount=amount is not None and unfit_amount(amount, status),
        source=unfit_title(source, NO_SOURCE),
    )
    said = BudgetSet(
        budget=plan.budget,
        status=cast(BudgetStatus, status),  # any other word was refused
        amount=amount,
        source=source.strip(),
    )
    last = next((one for one in reversed(history) if isinstance(one, BudgetSet)), None)
    refuse(form=said == last and UNCHANGED)
    return said


def unfit_amount(amount: int, status: str | None) -> str | None:
    """What is wrong with an amount, or None; nothing at all is no amount."""
    if status == "afgewezen":
        return REJECTED
    return NOTHING if amount < 1 else None
